"""The shape of a YAML file: keys, anchors, tags, documents; and bounds on depth and size."""

import pytest
import yaml

from provenance.limits import ALIASED, DEPTH
from provenance.read import read_texts, yaml_tree
from provenance.read.yaml_tree import parse_yaml
from tests.read.said import said


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test of this module with both of PyYAML's parsers."""
    if request.param == "python":
        monkeypatch.setattr(yaml_tree, "Parser", yaml.Loader)


def test_an_alias_stands_for_what_it_names() -> None:
    text = """
claims: {c: &text A claim., d: *text}
reports:
  a: &report {outlet: &x Radio X, says: c}
  b: *report
  e: {outlet: *x, says: d, cites: [a, b]}
"""
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    reports = loaded.workspace.reports
    assert loaded.workspace.claims["d"].text == "A claim."
    assert [(reports[id_].outlet, reports[id_].says[0].claim) for id_ in "abe"] == [("Radio X", c) for c in "ccd"]
    assert reports["b"].place.line == 5


def test_what_is_wrong_in_an_alias_is_said_once_and_of_a_word_where_it_is_used() -> None:
    text = "claims: {c: C}\nreports:\n  a: &r {outlet: X, says: d, published: 2025-9-3}\n  b: *r\n"
    assert said(text) == [
        "3:27+1 error unknown-id: there is no claim 'd' | add the claim, or mend the id",
        "3:41+8 error bad-date: '2025-9-3' is not a date: write 2025-09-03 | None",
    ]
    assert said("claims: {c: &d C}\nreports: {r: {outlet: X, says: *d}}\n") == [
        "2:32+2 error unknown-id: there is no claim 'C' | did you mean 'c'?"
    ]


def test_an_alias_can_be_a_key_and_is_found_where_it_stands_twice() -> None:
    assert said("claims:\n  &k c: One.\n  *k : Two.\n") == [
        (
            "3:3+2 error duplicate-key: 'c' stands here a second time; the first is on line 2"
            " | make one of the two, or give one another name"
        )
    ]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("claims: {c: *x}\n", "1:13+2", "x"),
        ("claims: &x {c: *x}\n", "1:16+2", "x"),
        ("claims: &x [&y [*x]]\n", "1:17+2", "x"),
        ("*x : {}\n", "1:1+2", "x"),
        ("claims: {c: *Here, d: &Here D}\n", "1:13+5", "Here"),
    ],
)
def test_an_alias_without_a_finished_value_above_it_is_refused(text: str, place: str, name: str) -> None:
    assert said(text) == [
        (
            f"{place} error unknown-alias: '*{name}' names no finished '&{name}' above it"
            " | quote text that begins with '*'; a value to be repeated is written out"
        )
    ]


def test_an_anchor_that_nothing_uses_is_a_warning_and_a_second_one_takes_its_name() -> None:
    loaded = read_texts({"f.yaml": "claims: {a: &x One., b: *x, c: &x Two., d: *x, e: &y Three.}\n"})
    assert [(problem.code, problem.place.column) for problem in loaded.problems] == [("unused-anchor", 51)]
    assert [claim.text for claim in loaded.workspace.claims.values()] == ["One.", "One.", "Two.", "Two.", "Three."]
    assert loaded.usable


def test_merge_keys_are_not_merged() -> None:
    text = "claims: {c: C}\nreports:\n  a: &a {outlet: X, says: c}\n  b: {<<: *a, says: c}\n"
    assert said(text) == [
        "4:3+1 error missing-key: the report 'b' needs `outlet` | add `outlet: …` to it",
        (
            "4:7+2 error unknown-key: the report 'b' has no key '<<'"
            " | merge keys are not part of YAML 1.2: write the values out"
        ),
    ]


@pytest.mark.parametrize(
    "tag", ["!!omap", "!!set", "!!binary", "!!timestamp", "!!python/name:os.system", "!mine", "!!merge"]
)
def test_a_tag_constructs_nothing_and_the_rest_is_still_read(tag: str) -> None:
    found = said(f"claims:\n  c: {tag} C\n  d: {{texts: D}}\n")
    assert found[0] == (
        f"2:6+{len(tag) + 2} error unsupported-tag: the tag '{tag}' means nothing here"
        " | delete it, or quote text that begins with '!'"
    )
    assert [line.split(" ")[2] for line in found[1:]] == ["missing-key:", "unknown-key:"]


@pytest.mark.parametrize("text", ["!!map {claims: !!map {c: !!str C}}", "!<tag:yaml.org,2002:map> {claims: {c: ! C}}"])
def test_core_tags_change_nothing(text: str) -> None:
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    assert loaded.workspace.claims["c"].text == "C"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claims: {c: C}\n---\nreports: {}\n", "2:1+3 error several-documents: a second YAML document starts here"),
        ("---\nclaims: {c: C}\n...\n---\n", "4:1+3 error several-documents: a second YAML document starts here"),
        (
            "%YAML 1.2\n---\nclaims: {c: C}\n--- # end\n",
            "4:1+3 error several-documents: a second YAML document starts here",
        ),
    ],
)
def test_a_file_is_one_document(text: str, expected: str) -> None:
    assert said(text) == [f"{expected} | keep one document a file"]


