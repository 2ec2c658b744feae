"""A text file as an article: the text unchanged, and which of its lines are the article."""

import re

from provenance.article.article import Article, Link, Span
from provenance.article.decoding import Decoded
from provenance.article.furniture import furniture, is_finished

_HEADING = re.compile(r"#{1,6}[ \t]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")
_TITLE_LENGTH = 200


def read_plain(decoded: Decoded, file: str, url: str | None = None) -> Article:
    """Read a text. Every line that is not blank, not furniture and not the title is a paragraph.

    The first line is the title where it is a Markdown heading (`# …`); or where it is no longer than 200 characters,
    has two words or more, does not end as a sentence or a clause does, and a blank line or a longer line that ends as a
    sentence follows. Addresses written out in a paragraph are its links.
    """
    text = decoded.text
    lines = _lines(text)
    title = _title(text, lines)
    body = lines[1:] if title is not None else lines
    plain = [_without_marks(text[line.start : line.end]) for line in body]
    kept = [line for line, dropped in zip(body, furniture(plain), strict=True) if not dropped]
    return Article(
        file=file,
        text=text,
        paragraphs=tuple(kept),
        title=title,
        url=url,
        links=tuple(link for line in kept for link in _links(text, line)),
        encoding=decoded.encoding,
        lossy=decoded.lossy,
    )


def _lines(text: str) -> list[Span]:
    """Give the lines that are not blank, without the white space around them; the byte order mark is in none."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip("\ufeff \t\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029\u00a0")
        if bare:
            start = at + line.index(bare)
            found.append(Span(start, start + len(bare)))
        at += len(line)
    return found


def _title(text: str, lines: list[Span]) -> str | None:
    if not lines:
        return None
    first = text[lines[0].start : lines[0].end]
    if len(first) > _TITLE_LENGTH:
        return None
    if first.startswith("# "):
        return first[2:].strip() or None
    if len(first.split()) < 2 or is_finished(first) or first[-1] in ",;:—–-":  # noqa: PLR2004
        return None
    if len(lines) == 1 or furniture([first])[0]:
        return None
    second = lines[1]
    blank_between = len(re.findall(r"\r\n|\n|\r", text[lines[0].end : second.start])) > 1
    prose = is_finished(text[second.start : second.end]) and second.end - second.start > len(first)
    return first if blank_between or prose else None


def _without_marks(line: str) -> str:
    return _HEADING.sub("", line, count=1) if line.startswith("#") else line


def _links(text: str, line: Span) -> list[Link]:
    found = []
    for match in _ADDRESS.finditer(text, line.start, line.end):
        address = match.group().rstrip(".,;:!?'’”»")
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        found.append(Link(match.start(), match.start() + len(address), address))
    return found
