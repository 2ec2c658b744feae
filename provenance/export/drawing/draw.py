"""A figure drawn as SVG markup (https://www.w3.org/TR/SVG2/), for a file of its own or inside a page.

It needs no script, no font and no other file. A page that holds the drawing may style it anew: all of it has classes.
"""

from collections.abc import Iterable

from provenance.export.drawing.boxes import LABEL_PAD, LABEL_ROW, PAD, ROW, SIZES, Line
from provenance.export.drawing.layout import TICK_SIZE, Layout, PlacedEdge, PlacedNode
from provenance.export.drawing.markup import arc, arc_head, curve, escaped, head, number, octagon, rectangle, text
from provenance.export.drawing.parts import HEADING_ROW
from provenance.export.drawing.plate import legend, title_plate
from provenance.export.drawing.style import STYLE
from provenance.export.drawing.text_width import BOLD, width_of
from provenance.export.drawing.time_axis import UNDATED
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.words import claim_words, edge_words, fell, in_doubt, status_words, web_address
from provenance.graph import NodeKind
from provenance.safe import one_line

__all__ = ["STYLE", "edge_classes", "node_classes", "svg_elements"]

_NARROWEST = 640.0
_CLASSES = {"loop": "loop-text", "fallen": "fell", "origin": "badge-text"}


def svg_elements(figure: Figure, layout: Layout, *, prefix: str = "", plate: bool = True) -> str:
    """Draw a figure as one `<svg>` element.

    Ids are those of the nodes, and e0, e1, … for the edges in their order, after `prefix`, which tells several
    drawings of one page apart. `plate` puts claim, status and date above the graph and a legend below it.
    """
    width = max(_NARROWEST, layout.width) if plate else layout.width
    above, below = (title_plate(figure, width), legend(figure, layout, width)) if plate else (None, None)
    down = above.height if above else 0.0
    height = down + layout.height + (below.height if below else 0.0)
    size = f"{number(width)} {number(height)}"
    namespace = 'xmlns="http://www.w3.org/2000/svg"'
    natural = f'width="{number(width)}" height="{number(height)}"'
    named = f'aria-labelledby="{prefix}title {prefix}desc"'
    return "\n".join(
        (
            f'<svg {namespace} class="provenance" role="img" viewBox="0 0 {size}" {natural} {named}>',
            f'<title id="{prefix}title">{escaped(_title(figure))}</title>',
            f'<desc id="{prefix}desc">{escaped(status_words(figure))}</desc>',
            f"<style>\n{STYLE}\n</style>",
            rectangle(0, 0, width, height, "ground"),
            *([above.markup] if above else []),
            f'<g class="axis"{_moved(0, down)}>',
            *_axis(layout, width),
            *(f'<path class="rule" d="M{number(PAD)} {number(y)}H{number(width - PAD)}"/>' for y in layout.rules),
            *(text(one.rows, 2 * PAD, one.y + HEADING_ROW, HEADING_ROW, "heading") for one in layout.headings),
            "</g>",
            f'<g class="graph"{_moved((width - layout.width) / 2, down)}>',
            *_edges(figure, layout, prefix),
            *_nodes(figure, layout, prefix),
            "</g>",
            *([f"<g{_moved(0, down + layout.height)}>{below.markup}</g>"] if below else []),
            "</svg>",
        )
    )


def node_classes(node: FigureNode, placed: PlacedNode) -> tuple[str, ...]:
    """Give a node's classes: its kind, then `origin`, `fallen`, `doubt`, `loop` where they are so."""
    marks = {
        "origin": node.origin is not None,
        "fallen": fell(node),
        "doubt": node.doubt is not None,
        "loop": placed.loop,
    }
    return ("node", node.kind.value, *(name for name, holds in marks.items() if holds))


def edge_classes(edge: FigureEdge, placed: PlacedEdge) -> tuple[str, ...]:
    """Give a citation's classes: `loop`, `drift`, `doubt`, `not-said` where they are so."""
    marks = {
        "loop": placed.loop,
        "drift": bool(edge.hardens or edge.changes),
        "doubt": in_doubt(edge),
        "not-said": edge.not_said,
    }
    return ("edge", *(name for name, holds in marks.items() if holds))


def _title(figure: Figure) -> str:
    """Give the claim whole, where the plate may cut it; of several claims what fits."""
    whole = one_line(figure.claims[0].text) if len(figure.claims) == 1 else ""
    return whole or claim_words(figure)


def _moved(x: float, y: float) -> str:
    return f' transform="translate({number(x)} {number(y)})"' if x or y else ""


