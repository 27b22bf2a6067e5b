"""A figure on its way: what is known of it so far, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.find.counted import Counted
from sayso.find.numbers import Number
from sayso.find.said import Status
from sayso.find.sentence import Sentence
from sayso.model import Value

WINDOW = 24


@dataclass(slots=True)
class Draft:
    """A number that may count people, with what its sentence says; fields are filled one after another, each with its rule in `why`.

    `index` is the number's token, `start` the token where its phrase begins, `at` its place among the drafts of the document;
    `whole` and `parent` are places of the drafts that it is a part of and that it leans on.
    """

    sentence: Sentence
    index: int
    start: int
    number: Number
    counted: Counted
    status: Status
    rule: str = ""
    value: Value = field(default_factory=lambda: Value(None, None))
    at: int = 0
    category: str = "other"
    origin: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()
    location: tuple[str, ...] = ()
    as_of: str | None = None
    names: tuple[str, ...] = ()
    disputed: bool = False
    whole: int | None = None
    part_rule: str = ""
    inner: bool = False
    parent: int | None = None
    why: dict[str, str] = field(default_factory=dict)

    @property
    def joint(self) -> str:
        """The lower-case word or mark before the phrase."""
        return self.sentence.low(self.start - 1)

    def set(self, name: str, value: object, rule: str) -> None:
        """Fill a field and say which rule gave it."""
        setattr(self, name, value)
        self.why[name] = rule


class Drafts:
    """The drafts of a document in order, by their places in it.

    Every look at neighbours is bounded, so that work stays linear in the text and drafts that no rule looks at any more can be forgotten.
    """

    def __init__(self) -> None:
        self._held: dict[int, Draft] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> Draft:
        return self._held[at]

    def take(self, draft: Draft) -> None:
        """Append a draft and tell it its place."""
        draft.at = self._count
        self._held[self._count] = draft
        self._count += 1

    def forget(self, place: int) -> None:
        """Forget the drafts before a place, but for those that one from there on is a part of or leans on."""
        leant = {k for at in range(max(0, place), self._count) for k in (self._held[at].whole, self._held[at].parent)}
        for at in [at for at in self._held if at < place and at not in leant]:
            del self._held[at]

    def last(self, most: int) -> list[Draft]:
        """Return the last drafts taken, in order."""
        return [self._held[k] for k in range(max(0, self._count - most), self._count)]

    def before(self, draft: Draft, most: int = WINDOW) -> Iterator[Draft]:
        """Yield the drafts before one, the nearest first, no more than WINDOW."""
        for k in range(draft.at - 1, max(-1, draft.at - 1 - most), -1):
            yield self._held[k]

    def after(self, draft: Draft, most: int = WINDOW) -> Iterator[Draft]:
        """Yield the drafts behind one, no more than WINDOW."""
        for k in range(draft.at + 1, min(self._count, draft.at + 1 + most)):
            yield self._held[k]

    def here_before(self, draft: Draft) -> list[Draft]:
        """Return the drafts before one in its sentence, the nearest first."""
        return self._beside(draft, self.before(draft))

    def here(self, draft: Draft) -> list[Draft]:
        """Return all drafts of a draft's sentence, in order."""
        return [*reversed(self.here_before(draft)), draft, *self._beside(draft, self.after(draft))]

    @staticmethod
    def _beside(draft: Draft, others: Iterator[Draft]) -> list[Draft]:
        """Return those of other drafts, in their order, that stand in the draft's sentence; these come first."""
        out: list[Draft] = []
        for other in others:
            if other.sentence is not draft.sentence:
                break
            out.append(other)
        return out

    def parent(self, draft: Draft) -> Draft | None:
        """Return the draft that one leans on."""
        return self[draft.parent] if draft.parent is not None else None
