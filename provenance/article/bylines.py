"""Who wrote a page, by its own voices."""

import re
from collections.abc import Iterator
from copy import deepcopy

from trafilatura.metadata import extract_metadata

from provenance.article.blocks import Element, words_of
from provenance.article.linked_data import Thing, names_of

_META = (
    "author", "article:author", "parsely-author", "sailthru.author",
    "og:author", "byl", "dcsext.author", "cxenseparse:author",
)  # fmt: skip
_INVERTED = ("citation_author", "dc.creator")
"""These are written "Surname, Name"."""
_LEAD = re.compile(r"(?:by|von|par|por|от|від|автор|автори|авторы|yazan)\s*:?\s+", re.IGNORECASE)
_JOINTS = re.compile(r"\s*[;|]\s*|\s*,\s+|\s+(?:and|und|et|y|\u0456|та|и|ve|&)\s+")  # \u0456 is the Ukrainian "i"
_NO_NAME = re.compile(r"^\(|https?:|www\.|@|/|\d{3}")
_LONGEST = 80
_LONG_BYLINE = 1000
_MOST_MARKED = 20


def authors_of(root: Element, meta: dict[str, list[str]], thing: Thing) -> tuple[str, ...]:
    """Give the authors, each once, as JSON-LD, `meta` or a marked byline names them, or trafilatura guesses."""
    for voice in _voices(root, meta, thing):
        if names := tuple(dict.fromkeys(name for text in voice for name in _names(text))):
            return names
    return ()


def _voices(root: Element, meta: dict[str, list[str]], thing: Thing) -> Iterator[list[str]]:
    yield names_of(thing.get("author"))
    yield names_of(thing.get("creator"))
    for name in _META:
        yield meta[name]
    for name in _INVERTED:
        yield [" ".join(reversed(text.split(", "))) if text.count(", ") == 1 else text for text in meta[name]]
    yield _marked(root)
    yield _guessed(root)


def _marked(root: Element) -> list[str]:
    """Give what is marked as an author (`rel`, `itemprop`), as shown."""
    found: list[str] = []
    for element in root.iter("a", "span", "div", "p", "address"):
        if len(found) == _MOST_MARKED:
            break
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        if "author" in marks:
            found.append(words_of(element))
    return found


def _guessed(root: Element) -> list[str]:
    try:
        found = extract_metadata(deepcopy(root), extensive=False).author
    except Exception:  # noqa: BLE001 - whatever it stumbles on in a hostile page, the author is not known
        return []
    return (found or "").split("; ")


def _names(text: str) -> list[str]:
    """Take a byline apart into names: "By A. One and B. Two, Agency"; addresses, handles and remarks are none."""
    bare = text.strip()[:_LONG_BYLINE]
    lead = _LEAD.match(bare)
    parts = _JOINTS.split(bare[lead.end() :] if lead else bare)
    return [part for part in parts if part and len(part) <= _LONGEST and not _NO_NAME.search(part)]
