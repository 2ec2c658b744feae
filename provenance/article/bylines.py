"""Who wrote a page, by its own voices."""

import re

from provenance.article.blocks import Element
from provenance.article.linked_data import Thing, names_of

_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author", "og:author", "byl", "dcsext.author", "cxenseparse:author")
_LEAD = re.compile(r"(?:by|von|par|por|от|від|автор|автори|авторы|yazan)\s*:?\s+", re.I)
_JOINTS = re.compile(r"\s*[;|]\s*|\s*,\s+|\s+(?:and|und|et|y|і|та|и|ve|&)\s+")
_NO_NAME = re.compile(r"https?:|www\.|@|/|\d{3}")
_LONGEST = 80


def authors_of(root: Element, meta: dict[str, list[str]], thing: Thing) -> tuple[str, ...]:
    """Give the authors, each once, as JSON-LD, `meta` or a marked byline names them; () where none does."""
    voices = [names_of(thing.get("author")), names_of(thing.get("creator")), *(meta[name] for name in _META), _marked(root)]
    for voice in voices:
        names = dict.fromkeys(name for text in voice for name in _names(text))
        if names:
            return tuple(names)
    return ()


def _marked(root: Element) -> list[str]:
    """Give what is marked as an author (`rel`, `itemprop`), as shown."""
    found = []
    for element in root.iter("a", "span", "div", "p", "address"):
        marks = (element.get("rel") or "").lower().split() + (element.get("itemprop") or "").lower().split()
        if "author" in marks:
            found.append(" ".join("".join(element.itertext()).split()))
    return found


def _names(text: str) -> list[str]:
    """Take a byline apart into names: "By A. One and B. Two, Agency"; addresses and handles are none."""
    bare = _LEAD.sub("", text.strip(), count=1) if _LEAD.match(text.strip()) else text.strip()
    parts = [part.strip(" .") if part.count(".") == 1 and len(part) > 3 and not part.endswith(" Jr.") else part.strip() for part in _JOINTS.split(bare)]  # noqa: PLR2004
    return [part for part in parts if part and len(part) <= _LONGEST and not _NO_NAME.search(part)]
