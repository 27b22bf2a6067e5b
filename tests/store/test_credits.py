"""Whom figures are credited to: the last link of a chain originated, those before it passed on."""

from __future__ import annotations

from sayso.model import Role, Source
from sayso.store import Store
from sayso.store.credits import credited, credits

from .samples import document, figure

PAPER, WIRE, POLICE = Source("Paper", Role.PUBLISHER), Source("Wire", Role.RELAY), Source("Police", Role.ORIGIN)


def filled(store: Store, *chains: tuple[Source, ...]) -> None:
    for number, chain in enumerate(chains):
        held = document(name=f"report {number}")
        store.add(held, [figure(held, attribution=chain)])


def told(store: Store) -> list[tuple[str, str, bool, int]]:
    return [(one.name, one.document, one.origin, one.figures) for one in store.ask(lambda connection: list(credits(connection)))]


def test_the_last_link_is_the_origin(store: Store) -> None:
    filled(store, (PAPER, WIRE, POLICE))
    assert told(store) == [("Paper", "report 0", False, 1), ("Police", "report 0", True, 1), ("Wire", "report 0", False, 1)]


def test_a_publisher_is_the_origin_of_what_it_credits_to_nobody(store: Store) -> None:
    filled(store, (PAPER,), ())
    assert told(store) == [("Paper", "report 0", True, 1)]


def test_figures_of_names_come_a_stretch_at_a_time(store: Store) -> None:
    filled(store, (POLICE,), (WIRE, POLICE), (PAPER, WIRE), (POLICE, WIRE))
    found = store.ask(lambda connection: credited(connection, ["Police", "nobody"], "", True, (1, 1)))
    assert found.total == 2 and [one.document for one in found.figures] == ["report 1"]
    passed = store.ask(lambda connection: credited(connection, ["Police"], "", False, (0, 5)))
    assert [one.document for one in passed.figures] == ["report 3"]


def test_figures_of_a_name_in_one_document(store: Store) -> None:
    filled(store, (POLICE,), (POLICE,))
    [first, _] = store.documents()
    found = store.ask(lambda connection: credited(connection, ["Police"], first.fingerprint, True, (0, 5)))
    assert [one.document for one in found.figures] == ["report 0"]
