r"""Markdown (CommonMark with GitHub's tables and task lists): a report on claims, with their graph as a Mermaid chart.

The sentences are those of the terminal. Every text from the records is plain text: what Markdown, GitHub, GitLab or
Obsidian could take for more (links, tags, formulas, comments, HTML) stands behind a backslash. A pipe, which would end
a cell, is written `&#124;`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from provenance.export import Output, mermaid
from provenance.export.figure import Export
from provenance.export.references import Reference, references_of
from provenance.export.words import left_out_words, sound_address
from provenance.graph import CitationGraph
from provenance.safe import one_line
from provenance.trace.answer import GapKind, Origin, Trace
from provenance.trace.timeline import Event, Moment, Timeline, timeline
from provenance.wording.change import change_words, standing_words, status_step
from provenance.wording.deciding import deciding_sentence
from provenance.wording.events import CLOCKS, THROUGHOUT, end_words, told
from provenance.wording.findings import finding_words
from provenance.wording.gaps import gap_sentences, open_gaps
from provenance.wording.names import count_words
from provenance.wording.numbers import plural
from provenance.wording.origins import say_origin
from provenance.wording.ratings import RATINGS, rating_sentences
from provenance.wording.responses import response_sentences
from provenance.wording.verdict import not_established, reports_words, status_words

_ACTING = re.compile(
    r"[\\`*_{}\[\]<>#&~$^@]"  # code, emphasis, links, HTML, tags, entities, struck text, formulas, mentions
    r"|[%=](?=[%=])|(?<=[%=])[%=]"  # Obsidian's comments and marked text
    r"|:(?! )|(?<=www)\.",  # addresses, emoji by name
    re.IGNORECASE,
)
_AMPERSAND = r"\&"  # or what follows it may be an entity
_BEGINS = re.compile(r"^(?:(?=[-+=])|[0-9]{1,9}(?=[.)]))")  # a list, or what underlines a heading


def render(export: Export) -> tuple[Output, ...]:
    """Write a report on the claims of an export: of several, the graph of all and then a part for each."""
    alone = len(export.answers) == 1
    head = [] if alone else [f"# {plural(len(export.answers), 'claim')}", *_of_all(export)]
    parts = [block for answer in export.answers for block in _claim(export, answer, "#" if alone else "##")]
    return (Output("", "\n\n".join([*head, *parts, *_reports(export)]) + "\n"),)


def plain(text: str) -> str:
    """Give text on one line so that Markdown reads it as nothing but text."""
    return _BEGINS.sub(r"\g<0>\\", _ACTING.sub(r"\\\g<0>", one_line(text))).replace("|", "&#124;")


def _of_all(export: Export) -> Iterator[str]:
    """Give what is of all claims together: the graph, and what is left out of it."""
    left_out = left_out_words(export.figure)
    if left_out:
        yield f"*{plain(left_out)}*"
    if export.figure.nodes:
        yield f"```mermaid\n{mermaid.render(export.figure)[0].text}```"


def _claim(export: Export, answer: Trace, level: str) -> Iterator[str]:
    graph = export.tracer.graph
    as_of = f" · as of {plain(answer.as_of.text)}" if answer.as_of else ""
    counts = f"{count_words(answer.origin_count)} · {reports_words(answer)}"
    yield f"{level} {plain(answer.text)}"
    yield f"{plain(answer.claim)}{as_of}"
    yield f"**{answer.status.upper()}** · {plain(counts)}"
    yield plain(status_words(answer))
    if answer.origin_count.decided_by:
        yield plain(deciding_sentence(graph, answer))
    yield plain(not_established(graph, answer))
    if level == "#":
        yield from _of_all(export)
    yield from _part(f"{level}# Origins", _origins(graph, answer.origins))
    yield from _part(f"{level}# Gaps, worst first", _kinds(gap_sentences(answer.gaps), "- [ ]"))
    yield from _part(f"{level}# Findings", _kinds((found.kind, finding_words(found)) for found in answer.findings))
    yield from _part(f"{level}# Responses", _bullets(response_sentences(graph, answer.responses)))
    ratings = rating_sentences(graph, answer.claim, (row.node for row in answer.tree))
    yield from _part(f"{level}# {RATINGS}", _bullets(ratings))
    yield from _timeline(graph, timeline(export.tracer, answer.claim, until=answer.as_of), level)


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Give a heading and what stands under it; nothing where that is nothing."""
    text = "\n".join(lines)
    if text:
        yield heading
        yield text


