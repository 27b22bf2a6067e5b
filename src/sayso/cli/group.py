"""The command `sayso`, its verbs, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click

from sayso import __version__
from sayso.cli import (
    accounts,
    add,
    chart,
    codes,
    completion,
    doctor,
    estimates,
    explain,
    export,
    figures,
    find,
    findings,
    judging,
    origins,
    report,
    review,
    serve,
    show,
    table,
)
from sayso.cli.session import Session
from sayso.cli.terminal import complain, hush, prepare
from sayso.errors import SaysoError


class Program(click.Group):
    """A group that ends every run with one of the documented exit codes and never with a traceback for a known error."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> Any:
        """Run, and exit with the documented code."""
        try:
            code = super().main(args, prog_name or None, *rest, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            complain(f"{error.format_message()}{_then(error)}")
            code = error.exit_code
        except click.Abort:
            complain("interrupted")
            code = codes.INTERRUPTED
        sys.exit(code if isinstance(code, int) else codes.DONE)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb; UsageError with the nearest where there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.commands, 1)
            ctx.fail(f"there is no verb {args[0]!r}. {f'Did you mean {near[0]}? ' if near else ''}There are: {', '.join(self.commands)}.")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; known errors become a line on standard error."""
        try:
            return super().invoke(ctx)
        except SaysoError as error:
            complain(str(error))
            return error.exit_code
        except BrokenPipeError:
            hush()
            return codes.DONE
        except OSError as error:
            complain(f"{error.filename or 'the output'}: {error.strerror or error}. Is the disk full, or the place gone?")
            return codes.UNUSABLE


def _then(error: click.ClickException) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f" See: {ctx.command_path} --help" if ctx else ""


_HELP = """Who says how many? Find every reported count of people, with its sentence and its source.

\b
sayso find report.txt                 read a text, keep nothing
sayso add reports/                    read a folder into the ledger
sayso table                           who says how many, by people and category
sayso show TJ/joined                  open a cell of the table on its sentences
"""


@click.group(
    cls=Program,
    invoke_without_command=True,
    help=_HELP,
    epilog=codes.EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--ledger", envvar="SAYSO_LEDGER", default="sayso.db", show_default=True, metavar="PATH", help="The ledger to work on.")
@click.version_option(__version__, prog_name="sayso")
@click.pass_context
def main(ctx: click.Context, ledger: str) -> None:
    """Set the terminal up and remember the ledger; without a verb, tell what there is."""
    prepare(ctx)
    ctx.obj = Session(ledger)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_VERBS = (
    find, add, figures, show, table, estimates, findings, explain, chart, origins, review, export, report, serve, accounts, doctor,
    completion,
)  # fmt: skip
for module in _VERBS:
    main.add_command(module.command)
for verdict in (judging.accept, judging.reject, judging.correct, judging.unsure, judging.note, judging.undo, judging.mark):
    main.add_command(verdict)
main.add_command(review.agreement)
