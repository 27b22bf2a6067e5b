"""What ten lines get: a number before one of a few nouns of people."""

from __future__ import annotations

import re

ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|scores|hundreds?|thousands?"
NOUNS = "people|persons?|men|women|children|civilians?|soldiers?|fighters?|militants?|police|officers?|families|refugees|victims?|citizens"
FIGURE = re.compile(
    rf"(?P<bound>(?:at least|more than|over|about|around|some|up to|nearly)\s+)?"
    rf"(?P<number>\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{ONES})\b(?:\s+(?:hundred|thousand|million))?)"
    rf"(?P<gap>(?:\s+[\w-]+){{0,2}}?)\s+(?P<noun>{NOUNS})\b",
    re.IGNORECASE,
)


def find(text: str) -> int:
    """Return how many figures the expression finds."""
    return sum(1 for _ in FIGURE.finditer(text))
