"""The answer to `provenance trace` as lines: verdict, tree, origins, responses, findings, gaps, what is open."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import CitationGraph
from provenance.report.lines import Line, Style, line
from provenance.report.tree import View, tree_lines
from provenance.trace.answer import Doubt, Gap, GapKind, Origin, Row, Status, Trace
from provenance.wording.deciding import deciding_sentence
from provenance.wording.findings import finding_words
from provenance.wording.names import count_words, id_of, id_words, name_of, origin_words
from provenance.wording.numbers import plural
from provenance.wording.ratings import rating_sentences
from provenance.wording.responses import response_sentences
from provenance.wording.verdict import not_established, reports_words, status_words

_MANY = 4
_SUMMED = (GapKind.UNDATED, GapKind.UNARCHIVED, GapKind.UNREAD_ORIGINAL)

_STYLES = {
    Status.CONFIRMED: Style.ORIGIN,
    Status.DENIED: Style.BAD,
    Status.RETRACTED: Style.BAD,
    Status.CIRCULAR: Style.BAD,
    Status.CONTESTED: Style.BAD,
}


def trace_lines(graph: CitationGraph, answer: Trace, rows: Sequence[Row], view: View) -> Iterator[Line]:
    """Lay out the whole answer; `rows` is the tree to show, which may be cut or turned round."""
    yield from _verdict(graph, answer)
    if rows:
        yield from _heading("Who spread it" if view.down else "Who rests on whom")
        yield from tree_lines(graph, rows, view)
    if answer.origins:
        yield from _heading("Origins")
        for origin in answer.origins:
            yield _origin(graph, origin)
    if answer.responses:
        yield from _heading("Responses")
        yield from _bullets(response_sentences(graph, answer.responses))
    if answer.findings:
        yield from _heading("Findings")
        for finding in answer.findings:
            yield _bullet(finding.kind, finding_words(finding))
    ratings = list(rating_sentences(graph, answer.claim, (row.node for row in answer.tree)))
    if ratings:
        yield from _heading("Ratings on record, by people; none of this answer is computed from them")
        yield from _bullets(ratings)
    if answer.gaps:
        yield from _heading("Gaps, worst first")
        yield from _gaps(answer.gaps)
    yield line()
    yield line(not_established(graph, answer))


def _verdict(graph: CitationGraph, answer: Trace) -> Iterator[Line]:
    yield line((answer.text, Style.STRONG))
    as_of = f" · as of {answer.as_of.text}" if answer.as_of else ""
    yield line((f"{answer.claim}{as_of}", Style.FAINT))
    yield line()
    status = (answer.status.upper(), _STYLES.get(answer.status, Style.WARN))
    counts = f" · {count_words(answer.origin_count)} · {reports_words(answer)}"
    yield line(status, counts)
    yield line(status_words(answer))
    if answer.origin_count.decided_by:
        yield line(deciding_sentence(graph, answer))


def _heading(title: str) -> Iterator[Line]:
    yield line()
    yield line((title, Style.HEADING))


def _bullet(kind: str, words: str) -> Line:
    return line((f"{kind}: ", Style.WARN), words, first="  ", rest="    ")


def _bullets(sentences: Iterable[str]) -> Iterator[Line]:
    return (line(sentence, first="  ", rest="    ") for sentence in sentences)


def _origin(graph: CitationGraph, origin: Origin) -> Line:
    name = name_of(graph, origin.node)
    named = f"{name} ({origin.id})" if id_of(origin.node) and name != origin.id else name
    reached = ", ".join(origin.reached_by[:_MANY])
    if len(origin.reached_by) > _MANY:
        reached += f" and {len(origin.reached_by) - _MANY} more"
    return line(
        (f"{origin.group} ", Style.FAINT),
        (named, Style.STRUCK if origin.doubt is Doubt.RETRACTED else Style.STRONG),
        f" – {origin_words(origin.kind, origin.doubt)}",
        (f"; reached by {reached}" if reached else "", Style.FAINT),
        first="  ",
        rest="    ",
    )


def _gaps(gaps: Sequence[Gap]) -> Iterator[Line]:
    """Give each gap a line; of the small ones that many reports share, one line a kind."""
    summed: dict[GapKind, list[str]] = {}
    for gap in gaps:
        if gap.kind in _SUMMED:
            summed.setdefault(gap.kind, []).append(gap.subject)
        else:
            yield _bullet(gap.kind, f"{id_words(gap.subject)} – {gap.detail}. To close: {gap.closes}.")
    for kind, subjects in summed.items():
        shown = ", ".join(subjects[:_MANY])
        more = f" and {len(subjects) - _MANY} more" if len(subjects) > _MANY else ""
        yield _bullet(kind, f"{plural(len(subjects), 'report')}: {shown}{more}")
