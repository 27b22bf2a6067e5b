"""What a web page says of itself: meta elements, JSON-LD, marked-up bylines and times."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import html

from sayso.read import dates
from sayso.read.meta import Meta

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "article:publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date", "publishdate", "publish-date", "publish_date",
    "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "displaydate", "cxenseparse:recs:publishtime",
    "datecreated", "created",
)  # fmt: skip
_URL = ("og:url", "twitter:url", "dc.identifier")
_ARTICLES = ("article", "posting", "report", "webpage")


def metadata(tree: html.HtmlElement) -> Meta:
    """Title, publisher, author, date and address that a page states in its markup; dates no finer than stated, none guessed."""
    said = _said(tree)
    return (
        _linked(tree)
        .otherwise(
            Meta(
                title=_first(said, _TITLE),
                publisher=_name(_first(said, _PUBLISHER)),
                author=_name(_first(said, _AUTHOR)),
                published=next((date for key in _PUBLISHED for date in [_date(said.get(key))] if date), None),
                url=_first(said, _URL),
            )
        )
        .otherwise(_marked(tree, _first(said, _PUBLISHER)))
    )


def _said(tree: html.HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and value:
                said.setdefault(key, value)
    return said


def _first(said: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((said[key] for key in keys if said.get(key)), None)


def _name(value: str | None) -> str | None:
    """A name as it is; an address in its place is none."""
    if not value or "://" in value or value.startswith(("@", "www.")) or len(value) > 200:
        return None
    value = value.removeprefix("By ").removeprefix("by ").strip()
    return value or None


def _date(value: object) -> str | None:
    return dates.normal(value) if isinstance(value, str) and value.strip() else None


def _linked(tree: html.HtmlElement) -> Meta:
    """What the page's JSON-LD says of the article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                kind = str(thing.get("@type", "")).lower()
                if any(word in kind for word in _ARTICLES) and (thing.get("headline") or thing.get("datePublished")):
                    return _thing(thing)
    return Meta()


def _things(text: str) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for thing in found if isinstance(found, list) else [found]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else []) if isinstance(part, dict))


def _thing(thing: dict[str, Any]) -> Meta:
    address = thing.get("url")
    return Meta(
        title=_plain(thing.get("headline")),
        publisher=_name(_named(thing.get("publisher"))),
        author=_name(_named(thing.get("author"))),
        published=_date(thing.get("datePublished")) or _date(thing.get("dateCreated")),
        url=address if isinstance(address, str) else None,
    )


def _inside(element: html.HtmlElement, limit: int) -> str:
    """The text inside an element, no further than the limit."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) >= limit:
            break
    return text[:limit]


def _plain(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _named(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(part) for part in value[:8]))) or None
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _marked(tree: html.HtmlElement, publisher: str | None) -> Meta:
    """What elements of the page itself are marked as: times of publication, links to the author, the page's title."""
    published = author = None
    for element in tree.iter("time"):
        marked = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        if published is None and (element.get("pubdate") is not None or "publish" in marked):
            published = _date(element.get("datetime")) or _date(element.text)
    for element in tree.iter("a", "span"):
        if author is None and ("author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"):
            author = _name(_plain(_inside(element, 200)))
    link = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return Meta(title=_title(tree, publisher), author=author, published=published, url=link)


def _title(tree: html.HtmlElement, publisher: str | None) -> str | None:
    """The page's only top heading, else its title element without the site's name."""
    heads = [_plain(_inside(element, 400)) for element in islice(tree.iter("h1"), 2)]
    if len(heads) == 1 and heads[0] and heads[0] != publisher:
        return heads[0]
    title = next((_plain(element.text) for element in tree.iter("title")), None)
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        if title and publisher and title.endswith(mark + publisher):
            return title.removesuffix(mark + publisher)
    return title
