"""The ids that a text of records defines, at a glance: for completion, where a whole reading takes too long.

Nothing is checked and nothing refused: of a text with faults it gives what can be seen.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from provenance.read.fields import ID_PATTERN, child
from provenance.read.names import KINDS
from provenance.read.nodes import Node
from provenance.read.yaml_tree import parse_yaml

SMALL = 200_000
"""Characters up to which a text is parsed where its sections are not blocks; else the lines are looked through."""

_WORDS = ("text", "title", "name", "described_as", "outlet")
"""The fields that tell a person best which record it is, the best first."""

_SECTION = re.compile(r"^([a-z]+):[ \t]*(?:#.*)?$", re.MULTILINE)
_NOT_BLOCKS = re.compile(
    rf"^(?:[{{\"'?&!]|(?:{'|'.join(KINDS)})[ \t]*:[ \t]*[^\s#]|(?:{'|'.join(KINDS)}):[ \t]*\n\s*[{{\"'?&!*])",
    re.MULTILINE,
)
"""A section in braces, or one whose ids are quoted: what lines do not tell."""
_INDENT = re.compile(r"^( +)[^ #\n]", re.MULTILINE)
_LONGEST = 500


class Defined(NamedTuple):
    """A record's kind (`claim`), its id, and words that tell which it is, as written; "" where none are seen."""

    kind: str
    id: str
    words: str


def defined_in(text: str) -> list[Defined]:
    """List the records with ids, in the order of the text."""
    if len(text) <= SMALL and _NOT_BLOCKS.search(text):
        tree, _ = parse_yaml(text, "")
        if tree is not None:
            return list(_of_tree(tree))
    return list(_of_lines(text))


def _of_tree(tree: Node) -> Iterator[Defined]:
    for key, section in tree.pairs:
        if kind := KINDS.get(key.text):
            for id_, record in section.pairs:
                if ID_PATTERN.fullmatch(id_.text):
                    yield Defined(kind, id_.text, _words(record))


def _words(record: Node) -> str:
    if record.kind == "scalar":
        return "" if record.is_null else record.text
    return next((found.text for word in _WORDS if (found := child(record, word)) is not None), "")


def _of_lines(text: str) -> Iterator[Defined]:
    """Find sections that begin at the margin, and below each the keys as far in as its first one."""
    starts = list(_SECTION.finditer(text))
    ends = [*(found.start() for found in starts), len(text)][1:]
    for start, end in zip(starts, ends, strict=True):
        kind = KINDS.get(start[1])
        if kind and (first := _INDENT.search(text, start.end(), end)):
            yield from _of_section(kind, text[start.end() : end], len(first[1]))


def _of_section(kind: str, section: str, indent: int) -> Iterator[Defined]:
    keys = re.compile(rf"^ {{{indent}}}([a-z0-9][a-z0-9._-]*):(?=\s|$)(.*)", re.MULTILINE)
    found = list(keys.finditer(section))
    ends = [*(key.start() for key in found), len(section)][1:]
    for key, end in zip(found, ends, strict=True):
        beside = key[2].strip()
        said = "" if beside[:1] in "{&|>#" else beside.strip("\"'")
        yield Defined(kind, key[1], said or _words_below(section[key.start(2) : min(end, key.start(2) + _LONGEST)]))


def _words_below(record: str) -> str:
    found = (re.search(rf"\b{word}: *(?:[|>][+-]?\n *)?(\"[^\"\n]*|[^,}}\n]*)", record) for word in _WORDS)
    return next((match[1].strip(" \"'") for match in found if match), "")
