"""A page taken apart into blocks of text, as a reader sees them, with their links at exact offsets.

trafilatura can keep links, but moves or drops text where it does (adbar/trafilatura issues 476, 511, 518); so the page
is walked here, and trafilatura only says which of the blocks are the article (choosing.py).
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from provenance.value import value

Element: TypeAlias = etree._Element  # noqa: SLF001 - what lxml calls the type in its own annotations

_FLOWING = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that do not end the block they stand in. Every other does, those with a hyphen in their name too."""
_UNREAD = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "audio",
    "video", "canvas", "map", "head", "title", "select", "button", "input", "textarea", "datalist", "dialog",
    "nav", "menu", "rp",
})  # fmt: skip
"""Elements whose text is not the article's."""
_CAPTIONS = frozenset({"figcaption", "caption"})
_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


@value
class Block:
    """Text between two breaks of a page, white space folded. `links` are (start, end, address as written).

    `within` are the names of the elements around it, the innermost last.
    """

    text: str
    links: tuple[tuple[int, int, str], ...]
    within: tuple[str, ...]

    @property
    def is_caption(self) -> bool:
        """Say whether it belongs to a picture or a table."""
        return not _CAPTIONS.isdisjoint(self.within)


class _Writing:
    """The block being written."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.pending_space = False
        self.links: list[tuple[int, int, str]] = []
        self.open_link: tuple[int, str] | None = None

    def add(self, raw: str) -> None:
        words = _SPACES.sub(" ", _UNSEEN.sub("", _CONTROLS.sub(" ", raw)))
        if not words:
            return
        if words[0] == " ":
            self.pending_space = True
        bare = words.strip(" ")
        if not bare:
            return
        if self.pending_space and self.length:
            self.text.append(" ")
            self.length += 1
        self.text.append(bare)
        self.length += len(bare)
        self.pending_space = words[-1] == " "

    def start_link(self, address: str) -> None:
        self.end_link()
        self.open_link = (self.length + bool(self.pending_space and self.length), address)

    def end_link(self) -> None:
        if self.open_link and self.length > self.open_link[0]:
            self.links.append((self.open_link[0], self.length, self.open_link[1]))
        self.open_link = None


class _Reading:
    """The blocks so far, the names of the elements that are open, and the block being written."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.path: list[str] = []
        self.writing = _Writing()

    def start(self, name: str, element: Element) -> None:
        if _breaks(name, element):
            self.end_block()
        self.path.append(name)
        if name == "a" and (address := element.get("href")):
            self.writing.start_link(address.strip())
        self.writing.add(" " if name == "br" else element.text or "")

    def end(self, name: str, element: Element) -> None:
        if name == "a":
            self.writing.end_link()
        if _breaks(name, element):
            self.end_block()
        self.path.pop()
        self.writing.add(element.tail or "")

    def end_block(self) -> None:
        """End the block; a link that is open goes on in the next."""
        written, link = self.writing, self.writing.open_link
        written.end_link()
        if written.length:
            text = "".join(written.text)
            self.found.append(Block(text=text, links=tuple(written.links), within=tuple(self.path)))
        self.writing = _Writing()
        if link:
            self.writing.start_link(link[1])


def blocks(root: Element) -> list[Block]:
    """Give the blocks of a page, in the order of its source."""
    reading = _Reading()
    for event, name, element in _walk(root):
        if event == "start":
            reading.start(name, element)
        elif event == "end":
            reading.end(name, element)
        else:
            reading.writing.add(element.tail or "")
    reading.end_block()
    return reading.found


def words_of(element: Element) -> str:
    """Give all the text within an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def _walk(root: Element) -> Iterator[tuple[str, str, Element]]:
    """Give the start and the end of each element that is read; of one that is not, only that it is left behind.

    There are no comments: they are not parsed (page.py).
    """
    skipped: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag.lower() if isinstance(element.tag, str) else ""
        if skipped is None and name in _UNREAD and element is not root:
            skipped = element
        if skipped is None:
            yield event, name, element
        elif skipped is element and event == "end":
            skipped = None
            yield "skipped", name, element


def _breaks(name: str, element: Element) -> bool:
    return name not in _FLOWING and not _single_break(name, element)


def _single_break(name: str, element: Element) -> bool:
    """Say whether it is a `br` on its own: two in a row, with nothing between, end a block."""
    if name != "br":
        return False
    if (element.tail or "").strip():
        before = element.getprevious()
        return not (before is not None and before.tag == "br" and not (before.tail or "").strip())
    after = element.getnext()
    return not (after is not None and after.tag == "br")
