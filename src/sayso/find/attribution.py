"""Who a figure is credited to: the voice of its clause, or the one that goes on speaking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sayso.find.frames import Voice
from sayso.find.memo import Memo
from sayso.find.packed import Spans
from sayso.find.sentence import Sentence
from sayso.find.speech import Speech
from sayso.find.voices import cited, voices
from sayso.languages import grammar
from sayso.model import Span

NAMED = r"[ \t\u00a0]*((?:[A-Z][\w.'’-]*[ \u00a0]){0,4}[A-Z][\w.'’-]*)(?:\s\([^)]{1,40}\))?:(?=\s)"
FIRST, LABEL = re.compile(NAMED), re.compile(rf'[\n.!?"”]{NAMED}')
NOT_LABELS = grammar("not_labels")
BACK = 4
LOCAL_REACH = 7
MOST_LABELS = 200
ANSWER = 200
QUOTE = re.compile('[”"]')
QUOTED = 2000
LONG = 8
BOUND = 5
SETTLED = grammar("settled")


@dataclass(frozen=True, slots=True)
class Credit:
    """A chain of names, nearest first, with the rule that gave it; empty where the text speaks in its own voice."""

    names: tuple[str, ...] = ()
    rule: str = "own voice"


@dataclass(slots=True)
class Discourse:
    """The voices of a document, as a rule each sentence read once."""

    text: str
    speech: Speech
    sentence: Callable[[int], Sentence]
    spans: Spans
    _voices: Memo[list[Voice]] = field(default_factory=Memo)
    _labels: list[tuple[int, int, str]] | None = None

    @property
    def count(self) -> int:
        """How many sentences the document has."""
        return len(self.spans)

    def span(self, index: int) -> Span:
        """Return where the sentence at an index stands."""
        return self.spans[index]

    def voices(self, index: int) -> list[Voice]:
        """Return the voices of the sentence at an index."""
        found = self._voices.get(index)
        if found is None:
            found = self._voices[index] = voices(self.sentence(index), self.speech)
        return found

    def label(self, position: int) -> str | None:
        """Return the speaker whose label an interview's answer at a position stands under."""
        if self._labels is None:
            self._labels = _labels(self.text)
        return next((name for start, end, name in self._labels if start <= position < end), None)

    def _named_before(self, index: int, reach: int) -> Iterator[Voice]:
        """Yield the voices with a name in the sentences before an index, the nearest first."""
        for k in range(index - 1, max(-1, index - 1 - reach), -1):
            yield from (v for v in reversed(self.voices(k)) if v.names and not v.pronoun)

    def named(self, voice: Voice, index: int) -> tuple[str, ...]:
        """Return the names of a voice; a pronoun takes those of the last one named."""
        if voice.names and not voice.pronoun:
            return voice.names
        return (*voice.names, *self._meant(voice, index))

    def _meant(self, voice: Voice, index: int) -> tuple[str, ...]:
        """Return whom a pronoun means: the last one who spoke, a person for "he" and "she"."""
        here = [v for v in self.voices(index) if v.names and not v.pronoun and v.verb < voice.verb]
        last = here[-1] if here else next(self._named_before(index, BACK), None)
        if last is None or not last.names:
            subject = _subject_of(self.sentence(index - 1)) if index else None
            return (subject,) if subject else ()
        if self.sentence(index).low(voice.start) in ("he", "she") and not _personal(last.names[-1]):
            person = self._last_person(index)
            return (person,) if person else last.names
        return last.names

    def _last_person(self, index: int) -> str | None:
        """Return the last speaker with a person's name before an index."""
        return next((v.names[-1] for v in self._named_before(index, 2 * BACK) if _personal(v.names[-1])), None)


def _subject_of(sentence: Sentence) -> str | None:
    """Return the person whom a sentence opens with: "General Omar Bello spoke in Abuja"."""
    k = 0
    while k < len(sentence.tokens) and sentence.tokens[k].capital and sentence.tokens[k].raw[0].isalpha():
        k += 1
    if not 2 <= k <= 5 or sentence.capitals:
        return None
    return sentence.text[sentence.tokens[0].start : sentence.tokens[k - 1].end]


