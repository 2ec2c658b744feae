"""The layout of a file of records: fields in order, two blanks a level, one blank line between records.

What it says, every comment and every text stay as they are; where that cannot be shown, the file is left alone.
"""

from collections.abc import Sequence
from typing import Any

import yaml

from provenance.editing.layout import Block, Item, Layout, OddError
from provenance.editing.lines import bare, line_end, split_lines
from provenance.editing.order import FILE
from provenance.editing.places import is_flow
from provenance.editing.remarks import remarks_of
from provenance.editing.shape import shape_of
from provenance.files import normal
from provenance.problems import Problem
from provenance.read.nodes import Node
from provenance.read.yaml_tree import Parser, parse_yaml
from provenance.value import value

_MARK = "\ufeff"
_STEP = 2
_ONE_RECORD = "case:"


class UnreadableError(Exception):
    """A text is no YAML that records can be in; carries the problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message)
        self.problems = tuple(problems)


@value
class Formatted:
    """A text as it should be laid out; `left` says why it is as it was, where it could not be laid out.

    `safe` is False where laying it out would have changed what it says: a fault of ours.
    """

    text: str
    left: str | None = None
    safe: bool = True


def format_text(text: str, file: str) -> Formatted:
    """Lay out the text of a file. Raises UnreadableError."""
    plain = normal(text)
    root, problems = parse_yaml(plain, file)
    if problems and (root is None or any(each.code != "unused-anchor" for each in problems)):
        raise UnreadableError(problems)
    if root is None or root.is_null:
        return Formatted(text=text)
    try:
        lines = _laid_out(root, plain)
    except OddError as odd:
        return Formatted(text=text, left=str(odd))
    for ended in (True, False):  # text that keeps its last line break or has none to keep changes with it
        found = "\n".join(lines) + ("\n" if ended else "")
        if says_the_same(root, plain, found, file):
            mark = _MARK if text.startswith(_MARK) else ""
            return Formatted(text=mark + found.replace("\n", line_end(text)))
    return Formatted(text=text, left="laid out, it would not say the same", safe=False)


def says_the_same(root: Node, text: str, found: str, file: str) -> bool:
    """Tell whether a text says what the tree of another does, and has every comment of it."""
    now, problems = parse_yaml(found, file)
    if now is None or problems:
        return False
    remarks = remarks_of(root, text.split("\n")), remarks_of(now, found.split("\n"))
    return shape_of(root, in_order=False) == shape_of(now, in_order=False) and remarks[0] == remarks[1]


def _laid_out(root: Node, text: str) -> list[str]:
    lines = [bare(line) for line in split_lines(text)]
    start = _refuse_odd(text, lines)
    if root.kind != "mapping":
        raise OddError("it holds no sections")
    if is_flow(root, lines):
        raise OddError("it is written in one pair of brackets")
    block = Layout(lines).block(root, FILE, start, len(lines))
    head = [line.rstrip(" ") for line in lines[:start]]
    return [*head, *_file(block)]


def _refuse_odd(text: str, lines: Sequence[str]) -> int:
    """Refuse what is not taken apart; give the line on which the first section or its comments may begin."""
    if any("\t" in line[: len(line) - len(line.lstrip(" \t"))] for line in lines):
        raise OddError("a line is set in with a tab")
    start = 0
    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent):
            if event.version or event.tags:
                raise OddError("it has a directive ('%…')")
            assert event.end_mark is not None
            start = event.end_mark.line + 1 if event.explicit else 0
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            raise OddError("it ends in '...'")
        elif getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            raise OddError("it has an anchor, an alias or a tag ('&', '*', '!')")
    return start


def _events(text: str) -> Any:
    parser = Parser(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()


def _file(block: Block) -> list[str]:
    """Write the sections; each is a block of records but `case`, which is one."""
    rows: list[str] = []
    for number, item in enumerate(block.items):
        rows += _lead(item.lead, "", apart=number > 0, first=number == 0)
        rows += _item(item, 0, of_records=not item.rows[0][1].startswith(_ONE_RECORD))
    return [*rows, *_end(block.tail, "")]


def _block(block: Block, indent: int, *, of_records: bool = False) -> list[str]:
    """Write items one below the other; a record of several lines stands apart from the others."""
    rows: list[str] = []
    margin = " " * indent
    for number, item in enumerate(block.items):
        long = of_records and number > 0 and (item.below or block.items[number - 1].below)
        rows += _lead(item.lead, margin, apart=bool(long), first=number == 0)
        rows += _item(item, indent)
    return [*rows, *_end(block.tail, margin)]


def _item(item: Item, indent: int, *, of_records: bool = False) -> list[str]:
    if not item.rows:
        assert item.below is not None
        rows = _dashed(_block(item.below, indent + _STEP), indent)
    else:
        rows = _own(item, indent)
        rows += _block(item.below, indent + _STEP, of_records=of_records) if item.below else []
    return rows + _end(item.after, " " * (indent if item.keeps_below else indent + _STEP))


def _own(item: Item, indent: int) -> list[str]:
    rows = [" " * max(0, indent + deeper) + words if words else "" for deeper, words in item.rows]
    return rows if item.keeps_below else [*rows[:-1], rows[-1].rstrip(" ")]


def _dashed(rows: list[str], indent: int) -> list[str]:
    """Put the dash before the first row; comments that came to stand above it go above the dash."""
    first = next(number for number, row in enumerate(rows) if not row.lstrip(" ").startswith("#") and row)
    margin = " " * indent
    above = [margin + row.lstrip(" ") if row else "" for row in rows[:first]]
    return [*above, f"{margin}- {rows[first][indent + _STEP :]}", *rows[first + 1 :]]


def _lead(found: Sequence[str], margin: str, *, apart: bool, first: bool) -> list[str]:
    rows = _squeezed(found)
    if first and rows[:1] == [""]:
        del rows[0]
    if apart and "" not in rows:
        rows.insert(0, "")
    return [margin + row if row else "" for row in rows]


def _end(found: Sequence[str], margin: str) -> list[str]:
    rows = _squeezed(found)
    while rows[-1:] == [""]:
        rows.pop()
    return [margin + row if row else "" for row in rows]


def _squeezed(found: Sequence[str]) -> list[str]:
    """Make one blank line of several."""
    return [row for number, row in enumerate(found) if row or number == 0 or found[number - 1]]
