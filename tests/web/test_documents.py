"""Documents: found, read, downloaded, and marked where a number is missing."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page

from sayso.ledger import Ledger, open
from sayso.model import Document, Figure, Quantifier, Unit
from sayso.store import Store

from .hostile import HURT
from .keyboard import press
from .places import named
from .serving import asking, fetch, sealed, serving

TEXT = (
    "\U0001f4f0 Report\r\nOf the 300 people in camp \U0001f3d5\ufe0f A, 40 left.\r\n\r\n"
    + "Nobody knows why\0. " * 8
    + "A crowd of 2,000 came; 40 stayed.\n<b>Two hundred</b> slept outside.\n"
)


@pytest.fixture
def place(tmp_path: Path, filled: Path) -> Path:
    """A ledger that may be changed, with one more document: letters beyond the BMP, NULs, carriage returns, and no figures but one."""
    path = tmp_path / "own.db"
    shutil.copy(filled, path)
    held = Document('odd "name" \u202e/..\\ü', TEXT, media_type="text/html", raw=TEXT.encode(), sha256="ab" * 32, url="http://example.org/a?b")
    at = held.text.index("300")
    quote = held.text[at - 7 : at + 30]
    figure = Figure(
        held.name, at, at + 3, "300", 300, 300, Quantifier.EXACT, Unit.PERSON, "affected", quote, at - 7,
        document_fingerprint=held.fingerprint, confidence=0.5,
    )  # fmt: skip
    with Store.open(path) as store:
        store.add(held, [figure])
    return path


@pytest.fixture
def own(place: Path) -> Iterator[str]:
    """The address of the document in a workbench that may be changed."""
    with open(place, create=False) as ledger:
        fingerprint = named(ledger, "odd")
    with serving(place) as site:
        yield f"{site}/documents/{fingerprint}"


@pytest.fixture
def hand(own: str) -> Iterator[httpx2.Client]:
    """Whoever may change something there."""
    with asking(own.split("/documents", maxsplit=1)[0]) as held:
        yield sealed(held)


def test_the_list_is_searched_and_filtered(client: httpx2.Client) -> None:
    held = client.get("/documents.json?search=doctors&only=figures").json()
    [one] = [row for row in held["rows"] if row["name"] == "hospital"]
    assert (one["publisher"], one["published"], one["figures"], one["reviewed"]) == ("Aksuu Courier", "2019-03-15", 10, 0)
    assert {piece["text"].lower() for piece in one["snippet"] if piece["hit"]} == {"doctors"}
    assert client.get("/documents.json?publisher=Aksuu+Courier&since=2019&until=2019-03").json()["total"] == 1
    assert client.get("/documents.json?search=%22%22%22+AND+NEAR(").status_code == 200
    assert client.get("/documents.json?sort=size").status_code == 400
    assert client.get("/documents.json?since=lately").status_code == 422


def test_the_list_comes_as_files(client: httpx2.Client) -> None:
    total = client.get("/documents.json").json()["total"]
    rows = list(csv.DictReader(StringIO(client.get("/documents.csv?size=2&page=2").text)))
    assert len(rows) == total and {row["figures"] for row in rows if row["name"] == "hospital"} == {"10"}
    assert client.get("/documents.xlsx").content.startswith(b"PK")


def test_figures_stand_where_they_say(ledger: Ledger, client: httpx2.Client) -> None:
    held = client.get(f"/documents/{named(ledger, 'hospital')}.json").json()
    assert held["parts"] == 1 and held["total"] == len(held["figures"]) == 10
    assert all(held["text"][one["start"] : one["end"]] == one["reported_text"] for one in held["figures"])
    assert {one["standing"] for one in held["figures"]} == {"new"}


def test_what_is_not_there_is_not_found(client: httpx2.Client) -> None:
    for path in ("/documents/0000", "/documents/0000.json", "/documents/0000/original"):
        assert client.get(path).status_code == 404


def test_the_original_is_saved_and_never_shown(own: str) -> None:
    answered = fetch(f"{own}/original")
    assert answered.content == TEXT.encode() and answered.headers["content-type"] == "application/octet-stream"
    told = answered.headers["content-disposition"]
    assert told == "attachment; filename=\"odd _name_ _..__.html\"; filename*=UTF-8''odd%20%22name%22%20_.._%C3%BC.html"
    assert answered.headers["x-content-type-options"] == "nosniff" and "sandbox" in answered.headers["content-security-policy"]


def test_a_document_without_bytes_says_so(ledger: Ledger, client: httpx2.Client) -> None:
    assert client.get(f"/documents/{named(ledger, '500 name')}/original").status_code == 404


def test_markup_of_a_text_stays_text(ledger: Ledger, browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site)
    page.goto(f"/documents/{named(ledger, '500 name')}")
    assert HURT in page.inner_text("#lines") and page.evaluate("window.hurt") is None
    assert page.locator("a[href^='javascript']").count() == 0 and "javascript:window.hurt=1" in page.inner_html("details:last-of-type")
    page.close()


def drawn(page: Page) -> dict[int, str]:
    """The characters of every paragraph of the page by where it says that they start."""
    held = page.eval_on_selector_all("[data-start]", "all => all.map(p => [p.dataset.start, p.textContent])")
    return {int(at): text for at, text in held}


def test_the_page_has_the_characters_of_the_text_one_for_one(own: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(own)
    for start, held in drawn(page).items():
        assert held == TEXT[start : start + len(held)].replace("\0", "\ufffd")
    page.close()


def test_a_long_text_comes_in_parts(tmp_path: Path) -> None:
    line = "At least 12 people were killed and 30 hurt, police said on Monday. " * 3
    text = f"{line}\n\n" * 100_000
    held = Document("long", text, sha256="cd" * 32)
    at = text.index("12", 15_000_000)
    figure = Figure(
        "long", at, at + 2, "12", 12, None, Quantifier.AT_LEAST, Unit.PERSON, "killed", text[at - 9 : at + 20], at - 9,
        document_fingerprint=held.fingerprint,
    )  # fmt: skip
    with Store.open(tmp_path / "long.db") as store:
        assert len(text) > 20_000_000
        store.add(held, [figure])
    with serving(tmp_path / "long.db") as site:
        first = fetch(f"{site}/documents/{held.fingerprint}.json").json()
        there = fetch(f"{site}/documents/{held.fingerprint}.json?at={at}").json()
        page = fetch(f"{site}/documents/{held.fingerprint}?at={at}").text
        last = fetch(f"{site}/documents/{held.fingerprint}.json?part=999999").json()
    assert first["part"] == 1 and first["figures"] == [] and first["total"] == 1 and first["parts"] > 100
    assert there["start"] <= at < there["end"] and [one["start"] for one in there["figures"]] == [at]
    assert last["end"] == len(text) and len(page) < 400_000 and f'id="f{figure.fingerprint[:8]}"' in page


def test_a_number_is_marked_by_its_words(own: str, hand: httpx2.Client) -> None:
    told = {"words": "40", "which": "2", "category": "affected", "note": "seen"}
    answered = hand.post(f"{own}/mark", data=told, follow_redirects=False)
    at = TEXT.index("40", TEXT.index("2,000"))
    assert answered.status_code == 303 and f"?at={at}#f" in answered.headers["location"]
    [made] = [one for one in fetch(f"{own}.json").json()["figures"] if one["start"] == at]
    assert (made["standing"], made["by_person"], made["low"], made["category"]) == ("marked", True, 40, "affected")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"words": "why", "category": "killed"}, "no number expression"),
        ({"words": "41", "category": "killed"}, "stands here nowhere"),
        ({"words": "40", "which": "7", "category": "killed"}, "stands here 2 times"),
        ({"words": "2,000", "category": "quarrelled"}, "there is no category"),
        ({"words": "2,000"}, "what is said of these people is missing"),
        ({"start": "99998", "end": "99999", "category": "killed"}, "no place in the text"),
        ({"words": "300", "category": "killed"}, "there is a figure at this place already"),
        ({}, "which number is missing is not said"),
    ],
)
def test_what_the_text_does_not_bear_out_is_refused_with_what_was_typed(
    own: str, hand: httpx2.Client, told: dict[str, str], said: str
) -> None:
    told = {"note": "a <b>note</b>", **told}
    answered = hand.post(f"{own}/mark", data=told)
    assert answered.status_code == 422 and said[1:] in answered.text.replace("&#39;", "'")
    assert 'value="a &lt;b&gt;note&lt;/b&gt;"' in answered.text
    data = hand.post(f"{own}/mark", data=told, headers={"accept": "application/json"})
    assert data.status_code == 422 and said in data.json()["what"]


def test_a_name_like_a_fingerprint_leads_nobody_astray(place: Path) -> None:
    with open(place, create=False) as ledger:
        fingerprint = named(ledger, "odd")
    with Store.open(place) as store:
        store.add(Document(fingerprint, "A crowd of 2,000 came." * 20), [])
    with serving(place) as site, asking(site) as hand:
        told = {"words": "2,000", "category": "other"}
        assert sealed(hand).post(f"/documents/{fingerprint}/mark", data=told).status_code == 303
        held = hand.get(f"/documents/{fingerprint}.json").json()
    assert [one["standing"] for one in held["figures"] if one["reported_text"] == "2,000"] == ["marked"]


def test_numbers_in_the_form_are_numbers(own: str, hand: httpx2.Client) -> None:
    for told in ({"start": "x", "end": "2"}, {"which": "-1", "words": "40"}, {"words": "4" * 3000}):
        assert hand.post(f"{own}/mark", data=told).status_code == 422


def select(page: Page, words: str, nth: int = 0) -> None:
    """Select words with the mouse's own means: a range in the text nodes, wherever marks cut them."""
    page.evaluate(
        """([words, nth]) => {
            const walker = document.createTreeWalker(document.getElementById("lines"), NodeFilter.SHOW_TEXT);
            const found = [];
            for (let node = walker.nextNode(); node; node = walker.nextNode())
                for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) found.push([node, at]);
            const [node, at] = found[nth];
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        [words, nth],
    )


@pytest.mark.parametrize(("words", "nth"), [("40", 0), ("40", 1), ("2,000", 0), ("Two hundred", 0)])
def test_a_selected_number_is_marked(own: str, browser: Browser, words: str, nth: int) -> None:
    page = browser.new_page()
    page.goto(own)
    select(page, words, nth)
    page.get_by_role("button", name="Missing here").click()
    page.select_option("#mark-category", "displaced")
    page.get_by_role("button", name="Mark it").click()
    page.wait_for_url("**/documents/*?at=*#f*")
    assert page.inner_text("mark:target a") == words and "judged" in (page.get_attribute("mark:target", "class") or "")
    [made] = [one for one in fetch(f"{own}.json").json()["figures"] if one["by_person"]]
    assert made["reported_text"] == words and made["category"] == "displaced"
    assert made["start"] == [at for at in range(len(TEXT)) if TEXT.startswith(words, at)][nth]
    page.close()


def test_a_refused_mark_keeps_what_was_typed(own: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(own)
    select(page, "Nobody")
    press(page, "m")
    page.select_option("#mark-category", "killed")
    page.fill("#mark-noun", "people")
    page.get_by_role("button", name="Mark it").click()
    assert "no number expression" in page.inner_text("[role=alert]")
    assert page.input_value("#mark-noun") == "people" and page.input_value("#mark-category") == "killed"
    page.close()


def test_text_and_list_lead_to_each_other(site: str, ledger: Ledger, browser: Browser) -> None:
    page = browser.new_page(base_url=site)
    page.goto(f"/documents/{named(ledger, 'hospital')}")
    page.locator("#lines mark a").nth(3).click()
    item = page.locator(".figures li:target")
    assert item.locator(".jump").inner_text() == "3"
    item.locator(".jump").click()
    assert page.locator("mark:target").inner_text() == "three"
    page.close()


def test_json_of_a_hostile_document_is_json(ledger: Ledger, client: httpx2.Client) -> None:
    held = json.loads(client.get(f"/documents/{named(ledger, '500 name')}.json").text)
    assert HURT in held["text"]
