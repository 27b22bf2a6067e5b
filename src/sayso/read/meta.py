"""What is known of a text beside the text."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Meta:
    """Title, publisher, author, date (ISO), address and event of a text, as far as they are known."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    event: str | None = None

    def otherwise(self, other: Meta) -> Meta:
        """The same, with what it lacks taken from another."""
        return Meta(**{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)})
