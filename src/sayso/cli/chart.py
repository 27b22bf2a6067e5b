"""`sayso chart`: a quantity along time, who cites whom, a map."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from sayso.cli.filters import asked, filters
from sayso.cli.names import CHART, LEVEL, MEASURE, PLACE, POLICY, THEME
from sayso.cli.output import choice
from sayso.cli.session import Session, ledger_option
from sayso.cli.terminal import echo_all, painted, piped, width
from sayso.present.safe import printable


@click.command("chart", epilog="Example: sayso chart timeline TJ/joined -o joined.svg   or: sayso chart map joined -o map.png")
@click.argument("kind", type=CHART, metavar="KIND")
@click.argument("reference", required=False, metavar="[REF]")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write .svg .png or .json (Vega-Lite with its data).")
@click.option("--policy", default="range", show_default=True, type=POLICY, metavar="NAME", help="How rival counts become one estimate.")
@click.option("--theme", default="light", show_default=True, type=THEME, metavar="NAME", help="The ground it will stand on: light, dark.")
@click.option("--by", type=PLACE, metavar="FIELD", help="Of a map: by origin (where people are from), if not said, or by location.")
@click.option("--measure", type=MEASURE, metavar="NAME", help="Of a map: best, if not said, low, high, reports or origins.")
@click.option("--level", type=LEVEL, metavar="NAME", help="Of a map: country, if not said, or region.")
@click.option("--zoom", metavar="PLACE", help='Of a map: a country or region to look at, such as TJ or "Central Asia".')
@click.option("--base", metavar="ADDRESS", help="Make marks links into the workbench that is served there.")
@filters
@choice("table", "json", about="Without --output: what the chart shows in words, if not said, or its Vega-Lite JSON.")
@ledger_option
@click.pass_obj
def command(session: Session, /, kind: str, reference: str | None, output: Path | None, form: str | None, **options: Any) -> None:
    """Draw a chart: timeline, citations or map.

    timeline REF: every report of a quantity, echoes joined to their origin, the estimate behind them. REF is as for explain: TJ/joined,
    or the start of a fingerprint.

    citations [REF]: who cites whom, in all figures, in those of REF or in those that options choose.

    map [CATEGORY]: how many by country; with --measure reports also of all categories together.
    """
    if form and output:
        raise click.UsageError("--output tells the format by its suffix: give --format or --output, not both.")
    theme = options.pop("theme")
    with session.open() as ledger:
        made = ledger.chart(kind, reference, **asked(options))
    if output:
        click.echo(f"wrote {made.save(output, theme)}")
    elif form == "json":
        echo_all([made.to_json(theme)])
    else:
        hint = [] if piped() else ["Draw it with: --output FILE.svg"]
        echo_all([painted(printable(line)) for line in [made.title, *wrap(made.description, width())]] + hint)
