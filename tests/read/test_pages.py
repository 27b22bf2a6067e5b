"""Web pages: the account, what the page says of itself, and pages made to break readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Document, Refusal

Reader = Callable[..., Document]


LONG = "The interior ministry added that the search would go on through the week, and that schools in the valley stay shut until Friday."


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def kept(document: Document) -> str:
    text = list(document.text)
    for start, end in document.aside:
        text[start:end] = " " * (end - start)
    return "".join(text)


NEWS = page(
    f"""<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="share">1,204 shares <button>Share</button></div>
<article><h1>Fighters return to the valley</h1><p class="byline">By Aisha Karim</p>
<p>Officials said that 20,000<sup>1</sup> people had been registered, of whom 250<sup><a href="#fn3">3</a></sup> were fighters.</p>
<p>It was the 4<sup>th</sup> report this year and covers 30 km<sup>2</sup> of border, with 147<a href="#cite_note-2">[2]</a>returnees.</p>
<p>{LONG}</p>
<table><tr><th>Country</th><th>Joined</th><th>Returned</th></tr><tr><td>Tajikistan</td><td>1,300</td><td>147</td></tr></table>
<p>Keep reading with a 7-day free trial</p>
<p>Subscribe to The Steppe Post to keep reading this post and get 7 days of free access to the full post archives.</p>
<div class="comments"><h3>Comments (12)</h3><p>Some 5,000 people should read this!</p></div></article>
<aside><h3>Most read</h3><ol><li>12 killed in market blast</li><li>40 arrested</li></ol></aside>
<footer>© 2017 The Steppe Post. Join 12,000 readers.</footer>""",
    """<title>Fighters return to the valley | The Steppe Post</title><meta property="og:title" content="Fighters return to the valley">
