"""Who cites whom: sources from those who publish, over those who pass on, to those whom counts go back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from sayso.model import Figure
from sayso.present.chart import Chart
from sayso.present.graph import LEFT, MIDDLE, RIGHT, Graph, Node, ribbons
from sayso.present.layout import cut
from sayso.present.origins import NOTHING, Identity, ReadAs
from sayso.present.safe import label
from sayso.present.template import filled, linked
from sayso.present.words import plural

_MOST, _COLOURS, _TOLD, _NAMED = 44, 7, 8, 40
_SPAN, _BAR, _GAP, _LOOP, _NAME = 520, 9, 17, 60, 34
"""In pixels: from the left column to the right one, a bar, room between two, the bend of a line within a column; letters of a name."""

_OTHERS = "others"
_THICK = 9.0
"""The most pixels for one figure."""

Record = dict[str, Any]


def citations(figures: Iterable[Figure], read_as: ReadAs = NOTHING, base: str | None = None, most: int = _MOST) -> Chart:
    """A chart of who cites whom: an edge is as thick as the figures are many that the one credits to the other.

    `read_as` has names of sources that are linked to another one. At most so many sources are drawn, those joined by most
    figures first; the description says how many there are beside. Bars are links to the figures of a source, at
    `{base}/figures?source=` and its name, unless `base` is None.
    """
    whole = Graph.of(figures, read_as)
    graph = whole.heaviest(most)
    columns = graph.columns()
    laid = _Laid(graph, columns)
    names = _names(graph)
    groups = _groups(graph)
    spec = filled("citations", {
        "title": {"text": "Who cites whom", "subtitle": _under(whole, graph)}, "width": _SPAN + _BAR, "height": laid.height,
        "colours": {"domain": [*map(str, range(_COLOURS)), _OTHERS], "range": {"colour": "origins"}}, "href": linked(base),
    })  # fmt: skip
    spec["datasets"] = {
        "edges": list(_edges(graph, laid, names, groups)),
        "nodes": [
            _node(graph, key, laid, names, groups) | ({} if base is None else {"href": _address(graph.nodes[key], base)})
            for column in columns
            for key in column
        ],
        "heads": list(_heads(columns)),
    }
    return Chart(spec, "Who cites whom", " ".join(_sentences(whole, graph, names)))


class _Laid:
    """Where the bars of sources stand, in pixels from the left and from the top."""

    def __init__(self, graph: Graph, columns: Sequence[Sequence[Identity]]) -> None:
        self.columns = columns
        flow: Counter[tuple[int, Identity]] = Counter()
        for edge, held in graph.edges.items():
            for end in (0, 1):
                flow[end, edge[end]] += len(held)
        size = {key: max(flow[0, key], flow[1, key], 1) for key in graph.nodes}
        rows = max((len(column) for column in columns), default=0)
        self.height = max(200, rows * 26)
        room = [(self.height - _GAP * (len(column) - 1)) / sum(size[key] for key in column) for column in columns if column]
        self.unit = min([_THICK, *room])
        self.place: dict[Identity, tuple[float, float, float]] = {}
        for at, column in enumerate(columns):
            left = at * _SPAN / 2
            used = sum(size[key] * self.unit for key in column)
            gap = (self.height - used) / len(column) if column else 0
            top = gap / 2
            for key in column:
                self.place[key] = left, top, top + size[key] * self.unit
                top += size[key] * self.unit + gap


def _names(graph: Graph) -> dict[Identity, str]:
    """A readable name for every source, no two alike."""
    short = {key: cut(label(node.name), _NAME) for key, node in sorted(graph.nodes.items())}
    count = Counter(text.casefold() for text in short.values())
    found: dict[Identity, str] = {}
    for key, text in short.items():
        told = f"{cut(text, _NAME // 2)} [{cut(label(min(graph.nodes[key].titles)), _NAME // 2)}]" if count[text.casefold()] > 1 else text
        found[key] = told if told not in found.values() else f"{cut(told, _NAME)} ({len(found)})"
    return found


def _groups(graph: Graph) -> dict[Identity, str]:
    """The colour of each source: one of its own for those to whom others credit most figures."""
    cited = Counter[Identity]()
    for (_, key), held in graph.edges.items():
        cited[key] += len(held)
    most = [key for key in sorted(cited, key=lambda key: (-cited[key], key)) if graph.nodes[key].own][:_COLOURS]
    slots = {key: str(at) for at, key in enumerate(most)}
    return {key: slots.get(key, _OTHERS) for key in graph.nodes}


def _edges(graph: Graph, laid: _Laid, names: Mapping[Identity, str], groups: Mapping[Identity, str]) -> Iterator[Record]:
    """Each edge as the four points of a curve from the bar of who cites to the bar of who is cited."""
    for number, (edge, start, end) in enumerate(ribbons(graph, laid.columns)):
        (x, y, _), (x2, y2, _) = laid.place[edge[0]], laid.place[edge[1]]
        width = max(len(graph.edges[edge]) * laid.unit, 1.2)
        y, y2 = y + start * laid.unit + width / 2, y2 + end * laid.unit + width / 2
        bent = [(x + _BAR, y), *_bends(x + _BAR, y, x2, y2), (x2, y2)]
        told = f"{names[edge[0]]} credits {plural(len(graph.edges[edge]), 'figure')} to {names[edge[1]]}"
        group = groups.get(graph.source(edge), _OTHERS)
        for step, (across, down) in enumerate(bent):
            yield {
                "edge": number, "step": step, "x": round(across, 1), "y": round(down, 1), "width": round(width, 1),
                "group": group, "told": told,
            }  # fmt: skip


def _bends(x: float, y: float, x2: float, y2: float) -> list[tuple[float, float]]:
    """The inner points of a curve: along the way to another column, and out and back to another source of the same one."""
    if x2 > x:
        return [((x + x2) / 2, y), ((x + x2) / 2, y2)]
    return [(x + _LOOP, y), (x + _LOOP, (y + y2) / 2), (x + _LOOP, y2)]


def _node(graph: Graph, key: Identity, laid: _Laid, names: Mapping[Identity, str], groups: Mapping[Identity, str]) -> Record:
    node = graph.nodes[key]
    left, top, bottom = laid.place[key]
    return {
        "left": left, "right": left + _BAR, "middle": left + _BAR / 2, "top": round(top, 1), "bottom": round(max(bottom, top + 2), 1),
        "centre": round((top + bottom) / 2, 1), "column": round(left / _SPAN * 2), "group": groups[key], "label": names[key],
        "told": f"{names[key]}: {_does(node)}",
    }  # fmt: skip


def _does(node: Node) -> str:
    told = [f"{plural(len(node.own), 'figure')} go back to it" if len(node.own) != 1 else "1 figure goes back to it"] if node.own else []
    told += [f"it passes on {plural(len(node.passed), 'figure')}"] if node.passed else []
    return f"{', '.join(told)}, in {plural(len(node.documents), 'document')}"


def _address(node: Node, base: str) -> str:
    return f"{base}/figures?{'document' if node.text else 'source'}={quote(label(node.name, 200), safe='')}"


def _heads(columns: Sequence[Sequence[Identity]]) -> Iterator[Record]:
    heads = ((LEFT, "right", "who publishes"), (MIDDLE, "center", "who passes on"), (RIGHT, "left", "whom it goes back to"))
    for column, align, text in heads:
        if columns[column]:
            yield {"x": column * _SPAN / 2 + _BAR / 2 + (column - 1) * 12, "align": align, "text": text}


def _under(whole: Graph, graph: Graph) -> list[str]:
    all_drawn = len(whole.nodes) == len(graph.nodes)
    count = plural(len(whole.nodes), "source") + ("" if all_drawn else f", drawn are the {len(graph.nodes)} joined by most figures")
    return [f"{count} · a line is as thick as the figures are many that are credited along it"]


def _sentences(whole: Graph, graph: Graph, names: Mapping[Identity, str]) -> Iterator[str]:
    """What can be seen, in words."""
    figures = {mark for node in whole.nodes.values() for mark in (*node.own, *node.passed)}
    pairs = f"{plural(len(whole.edges), 'pair')} of which one cites the other"
    yield f"Who cites whom: {plural(len(whole.nodes), 'source')} of {plural(len(figures), 'figure')}, {pairs}."
    for edge in sorted(graph.edges, key=lambda edge: (-len(graph.edges[edge]), edge))[:_TOLD]:
        yield f"{names[edge[0]]} credits {plural(len(graph.edges[edge]), 'figure')} to {names[edge[1]]}."
    left = sorted((label(node.name) for key, node in whole.nodes.items() if key not in graph.nodes), key=str.casefold)
    if left:
        yield f"Left out of the picture, being joined by fewer figures: {', '.join(left[:_NAMED])}{', ...' if len(left) > _NAMED else ''}."
