"""An article with what was found in it marked, for eyes: signs say what colour repeats."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from provenance.article import Article
from provenance.attribution import Attribution, Found
from provenance.report.lines import Line, Span, Style, line, pad, wrap
from provenance.wording.numbers import plural

LEGEND = "[source]  {cue}  ‹content›  – each with the number of its attribution"  # noqa: RUF001 - the marks themselves
_MARKS = (("source", "[", "]", Style.HEADING), ("cue", "{", "}", Style.WARN), ("content", "‹", "›", Style.ORIGIN))  # noqa: RUF001 - the marks themselves
_GAP = " │ "


def article_lines(article: Article, found: Found) -> Iterator[Line]:
    """Give the article paragraph by paragraph, its attributions marked and numbered, and what else was found below."""
    yield line((article.title or article.file, Style.STRONG))
    yield line((LEGEND, Style.FAINT))
    for start, end in article.paragraphs:
        yield line("")
        yield Line(spans=tuple(marked(article.text, found.attributions, (start, end))))
    yield line("")
    yield line(
        f"{plural(len(found.attributions), 'attribution')} found; no attribution found in "
        f"{plural(len(found.unattributed), 'sentence')}"
    )
    for conflict in found.conflicts:
        yield line(("it disagrees with itself: ", Style.WARN), conflict.words, rest="  ")


def attribution_line(article: Article, found: Attribution, number: int) -> Line:
    """Say in one line what an attribution is taken for."""
    source = article.text[slice(*found.source)] if found.source else "nobody named"
    entity = f" = {found.entity}" if found.entity and found.entity != source else ""
    marks = (f" {word}" for word, there in (("hedged", found.hedge), ("nested", found.nested)) if there)
    return line(
        (f"{number}. ", Style.STRONG),
        (source, Style.HEADING),
        f"{entity} ({found.class_}) {found.polarity}{''.join(marks)}; {found.confidence} confidence, {found.rule}",
        rest="   ",
    )


def marked(text: str, attributions: Sequence[Attribution], within: tuple[int, int], first: int = 1) -> Iterator[Span]:
    """Give a stretch of text with the signs of the spans that begin and end in it, numbered from `first`."""
    start, end = within
    signs: list[tuple[int, int, int, str]] = []
    styles: list[tuple[int, int, Style]] = []
    for number, attribution in enumerate(attributions, first):
        for role, opening, closing, style in _MARKS:
            for begin, stop in _spans(attribution, role):
                if begin < end and start < stop:
                    left, right = max(begin, start), min(stop, end)
                    signs.append((left, 1, -right, f"{opening}{number} " if role == "source" else opening))
                    signs.append((right, 0, -left, f"{closing}{'' if role == 'source' else _small(number)}"))
                    styles.append((left, right, style))
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for place, opens, _, sign in sorted(signs):
        at = opened if opens else closed
        at[place] = at.get(place, "") + sign
    cuts = sorted({start, end, *opened, *closed})
    for place, after in pairwise(cuts):
        yield (f"{opened.get(place, '')}{text[place:after]}{closed.get(after, '')}", _style(styles, place))


def fits_beside(width: int) -> bool:
    """Tell whether two views have room side by side."""
    return width >= 2 * 50 + len(_GAP)


def beside(left: Iterable[Line], right: Iterable[Line], width: int) -> Iterator[Line]:
    """Set two views side by side."""
    half = (width - len(_GAP)) // 2
    rows, others = list(wrap(left, half)), list(wrap(right, width - half - len(_GAP)))
    for number in range(max(len(rows), len(others))):
        first = _stripped(rows[number]) if number < len(rows) else []
        used = sum(cell_len(text) for text, _ in first)
        second = _stripped(others[number]) if number < len(others) else []
        yield Line(spans=(*first, (pad("", half - used) + _GAP, Style.FAINT), *second))


def _stripped(row: Sequence[Span]) -> list[Span]:
    """Take the blanks from the end of a row."""
    return [*row[:-1], (row[-1][0].rstrip(), row[-1][1])] if row else []


def _spans(found: Attribution, role: str) -> tuple[tuple[int, int], ...]:
    if role == "content":
        return found.content
    span = found.source if role == "source" else found.cue
    return (span,) if span else ()


def _style(styles: Iterable[tuple[int, int, Style]], place: int) -> Style:
    """Give the style of the innermost span."""
    over = [(last - first, style) for first, last, style in styles if first <= place < last]
    return min(over)[1] if over else Style.PLAIN


def _small(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
