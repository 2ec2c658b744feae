"""Where in a file of records one more record of a section can stand."""

import re
from collections.abc import Sequence

from provenance.read.nodes import Node
from provenance.value import value

_KEEPS = re.compile(r"[|>][0-9]?\+")
"""How a text begins that keeps the blank lines below it."""


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


def find_spot(root: Node | None, lines: Sequence[str], section: str, *, is_long: bool = False) -> Spot:
    """Find the place after the last record of a section, or for a section that is not there yet, at the end.

    `is_long` tells a record that takes several lines.
    """
    if root is None or root.is_null:
        return Spot(at=len(lines), margin=2, apart=bool(lines), head=(f"{section}:",))
    if root.kind != "mapping" or is_flow(root, lines):
        what = "stands in one pair of braces" if root.kind == "mapping" else "holds no sections"
        raise NoPlaceError(f"the whole file {what}; name another file with --file")
    there = next(((key, below) for key, below in root.pairs if key.text == section), None)
    margin = root.pairs[0][0].start_mark.column
    if there is None:
        return Spot(at=len(lines), margin=margin + 2, apart=True, head=(f"{' ' * margin}{section}:",))
    key, below = there
    if below.is_null and not below.text:
        return Spot(at=key.start_mark.line + 1, margin=margin + 2, apart=False)
    return _in_section(key, below, lines, is_long=is_long)


def _in_section(key: Node, below: Node, lines: Sequence[str], *, is_long: bool) -> Spot:
    if not (below.items or below.pairs) or is_flow(below, lines) or below.start_mark.line <= key.start_mark.line:
        hint = "write its records one below the other, or name another file with --file"
        raise NoPlaceError(f"'{key.text}' is written within one line or one pair of brackets; {hint}")
    margin = below.start_mark.column
    at = last_line(below, lines) + 1
    while at < len(lines) and _is_comment(lines[at], deeper_than=margin):
        at += 1
    return Spot(at=at, margin=margin, apart=_stand_apart(below, lines, is_long=is_long))


def last_line(node: Node, lines: Sequence[str]) -> int:
    """Give the line (from 0) on which a node ends; blank lines and comments below it are not its own."""
    last = node.start_mark.line
    while True:
        last = max(last, _end(node, lines))
        below = node.items[-1] if node.items else node.pairs[-1][1] if node.pairs else None
        if below is None or is_flow(node, lines):
            return last
        node = below


def _end(node: Node, lines: Sequence[str]) -> int:
    if node.kind != "scalar" and not is_flow(node, lines):
        return node.start_mark.line
    mark = node.end_mark
    last = mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line
    last = min(last, len(lines) - 1)
    keeps = keeps_blank_lines(node, lines)
    while last > node.start_mark.line and not lines[last].strip() and not keeps:
        last -= 1
    return last


def keeps_blank_lines(node: Node, lines: Sequence[str]) -> bool:
    """Tell whether a node is a text to which the blank lines below it belong (`|+`)."""
    return not node.plain and bool(_KEEPS.match(lines[node.start_mark.line], node.start_mark.column))


def is_flow(node: Node, lines: Sequence[str]) -> bool:
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


def _stand_apart(section: Node, lines: Sequence[str], *, is_long: bool) -> bool:
    """Tell whether a blank line goes before one more record: as `fmt` has it, unless long ones stand close together."""
    starts = [each.start_mark.line for each in section.items or [id_ for id_, _ in section.pairs]]
    records = section.items or [record for _, record in section.pairs]
    long = [each.kind != "scalar" and not is_flow(each, lines) for each in records]
    ends = [last_line(each, lines) for each in records]
    blank = [not all(line.strip() for line in lines[ends[n] + 1 : starts[n + 1]]) for n in range(len(records) - 1)]
    if any((long[n] or long[n + 1]) and not apart for n, apart in enumerate(blank)):
        return False
    return is_long or long[-1] or (len(records) > 1 and not long[-2] and blank[-1])
