"""Citation trees as lines, in the manner of cargo tree: every node opened once, `(*)` where it is met again."""

from collections import deque
from collections.abc import Generator, Iterator, Sequence

from provenance.dates import Date
from provenance.graph import CitationGraph, Edge, Node, NodeKind
from provenance.model import Change, Stance
from provenance.report.lines import Line, Span, Style, line
from provenance.report.names import WHY, id_of, name_of
from provenance.trace.answer import OriginKind, Row
from provenance.trace.support import why_it_ends
from provenance.value import value

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
    """How a tree is shown: its strokes, the width it may take, the claim it is traced for (None: any)."""

    guides: Guides = UNICODE
    width: int = 100
    claim: str | None = None
    as_of: Date | None = None
    down: bool = False


def tree_lines(graph: CitationGraph, rows: Sequence[Row], view: View) -> Iterator[Line]:
    """Draw a tree; where it grows too deep for the width it goes on below, at the margin. Ends with its legend."""
    deepest = max(2, (view.width - _ROOM_FOR_A_LABEL) // _CELLS_A_LEVEL)
    waiting = deque([(0, len(rows))])
    continued = False
    while waiting:
        start, end = waiting.popleft()
        if continued:
            yield line()
            yield line(("continued: ", Style.FAINT), (rows[start].node.id, Style.FAINT))
        cut = yield from _part(graph, rows[start:end], view, deepest)
        waiting.extend((start + first, start + last) for first, last in cut)
        continued = True
    yield from _legend(rows, view)


def _part(
    graph: CitationGraph, rows: Sequence[Row], view: View, deepest: int
) -> Generator[Line, None, list[tuple[int, int]]]:
    """Draw rows down to `deepest` levels; give the stretches that are left to draw."""
    left: list[tuple[int, int]] = []
    if not rows:
        return left
    base = rows[0].depth
    has_next = _siblings_below(rows)
    open_levels: list[bool] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        depth = row.depth - base
        del open_levels[max(depth - 1, 0) :]
        strokes = _strokes(view.guides, open_levels, more=has_next[index]) if depth else ("", view.guides.none)
        if depth:
            open_levels.append(has_next[index])
        end = _end_of(rows, index) if depth == deepest else index + 1
        yield _row_line(graph, row, view, strokes, cut=end > index + 1)
        if end > index + 1:
            left.append((index, end))
        index = end
    return left


def _strokes(guides: Guides, open_levels: Sequence[bool], *, more: bool) -> tuple[str, str]:
    """Give what stands before a row, and before the rows it wraps to."""
    above = "".join(guides.down if level else guides.none for level in open_levels)
    own, under = (guides.branch, guides.down) if more else (guides.last, guides.none)
    return above + own, above + under + guides.none


def _siblings_below(rows: Sequence[Row]) -> list[bool]:
    """Tell for each row whether another one of its parent follows; one pass from the end."""
    following: dict[int, bool] = {}
    found = [False] * len(rows)
    last_depth = -1
    for index in range(len(rows) - 1, -1, -1):
        depth = rows[index].depth
        if depth < last_depth:
            for deeper in range(depth + 1, last_depth + 1):
                following.pop(deeper, None)
        found[index] = following.get(depth, False)
        following[depth] = True
        last_depth = depth
    return found


def _end_of(rows: Sequence[Row], index: int) -> int:
    end = index + 1
    while end < len(rows) and rows[end].depth > rows[index].depth:
        end += 1
    return end


def _row_line(graph: CitationGraph, row: Row, view: View, strokes: tuple[str, str], *, cut: bool) -> Line:
    spans = list(_label(graph, row, view))
    if cut:
        spans.append((f" … continued below: {row.node.id}", Style.FAINT))
    return line(*spans, first=strokes[0], rest=strokes[1])


def _label(graph: CitationGraph, row: Row, view: View) -> Iterator[Span]:
    node = row.node
    report = graph.report(node)
    change = report.fell_by(view.as_of) if report else None
    yield name_of(graph, node), Style.STRUCK if change else Style.STRONG
    if id_of(node):
        yield f" {node.id}", Style.PLAIN
    if report is not None:
        yield f" {report.published.text if report.published else 'undated'}", Style.FAINT
        for happened, date in report.changes_by(view.as_of):
            yield f" {happened.upper()} {date.text}", Style.BAD if happened is not Change.CORRECTED else Style.WARN
    yield from _what_it_says(graph, node, view)
    if row.edge is not None:
        yield from _what_the_edge_is(graph, row.edge)
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
        yield f" as {said.certainty}", Style.FAINT


def _what_the_edge_is(graph: CitationGraph, edge: Edge) -> Iterator[Span]:
    if edge.citation.mode is not None:
        yield f" ({edge.citation.mode})", Style.FAINT
    if edge.not_said:
        yield " which does not say it", Style.WARN
    if edge.choice is not None:
        yield " – one of several it may rest on", Style.WARN
    if edge.optional:
        yield " – attribution unclear", Style.WARN
    if edge.cited.kind is NodeKind.SOURCE:
        source = graph.workspace.sources[edge.cited.id]
        if source.party is not None:
            yield f" for {graph.workspace.parties[source.party].name}", Style.FAINT


def _how_it_goes_on(graph: CitationGraph, row: Row, view: View) -> Iterator[Span]:
    if not any(graph.cites(row.node)):
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
    if notes:
        yield line()
        yield line((" · ".join(notes), Style.FAINT))
