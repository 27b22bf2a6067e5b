"""Random texts that look enough like reports to wake every rule, and some that look like nothing."""

from __future__ import annotations

from hypothesis import strategies as st

NUMBERS = """
12 1,300 2.5 1.2m 5k 1 0 007 3000 2014 1999 10,00 1,25,000 12 400 36 900 3'200 2017-10-27 3-1 20:00 9/11 ٤٥ ३२ ১৮ ² ½ Ⅻ
12,345,678,901,234 1.2.3 $40 €7 12%
one two seven twenty-three forty hundred thousand million billion lakh crore dozen dozens scores hundreds thousands tens several
couple pair half quarter
""".split()
WORDS = """
people soldiers Tajiks women children families militants suspects police workers Syrians French US Kurdish of the them whom those
others more
a an and or to between from in at by near with over under least than about some nearly an estimated up as many most few fewer
including among
killed wounded arrested freed missing fled joined returned deported charged trapped died killing leaving dead rose fell said told
according
Reuters Amnesty ministry Syria Iraq Paris Osh Kabul Monday March May August 2016 flight article aged year-old percent votes cars
attacks years
report denied not is are was were have has he it they who which that if one who's Mali's
""".split()
MARKS = [
    *[
        ".",
        ",",
        ";",
        ":",
        "?",
        "!",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        "…",
        "“",
        "”",
        "‘",
        "’",
        "'",
        '"',
        "«",
        "»",
        "+",
        "/",
        "%",
        "&",
        "*",
    ],
    *["\n", "\n\n", "\n- ", "\n• ", "\r\n", "\t", "\u00a0", "\u2009", "\u202f", "\u00ad", "\u200b"],
]
SCRIPTS = [
    "Москва",
    "убито 12 человек",
    "ألف",
    "北京",
    "百人",
    "người",
    "Übergriff",
    "İstanbul",
    "Ǆ",
    "ﬁ",
    "ß",
    "\U0001d7d9\U0001d7da",
    "👍🏽",
    "e\u0301",
]
SHAPED = [
    "at least 12 people were killed",
    "400 of the 3,417 fighters from Russia",
    "killing 12 and wounding 40, among them five children",
    "rose from 41 to 57",
    "between two and three hundred women",
    "Some 5,000 to over 10,000 Syrians fled",
    "police told Reuters that 14 men, nine of them Iraqis, were held",
    "on 12 May 2016",
    "said John Doe, 34, of Leeds",
    "in Syria (3,000), Iraq (2,500) and Libya (40)",
]
PIECES = st.one_of(
    st.sampled_from(NUMBERS),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(SCRIPTS),
    st.sampled_from(SHAPED),
    st.integers(0, 10**7).map(str),
)
GLUE = st.sampled_from([" ", " ", " ", " ", " ", "", ", ", "\u00a0", "-"])


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Words, numbers, marks and phrases in any order, glued in any way."""
    pieces = draw(st.lists(st.tuples(PIECES, GLUE), min_size=1, max_size=40))
    return "".join(piece + glue for piece, glue in pieces)


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
