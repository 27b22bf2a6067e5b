"""What holds of every set of counts, however they quarrel."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codebook import rules
from sayso.model import Estimate, Interval, Point, Quantity, Unit
from sayso.reconcile import Fact, Names, Naming, estimate, heads, links
from sayso.reconcile.claims import claims
from sayso.reconcile.interval import camps, shared
from sayso.reconcile.policies import agreed

STEADY = settings(derandomize=True, deadline=None, max_examples=100)
NUMBERS = st.sampled_from([1, 12, 90, 95, 98, 100, 105, 110, 115, 200, 4217])
INTERVALS = st.one_of(
    NUMBERS.map(lambda n: Interval(n, n)),
    NUMBERS.map(lambda n: Interval(n, None)),
    NUMBERS.map(lambda n: Interval(None, n)),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Interval(min(pair), max(pair))),
)
SOURCES = st.sampled_from(["police", "the Meridian Centre", "Officials in Osh", "Orvell Research", "a report", "new figures", ""])
QUOTES = st.sampled_from(["Some were counted.", "In the long war of the valley many men were counted by many men.", "Many went."])
DATES = st.sampled_from([None, "2016", "2016-03-01", "2016-05-01"])


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Counts of one quantity at one time."""
    return [_fact(draw, at) for at in range(draw(st.integers(1, 6)))]


def _fact(draw: st.DrawFn, at: int) -> Fact:
    document, interval, source = draw(st.sampled_from("abc")), draw(INTERVALS), draw(SOURCES)
    about = interval.low is not None and interval.low == interval.high and draw(st.booleans())
    reach = Interval(interval.bottom * 9 // 10, -(-interval.bottom * 11 // 10)) if about else interval
    return Fact(
        figure=f"figure {at}", order=(document, f"fingerprint of {document}", at), published=draw(DATES), event=None, category="joined",
        unit=Unit.PERSON, interval=interval, reach=reach, people=("TJ",), place=(), group="", as_of=draw(DATES),
        disputed=draw(st.integers(0, 5)) == 0, whole="figure 0" if at and draw(st.integers(0, 5)) == 0 else None,
        source=source or document, own=not source, official=source.startswith("Off"), chain=(source,) if source else (),
        reported_text="some", said="some", quote=draw(QUOTES),
    )  # fmt: skip


def reckoned(held: list[Fact], policy: str) -> Estimate:
    found, asides = claims(sorted(held, key=lambda fact: fact.order), {})
    return estimate(Point(Quantity("joined"), tuple(found), tuple(asides)), policy)


@STEADY
@given(st.lists(INTERVALS, min_size=1, max_size=6))
def test_camps_cover_everyone_and_are_as_few_as_can_be(held: list[Interval]) -> None:
    found = camps(held)
    assert sorted(at for camp in found for at in camp) == list(range(len(held)))
    assert all(shared(held[at] for at in camp) is not None for camp in found)
    points = {one.bottom for one in held}
    fewest = next(
        number
        for number in range(1, len(held) + 1)
        for chosen in combinations(sorted(points), number)
        if all(any(one.bottom <= point <= one.top for point in chosen) for one in held)
    )
    assert len(found) == fewest


@STEADY
@given(facts(), st.sampled_from(sorted(rules().policies)))
def test_low_is_not_above_best_and_best_not_above_high(held: list[Fact], policy: str) -> None:
    made = reckoned(held, policy)
    given_ = [number for number in (made.low, made.best, made.high) if number is not None]
    assert given_ == sorted(given_)
    assert sorted([*made.used, *(aside.figure for aside in made.aside)]) == sorted(fact.figure for fact in held)
    assert made.origins <= max(made.reports, len(made.used)) and (made.origins > 0) is bool(made.used)


@STEADY
@given(facts())
def test_best_agrees_with_every_origin(held: list[Fact]) -> None:
    found, _ = claims(held, {})
    best = agreed(found) if found else None
    assert best is None or all(claim.reach.bottom <= best <= claim.reach.top for claim in found)


@STEADY
@given(facts(), st.data(), st.sampled_from(sorted(rules().policies)), st.sampled_from(["0 before all", "z after all"]))
def test_an_echo_changes_no_number_and_no_origin(held: list[Fact], data: st.DataObject, policy: str, name: str) -> None:
    one = data.draw(st.sampled_from(held))
    if one.own or one.source in ("a report", "new figures"):
        name = "z after all"  # of two texts that name nobody the later one is the echo
    echo = replace(one, figure="echo", order=(name, name, 0), whole=None, source=name if one.own else one.source)
    before = reckoned(held, policy)
    if one.whole in {fact.figure for fact in held} or one.disputed:
        return
    after = reckoned([*held, echo], policy)
    assert (after.low, after.best, after.high, after.origins, after.status) == (
        before.low,
        before.best,
        before.high,
        before.origins,
        before.status,
    )


WORDS = st.sampled_from(["Meridian", "Karsin", "Crisis", "Monitor", "Centre", "Center", "report", "KCM", "study", "Orvell", "far"])
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12)


@STEADY
@given(NAMES, st.data())
def test_links_are_stars_and_persons_have_the_last_word(held: list[str], data: st.DataObject) -> None:
    names = Names.of(Naming(str(at % 3), name.casefold(), name) for at, name in enumerate(held))
    free = links(names)
    pairs = st.sampled_from([(link.name, link.head) for link in free] or [("orvell", "karsin")])
    turned = st.tuples(pairs, st.booleans()).map(lambda held: held[0] if held[1] else held[0][::-1])
    decisions = data.draw(st.dictionaries(turned, st.booleans(), max_size=4))
    found = links(names, decisions)
    read_as = heads(found)
    assert not read_as.keys() & set(read_as.values())
    applied = [(link.name, link.head) for link in found if link.applied]
    assert len(applied) == len(read_as) and len(set(found)) == len(found)
    for (name, head), said in decisions.items():
        if not said:
            assert (name, head) not in applied
            assert (head, name) not in applied or decisions.get((head, name))
    assert Counter(link.name for link in found if link.applied and link.decided is None and link.score < 0.8) == Counter()
