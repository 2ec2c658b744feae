"""YAML text -> a tree of nodes that know their places.

The tree is built from the parser's events, never from its constructor: scalars stay the text they
were written as (YAML 1.2: `NO` is Norway, `12:30` is text), duplicate keys are found, nesting and
aliases are bounded, and no tag constructs anything.
"""

import re
from collections.abc import Sequence
from typing import Any, Literal, Protocol

import yaml
from yaml._yaml import CParser

from provenance.problems import Place, Problem, Severity

MAX_DEPTH = 64
"""Levels of nesting a file may have; records need about eight."""

MAX_ALIASED_NODES = 100_000
"""Nodes that all aliases of one file may stand for together, written out."""

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OLD_BREAKS = re.compile("[\x85\u2028\u2029]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TEXT_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))
_CORE_TAGS = _TEXT_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "int", "float", "bool", "null")}

NodeKind = Literal["scalar", "sequence", "mapping"]


class Node:
    """One YAML node: scalar text, a list of nodes, or a list of (key, value) pairs.

    Lines and columns count from 1. `size` is the number of nodes below and including this one with
    aliases written out.
    """

    __slots__ = ("column", "end_column", "end_line", "items", "kind", "line", "pairs", "plain", "size", "text")

    items: Sequence["Node"]
    pairs: Sequence[tuple["Node", "Node"]]

    def __init__(self, kind: NodeKind, line: int, column: int) -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.end_line = line
        self.end_column = column + 1
        self.text = ""
        self.plain = False
        self.items = ()
        self.pairs = ()
        self.size = 1

    @property
    def is_null(self) -> bool:
        """Tell whether this is a plain scalar that YAML 1.2 reads as null."""
        return self.plain and self.text in _NULLS

    def place(self, file: str) -> Place:
        """Give the place of this node's first line; a block reaches one column."""
        one_line = self.end_line == self.line and self.end_column > self.column
        return Place(file, self.line, self.column, self.end_column - self.column if one_line else 1)


class _Mark(Protocol):
    line: int
    column: int


class _Refused(Exception):  # noqa: N818 - not an error of ours: it carries a problem out of the parse
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse_yaml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document. Give its root, or None where it cannot be used, and its problems."""
    refused = _refuse_characters(text, file)
    if refused:
        return None, [refused]
    builder = _Builder(file)
    parser = CParser(text)
    try:
        for event in iter(parser.get_event, None):
            builder.take(event)
    except _Refused as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(error, file)]
    finally:
        parser.dispose()
    return builder.root, builder.problems


def _refuse_characters(text: str, file: str) -> Problem | None:
    found = _NOT_YAML.search(text) or _OLD_BREAKS.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    code_point = f"U+{ord(found.group()):04X}"
    return Problem(
        code="control-character",
        severity=Severity.ERROR,
        place=Place(file, line, column),
        message=f"the character {code_point} cannot stand in a YAML file as it is",
        hint=f'delete it, or write it as "\\u{ord(found.group()):04x}" between double quotes',
    )


def _syntax_problem(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark: _Mark | None = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = error.problem or "the text breaks off"
    context = f", {error.context}" if error.context else ""
    return Problem(
        code="not-yaml",
        severity=Severity.ERROR,
        place=place,
        message=f"this is not YAML: {said}{context}",
        hint="check the indentation, and quote text that holds ': ', '#', '?', '[' or '{'",
    )


class _Builder:
    """Takes events one by one and keeps the stack of open nodes; stops by raising `_Refused`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._anchors: dict[str, Node] = {}
        self._aliased = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._add(self._scalar(event))
        elif kind is yaml.MappingStartEvent:
            self._start("mapping", event)
        elif kind is yaml.SequenceStartEvent:
            self._start("sequence", event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            raise self._refused("several-documents", event, "a second YAML document starts here", "keep one document a file")

    def _scalar(self, event: Any) -> Node:
        node = self._node("scalar", event)
        node.text = event.value
        node.plain = not event.style and event.tag not in _TEXT_TAGS
        _close(node, event)
        return node

    def _start(self, kind: NodeKind, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(
                "too-deep", event, f"this is nested more than {MAX_DEPTH} levels deep", "no record needs so many levels"
            )
        node = self._node(kind, event)
        node.items = []
        self._open.append(node)

    def _end(self, event: Any) -> None:
        node = self._open.pop()
        _close(node, event)
        node.size += sum(child.size for child in node.items)
        if node.kind == "mapping":
            keys = node.items[::2]
            node.pairs = list(zip(keys, node.items[1::2], strict=True))
            node.items = ()
            if len({key.text for key in keys}) < len(keys) or any(key.kind != "scalar" for key in keys):
                self._look_at_keys(keys)
        self._add(node)

    def _alias(self, event: Any) -> None:
        target = self._anchors.get(event.anchor)
        if target is None or target in self._open:
            raise self._refused(
                "unknown-alias", event, f"'*{event.anchor}' names no finished '&{event.anchor}' above it", "write it out"
            )
        self._aliased += target.size
        if self._aliased > MAX_ALIASED_NODES:
            raise self._refused(
                "too-many-aliases",
                event,
                f"the aliases of this file stand for more than {MAX_ALIASED_NODES:,} values",
                "write the values out where they are used",
            )
        self._add(target)

    def _node(self, kind: NodeKind, event: Any) -> Node:
        if event.tag is not None and event.tag not in _CORE_TAGS:
            raise self._refused("unsupported-tag", event, f"the tag '{event.tag}' means nothing here", "delete the tag")
        mark = event.start_mark
        node = Node(kind, mark.line + 1, mark.column + 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.root = node

    def _look_at_keys(self, keys: list[Node]) -> None:
        first: dict[str, Node] = {}
        for key in keys:
            if key.kind != "scalar":
                self._problem("not-a-key", key, "a key has to be a word", "write `key: value`")
            elif key.text in first:
                line = first[key.text].line
                message = f"'{key.text}' stands here a second time; the first is on line {line}"
                self._problem("duplicate-key", key, message, "keep one of the two: only one would count")
            else:
                first[key.text] = key

    def _problem(self, code: str, node: Node, message: str, hint: str) -> None:
        place = node.place(self.file)
        self.problems.append(
            Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint)
        )

    def _refused(self, code: str, event: Any, message: str, hint: str) -> _Refused:
        place = Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        return _Refused(Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint))


def _close(node: Node, event: Any) -> None:
    mark = event.end_mark
    node.end_line = mark.line + 1
    node.end_column = mark.column + 1
