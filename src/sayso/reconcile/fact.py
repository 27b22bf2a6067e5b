"""A figure as reconciling sees it: with its document's date and event, and with its origin settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from sayso.codebook import Rules
from sayso.languages import compared, of_kind
from sayso.model import Figure, Quantifier, Role, Unit
from sayso.reconcile.anatomy import describes
from sayso.reconcile.interval import Interval


@dataclass(frozen=True, slots=True)
class Fact:
    """What reconciling needs of a figure and of its document; `order` sorts facts as their texts have them.

    `interval` is the reported one, `reach` what agrees with it: some way around a number that is told as approximate.
    `maker` is the one body that its text names, if there is just one, by its compared name.
    `source` is the name of the last link of the chain and `own` whether that is the text itself or its publisher.
    """

    figure: str
    order: tuple[str, str, int]
    published: str | None
    event: str | None
    category: str
    unit: Unit
    interval: Interval
    reach: Interval
    people: tuple[str, ...]
    place: tuple[str, ...]
    group: str
    as_of: str | None
    disputed: bool
    whole: str | None
    source: str
    own: bool
    official: bool
    chain: tuple[str, ...]
    reported_text: str
    said: str
    quote: str
    maker: str = ""

    @property
    def name(self) -> str:
        """The name of its document."""
        return self.order[0]

    @property
    def digest(self) -> int:
        """63 bits that are others if anything here is, never 0."""
        held = blake2b(repr(self).encode("utf8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(held, "big") >> 1 or 1

    @property
    def wants_maker(self) -> bool:
        """Whether it may be a count of the one body that its text names."""
        return self.own or describes(self.source)

    @property
    def document(self) -> str:
        """The fingerprint of its document."""
        return self.order[1]


def fact(figure: Figure, published: str | None, event: str | None, rules: Rules, maker: str = "") -> Fact:
    """A figure as a fact; `maker` is what `only_maker` gives for the names in the chains of its document."""
    named = [source for source in figure.attribution if source.role is not Role.PUBLISHER]
    last = (named or [*figure.attribution])[-1] if figure.attribution else None
    return Fact(
        figure=figure.fingerprint,
        order=(figure.document, figure.document_fingerprint, figure.start),
        published=published,
        event=event,
        category=figure.category,
        unit=figure.unit,
        interval=Interval(figure.low, figure.high),
        reach=_reach(figure, rules.about),
        people=tuple(sorted(figure.origin)),
        place=tuple(sorted(figure.location)),
        group=rules.group(figure.noun, figure.category) if figure.noun else "",
        as_of=figure.as_of,
        disputed=figure.disputed,
        whole=figure.whole,
        source=last.name if last else figure.document,
        own=not named,
        official=last is not None and last.basis.value == "official",
        chain=tuple(source.name for source in named),
        reported_text=figure.reported_text,
        said=said(figure),
        quote=figure.quote,
        maker=maker,
    )


def _reach(figure: Figure, about: int) -> Interval:
    if figure.quantifier is not Quantifier.APPROXIMATELY or figure.low is None or figure.high is None:
        return Interval(figure.low, figure.high)
    return Interval(figure.low * (100 - about) // 100, -(-figure.high * (100 + about) // 100))


_SAID = {
    "exact": "{low:,}", "approximately": "about {low:,}", "at_least": "at least {low:,}", "more_than": "more than {low:,}",
    "at_most": "up to {high:,}", "less_than": "fewer than {high:,}", "range": "{low:,} to {high:,}", "vague": "{text}",
}  # fmt: skip


def said(figure: Figure) -> str:
    """The number as a sentence has it: `at least 2,000`, `several hundred`."""
    pattern = _SAID[figure.quantifier.value]
    if (figure.low is None and "low" in pattern) or (figure.high is None and "high" in pattern):
        pattern = "{text}"
    return pattern.format(low=figure.low, high=figure.high, text=" ".join(figure.reported_text.split()).lower())


def origin(source: Fact, heads: Mapping[str, str]) -> str:
    """What tells the origin of a count from others that speak of the same quantity.

    A proper name is the same in every document, under the name that it is linked to. Officials without a name are one for one
    quantity: two texts that both say "police" of one event are likely to mean the same police, and counting
    them twice would confirm a number by itself. A text without a name ("a report") is another one in each document, and so is
    what a text says in its own voice without a publisher. A description ("the US-based think tank") is the one body that its
    text names, else another one in each document.
    """
    if source.own and source.source == source.name:
        return f"document {source.document}"
    name, proper = compared(source.source)
    if describes(source.source):
        return heads.get(source.maker, source.maker) or f"{name} in {source.document}"
    if proper:
        return heads.get(name, name)
    texts = of_kind("texts")
    return f"{name} in {source.document}" if any(word in texts for word in name.split()) else f"unnamed {name}"
