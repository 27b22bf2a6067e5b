"""The accounts of a ledger: people, tokens, the entrance and the audit log."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sayso.access.book import Actor, Book
from sayso.access.entrance import Entrance
from sayso.access.people import People
from sayso.access.tokens import Tokens
from sayso.store import AccountsFile, Deed, accounts_path


class Accounts:
    """Accounts, open. Use `Accounts.open`; close it, or use it in a `with` statement. Every error of the file is a LedgerError."""

    def __init__(self, book: Book) -> None:
        self.path = book.file.path
        self.people, self.tokens, self.entrance = People(book), Tokens(book), Entrance(book)
        self._book = book

    @classmethod
    def open(cls, ledger: str | PathLike[str], *, create: bool = False, **surroundings: Any) -> Self:
        """The accounts beside the ledger at this path, made if `create`; `surroundings` as `Book` takes them.

        Raises LedgerError where there are none, or they cannot be written or are damaged.
        """
        return cls(Book(AccountsFile.open(accounts_path(Path(ledger)), create=create), **surroundings))

    @staticmethod
    def place(ledger: str | PathLike[str]) -> Path:
        """Where the file of accounts of the ledger at this path is, once anybody has made one."""
        return accounts_path(Path(ledger))

    def close(self) -> None:
        """Let go of the file."""
        self._book.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def note(self, actor: Actor, action: str, subject: str = "", outcome: str = "done") -> None:
        """Add a line to the audit log."""
        self._book.note(actor, action, subject, outcome)

    def audit(self, *, person: str = "", action: str = "", limit: int | None = 100, skip: int = 0) -> list[Deed]:
        """The newest lines of the audit log first, all or those of a person or an action."""
        with self._book.read() as desk:
            return desk.trail.read(person=person, action=action, limit=limit, skip=skip)

    def audited(self, *, person: str = "", action: str = "") -> int:
        """How many lines of the audit log there are of a person or an action, or in all."""
        with self._book.read() as desk:
            return desk.trail.size(person=person, action=action)