<meta property="og:site_name" content="The Steppe Post"><meta property="article:published_time" content="2017-10-27T08:00:00Z">
<meta name="author" content="By Aisha Karim"><link rel="canonical" href="https://example.org/valley">""",
)


def test_a_news_page(document: Reader) -> None:
    found = document(NEWS, "news.html")
    assert (found.title, found.publisher, found.author) == ("Fighters return to the valley", "The Steppe Post", "Aisha Karim")
    assert (found.published, found.url, found.media_type, found.name) == ("2017-10-27", "https://example.org/valley", "text/html", "news")
    text = kept(found)
    assert "20,000 people had been registered, of whom 250 were fighters." in text
    assert "the 4th report" in text and "30 km2 of border" in text and "147 returnees" in text
    assert "Tajikistan | 1,300 | 147" in text.splitlines()
    for clutter in ("1,204", "7-day", "7 days", "5,000", "market blast", "40 arrested", "12,000", "(12)"):
        assert clutter not in text
    assert [note.code for note in found.notes] == ["footnotes"]


def test_json_ld_is_read(document: Reader) -> None:
    data = """{"@context": "https://schema.org",
      "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "Twelve held",
      "datePublished": "2014-09-14T10:00:00+05:00", "author": [{"name": "Jane Doe"}], "publisher": {"name": "The Steppe Post"}}]}"""
    found = document(page(f"<p>Some 12 people were held. {LONG}</p>", f'<script type="application/ld+json">{data}</script>'), "a.html")
    assert (found.title, found.author, found.publisher, found.published) == ("Twelve held", "Jane Doe", "The Steppe Post", "2014-09-14")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2014">', "2014"),
        ('<meta name="date" content="yesterday">', None),
        ('<meta name="citation_date" content="2014/09/14">', "2014-09-14"),
        ("", None),
    ],
)
def test_no_date_is_guessed(document: Reader, head: str, published: str | None) -> None:
    body = (
        f"<p>Some 12 people were held. {LONG}</p><aside><h4>Archive</h4><a href='/2014/01/'>January 2014</a></aside><p>Copyright 2013</p>"
    )
    assert document(page(body, head), "a.html").published == published


def test_a_layout_of_tables_keeps_the_account(document: Reader) -> None:
    body = """<table width=100%><tr><td><table><tr><td>Share</td><td>17</td></tr></table></td></tr>
      <tr><td><font>Some 2,100 fighters left in 2014.<br><br>Of them 300 were women.</font></td></tr>
      <tr><td>Comments: 45 | 300 people like this</td></tr></table>"""
    text = kept(document(page(body), "a.html"))
    assert "2,100 fighters left" in text and "300 were women" in text
    assert "17" not in text and "45" not in text and "300 people" not in text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("20,000<sup>1</sup> people", "20,000 people"),
        ("20,000<sup>[12]</sup>people", "20,000 people"),
        ("<b>250</b><sup>a</sup> fighters", "250 fighters"),
        ("147*<sup>*</sup> held", "147* held"),
        ('500<a href="#_ftn4">4</a>, of them 44', "500, of them 44"),
        ('500<span class="footnote">7</span> held', "500 held"),
        ("the 21<sup>st</sup> group", "the 21st group"),
        ("12 km<sup>2</sup> cleared", "12 km2 cleared"),
        ("about 3 × 10<sup>6</sup> people", "about 3 × 106 people"),
        ('see <a href="/other">12</a> people', "see 12 people"),
        ("<sup>4</sup> Figures of June.", "Figures of June."),
    ],
)
def test_footnote_marks_never_join_a_number(document: Reader, markup: str, text: str) -> None:
    assert text in document(page(f"<p>{LONG}</p><p>So far {markup} {LONG}</p>"), "a.html").text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 20_000 + "<p>At least 12 people were killed.</p>" + "</div>" * 20_000 + "</body></html>",
        "<html><body>" + "<table><tr><td>" * 300 + "<p>At least 12 people were killed.</p>" + "</td></tr></table>" * 300 + "</body></html>",
        "<html><body>" + "<b><i><a>" * 5_000 + "At least 12 people were killed.",
        "<html><body><p>At least 12 people were killed.</p>" + "<p>x</p>" * 25_000,
        "<html><body><p>At least 12 people were killed.</p>" + "<" * 100_000,
        "<html><body>" + "<div>" * 5_000 + "<!--" * 50_000 + "<p>At least 12 people were killed.",
        "<html><body><p>At least 12 people were killed.</p><p>" + "x<sup>1</sup>" * 30_000,
        "<html><body>" + "<h1>" * 1_000 + "<p>At least 12 people were killed.</p>",
        "<html><body><p>At least 12 people were killed.</p><p>&#x1F;a<sup>1</sup>\x1f&#0;b</p>",
        "<p>At least 12 people were killed.",
        "At least 12 people were killed.",
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='urn:x'><body><p>At least 12 people were killed.</p></body></html>",
    ],
    ids=["divs", "tables", "unclosed", "long", "brackets", "comments", "marks", "heads", "controls", "bare", "none", "xhtml"],
)
def test_hostile_and_odd_pages_are_read(document: Reader, markup: str) -> None:
    assert "At least 12 people were killed." in document(markup, "a.html").text


def test_the_fallback_leaves_furniture_out_and_says_so(document: Reader) -> None:
    body = f"<nav>9 jobs</nav><div class='share-bar'>80 shares</div><p>Some 12 people were held.</p><p>{LONG}</p>"
    body += "<ul class=related><li>40 held</li></ul>"
    found = document(page(body + "<p>x</p>" * 25_000), "a.html")
    assert "12 people" in found.text
    assert not any(clutter in found.text for clutter in ("9 jobs", "80 shares", "40 held"))
    assert [note.code for note in found.notes] == ["fallback"]


@pytest.mark.parametrize("body", ["", "<script>render(5000)</script><div id=root></div>", "<style>p {width: 12px}</style>"])
def test_a_page_without_text_is_refused(refusal: Callable[..., Refusal], body: str) -> None:
    assert "no text left" in refusal(page(body), "a.html").reason


def test_mojibake_written_as_entities_is_mended(document: Reader) -> None:
    found = document(page(f"<p>Mr Dom&radic;&ne;nguez counted 12 people. {LONG}</p>"), "a.html")
    assert "Mr Domínguez" in found.text


def test_a_text_file_that_looks_like_a_page_stays_text(document: Reader) -> None:
    found = document("<html><p>12 held</p></html>", "a.txt")
    assert found.text == "<html><p>12 held</p></html>"
    assert [note.code for note in found.notes] == ["markup"]
