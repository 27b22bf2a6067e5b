"""What a sentence tells of the harmed beyond each phrase alone: what they share, attackers who died, events counted together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.fates import Victims, standing
from sayso.find.sentence import Sentence
from sayso.languages import grammar
from sayso.model import Fate, Share

BE = grammar("be_or_get")
MOST_JOINERS = 2
MOST_BETWEEN = 3
ACTED_REACH = 4
STOPPED_REACH = 3
HARM = frozenset(["killed", "injured"])


@dataclass(frozen=True, slots=True)
class Told:
    """People told of in a sentence, by tokens: where, how many, and what befell them; None where that is not said of them alone."""

    start: int
    end: int
    fate: Fate | None
    low: int
    high: int | None
    share: Share = Share.PLAIN
    figure: str = ""
    person: int = 0
    attacker: bool = False
    exclusive: bool = False


def shared(sentence: Sentence, found: list[Told], lists: Victims, *, headline: bool) -> list[Told]:
    """Give people the fate of those joined to them: "two porters, gunman killed", "a woman and a boy were shot"."""
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        between = [sentence.low(k) for k in range(one.end, following.start)]
        joined = 0 < len(between) <= MOST_JOINERS and all(word in lists.joiners for word in between)
        if one.fate is None and following.fate and joined and (headline or "," not in between):
            found[at] = replace(one, fate=following.fate, share=following.share if following.share is Share.PART else one.share)
    return _dying(sentence, found, lists) if headline else found


def _dying(sentence: Sentence, found: list[Told], lists: Victims) -> list[Told]:
    """Let the verb at the end of a headline overrule what its people are described by: "sailor stabbed at port dies"."""
    ends = [k for k, token in enumerate(sentence.tokens) if token.low in lists.dies]
    at = next((n for n in range(len(found) - 1, -1, -1) if ends and found[n].end <= ends[0]), None)
    if at is not None and found[at].fate is not Fate.KILLED:
        found[at] = replace(found[at], fate=Fate.KILLED)
    return found


def multiples(sentence: Sentence, lists: Victims, found: Sequence[Told]) -> list[Told]:
    """Return the people of "a triple homicide", where nobody else is said to be killed in the sentence."""
    for i in range(len(sentence.tokens) - 1):
        times, what = lists.multiples.get(sentence.low(i)), lists.multiplied.get(sentence.low(i + 1))
        if times and what:
            fate = Fate.KILLED if sentence.low(i - 1) in lists.fatal else Fate(what)
            if fate is Fate.HIT or not any(t.fate is Fate.KILLED for t in found):
                return [Told(i, i + 2, fate, times, times, Share.WHOLE)]
    return []


def living(sentence: Sentence, lists: Victims, found: list[Told]) -> list[Told]:
    """Return those who were hit as injured, where the sentence goes on to say that they lived."""
    last = max((k for k, token in enumerate(sentence.tokens) if token.low in lists.alive), default=-1)
    return [replace(t, fate=Fate.INJURED) if t.fate is Fate.HIT and t.share is not Share.WHOLE and t.end <= last else t for t in found]


def attackers(sentence: Sentence, lists: Victims, found: list[Told]) -> list[Told]:
    """Return all with the attackers who died by their own hand or were stopped, where the sentence says no more of them."""
    if any(t.attacker and t.fate is Fate.KILLED for t in found):
        return found
    own = standing(sentence, lists.of_person)
    if own and any(t.person and t.fate is Fate.KILLED and t.end <= own[0] for t in found):
        return [replace(t, attacker=True) if t.person and t.fate is Fate.KILLED and t.end <= own[0] else t for t in found]
    counted_in = standing(sentence, lists.counted_suicide)
    if counted_in:
        return [*found, Told(*counted_in, Fate.KILLED, 1, 1, Share.PART, attacker=True)]
    at = _stopped(sentence, lists) or standing(sentence, lists.suicide) or standing(sentence, _by_own_hand(lists))
    return [*found, Told(*at, Fate.KILLED, 1, 1, attacker=True)] if at else found


def _by_own_hand(lists: Victims) -> tuple[str, ...]:
    return tuple(f"{verb} {word}" for verb in lists.self_harm for word in sorted(lists.themselves))


def _stopped(sentence: Sentence, lists: Victims) -> tuple[int, int] | None:
    """Return the words by which an attacker ends at the hands of others: "before being killed by a guard"."""
    at = standing(sentence, lists.stopped)
    ahead = range(at[1], min(at[1] + STOPPED_REACH, len(sentence.tokens))) if at else range(0)
    killed = any(sense.category == "killed" for k in ahead for sense, _ in sentence.senses(k))
    return at if killed else None


def acted(sentence: Sentence, end: int) -> bool:
    """Tell whether the person before a token harmed others before dying: "was found dead after he killed two neighbours"."""
    tokens = sentence.tokens
    for k in range(end, len(tokens)):
        if tokens[k].low == "after":
            ahead = range(k + 1, min(k + 1 + ACTED_REACH, len(tokens)))
            harm = any(sense.voice == "object" and sense.category in HARM and sense.form for n in ahead for sense, _ in sentence.senses(n))
            return harm and not any(tokens[n].low in BE or tokens[n].low == "being" for n in ahead)
    return False


def deaths(sentence: Sentence, lists: Victims, found: Sequence[Told]) -> list[Told]:
    """Return one death at least, where words such as "fatal shooting" tell of it and nothing else does."""
    if any(t.fate is Fate.KILLED for t in found):
        return []
    at = standing(sentence, lists.deadly)
    return [Told(*at, Fate.KILLED, 1, None, Share.PART)] if at else []


def apart(sentence: Sentence, lists: Victims) -> bool:
    """Tell whether a sentence gathers several events, or speaks of another one."""
    if standing(sentence, lists.apart):
        return True
    many = [i for i, token in enumerate(sentence.tokens) if token.number and token.number.low > 1]
    return any(sentence.low(k) in lists.events for i in many for k in range(i + 1, i + 1 + MOST_BETWEEN))
