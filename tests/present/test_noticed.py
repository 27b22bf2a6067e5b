"""Findings, links and estimates as a person reads them."""

from __future__ import annotations

from sayso.model import Aside, Estimate, Evidence, Finding, Kind, Link, Quantity, Status, Unit
from sayso.pipeline import extract
from sayso.present import explained, heard, named
from sayso.present.reckoned import beside, listed

NAMES = {"TJ": "Tajikistan", "SY": "Syria"}
LONG = "Officials in Dushanbe said that 500 Tajiks had left. " * 3


def finding(number: int = 6) -> Finding:
    quotes = tuple(Evidence(f"f{at}", f"text {at}", "500", "officials < ministry", LONG) for at in range(number))
    return Finding(Kind.ARITHMETIC, "The parts are too many.", tuple(one.figure for one in quotes), quotes, holds=False, cause="ten-fold")


def test_a_finding_says_what_sort_it_is_and_quotes_four() -> None:
    text = heard(finding(), width=60)
    lines = text.splitlines()
    assert lines[0] == f"arithmetic, does not work out  {finding().fingerprint}"
    assert lines[1:3] == ["The parts are too many.", "likely cause: ten-fold"]
    assert lines[-1] == "  and 2 further figures" and text.count("“") == 4
    assert all(len(line) <= 60 for line in lines)
    assert "[500] text 0: officials < ministry" in " ".join(text.split())
    assert "further" not in heard(finding(4)) and "and 1 further figure" in heard(finding(5))


def test_each_sort_has_its_heading() -> None:
    assert heard(Finding(Kind.DIVERGING_ECHO, "x", ("a",))).startswith("diverging echo  ")
    assert heard(Finding(Kind.SCOPE_MISMATCH, "x", ("a",), field="place")).startswith("scope mismatch: place  ")
    assert heard(Finding(Kind.ARITHMETIC, "x", ("a",), holds=True)).startswith("arithmetic, works out  ")


def test_nothing_steers_the_terminal() -> None:
    quote = Evidence("f", "text\x1b[0m", "5\x07", "so\u202eurce", "a\x1b[31m b")
    text = heard(Finding(Kind.ECHO, "one\x1b[2J", ("f",), (quote,))) + named([Link("a", "b", "why\x1b", 1, True, None, ("A\x1b", "B\x07"))])
    assert not any(letter in text for letter in "\x1b\x07\u202e")


def test_links_tell_their_state() -> None:
    states = {(True, None): "taken", (False, None): "not taken", (True, True): "confirmed", (False, False): "refused"}
    for (applied, decided), state in states.items():
        text = named([Link("a", "b", "its initials", 0.85, applied, decided, ("MC", "Meridian Centre"))])
        assert f" {state} " in text and "0.85" in text and "Meridian Centre" in text


def test_an_estimate_opens_on_its_figures() -> None:
    [low, high] = extract("Officials in Dushanbe said 500 Tajiks had joined. The Meridian Centre says 1,300 Tajiks had joined.")
    quantity = Quantity("joined", ("TJ",), ("SY",), "women", None, "march")
    made = Estimate(
        quantity, "official-first", 500, 500, 500, Status.CONTESTED, 1, 1, (low.fingerprint,), (Aside(high.fingerprint, "no"),), "r"
    )
    text = explained(made, {one.fingerprint: one for one in (low, high)}, NAMES)
    lines = text.splitlines()
    assert lines[0] == "joined, women, from Tajikistan, in Syria, event march, undated"
    assert lines[1:5] == ["policy official-first: 500, best 500, contested", "1 report from 1 origin", "how: r", ""]
    assert lines[5] == "rests on 1 figure:" and "set aside, 1 figure:" in lines and "            why: no" in lines
    assert "said [[500]] Tajiks" in text and "says [[1,300]] Tajiks" in text


def test_an_estimate_that_rests_on_nothing_says_so() -> None:
    made = Estimate(Quantity("joined"), "range", None, None, None, Status.UNRESOLVED, 0, 0, rule="every count is disputed")
    assert "policy range: –, best –, unresolved" in explained(made, {}, NAMES) and "rests on no figure" in explained(made, {}, NAMES)


def test_estimates_are_listed_and_laid_side_by_side() -> None:
    one = Estimate(Quantity("joined", ("TJ",), unit=Unit.HOUSEHOLD), "range", 500, None, None, Status.CONTESTED, 3, 2, ("f",))
    other = Estimate(one.quantity, "conservative", 500, 500, 1300, Status.CONTESTED, 3, 2, ("f",))
    header, _, row = listed([one], NAMES).splitlines()
    assert header.split() == ["estimate", "category", "from", "where", "time", "range", "best", "status", "rests", "on"]
    assert row.split()[:3] == [one.fingerprint[:8], "joined", "hh"] and row.split()[-4:] == ["–", "contested", "3r", "2o"]
    assert "Tajikistan" in row and "500+" in row
    header, _, row = beside([(one, other)], NAMES, 200).splitlines()
    assert "range best" in header and "conservative status" in header and "500–1,300" in row
    assert beside([], NAMES).startswith("estimate")