@pytest.mark.parametrize(
    "frame", ["{}", "---\n{}", "--- {}", "{}...\n", "%YAML 1.1\n---\n{}", "# c\n\n---\n{}...\n# end\n"]
)
def test_markers_of_one_document_change_nothing(frame: str) -> None:
    loaded = read_texts({"f.yaml": frame.format("{claims: {c: C}}\n")})
    assert loaded.problems == ()
    assert list(loaded.workspace.claims) == ["c"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "--- \n...\n", "~\n", "null", "\ufeff", "  "])
def test_a_file_without_records_is_empty(text: str) -> None:
    assert said(text) == ["0:0+1 error empty-file: this file is empty | write a record into it, or delete it"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("just text", "a file holds sections, and this is the text 'just text'"),
        ("- a\n- b", "a file holds sections, and this is a list"),
        ("'claims'", "a file holds sections, and this is the text 'claims'"),
    ],
)
def test_a_file_that_is_no_mapping_holds_no_sections(text: str, message: str) -> None:
    sections = "the sections are case, outlets, parties, sources, claims, reports, responses, dependences"
    assert [found.partition(" error ")[2] for found in said(text)] == [f"wrong-type: {message} | {sections}"]


def test_a_space_that_is_missing_everywhere_is_named() -> None:
    assert said("title:Foo\nquestion:Bar\n") == [
        (
            "1:1+1 error wrong-type: a file holds sections, and this is the text 'title:Foo question:Bar'"
            " | write a space after 'title:'"
        )
    ]


DEEP = {
    "lists": "[" * 10_000 + "]" * 10_000,
    "open lists": "[" * 60_000,
    "mappings": "{a: " * 10_000 + "}" * 10_000,
    "blocks": "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
    "items": "- " * 10_000,
    "keys": "? " * 10_000,
    "quoted": '{"a":' * 10_000,
    "tagged": "!!seq [" * 10_000,
    "anchored": "".join(f"&a{depth} [" for depth in range(10_000)),
}


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_is_refused_at_the_level_that_is_too_much(shape: str) -> None:
    (found,) = read_texts({"f.yaml": DEEP[shape]}).problems
    assert (found.code, found.message) == ("too-deep", f"this is nested more than {DEPTH.default} levels deep")
    assert found.place.line == (1 if shape != "blocks" else DEPTH.default + 1)


def test_as_many_levels_as_allowed_are_read() -> None:
    nested = "[" * (DEPTH.default - 1) + "]" * (DEPTH.default - 1)
    assert [line.split(" ")[2] for line in said(f"claims:\n{' '}{nested}\n")] == ["wrong-type:"]


def bomb(levels: int, width: int) -> str:
    """Aliases of aliases: the last stands for width ** levels values."""
    start = "claims:\n  a0: &a0 [lol]\n"
    return start + "".join(
        f"  a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]\n" for level in range(1, levels)
    )


@pytest.mark.parametrize("text", [bomb(10, 10), bomb(60, 2), bomb(3, 1_000)], ids=["laughs", "deep", "wide"])
def test_aliases_that_stand_for_too_much_are_refused(text: str) -> None:
    (found,) = read_texts({"f.yaml": text}).problems
    hint = "write the values out where they are used, or raise PROVENANCE_MAX_ALIASED"
    assert (found.code, found.hint) == ("too-many-aliases", hint)
    assert found.message == f"the aliases of this file stand for more than {ALIASED.default:,} values"


@pytest.mark.no_cover  # it covers what others do, many times over
def test_a_tree_counts_its_nodes_and_a_long_text_as_several() -> None:
    tree, _ = parse_yaml(f"a: [b, {{c: {'d' * 2500}}}]\n", "f.yaml")
    assert tree is not None
    assert tree.size() == 9


def test_aliases_within_the_bound_are_read_without_growing() -> None:
    many = "".join(f"  b{number}: *r\n" for number in range(3_000))
    loaded = read_texts({"f.yaml": f"claims: {{c: C}}\nreports:\n  a: &r {{outlet: X, says: [{{claim: c}}]}}\n{many}"})
    assert loaded.problems == ()
    assert len(loaded.workspace.reports) == 3_001


def test_keys_have_to_be_words() -> None:
    hint = "a key has to be a word | write `key: value`"
    assert said("[a]: b\n? {c: d}\n: e\n") == [f"1:1+3 error not-a-key: {hint}", f"2:3+6 error not-a-key: {hint}"]
