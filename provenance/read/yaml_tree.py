"""YAML text -> a tree of nodes that know their places.

The tree is built from the parser's events, never from its constructor: scalars stay the text they
were written as (YAML 1.2: `NO` is Norway, `12:30` is text), duplicate keys are found, nesting and
aliases are bounded, and no tag constructs anything.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from provenance.limits import ALIASED, DEPTH
from provenance.problems import Place, Problem, Severity
from provenance.read.forbidden import Spanning, forbidden
from provenance.read.nodes import Collection, Node, NodeKind
from provenance.read.syntax import explain
from provenance.read.wording import shortened

Parser: Any
try:
    from yaml._yaml import CParser as Parser  # libyaml's; the package `yaml` itself does not name it
except ImportError:  # PyYAML was built without libyaml: the same events, some thirty times slower
    Parser = yaml.Loader

_RECORDS = 2  # how deep a record stands: in a section, in the file

_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TEXT_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))
_CORE_TAGS = _TEXT_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "int", "float", "bool", "null")}


class _Refused(Exception):  # noqa: N818 - not an error of ours: it carries a problem out of the parse
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse_yaml(
    text: str, file: str, progress: Callable[[int], None] | None = None
) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document. Give its root, or None where it cannot be used, and its problems.

    `progress` is told after each record how many characters are read.
    """
    refused = _refuse_characters(text, file)
    if refused:
        return None, [refused]
    builder = _Builder(file, progress)
    parser = Parser(
        f"{text}\n" if text.endswith(" ") else text
    )  # libyaml takes such spaces for the end of a block text
    try:
        builder.take_all(parser)
    except _Refused as stop:
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, explain(error, text, file, builder.innermost)]
    finally:
        parser.dispose()
    passed = forbidden(text, file, builder.root, builder.spanning)
    return builder.root, [*builder.problems, *passed, *builder.unused_anchors()]


def _refuse_characters(text: str, file: str) -> Problem | None:
    """Find what YAML 1.2 forbids or reads otherwise than YAML 1.1, and byte order marks amid the text."""
    found = _NOT_YAML.search(text)
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


