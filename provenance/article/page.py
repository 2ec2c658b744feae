"""A page (HTML) as an article: which of its blocks are the article, its links, and what it says of itself."""

import re

from lxml import etree, html

from provenance.article.article import Article, Link, Span
from provenance.article.blocks import Block, Element, blocks
from provenance.article.choosing import choose, letters
from provenance.article.decoding import Decoded
from provenance.article.furniture import furniture, is_finished
from provenance.article.metadata import metadata, web_address
from provenance.article.problems import ArticleError

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold: lxml reads it, but trafilatura cannot write it again."""
_REFERENCE = re.compile(
    "&#(?:0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0{0,9}(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f]..))(?![0-9a-f]);?",
    re.IGNORECASE,
)
_MOSTLY = 0.9
"""The share of a block that is links from which on it leads elsewhere and says nothing of its own."""
_HALF = 0.5
"""The same for an item of a list."""
_LONGEST_PULLED = 400
_LONGEST_SEARCHED = 200_000


def read_page(decoded: Decoded, file: str, url: str | None = None) -> Article:
    """Read a page; one in which no article is found has no paragraphs.

    Raises ArticleError where it cannot be parsed at all.
    """
    root = _parsed(decoded.text, file)
    said = metadata(root, url)
    found = blocks(root)
    chosen = [found[at] for at in choose(found, root)]
    body = _without_furniture(chosen, said.title, said.authors)
    paragraphs: list[Span] = []
    links: list[Link] = []
    at = 0
    for block in body:
        paragraphs.append(Span(at, at + len(block.text)))
        for start, end, address in block.links:
            if whole := web_address(address, said.base):
                links.append(Link(at + start, at + end, whole))
        at += len(block.text) + 1
    return Article(
        file=file,
        text="\n".join(block.text for block in body),
        paragraphs=tuple(paragraphs),
        title=said.title,
        site=said.site,
        authors=said.authors,
        published=said.published,
        published_by=said.published_by,
        modified=said.modified,
        language=said.language,
        url=said.url,
        links=tuple(links),
        encoding=decoded.encoding,
        lossy=decoded.lossy,
    )


def _parsed(text: str, file: str) -> Element:
    """Parse as a browser would, near enough; depth and sizes stay within libxml2's limits."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_REFERENCE.sub(" ", _FORBIDDEN.sub(" ", text)).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        hint = "save the page again, or its text as a .txt file"
        raise ArticleError("not-a-page", file, "this cannot be read as a page (HTML)", hint) from error


def _without_furniture(chosen: list[Block], title: str | None, authors: tuple[str, ...]) -> list[Block]:
    dropped = furniture([block.text for block in chosen], [bool(block.links) for block in chosen])
    apart = {letters(title or "")} | {letters(name) for name in authors} | {""}
    everything = "\n".join(letters(block.text) for block in chosen)
    return [
        block
        for block, drop in zip(chosen, dropped, strict=True)
        if not (
            drop
            or block.is_caption
            or _leads_elsewhere(block)
            or _is_pulled(block, everything)
            or letters(block.text) in apart
            or (block is chosen[0] and block.within[-1:] == ("h1",))
        )
    ]


def _is_pulled(block: Block, everything: str) -> bool:
    """Say whether it is a quotation set apart that a paragraph holds as well."""
    if "blockquote" not in block.within or len(block.text) > _LONGEST_PULLED or len(everything) > _LONGEST_SEARCHED:
        return False
    key = letters(block.text)
    return everything.count(key) > f"\n{everything}\n".count(f"\n{key}\n")


def _leads_elsewhere(block: Block) -> bool:
    linked = sum(end - start for start, end, _ in block.links)
    share = _HALF if "li" in block.within else _MOSTLY
    return linked >= share * len(block.text) and not is_finished(block.text)