def _axis(layout: Layout, width: float) -> Iterable[str]:
    """Draw the bands of the time axis."""
    for tick in layout.ticks:
        kind = "band undated" if tick.label == UNDATED else "band"
        shade = rectangle(PAD, tick.y, width - 2 * PAD, tick.height, kind, 6)
        yield f'<g class="time">{shade}{text([tick.label], 2 * PAD, tick.y + 12 + TICK_SIZE, 0, "tick")}</g>'


def _nodes(figure: Figure, layout: Layout, prefix: str) -> Iterable[str]:
    for node, placed in zip(figure.nodes, layout.nodes, strict=True):
        said = "\n".join(_whole(node, line) for line in placed.lines)
        yield (
            f'<g class="{" ".join(node_classes(node, placed))}" id="{prefix}{node.id}"'
            f' data-record="{escaped(one_line(node.record))}"><title>{escaped(said)}</title>'
            f"{_outline(node, placed)}{_inside(node, placed)}</g>"
        )


def _whole(node: FigureNode, line: Line) -> str:
    """Give what a line of a box says; name and title whole where the box cuts them."""
    whole = {"name": node.label, "title": node.title}.get(line.role)
    return one_line(whole or "") or line.text


def _outline(node: FigureNode, placed: PlacedNode) -> str:
    """Draw the shape of a node by its kind; that of an origin is doubled."""
    x, y, width, height = placed.x, placed.y, placed.width, placed.height
    inner = (x + 4, y + 4, width - 8, height - 8)
    match node.kind:
        case NodeKind.SOURCE:
            corner = min(22.0, height / 2)
            drawn = rectangle(x, y, width, height, "box", corner)
            ring = rectangle(*inner, "ring", corner - 4)
        case NodeKind.PARTY:
            drawn, ring = octagon(x, y, width, height, "box"), octagon(*inner, "ring")
        case NodeKind.OUTLET:
            sides = (
                f"M{number(x + 7)} {number(y)}v{number(height)}M{number(x + width - 7)} {number(y)}v{number(height)}"
            )
            drawn = f'{rectangle(x, y, width, height, "box")}<path class="line" d="{sides}"/>'
            ring = rectangle(x + 7, y + 4, width - 14, height - 8, "ring")
        case NodeKind.STATEMENT | NodeKind.REPORT:
            drawn, ring = rectangle(x, y, width, height, "box", 4), rectangle(*inner, "ring", 2)
    return drawn + ring if node.origin else drawn


def _inside(node: FigureNode, placed: PlacedNode) -> str:
    """Write what a node says, its name as a link where there is an address to follow."""
    middle, y = placed.x + placed.width / 2, placed.y + PAD + ROW - 6
    parts = []
    for line in placed.lines:
        if line.role == "origin":
            wide = max(width_of(row.rstrip(" "), SIZES["origin"]) for row in line.rows) * BOLD + 10
            parts.append(rectangle(middle - wide / 2, y - ROW + 4, wide, ROW * len(line.rows), "badge", 3))
        words = text(line.rows, middle, y, ROW, _CLASSES.get(line.role, line.role))
        url = web_address(node) if line.role == "name" else None
        parts.append(
            f'<a href="{escaped(url)}" target="_blank" rel="noopener noreferrer">{words}</a>' if url else words
        )
        y += ROW * len(line.rows)
    return "".join(parts)


def _edges(figure: Figure, layout: Layout, prefix: str) -> Iterable[str]:
    names = {node.id: one_line(node.label) for node in figure.nodes}
    for place, (edge, placed) in enumerate(zip(figure.edges, layout.edges, strict=True)):
        words = edge_words(edge)
        said = f"{names[edge.citing]} cites {names[edge.cited]}" + (f": {words}" if words else "")
        yield (
            f'<g class="{" ".join(edge_classes(edge, placed))}" id="{prefix}e{place}" data-citing="{edge.citing}"'
            f' data-cited="{edge.cited}"><title>{escaped(said)}</title>{_line(edge, placed)}{_label(placed)}</g>'
        )


def _line(edge: FigureEdge, placed: PlacedEdge) -> str:
    itself = edge.citing == edge.cited
    if itself:
        way, tip = arc(placed.points), arc_head(placed.points)
    else:
        free = (placed.label.y, placed.label.y + placed.label.height) if placed.label else None
        way, tip = curve(placed.points, free), head(placed.points)
    core = f'<path class="core" d="{way}"/>' if placed.loop else ""
    return f'<path class="line" d="{way}"/>{core}<path class="head" d="{tip}"/>'


def _label(placed: PlacedEdge) -> str:
    label = placed.label
    if label is None:
        return ""
    middle = label.x + label.width / 2
    return text(label.rows, middle, label.y + LABEL_PAD + LABEL_ROW - 4, LABEL_ROW, "said")
