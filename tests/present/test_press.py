from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.errors import ExportError, MissingExtra
from sayso.present import Chart, Press

from .pictures import parsed, size

BARS = {"mark": "bar", "data": {"values": [{"x": 1}]}, "encoding": {"x": {"field": "x", "type": "quantitative"}}}
CHART = Chart(BARS, "Bars", "One bar.")


def numbered(number: int) -> Chart:
    return Chart({**BARS, "data": {"values": [{"x": number}]}}, f"Bars {number}", "One bar.")


def test_it_draws_what_a_chart_draws_itself() -> None:
    with Press() as press:
        assert press.svg(CHART) == CHART.svg() and press.svg(CHART, "dark") == CHART.svg("dark")
        assert size(press.png(CHART, 1)) == size(CHART.png(1))


def test_each_picture_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with Press() as press:
        asked: list[bytes] = []
        really = press._ask

        def ask(order: bytes) -> bytes:
            asked.append(order)
            return really(order)

        monkeypatch.setattr(press, "_ask", ask)
        with ThreadPoolExecutor(8) as pool:
            drawn = set(pool.map(lambda number: press.svg(numbered(number % 2)), range(24)))
        assert len(drawn) == 2 and len(asked) == 2


def test_what_is_kept_has_a_bound() -> None:
    with Press(room=3 * len(CHART.svg().encode())) as press:
        for number in range(8):
            press.svg(numbered(number))
        assert 1 <= len(press._kept) <= 3
        assert press._size == sum(map(len, press._kept.values())) <= 3 * len(CHART.svg().encode())


def test_a_process_that_is_killed_is_followed_by_another() -> None:
    with Press() as press:
        press.svg(CHART)
        assert press._worker
        os.kill(press._worker.pid, signal.SIGKILL)
        press._worker.wait()
        assert parsed(press.svg(numbered(2))) is not None


def test_a_chart_that_takes_too_long_is_given_up() -> None:
    with Press(patience=0.0) as press:
        with pytest.raises(ExportError, match="took longer than 0 seconds"):
            press.svg(CHART)
        press._patience = 60
        assert press.svg(CHART) == CHART.svg()


def test_what_cannot_be_drawn_is_said_and_the_next_is_drawn() -> None:
    with Press() as press:
        with pytest.raises(ExportError, match="could not be drawn"):
            press.svg(Chart({"mark": 7}, "none", "none"))
        assert press.svg(CHART) == CHART.svg()


def test_nothing_is_fetched() -> None:
    spec = {**BARS, "data": {"url": "https://example.org/data.json"}}
    with Press() as press, pytest.raises(ExportError):
        press.svg(Chart(spec, "none", "none"))


def test_files_of_the_current_folder_are_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "sayso", "vl_convert"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(7)", "utf8")
    monkeypatch.chdir(tmp_path)
    with Press() as press:
        assert press.svg(CHART) == CHART.svg()


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.present.press.find_spec", lambda _: None)
    with Press() as press, pytest.raises(MissingExtra):
        press.svg(CHART)


def test_a_closed_press_leaves_no_process() -> None:
    press = Press()
    press.svg(CHART)
    worker = press._worker
    assert worker
    press.close()
    assert worker.poll() is not None
    press.close()
