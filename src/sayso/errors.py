"""Everything that sayso raises.

SaysoError
├── ReadError        a text could not be read
├── LedgerError      a ledger could not be opened or written
│   ├── ForeignLedger    the file is not a sayso ledger
│   └── NewerLedger      the ledger was made by a newer sayso
├── StaleDecision    somebody decided, or the text was read anew, since it was looked at
├── BadCorrection    a correction that the text or the codebook does not bear out
├── UnknownName      a document, figure, field or code that is not there
├── CodebookError    a codebook that a user brought is not as expected
├── FigureRefused    a figure that does not stand in its text
├── ExportError      a table or file could not be written
├── ServeError       the workbench cannot be served
├── AccountRefused   a name, password, role or token that an account cannot have
├── LoginFailed      a name and a password that do not go together
│   └── LoginDelayed     after too many failed logins, or while too many are looked at, one has to wait
└── MissingExtra     an optional dependency is not installed
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors: says what happened, where, and what to do next."""

    exit_code = 4

    def __init__(self, what: str, *, where: str | None = None, advice: str | None = None) -> None:
        self.what, self.where, self.advice = what, where, advice
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        then = f" {self.advice}" if self.advice else ""
        return f"{place}{self.what.rstrip('.')}.{then}"


class ReadError(SaysoError):
    """A text could not be read."""

    exit_code = 3


class LedgerError(SaysoError):
    """A ledger could not be opened or written."""


class ForeignLedger(LedgerError):
    """The file is not a sayso ledger."""


class NewerLedger(LedgerError):
    """The ledger was made by a newer sayso."""


class StaleDecision(SaysoError):
    """Somebody decided, or the text was read anew, since it was looked at."""

    def __init__(self) -> None:
        what = "somebody decided, or the text was read anew, since this was looked at"
        super().__init__(what, advice="Look at it as it is now, and decide again.")


class BadCorrection(SaysoError):
    """A correction that the text or the codebook does not bear out; `field` is the one that it is about, "" where it is about none."""

    exit_code = 2
    field = ""


class UnknownName(SaysoError):
    """A document, figure, field or code that is not there."""

    exit_code = 2


class CodebookError(SaysoError):
    """A codebook that a user brought is not as expected."""

    exit_code = 2


class FigureRefused(SaysoError):
    """A figure whose reported text does not stand in its document."""


class ExportError(SaysoError):
    """A table or file could not be written."""


class ServeError(SaysoError):
    """The workbench cannot be served as it was asked for."""


class AccountRefused(SaysoError):
    """A name, password, role or token that an account cannot have."""

    exit_code = 2


class LoginFailed(SaysoError):
    """A name and a password that do not go together; it never says which of the two is wrong."""


class LoginDelayed(LoginFailed):
    """After too many failed logins, or while too many are looked at, one has to wait: `seconds` until the next is looked at."""

    def __init__(self, seconds: int, why: str = "too many logins failed") -> None:
        self.seconds = seconds
        wait = "a second" if seconds == 1 else f"{seconds:,} seconds"
        super().__init__(f"{why}; wait {wait}", advice="Then try again.")


class MissingExtra(SaysoError):
    """An optional dependency is not installed."""

    exit_code = 5

    def __init__(self, package: str, extra: str, *, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the package {package}, which is not installed",
            advice=f'Install it with: pip install "sayso[{extra}]"',
        )
