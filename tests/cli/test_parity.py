"""The same verbs, filters and choices on the command line and on the ledger."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

from sayso.cli import main
from sayso.ledger import Ledger
from sayso.present import FIELDS
from sayso.store import Filters

FILTERS = {field.name for field in fields(Filters)}
NO_VERBS = {"close", "look", "documents", "path"}
"""Of the ledger only: opening and closing, and the documents that its figures stand in."""
NO_METHODS = {"completion", "accounts", "serve", "report"}
"""Of the command only: what a shell asks, accounts, which are of a server and not of a ledger, and what the workbench above the ledger
does."""


def options(verb: str) -> set[str]:
    return {str(option.name) for option in main.commands[verb].params}


def test_every_verb_is_a_method_and_every_method_a_verb() -> None:
    methods = {name for name in vars(Ledger) if not name.startswith("_")}
    assert set(main.commands) - NO_METHODS == methods - NO_VERBS


@pytest.mark.parametrize("verb", ["figures", "table", "show", "export", "chart"])
def test_filters_are_the_same(verb: str) -> None:
    parameters = inspect.signature(getattr(Ledger, verb)).parameters
    assert any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values())
    assert options(verb) >= FILTERS


@pytest.mark.parametrize("verb", ["table", "show"])
def test_rows_and_columns_are_the_same(verb: str) -> None:
    parameters = inspect.signature(getattr(Ledger, verb)).parameters
    for option in main.commands[verb].params:
        if option.name in ("rows", "columns"):
            assert option.default == parameters[option.name].default
            assert {item.value for item in option.type.shell_complete(None, option, "")} == set(FIELDS)  # type: ignore[arg-type]


@pytest.mark.parametrize("verb", sorted(set(main.commands) - {"completion"}))
def test_the_ledger_can_be_named_after_every_verb(verb: str) -> None:
    assert "ledger" in options(verb)
