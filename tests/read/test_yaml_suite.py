"""The YAML project's own test suite: what must be refused is refused at a place; the rest is read as YAML 1.2 means it.

https://github.com/yaml/yaml-test-suite (MIT). Its cases are no records, so the others give problems as
well; and libyaml does not know all of YAML 1.2, so that some valid ones are refused, each at a place.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.problems import Severity
from provenance.read import read_texts
from provenance.read.nodes import Node
from provenance.read.yaml_tree import parse_yaml
from tests.read.test_hostile import look_over

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "testdata"
SUITE = Path(os.environ.get("PROVENANCE_TESTDATA", _BESIDE)) / "yaml-test-suite" / "src"

pytestmark = pytest.mark.skipif(
    not SUITE.is_dir(), reason=f"{SUITE} is absent: not checked that what YAML forbids is refused"
)

VISIBLE = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
"""How the suite writes signs that cannot be seen; — pads a tab."""

ESCAPED = {"\\n": "\n", "\\t": "\t", "\\b": "\b", "\\r": "\r", "\\\\": "\\", "␣": " ", "»": "\t", "—": ""}
"""How the suite writes such signs in what a parser has to say."""


_EVENT = re.compile(r"([+-]MAP|[+-]SEQ|=VAL|=ALI)(?: (?:\{\}|\[\]))?((?: &\S+)?)((?: <\S+>)?)(?: ?(.*))")


def cases() -> list[tuple[str, str, str, bool]]:
    """Give (id, yaml, what a parser says of it, whether it must be refused) of every case.

    A case takes what it lacks from the one before, but not that it must fail: cases that follow one that
    fails are valid by their `tree` and by the specification.
    """
    found = []
    for path in sorted(SUITE.glob("*.yaml")):
        before: dict[str, Any] = {}
        for number, case in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            fails = bool(case.get("fail"))
            before = {**before, **case} if number else case
            if before.get("skip"):
                continue
            text = before["yaml"]
            for shown, sign in VISIBLE.items():
                text = text.replace(shown, sign)
            found.append((f"{path.stem}-{number}", text, before["tree"], fails))
    return found


CASES = cases()
VALID = [(id_, text, tree) for id_, text, tree, fails in CASES if not fails]


@pytest.mark.parametrize(("text", "fails"), [pytest.param(text, fails, id=id_) for id_, text, _, fails in CASES])
def test_a_case_raises_nothing_and_one_that_must_fail_is_refused_by_the_parser_at_a_place(
    text: str, fails: bool
) -> None:
    loaded = read_texts({"f.yaml": text})
    look_over(loaded)
    refused = [problem for problem in parse_yaml(text, "f.yaml")[1] if problem.severity is Severity.ERROR]
    assert all(problem.place.line and problem.place.column for problem in refused)
    assert refused or not fails
    if fails:
        assert not loaded.usable


@pytest.mark.parametrize(("text", "tree"), [pytest.param(text, tree, id=id_) for id_, text, tree in VALID])
def test_what_is_taken_is_read_as_yaml_says(text: str, tree: str) -> None:
    """The same lists, mappings and texts in the same order, and a text without quotes is told from one with them."""
    root, problems = parse_yaml(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"), "f.yaml")
    if any(problem.severity is Severity.ERROR for problem in problems):
        pytest.skip(f"refused: {problems[0].message}")
    said = list(_said_by_the_suite(tree))
    assert (list(_said(root)) if root is not None else []) == said


def test_most_valid_cases_are_read() -> None:
    """What is refused though it is valid: tags, several documents, lists as keys, and what libyaml does not know."""
    refused = [text for _, text, _ in VALID if any(p.severity is Severity.ERROR for p in parse_yaml(text, "f.yaml")[1])]
    assert len(refused) <= len(VALID) // 3


def _said(node: Node) -> Iterator[str]:
    """Give the events of a tree: + and - for lists and mappings, the text with its style for a scalar."""
    if node.kind == "scalar":
        yield f"{':' if node.plain else '='}{node.text}"
        return
    yield f"+{node.kind}"
    for child in node.items or [child for pair in node.pairs for child in pair]:
        yield from _said(child)
    yield "-"


def _said_by_the_suite(tree: str) -> Iterator[str]:
    """Give the same of the suite's events, with aliases written out."""
    marked: dict[str, list[str]] = {}
    opened: list[tuple[str, list[str]]] = []
    for line in (line.strip() for line in tree.splitlines()):
        found = _EVENT.fullmatch(line)
        if not found:
            assert line[:4] in ("+STR", "-STR", "+DOC", "-DOC"), line
            continue
        kind, anchor, tag, rest = found.groups()
        said = marked[rest[1:]] if kind == "=ALI" else [_one_said(kind, tag, rest)]
        if kind[0] != "-":
            opened.append((anchor.removeprefix(" &"), []))
        for _, events in opened:
            events.extend(said)
        yield from said
        if kind[0] in "-=":
            name, events = opened.pop()
            marked[name] = events


def _one_said(kind: str, tag: str, rest: str) -> str:
    if kind == "=VAL":
        plain = rest[0] == ":" and tag not in (" <!>", " <tag:yaml.org,2002:str>")
        return f"{':' if plain else '='}{_unescaped(rest[1:])}"
    return {"+MAP": "+mapping", "+SEQ": "+sequence"}.get(kind, "-")


def _unescaped(text: str) -> str:
    return re.sub(r"\\.|[␣»—]", lambda sign: ESCAPED[sign.group()], text)
