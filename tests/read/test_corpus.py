"""The coded texts: nothing that was coded as a figure is set aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.model import Document
from sayso.read import read

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = pytest.mark.skipif(not (SHARED / "gold" / "dev.jsonl").exists(), reason="the coded texts are not here")


@pytest.mark.parametrize(("coded", "folder"), [("gold/dev.jsonl", "gold/texts"), ("gold/seeds.jsonl", "seeds")])
def test_no_coded_figure_is_set_aside_and_coded_dates_are_found(coded: str, folder: str) -> None:
    found = {item.name: item for item in read([SHARED / folder]) if isinstance(item, Document)}
    for line in (SHARED / coded).read_text("utf-8").splitlines():
        gold = json.loads(line)
        document = found[gold["document"]]
        assert document.published == gold["published"]
        for figure in gold["figures"]:
            start = document.text.index(figure["mark"].replace("[[", "").replace("]]", "")) + figure["mark"].index("[[")
            assert not any(begin <= start < end for begin, end in document.aside), figure["mark"]


def test_the_newsletter_gives_up_its_publisher() -> None:
    found = [item for item in read([SHARED / "seeds"]) if isinstance(item, Document)]
    assert [item.publisher for item in found] == ["DW", "Between the Lines", None]
