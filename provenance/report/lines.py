"""Lines of styled text, wrapped to a width: what every view is made of.

A view is computed as lines first; colour is laid on last, and only where a terminal shows it
(cli/output.py), so that nothing here needs more than the measuring of characters.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from rich.cells import cell_len

from provenance.safe import one_line
from provenance.value import value


class Style(StrEnum):
    """What a stretch of text is, for the eye; the words say it too, colour is never the only sign.

    The colours are of the 256 that no theme changes, each of which stands out on white and on black; a terminal
    that has only 16 shows the nearest.
    """

    PLAIN = ""
    STRONG = "bold"
    FAINT = "dim"
    ORIGIN = "color(29)"
    WARN = "color(166)"
    BAD = "bold color(160)"
    STRUCK = "strike dim"
    HEADING = "bold color(31)"


Span = tuple[str, Style]


@value
class Line:
    """One logical line. `first` stands before it, `rest` before each further row it wraps to."""

    spans: tuple[Span, ...] = ()
    first: str = ""
    rest: str = ""


def line(*parts: str | Span, first: str = "", rest: str | None = None) -> Line:
    """Make a line of plain strings and styled spans; all of it is made harmless and one line."""
    spans = tuple((part, Style.PLAIN) if isinstance(part, str) else part for part in parts)
    return Line(spans=spans, first=first, rest=first if rest is None else rest)


def wrap(lines: Iterable[Line], width: int | None) -> Iterator[list[Span]]:
    """Give the rows of `lines`, none wider than `width` cells (None: as long as they are)."""
    for each in lines:
        yield from _wrap_one(each, width)


def plain(lines: Iterable[Line], width: int | None = None) -> str:
    """Give lines as text without colour; no row ends in a space, the last in a line break."""
    return "".join("".join(text for text, _ in row).rstrip() + "\n" for row in wrap(lines, width))


def pad(text: str, width: int) -> str:
    """Fill text with spaces up to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def cut(text: str, cells: int) -> tuple[str, str]:
    """Cut text after at most `cells` cells, at least one character."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cells and index:
            return text[:index], text[index:]
    return text, ""


def _wrap_one(each: Line, width: int | None) -> Iterator[list[Span]]:
    words = list(_words(each.spans))
    row: list[Span] = [(each.first, Style.FAINT)]
    used = cell_len(each.first)
    limit = max(width or 0, cell_len(each.rest) + 8)
    empty = True
    for text, style in words:
        if width is not None and used + cell_len(text.rstrip(" ")) > limit:
            if not empty:
                yield row
                row, used = [(each.rest, Style.FAINT)], cell_len(each.rest)
                text = text.lstrip(" ")  # noqa: PLW2901
            while used + cell_len(text.rstrip(" ")) > limit:
                head, text = cut(text, limit - used)  # noqa: PLW2901
                yield [*row, (head, style)]
                row, used = [(each.rest, Style.FAINT)], cell_len(each.rest)
        row.append((text, style))
        used += cell_len(text)
        empty = False
    yield row


def _words(spans: Iterable[Span]) -> Iterator[Span]:
    """Split spans after spaces: a word keeps the space behind it."""
    for text, style in spans:
        if text and not text.strip(" "):
            yield text, style
            continue
        safe = _safe(text)
        start = 0
        while start < len(safe):
            end = safe.find(" ", start)
            end = len(safe) if end < 0 else end + 1
            yield safe[start:end], style
            start = end


def _safe(text: str) -> str:
    lead = text[: len(text) - len(text.lstrip(" "))]
    trail = text[len(text.rstrip(" ")) :]
    return lead + one_line(text) + trail
