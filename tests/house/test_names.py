"""The public names of the package and of every room: changing one is changing what others rely on."""

from __future__ import annotations

from importlib import import_module

import pytest

import sayso

NAMES = {
    "sayso": "Document Figure Ledger Quantifier SaysoError Source Unit __version__ extract open",
    "sayso.access": "TOKEN Accounts Actor Deed Hashing Limits Pace Person Role Token Viewer draw password seal sealed user",
    "sayso.cli": "main",
    "sayso.codebook": "Category Codebook Policy Rules load rules",
    "sayso.errors": "",
    "sayso.find": "ends figures mentions numbers reparse",
    "sayso.languages": (
        "Entry Gazetteer Lexicon Noun Sense Word available compared folded forms gazetteer grammar lexicon lines of_kind words"
    ),
    "sayso.ledger": "Added Check Entry Explanation Judged Ledger Outcome find open readings samples",
    "sayso.model": (
        "Aside Basis Claim Counted Decision Document Estimate Event Evidence Fate Figure Finding Interval Kind Link Mention Note Point "
        "Quantifier Quantity Refusal Review Role Settled Share Shown Source Span Standing Status Unit Value Verdict Weighed words"
    ),
    "sayso.pipeline": "extract mentions",
    "sayso.present": (
        "FIELDS Area Cell Chart Press Table View agreed awaiting beside choropleth citations csv_records estimated explained "
        "export heading heard judged line listed named overview reported show summary table timeline"
    ),
    "sayso.read": "MAX_BYTES read",
    "sayso.reconcile": (
        "METHOD Account Fact Key Names Naming Reckoning estimate event fact findings gravity heads keys links namings "
        "only_maker pieces points reckon with_makers"
    ),
    "sayso.review": "FIELDS Agreement agreement alpha corrected reading_of settle snapshot standing",
    "sayso.split": "sentences",
    "sayso.store": (
        "QUEUES About AccountsFile Counts Cut Dated Deed Derived Desk Engine Filters Heap Listed Outcome Pages Passage Person "
        "Results Session Shelf Sought Store Token accounts_path engine_in_use printable"
    ),
    "sayso.web": "Place application serve",
}


@pytest.mark.parametrize("room", NAMES)
def test_public_names(room: str) -> None:
    module = import_module(room)
    public = getattr(module, "__all__", [])
    assert list(public) == NAMES[room].split()
    assert all(getattr(module, name) is not None for name in public)


def test_the_package_lists_its_names_and_no_others() -> None:
    assert dir(sayso) == sorted(sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        sayso.opne  # noqa: B018


def test_every_error_is_drawn_at_the_top_of_its_module() -> None:
    errors = import_module("sayso.errors")
    kinds = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type)}
    drawn = [line.lstrip("│├└─ ").split()[0] for line in (errors.__doc__ or "").splitlines() if line[:1] in "S├└│" and line]
    assert drawn == list(kinds)
    assert all(issubclass(kind, errors.SaysoError) for kind in kinds.values())
