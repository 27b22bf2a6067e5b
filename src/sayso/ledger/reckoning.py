"""Keeping findings and estimates in step with the facts: after a change only the pieces that it touches are reckoned again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from sayso.codebook import Rules, rules
from sayso.model import Decision, Estimate, Finding, Link, Point, Verdict, words
from sayso.reconcile import (
    METHOD,
    Fact,
    Key,
    Names,
    Naming,
    Reckoning,
    estimate,
    fact,
    findings,
    gravity,
    heads,
    keys,
    links,
    namings,
    only_maker,
    pieces,
    points,
    reckon,
    with_makers,
)
from sayso.store import Dated, Derived, Store

_BATCH = 2_000
_MANY = 2_000
"""So many changed documents are reckoned with all facts in memory; few with those of the touched pieces alone."""

Decided = Mapping[tuple[str, str], bool]
"""What persons said of links between names, by the two names."""


def refresh(store: Store) -> None:
    """Bring what is derived up to the facts; nothing happens where it is.

    The result is the same to the byte as from an empty start. Raises LedgerError if the ledger cannot be written.
    """
    held = rules()
    mark = f"{METHOD} {held.digest}"
    with store.derived() as derived:
        if derived.made_by() == mark and not derived.stale():
            return
    with store.derived(write=True) as derived:
        decided = judged(derived.decisions("link"))
        if derived.made_by() != mark or len(derived.stale()) > _MANY:
            derived.begin_anew(mark)
            _rebuild(derived, held, decided)
            derived.measure()
        else:
            _update(derived, held, decided)
        derived.settle()


def judged(decisions: Iterable[Decision]) -> dict[tuple[str, str], bool]:
    """What persons last said of links between names, by the two names in either order; what was undone is not there."""
    told: dict[frozenset[str], list[Decision]] = {}
    for decision in decisions:
        told.setdefault(frozenset(decision.subject), []).append(decision)
    stand = {subject: words(held).values() for subject, held in told.items()}
    last = [max(held, key=told[subject].index) for subject, held in stand.items() if held]
    return {(one.subject[0], one.subject[1]): one.verdict == Verdict.ACCEPT for one in last}


def noticed(store: Store) -> list[Finding]:
    """All findings, the gravest first."""
    if store.readonly:
        return list(_from_scratch(store).findings)
    refresh(store)
    with store.derived() as derived:
        return sorted(derived.findings(), key=gravity)


def reckoned(store: Store, policy: str) -> list[Estimate]:
    """All estimates under a policy, by what they are of and time."""
    return [estimate(point, policy) for point in settled(store)]


def settled(store: Store) -> list[Point]:
    """What all estimates are made of, by what they are of and time."""
    if store.readonly:
        return list(_from_scratch(store).points)
    refresh(store)
    with store.derived() as derived:
        return sorted(derived.points(), key=lambda point: point.order)


def linked(store: Store) -> list[Link]:
    """All links between names, by name."""
    if store.readonly:
        return list(_from_scratch(store).links)
    refresh(store)
    with store.derived() as derived:
        return derived.aliases()


def read_as(store: Store) -> dict[str, str]:
    """Compared names of sources that are read as another one, and as which."""
    return heads(linked(store))


def _from_scratch(store: Store) -> Reckoning:
    """All of it in memory, for a ledger that cannot be written."""
    held = rules()
    with store.derived() as derived:
        return reckon(_facts(list(derived.facts()), held), held, judged(derived.decisions("link")))


def _rebuild(derived: Derived, held: Rules, decided: Decided) -> None:
    """Everything from an empty start, with all facts in memory."""
    facts = _enter(derived, list(derived.facts()), held)
    settled = _settle_names(derived, decided)
    groups = pieces(facts, held)
    for batch in _batched(sorted(groups), _BATCH):
        derived.put({key: _made(key, groups[key], settled, held) for key in batch})


def _update(derived: Derived, held: Rules, decided: Decided) -> None:
    """The pieces of changed documents in which a figure is new, gone or read otherwise, and those whose origins have another name now."""
    changed = derived.stale()
    there = derived.forget(changed)
    new = _enter(derived, list(derived.facts(changed)), held)
    touched = {key for key, _ in there ^ {(key, one.digest) for one in new for key in keys(one, held)}}
    before = heads(derived.aliases())
    after = _settle_names(derived, decided)
    moved = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    touched |= derived.pieces_of(derived.naming(moved))
    for batch in _batched(sorted(touched), _BATCH):
        groups = derived.facts_of(batch)
        dated = {one.figure_id: one for members in groups.values() for one in members}
        known = _known(derived, dated, held)
        derived.put({key: _made(key, _ordered(groups[key], known), after, held) for key in batch})


def _known(derived: Derived, dated: Mapping[int, Dated], held: Rules) -> dict[int, Fact]:
    """The facts of figures by their numbers; the body that a text names is asked for where it may be meant, which is seldom."""
    known = {number: fact(one.figure, one.published, one.event, held) for number, one in dated.items()}
    wanting = {number: dated[number].document_id for number, one in known.items() if one.wants_maker}
    makers = derived.named_in(set(wanting.values()))
    made = {number: replace(known[number], maker=only_maker(makers.get(document, ()))) for number, document in wanting.items()}
    return known | made


def _enter(derived: Derived, new: Sequence[Dated], held: Rules) -> list[Fact]:
    """Put figures into their pieces and the names of their sources to their documents."""
    facts = _facts(new, held)
    derived.keep(
        [(key, dated.figure_id, dated.document_id, one.digest) for dated, one in zip(new, facts, strict=True) for key in keys(one, held)],
        [(number, *naming[1:]) for number, naming in _named(new, facts)],
    )
    return facts


def _named(new: Sequence[Dated], facts: Sequence[Fact]) -> Iterator[tuple[int, Naming]]:
    by_document: dict[int, list[Fact]] = {}
    for dated, one in zip(new, facts, strict=True):
        by_document.setdefault(dated.document_id, []).append(one)
    for number, members in by_document.items():
        for naming in namings(members):
            yield number, naming


def _settle_names(derived: Derived, decided: Decided) -> dict[str, str]:
    found = links(Names.counted(derived.spellings(), derived.together), decided)
    derived.put_aliases(found)
    return heads(found)


def _ordered(dated: Iterable[Dated], known: Mapping[int, Fact]) -> list[Fact]:
    """Facts as a rebuild has them: by document and place, of two that start at one place the shorter first."""
    placed = sorted(dated, key=lambda one: (known[one.figure_id].order, one.figure.end))
    return [known[one.figure_id] for one in placed]


def _facts(dated: Sequence[Dated], held: Rules) -> list[Fact]:
    """The facts of whole documents, in the same order."""
    facts = [fact(one.figure, one.published, one.event, held) for one in dated]
    return with_makers(facts)


def _made(key: Key, facts: Sequence[Fact], settled: Mapping[str, str], held: Rules) -> tuple[list[Finding], list[Point]]:
    if not facts:
        return [], []
    return list(findings(key, facts, settled, held)), list(points(key, facts, settled, held))


def _batched(held: Sequence[Key], size: int) -> Iterator[Sequence[Key]]:
    rest = iter(held)
    while batch := list(islice(rest, size)):
        yield batch
