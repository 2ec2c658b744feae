"""The boxes of a drawing before they have a place: what each says, broken into rows, and how much room that takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provenance.export.drawing.text_width import BOLD, broken, width_of
from provenance.export.figure import Figure, FigureEdge, FigureNode
from provenance.export.words import edge_words, fell, node_lines, wrapped
from provenance.graph import NodeKind

SIZES = {"name": 13.0, "title": 12.0, "date": 12.0, "mark": 12.0, "loop": 12.0, "fallen": 12.0, "origin": 12.0}
"""How large the text of each role is."""
LABEL_SIZE = 11.0
ROW, LABEL_ROW = 16.0, 14.0
PAD, LABEL_PAD = 12.0, 4.0
SELF_LOOP = 34.0
"""The room right of a box for the line of a report that cites itself."""
NOT_EXACT = "≈ "

_WIDTHS = (176.0, 236.0, 330.0)
_FEW_ROWS = 4
_LEAST = 84.0
_LABEL_WIDTH = 150.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing that a box says, broken into the rows it is printed in; a row keeps the blank it was broken at.

    `role` is name, title, date, mark, loop, fallen or origin.
    """

    role: str
    rows: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is said, whole."""
        return "".join(self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """A box of text: its size, what it says, and the room it needs right of it."""

    width: float
    height: float
    lines: tuple[Line, ...]
    beside: float = 0.0


def node_box(node: FigureNode, figure: Figure, *, loop: bool, exact: bool) -> Box:
    """Make the box of a node; `loop` tells that it is in one, `exact` that its date is to the day."""
    itself = [edge_words(edge) for edge in figure.edges if edge.citing == edge.cited == node.id] if loop else []
    said = [("name", " ".join(wrapped(node.label)) or node.kind.value), ("title", " ".join(wrapped(node.title or "")))]
    *_, date = wrapped(node.published or "") or [""]
    said.append(("date", date if exact or not date else f"{NOT_EXACT}{date}"))
    said += [("loop", _loop_words(itself) if loop else ""), *_marks(node, figure)]
    lines = _lines([(role, text) for role, text in said if text])
    text = max(_width(line) for line in lines)
    rows = sum(len(line.rows) for line in lines)
    slant = ROW if node.kind in {NodeKind.SOURCE, NodeKind.PARTY, NodeKind.OUTLET} else 0
    return Box(
        width=max(_LEAST, text + 2 * PAD + slant),
        height=rows * ROW + 2 * PAD - 4,
        lines=lines,
        beside=SELF_LOOP if itself else 0.0,
    )


def edge_box(edge: FigureEdge, *, loop: bool) -> Box | None:
    """Make the box for the words at a citation, None where there is nothing to say."""
    words = ", ".join(part for part in ("loop" if loop else "", edge_words(edge)) if part)
    rows = broken(words, _LABEL_WIDTH, LABEL_SIZE)
    if not rows:
        return None
    width = max(width_of(row.rstrip(" "), LABEL_SIZE) for row in rows)
    line = Line(role="label", rows=rows)
    return Box(width=width + 2 * LABEL_PAD, height=len(rows) * LABEL_ROW + 2 * LABEL_PAD, lines=(line,))


def _loop_words(itself: Sequence[str]) -> str:
    """Say that a node is in a loop; `itself` are the words at its citations of itself."""
    said = "; ".join(words for words in itself if words)
    return "in a loop" if not itself else f"cites itself: {said}" if said else "cites itself"


def _marks(node: FigureNode, figure: Figure) -> Iterable[tuple[str, str]]:
    """Give what marks a node out, as every drawing words it, with the role it has here."""
    bare = replace(node, label="", title=None, published=None)
    for line in node_lines(bare, figure):
        if line != node.kind.value:
            fallen = fell(node) and node.status is not None and line == node.status.upper()
            yield "fallen" if fallen else "origin" if line.startswith("origin ") else "mark", line


def _lines(said: list[tuple[str, str]]) -> tuple[Line, ...]:
    """Break what is said at the narrowest width that makes few rows of each thing."""
    for width in _WIDTHS:
        lines = tuple(Line(role=role, rows=broken(text, width / _bold(role), SIZES[role])) for role, text in said)
        if max(len(line.rows) for line in lines) <= _FEW_ROWS:
            return lines
    return lines


def _bold(role: str) -> float:
    return BOLD if role in {"name", "fallen", "origin"} else 1.0


def _width(line: Line) -> float:
    return max(width_of(row.rstrip(" "), SIZES[line.role]) for row in line.rows) * _bold(line.role)
