"""Bytes become text here and are mended here, never later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Document
from sayso.read.intake import File
from sayso.read.mend import mend
from sayso.read.plain import plain

Reader = Callable[..., Document]


RUSSIAN = "По данным министерства, из долины уехали 1300 человек, вернулись 147. Остальные, как считают власти, ещё там."
FRENCH = "Près de 120 réfugiés ont été évacués vers l’hôpital – « une première », a déclaré le préfet à Orléans."
ENGLISH = "Officials said that “12 people” were killed – José Domínguez’s brother among them – near a café in Málaga."
POLISH = "Według źródeł rządowych zginęło 12 żołnierzy, a 30 osób zostało rannych. Wciąż poszukiwani są łącznicy, którzy uciekli."


@pytest.mark.parametrize(
    "text",
    [
        "20 000\xa0people",
        "a\r\nb\r\n",
        "\ufeff12 held",
        "tab\t nbsp\xa0 thin\u2009 zero\u200b",
        "“curly” ﬁ Ａ",
        "jäääär õöö",
        RUSSIAN,
        FRENCH,
    ],
)
def test_utf8_comes_back_to_the_code_point(document: Reader, text: str) -> None:
    found = document(text)
    assert found.text == text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859_5"),
        (RUSSIAN, "mac_cyrillic"),
        (RUSSIAN.upper(), "cp1251"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (POLISH, "cp1250"),
    ],
)
def test_other_encodings_are_found_and_noted(document: Reader, text: str, encoding: str) -> None:
    found = document(text.encode(encoding))
    assert found.text == text
    assert [note.code for note in found.notes] == ["encoding"]


def test_other_scripts_are_left_to_the_detector(document: Reader) -> None:
    text = "警方星期一表示,爆炸造成至少十二人死亡,三十人受伤。当局说,失踪者中有七名儿童。救援工作仍在继续。" * 4
    assert document(text.encode("gb18030")).text == text


def test_a_few_bad_bytes_do_not_spoil_a_utf8_file(document: Reader) -> None:
    found = document(RUSSIAN.encode() + b" \x93quoted\x94 and cut " + "д".encode()[:1])
    assert found.text.startswith(RUSSIAN + " “quoted” and cut ")
    assert "3 bad bytes" in found.notes[0].message


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252"])
def test_a_page_that_is_not_what_it_claims_is_still_read(document: Reader, encoding: str) -> None:
    text = RUSSIAN if encoding == "cp1251" else ENGLISH
    found = document(f'<html><head><meta charset="utf-8"></head><body><p>{text}</p></body></html>'.encode(encoding), "page.html")
    assert text in found.text
    assert "utf-8" in found.notes[0].message and "windows-125" in found.notes[0].message


def test_a_page_that_claims_too_little_is_read_as_utf8(document: Reader) -> None:
    found = document(f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>', "page.html")
    assert RUSSIAN in found.text
    assert "UTF-8" in found.notes[0].message


def test_a_declared_encoding_is_believed(document: Reader) -> None:
    markup = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    found = document(markup.encode("koi8-r"), "page.html")
    assert RUSSIAN in found.text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Dom√≠nguez", "Domínguez"),
        ("Mr Dom√≠nguez told “El País” – a café", "Mr Domínguez told “El País” – a café"),
        ("DomÃ­nguez", "Domínguez"),
        ("the ministryâ€™s count", "the ministry’s count"),
        ("the ministry‚Äôs count", "the ministry’s count"),
        ("20\xc2\xa0000 people", "20\xa0000 people"),
        ("didn\x92t", "didn’t"),
        ("café\xa0Dom√≠nguez", "café\xa0Domínguez"),
        ("lost ÔøΩ here", "lost \ufffd here"),
        ("Îáùåñòâî ñîîáùèëî: óáèòû 12 ÷åëîâåê", "Общество сообщило: убиты 12 человек"),
        ("РћР±С‰РµСЃС‚РІРѕ", "Общество"),
        ("Общество".encode().decode("latin-1"), "Общество"),
    ],
)
def test_mojibake_is_mended_token_by_token(document: Reader, was: str, now: str) -> None:
    found = document(was)
    assert found.text == now
    assert [note.code for note in found.notes] == ["mended"]


@pytest.mark.parametrize(
    "text", ["√2 ≈ 1.4, ≥ 12 people", "Ångström naïve Ünal", "Россия и США", "Tyyppi jäääärne", "R&amp;D <b> ①", "½ ¾ ¹", "100°C – “fine”"]
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert mend(text) == (text, ())


_SOUND = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\r\t aeéю12")


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.text(_SOUND, max_size=200))
def test_any_utf8_text_comes_back_unless_it_looks_mojibaked(text: str) -> None:
    found = plain(File(None, "here", "here"), text.encode("utf-8"))
    if isinstance(found, Document):
        assert found.text == mend(text)[0]
        assert found.text == text or any(note.code == "mended" for note in found.notes)
        check_aside(found)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(
    st.lists(
        st.sampled_from(
            ["Share", "17", "", "2017-10-27", "By Jane Doe", "Some 12 people were held.", "Held", "© 2025 X", "\r", "  Advertisement "]
        )
    )
)
def test_aside_is_in_order_disjoint_and_in_range(rows: list[str]) -> None:
    found = plain(File(None, "here", "here"), "\n".join(rows).encode())
    if isinstance(found, Document):
        check_aside(found)
        assert not any("12 people" in found.text[start:end] for start, end in found.aside)


def check_aside(document: Document) -> None:
    edge = 0
    for start, end in document.aside:
        assert edge <= start < end <= len(document.text)
        edge = end


def test_a_long_text_is_mended_to_its_end() -> None:
    sound = "Officials said that twelve people were killed.\n" * 3000
    found, notes = mend(sound + "JosÃ© was there.\n" + sound + "caf\u00c3\u00a9")
    assert found == sound + "José was there.\n" + sound + "café"
    assert "2 places" in notes[0].message
