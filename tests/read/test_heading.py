"""Title, publisher, author and date from the first lines; nothing guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Document
from sayso.read import dates

Reader = Callable[..., Document]


BODY = (
    "\n\nOfficials in the valley said that 12 people were held on Monday and that the search for the others would go on through the week.\n"
)


@pytest.mark.parametrize(
    ("head", "published", "put"),
    [
        ("Apr 08, 2024", "2024-04-08", "Apr 08, 2024"),
        ("27 October 2017", "2017-10-27", "27 October 2017"),
        ("Posted: March 1, 2014 5:40 PM", "2014-03-01", "Posted: March 1, 2014 5:40 PM"),
        ("2017-10-27T08:15:00Z", "2017-10-27", "2017-10-27T08:15:00Z"),
        ("Friday, 27 Oct. 2017, 14:05 GMT", "2017-10-27", "Friday, 27 Oct. 2017, 14:05 GMT"),
        ("27 октября 2017 года", "2017-10-27", "27 октября 2017 года"),
        ("Published: 8/19/2013 - Updated: 12 hours ago", "2013-08-19", "Published: 8/19/2013 - Updated: 12 hours ago"),
        ("Updated: 09/21/2015 4:25 PM\n\nCreated: 09/20/2015 3:54 PM", "2015-09-20", "Updated: 09/21/2015 4:25 PM"),
        ("By Jane Doe | March 2, 2015", None, "By Jane Doe | March 2, 2015"),
    ],
)
def test_a_date_on_a_line_of_its_own(document: Reader, head: str, published: str | None, put: str) -> None:
    found = document("The valley empties\n\n" + head + BODY)
    assert found.published == published
    assert put in [found.text[start:end] for start, end in found.aside]
    assert found.title == "The valley empties"


@pytest.mark.parametrize(
    ("text", "published", "put"),
    [
        (" date 2017-10-27 1,300 nationals are fighting, a new report says.", "2017-10-27", "date 2017-10-27"),
        ("Published October 3 2016 21 fighters have been killed.", "2016-10-03", "Published October 3 2016"),
        ("27-09-2013 Car bomb kills 70 in the capital.", "2013-09-27", "27-09-2013"),
        ("Wed Mar 2 2016 18 militants were killed.", "2016-03-02", "Wed Mar 2 2016"),
        ("Raid kills 11 in the north AFP Thursday 16 Jul 2015 At least 11 were killed.", "2015-07-16", "AFP Thursday 16 Jul 2015"),
    ],
)
def test_a_date_before_the_account_on_one_line(document: Reader, text: str, published: str, put: str) -> None:
    found = document(text)
    assert found.published == published
    assert [found.text[start:end] for start, end in found.aside] == [put]


@pytest.mark.parametrize(
    "text",
    [
        "March 22, 2014 was the day on which 12 people were killed.",
        "On 27 October 2017 12 people were killed.",
        "March 1, 2014\nTwo held.\n\nMarch 2, 2014\nThree held.\n\nMarch 5, 2014\nFour held.\n",
        "January 2009: Two killed.\n\nJune 2010: Four killed.\n",
        "12 people were killed in 2014.",
        "31 February 2014\n\n12 people were killed.",
    ],
)
def test_dates_that_are_not_the_documents(document: Reader, text: str) -> None:
    found = document(text)
    assert found.published is None
    assert not any("killed" in found.text[start:end] for start, end in found.aside)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("(CNN) -- Gunmen opened fire on Monday.", "CNN"),
        ("KABUL (Reuters) - Gunmen opened fire on Monday.", "Reuters"),
        ("PITTSBURGH (KDKA) – Gunmen opened fire on Monday.", "KDKA"),
        ("BAGHDAD, June 3 (AFP) — Gunmen opened fire on Monday.", "AFP"),
        ("MOSCOW, October 16 (RIA Novosti), Jane Doe - Gunmen opened fire.", "RIA Novosti"),
        ("Abuja (AFP) - Gunmen opened fire on Monday.", "AFP"),
        ("BRISTOL, Tenn. (WJHL) – Gunmen opened fire on Monday.", "WJHL"),
        ("Banja Luka (Bosnia and Herzegovina) - Gunmen opened fire.", None),
        ("The Islamic State (IS) - a group - opened fire.", None),
        ("MIAMI (USA) - Gunmen opened fire.", None),
        ("KABUL — Gunmen opened fire on Monday.", None),
        ("Gunmen opened fire (12) - police said.", None),
    ],
)
def test_datelines(document: Reader, line: str, publisher: str | None) -> None:
    assert document(line + BODY).publisher == publisher


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Ali Karimov", "Jane Doe and Ali Karimov"),
        ("By: Mike Roe - Staff Writer", "Mike Roe"),
        ("By JANE DOE, The Steppe Post", "JANE DOE"),
        ("By Friday evening 12 people were held", None),
        ("By 12 June", None),
    ],
)
def test_bylines(document: Reader, line: str, author: str | None) -> None:
    assert document("The valley empties\n" + line + BODY).author == author


@pytest.mark.parametrize(
    "text", ["12 people were held.", "Two sentences. In one line.\nAnd another that is longer than the first.", "KABUL -\n\nTwelve held."]
)
def test_no_title_where_there_is_none(document: Reader, text: str) -> None:
    assert document(text).title is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2017", "2017"),
        ("2017-10", "2017-10"),
        ("20171027", "2017-10-27"),
        ("October 2017", "2017-10"),
        ("Jun 132016", "2016-06-13"),
        ("03/04/2016", "2016"),
        ("19/08/2013", "2013-08-19"),
        ("03.04.2016", "2016-04-03"),
        ("2017-13-01", None),
        ("soon", None),
        ("", None),
        ("Sept. 7th, 2013", "2013-09-07"),
        ("1st of May 2014", "2014-05-01"),
    ],
)
def test_dates_are_as_precise_as_they_are(value: str, iso: str | None) -> None:
    assert dates.normal(value) == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 held", "en"),
        ("AT LEAST TWELVE PEOPLE WERE KILLED AND THIRTY WERE WOUNDED WHEN A BOMB WENT OFF IN THE CAPITAL, POLICE SAID.", "en"),
        ("По данным министерства, из долины уехали 1300 человек, вернулись 147.", "ru"),
        ("Selon le ministère, douze personnes ont été tuées et trente autres blessées dans la capitale.", "fr"),
        ("За маълумоти вазорат, 1300 шаҳрванди Тоҷикистон ба Сурия рафтаанд ва 147 нафар баргаштаанд.", "tg"),
    ],
)
def test_languages(document: Reader, text: str, language: str) -> None:
    assert document(text).language == language
