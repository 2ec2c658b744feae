"""What YAML 1.2 forbids and libyaml reads all the same, or reads otherwise: found in the text, once the tree is there.

Each look costs a search for the sign it is about; only where that stands is the tree asked whether it is
part of a text. The numbers are those of the rules of YAML 1.2.2 (https://yaml.org/spec/1.2.2).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.problems import Place, Problem, Severity
from provenance.read.nodes import Node, scalars
from provenance.read.wording import shortened

Spanning = tuple[Node, str, int]
"""A node of several lines between quotes, brackets or below a bar; its opening sign, and the column (from 0) of
the mapping or list that it is indented below, -1 where there is none."""

_GLUED = re.compile(r"""#(?<=[\]}"',|>+0-9-]#)""")
_HASH = re.compile("#")
_HEADER = re.compile(r"(?:[!&]\S*[ \t]+)*[|>][-+0-9]{0,2}")
_QUESTION = re.compile(r"[\[{,]\s*\?(?=[^\s,\[\]{}])")
_LONG_ANCHOR = re.compile(r"&(?<![\w-]&)[\w-]+[?:%@`]", re.ASCII)
_ANCHORED = re.compile(r"(?:!\S*\s+)?&[\w-]+[?:%@`]", re.ASCII)
_LONE = re.compile(r"[\[{,]\s*(?:-\s*[,\]}]|\?[^\s,\[\]{}])")
_TAB = "\t"
_VERSION = re.compile(r"^%YAML[ \t]+[0-9.]+([^0-9.\s]\S*)", re.MULTILINE)


def forbidden(text: str, file: str, tree: Node | None, spanning: Sequence[Spanning]) -> list[Problem]:
    """List what YAML 1.2 does not let stand in this text, and libyaml does."""
    if tree is None:
        return []
    problems = [*_version(text, file, tree)]
    if _GLUED.search(text):  # a sign that the pattern begins with is found ten times as fast
        problems += _glued_comments(text, file, tree)
    if _LONE.search(text) or _LONG_ANCHOR.search(text):
        problems += [*_lone_dashes(file, tree), *_first_signs(text, file, tree)]
    if spanning:
        lines = text.split("\n")
        for node, sign, column in spanning:
            if sign in "|>":
                problems += _lost_text(lines, file, node, column)
            elif column >= 0:
                problems += _too_far_left(lines, file, node, sign, column)
    return problems


def _version(text: str, file: str, tree: Node) -> Iterator[Problem]:
    """Rules 82 and 86: after the version of a %YAML line comes a space, or the end of the line."""
    found = _VERSION.search(text, 0, tree.start_mark.index) if "%YAML" in text else None
    if found:
        line, column = text.count("\n", 0, found.start()), found.start(1) - found.start()
        message = f"'{found[1][:60]}' cannot stand right after the version"
        yield _problem(Place(file, line + 1, column + 1, len(found[1])), message, "delete the line")


def _glued_comments(text: str, file: str, tree: Node) -> Iterator[Problem]:
    """Rule 66: a comment has white space before it, or begins its line."""
    places = [sign.start() for sign in _HASH.finditer(text, tree.start_mark.index)]
    in_text = bytearray(len(places))
    for node in scalars(tree):
        start = node.start_mark.index
        first, last = bisect_left(places, start), bisect_left(places, node.end_mark.index)
        if first < last:
            first += _HEADER.fullmatch(text, start, places[first]) is not None
            in_text[first:last] = b"\1" * (last - first)
    line, before, commented = 0, 0, -1
    for at, within in zip(places, in_text, strict=True):
        line, before = line + text.count("\n", before, at), at
        if within or line == commented:
            continue
        commented = line
        if text[at - 1] not in " \t\n":
            end = text.find("\n", at)
            column, length = at - text.rfind("\n", 0, at), (len(text) if end < 0 else end) - at
            hint = "write a space before '#'; if it is part of a text, quote the whole text"
            yield _problem(Place(file, line + 1, column, length), "there has to be a space before this '#'", hint)


def _lone_dashes(file: str, tree: Node) -> Iterator[Problem]:
    """Rule 126: a text does not begin with a `-` that nothing follows."""
    for node in scalars(tree):
        if node.plain and node.text == "-":
            hint = 'write "-" between quotes, or delete it'
            yield _problem(node.place(file), "a '-' cannot stand alone inside { } and [ ]", hint)


def _first_signs(text: str, file: str, tree: Node) -> Iterator[Problem]:
    """Rules 123 and 102: libyaml reads `[?x]` as a key `x`, and cuts the name `&a:b` after the `a`."""
    questions = {match.end() - 1 for match in _QUESTION.finditer(text)}
    for node in scalars(tree):
        start, end = node.start_mark.index, node.end_mark.index
        if start - 1 in questions:
            start -= 1
        elif not _ANCHORED.match(text, start):
            continue
        words = text[start:end].partition("\n")[0]
        column = node.start_mark.column + 1 - (node.start_mark.index - start)
        hint = f"put '{shortened(words)}' between quotes"
        yield _problem(
            Place(file, node.start_mark.line + 1, column, len(words)), f"text cannot begin with '{words[0]}' here", hint
        )


def _too_far_left(lines: list[str], file: str, node: Node, sign: str, column: int) -> Iterator[Problem]:
    """Rules 69 and 185: each line of a quoted text or of a list in brackets is indented below what it belongs to.

    A closing bracket may stand right below its key, as most people write it and most parsers read it.
    """
    opened = "brackets" if sign == "[" else "quotes"
    for number in range(node.start_mark.line + 1, min(node.end_mark.line + 1, len(lines))):
        words = lines[number].strip()
        spaces = len(lines[number]) - len(lines[number].lstrip(" "))
        closes = sign == "[" and words[:1] in ("]", "}") and spaces == column
        if spaces > column or not words or closes or (sign == "[" and words[0] == "#"):
            continue
        began = f"the {opened} that open on line {node.start_mark.line + 1}"
        message = f"this line belongs to {began}, and is not indented deeper than what they stand below"
        tab = ", not with a tab" if lines[number][spaces] == _TAB else ""
        hint = f"begin it with {column + 1} space{'s' if column else ''} or more{tab}"
        yield _problem(Place(file, number + 1, spaces + 1, len(words)), message, hint)
        return


def _lost_text(lines: list[str], file: str, node: Node, column: int) -> Iterator[Problem]:
    """Rule 170: no blank line above a block text is indented deeper than its first line, or libyaml drops the text."""
    if node.text.strip("\n"):
        return
    start = node.start_mark
    deepest = 0
    if any(sign.isdigit() for sign in lines[start.line][start.column :].split("#")[0]):
        return  # it says how deep its text is indented
    for number in range(start.line + 1, len(lines)):
        line = lines[number]
        spaces = len(line) - len(line.lstrip(" "))
        if len(line) == spaces:
            deepest = max(deepest, spaces)
            continue
        if column < spaces < deepest:
            message = f"this is the text of line {start.line + 1}, and a blank line above it is indented deeper"
            hint = "delete the spaces in the blank lines above it"
            yield _problem(Place(file, number + 1, spaces + 1, len(line) - spaces), message, hint)
        return


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(code="not-yaml", severity=Severity.ERROR, place=place, message=message, hint=hint)
