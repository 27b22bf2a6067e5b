"""Documents with figures that nobody wrote: background, and planted echoes, conflicts, diverging echoes and sums that must all come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from sayso.model import Basis, Document, Figure, Quantifier, Role, Source, Unit

PER_DOCUMENT = 10
CATEGORIES = ("killed", "injured", "detained", "displaced", "missing", "joined", "returned", "active", "released", "suspected")
PLACELESS = ("joined", "returned", "active")
COUNTRIES = ("SY", "IQ", "AF", "ML", "NG", "SD", "UA", "CO", "MM", "YE", "SO", "ET", "PK", "LY", "CD", "MX")
CENTRAL = ("KZ", "KG", "TJ", "TM", "UZ")
WORDS = ("Valley", "River", "Harbour", "Frontier", "Orchard", "Meridian", "Lantern", "Granite", "Cedar", "Falcon", "Amber", "Northern Star")
BODIES = ("Observatory", "Institute", "Relief Committee", "Monitoring Group", "Ministry", "Hospital Network", "Rights Council")
FIRST_DAY = 735_000


@dataclass(slots=True)
class Planted:
    """What must come out: sets of figures by the finding that has to hold them."""

    echoes: list[frozenset[str]] = field(default_factory=list)
    diverging: list[frozenset[str]] = field(default_factory=list)
    conflicts: list[frozenset[str]] = field(default_factory=list)
    sums: list[frozenset[str]] = field(default_factory=list)


Claim = dict[str, Any]


@dataclass(slots=True)
class Page:
    """One document in the making."""

    number: int
    day: int
    claims: list[Claim] = field(default_factory=list)

    def close(self) -> tuple[Document, list[Figure]]:
        """The document, and its figures where they stand in it."""
        lines: list[str] = []
        spans: list[tuple[int, int, int, str]] = []
        at = 0
        for claim in self.claims:
            number = f"{claim['low']:,}"
            line = f"{claim['source']} said {number} people were {claim['category']} in this place ({len(lines)})."
            start = at + line.index(number, len(claim["source"]))
            lines.append(line)
            spans.append((start, start + len(number), at, line))
            at += len(line) + 1
        document = Document(f"page-{self.number:06}", "\n".join(lines), published=_iso(self.day), raw=b"synthetic")
        print_of = document.fingerprint
        return document, [_figure(document.name, print_of, claim, span) for claim, span in zip(self.claims, spans, strict=True)]


def _figure(name: str, fingerprint: str, claim: Claim, span: tuple[int, int, int, str]) -> Figure:
    start, end, line_at, line = span
    return Figure(
        name, start, end, f"{claim['low']:,}", claim["low"], claim["low"], Quantifier.EXACT, Unit.PERSON, claim["category"], line, line_at,
        document_fingerprint=fingerprint, origin=claim.get("people", ()), location=claim.get("place", ()), as_of=claim.get("as_of"),
        attribution=(Source(claim["source"], Role.ORIGIN, Basis.OWN_COUNT),), confidence=0.8,
    )  # fmt: skip


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def generate(figures: int, seed: int = 1) -> tuple[Iterator[tuple[Document, list[Figure]]], Planted]:
    """About `figures` figures, ten a document, the same for the same seed; what is planted is known when all documents were taken."""
    planted = Planted()
    return _pages(figures, Random(seed), planted), planted


def _pages(figures: int, random: Random, planted: Planted) -> Iterator[tuple[Document, list[Figure]]]:
    pages = [Page(number, FIRST_DAY + random.randrange(2000)) for number in range(max(figures // PER_DOCUMENT, 20))]
    towns = [f"{random.choice(COUNTRIES)}:Town {number}" for number in range(max(len(pages) // 4, 5))]
    wanted: list[tuple[list[Claim], str]] = []
    order = random.sample(pages, len(pages))
    for number in range(max(len(pages) // 50, 4)):
        wanted += _plant(number, random, [order[(8 * number + at) % len(order)] for at in range(8)])
    for page in pages:
        while len(page.claims) < PER_DOCUMENT:
            page.claims.append(_background(random, towns, page))
    found: dict[int, str] = {}
    for page in pages:
        document, made = page.close()
        found |= {id(claim): figure.fingerprint for claim, figure in zip(page.claims, made, strict=True)}
        yield document, made
    for claims, kind in wanted:
        getattr(planted, kind).append(frozenset(found[id(claim)] for claim in claims))


def _background(random: Random, towns: list[str], page: Page) -> Claim:
    """A count that means nothing: some towns are in the news every week, most once."""
    category = random.choice(CATEGORIES)
    town = towns[min(int(random.paretovariate(0.6)), len(towns)) - 1]
    claim = {"category": category, "low": random.randint(1, 400), "source": _body(random)}
    if category in PLACELESS:
        return claim | {"people": (f"{random.choice(COUNTRIES)}:People {random.randrange(len(towns))}",)}
    return claim | {"place": (town,), "as_of": _iso(page.day)}


def _body(random: Random) -> str:
    return f"{random.choice(WORDS)} {random.choice(WORDS)} {random.choice(BODIES)}"


def _plant(number: int, random: Random, held: list[Page]) -> Iterator[tuple[list[Claim], str]]:
    """An echo, a diverging echo, a conflict and a sum, each of a people or a town of its own, on pages with room."""

    day = FIRST_DAY + random.randrange(2000)
    held[6].day = held[5].day  # rivals of one day; a later, higher toll would be no conflict
    base: Claim = {"category": "killed", "as_of": _iso(day)}
    echo = [base | {"low": 1000 + number, "place": (f"SY:Echo {number}",), "source": "the Lantern Observatory"} for _ in range(3)]
    split = [base | {"low": low, "place": (f"SY:Split {number}",), "source": "Harbour Institute"} for low in (200 + number, 300 + number)]
    voices = ((40, "Amber Council"), (90, "Cedar Ministry"))
    rivals = [base | {"low": low, "place": (f"SY:Rival {number}",), "source": who} for low, who in voices]
    report: Claim = {"category": "joined", "source": f"Report {number} Institute", "as_of": _iso(day)}
    parts = [report | {"low": 100 + number * (at + 1), "people": (code,)} for at, code in enumerate(CENTRAL)]
    whole = report | {"low": sum(part["low"] for part in parts), "people": ("region:Central Asia",)}
    for claims, at in ((echo, 0), (split, 3), (rivals, 5)):
        for shift, claim in enumerate(claims):
            held[at + shift].claims.append(claim)
    held[7].claims += [whole, *parts]
    return iter([(echo, "echoes"), (split, "diverging"), (rivals, "conflicts"), ([whole, *parts], "sums")])
