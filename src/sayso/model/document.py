"""One text as it was received, and what reading it gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

Span = tuple[int, int]
"""Start and end in code points of a document's text, end exclusive."""

_STRETCH = 1 << 16  # characters that are hashed at once, so that no copy of a long text is made


@dataclass(frozen=True, slots=True)
class Note:
    """Something that reading did or noticed, in words a user understands."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no document: where it is, why, and what to do next.

    `skipped` is true for a file in a folder that is simply of no kind that sayso reads.
    """

    where: str
    reason: str
    advice: str = ""
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.reason.rstrip('.')}.{' ' + self.advice if self.advice else ''}"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was received; `text` is final and offsets are code points into it.

    `aside` holds the stretches of `text` that are not the author's account (share buttons,
    subscription notices, repeated titles, a dateline of metadata), in order and disjoint;
    no figure is looked for there. `published` is an ISO date (YYYY, YYYY-MM or YYYY-MM-DD).
    `raw` is the bytes received and `sha256` their digest in hexadecimal.
    """

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"
    url: str | None = None
    event: str | None = None
    media_type: str = "text/plain"
    sha256: str = ""
    raw: bytes = field(default=b"", repr=False, compare=False)
    aside: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that tell this document by its name and its text."""
        digest = blake2b(self.name.encode("utf8", "surrogatepass") + b"\0", digest_size=8)
        for start in range(0, len(self.text), _STRETCH):
            digest.update(self.text[start : start + _STRETCH].encode("utf8", "surrogatepass"))
        return digest.hexdigest()
