"""What YAML 1.2 forbids and libyaml takes is refused at its place, and what only looks like it is left alone."""

import pytest

from provenance.problems import Severity
from provenance.read.yaml_tree import parse_yaml

INDENTED = "this line belongs to the {} that open on line {}, and is not indented deeper than what they stand below"

FORBIDDEN = [
    ("a: 'one'# two\n", "1:9", "there has to be a space before this '#'"),
    ("a: [one, two]#three\n", "1:14", "there has to be a space before this '#'"),
    ("a: [one,#two\n  three]\n", "1:9", "there has to be a space before this '#'"),
    ("a: ># one\n  two\n", "1:5", "there has to be a space before this '#'"),
    ("a: !!str |-# one\n  two\n", "1:12", "there has to be a space before this '#'"),
    ("a: one\nb: [-]\n", "2:5", "a '-' cannot stand alone inside { } and [ ]"),
    ("b: [x, -,\n  y]\n", "1:8", "a '-' cannot stand alone inside { } and [ ]"),
    ("%YAML 1.2#x\n---\na: b\n", "1:10", "'#x' cannot stand right after the version"),
    ("a:\n  b: [one,\n  two]\n", "3:3", INDENTED.format("brackets", 2)),
    ("a:\n- b: {one: 1,\n two: 2}\n", "3:2", INDENTED.format("brackets", 2)),
    ("a: 'one\ntwo'\n", "2:1", INDENTED.format("quotes", 1)),
    ("a: [x, 'one\n  two\n# three']\n", "3:1", INDENTED.format("quotes", 1)),
    ('a: "one\n\ttwo"\n', "2:1", INDENTED.format("quotes", 1)),
    ("a: >\n   \n # one\n", "3:2", "this is the text of line 1, and a blank line above it is indented deeper"),
    ("\na: 'one'# two\n", "2:9", "there has to be a space before this '#'"),
    ("\n# c\n%YAML 1.2#x\n---\na: b\n", "3:10", "'#x' cannot stand right after the version"),
    ("a: 'one\n] two'\n", "2:1", INDENTED.format("quotes", 1)),
    ("a:\n  b: [\n    one\n]\n", "4:1", INDENTED.format("brackets", 2)),
    ("a: &x [-]\nb: *x\n", "1:8", "a '-' cannot stand alone inside { } and [ ]"),
    ("a: [x, [\ny]]\n", "2:1", INDENTED.format("brackets", 1)),
    ("a: [?x]\n", "1:5", "text cannot begin with '?' here"),
    ("{?x: 1}\n", "1:2", "text cannot begin with '?' here"),
    ("a: &b:c d\n", "1:4", "text cannot begin with '&' here"),
]

ALLOWED = [
    "a: 'one,# two'\n",
    "a: one],#two\n",
    "# 'one'# two\na: b # [c],#d\n",
    "a: 'x' # 'one'#two\n",
    "a: |\n  [one]# two\n",
    "a: > # 'one'#two\n  three\n",
    "a: https://example.org/[1],#3\n",
    "a: one, -, two\n",
    "a: [-1, '-', a-]\n",
    "a: '[-]'\n",
    "a: ['-', 'x, -, y']\n",
    "%YAML 1.2 # one\n---\na: b\n",
    "a: |\n  %YAML 1.2x\n",
    "a: [\n  one,\n  two\n]\n",
    "a:\n  b: {\n    one: 1\n  }\n",
    "a: {b: [\n  one\n],\n  c: 1\n}\n",
    "a: [\n\n# three\n  one\n  ]\n",
    "'one\ntwo'\n",
    "[one,\ntwo]\n",
    "- 'one\n  two'\n- |\n one\n",
    "a: >\n   \n# one\nb: c\n",
    "a: >\n \n  # one\n",
    "a: |2\n   \n  # one\n",
    "a: |5\n    \n  # one\n",
    "--- >\n\n# one\n",
    "a: [x?, '?y', 2025-09-13?]\n",
    "a: [? x]\n",
    "a: &b c\nd: *b\n",
]


@pytest.mark.parametrize(("text", "place", "message"), FORBIDDEN)
def test_it_is_refused_where_it_stands(text: str, place: str, message: str) -> None:
    (found,) = [problem for problem in parse_yaml(text, "f.yaml")[1] if problem.severity is Severity.ERROR]
    assert (found.code, f"{found.place.line}:{found.place.column}", found.message) == ("not-yaml", place, message)
    assert found.hint


@pytest.mark.parametrize("text", ALLOWED)
def test_what_looks_like_it_is_read(text: str) -> None:
    assert parse_yaml(text, "f.yaml")[1] == []


@pytest.mark.parametrize("end", ["", "\n", "\nb: c\n"])
def test_a_comment_is_marked_to_the_end_of_its_line(end: str) -> None:
    (found,) = parse_yaml(f"a: 'one'# two{end}", "f.yaml")[1]
    assert found.place.length == len("# two")


def test_lost_text_is_marked_to_the_end_of_its_line() -> None:
    (found,) = parse_yaml("a: >\n   \n # one\n", "f.yaml")[1]
    assert found.place.length == len("# one")


def test_a_tab_is_named_in_the_hint() -> None:
    (found,) = parse_yaml('a: "one\n\ttwo"\n', "f.yaml")[1]
    assert found.hint == "begin it with 1 space or more, not with a tab"


def test_many_signs_take_no_longer_each() -> None:
    """A hundred thousand `#` in texts and as many glued to quotes: each is looked for once, each is found."""
    text = "a:\n" + "- 'x,#'\n" * 100_000 + "- 'x'#y\n" * 1000
    assert len(parse_yaml(text, "f.yaml")[1]) == 1000
