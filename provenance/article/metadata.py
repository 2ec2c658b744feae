"""What a page says of itself: title, authors, dates, publisher, language, address.

Each is asked of the page's voices in turn, the most exact first: JSON-LD, then `meta`, then what is shown, then
trafilatura and htmldate, which guess. What none says is None.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urljoin, urlsplit

from provenance.article.blocks import Element, words_of
from provenance.article.bylines import authors_of
from provenance.article.linked_data import Thing, article_thing, names_of, text_of
from provenance.article.moments import exact_moment, guessed_day
from provenance.value import value

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_TITLE_JOINTS = re.compile(r" +[|–—-] +")
_LONG_TITLE = 500
_MOST_HEADINGS = 20
_PUBLISHED = (
    "article:published_time", "article:published:time", "og:article:published_time", "datepublished", "date",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publishdate", "published_at", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")


@value
class Metadata:
    """What is known of a page; see Article for what each field means."""

    title: str | None
    site: str | None
    authors: tuple[str, ...]
    published: str | None
    published_by: str | None
    modified: str | None
    language: str | None
    url: str | None
    base: str | None


def metadata(root: Element, fetched_from: str | None) -> Metadata:
    """Ask a page who published it, when, and under which address and title."""
    meta = _metas(root)
    thing = article_thing(root)
    url = _address(root, meta, thing, fetched_from)
    published, by = _published(root, meta, thing, url)
    site = _first(meta["og:site_name"], names_of(thing.get("publisher")), meta["application-name"], meta["publisher"])
    return Metadata(
        title=_title(root, meta, thing, site),
        site=site,
        authors=authors_of(root, meta, thing),
        published=published,
        published_by=by,
        modified=_modified(meta, thing),
        language=_language(root, meta, thing),
        url=url,
        base=_base(root, fetched_from or url),
    )


def _metas(root: Element) -> dict[str, list[str]]:
    """Give the contents of each `meta`, by its name or property in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for name in {
            (element.get(key) or "").strip().lower() for key in ("name", "property", "itemprop", "http-equiv")
        }:
            if name and content:
                found[name].append(content)
    return found


def _first(*voices: Iterable[str | None]) -> str | None:
    return next((one for voice in voices for one in voice if one), None)


def _title(root: Element, meta: dict[str, list[str]], thing: Thing, site: str | None) -> str | None:
    """Give the title made for sharing, the headline of JSON-LD, a first-level heading, or the title of the window."""
    headings = [words for element in islice(root.iter("h1"), _MOST_HEADINGS) if (words := words_of(element))]
    said = _first(meta["og:title"], meta["twitter:title"])
    for title in (said, text_of(thing.get("headline"))):
        if title:
            return _without_site(title, headings, site)
    shown = _first(headings)
    if shown:
        return shown
    window = root.find(".//title")
    return (_without_site(words_of(window), headings, site) if window is not None else "") or None


def _without_site(title: str, headings: list[str], site: str | None) -> str:
    """Cut off what follows a joint ("… | The Example Times") where a heading or the site's name proves the cut."""
    joints = list(_TITLE_JOINTS.finditer(title[:_LONG_TITLE]))
    for joint in joints:
        if title[: joint.start()] in headings:
            return title[: joint.start()]
    if joints and site and _plain(title[joints[-1].end() :]) == _plain(site):
        return title[: joints[-1].start()]
    return title


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _published(
    root: Element, meta: dict[str, list[str]], thing: Thing, url: str | None
) -> tuple[str | None, str | None]:
    voices = (
        ("json-ld", [text_of(thing.get("datePublished"))]),
        ("meta", [content for name in _PUBLISHED for content in meta[name]]),
        ("time", _times(root)),
    )
    for by, texts in voices:
        for text in texts:
            if moment := exact_moment(text):
                return moment, by
    day = guessed_day(root, url)
    return (day, "guessed") if day else (None, None)


def _times(root: Element) -> list[str]:
    """Give the `time` that is marked as the date of publication, or the only one there is."""
    times = [element for element in root.iter("time") if element.get("datetime")]
    marked = [
        one for one in times if (one.get("itemprop") or "").lower() == "datepublished" or one.get("pubdate") is not None
    ]
    every = {one.get("datetime") or "" for one in marked or times}
    return sorted(every) if len(every) == 1 else []


def _modified(meta: dict[str, list[str]], thing: Thing) -> str | None:
    texts = [text_of(thing.get("dateModified")), *(content for name in _MODIFIED for content in meta[name])]
    return _first(exact_moment(text) for text in texts)


def _language(root: Element, meta: dict[str, list[str]], thing: Thing) -> str | None:
    html = next(root.iter("html"), root)
    said = [
        html.get("lang"),
        html.get("{http://www.w3.org/XML/1998/namespace}lang"),
        html.get("xml:lang"),
        text_of(thing.get("inLanguage")),
    ]
    for text in [*said, *meta["content-language"], *meta["og:locale"]]:
        tag = (text or "").strip().replace("_", "-")
        if _LANGUAGE.fullmatch(tag):
            return tag
    return None


def _address(root: Element, meta: dict[str, list[str]], thing: Thing, fetched_from: str | None) -> str | None:
    canonical = [
        link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    whole = thing.get("mainEntityOfPage")
    same = whole.get("@id") if isinstance(whole, dict) else whole
    for text in [*canonical, *meta["og:url"], text_of(thing.get("url")), text_of(same)]:
        if text and (found := web_address(text.strip(), fetched_from)):
            return found
    return fetched_from


def _base(root: Element, url: str | None) -> str | None:
    """Give what relative addresses of a page are resolved against."""
    element = next((one for one in root.iter("base") if one.get("href")), None)
    return (web_address(element.get("href") or "", url) if element is not None else None) or url


def web_address(text: str, base: str | None) -> str | None:
    """Give a whole http or https address, resolved against a base; None for any other and for what cannot be read."""
    try:
        whole = urljoin(base or "", "".join(text.split()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None