def _bullets(sentences: Iterable[str]) -> Iterator[str]:
    return (f"- {plain(sentence)}" for sentence in sentences)


def _kinds(said: Iterable[tuple[str, str]], mark: str = "-") -> Iterator[str]:
    return (f"{mark} **{kind}**: {plain(words)}" for kind, words in said)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Give a table of cells that are Markdown already."""
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _origins(graph: CitationGraph, origins: Sequence[Origin]) -> Iterable[str]:
    said = [(origin.group, say_origin(graph, origin)) for origin in origins]
    rows = [(str(group), plain(one.name), plain(one.why), plain(one.reached_by)) for group, one in said]
    return _table(("group", "origin", "why it ends here", "reached by"), rows) if rows else ()


def _reports(export: Export) -> Iterator[str]:
    rows = [_report(reference) for reference in references_of(export)]
    if rows:
        columns = ("date", "outlet", "title", "report", "archived copy", "since then")
        yield from _part("## Reports", _table(columns, rows))


def _report(reference: Reference) -> Sequence[str]:
    report = reference.report
    changes = "; ".join(f"{change} {date.text}" for change, date in reference.changes)
    return (
        plain(report.published.text) if report.published else "undated",
        plain(reference.outlet.name),
        _link(report.title or report.url or "", report.url),
        plain(report.id),
        _link(report.archived or "", report.archived),
        plain(changes),
    )


def _link(text: str, url: str | None) -> str:
    """Give text as a link where its address is sound, else both as they are."""
    address = sound_address(url)
    if address and text:
        return f"[{plain(text)}](<{address.replace('&', _AMPERSAND)}>)"
    return plain(text if url is None or url == text else f"{text} ({url})")


def _timeline(graph: CitationGraph, course: Timeline, level: str) -> Iterator[str]:
    first = list(_events(graph, course.throughout, course))
    yield f"{level}# Timeline {CLOCKS[course.clock]}"
    yield plain(f"{THROUGHOUT[course.clock]}." if first else "Before the first date")
    start = (course.start.verdict.status.upper(), standing_words(course.start, supporting=True))
    yield "\n".join([*first, f"- {plain(' · '.join(start))}", *_gaps("open", course.gaps)])
    yield from _part(f"{level}## Dated", (line for moment in course.moments for line in _moment(graph, moment, course)))
    yield plain(end_words(course))


def _moment(graph: CitationGraph, moment: Moment, course: Timeline) -> Iterator[str]:
    yield from _events(graph, moment.events, course)
    yield f"  - {plain(_change(moment))}"
    yield from (f"  {line}" for line in _gaps("opened", moment.opened))
    yield from (f"  {line}" for line in _gaps("closed", moment.closed))


def _change(moment: Moment) -> str:
    return f"{''.join(status_step(moment.before, moment.after))} · {change_words(moment.before, moment.after)}"


def _events(graph: CitationGraph, events: Sequence[Event], course: Timeline) -> Iterator[str]:
    return (f"- {plain(each.sentence)}" for each in told(graph, events, course.clock))


def _gaps(what: str, gaps: Iterable[tuple[GapKind, str]]) -> Iterator[str]:
    return (f"- {what} **{kind}**: {plain(subjects)}" for kind, subjects in open_gaps(gaps))