class _Builder:
    """Takes events one by one and keeps the stack of open nodes; stops by raising `_Refused`."""

    def __init__(self, file: str, progress: Callable[[int], None] | None) -> None:
        self.file = file
        self._progress = progress
        self.problems: list[Problem] = []
        self._top: list[Node] = []
        self._below = self._top  # where the next node goes: what is below the innermost open node
        self._open: list[tuple[Collection, list[Node]]] = []
        self._anchors: dict[str, Node] = {}
        self._unused: dict[str, Node] = {}
        self._aliased = 0
        self._deepest, self._most_aliased = DEPTH.now(), ALIASED.now()
        self._flows = 0  # how many of the open nodes are { } or [ ]: the innermost ones
        self.spanning: list[Spanning] = []

    @property
    def root(self) -> Node | None:
        return self._top[0] if self._top else None

    @property
    def innermost(self) -> tuple[int, int] | None:
        """Where the innermost open node begins, counted from 0."""
        return (self._open[-1][0].start_mark.line, self._open[-1][0].start_mark.column) if self._open else None

    def take_all(self, parser: Any) -> None:
        scalar: Any = yaml.ScalarEvent  # two events of three
        mapping_end: Any = yaml.MappingEndEvent
        take = self._below.append
        for event in iter(parser.get_event, None):
            if type(event) is scalar:
                style = event.style
                node = Node(event.value, not style, event.start_mark, event.end_mark)
                if style and node.start_mark.line != node.end_mark.line:
                    self.spanning.append((node, style, self._indentation()))
                if event.tag is not None or event.anchor is not None:
                    self._properties(node, event)
                take(node)
                continue
            if type(event) is mapping_end:
                self._end(event)
            else:
                self._take(event)
            take = self._below.append

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            self._start("mapping", event)
        elif kind is yaml.SequenceStartEvent:
            self._start("sequence", event)
        elif kind is yaml.SequenceEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and self._top:
            message = "a second YAML document starts here"
            raise self._refused("several-documents", event, message, "keep one document a file")

    def unused_anchors(self) -> list[Problem]:
        """List the anchors that no alias names: `&` is more often the beginning of a text."""
        hint = "quote text that begins with '&'"
        return [
            Problem(
                code="unused-anchor",
                severity=Severity.WARNING,
                place=Place(self.file, *node.start, length=len(anchor) + 1),
                message=f"'&{shortened(anchor)}' is not read as text: it marks a value for an alias, and there is none",
                hint=hint,
            )
            for anchor, node in self._unused.items()
        ]

    def _start(self, kind: NodeKind, event: Any) -> None:
        if len(self._open) >= self._deepest:
            message = f"this is nested more than {DEPTH.shown(self._deepest)} deep"
            raise self._refused("too-deep", event, message, f"no record needs so many levels; {DEPTH.raised}")
        node = Collection(kind, event.start_mark, event.end_mark)
        if event.tag is not None or event.anchor is not None:
            self._properties(node, event)
        self._open.append((node, self._below))
        self._below = []
        if event.flow_style:
            self._flows += 1

    def _end(self, event: Any) -> None:
        below = self._below
        node, self._below = self._open.pop()
        node.end_mark = event.end_mark
        if self._flows:
            self._flows -= 1
            if not self._flows and event.end_mark.line != node.start_mark.line:
                self.spanning.append((node, "[", self._indentation()))
        if node.kind == "sequence":
            node.items = below
        else:
            keys = below[::2]
            node.pairs = list(zip(keys, below[1::2], strict=True))
            texts = {key.text for key in keys}
            if len(texts) < len(keys) or "" in texts:  # a list or mapping as a key has no text
                self._look_at_keys(keys)
        self._below.append(node)
        if self._progress and len(self._open) == _RECORDS:
            self._progress(event.end_mark.index)

    def _indentation(self) -> int:
        """Give the column of the innermost mapping or list that is written without brackets; -1 where there is none."""
        blocks = len(self._open) - self._flows
        return self._open[blocks - 1][0].start_mark.column if blocks else -1

    def _alias(self, event: Any) -> None:
        target = self._anchors.get(event.anchor)
        if target is None or any(node is target for node, _ in self._open):
            name = shortened(event.anchor)
            message = f"'*{name}' names no finished '&{name}' above it"
            hint = "quote text that begins with '*'; a value to be repeated is written out"
            raise self._refused("unknown-alias", event, message, hint)
        self._unused.pop(event.anchor, None)
        self._aliased += target.size()
        if self._aliased > self._most_aliased:
            message = f"the aliases of this file stand for more than {ALIASED.shown(self._most_aliased)}"
            hint = f"write the values out where they are used, {ALIASED.raised}"
            raise self._refused("too-many-aliases", event, message, hint)
        if target.kind == "scalar":  # what is wrong with a word is shown where it is used
            target = Node(target.text, target.plain, event.start_mark, event.end_mark)
        self._below.append(target)

    def _properties(self, node: Node, event: Any) -> None:
        if event.tag in _TEXT_TAGS:
            node.plain = False
        if event.tag is not None and event.tag not in _CORE_TAGS:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "delete it, or quote text that begins with '!'"
            self._problem("unsupported-tag", node, f"the tag '{shortened(written)}' means nothing here", hint)
        if event.anchor is not None:
            self._anchors[event.anchor] = self._unused[event.anchor] = node

    def _look_at_keys(self, keys: list[Node]) -> None:
        first: dict[str, Node] = {}
        for key in keys:
            if key.kind != "scalar":
                self._problem("not-a-key", key, "a key has to be a word", "write `key: value`")
            elif key.text in first:
                line, _ = first[key.text].start
                message = f"'{shortened(key.text)}' stands here a second time; the first is on line {line}"
                self._problem("duplicate-key", key, message, "make one of the two, or give one another name")
            else:
                first[key.text] = key

    def _problem(self, code: str, node: Node, message: str, hint: str) -> None:
        place = node.place(self.file)
        self.problems.append(Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint))

    def _refused(self, code: str, event: Any, message: str, hint: str) -> _Refused:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        place = Place(self.file, mark.line + 1, mark.column + 1, max(1, length))
        return _Refused(Problem(code=code, severity=Severity.ERROR, place=place, message=message, hint=hint))
