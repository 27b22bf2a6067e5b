"""Numbers that are no count of people whatever stands beside them: dates, ages, labels, shares, addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.find.counted import Counted
from sayso.find.numbers import FIRST_YEAR, LAST_YEAR, Number
from sayso.find.sentence import Sentence
from sayso.languages import grammar, words

OLDEST = 115
LISTED = frozenset(["age", "label", "list of traps"])
CLOSED = frozenset([",", ")", "", "."])
DASHES = frozenset(["—", "–", "-"])
OLD_YEAR = 1000
BEFORE_YEAR = grammar("before_year")
OPENING = frozenset(['"', "“", "‘", "'", "if"])
CLOSING = frozenset(['"', "”", "’", "'"])
URL = re.compile(r"(?:https?://|www\.)\S*$")


class Traps(NamedTuple):
    """The trap words of a language."""

    labels: frozenset[str]
    soft_labels: frozenset[str]
    units: frozenset[str]
    months: frozenset[str]
    general: frozenset[str]


@cache
def _traps(language: str) -> Traps:
    lists = words(language, "traps")
    sets = {name: frozenset(lists[name]) for name in ("labels", "soft_labels", "units", "general")}
    return Traps(sets["labels"], sets["soft_labels"], sets["units"], frozenset(words(language, "dates")["months"]), sets["general"])


def _year(sentence: Sentence, i: int, number: Number, found: Counted, months: frozenset[str]) -> bool:
    raw = sentence.tokens[i].raw
    if not (number.digits and len(raw) == 4 and raw.isdigit() and OLD_YEAR <= number.low <= LAST_YEAR):
        return False
    before = sentence.low(i - 1)
    if number.low < FIRST_YEAR:
        return not found.people and before in BEFORE_YEAR
    if not found.people or before in months or before in ("(", "©"):
        return True
    if before == "," and i > 1 and (sentence.tokens[i - 2].number or sentence.low(i - 2) in months):
        return True
    return before in BEFORE_YEAR and before not in ("the", "of", "and", "to", "from", "by")


def _date(sentence: Sentence, i: int, number: Number, found: Counted, months: frozenset[str]) -> bool:
    if not (number.digits and number.low < 100 and number.low == number.high):
        return False
    if number.low > 31 and not (i >= 2 and sentence.tokens[i - 2].number):
        return False
    before, after = sentence.tokens[i - 1] if i else None, sentence.low(i + 1)
    if before is not None and before.low in months and i >= 2 and sentence.tokens[i - 2].number:
        return True
    if before is not None and before.low in months and before.capital:
        return not found.people or found.end - i > 3
    if after in months and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].capital:
        return True
    return after == "of" and sentence.low(i + 2) in months


def _age(sentence: Sentence, i: int, number: Number, found: Counted) -> bool:
    """Tell whether the number is somebody's age: "Jane Doe, 31, said", "(31)", "children under 5"."""
    if sentence.low(i + 1) in ("year", "years", "yr", "yrs", "month", "months", "week", "weeks") and sentence.low(i + 2) in (
        "old",
        "olds",
        "older",
    ):
        return True
    if number.high is None or number.high > OLDEST or found.kind not in ("bare", "thing"):
        return False
    before, after = sentence.low(i - 1), sentence.low(i + 1)
    if before in (",", "(") and i >= 2 and (after in CLOSED or (after == "and" and before == ",")) and _someone(sentence, i - 2):
        return True
    if before == "from" and sentence.low(i - 2) in ("age", "ages"):
        return True
    if before == "than" and sentence.low(i - 2) in ("younger", "older"):
        return True
    if before in ("under", "over", "above", "below", "than"):
        noun = sentence.tokens[i - 2].word.noun if i >= 2 else None
        return noun is not None or sentence.low(i - 2) in ("aged", "age", "those", "anyone", "anybody", "all")
    if before in ("and", "to", "-", "between") and sentence.low(i - 2) in ("aged", "ages"):
        return True
    if number.digits and _of_people_named(sentence, i, after):
        return True
    return after in ("years", "year-old", "year-olds", "yrs")


def _of_people_named(sentence: Sentence, i: int, after: str) -> bool:
    """Tell whether the number is the age of people just counted: "the ages of 18", "two cooks, both 34,", "one 12 and the other 15"."""
    before, first = sentence.low(i - 1), sentence.low(i - 2)
    closed = after in CLOSED or after in DASHES
    if before == "of":
        return first in ("age", "ages")
    if before in ("both", "all"):
        return closed and (first in (",", "(") or first in DASHES)
    if before == "be" and after == "and":
        return first == "to" and sentence.tokens[min(i + 2, len(sentence.tokens) - 1)].number is not None
    if before == "one":
        return first == "," and after in ("and", ",")
    return before == "other" and closed and "age" in sentence.trapped.values()


