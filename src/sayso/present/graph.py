"""Who cites whom, as nodes and edges, and where each stands: those who only cite on the left, those who are only cited on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.languages import compared
from sayso.model import Figure, Role
from sayso.present.origins import Identity, ReadAs, document, known_as

LEFT, MIDDLE, RIGHT = range(3)
_SWEEPS = 12


@dataclass(slots=True)
class Node:
    """A source: how it is spelled and by how many figures, the figures that go back to it, those that it passes on, and their documents.

    `titles` are the names of these documents, `text` is whether it is a document of which no publisher is known.
    """

    spelled: Counter[str] = field(default_factory=Counter)
    own: set[str] = field(default_factory=set)
    passed: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    text: bool = False

    @property
    def name(self) -> str:
        """As most figures have it."""
        return min(self.spelled, key=lambda name: (-self.spelled[name], name))

    @property
    def weight(self) -> int:
        """Figures that it has anything to do with."""
        return len(self.own | self.passed)


Edge = tuple[Identity, Identity]
"""Who cites, and who is cited."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Sources and who cites whom, each edge with the figures that it is about and whom each of them goes back to."""

    nodes: Mapping[Identity, Node]
    edges: Mapping[Edge, Mapping[str, Identity]]

    @classmethod
    def of(cls, figures: Iterable[Figure], read_as: ReadAs) -> Graph:
        """The graph of these figures; a document without a known publisher stands for itself."""
        nodes: dict[Identity, Node] = {}
        edges: dict[Edge, dict[str, Identity]] = {}
        for figure in figures:
            mark = figure.fingerprint
            chain = _enter(nodes, figure, mark, read_as)
            for pair in pairwise(chain):
                edges.setdefault(pair, {})[mark] = chain[-1]
        return cls(nodes, edges)

    def source(self, edge: Edge) -> Identity:
        """Whom most of the figures of an edge go back to."""
        held = Counter(self.edges[edge].values())
        return min(held, key=lambda key: (-held[key], key))

    def heaviest(self, most: int) -> Graph:
        """The part with the edges that most figures are about, of at most so many nodes."""
        kept: dict[Identity, None] = {}
        for edge in sorted(self.edges, key=lambda edge: (-len(self.edges[edge]), edge)):
            if len({*kept, *edge}) <= most:
                kept |= dict.fromkeys(edge)
        lone = sorted(self.nodes.keys() - {end for edge in self.edges for end in edge}, key=lambda key: (-self.nodes[key].weight, key))
        kept |= dict.fromkeys(lone[: most - len(kept)])
        edges = {edge: held for edge, held in self.edges.items() if edge[0] in kept and edge[1] in kept}
        return Graph({key: self.nodes[key] for key in kept}, edges)

    def columns(self) -> list[list[Identity]]:
        """Nodes in three columns from the top down, ordered so that few edges cross."""
        citing, cited = ({edge[end] for edge in self.edges} for end in (0, 1))
        columns: list[list[Identity]] = [[], [], []]
        for key in sorted(self.nodes, key=lambda key: (-self.nodes[key].weight, key)):
            columns[(MIDDLE if key in citing else RIGHT) if key in cited else LEFT].append(key)
        for _ in range(_SWEEPS):
            for column in (RIGHT, MIDDLE, LEFT, MIDDLE):
                columns[column] = self._ordered(columns, column)
        return columns

    def _ordered(self, columns: Sequence[Sequence[Identity]], column: int) -> list[Identity]:
        """One column by the mean height of the neighbours in the others; who has none stays where it is."""
        height = {key: (at + 0.5) / len(some) for some in columns for at, key in enumerate(some)}
        others = {key for at, some in enumerate(columns) if at != column for key in some}
        pull: dict[Identity, list[tuple[float, int]]] = {}
        for (citing, cited), held in self.edges.items():
            for key, other in ((citing, cited), (cited, citing)):
                if other in others:
                    pull.setdefault(key, []).append((height[other], len(held)))
        mean = {key: sum(at * weight for at, weight in some) / sum(weight for _, weight in some) for key, some in pull.items()}
        return sorted(columns[column], key=lambda key: (key not in mean and column == LEFT, mean.get(key, height[key]), key))


def _enter(nodes: dict[Identity, Node], figure: Figure, mark: str, read_as: ReadAs) -> list[Identity]:
    """The chain of a figure (`mark` is its fingerprint) from who publishes it to whom it goes back to, entered into the nodes."""
    links = [(known_as(compared(source.name), document(figure), read_as), source.name) for source in figure.attribution]
    if not figure.attribution or figure.attribution[0].role is not Role.PUBLISHER:
        links.insert(0, (("", document(figure)), figure.document))
    chain = list(dict.fromkeys(key for key, _ in links))
    for key, name in links:
        node = nodes.setdefault(key, Node(text=not key[0]))
        node.spelled[name] += 1
        node.documents.add(document(figure))
        node.titles.add(figure.document)
        (node.own if key == chain[-1] else node.passed).add(mark)
    return chain


def ribbons(graph: Graph, columns: Sequence[Sequence[Identity]]) -> Iterator[tuple[Edge, float, float]]:
    """Each edge with how far below the top of its two nodes it joins them, in figures: they lie side by side and do not cross there."""
    place = {key: (column, at) for column, some in enumerate(columns) for at, key in enumerate(some)}
    below: dict[tuple[int, Identity], float] = {}
    starts: dict[Edge, float] = {}
    for end, other in ((0, 1), (1, 0)):
        for edge in sorted(graph.edges, key=lambda edge, other=other: place[edge[other]]):  # type: ignore[misc]
            used = below.get((end, edge[end]), 0)
            below[end, edge[end]] = used + len(graph.edges[edge])
            if end:
                yield edge, starts[edge], used
            else:
                starts[edge] = used
