"""Where in a file of records one more record of a section can stand."""

from collections.abc import Sequence

from provenance.read.yaml_tree import Node
from provenance.value import value


class NoPlaceError(Exception):
    """A file has no place for a record; says why, and what to do."""


@value
class Spot:
    """Where a record is put: before line `at` (from 0), set in by `margin`, below the rows of `head`.

    With `apart` a blank line stands before it.
    """

    at: int
    margin: int
    apart: bool
    head: tuple[str, ...] = ()


def find_spot(root: Node | None, lines: Sequence[str], section: str) -> Spot:
    """Find the place after the last record of a section, or for a section that is not there yet, at the end."""
    if root is None or root.is_null:
        return Spot(at=len(lines), margin=2, apart=bool(lines), head=(f"{section}:",))
    if _is_flow(root, lines):
        raise NoPlaceError("the whole file stands in one pair of braces; name another file with --file")
    there = next(((key, below) for key, below in root.pairs if key.text == section), None)
    margin = root.pairs[0][0].start_mark.column
    if there is None:
        return Spot(at=len(lines), margin=margin + 2, apart=True, head=(f"{' ' * margin}{section}:",))
    key, below = there
    if below.is_null and not below.text:
        return Spot(at=key.start_mark.line + 1, margin=margin + 2, apart=False)
    return _in_section(key, below, lines)


def _in_section(key: Node, below: Node, lines: Sequence[str]) -> Spot:
    records = below.items or [id_ for id_, _ in below.pairs]
    if not records or _is_flow(below, lines) or below.start_mark.line <= key.start_mark.line:
        hint = "write its records one below the other, or name another file with --file"
        raise NoPlaceError(f"'{key.text}' is written within one line or one pair of brackets; {hint}")
    margin = below.start_mark.column
    at = last_line(below, lines) + 1
    while at < len(lines) and _is_comment(lines[at], deeper_than=margin):
        at += 1
    return Spot(at=at, margin=margin, apart=_stand_apart(records, lines))


def last_line(node: Node, lines: Sequence[str]) -> int:
    """Give the line (from 0) on which a node ends; blank lines and comments below it are not its own."""
    last = node.start_mark.line
    while True:
        last = max(last, _end(node, lines))
        below = node.items[-1] if node.items else node.pairs[-1][1] if node.pairs else None
        if below is None or _is_flow(node, lines):
            return last
        node = below


def _end(node: Node, lines: Sequence[str]) -> int:
    if node.kind != "scalar" and not _is_flow(node, lines):
        return node.start_mark.line
    mark = node.end_mark
    last = mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line
    last = min(last, len(lines) - 1)
    while last > node.start_mark.line and not lines[last].strip():
        last -= 1
    return last


def _is_flow(node: Node, lines: Sequence[str]) -> bool:
    """Tell whether a list or mapping stands in brackets: a block ends before the next thing, brackets behind theirs."""
    mark = node.end_mark
    if node.kind == "scalar" or mark.line >= len(lines) or mark.column == 0:
        return False
    before = lines[mark.line][mark.column - 1 : mark.column]
    start = lines[node.start_mark.line][node.start_mark.column :]
    return before in ("]", "}") and start[:1] in ("[", "{", "&", "!")


def _is_comment(line: str, *, deeper_than: int) -> bool:
    words = line.lstrip(" ")
    return words.startswith("#") and len(line) - len(words) > deeper_than


def _stand_apart(records: Sequence[Node], lines: Sequence[str]) -> bool:
    """Tell whether a blank line stands between the last two records of a section."""
    if len(records) < 2:  # noqa: PLR2004
        return False
    above = lines[records[-2].start_mark.line : records[-1].start_mark.line]
    return any(not line.strip() for line in above)