def _goes_on(sentence: Sentence, i: int, *, people: bool) -> bool:
    """Tell whether the number only goes on with a list of ages or labels: "ages 22, 45 and 67", "Image 7 of 10"."""
    last = max((k for k in sentence.trapped if k < i), default=-1)
    if people and sentence.low(i - 1) != "of":
        return False
    return (
        last >= 0
        and i - last <= 3
        and sentence.trapped[last] in LISTED
        and all(t.low in (",", "and", "or", "of", "to", "-", "–", "&", "/") for t in sentence.tokens[last + 1 : i])
    )


def _someone(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    noun = token.word.noun
    following = sentence.tokens[k + 3 : k + 5]
    if noun is not None and noun.plural and len(following) == 2 and following[0].low == "and" and following[1].number:
        return True
    return not token.number and (
        (token.capital and not sentence.capitals and sentence.low(k - 1) not in ("the", "of")) or (noun is not None and not noun.plural)
    )


def trapped(sentence: Sentence, i: int, number: Number, found: Counted, language: str = "en") -> str:
    """Return the name of the trap that a number token is in, or an empty string."""
    traps = _traps(language)
    before, after = sentence.low(i - 1), sentence.low(i + 1)
    if before == "number" and any(sentence.noun(k) is not None or sentence.low(k) == "they" for k in range(max(0, i - 5), i - 1)):
        return ""
    if before in traps.labels and not (
        before in ("us", "every", "number", "call", "g", "per") and found.people and before != "per" and before != "every"
    ):
        return "label"
    if before == "of" and sentence.low(i - 2) == "group" and sentence.tokens[i - 2].capital and not sentence.capitals:
        return "label"
    if _year(sentence, i, number, found, traps.months):
        return "year"
    if _date(sentence, i, number, found, traps.months):
        return "date"
    if _age(sentence, i, number, found):
        return "age"
    if _goes_on(sentence, i, people=found.people):
        return "list of traps"
    if _share(sentence, i, number):
        return "share"
    if before == "if" and sentence.tokens[max(0, i - 2)].raw in OPENING and i <= 2:
        return "general"
    if before in traps.general and number.high is not None and number.high < 100 and before != "take" and before != "takes":
        return "general"
    if not found.people and _shared_unit(sentence, i, traps.units):
        return "unit or label"
    if after == "per" and sentence.low(i + 2) == "cent":
        return "unit or label"
    if _title(sentence, i):
        return "title"
    if number.vague and sentence.low(i) == "scores" and after != "of" and sentence.noun(i + 1) is None:
        return "results"
    if not found.people and (before in traps.soft_labels or after in traps.units):
        return "unit or label"
    if found.kind == "bare" and URL.search(sentence.text, max(sentence.start, sentence.tokens[i].start - 80), sentence.tokens[i].start):
        return "address"
    return "generic" if _takes(sentence, i) else ""


def _title(sentence: Sentence, i: int) -> bool:
    """Tell whether the number opens a title in quotation marks: the show "Nine Lives"."""
    tokens = sentence.tokens
    if sentence.low(i - 1) not in OPENING or i + 2 >= len(tokens) or sentence.titled or sentence.capitals:
        return False
    titled = tokens[i].raw[0].isupper() or (tokens[i].number is not None and tokens[i].raw[0].isdigit())
    closed = any(t.raw in CLOSING for t in tokens[i + 2 : i + 5])
    return titled and i > 1 and tokens[i + 1].raw[0].isupper() and closed


def _share(sentence: Sentence, i: int, number: Number) -> bool:
    """Tell whether the number is half of a proportion: "one in 10", "two out of three"."""
    tokens = sentence.tokens

    def small(k: int) -> bool:
        other = tokens[k].number if 0 <= k < len(tokens) else None
        return other is not None and other.high is not None and other.high <= 10

    if (
        sentence.low(i - 1) in ("in", "every")
        and (small(i - 2) or small(i - 3))
        and sentence.low(i - 2) in ("in", *[t.low for t in tokens[max(0, i - 2) : i - 1] if t.number])
    ):
        return True
    if (
        sentence.low(i + 1) == "in"
        and number.high is not None
        and number.high <= 10
        and (i + 2 < len(tokens) and (tokens[i + 2].number or sentence.low(i + 2) == "every"))
    ):
        return True
    if sentence.low(i + 1) == "out" and sentence.low(i + 2) == "of" and small(i + 3) and number.high is not None and number.high <= 10:
        return True
    return sentence.low(i - 1) == "of" and sentence.low(i - 2) == "out" and number.high is not None and number.high <= 10 and small(i - 3)


def _shared_unit(sentence: Sentence, i: int, units: frozenset[str]) -> bool:
    """Tell whether the unit stands behind a second number: "14 and 17 years"."""
    tokens = sentence.tokens
    return (
        sentence.low(i + 1) in ("and", "or", "to")
        and i + 2 < len(tokens)
        and tokens[i + 2].number is not None
        and sentence.low(i + 3) in units
    )


def _takes(sentence: Sentence, i: int) -> bool:
    return sentence.low(i - 1) in ("takes", "take") and sentence.low(i - 2) in ("it", "would", "will", "can")
