"""What is set aside, and what must not be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Document
from sayso.read.clutter import is_clutter

Reader = Callable[..., Document]


def aside(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.aside]


@pytest.mark.parametrize(
    "line",
    [
        "Share this post",
        "Share",
        "∙ Paid",
        "Keep reading with a 7-day free trial",
        "Already a paid subscriber? Sign in",
        "© 2025 Jane Doe",
        "Subscribe to Quiet Frontiers to keep reading this post and get 7 days of free access to the full post archives.",
        "Quiet Frontiers is a reader-supported publication. To receive new posts and support my work, consider becoming a paid subscriber.",
        "Privacy ∙ Terms ∙ Collection notice",
        "Start writingGet the app",
        "Image source",
        "Read more",
        "ADVERTISEMENT",
        "Follow us on Twitter",
        "3 min read",
        "Updated 12:40 GMT",
        "Comments (12)",
        "1.2k shares",
        "Most read",
        "Photo: Jane Doe/Agency",
        "jane.doe@example.org",
        "https://example.org/12-killed-in-blast",
        "Scroll down for video",
        "Click to Expand",
        "Story highlights",
        "Related Stories",
        "Image 1 of 3",
        "Join 12,000 readers who get our letter",
        "2,345 people like this",
        "12 people found this helpful",
        "312 comments | 40 shares",
        "Jane Doe's avatar",
        "Copyright 2016 The Steppe Post. All rights reserved. This material may not be published or redistributed.",
        "+992 37 221 00 00",
        "Sign up for one of our email newsletters.",
        "Please enable Javascript to watch this video",
        "Home › World › Asia",
        "4 hours ago",
        "Поделиться",
    ],
)
def test_furniture_is_clutter(line: str) -> None:
    assert is_clutter(line)


@pytest.mark.parametrize(
    "line",
    [
        "12 killed in blast",
        "12 people found dead in lorry",
        "1 300 000",
        "12 of 30.",
        "Updated: 12:40 - 12 killed in blast",
        "Share of women among the 300 returnees",
        "Photo: 12 people were killed here",
        "Video: 40 arrested at the border",
        "1,300",
        "Tajikistan: 1,300",
        "Of them, 12 were women.",
        "Dozens held",
        "147 returned",
        "More than 4,200 people have left.",
        "Follow-up: 12 suspects freed",
        "Click here: 12 people missing",
        "Related: two soldiers killed",
        "Join 12,000 fighters in Syria",
        "Tajikistan | 1,300 | 147",
        "40 days in the camp",
        "Comments by 12 officials were recorded",
        "Updated: 12 people killed in blast",
        "Погибли 12 человек",
        "Thirty families",
        "People of 33 countries",
    ],
)
def test_lines_that_report_people_are_not(line: str) -> None:
    assert not is_clutter(line)


def test_a_pasted_newsletter(document: Reader) -> None:
    account = "Last August the bureau said that it was looking for more than a dozen nationals, and that 9 suspects had been held. " * 2
    page = f"""Quiet Frontiers

Quiet Frontiers

Share this post

Quiet Frontiers
The valley empties again

The valley empties again

Jane Doe's avatar
Jane Doe
Apr 08, 2024
∙ Paid
17

Share this post

Quiet Frontiers
The valley empties again
2
Share

{account}

Keep reading with a 7-day free trial

© 2025 Jane Doe
Share"""
    found = document(page)
    assert (found.title, found.publisher, found.author, found.published) == (
        "The valley empties again",
        "Quiet Frontiers",
        "Jane Doe",
        "2024-04-08",
    )
    put = aside(found)
    assert {"17", "2", "∙ Paid", "Apr 08, 2024", "Keep reading with a 7-day free trial", "© 2025 Jane Doe"} <= set(put)
    assert put.count("The valley empties again") == 2
    assert "dozen" not in " ".join(put)


def test_a_bare_number_is_kept_unless_a_button_stands_beside_it(document: Reader) -> None:
    assert aside(document("Returned by country\n\nKazakhstan\n\n147\n\nKyrgyzstan\n\n44\n\n12\nLike\n")) == ["12", "Like"]


def test_a_headline_with_people_is_read_once(document: Reader) -> None:
    found = document("Blast in the valley kills 12\n\nBlast in the valley kills 12\n\nPolice spoke on Monday.\n")
    assert aside(found) == ["Blast in the valley kills 12"]
    assert found.aside[0][0] > 0


def test_a_wrapped_line_goes_with_the_one_above_it(document: Reader) -> None:
    assert aside(document("The blast in the capital on Monday killed 12 and wounded 30\nmore.\n\nmore\n")) == ["more"]
