"""Keys that hold on every page, and a page that is used by them alone."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .conftest import Opening
from .keyboard import press


def test_g_and_a_letter_lead_to_a_main_part(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/")
    press(page, "g", "n")
    expect(page).to_have_url(re.compile("/findings$"))
    press(page, "g", "o")
    expect(page).to_have_url(re.compile("/$"))


def test_a_row_is_chosen_and_opened(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/findings")
    links = page.locator("[data-row] h2 a")
    press(page, "j", "j", "j", "k")
    expect(links.nth(1)).to_be_focused()
    target = links.nth(1).get_attribute("href") or ""
    press(page, "Enter")
    expect(page).to_have_url(re.compile(f"{target}$"))


def test_pages_of_a_list_are_turned(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/findings?size=3")
    press(page, "n")
    expect(page).to_have_url(re.compile(r"size=3&page=2$"))
    press(page, "p")
    expect(page).to_have_url(re.compile(r"size=3&page=1$"))


def test_what_is_typed_into_a_field_is_no_key(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/sources")
    press(page, "/")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("gn?jk")
    expect(page.get_by_label("Name")).to_have_value("gn?jk")
    expect(page).to_have_url(re.compile("/sources$"))


def test_a_question_mark_tells_the_keys(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_the_part_that_is_open_is_in_sight_on_a_narrow_screen(opening: Opening) -> None:
    page = opening(viewport={"width": 360, "height": 740}).new_page()
    for part in ("/", "/sources"):
        page.goto(part)
        expect(page.locator(".parts a[aria-current]")).to_be_in_viewport(ratio=1)


def test_the_first_stop_leads_past_the_navigation(opening: Opening) -> None:
    page = opening().new_page()
    page.goto("/")
    press(page, "Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press(page, "Enter")
    expect(page.locator("main")).to_be_focused()
