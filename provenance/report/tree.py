"""Citation trees as lines, in the manner of cargo tree: every node opened once, `(*)` where it is met again."""

from collections import deque
from collections.abc import Generator, Iterator, Sequence

from provenance.dates import Date
from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.model import Change, Stance
from provenance.report.lines import Line, Span, Style, line
from provenance.trace.answer import OriginKind, Row
from provenance.trace.support import why_it_ends
from provenance.value import value
from provenance.wording.names import WHY, id_of, name_of

_CELLS_A_LEVEL = 4
_ROOM_FOR_A_LABEL = 32


@value
class Guides:
    """The strokes and signs a tree is drawn with."""

    branch: str = "├── "
    last: str = "└── "
    down: str = "│   "
    none: str = "    "
    origin: str = "●"
    loop: str = "↻"


UNICODE = Guides()
ASCII = Guides(branch="|-- ", last="`-- ", down="|   ", origin="o", loop="[loop]")


@value
class View:
    """How a tree is shown: its strokes, the width it may take, the claim it is traced for (None: any).

    `pruned` are the records that were left out of it.
    """

    guides: Guides = UNICODE
    width: int = 100
    claim: str | None = None
    as_of: Date | None = None
    down: bool = False
    pruned: tuple[str, ...] = ()


def tree_lines(graph: CitationGraph, rows: Sequence[Row], view: View) -> Iterator[Line]:
    """Draw a tree; where it grows too deep for the width it goes on below, at the margin. Ends with its legend."""
    if not rows:
        yield line("Nothing to show: no report says it, or all that do are left out.")
        return
    ends = _ends(rows)
    waiting = deque([(0, len(rows))])
    while waiting:
        start, end = waiting.popleft()
        if start:
            yield line()
            yield line(("continued: ", Style.FAINT), (rows[start].node.id, Style.FAINT))
        cut = yield from _part(graph, rows, ends, range(start, end), view)
        waiting.extend((index, ends[index]) for index in cut)
    yield from _legend(rows, view)


def _part(
    graph: CitationGraph, rows: Sequence[Row], ends: Sequence[int], part: range, view: View
) -> Generator[Line, None, list[int]]:
    """Draw a part of the rows as deep as the width allows; give the rows whose citations are left to draw."""
    deepest = max(2, (view.width - _ROOM_FOR_A_LABEL) // _CELLS_A_LEVEL)
    base = rows[part.start].depth
    left: list[int] = []
    open_levels: list[bool] = []
    index = part.start
    while index < part.stop:
        row = rows[index]
        depth = row.depth - base
        more = ends[index] < len(rows) and rows[ends[index]].depth == row.depth
        del open_levels[max(depth - 1, 0) :]
        strokes = _strokes(view.guides, open_levels, more=more) if depth else ("", view.guides.none)
        if depth:
            open_levels.append(more)
        cut = depth == deepest and ends[index] > index + 1
        yield _row_line(graph, row, view, strokes, cut=cut)
        if cut:
            left.append(index)
        index = ends[index] if cut else index + 1
    return left


def _ends(rows: Sequence[Row]) -> list[int]:
    """Give for each row the index of the first row behind it that does not hang on it."""
    ends = [len(rows)] * len(rows)
    open_rows: list[int] = []
    for index, row in enumerate(rows):
        while open_rows and rows[open_rows[-1]].depth >= row.depth:
            ends[open_rows.pop()] = index
        open_rows.append(index)
    return ends


def _strokes(guides: Guides, open_levels: Sequence[bool], *, more: bool) -> tuple[str, str]:
    """Give what stands before a row, and before the rows it wraps to."""
    above = "".join(guides.down if level else guides.none for level in open_levels)
    own, under = (guides.branch, guides.down) if more else (guides.last, guides.none)
    return above + own, above + under + guides.none


def _row_line(graph: CitationGraph, row: Row, view: View, strokes: tuple[str, str], *, cut: bool) -> Line:
    spans = list(_label(graph, row, view))
    if cut:
        spans.append((f" … continued below: {row.node.id}", Style.FAINT))
    return line(*spans, first=strokes[0], rest=strokes[1])


def _label(graph: CitationGraph, row: Row, view: View) -> Iterator[Span]:
    node = row.node
    report = graph.report(node)
    change = report.fell_by(view.as_of) if report else None
    name = name_of(graph, node)
    yield name, Style.STRUCK if change else Style.STRONG
    if id_of(node) not in ("", name):
        yield f" {node.id}", Style.PLAIN
    yield from _whom_it_speaks_for(graph, node)
    if report is not None:
        yield f" {report.published.text if report.published else 'undated'}", Style.FAINT
        for happened, date in report.changes_by(view.as_of):
            yield f" {happened.upper()} {date.text}", Style.BAD if happened is not Change.CORRECTED else Style.WARN
    yield from _what_it_says(graph, node, view)
    if row.edge is not None:
        yield from _what_the_edge_is(row.edge, view)
    yield from _how_it_goes_on(graph, row, view)


def _what_it_says(graph: CitationGraph, node: Node, view: View) -> Iterator[Span]:
    said = graph.statement(node)
    if said is None:
        return
    if said.claim != view.claim:
        yield f" says {said.claim}", Style.WARN if view.claim else Style.PLAIN
    if said.stance is not Stance.SUPPORTS:
        yield f" {said.stance}", Style.WARN
    if said.certainty is not None:
        yield f", certainty {said.certainty}", Style.FAINT


def _whom_it_speaks_for(graph: CitationGraph, node: Node) -> Iterator[Span]:
    source = graph.workspace.sources[node.id] if node.kind is NodeKind.SOURCE else None
    if source is not None and source.party is not None:
        yield f" for {graph.workspace.parties[source.party].name}", Style.FAINT


def _what_the_edge_is(edge: Edge, view: View) -> Iterator[Span]:
    """Say how the citation above the row is made: of what the row shows, or with --down by it."""
    if edge.citation.mode is not None:
        yield f" ({edge.citation.mode})", Style.FAINT
    if edge.not_said:
        yield f" {'cites it for what it does not say' if view.down else 'which does not say it'}", Style.WARN
    if edge.choice is not None:
        yield f" – {'may rest on it or on another' if view.down else 'one of several it may rest on'}", Style.WARN
    if edge.optional:
        yield " – attribution unclear", Style.WARN


def _how_it_goes_on(graph: CitationGraph, row: Row, view: View) -> Iterator[Span]:
    if row.node not in graph or not any(graph.cites(row.node)):  # a report that says nothing is in no claim's graph
        kind = why_it_ends(graph, row.node)
        style = Style.WARN if kind.may_be_nothing or kind is OriginKind.UNATTRIBUTED else Style.ORIGIN
        yield f" {view.guides.origin} origin: {WHY[kind]}", style
    if row.loop:
        yield f" {view.guides.loop} loop: back to where it came from", Style.BAD
    elif row.seen:
        yield " (*)", Style.FAINT
    if row.hidden:
        what = "more who cite it" if view.down else "more it cites"
        yield f" … {row.hidden} {what}", Style.FAINT


def _legend(rows: Sequence[Row], view: View) -> Iterator[Line]:
    notes = []
    if any(row.seen and not row.loop for row in rows):
        notes.append("(*) shown in full further up")
    if any(row.loop for row in rows):
        notes.append(f"{view.guides.loop} a loop: not followed again")
    if any(row.hidden for row in rows):
        notes.append("… left out by --depth")
    if view.pruned:
        notes.append(f"left out by --prune, with what hangs on them alone: {', '.join(view.pruned)}")
    if notes:
        yield line()
        yield line((" · ".join(notes), Style.FAINT))
