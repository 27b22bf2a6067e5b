"""A text that comes twice under two names confirms nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from sayso.codebook import rules
from sayso.ledger import samples
from sayso.model import Document
from sayso.read import read
from sayso.reconcile import Fact, estimate, reckon

from .casebook import cases, facts

DOCUMENTS = [
    *(item for item in read([samples() / name for name in ("thinktank.txt", "wire.txt", "hospital.txt")]) if isinstance(item, Document)),
    *(document for case in cases() if case.family in ("echoes", "conflicts", "origins") for document in case.documents),
]


def estimates(held: list[Fact]) -> Counter[object]:
    made = [estimate(point, policy) for point in reckon(held, rules()).points for policy in rules().policies]
    return Counter((replace(one.quantity, time=None), one.policy, one.low, one.best, one.high, one.status, one.origins) for one in made)


@pytest.mark.parametrize("prefix", ["0 before ", "z after "])
def test_every_estimate_stays_as_it_is(prefix: str) -> None:
    alone, _ = facts(DOCUMENTS)
    twice, _ = facts([*DOCUMENTS, *(replace(document, name=f"{prefix}{document.name}") for document in DOCUMENTS)])
    assert len(twice) == 2 * len(alone)
    missing = estimates(alone) - estimates(twice)
    assert not missing, "\n".join(map(str, missing))
