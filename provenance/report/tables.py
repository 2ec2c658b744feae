"""Tables as lines: columns as wide as they need, the last one wrapping; stacked where the width is small."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from provenance.report.lines import Line, Span, Style, line, pad
from provenance.safe import one_line

_GAP = "  "
_LEAST_FOR_LAST = 20
_MOST_FOR_WORD = 40
"""A longer word, such as an address, is broken rather than the table."""


def table(titles: Sequence[str], rows: Sequence[Sequence[Span]], width: int | None, first: str = "") -> Iterator[Line]:
    """Lay out rows under titles. Where the columns do not fit `width` cells, each row becomes a small list."""
    cells = [[(one_line(text), style) for text, style in row] for row in rows]
    widths = [max(cell_len(title), *(cell_len(row[n][0]) for row in cells), 0) for n, title in enumerate(titles)]
    before_last = cell_len(first) + sum(widths[:-1]) + len(_GAP) * (len(titles) - 1)
    words = [cell_len(word) for row in cells for word in row[-1][0].split()]
    least = max(_LEAST_FOR_LAST, min(max(words, default=0), _MOST_FOR_WORD))
    if width is not None and before_last + min(widths[-1], least) > width:
        yield from _stacked(titles, cells, first)
        return
    heads = [(title, Style.FAINT) for title in titles]
    yield from (_row(row, widths, first, before_last) for row in [heads, *cells])


def _row(cells: Sequence[Span], widths: Sequence[int], first: str, before_last: int) -> Line:
    spans: list[Span] = []
    for (text, style), width in zip(cells[:-1], widths[:-1], strict=True):
        spans += [(text, style), (pad("", width - cell_len(text)) + _GAP, Style.PLAIN)]
    return line(*spans, cells[-1], first=first, rest=" " * before_last)


def _stacked(titles: Sequence[str], rows: Sequence[Sequence[Span]], first: str) -> Iterator[Line]:
    for row in rows:
        yield line(row[0], first=first, rest=first + "    ")
        for title, (text, style) in zip(titles[1:], row[1:], strict=True):
            if text:
                yield line((f"{title}: ", Style.FAINT), (text, style), first=first + "  ", rest=first + "    ")
