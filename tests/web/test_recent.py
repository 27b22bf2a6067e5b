"""What is kept while the ledger stays as it is."""

from __future__ import annotations

from sayso.web.recent import Recent


def test_values_hold_for_one_state_and_the_oldest_go() -> None:
    state = ["one"]
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    held = Recent(lambda: state[0], most=2)
    for number in (1, 2, 1, 3, 1, 2):
        assert held.of(number, lambda number=number: make(number)) == number  # type: ignore[misc]
    assert made == [1, 2, 3, 2]
    state[0] = "two"
    held.of(2, lambda: make(2))
    assert made == [1, 2, 3, 2, 2]
