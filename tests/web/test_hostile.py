"""Requests that are made to break something: too much, malformed, to other names, out of the folder."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger, open
from sayso.web import application
from sayso.web.bodies import Bodies
from sayso.web.onward import login, safe

from .staff import CHIEF, GOOD, House, guarded

MUCH = (1 << 20) + 1


@pytest.fixture(scope="module")
def house(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    copy = tmp_path_factory.mktemp("hostile") / "samples.db"
    copy.write_bytes(filled.read_bytes())
    with guarded(copy) as held:
        yield held


def raw(site: str, *lines: str, body: bytes = b"") -> bytes:
    """What a server answers to exactly these bytes."""
    place = urlsplit(site)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as line:
        line.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin1") + body)
        answered = b""
        while piece := line.recv(65536):
            answered += piece
    return answered


def status(answered: bytes) -> int:
    return int(answered.split(b" ", 2)[1]) if answered else 0


def pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 65536 + 1):
        yield b"x" * 65536


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/json", "text/plain"])
@pytest.mark.parametrize("told", [True, False])
def test_too_much_is_refused_whether_its_length_is_told_or_not(house: House, kind: str, told: bool) -> None:
    browser = house.of("rob")
    head = b'--b\r\nContent-Disposition: form-data; name="csrf"; filename="x"\r\n\r\n' if kind.startswith("multipart") else b""
    content: Any = head + b"x" * MUCH if told else iter([head, *pieces(MUCH)])
    del browser.headers["x-csrf-token"]
    answered = browser.post("/me/tokens", content=content, headers={"content-type": kind})
    assert answered.status_code == (403 if kind in ("application/json", "text/plain") and not told else 413)
    assert browser.get("/findings").status_code == 200


def test_too_many_files_are_refused_without_their_length_too(tmp_path: Path) -> None:
    with open(tmp_path / "new.db") as ledger:
        ledger.add()
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="x.txt"\r\n\r\n'
    kind = {"content-type": "multipart/form-data; boundary=b", "accept": "application/json"}
    with guarded(tmp_path / "new.db", uploads=300_000) as house:
        browser = house.of("Ann Lee")
        for size, code in ((1, 202), (400_000, 413)):
            sent = iter([head, *pieces(size), b"\r\n--b--\r\n"])
            assert browser.post("/documents/add", content=sent, headers=kind).status_code == code
        assert len(browser.get("/documents/add.json").json()["jobs"]) == 1
        stranger = house.browser().post("/documents/add", content=iter([head, *pieces(400_000)]), headers=kind)
        assert stranger.status_code == 401


def test_a_length_that_is_a_lie(house: House) -> None:
    head = ("POST /login HTTP/1.1", f"Host: {urlsplit(house.site).netloc}")
    for length in ("-1", "x", "99999999999999999999", "1, 2", "٣"):
        lied = raw(house.site, *head, f"Content-Length: {length}".encode().decode("latin1"), body=b"x")
        assert status(lied) in (400, 413), length
    both = raw(house.site, *head, "Content-Length: 3", "Transfer-Encoding: chunked", body=b"0\r\n\r\n")
    assert status(both) in (400, 403)


class Taking:
    """An application that takes a body in piece by piece, and answers before or after."""

    def __init__(self, early: bool) -> None:
        self.early, self.taken = early, 0

    async def __call__(self, _: Any, receive: Any, send: Any) -> None:
        if self.early:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        while (message := await receive()).get("more_body"):
            self.taken += len(message["body"])
        if not self.early:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"taken"})


FILES, FIELDS = b"multipart/form-data; boundary=b", b"application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("path", "kind", "size", "code"),
    [
        ("/", FILES, 10, 200), ("/", FILES, 11, 413), ("/large", FILES, 100, 200), ("/large", FILES, 101, 413),
        ("/large", FIELDS, 10, 200), ("/large", FIELDS, 11, 413),
    ],
)  # fmt: skip
def test_a_limit_holds_to_the_byte(path: str, kind: bytes, size: int, code: int) -> None:
    sent: list[dict[str, Any]] = []
    left = [b"x"] * size

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": left.pop() if left else b"", "more_body": bool(left)}

    async def send(message: Any) -> None:
        sent.append(message)

    taking = Taking(early=False)
    app = application(Ledger("nothing.db"))
    headers = [(b"accept", b"application/json"), (b"content-type", kind)]
    scope = {"type": "http", "path": path, "method": "POST", "headers": headers, "query_string": b"", "app": app}
    answering = Bodies(taking, limit=10, larger={"/large": 100})(scope, receive, send)
    with ThreadPoolExecutor(1) as beside:  # the browser's own loop may run in this thread
        beside.submit(asyncio.run, answering).result()
    assert sent[0]["status"] == code and taking.taken <= size
    assert len([message for message in sent if message["type"] == "http.response.start"]) == 1


MALFORMED = [
    ("multipart/form-data", b"x"),
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"),
    ("multipart/form-data; boundary=b", b"no boundary at all"),
    ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx'),
    ("multipart/form-data; boundary=" + "b" * 300, b"--b\r\n"),
    ("multipart/form-data; boundary=b", b"\r\n--b\r\n" * 2000),
    ("multipart/form-data; boundary=b; charset=nonsense", b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\xff\r\n--b--'),
    ("application/x-www-form-urlencoded", b"&".join([b"a=b"] * 5000)),
    ("application/x-www-form-urlencoded", b"csrf=%ff%00%zz&csrf[]=1&=x&%"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfe\x00"),
    ("application/json", b'{"a":' * 20_000),
    ("application/json", b"\xff\xfe"),
    ("", b"\0" * 100),
]


@pytest.mark.parametrize("at", range(len(MALFORMED)))
@pytest.mark.parametrize("path", ["/login", "/me/tokens", "/accounts/add", "/documents/add", "/documents/1/mark"])
def test_what_is_malformed_is_refused(house: House, path: str, at: int) -> None:
    kind, body = MALFORMED[at]
    for carried in (True, False):
        browser = house.of("chief")
        if not carried:
            del browser.headers["x-csrf-token"]
        answered = browser.post(path, content=body, headers={"content-type": kind})
        assert answered.status_code in (400, 401, 403, 404, 413, 422, 429), answered.text
        assert "Traceback" not in answered.text
    assert len(house.accounts.people.all()) == 3 and not house.accounts.tokens.all()


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:80@evil.example", "127.0.0.1#evil", "[::1", "[::1]evil.example", "", "a b"],
)
def test_another_name_is_not_answered(house: House, host: str) -> None:
    answered = raw(house.site, "GET /login HTTP/1.1", f"Host: {host}")
    assert status(answered) in (400, 421) and b"evil.example" not in answered and b"set-cookie" not in answered.lower()


def test_no_name_and_two_names_are_not_answered(house: House) -> None:
    known = f"Host: {urlsplit(house.site).netloc}"
    assert status(raw(house.site, "GET /login HTTP/1.1")) == 400
    assert status(raw(house.site, "GET /login HTTP/1.0")) in (400, 421)
    assert status(raw(house.site, "GET /login HTTP/1.1", known, "Host: evil.example")) in (400, 421)
    assert status(raw(house.site, "GET http://evil.example/login HTTP/1.1", known)) in (200, 303, 400, 404, 421)


OUTSIDE = [
    "/static/../application.py",
    "/static/x/../../application.py",
    "/static/x/..%2f..%2fapplication.py",
    "/static/x/%2e%2e/%2e%2e/application.py",
    "/static/x/..%5c..%5capplication.py",
    "/static/x/%2fetc%2fpasswd",
    "/static//etc/passwd",
    "/static/x/__init__.py",
    "/static/x/base.css%00.html",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/static/" + "x" * 5000,
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_folder_is_given(house: House, path: str) -> None:
    answered = raw(house.site, f"GET {path} HTTP/1.1", f"Host: {urlsplit(house.site).netloc}")
    assert status(answered) in (303, 400, 404), answered
    assert b"import" not in answered and b"root:" not in answered


def test_a_name_of_a_download_is_one_header(house: House) -> None:
    browser = house.of("rob")
    for query in ("?kind=conflict%0d%0aSet-Cookie:%20a=b", "?x=%22;filename=evil.exe", "?kind=%0d%0a%0d%0a<script>"):
        for suffix in ("csv", "xlsx"):
            answered = browser.get(f"/findings.{suffix}{query}")
            assert answered.status_code in (200, 400)
            assert "set-cookie" not in answered.headers
            assert answered.headers.get("content-disposition", "") in ("", f'attachment; filename="sayso-findings.{suffix}"')


def test_what_is_asked_for_is_not_repeated_as_markup(house: House) -> None:
    browser = house.of("chief")
    hurt = "</script><script>window.hurt=1</script><img src=x onerror=window.hurt=1>\"'"
    for path in ("/login", "/findings", "/accounts/audit", "/me"):
        for name in ("next", "kind", "person", "action", "done", "origin", "page"):
            answered = browser.get(path, params={name: hurt})
            assert "<script>window" not in answered.text and "<img" not in answered.text
    for name, seal in ((hurt, browser.headers["x-csrf-token"]), ("x\r\nSet-Cookie: a=b", browser.headers["x-csrf-token"])):
        answered = browser.post("/accounts/add", data={"name": name[:64], "csrf": seal})
        assert "<script>window" not in answered.text and "<img" not in answered.text and "set-cookie" not in answered.headers
    assert "<script>window" not in browser.get("/accounts").text
    assert house.login(house.browser(), hurt, GOOD).text.count("<script>window") == 0
    house.accounts.people.disable(CHIEF, hurt[:64])


_REAL = application(Ledger("nothing.db")).openapi()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_input_is_an_error_that_nobody_foresaw(house: House, data: st.DataObject) -> None:
    """Every address that the description names, with whatever in its path and its query."""
    path, held = data.draw(st.sampled_from([(path, held["get"]) for path, held in _REAL["paths"].items() if "get" in held]))
    known = st.sampled_from(["", "0", "-1", "conflict", "TJ", "1e999", "\0", "%00", "../..", "٣", "a" * 999])
    text = st.one_of(st.text(max_size=20), known)
    query: list[tuple[str, str | int | float | bool | None]] = []
    for parameter in held.get("parameters", ()):
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", httpx2.QueryParams({"": data.draw(text)}).__str__()[1:] or "x")
        elif data.draw(st.booleans()):
            query.append((parameter["name"], data.draw(text).encode("utf8", "replace").decode("utf8")))
    answered = SESSIONS.setdefault(house.site, house.of("chief")).get(path, params=query, headers={"accept": "application/json"})
    assert answered.status_code in (200, 303, 400, 404, 422), (path, query, answered.text[:500])


SESSIONS: dict[str, httpx2.Client] = {}


@given(st.text(max_size=40))
def test_a_way_back_is_never_another_host(text: str) -> None:
    for address in (text, f"/{text}", f"//{text}", f"/\\{text}"):
        back = safe(address)
        assert back.startswith("/") and not back.startswith(("//", "/\\")) and back.isascii() and back.isprintable()
        assert urlsplit(back).netloc == urlsplit(back).scheme == ""
    assert urlsplit(login(f"/{text}", "a=b&c=//x")).path == "/login"
