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


def test_what_failed_is_tried_again() -> None:
    kept = Kept()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            kept.get("one", "state", lambda: 1 // 0)
    assert kept.get("one", "state", lambda: 1) == 1
