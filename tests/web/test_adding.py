"""Adding documents in the browser: what is sent is read, searched and kept, and what is not is told."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import sleep

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.ledger import Ledger, open
from sayso.web import application

from .hostile import HURT
from .serving import asking, over, sealed, sent, serving
from .staff import guarded

REPORT = "Police said on Monday that 14 people were killed in Aksuu and 30 were injured.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "own.db"
    with open(path) as ledger:
        file = tmp_path / "first.txt"
        file.write_text("At least 12 miners were killed, police told Reuters.", "utf8")
        ledger.add(file)
    return path


@pytest.fixture
def own(place: Path) -> Iterator[str]:
    """The address of a workbench that may be changed."""
    with serving(place) as site:
        yield site


@pytest.fixture
def hand(own: str) -> Iterator[httpx2.Client]:
    with asking(own) as held:
        yield sealed(held)


def names(hand: httpx2.Client) -> set[str]:
    return {row["name"] for row in hand.get("/documents.json").json()["rows"]}


def test_files_are_added_and_each_is_told_of(hand: httpx2.Client) -> None:
    held = sent(hand, ("a.txt", REPORT.encode()), ("b.html", f"<p>{REPORT}</p>".encode()), ("c.txt", b""), ("a.txt", REPORT.encode()))
    assert held["stage"] == "done" and (held["total"], held["documents"], held["refused"], held["unchanged"]) == (4, 3, 1, 1)
    first, _, empty, again = held["files"]
    assert (first["stage"], first["figures"], first["entries"][0]["outcome"]) == ("done", 2, "added")
    assert empty["stage"] == "refused" and "empty" in empty["refusals"][0]["reason"]
    assert again["entries"][0]["outcome"] == "unchanged"
    figures = hand.get(f"/documents/{first['entries'][0]['fingerprint']}.json").json()["figures"]
    assert [(one["low"], one["category"]) for one in figures] == [(14, "killed"), (30, "injured")]


def test_the_derived_is_up_to_the_facts_when_it_is_done(hand: httpx2.Client) -> None:
    sent(hand, ("a.txt", b"At least 700 Tajiks had joined the group in Syria by 2016, the ministry said."))
    held = sent(hand, ("b.txt", b"Officials in Dushanbe said that 500 Tajiks had joined the group in Syria by 2016."))
    assert held["stage"] == "done" and hand.get("/findings.json?kind=conflict").json()["total"] == 1


def test_a_pasted_text_is_added_with_what_is_known_of_it(hand: httpx2.Client) -> None:
    told = {"text": REPORT, "name": "../no/path", "title": HURT, "publisher": "Courier", "published": "2019-03-15"}
    held = sent(hand, ("", b""), **told)
    held = hand.get(f"/documents/{held['files'][0]['entries'][0]['fingerprint']}.json").json()
    assert (held["name"], held["title"], held["publisher"], held["published"]) == ("-no-path", HURT, "Courier", "2019-03-15")
    assert held["text"].strip() == REPORT.strip() and held["total"] == 2


def test_names_are_only_names(hand: httpx2.Client, place: Path) -> None:
    before = sorted(place.parent.iterdir())
    hostile = ["../../up.txt", "/etc/passwd", "C:\\x\\y.txt", "..", ".", "a" * 900 + ".txt", "line\nend\0.txt", f"{HURT}.txt"]
    held = sent(hand, *((name, f"{at} {REPORT}".encode()) for at, name in enumerate(hostile)))
    assert held["refused"] == 0 and held["documents"] == len(hostile)
    assert not any("/" in name or "\\" in name or "\0" in name for name in names(hand))
    assert {"up", "passwd", "y", "unnamed"} <= names(hand)
    assert [path.name for path in sorted(place.parent.iterdir())] == [path.name for path in before]


def test_what_is_no_text_is_refused_in_words(hand: httpx2.Client) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", b"0" * 50_000_000)
    garbage = bytes(range(256)) * 40
    files = [("bomb.zip", bomb.getvalue()), ("bomb.txt", bomb.getvalue()), ("noise.bin", garbage), ("good.txt", REPORT.encode())]
    held = sent(hand, *files)
    assert [file["stage"] for file in held["files"]] == ["refused"] * 3 + ["done"]
    told = [file["refusals"][0] for file in held["files"][:3]]
    assert all(one["advice"] and "sayso-adding" not in json.dumps(one) for one in told)
    assert "ZIP" in told[1]["reason"] and "binary" in told[2]["reason"]


def test_a_page_with_scripts_stays_text(hand: httpx2.Client, own: str, browser: Browser) -> None:
    markup = f"<html><body><p>{REPORT}<script>window.hurt=1</script>&lt;script&gt;window.hurt=2&lt;/script&gt;</p>"
    held = sent(hand, ("x.html", markup.encode()))
    page = browser.new_page()
    page.goto(f"{own}/documents/{held['files'][0]['entries'][0]['fingerprint']}")
    assert page.evaluate("window.hurt") is None
    page.close()


def test_a_text_of_20_mb_is_added(hand: httpx2.Client) -> None:
    line = "Nothing of note was heard from the valley that week, and the roads stayed shut.\n"
    text = line * (20_000_000 // len(line)) + REPORT
    held = sent(hand, ("long.txt", text.encode()))
    assert held["documents"] == 1 and held["figures"] == 2, held
    fingerprint = held["files"][0]["entries"][0]["fingerprint"]
    assert hand.get(f"/documents/{fingerprint}.json?at={len(text) - 5}").json()["figures"][-1]["low"] == 30


def test_one_that_breaks_the_machine_leaves_the_others(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = Ledger.add

    def breaking(self: Ledger, *paths: Path, **options: object) -> object:
        if paths[0].name == "bad.txt":
            raise RecursionError("too deep")
        return add(self, *paths, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", breaking)
    with serving(place) as site, asking(site) as hand:
        held = sent(sealed(hand), ("bad.txt", b"x"), ("good.txt", REPORT.encode()))
    assert [file["stage"] for file in held["files"]] == ["refused", "done"]
    assert "RecursionError" in held["files"][0]["refusals"][0]["reason"]


def test_nothing_and_nonsense_are_refused(hand: httpx2.Client) -> None:
    assert hand.post("/documents/add", data={"text": "  "}).status_code == 422
    assert hand.post("/documents/add", content=b"{}", headers={"content-type": "application/json"}).status_code == 422
    for kind, body in {"multipart/form-data": b"x", "multipart/form-data; boundary=b": b"--b\r\nnonsense", "text/plain": b"x"}.items():
        answered = hand.post("/documents/add", content=body, headers={"content-type": kind})
        assert answered.status_code in (400, 422) and "Traceback" not in answered.text
    assert names(hand) == {"first"}


def test_too_much_at_once_is_refused(place: Path) -> None:
    with serving(place, uploads=10_000) as site, asking(site) as hand:
        sealed(hand)
        answered = hand.post("/documents/add", files=[("files", ("a.txt", b"x" * 20_000))])
        assert answered.status_code == 413 and "10,000 bytes" in answered.text
        assert sent(hand, ("a.txt", REPORT.encode()))["documents"] == 1


def test_jobs_are_those_of_a_person(place: Path) -> None:
    with guarded(place) as house:
        ann, rob, chief = (house.of(name) for name in ("Ann Lee", "rob", "chief"))
        held = sent(ann, ("a.txt", REPORT.encode()))
        assert [job["number"] for job in ann.get("/documents/add.json").json()["jobs"]] == [held["number"]]
        assert chief.get("/documents/add.json").json()["jobs"] == []
        assert chief.get(f"/jobs/{held['number']}.json").json()["person"] == "Ann Lee"
        assert rob.get(f"/jobs/{held['number']}").status_code == 404
        for path in ("/documents/add", "/documents/add.json"):
            assert rob.get(path).status_code == 403
        assert rob.post("/documents/add", files=[("files", ("a.txt", b"x"))]).status_code == 403


def test_stopping_finishes_the_file_and_reports_the_rest(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with open(place) as ledger:
        jobs = application(ledger).state.jobs
        add, begun = jobs._add, Event()

        def closing(path: Path, progress: object) -> object:
            begun.set()
            while not jobs._closed:
                sleep(0.001)
            return add(path, progress)

        monkeypatch.setattr(jobs, "_add", closing)
        job = jobs.take("ann", [("a.txt", io.BytesIO(REPORT.encode())), ("b.txt", io.BytesIO(REPORT.encode()))])
        begun.wait()
        jobs.close()
    assert [file["stage"] for file in job.view()["files"]] == ["done", "stopped"] and job.stage == "stopped"
    assert "before 1 files" in caplog.text and not job.folder.exists()


def seen(page: Page) -> str:
    """The line that tells how it went, once it is over."""
    page.wait_for_selector("#job[data-over], #job .after", state="attached")
    return page.inner_text("#said")


def test_chosen_files_are_added_in_the_browser(own: str, browser: Browser) -> None:
    page = browser.new_page(base_url=own)
    page.goto("/documents")
    page.get_by_role("link", name="Add documents").click()
    page.set_input_files("#files", {"name": "a.txt", "mimeType": "text/plain", "buffer": REPORT.encode()})
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/jobs/*")
    assert seen(page) == "Done: 1 document with 2 figures"
    page.get_by_role("link", name="a", exact=True).click()
    expect(page.locator("#lines mark")).to_have_text(["14", "30"])  # waits for the page that the link leads to
    page.close()


def test_dropped_files_are_added_in_the_browser(own: str, browser: Browser) -> None:
    page = browser.new_page(base_url=own)
    page.goto("/documents/add")
    transfer = page.evaluate_handle(
        """text => {
            const held = new DataTransfer();
            held.items.add(new File([text], "a.txt"));
            held.items.add(new File(["\\0\\1\\2"], "noise.bin"));
            return held;
        }""",
        REPORT,
    )
    page.dispatch_event("main", "dragenter", {"dataTransfer": transfer})
    page.dispatch_event("main", "drop", {"dataTransfer": transfer})
    page.wait_for_url("**/jobs/*")
    assert seen(page) == "Done: 1 document with 2 figures, 1 refused"
    assert "It is a binary file" in page.inner_text("#job")
    page.close()


def test_progress_is_live(place: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    add, go = Ledger.add, Event()

    def waiting(self: Ledger, *paths: Path, **options: object) -> object:
        if paths[0].name == "b.txt":
            go.wait()
        return add(self, *paths, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "add", waiting)
    with serving(place) as site, asking(site) as hand:
        sealed(hand)
        hand.post("/documents/add", files=[("files", (name, REPORT.encode())) for name in ("a.txt", "b.txt")])
        page = browser.new_page(base_url=site)
        page.goto("/jobs/1")
        expect(page.get_by_role("status")).to_have_text("Reading 2 of 2 files, 2 figures so far")
        assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in hand.get("/jobs/1").text
        page.evaluate("window.stayed = true")
        go.set()
        expect(page.get_by_role("status")).to_have_text("Done: 2 documents with 4 figures")
        assert page.evaluate("window.stayed") and page.locator("#job .badge").all_inner_texts() == ["added", "added"]
        page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_pasted_text_is_added_in_the_browser(own: str, browser: Browser, scripts: bool) -> None:
    context = browser.new_context(base_url=own, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/documents/add")
    page.fill("#text", REPORT)
    page.fill("#title", "Pasted <b>report</b>")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/jobs/*")
    page.wait_for_selector(".after")
    assert seen(page) == "Done: 1 document with 2 figures"
    page.get_by_role("link", name="Pasted -b-report--b-").or_(page.locator("#job tbody td a")).first.click()
    assert page.inner_text("h1") == "Pasted <b>report</b>"
    context.close()


def test_a_long_text_is_pasted_whole(own: str, hand: httpx2.Client, browser: Browser) -> None:
    page = browser.new_page(base_url=own)
    page.goto("/documents/add")
    text = "Nothing of note was heard from the valley that week.\n" * 40_000 + REPORT
    page.evaluate("([field, text]) => { document.querySelector(field).value = text; }", ["#text", text])
    page.fill("#name", "long")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/jobs/*")
    page.wait_for_selector(".after")
    assert seen(page) == "Done: 1 document with 2 figures"
    page.close()
    [row] = [row for row in hand.get("/documents.json").json()["rows"] if row["name"] == "long"]
    held = hand.get(f"/documents/{row['fingerprint']}.json?at={len(text) - 5}").json()
    assert [(one["low"], text[one["start"] : one["end"]]) for one in held["figures"]] == [(14, "14"), (30, "30")]


def test_what_is_refused_at_once_is_told_beside_the_button(place: Path, browser: Browser) -> None:
    with serving(place, uploads=10_000) as site:
        page = browser.new_page(base_url=site)
        page.goto("/documents/add")
        page.get_by_role("button", name="Add").click()
        expect(page.locator("#sending")).to_have_text("Refused: nothing was sent. Choose files, drop them on the page, or paste a text.")
        page.fill("#text", "x" * 30_000)
        page.get_by_role("button", name="Add").click()
        expect(page.locator("#sending")).to_contain_text("10,000 bytes")
        page.close()


def test_a_job_that_is_over_stays_to_be_seen(hand: httpx2.Client) -> None:
    held = sent(hand, ("a.txt", REPORT.encode()))
    assert over(hand, f"/jobs/{held['number']}") == held
    assert "http-equiv" not in hand.get(f"/jobs/{held['number']}").text
    assert hand.get("/jobs/77").status_code == 404
