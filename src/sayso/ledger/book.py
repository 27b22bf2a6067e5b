"""The ledger as a user holds it: every verb of the command line is a method here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal, Self, overload

from sayso.codebook import load
from sayso.errors import LedgerError
from sayso.ledger.adding import Added, Progress, add
from sayso.ledger.charting import Wanted, chart
from sayso.ledger.checkup import Check, checkup
from sayso.ledger.estimating import made
from sayso.ledger.finding import Place, find
from sayso.ledger.looking import Explanation, Words, asked, explanations, kinds, narrowed, policy_named
from sayso.ledger.opened import resolve, with_documents
from sayso.ledger.reckoning import linked, noticed, read_as, reckoned
from sayso.ledger.reviewing import Judged, Saying, judge, mark, user, waiting
from sayso.model import Document, Estimate, Event, Figure, Finding, Link, Refusal, Review, Verdict
from sayso.present import Chart, Table, export, table
from sayso.review import Agreement, agreement, settle
from sayso.store import Store


def open(path: Place | None = None, *, create: bool = True) -> Ledger:
    """Open a ledger: the file at `path`, else where the variable SAYSO_LEDGER says, else sayso.db in the current folder.

    A missing one is made by the first `add`, unless `create` is false: then it must be there. Raises LedgerError,
    ForeignLedger, NewerLedger.
    """
    ledger = Ledger(path, create=create)
    if not create or ledger.path.exists():
        ledger._look()
    return ledger


class Ledger:
    """Documents and the figures found in them, in one file; the file is opened when it is first needed.

    Filters of `figures`, `table`, `show` and `export`: document, category, origin, location, source, quantifier, unit, disputed, as_of,
    text, min_confidence, standing, as `sayso.store.Filters` explains; another name raises UnknownName.
    """

    def __init__(self, path: Place | None = None, *, create: bool = True) -> None:
        self.path = Path(path or os.environ.get("SAYSO_LEDGER") or "sayso.db")
        self._create = create
        self._open: Store | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            self._open.close()
        self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({str(self.path)!r})"

    def add(self, *paths: Place, stdin: BinaryIO | None = None, progress: Progress | None = None) -> Added:
        """Read files, folders and "-" (standard input) and keep every document with its figures; adding again adds nothing.

        Whatever cannot be read is listed in the report and the rest goes on. Raises LedgerError if the ledger cannot be written.
        """
        store = self._store(create=self._create)
        if store.readonly:
            raise LedgerError(
                "the ledger can only be read here", where=str(self.path), advice="Make the file and its folder writable, or work on a copy."
            )
        return add(store, paths, stdin=stdin, progress=progress)

    def find(self, *paths: Place, stdin: BinaryIO | None = None) -> Iterator[Figure | Refusal]:
        """Figures of paths as they are met; nothing is stored."""
        return find(*paths, stdin=stdin)

    def figures(self, **filters: Any) -> list[Figure]:
        """Figures by document name and place."""
        return list(self._store().figures(asked(filters)))

    def documents(self, search: str | None = None) -> list[Document]:
        """Documents by name, without the bytes they came from; with `search` those that hold all its words, the best first."""
        return list(self._store().documents(search))

    def show(self, reference: str, *, rows: str = "origin", columns: str = "category", **filters: Any) -> list[tuple[Figure, Document]]:
        """The figures that a reference stands for, each with its document.

        A reference is a document's name, the first four or more digits of a figure's fingerprint, or a cell of the table that
        `rows`, `columns` and filters make, as "TJ/joined"; filters hold for all three. Raises UnknownName.
        """
        store = self._store()
        figures = resolve(store, reference, lambda: self.table(rows, columns, **filters))
        if filters:
            wanted = {figure.fingerprint for figure in self.figures(**filters)}
            figures = [figure for figure in figures if figure.fingerprint in wanted]
        return with_documents(store, figures)

    def table(self, rows: str = "origin", columns: str = "category", **filters: Any) -> Table:
        """Figures laid out by two of their fields: in each cell the interval, the number of reports and of origins."""
        store = self._store()
        figures = store.figures(asked(filters))
        return table(figures, rows=rows, columns=columns, names=load().places, read_as=read_as(store))

    def export(self, path: Place, **filters: Any) -> Path:
        """Write figures and what is known of their documents by suffix: `.csv`, `.jsonl`, `.parquet` or `.xlsx`.

        Raises ExportError for another suffix or a place that cannot be written, MissingExtra where a library is missing.
        """
        store = self._store()
        documents = {document.fingerprint: document for document in store.documents()}
        with store.pages() as pages:
            standings = pages.standings()
        return export.write(store.figures(asked(filters)), documents, Path(path), standings)

    @overload
    def estimates(self, *paths: Place, by: Literal["event"], stdin: BinaryIO | None = ...) -> Iterator[Event | Refusal]: ...

    @overload
    def estimates(self, *paths: Place, by: str = ..., **options: Any) -> Iterator[Estimate | Event | Refusal]: ...

    def estimates(self, *paths: Place, by: str = "quantity", **options: Any) -> Iterator[Estimate | Event | Refusal]:
        """Low, best and high of what the ledger says, or of paths without storing anything.

        By "quantity": an Estimate for each category, people, place and time under `policy` ("range" if not said), all or those of some
        `category`, `origin`, `location`. By "event": an Event for each name that documents give to what they are about. Paths may come
        with a Refusal for what cannot be read. Raises UnknownName for another `by`, policy, category or option.
        """
        return made(self._store if not paths else None, paths, by, options)

    def findings(self, kind: Words = None, *, category: Words = None, origin: Words = None, location: Words = None) -> list[Finding]:
        """What was noticed across figures, the gravest first: all, or those of some kinds, about some categories, peoples, places.

        Kinds are conflict, diverging_echo, arithmetic, scope_mismatch, supersession, gap, echo. Raises UnknownName.
        """
        wanted = kinds(kind)
        found = [finding for finding in noticed(self._store()) if not wanted or finding.kind in wanted]
        return list(narrowed(found, category, origin, location))

    def explain(self, reference: str, *, policy: str = "range") -> list[Explanation]:
        """Estimates with every figure that they rest on or set aside, and why.

        A reference is the first four or more digits of the fingerprint of an estimate or a figure, or people and category as "TJ/joined".
        Raises UnknownName.
        """
        store = self._store()
        return explanations(store, reference, reckoned(store, policy_named(policy)))

    def chart(self, kind: str, reference: str | None = None, *, policy: str = "range", base: str | None = None, **options: Any) -> Chart:
        """A chart, to be saved as `.svg`, `.png` or `.json`.

        "timeline": every report of a quantity with its estimates; a reference is as for `explain`. "citations": who cites whom, in
        the figures of a reference or of some filters. "map": a category (the reference) by country; options are `by` (origin, location),
        `measure` (best, low, high, reports, origins), `level` (country, region), `zoom` (a country or region) and filters. Marks are links
        into the workbench at the address `base`, if there is one. Raises UnknownName.
        """
        return chart(self._store(), kind, Wanted(reference, policy, base, options))

    def origins(self) -> list[Link]:
        """Names of sources that are, or may be, read as one, each pair with a reason and a score."""
        return linked(self._store())

    def accept(self, reference: str, *, note: str = "", person: str | None = None, version: str | None = None) -> Judged:
        """Confirm a figure as it is read, a finding, or a link between two names, by the first digits of its fingerprint.

        It is kept who said so (`person`, else the user of this computer) and when. `version` is that of the sight it is said on, as
        `review` gives it; StaleDecision where it is no longer so. Raises UnknownName where the reference stands for nothing or several.
        """
        return judge(self._store(), reference, Saying(Verdict.ACCEPT, note, person, version))

    def reject(self, reference: str, *, note: str = "", person: str | None = None, version: str | None = None) -> Judged:
        """Refuse a figure, dismiss a finding, or part two names; as `accept`."""
        return judge(self._store(), reference, Saying(Verdict.REJECT, note, person, version))

    def correct(
        self, reference: str, *, note: str = "", person: str | None = None, version: str | None = None, **fields: Any
    ) -> Judged:
        """Say what a figure really says.

        `fields` are some of low, high, quantifier, unit, category, noun, origin, location, as_of, source, disputed, part_of. The machine's
        reading stays beside it, and the correction outlives a newer one. Raises BadCorrection where text or codebook does not bear it
        out: the number has to stand in the text.
        """
        return judge(self._store(), reference, Saying(Verdict.CORRECT, note, person, version, fields))

    def unsure(self, reference: str, *, note: str = "", person: str | None = None, version: str | None = None) -> Judged:
        """Note that somebody looked and could not tell; as `accept`."""
        return judge(self._store(), reference, Saying(Verdict.UNSURE, note, person, version))

    def note(self, reference: str, note: str, *, person: str | None = None) -> Judged:
        """Add a remark, which changes nothing; as `accept`."""
        return judge(self._store(), reference, Saying(Verdict.NOTE, note, person))

    def undo(self, reference: str, *, note: str = "", person: str | None = None, version: str | None = None) -> Judged:
        """Take back what this person last said of a figure, a finding or a link; as `accept`."""
        return judge(self._store(), reference, Saying(Verdict.UNDO, note, person, version))

    def mark(self, document: str, start: int, end: int, *, note: str = "", person: str | None = None, **fields: Any) -> Review:
        """Keep a figure that was not found, where its number stands in a document (name or fingerprint).

        `fields` are those of `correct`, a category at least. Raises BadCorrection where no number stands just there.
        """
        return mark(self._store(), document, start, end, Saying(Verdict.MARK, note, person, None, fields))

    def review(self, queue: str = "new", *, person: str | None = None, limit: int = 50, **filters: Any) -> list[Review]:
        """Figures that wait for this person in a queue, by document and place, each with all that was said of it.

        Queues are new, disputed, changed, low_confidence, in_conflict, second, disagreement, unsure. Raises UnknownName.
        """
        return waiting(self._store(), queue, person or user(), asked(filters), limit)

    def agreement(self) -> Agreement:
        """How far those who judged the same figures agree, by Krippendorff's alpha."""
        with self._store().pages() as pages:
            return agreement(pages.shared())

    def doctor(self) -> list[Check]:
        """See whether everything that sayso needs is there and the ledger is sound; raises nothing and makes nothing."""
        return checkup(self.path)

    def _store(self, *, create: bool = False) -> Store:
        if self._open is None:
            self._open = Store.open(self.path, create=create, settle=settle)
        return self._open

    def _look(self) -> None:
        """See that the ledger is there and can be used, unless it is a file of no bytes that may be made one."""
        if not (self._create and self.path.is_file() and self.path.stat().st_size == 0):
            self._store()
