"""Those of whom a text says that they were killed, hurt or hit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.model import Document, Mention
from sayso.pipeline import extract, mentions

from .casebook import entries

CASES = entries(Path(__file__).parent / "mentions.yaml")


def told(text: str, title: str | None = None) -> list[Mention]:
    document = Document("case", text, title)
    return mentions(document, extract(document))


def shown(mention: Mention, text: str) -> list[Any]:
    flags = [name for name in ("attacker", "apart") if getattr(mention, name)]
    return [text[mention.start : mention.end], mention.low, mention.fate.value, mention.share.value, *flags]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_mentions(case: dict[str, Any]) -> None:
    text, title = case.get("text", "Nothing more."), case.get("title")
    assert [shown(m, title or text) for m in told(text, title)] == case["told"]


def test_a_person_told_of_twice_is_one_person() -> None:
    found = told("A man, 44, was shot in the arm. The cook ran. The man, 44, died on Sunday. Another man was shot.")
    assert [m.person for m in found] == [1, 1, 2] or [m.person for m in found] == [1, 2]


def test_names_and_ages_are_not_kept() -> None:
    mention = told("Jane Example, 17, was shot in the back.")[0]
    assert (mention.low, mention.person, mention.figure) == (1, 1, "")
    assert not {"age", "name"} & set(Mention.__dataclass_fields__)


def test_a_mention_of_a_figure_knows_it() -> None:
    document = Document("case", "Two others were wounded and a third died.")
    [figure] = extract(document)
    assert next(m.figure for m in mentions(document, [figure])) == figure.fingerprint


def test_quotes_stand_in_the_text() -> None:
    text = "The bridge fell. Four people were killed.\n\nA driver was hurt."
    assert all(text[m.quote_start :].startswith(m.quote) and m.quote_start <= m.start < m.end for m in told(text))


def test_a_language_without_rules_gives_none() -> None:
    assert mentions(Document("case", "Погибли 12 человек.", language="ru"), []) == []
