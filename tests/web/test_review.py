"""Reviewing in a real browser: by keyboard alone, two persons at once, without a connection, without scripts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Request, Route, expect

from sayso.ledger import Ledger, finding, open
from sayso.model import Document, Figure
from sayso.pipeline import extract

from .conftest import Opening
from .judging import figure, made, served, verdicts
from .keyboard import press
from .test_pages import watched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path)


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open(path) as held:
        yield held


@pytest.fixture
def page(path: Path, opening: Opening) -> Iterator[Page]:
    """The queue of what nobody has looked at, as Ada sees it."""
    with served(path) as site:
        yield reviewing(opening, site)


def reviewing(opening: Opening, site: str, queue: str = "new", **options: object) -> Page:
    page = opening(base_url=site, **options).new_page()
    page.goto(f"/review/{queue}")
    return page


def number(page: Page, text: str) -> None:
    """Wait until this number is in sight."""
    expect(page.locator("#sheet mark:not(.beside)")).to_have_text(text)


def saved(page: Page, count: int) -> None:
    """Wait until so many decisions are saved and none is on its way."""
    expect(page.locator("#progress")).to_have_text(f"{count} saved")


def questions(page: Page) -> list[str]:
    """What the page asks from now on; the answer is no."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", answer)
    return asked


def test_five_figures_by_keyboard_alone(page: Page, ledger: Ledger) -> None:
    heard = watched(page)
    prints = {text: figure(ledger, text) for text in ("12", "14", "40", "250", "7")}
    number(page, "12")
    press(page, "a")
    number(page, "14")
    press(page, "r")
    number(page, "40")
    press(page, "e")
    expect(page.locator("#field-low")).to_be_focused()
    press(page, *["Tab"] * 5)
    page.keyboard.type("villagers")
    press(page, "Enter")
    number(page, "250")
    press(page, "u")
    number(page, "7")
    press(page, "n")
    page.keyboard.type("which Monday?")
    press(page, "Escape", "a")
    number(page, "90")
    saved(page, 5)
    said = {text: verdicts(ledger, one) for text, one in prints.items()}
    wanted = ("accept", "reject", "correct", "unsure", "accept")
    assert said == {text: [("Ada", verdict)] for text, verdict in zip(prints, wanted, strict=True)}
    assert next(one for one in ledger.figures() if one.fingerprint == prints["40"]).noun == "villagers"
    assert heard == []


def test_the_last_decision_is_taken_back_and_the_figure_is_there_again(page: Page, ledger: Ledger) -> None:
    press(page, "a", "r")
    number(page, "40")
    press(page, "z")
    number(page, "14")
    expect(page.locator("#progress")).to_have_text("1 saved")
    assert [verdict for _, verdict in verdicts(ledger, figure(ledger, "14"))] == ["reject", "undo"]
    press(page, "a")
    saved(page, 2)
    assert [verdict for _, verdict in verdicts(ledger, figure(ledger, "14"))] == ["reject", "undo", "accept"]


def test_going_on_and_back_decides_nothing(page: Page, ledger: Ledger) -> None:
    press(page, *"jjjk")
    number(page, "40")
    press(page, *"jjjjj")
    expect(page.get_by_role("heading", name="The end of this queue")).to_be_visible()
    press(page, "a", "k")
    number(page, "3")
    assert not ledger.figures(standing=["accepted", "rejected"])


