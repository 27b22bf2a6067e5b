"""What is kept is made once for each state, and not without end."""

from __future__ import annotations

import pytest

from sayso.web.kept import Kept


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    kept = Kept()
    made: list[int] = []

    def asked(key: int) -> int:
        def make() -> int:
            made.append(key)
            return key

        return kept.get(key, "state", make)

    for key in range(300):
        asked(key)
    asked(0)
    asked(300)
    made.clear()
    assert [asked(key) for key in (0, 300, 1)] == [0, 300, 1]
    assert made == [1]


def test_another_state_makes_it_anew() -> None:
    kept = Kept()
    made = iter((1, 2))
    assert [kept.get("one", state, lambda: next(made)) for state in ("a", "a", "b", "b")] == [1, 1, 2, 2]


def test_what_takes_long_is_made_anew_only_now_and_then() -> None:
    now, spent = [100.0], [0.0]
    kept = Kept(clock=lambda: now[0], effort=lambda: spent[0])

    def asked(key: str, state: str, seconds: float) -> str:
        def make() -> str:
            spent[0] += seconds
            return f"{key} of {state}"

        return kept.get(key, state, make, hold=key == "sums")

    assert [asked("sums", state, 0.8) for state in "abb"] == ["sums of a"] * 3
    assert [asked("row", state, 0.01) for state in "abb"] == ["row of a", "row of b", "row of b"]
    now[0] += 7.9
    assert asked("sums", "c", 0.8) == "sums of a"
    now[0] += 0.2
    assert [asked("sums", state, 0.8) for state in "cd"] == ["sums of c"] * 2
    assert [asked("pages", state, 0.8) for state in "ab"] == ["pages of a", "pages of b"], "only where that is asked for"
    assert spent[0] == pytest.approx(3.22)


def test_what_is_made_of_something_older_is_made_anew_with_it() -> None:
    now, spent = [0.0], [0.0]
    kept = Kept(clock=lambda: now[0], effort=lambda: spent[0])

    def slow(state: str) -> str:
        spent[0] += 1
        return f"all of {state}"

    def first(state: str) -> str:
        return kept.get("first", state, lambda: kept.get("all", state, lambda: slow(state), hold=True) + ", first")

    assert [first("a"), first("b")] == ["all of a, first"] * 2
    now[0] += 11
    assert [first("b"), first("b")] == ["all of b, first"] * 2
    assert spent[0] == 2


def test_what_failed_is_tried_again() -> None:
    kept = Kept()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            kept.get("one", "state", lambda: 1 // 0)
    assert kept.get("one", "state", lambda: 1) == 1
