"""A file of records as blocks of items, each with the comments that stand above, in and below it.

Built from the positioned tree and the lines of the text: every line goes to one item, and none is dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from provenance.editing.flow import one_line_flow
from provenance.editing.order import below, ordered
from provenance.editing.places import is_flow, keeps_blank_lines, last_line
from provenance.read.nodes import Node


class OddError(Exception):
    """A text is written in a way that is not taken apart; says which."""


@dataclass(slots=True)
class Item:
    """One `key: value` or one `- value`.

    `lead` are the comments above it ("" is a blank line), `rows` its own lines, each with how far it is set in
    against the item, `after` comments set in below it. A list item with a block in it has no rows.
    """

    lead: list[str]
    rows: list[tuple[int, str]]
    below: "Block | None" = None
    after: list[str] = field(default_factory=list)
    keeps_below: bool = False


@dataclass(slots=True)
class Block:
    """The items of a mapping or list, in the order they should stand, and the comments that end it."""

    items: list[Item]
    tail: list[str] = field(default_factory=list)


class Layout:
    """Takes the lines of a text apart along its tree."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def block(self, node: Node, place: str, start: int, end: int) -> Block:
        """Give the block of a mapping or list that takes the lines from `start` to before `end`. Raises OddError."""
        is_list = node.kind == "sequence"
        margin = node.start_mark.column
        starts = [
            self._first_line(each, margin, is_list=is_list) for each in (node.items or [key for key, _ in node.pairs])
        ]
        lead = self._comments(start, starts[0]) if start < starts[0] else []
        items: list[Item] = []
        for number, first in enumerate(starts):
            last = max(first, self._last_line(node, number))
            limit = starts[number + 1] if number + 1 < len(starts) else end
            inside = self._inside(last + 1, limit, margin)
            item = self._item(node, number, place, (first, last, inside))
            item.lead = lead
            items.append(item)
            lead = self._comments(inside, limit)
        keys = [key.text for key, _ in node.pairs]
        order = ordered(place, keys) if keys else range(len(items))
        return Block(items=[items[number] for number in order], tail=lead)

    def _item(self, node: Node, number: int, place: str, span: tuple[int, int, int]) -> Item:
        first, last, inside = span
        margin = node.start_mark.column
        if node.kind == "sequence":
            value, key, inner = node.items[number], None, place
        else:
            key, value = node.pairs[number]
            inner = below(place, key.text)
        if value.kind != "scalar" and not is_flow(value, self._lines):
            if key is None:
                return Item([], [], self.block(value, inner, first, inside))
            return Item([], [(0, self._head(first, margin))], self.block(value, inner, first + 1, inside))
        if keeps_blank_lines(value, self._lines):
            raise OddError("a text keeps the blank lines below it ('|+')")
        rows = self._rows(first, last, margin)
        if value.kind != "scalar" and first == last:
            written = one_line_flow(value, inner, self._lines[first])
            at = value.start_mark.column - margin
            rows = [(0, rows[0][1][:at] + written + rows[0][1][value.end_mark.column - margin :])]
        after = self._comments(last + 1, inside)
        return Item([], rows, None, after, keeps_below=self._is_block_text(value))

    def _first_line(self, node: Node, margin: int, *, is_list: bool) -> int:
        """Give the line of a key or a dash."""
        line, at = node.start_mark.line, node.start_mark.column
        row = self._lines[line]
        if is_list:
            if row[margin : margin + 1] != "-" or row[margin + 1 : at].strip(" "):
                raise OddError("a dash stands alone on its line")
            return line
        whole = node.kind == "scalar" and node.end_mark.line == line
        if at != margin or not whole or not row[node.end_mark.column :].lstrip(" ").startswith(":"):
            raise OddError("a key is marked with '?' or takes several lines")
        return line

    def _last_line(self, node: Node, number: int) -> int:
        value = node.items[number] if node.items else node.pairs[number][1]
        return last_line(value, self._lines)

    def _head(self, line: int, margin: int) -> str:
        return self._lines[line][margin:].rstrip(" ")

    def _rows(self, first: int, last: int, margin: int) -> list[tuple[int, str]]:
        rows = [(0, self._lines[first][margin:])]
        for line in self._lines[first + 1 : last + 1]:
            words = line.lstrip(" ")
            rows.append((len(line) - len(words) - margin, words))
        return rows

    def _inside(self, start: int, limit: int, margin: int) -> int:
        """Give the line after the last comment that is set in deeper than its item, before one that is not."""
        end = start
        for number in range(start, limit):
            words = self._lines[number].lstrip(" ")
            if words.startswith("#"):
                if len(self._lines[number]) - len(words) <= margin:
                    break
                end = number + 1
        return end

    def _comments(self, start: int, end: int) -> list[str]:
        found = [line.strip(" ") for line in self._lines[start:end]]
        if any(line and not line.startswith("#") for line in found):
            raise OddError("a line is neither a record's nor a comment")
        return found

    def _is_block_text(self, node: Node) -> bool:
        return (
            node.kind == "scalar"
            and self._lines[node.start_mark.line][node.start_mark.column :][:1] in ("|", ">")
            and not node.plain
        )
