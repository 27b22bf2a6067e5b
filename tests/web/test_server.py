"""Listening, and where it is refused."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from access.visits import Clock, opened, staffed
from sayso.access import Accounts
from sayso.errors import MissingExtra, ServeError
from sayso.web import Place, serve
from sayso.web.server import address, listening

from .serving import fetch


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org"])
def test_others_are_not_let_in_without_accounts(host: str, tmp_path: Path) -> None:
    with pytest.raises(ServeError, match=rf"at {host}\. Make an account with: sayso accounts add NAME --role admin"):
        serve(tmp_path / "new.db", Place(host))
    with pytest.raises(ServeError, match="without accounts"):
        serve(tmp_path / "new.db", Place(proxy="127.0.0.1"))
    assert not list(tmp_path.iterdir())


def test_a_file_of_accounts_without_anybody_lets_nobody_in_from_elsewhere(tmp_path: Path) -> None:
    Accounts.open(tmp_path / "new.db", create=True).close()
    with pytest.raises(ServeError, match="without accounts"):
        serve(tmp_path / "new.db", Place("0.0.0.0"))


def test_with_accounts_it_listens_elsewhere_and_says_what_that_means(tmp_path: Path) -> None:
    with opened(tmp_path / "new.db", Clock()) as accounts:
        staffed(accounts)
    options = ["--host", "0.0.0.0", "--name", "Sayso.Example.org", "--port", "0", "--ledger", str(tmp_path / "new.db")]
    process = subprocess.Popen([sys.executable, "-W", "error", "-m", "sayso", "serve", *options], stderr=subprocess.PIPE, text=True)
    assert process.stderr
    port = process.stderr.readline().split(":")[-1].split("/")[0]
    assert "passwords neither: put a proxy with TLS before it" in process.stderr.readline()
    site = f"http://127.0.0.1:{port}/login"
    known = ("127.0.0.1", "sayso.example.org", "SAYSO.EXAMPLE.ORG:443", "192.0.2.7", f"192.0.2.7:{port}")
    answers = [fetch(site, headers={"host": host}).status_code for host in (*known, "example.org", "evil.example")]
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert (answers, process.returncode) == ([200] * 5 + [421] * 2, 0)


def test_a_port_in_use_is_told() -> None:
    with listening("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        with pytest.raises(ServeError, match=f"something already listens at 127.0.0.1:{port}.*sayso serve --port {port + 1}"):
            listening("127.0.0.1", port)


def test_the_protocol_is_named() -> None:
    """Or asyncio would let answers wait for what the network calls Nagle's algorithm."""
    with listening("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_an_address_that_cannot_be_had_is_told() -> None:
    with pytest.raises(ServeError, match="cannot listen at"):
        listening("127.0.0.1", 70_000)


def test_the_address_is_one_for_a_browser() -> None:
    with listening("::1", 0) as bound:
        assert address(bound) == f"http://[::1]:{bound.getsockname()[1]}/"


@pytest.mark.parametrize("ignoring", [False, True])
def test_the_verb_serves_until_it_is_interrupted(tmp_path: Path, ignoring: bool) -> None:
    """A shell starts what it puts into the background with interrupts ignored."""
    options = ["--port", "0", "--upload-mb", "3", "--ledger", str(tmp_path / "new.db")]
    command = [sys.executable, "-W", "error", "-m", "sayso", "serve", *options]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN if ignoring else signal.default_int_handler)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    signal.signal(signal.SIGINT, before)
    assert process.stderr
    said = process.stderr.readline()
    assert said.startswith("sayso: listening at http://127.0.0.1:")
    page = fetch(said.split()[3])
    assert page.status_code == 200 and "Nothing has been added yet" in page.text
    assert "Up to 3 MB at once" in fetch(f"{said.split()[3]}documents/add").text
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, "sayso: stopped\n")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("sayso.web", "fastapi"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    with pytest.raises(MissingExtra, match=r'The workbench needs the package fastapi.*pip install "sayso\[web\]"'):
        __import__("sayso.web")
