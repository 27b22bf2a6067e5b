"""Pictures of the main pages for docs/workbench.md, from the sample corpus: python tools/shots.py [FOLDER] (needs a Chromium)."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import sayso
from sayso.ledger import Ledger, samples

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the address, and how the browser is set."""

    name: str
    address: Callable[[Ledger], str]
    options: Mapping[str, Any] = field(default_factory=dict)


_WIDE, _NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
SHOTS = (
    Shot("overview", lambda _: "/"),
    Shot("overview-dark", lambda _: "/", {"color_scheme": "dark"}),
    Shot("document", lambda ledger: f"/documents/{ledger.figures(document='hospital')[0].document_fingerprint}"),
    Shot("figures", lambda _: "/figures?category=joined&sort=-low"),
    Shot("figure", lambda ledger: f"/figures/{ledger.figures(document='hospital')[0].fingerprint}"),
    Shot("review", lambda _: "/review/in_conflict"),
    Shot("estimate", lambda ledger: f"/estimates/{ledger.explain('region:Central Asia/joined')[0].estimate.fingerprint}"),
    Shot("map", lambda _: "/map?category=joined"),
    Shot("review-narrow", lambda _: "/review/new", {"viewport": _NARROW}),
)


def main() -> int:
    """Make them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("there is no Chromium to make pictures with. Install it: apt-get install chromium", file=sys.stderr)
        return 1
    from web.serving import serving

    with TemporaryDirectory() as place, sync_playwright() as playwright:
        path = Path(place) / "samples.db"
        addresses = prepare(path)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with serving(path) as base:
            for shot in SHOTS:
                take(browser, base + addresses[shot.name], shot.options, folder / f"{shot.name}.png")
                print(f"{shot.name}.png")
        browser.close()
    return 0


def prepare(path: Path) -> dict[str, str]:
    """A ledger of the samples in which some figures are judged, and the address of each picture over it."""
    with sayso.open(path) as ledger:
        ledger.add(samples())
        for figure in ledger.figures(document="hospital")[:3]:
            ledger.accept(figure.fingerprint, person="A. Reader")
        ledger.reject(ledger.figures(category="other")[0].fingerprint, person="B. Reader", note="counts no people")
        return {shot.name: shot.address(ledger) for shot in SHOTS}


def take(browser: Browser, address: str, options: Mapping[str, Any], path: Path) -> None:
    """One picture of what stands above the fold."""
    context = browser.new_context(**{"viewport": _WIDE, "color_scheme": "light", "reduced_motion": "reduce", **options})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=path)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
