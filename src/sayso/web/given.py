"""What several pages take from an address; an empty field of a form asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator

USUAL = "range"
"""The policy where none is named."""


def given(**words: Iterable[str] | None) -> dict[str, list[str]]:
    """The fields of a form in which somebody wrote something."""
    held = {name: [word for word in several or () if word.strip()] for name, several in words.items()}
    return {name: several for name, several in held.items() if several}


def _named(policy: str) -> str:
    return policy.strip() or USUAL


Words = Annotated[list[str] | None, Query()]
"""The parameter of a page that takes any number of words."""

Policy = Annotated[str, Query(max_length=60, description="The policy by which rival counts become one estimate."), AfterValidator(_named)]
"""The parameter of a page that names a policy; the usual one where it is left empty."""