def test_a_correction_survives_another_reading_of_the_text(
    page: Page, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twelve = figure(ledger, "12")
    press(page, "e")
    page.locator("#field-category").select_option("injured")
    press(page, "Enter")
    number(page, "14")
    saved(page, 1)

    def other(document: Document) -> list[Figure]:
        return [replace(one, location=("KG:Jalal-Abad",)) for one in extract(document)]

    monkeypatch.setattr(finding, "extract", other)
    assert ledger.add(tmp_path / "blast.txt").renewed == 1
    now = next(one for one in ledger.figures() if one.fingerprint == twelve)
    assert (now.category, now.location) == ("injured", ("KG:Osh",))
    page.goto("/review/changed")
    number(page, "12")
    expect(page.locator("#sheet .apart").first).to_contain_text("KG:Jalal-Abad")
    page.goto(f"/figures/{twelve}")
    expect(page.locator("main")).to_contain_text("read otherwise since")


def test_a_correction_that_the_text_does_not_bear_out_stays_in_sight(page: Page, ledger: Ledger) -> None:
    press(page, "e")
    page.locator("#field-low").fill("13")
    press(page, "Enter")
    expect(page.locator("#field-low-wrong")).to_contain_text("The text names 12 here")
    expect(page.locator("#field-low")).to_be_focused()
    expect(page.locator("#field-low")).to_have_value("13")
    number(page, "12")
    press(page, "Escape", "a")
    expect(page.locator("#field-low-wrong")).to_contain_text("This was changed")
    assert verdicts(ledger, figure(ledger, "12")) == []


def test_of_two_persons_at_once_the_second_sees_both_versions(page: Page, path: Path, opening: Opening, ledger: Ledger) -> None:
    with served(path, "Ben") as site:
        other = reviewing(opening, site)
        number(other, "12")
        press(other, "e")
        other.locator("#field-noun").fill("villagers")
        press(page, "e")
        page.locator("#field-category").select_option("injured")
        press(page, "Enter")
        saved(page, 1)
        with other.expect_response("**/decision") as answered:
            press(other, "Enter")
        assert answered.value.status == 409
        trouble = other.locator("#trouble")
        expect(trouble).to_contain_text("What you meant")
        expect(trouble).to_contain_text("villagers")
        expect(trouble).to_contain_text("Ada corrected it")
        expect(trouble.locator(".apart").first).to_contain_text("injured")
        press(other, "a", "r", "u")
        number(other, "12")
        press(other, "d")
        expect(other.locator("#field-noun")).to_have_value("villagers")
        expect(other.locator("#field-category")).to_have_value("injured")
        press(other, "e", "Enter")
        number(other, "14")
        saved(other, 1)
    assert verdicts(ledger, figure(ledger, "12")) == [("Ada", "correct"), ("Ben", "correct")]
    assert [one.reported_text for one in ledger.figures(standing="divided")] == ["12"]


def test_a_decision_that_was_overtaken_comes_back_among_the_next(page: Page, ledger: Ledger) -> None:
    ledger.accept(figure(ledger, "12"), person="Ben")
    press(page, "a")
    number(page, "14")
    expect(page.locator("#notices")).to_contain_text("Not saved: accept – 12 killed")
    press(page, "a")
    number(page, "12")
    expect(page.locator("#trouble")).to_contain_text("Ben accepted it")
    press(page, "t")
    number(page, "40")
    saved(page, 1)
    assert verdicts(ledger, figure(ledger, "12")) == [("Ben", "accept")]


def test_without_a_connection_nothing_is_lost(page: Page, ledger: Ledger) -> None:
    twelve, fourteen = figure(ledger, "12"), figure(ledger, "14")
    page.context.set_offline(True)
    press(page, "a")
    number(page, "14")
    expect(page.locator("#notices")).to_contain_text("Not saved: accept")
    press(page, "r")
    number(page, "12")
    expect(page.locator("#trouble")).to_contain_text("could not be reached")
    asked = questions(page)
    page.evaluate("location.href = '/review'")
    expect(page.locator("#sheet")).to_be_visible()
    assert asked == ["beforeunload"]
    page.context.set_offline(False)
    press(page, "d")
    number(page, "14")
    press(page, "d")
    number(page, "40")
    saved(page, 2)
    assert (verdicts(ledger, twelve), verdicts(ledger, fourteen)) == ([("Ada", "accept")], [("Ada", "reject")])


@pytest.mark.parametrize("status", [403, 500])
def test_what_the_workbench_refuses_comes_back_with_words(page: Page, status: int, ledger: Ledger) -> None:
    answer = json.dumps({"what": "not for you", "advice": "Ask somebody."})
    page.route("**/decision", lambda route: route.fulfill(status=status, content_type="application/json", body=answer))
    press(page, "a")
    number(page, "14")
    page.get_by_role("button", name="Go to it").click()
    number(page, "12")
    expect(page.locator("#trouble")).to_contain_text("Not for you. Ask somebody.")
    page.unroute("**/decision")
    press(page, "d")
    saved(page, 1)
    assert verdicts(ledger, figure(ledger, "12")) == [("Ada", "accept")]


def test_leaving_warns_while_a_decision_is_on_its_way(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/decision", hold)
    press(page, "a")
    expect(page.locator("#progress")).to_have_text("1 being saved")
    asked = questions(page)
    page.evaluate("location.href = '/review'")
    expect(page.locator("#sheet")).to_be_visible()
    assert asked == ["beforeunload"]
    held[0].continue_()
    saved(page, 1)
    page.goto("/review")
    assert asked == ["beforeunload"]


def test_it_works_without_scripts(path: Path, opening: Opening, ledger: Ledger) -> None:
    prints = {text: figure(ledger, text) for text in ("12", "14", "40", "250")}
    with served(path) as site:
        page = reviewing(opening, site, java_script_enabled=False)
        number(page, "12")
        page.get_by_role("button", name="Accept").click()
        number(page, "14")
        page.get_by_role("link", name="Next without deciding").click()
        number(page, "40")
        page.locator("#field-noun").fill("villagers")
        page.locator("#field-noun").press("Enter")
        number(page, "250")
        page.locator("#field-location").fill("Atlantis")
        page.get_by_role("button", name="Save correction").click()
        expect(page.locator("main")).to_contain_text("There is no code 'Atlantis'")
        page.locator("#field-location").fill("KG")
        page.locator("#note").fill("by its name")
        page.get_by_role("button", name="Save correction").click()
        number(page, "7")
    said = {text: [verdict for _, verdict in verdicts(ledger, one)] for text, one in prints.items()}
    assert said == {"12": ["accept"], "14": [], "40": ["correct"], "250": ["correct"]}
    assert {one.noun for one in ledger.figures() if one.fingerprint == prints["40"]} == {"villagers"}


_WATCH = """
window.pressed = [];
document.addEventListener("keydown", (event) => {
  const sheet = document.getElementById("sheet");
  const marked = sheet.querySelector("mark:not(.beside)");
  window.pressed.push(sheet.hidden ? null : [sheet.dataset.fingerprint, sheet.dataset.version, marked.textContent]);
}, true);
"""


def _said(sent: Request) -> tuple[str, str]:
    assert sent.post_data
    return sent.url.split("/")[-2], json.loads(sent.post_data)["version"]


def test_a_storm_of_keys_decides_no_figure_that_was_not_in_sight(filled: Path, tmp_path: Path, opening: Opening) -> None:
    shutil.copy(filled, tmp_path / "storm.db")
    posted: list[tuple[str, str]] = []
    with open(tmp_path / "storm.db") as ledger, served(tmp_path / "storm.db") as site:
        numbers = {one.fingerprint: one.reported_text for one in ledger.figures()}
        page = reviewing(opening, site)
        page.evaluate(_WATCH)
        page.on("request", lambda sent: posted.append(_said(sent)) if sent.method == "POST" else None)
        for at in range(60):
            page.keyboard.press("araj"[at % 4])
        press(page, *["a"] * 10)
        expect(page.locator("#progress")).not_to_contain_text("being saved")
        pressed = [tuple(one) for one in page.evaluate("window.pressed") if one]
        shown = {(fingerprint, version): text for fingerprint, version, text in pressed}
        decided = ledger.figures(standing=["accepted", "rejected"])
    assert len(pressed) >= 60 and len(posted) >= 10
    assert all(numbers[fingerprint] == text for (fingerprint, _), text in shown.items())
    assert set(posted) <= set(shown) and len(set(posted)) == len(posted)
    assert {one.fingerprint for one in decided} == {fingerprint for fingerprint, _ in posted}


def test_the_next_figures_come_by_themselves(filled: Path, tmp_path: Path, opening: Opening) -> None:
    shutil.copy(filled, tmp_path / "long.db")
    with served(tmp_path / "long.db") as site:
        page = reviewing(opening, site)
        seen = []
        for _ in range(40):
            seen.append(page.locator("#sheet").get_attribute("data-fingerprint"))
            press(page, "a")
            expect(page.locator("#sheet")).not_to_have_attribute("data-fingerprint", seen[-1] or "")
        saved(page, 40)
    with open(tmp_path / "long.db") as ledger:
        assert [one.fingerprint for one in ledger.figures(standing="accepted")] == seen


def test_hostile_notes_stay_text(page: Page, ledger: Ledger) -> None:
    from .hostile import HURT

    ledger.correct(figure(ledger, "12"), source=f"Ministry {HURT}".replace("<", "["), noun=HURT, note=HURT, person=f"Eve {HURT}")
    for place in ("/review/second", f"/figures/{figure(ledger, '12')}", "/figures"):
        page.goto(place)
        assert page.evaluate("window.hurt") is None
    page.goto(f"/figures/{figure(ledger, '12')}")
    assert HURT in page.inner_text("main")
    ledger.reject(figure(ledger, "12"), person="Ada")
    page.goto("/review/disagreement")
    expect(page.locator("#sheet .said")).to_be_visible()
    assert page.evaluate("window.hurt") is None and HURT in page.inner_text("#sheet .said")
