"""The splitter: a number stays with its qualifier, sentences end where they end."""

from __future__ import annotations

import pytest

from sayso.split import sentences


def split(text: str, aside: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in sentences(text, aside)]


WHOLE = [
    "The camp holds approx. 4,000 men.",
    "He freed 40 people incl. 11 women.",
    "Shells hit house No. 12 in the street.",
    "On Sept. 15 the police arrested 30 men.",
    "On Jan. 3 and Feb. 4 nothing happened.",
    "Gen. Omar Bello lost 12 men.",
    "Col. John A. Smith and Lt. Mary B. Jones led 300 troops.",
    "The U.S. Army lost 14 soldiers.",
    "Some 3,500 U.S. troops stayed.",
    "J. K. Rowling and George R. R. Martin sold books.",
    "Dr. No was seen by 12 million viewers.",
    "Mr. and Mrs. Brown have three children.",
    "The firm Acme Inc. employs 900 people.",
    "It rose by 2.5 million to 3.5 million.",
    "St. Petersburg has 5 million residents.",
    "The toll, i.e. 40 dead and approx. 90 hurt, may rise.",
    "Sgt. 1st Class Ann Lee was one of 6 killed.",
    "They met at 6 p.m. on Friday with 20 guests.",
    "Reps. of 12 groups met Sen. Cruz.",
    "Art. 5 and Sec. 12 of the law apply to 300 inmates.",
    "The U.N. says 40 people died.",
    "The blast (see fig. 3) killed 9.",
    "He paused ... and named 14 victims.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_is_one_sentence(text: str) -> None:
    assert split(text) == [text]


APART = [
    ["Twelve men died.", "Nine were hurt."],
    ["Was it 40?", "Nobody knows!", "The mayor left."],
    ["He is from the U.S.", "The police arrested him."],
    ["It happened at 6 p.m.", "The police came late."],
    ["“We lost 14 men.”", "He wept."],
    ['"We lost 14 men," he said.', '"They were young."'],
    ["They left (all 40 of them).", "Nobody came back."],
    ["In 2014 it ended.", "300 men went home."],
    ["The toll is 12.", "40 others were hurt."],
    ["He bought shares of Acme Inc.", "The price fell."],
    ["He waited…", "Then 12 men came."],
    ["Wie geht es?", "Über 40 kamen."],
]


@pytest.mark.parametrize("parts", APART)
def test_are_several_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_headings_stand_alone() -> None:
    assert split("Bomb kills 12 in Lahore\n\nLAHORE - A bomb went off.\nFirst line of a new paragraph.") == [
        "Bomb kills 12 in Lahore",
        "LAHORE - A bomb went off.",
        "First line of a new paragraph.",
    ]


@pytest.mark.parametrize("bullet", ["-", "•", "*", "·", "2)", "(a)", "–", "1."])
def test_bullets_stand_alone(bullet: str) -> None:
    text = f"Since Friday:\n{bullet} 12 dead\n{bullet} 40 hurt"
    assert split(text) == ["Since Friday:", f"{bullet} 12 dead", f"{bullet} 40 hurt"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The army said on Friday that its soldiers had killed at least\n40 insurgents in the hills above the town and that it had lost\n"
        "twelve men of its own. Nobody could check it."
    )
    assert split(text) == [text[: text.index(" Nobody")], "Nobody could check it."]


def test_lines_that_go_on_in_lower_case_are_joined() -> None:
    assert split("The army killed\nforty men.") == ["The army killed\nforty men."]


def test_a_qualifier_at_the_end_of_a_wrapped_line_keeps_its_number() -> None:
    text = "A spokesman of the army told reporters in the capital that approx.\n4,000 men had laid down their arms in the long war.\n"
    assert split(text) == [text.strip()]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028", "\x85"])
def test_every_kind_of_line_end(newline: str) -> None:
    assert split(f"Twelve men died.{newline}{newline}Nine were hurt.") == ["Twelve men died.", "Nine were hurt."]


def test_what_is_set_aside_is_left_out() -> None:
    text = "Twelve men died. Share this 17 times. Nine were hurt."
    aside = (text.index("Share"), text.index(" Nine"))
    assert split(text, (aside,)) == ["Twelve men died.", "Nine were hurt."]


def test_an_aside_inside_a_sentence_cuts_it() -> None:
    text = "Twelve men SHARE 17 died."
    start = text.index("SHARE")
    assert split(text, ((start, start + 8),)) == ["Twelve men", "died."]


def test_an_aside_over_several_sentences_and_all_of_a_text() -> None:
    text = "One. Two. Three. Four."
    assert split(text, ((0, len(text)),)) == []
    assert split(text, ((5, 16),)) == ["One.", "Four."]


def test_nothing_gives_nothing() -> None:
    assert split("") == split(" \n\t ") == []


@pytest.mark.parametrize("unit", ["word ", "word, ", "12 ", "x", "(", ",", "\u3000字"])
def test_no_sentence_is_endless(unit: str) -> None:
    assert max(map(len, split(unit * (20000 // len(unit))))) <= 1500
