"""Drawing for a server: in a process of its own, so that no thread waits for a chart that it does not want, and each picture once."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections import OrderedDict
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from threading import Lock, Timer
from types import TracebackType
from typing import IO, Self, cast

from sayso.errors import ExportError, MissingExtra
from sayso.present import engine
from sayso.present.chart import Chart

_PROGRAM = "from sayso.present.press import serve; serve()"
_ADVICE = "Save it as .json and look at it there."
_HEAD = struct.Struct(">?I")
"""Before each message: whether all went well, and how many bytes follow."""


class Press:
    """Draws charts in a process of its own and keeps what it drew, as far as `room` bytes hold it; any thread may ask.

    A chart that takes longer than `patience` seconds is given up. Close it, or use it with `with`.
    """

    def __init__(self, room: int = 32_000_000, patience: float = 30) -> None:
        self._room, self._patience = room, patience
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._shelf, self._turn = Lock(), Lock()
        self._worker: subprocess.Popen[bytes] | None = None

    def svg(self, chart: Chart, theme: str = "light") -> str:
        """As `Chart.svg`; raises ExportError also where the other process fails."""
        return self._drawn(chart, theme, 0).decode("utf8")

    def png(self, chart: Chart, scale: float = 2, theme: str = "light") -> bytes:
        """As `Chart.png`; raises ExportError also where the other process fails."""
        return self._drawn(chart, theme, scale)

    def close(self) -> None:
        """End the other process; a chart that is asked for later starts one anew."""
        with self._turn:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _drawn(self, chart: Chart, theme: str, scale: float) -> bytes:
        order = json.dumps([chart.to_json(theme), chart.title, chart.description, scale]).encode("ascii")
        key = blake2b(order, digest_size=16).digest()
        held = self._find(key)
        if held is None:
            with self._turn:
                held = self._find(key) or self._ask(order)  # another thread may have asked for the same meanwhile
                self._keep(key, held)
        return held

    def _find(self, key: bytes) -> bytes | None:
        with self._shelf:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: bytes, held: bytes) -> None:
        with self._shelf:
            self._size += len(held) - len(self._kept.pop(key, b""))
            self._kept[key] = held
            while self._size > self._room:
                self._size -= len(self._kept.popitem(last=False)[1])

    def _ask(self, order: bytes) -> bytes:
        if find_spec("vl_convert") is None:
            raise MissingExtra("vl-convert-python", "charts", purpose="Drawing a chart")
        worker = self._running()
        late = Timer(self._patience, worker.kill)
        late.start()
        try:
            _send(cast(IO[bytes], worker.stdin), order)
            fine, answer = _receive(cast(IO[bytes], worker.stdout))
        except (OSError, EOFError) as error:
            self._end()
            what = f"the chart could not be drawn: the process that draws ended, or took longer than {self._patience:g} seconds"
            raise ExportError(what, advice=_ADVICE) from error
        finally:
            late.cancel()
        if not fine:
            raise ExportError(answer.decode("utf8"), advice=_ADVICE)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self._end()
            # -P: a file that happens to lie in the current folder is no module of ours
            command = [sys.executable, "-P", "-c", _PROGRAM]
            self._worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._worker

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            with suppress(OSError):
                self._worker.communicate()
            self._worker = None


def serve() -> None:
    """Draw what is asked for on standard input until it ends: the other process."""
    with suppress(OSError, AttributeError):
        os.nice(5)  # pages go before pictures
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            spec, title, description, scale = json.loads(_receive(source)[1])
            try:
                picture = engine.svg(spec, title, description)
                _send(target, engine.png(picture, scale) if scale else picture.encode("utf8"))
            except Exception as error:  # the one who asked has to hear of it, whatever it is
                what = error.what if isinstance(error, ExportError) else f"{type(error).__name__}: {error}"
                _send(target, what.encode("utf8", "replace"), fine=False)


def _send(pipe: IO[bytes], message: bytes, *, fine: bool = True) -> None:
    pipe.write(_HEAD.pack(fine, len(message)) + message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> tuple[bool, bytes]:
    fine, length = _HEAD.unpack(_read(pipe, _HEAD.size))
    return fine, _read(pipe, length)


def _read(pipe: IO[bytes], length: int) -> bytes:
    """So many bytes; EOFError where the pipe ends before."""
    held = pipe.read(length)
    if len(held) < length:
        raise EOFError
    return held
