"""Options whose values are names from a list, and what is said of a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from sayso.model import Kind, Quantifier, Standing, Unit


class Known(click.ParamType):  # type: ignore[type-arg]  # before click 8.4 it takes none
    """A name that must be on a list; the list is made when it is needed. A wrong name is refused with the nearest and all others."""

    def __init__(self, name: str, known: Callable[[], Sequence[str]]) -> None:
        self.name, self._known = name, known

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as the list has it; case does not matter, nor whether words are joined by - or _."""
        known = {_plain(name): name for name in self._known()}
        if _plain(value) in known:
            return known[_plain(value)]
        near = get_close_matches(_plain(value), known, 1, 0.5)
        hint = f" Did you mean {known[near[0]]}?" if near else ""
        return self.fail(f"there is no {self.name} {value!r}.{hint} There are: {', '.join(known.values())}.", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The names that begin like this."""
        return [CompletionItem(name) for name in self._known() if name.startswith(incomplete)]


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_")


def _categories() -> Sequence[str]:
    from sayso.codebook import load

    return load().codes


def _fields() -> Sequence[str]:
    from sayso.present import FIELDS

    return FIELDS


def _policies() -> Sequence[str]:
    from sayso.codebook import rules

    return list(rules().policies)


def _roles() -> Sequence[str]:
    from sayso.access import Role

    return list(Role)


def _queues() -> Sequence[str]:
    from sayso.store import QUEUES

    return list(QUEUES)


def _of_charts(name: str) -> Callable[[], Sequence[str]]:
    """One of the lists of what a chart may be."""

    def known() -> Sequence[str]:
        from sayso.ledger.charting import CHARTS, PLACES
        from sayso.present.choropleth import LEVELS
        from sayso.present.shades import MEASURES
        from sayso.present.template import THEMES

        lists: dict[str, Sequence[str]] = {
            "kind": CHARTS, "place": list(PLACES), "theme": THEMES, "level": LEVELS, "measure": list(MEASURES),
        }  # fmt: skip
        return lists[name]

    return known


CATEGORY = Known("category", _categories)
FIELD = Known("field for rows or columns", _fields)
QUANTIFIER = Known("quantifier", lambda: [quantifier.value for quantifier in Quantifier])
STANDING = Known("standing", lambda: [standing.value for standing in Standing])
UNIT = Known("unit", lambda: [unit.value for unit in Unit])
QUEUE = Known("queue", _queues)
KIND = Known("kind of finding", lambda: [kind.value for kind in Kind])
POLICY = Known("policy", _policies)
ROLE = Known("role", _roles)
CHART = Known("chart", _of_charts("kind"))
PLACE = Known("way to lay out a map", _of_charts("place"))
THEME = Known("scheme", _of_charts("theme"))
LEVEL = Known("level", _of_charts("level"))
MEASURE = Known("measure", _of_charts("measure"))
