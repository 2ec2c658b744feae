"""The answer to `provenance trace` as lines: verdict, tree, origins, responses, findings, gaps, what is open."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.graph import CitationGraph
from provenance.report.lines import Line, Style, line
from provenance.report.tree import View, tree_lines
from provenance.trace.answer import Doubt, Origin, Row, Status, Trace
from provenance.wording.deciding import deciding_sentence
from provenance.wording.findings import finding_words
from provenance.wording.gaps import gap_sentences
from provenance.wording.names import count_words
from provenance.wording.origins import say_origin
from provenance.wording.ratings import RATINGS, rating_sentences
from provenance.wording.responses import response_sentences
from provenance.wording.verdict import not_established, reports_words, status_words

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
        yield from _heading(RATINGS)
        yield from _bullets(ratings)
    if answer.gaps:
        yield from _heading("Gaps, worst first")
        yield from (_bullet(kind, words) for kind, words in gap_sentences(answer.gaps))
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
    said = say_origin(graph, origin)
    return line(
        (f"{origin.group} ", Style.FAINT),
        (said.name, Style.STRUCK if origin.doubt is Doubt.RETRACTED else Style.STRONG),
        f" – {said.why}",
        (f"; reached by {said.reached_by}" if said.reached_by else "", Style.FAINT),
        first="  ",
        rest="    ",
    )
