"""The store: documents and their figures in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, exists, func, select, text

from sayso.errors import UnknownName
from sayso.model import Decision, Document, Figure
from sayso.store.audit import fallen
from sayso.store.connecting import connected, transaction
from sayso.store.derived import Derived
from sayso.store.door import Door, unlock
from sayso.store.filters import Filters, conditions
from sayso.store.pages import Pages
from sayso.store.pulse import Pulse
from sayso.store.reading import batches, documents_where, figures_where
from sayso.store.results import Results
from sayso.store.rows import COUNTED, document_of
from sayso.store.schema import documents, figures
from sayso.store.shelf import Shelf
from sayso.store.standing import askable, refuse_half_characters, refuse_unless_standing
from sayso.store.trouble import guard
from sayso.store.verdicts import Settle, decide
from sayso.store.writing import Outcome, put

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    documents: int
    figures: int


class Store:
    """A ledger's database, open. Use `Store.open`; close it, or use it in a `with` statement.

    Every error of the database is a LedgerError. Iterators read a stretch at a time and see the ledger as it was when they began.
    """

    def __init__(self, door: Door, settle: Settle | None = None) -> None:
        self.path, self.readonly = door.path, door.readonly
        self._engine, self._settle, self._pulse = connected(door), settle, Pulse(door)

    @classmethod
    def open(cls, path: str | PathLike[str], *, create: bool = True, settle: Settle | None = None) -> Self:
        """Open the ledger at `path`; one that is missing (or a file of no bytes) is made if `create`.

        `settle` says what decisions make of a figure; without it nothing can be said of figures, nor a document be read anew of
        whose figures something was said.

        Raises LedgerError (missing, unwritable, damaged), ForeignLedger, NewerLedger; a file that is not a ledger stays as it is.
        """
        return cls(unlock(Path(path), create=create), settle)

    def close(self) -> None:
        """Let go of the file; the last to do so leaves a single file behind."""
        self._pulse.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, document: Document, figures: Sequence[Figure]) -> Outcome:
        """Keep a document with all its figures, in one transaction: when this returns, it is on the disk.

        Adding again what is there changes nothing (UNCHANGED); another reading of the same document takes the place of the former
        (RENEWED). Raises FigureRefused for a figure that does not stand in the text and ReadError for a text that cannot be
        kept; nothing of the document is stored then.
        """
        refuse_unless_standing(document, figures)
        with refuse_half_characters(document), self._connect(write=True) as connection:
            return put(connection, document, figures, self._settle)

    def document(self, fingerprint: str) -> Document:
        """One document with the bytes it came from; raises UnknownName."""
        with self._connect() as connection:
            row = connection.execute(select(documents).where(documents.c.fingerprint == fingerprint)).one_or_none()
        if row is None:
            raise UnknownName(f"there is no document {fingerprint!r}", where=str(self.path))
        return document_of(row)

    def documents(self, search: str | None = None, *, name: str | None = None) -> Iterator[Document]:
        """Documents by name, without their bytes; with `search` those whose title or text has all its words, the best first.

        Accents and case do not matter in a search; words in double quotes must stand together; `fighter*` finds any ending.
        """
        wanted = [] if name is None else [documents.c.name == askable(name)]
        with self._connect() as connection:
            yield from documents_where(connection, *wanted, words=search or "")

    def figures(self, filters: Filters | None = None) -> Iterator[Figure]:
        """Figures in the order of document name and place."""
        with self._connect() as connection:
            yield from figures_where(connection, *conditions(filters or Filters()))

    def figures_among(self, fingerprints: Iterable[str]) -> list[Figure]:
        """The figures of these fingerprints."""
        wanted = sorted(fingerprints)
        with self._connect() as connection:
            return [figure for batch in batches(wanted) for figure in figures_where(connection, figures.c.fingerprint.in_(batch))]

    def figures_of(self, fingerprint: str) -> list[Figure]:
        """The figures of one document that count, in the order of its text."""
        return list(self.figures(Filters(document=fingerprint)))

    def figures_like(self, prefix: str) -> list[Figure]:
        """Figures whose fingerprint begins with `prefix`."""
        with self.pages() as pages:
            return pages.figures_like(prefix)

    @contextmanager
    def derived(self, *, write: bool = False) -> Iterator[Derived]:
        """What reconciling made of the facts, in one transaction; with `write` it can be made anew."""
        with self._connect(write=write) as connection:
            yield Derived(connection)

    def decide(self, decision: Decision, *, expected: str | None = None) -> None:
        """Add what a person said; nothing is ever overwritten. StaleDecision where the subject has another version than expected."""
        with self._connect(write=True) as connection:
            decide(connection, decision, expected, self._settle)

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """What lists, pages and queues ask, in one transaction."""
        with self._connect() as connection:
            yield Pages(connection)

    def ask(self, question: Callable[[Connection], T]) -> T:
        """The answer to a question, as a function of a connection that only reads."""
        with self._connect() as connection:
            return question(connection)

    @contextmanager
    def results(self) -> Iterator[Results]:
        """What reconciling made, a page at a time, in one transaction."""
        with self._connect() as connection:
            yield Results(connection)

    @contextmanager
    def shelf(self) -> Iterator[Shelf]:
        """What lists of documents and pages of one ask, in one transaction."""
        with self._connect() as connection:
            yield Shelf(connection)

    def has_other(self, document: Document) -> bool:
        """Whether there is a document of the same name with another text."""
        other = (documents.c.name == document.name) & (documents.c.fingerprint != document.fingerprint)
        with self._connect() as connection:
            return bool(connection.execute(select(exists().where(other))).scalar_one())

    def counts(self) -> Counts:
        """How many documents there are, and figures that count."""
        with self._connect() as connection:
            held = connection.execute(select(func.count()).select_from(documents)).scalar_one()
            return Counts(held, connection.execute(select(func.count()).where(figures.c.use == COUNTED)).scalar_one())

    def mark(self) -> str:
        """A text that is another one after every change of the ledger, whoever made it."""
        with guard(self.path):
            return self._pulse.mark()

    def layout(self) -> int:
        """The number of the layout that the file is in."""
        with self._connect() as connection:
            return int(connection.execute(text("PRAGMA user_version")).scalar_one())

    def faults(self) -> list[str]:
        """What SQLite finds damaged in the file; nothing if all is well. Reads the whole file."""
        with self._connect(write=not self.readonly) as connection:
            found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            found += [f"a row of {row[0]} has lost its {row[2]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
            if not (found or self.readonly):
                connection.execute(text("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"))
        return found

    def fallen(self) -> list[str]:
        """Texts that are not what was added and figures that no longer stand in their text. Reads everything."""
        with self._connect() as connection:
            return list(fallen(connection))

    @contextmanager
    def _connect(self, *, write: bool = False) -> Iterator[Connection]:
        with guard(self.path), transaction(self._engine, write=write) as connection:
            yield connection