def _personal(name: str) -> bool:
    """Tell whether a name looks like a person's: two or more capitalised words and nothing else."""
    words = name.split()
    return len(words) >= 2 and words[0] not in ("The", "A", "An") and all(w[0].isupper() or w in ("al", "bin", "van", "de") for w in words)


def _labels(text: str) -> list[tuple[int, int, str]]:
    """Find interview labels: a name and a colon that stands more than once, or whose name the text mentions elsewhere."""
    found = list(_labelled(text))
    continued: dict[str, set[str]] = {}
    for _, end, name in found:
        continued.setdefault(name, set()).add(text[end : end + 60].split("\n", maxsplit=1)[0])
    counts = {name: len(lines) for name, lines in continued.items()}
    known: dict[str, bool] = {}
    for name in counts:
        if len(known) < MOST_LABELS:
            known[name] = _is_label(name, counts, text)
    asked = any(known.get(name) is False and "?" in text[end : end + ANSWER] for _, end, name in found[:MOST_LABELS])
    if asked and sum(text[start - 1 : start] in ("", "\n") for start, _, _ in found) >= 2:
        known = {name: not any(w.lower() in NOT_LABELS for w in name.split()) for name in counts}
    kept = [f for f in found if known.get(f[2])]
    ends = [*(start for start, _, _ in kept[1:]), _paragraph_end(text, kept[-1][1]) if kept else 0][: len(kept)]
    return [(end, stop, name) for (_, end, name), stop in zip(kept, ends, strict=True)]


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what looks like a label at the beginning of the text, of a line or of a sentence: its span and its name."""
    first = FIRST.match(text)
    if first:
        yield 0, first.end(), " ".join(first.group(1).split())
    for match in LABEL.finditer(text, first.end() if first else 0):
        yield match.start() + 1, match.end(), " ".join(match.group(1).split())


def _paragraph_end(text: str, position: int) -> int:
    end = text.find("\n", position + 1)
    return end if end >= 0 else len(text)


def _is_label(name: str, counts: dict[str, int], text: str) -> bool:
    if any(w.lower() in NOT_LABELS for w in name.split()):
        return False
    if counts[name] >= 2:
        return True
    return len(name.split()) in (2, 3) and text.count(name) > text.count(f"{name}:") == 1


def _governs(voice: Voice, i: int, sentence: Sentence) -> bool:
    """Tell whether a voice is credited with the number token i."""
    if voice.start <= i < voice.end:
        return False
    if voice.reach in ("all", "given"):
        return voice.reach == "all"
    if voice.reach == "local":
        return 0 < voice.start - i <= LOCAL_REACH
    if voice.reach == "left":
        return i < voice.start
    if voice.reach == "clause":
        return voice.verb < i and not any(t.raw == "," for t in sentence.tokens[voice.verb : i])
    return voice.verb < i


def _choose(found: list[Voice], i: int, sentence: Sentence) -> Voice | None:
    options = [v for v in found if _governs(v, i, sentence)]
    for reach in (("local",), ("right", "clause"), ("left",), ("all",)):
        some = [v for v in options if v.reach in reach]
        if some:
            return min(some, key=lambda v: abs(v.verb - i))
    return None


def credit(discourse: Discourse, sentence: Sentence, i: int, *, publisher: str | None = None) -> Credit:
    """Return the chain that the number token i of a sentence is credited to."""
    if _background(sentence, i):
        return Credit()
    found = discourse.voices(sentence.index)
    voice = _choose(found, i, sentence)
    label = discourse.label(sentence.tokens[i].start)
    source = cited(sentence, discourse.speech)
    names: tuple[str, ...] = ()
    rule = "own voice"
    if voice is not None:
        names = discourse.named(voice, sentence.index)
        rule = f"{'pronoun' if voice.pronoun else 'voice'} in the sentence ({voice.reach})"
    if (source and source[0] not in names and voice is not None) or (source and voice is None):
        names, rule = (*names, source[0]), "cited in the sentence" if not names else rule + ", cited"
    if not names and not label:
        names, rule = _carried(discourse, sentence, i)
    if label and not any(name in label for name in names):
        names, rule = (label, *names), "interview label" if not names else rule + ", interview label"
    names = _without_publisher(names, publisher)
    return Credit(names, rule if names else "own voice")


def _carried(discourse: Discourse, sentence: Sentence, i: int) -> tuple[tuple[str, ...], str]:
    """Return the voice that goes on from earlier sentences, if something in this one shows that it does."""
    quoted = _in_quote(discourse.text, sentence, i)
    if quoted:
        names = _quoting(discourse, sentence, i)
        if names:
            return names, "speaker of the quotation"
    if not quoted and not _leans(discourse, sentence):
        return _given_out(discourse, sentence)
    index = sentence.index
    for k in range(index - 1, max(-1, index - 3), -1):
        spoken = [v for v in discourse.voices(k) if v.names or v.pronoun]
        if spoken:
            names = discourse.named(spoken[-1], k)
            source = cited(discourse.sentence(k), discourse.speech)
            if source and source[0] not in names:
                names = (*names, source[0])
            return names, "goes on from the sentence before"
        if not _leans(discourse, discourse.sentence(k)):
            break
    return (), "own voice"


def _quoting(discourse: Discourse, sentence: Sentence, i: int) -> tuple[str, ...]:
    """Return who is named as the speaker right where the quotation that holds token i ends."""
    close = QUOTE.search(discourse.text, sentence.tokens[i].start, sentence.tokens[i].start + QUOTED)
    if close is None:
        return ()
    for k in range(sentence.index, min(sentence.index + LONG, discourse.count)):
        if discourse.span(k)[1] < close.start():
            continue
        here = discourse.sentence(k)
        after = [v for v in discourse.voices(k) if here.tokens[v.start].start > close.start()]
        return discourse.named(after[0], k) if after else ()
    return ()


def _background(sentence: Sentence, i: int) -> bool:
    """Tell whether the number only describes a place, whoever speaks: "Kano, a city of four million people"."""
    k = i - 1
    while k > 0 and k > i - BOUND and sentence.low(k) not in ("of", "with", "to"):
        k -= 1
    if sentence.low(k) == "to":
        return sentence.low(k - 1) == "home"
    return sentence.low(k) in ("of", "with") and sentence.low(k - 1) in SETTLED and not sentence.tokens[k - 1].capital


def _given_out(discourse: Discourse, sentence: Sentence) -> tuple[tuple[str, ...], str]:
    """Return who gave out a statement in the sentence before, where this one tells what it says: "So far 30 have been held"."""
    if sentence.index and discourse.speech.update.match(sentence.text, sentence.start, sentence.end):
        giver = next((v for v in discourse.voices(sentence.index - 1) if v.reach == "given"), None)
        if giver is not None:
            return discourse.named(giver, sentence.index - 1), "statement given out in the sentence before"
    return (), "own voice"


def _leans(discourse: Discourse, sentence: Sentence) -> bool:
    """Tell whether words such as "also" or "reportedly" show that an earlier voice goes on."""
    return bool(
        discourse.speech.additive.match(sentence.text, sentence.start, sentence.end)
        or discourse.speech.hedges.search(sentence.text, sentence.start, sentence.end)
    )


def _in_quote(text: str, sentence: Sentence, i: int) -> bool:
    """Tell whether the number stands in a quotation that opens in its paragraph."""
    begun = max(text.rfind("\n", 0, sentence.tokens[i].start), sentence.tokens[i].start - 2000, 0)
    before = text[begun : sentence.tokens[i].start]
    if before.count("“") > before.count("”"):
        return True
    return before.count('"') % 2 == 1 and '"' in text[sentence.tokens[i].start : sentence.tokens[i].start + 2000]


def _without_publisher(names: tuple[str, ...], publisher: str | None) -> tuple[str, ...]:
    """Drop the publisher where it is only the one that was told."""
    if publisher and len(names) > 1 and names[0].lower().removeprefix("the ") == publisher.lower().removeprefix("the "):
        return names[1:]
    return names
