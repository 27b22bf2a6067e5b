"""Work that goes on while pages are answered: files that were sent are read, searched for figures and added, one after the other."""

from __future__ import annotations

import logging
import shutil
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from typing import Any, BinaryIO

from sayso.errors import LedgerError
from sayso.ledger import Added
from sayso.ledger.adding import Progress
from sayso.web.fault import Fault

Add = Callable[[Path, Progress], Added]
"""Reads a path and keeps what it gives, telling how far it is."""

_LOG = logging.getLogger("sayso.web")
_WAITING = 50
_KEPT = 200
_ENTRIES = 50
_FAULT = "This is a fault in sayso: please report it with the file."


class Stage(StrEnum):
    """How far a job, or a file of it, is."""

    WAITING = "waiting"
    ADDING = "adding"
    RECONCILING = "reconciling"
    DONE = "done"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(slots=True)
class File:
    """One file: its name as it was given, where it lies until it is read, and what became of it."""

    name: str
    path: Path
    size: int
    stage: Stage = Stage.WAITING
    documents: int = 0
    figures: int = 0
    unchanged: int = 0
    entries: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[dict[str, str]] = field(default_factory=list)

    def view(self) -> dict[str, Any]:
        """Everything but where it lies."""
        return {
            "name": self.name, "size": self.size, "stage": self.stage.value, "documents": self.documents, "figures": self.figures,
            "unchanged": self.unchanged, "entries": list(self.entries), "refusals": list(self.refusals),
        }  # fmt: skip


@dataclass(slots=True)
class Job:
    """Files that one person sent at once."""

    number: int
    person: str
    folder: Path
    made: str
    files: list[File] = field(default_factory=list)
    stage: Stage = Stage.WAITING
    told: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage in (Stage.DONE, Stage.STOPPED)

    def view(self) -> dict[str, Any]:
        """Everything as plain values; JSON-ready."""
        files = [file.view() for file in self.files]
        return {
            "number": self.number, "person": self.person, "made": self.made, "stage": self.stage.value, "over": self.over,
            "told": self.told, "total": len(files), "done": sum(file["stage"] in ("done", "refused", "stopped") for file in files),
            "documents": sum(file["documents"] for file in files), "figures": sum(file["figures"] for file in files),
            "refused": sum(len(file["refusals"]) for file in files), "unchanged": sum(file["unchanged"] for file in files), "files": files,
        }  # fmt: skip


class Jobs:
    """Jobs in the order in which they came; a thread works on them as long as there are any.

    `settle` brings what is derived up to the facts, `limit` is how many bytes may be sent at once.
    """

    def __init__(self, add: Add, settle: Callable[[], object], limit: int) -> None:
        self._add, self._settle, self.limit = add, settle, limit
        self._lock = Lock()
        self._jobs: dict[int, Job] = {}
        self._queue: deque[Job] = deque()
        self._worker: Thread | None = None
        self._count = 0
        self._closed = False

    def take(self, person: str, files: Iterable[tuple[str, BinaryIO]]) -> Job:
        """Put files, each with a name that is only a name, into a private folder and queue them; Fault where too many jobs wait."""
        with self._lock:
            if self._closed or len(self._queue) >= _WAITING:
                raise Fault(503, "the workbench takes no more files just now", advice="Wait until those that were sent are added.")
            self._count += 1
            number = self._count
        now = datetime.now(UTC).isoformat(timespec="seconds")
        job = Job(number, person, Path(mkdtemp(prefix="sayso-adding-")), now)
        try:
            job.files += [_put(job.folder / str(at), name, stream) for at, (name, stream) in enumerate(files)]
        except BaseException:
            shutil.rmtree(job.folder, ignore_errors=True)
            raise
        self._start(job)
        return job

    def job(self, number: int) -> Job | None:
        """One job by its number, as long as it is remembered."""
        return self._jobs.get(number)

    def of(self, person: str) -> list[Job]:
        """The jobs of a person, the newest first."""
        with self._lock:
            return [job for job in reversed(self._jobs.values()) if job.person == person]

    def close(self) -> None:
        """Finish the file that is being read and stop; those that were not read are told to the log."""
        with self._lock:
            self._closed = True
            worker = self._worker
        if worker:
            worker.join()
        left = sum(file.stage is Stage.STOPPED for job in self._jobs.values() for file in job.files)
        if left:
            _LOG.warning("the workbench was stopped before %d files that were sent could be added", left)

    def _start(self, job: Job) -> None:
        with self._lock:
            self._jobs[job.number] = job
            for number in [number for number, held in self._jobs.items() if held.over][: max(len(self._jobs) - _KEPT, 0)]:
                del self._jobs[number]
            self._queue.append(job)
            if self._worker is None:
                self._worker = Thread(target=self._work, name="sayso-adding")
                self._worker.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._worker = None
                    return
                job = self._queue.popleft()
            try:
                self._do(job)
            finally:
                shutil.rmtree(job.folder, ignore_errors=True)

    def _do(self, job: Job) -> None:
        job.stage = Stage.ADDING
        for file in job.files:
            if self._closed or job.told:
                file.stage = Stage.STOPPED
                continue
            try:
                self._read(file)
            except LedgerError as error:
                job.told = str(error)
                file.stage = Stage.STOPPED
        try:
            job.stage = Stage.RECONCILING
            self._settle()
        except Exception as error:
            _LOG.error("reconciling after files were added failed", exc_info=error)
            job.told = job.told or f"reconciling failed: {error}"
        stopped = any(file.stage is Stage.STOPPED for file in job.files)
        job.stage = Stage.STOPPED if stopped else Stage.DONE

    def _read(self, file: File) -> None:
        """Add one file; whatever it does to the machine, the next one is still read."""
        file.stage = Stage.ADDING

        def progress(number: int, _name: str, figures: int) -> None:
            file.documents, file.figures = number, file.figures + figures

        try:
            added = self._add(file.path, progress)
        except LedgerError:
            raise
        except Exception as error:
            _LOG.error("adding %r failed", file.name, exc_info=error)
            reason = f"reading it failed ({type(error).__name__}: {error})"
            file.refusals.append({"where": file.name, "reason": reason, "advice": _FAULT})
            file.stage = Stage.REFUSED
            return
        _told(file, added)


def _told(file: File, added: Added) -> None:
    """What became of a file; where it lay is nobody's business."""
    file.documents, file.figures = len(added.entries), sum(entry.figures for entry in added.entries)
    file.unchanged = added.unchanged
    file.entries = [
        {
            "name": entry.name, "fingerprint": entry.fingerprint, "outcome": entry.outcome.value, "figures": entry.figures,
            "notes": [note.message for note in entry.notes],
        }
        for entry in added.entries[:_ENTRIES]
    ]  # fmt: skip
    file.refusals = [
        {"where": one.where.replace(str(file.path), file.name), "reason": one.reason.rstrip("."), "advice": one.advice}
        for one in added.refusals[:_ENTRIES]
    ]
    file.stage = Stage.DONE if added.entries else Stage.REFUSED


def _put(folder: Path, name: str, stream: BinaryIO) -> File:
    folder.mkdir()
    path = folder / name
    with path.open("xb") as file:
        shutil.copyfileobj(stream, file, 1 << 20)
    return File(name, path, path.stat().st_size)
