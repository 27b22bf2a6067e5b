"""Keys pressed as a person presses them."""

from __future__ import annotations

from playwright.sync_api import Page

_PAINTED = "() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))))"


def press(page: Page, *keys: str) -> None:
    """Press keys: each once the page is there with its scripts, and what is in sight was painted."""
    for key in keys:
        page.wait_for_load_state()
        page.evaluate(_PAINTED)
        page.keyboard.press(key)
