"""The plate above a drawing, which says what is drawn, and the legend below it, which says how."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from provenance.export.drawing.boxes import NOT_EXACT
from provenance.export.drawing.markup import curve, head, number, octagon, rectangle, text
from provenance.export.drawing.placed import Layout
from provenance.export.drawing.text_width import BOLD, broken, width_of
from provenance.export.drawing.time_axis import UNDATED, date_of, is_exact
from provenance.export.figure import Figure, FigureClaim
from provenance.export.words import claim_words, fell, in_doubt, status_words
from provenance.graph import NodeKind
from provenance.safe import one_line
from provenance.wording.numbers import plural

MARGIN = 24.0
_CLAIM_SIZE, _CLAIM_ROW = 17.0, 22.0
_SIZE, _ROW = 12.0, 18.0
_MOST_CLAIMS = 8
_SAMPLE, _ENTRY = 46.0, 28.0


class Piece(NamedTuple):
    """A piece of markup as wide as the drawing, from 0 to its height."""

    markup: str
    height: float


def title_plate(figure: Figure, width: float) -> Piece:
    """Say which claim this is, its status and date; of several claims each, as far as there is room."""
    many = len(figure.claims) > 1
    title = f"{len(figure.claims)} claims in one graph" if many else claim_words(figure)
    rows = broken(title, (width - 2 * MARGIN) / BOLD, _CLAIM_SIZE)
    parts = [text(rows, MARGIN, MARGIN + _CLAIM_SIZE, _CLAIM_ROW, "claim")] if rows else []
    y = MARGIN + _CLAIM_SIZE + _CLAIM_ROW * len(rows)
    for said in _said(figure):
        rows = broken(said, width - 2 * MARGIN, _SIZE)
        parts.append(text(rows, MARGIN, y, _ROW, "left"))
        y += _ROW * len(rows)
    return Piece(f'<g class="plate">{"".join(parts)}</g>', y)


def _said(figure: Figure) -> Iterable[str]:
    """Give what the plate says below its title."""
    if len(figure.claims) == 1:
        yield f"{status_words(figure)} · {_count(figure.claims[0])}"
        yield _period(figure)
        return
    for claim in figure.claims[:_MOST_CLAIMS]:
        one = replace(figure, claims=(claim,), as_of=None, left_out=None)
        yield f"{claim_words(one)} ({status_words(one)}; {_count(claim)})"
    if len(figure.claims) > _MOST_CLAIMS:
        yield f"and {plural(len(figure.claims) - _MOST_CLAIMS, 'more claim')}"
    yield _period(figure)
    for said in (f"as of {figure.as_of}" if figure.as_of else "", figure.left_out or ""):
        yield from [said] if said else []


def _period(figure: Figure) -> str:
    """Say from when to when the reports of a figure are, by their dates as written, and how many have none."""
    reports = [node for node in figure.nodes if node.kind in {NodeKind.STATEMENT, NodeKind.REPORT}]
    if not reports:
        return "drawn: no reports"
    dated = {node.id: date for node in reports if (date := date_of(node)) is not None}
    exact = [dated[node.id] for node in reports if node.id in dated and is_exact(node)] or [*dated.values()]
    first = min(exact, key=lambda date: (-inf if date.earliest is None else date.earliest, date.text), default=None)
    last = max(exact, key=lambda date: (inf if date.latest is None else date.latest, date.text), default=None)
    ends = dict.fromkeys(one_line(date.text) for date in (first, last) if date)
    vague = sum(not is_exact(node) for node in reports)
    said = (
        f"drawn: {plural(len(reports), 'report')}",
        " to ".join(ends),
        f"{vague} dated not to the day" if vague else "",
        f"{len(reports) - len(dated)} without a date" if len(reports) > len(dated) else "",
    )
    return ", ".join(part for part in said if part)


def _count(claim: FigureClaim) -> str:
    least, most = claim.origins_min, claim.origins_max
    if least != most:
        return f"{least} to {most} origins"
    return "1 origin" if most == 1 else f"{most} origins"


def legend(figure: Figure, layout: Layout, width: float) -> Piece:
    """Say what shapes and strokes mean, of those that this drawing has."""
    x, y = MARGIN, MARGIN / 2
    parts = []
    for sample, words in _entries(figure, layout):
        needed = _SAMPLE + width_of(words, _SIZE) + MARGIN
        if x > MARGIN and x + needed > width:
            x, y = MARGIN, y + _ENTRY
        parts.append(f'<g transform="translate({number(x)} {number(y)})">{sample}</g>')
        parts.append(text([words], x + _SAMPLE, y + 15, _ROW, "left"))
        x += needed
    for said in _NOTES:
        rows = broken(said, width - 2 * MARGIN, _SIZE)
        y += _ENTRY if said is _NOTES[0] else 0
        parts.append(text(rows, MARGIN, y + 15, _ROW, "left"))
        y += _ROW * len(rows)
    return Piece(f'<g class="legend">{"".join(parts)}</g>', y + MARGIN)


_NOTES = (
    "Time runs down; a source, party or outlet stands above the first report that cites it.",
    "Drawn is who rests on whom, as recorded: not whether the claim is true.",
)


def _entries(figure: Figure, layout: Layout) -> Iterable[tuple[str, str]]:
    kinds = {node.kind for node in figure.nodes}
    edges = figure.edges
    box = (0.0, 2.0, 34.0, 18.0)
    found: Sequence[tuple[bool, str, str]] = (
        (bool(kinds & {NodeKind.STATEMENT, NodeKind.REPORT}), _node(rectangle(*box, "box", 3)), "report"),
        (NodeKind.SOURCE in kinds, _node(rectangle(*box, "box", 9)), "source"),
        (NodeKind.PARTY in kinds, _node(octagon(*box, "box")), "party"),
        (
            NodeKind.OUTLET in kinds,
            _node(rectangle(*box, "box") + '<path class="line" d="M5 2V20M29 2V20"/>'),
            "outlet, its report not located",
        ),
        (
            any(node.origin for node in figure.nodes),
            _node(rectangle(*box, "box") + rectangle(4, 6, 26, 10, "ring"), "origin"),
            "origin: the citations end here",
        ),
        (
            any(fell(node) for node in figure.nodes),
            _node(rectangle(*box, "box", 3) + text(["abc"], 17, 15, _ROW, "title"), "fallen"),
            "retracted or withdrawn",
        ),
        (bool(edges), _line(""), "cites: the arrow points at the cited"),
        (
            any(edge.hardens or edge.changes for edge in edges),
            _line("drift"),
            "drift: hardens or changes the cited",
        ),
        (any(edge.loop for edge in layout.edges), _line("loop"), "citations in a loop"),
        (any(in_doubt(edge) for edge in edges), _line("doubt"), "citation in doubt"),
        (any(edge.not_said for edge in edges), _line("not-said"), "not in the cited report"),
        (
            any(line.text.startswith(NOT_EXACT) for node in layout.nodes for line in node.lines if line.role == "date"),
            text([NOT_EXACT.strip()], 17, 16, _ROW, "name"),
            "not to the day: drawn at its earliest",
        ),
        (
            any(tick.label == UNDATED for tick in layout.ticks),
            rectangle(*box, "band undated"),
            "no date recorded",
        ),
    )
    return ((sample, words) for there, sample, words in found if there)


def _node(shape: str, kind: str = "") -> str:
    return f'<g class="{f"node {kind}".strip()}">{shape}</g>'


def _line(kind: str) -> str:
    points = ((30.0, 0.0), (4.0, 22.0))
    core = f'<path class="core" d="{curve(points)}"/>' if kind == "loop" else ""
    return (
        f'<g class="{f"edge {kind}".strip()}"><path class="line" d="{curve(points)}"/>{core}'
        f'<path class="head" d="{head(points)}"/></g>'
    )
