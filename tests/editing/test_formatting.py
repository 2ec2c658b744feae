"""A formatted text says what it said, has every comment, and is as it should be when it is formatted again."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.check import run_checks
from provenance.editing.formatting import UnreadableError, format_text, says_the_same
from provenance.editing.remarks import remarks_of
from provenance.read import read_texts
from provenance.read.yaml_tree import parse_yaml
from tests import records
from tests.editing.comments import with_comments

ROOT = Path(__file__).resolve().parents[2]


def formatted(text: str) -> str:
    found = format_text(text, "a.yaml")
    assert (found.left, found.safe) == (None, True)
    return found.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims:\n    c: C\n", "claims:\n  c: C\n"),
        ("claims:\n  c: C", "claims:\n  c: C\n"),
        ("\n\n# a\n\n\n# b\nclaims:\n\n  c: C\n\n\n", "# a\n\n# b\nclaims:\n  c: C\n"),
        # sections stand apart, and keep their order
        ("reports:\n  r: {outlet: O}\nclaims:\n  c: C\n", "reports:\n  r: {outlet: O}\n\nclaims:\n  c: C\n"),
        # fields in order, with the comments above and behind them
        (
            "reports:\n  r:\n    says: c # s\n\n    # by whom\n    outlet: O\n",
            "reports:\n  r:\n    # by whom\n    outlet: O\n    says: c # s\n",
        ),
        # in braces on one line too; where they are in order the blanks between them stay
        ("outlets:\n  o: {kind: blog,   name: O}\n", "outlets:\n  o: {name: O, kind: blog}\n"),
        ("outlets:\n  o: {name: O,   kind: blog}\n", "outlets:\n  o: {name: O,   kind: blog}\n"),
        (
            "reports:\n  r: {outlet: O, cites: [{mode: relays, report: x}, a,  b], says: c}\n",
            "reports:\n  r: {outlet: O, says: c, cites: [{report: x, mode: relays}, a, b]}\n",
        ),
        # records of several lines stand apart; of one line as they did
        (
            "parties:\n  a:\n\n\n  b:\n  c:\n    name: C\n  # d\n  d:\n",
            "parties:\n  a:\n\n  b:\n\n  c:\n    name: C\n\n  # d\n  d:\n",
        ),
        # statements, and a field that comes first under the dash with its comment
        (
            "reports:\n  r:\n    outlet: O\n    says:\n    -   quote: q\n        # which\n        claim: c\n        cites:\n        - mode: links\n          report: x\n",
            "reports:\n  r:\n    outlet: O\n    says:\n      # which\n      - claim: c\n        quote: q\n        cites:\n          - report: x\n            mode: links\n",
        ),
        # texts move as a whole
        (
            'case:\n    notes: |2\n          in\n\n         out\n    title: "a\n        b"\n',
            'case:\n  title: "a\n      b"\n  notes: |2\n        in\n\n       out\n',
        ),
        ("case:\n  title:\n    # why\n       T\n", "case:\n  title:\n    # why\n       T\n"),
        # comments below the last field stay in the record; those set out go with what is next
        (
            "claims:\n   c:\n      text: C\n      # own\n    # deep\n   # next\n# all\nparties:\n   p:\n",
            "claims:\n  c:\n    text: C\n    # own\n    # deep\n  # next\n\n# all\nparties:\n  p:\n",
        ),
        ("responses:\n-  stance: silent\n   by: p\n   # end\n#x\n", "responses:\n  - by: p\n    stance: silent\n    # end\n#x\n"),
        # an unknown field: nobody knows its place
        ("parties:\n  p:\n    verdict: x\n    name: P\n", "parties:\n  p:\n    verdict: x\n    name: P\n"),
        ("--- # top\n\nclaims:\n    c: C\n", "--- # top\nclaims:\n  c: C\n"),
        ("\ufeffclaims:\r\n    c: C\r\n", "\ufeffclaims:\r\n  c: C\r\n"),
        ("claims:\r\n    c: C\n    d: D\r", "claims:\r\n  c: C\r\n  d: D\r\n"),
        ("", ""),
        ("# only\n\n\n", "# only\n\n\n"),
    ],
)  # fmt: skip
def test_it_is_laid_out_as_the_format_is_shown(before: str, after: str) -> None:
    assert formatted(before) == after
    assert formatted(after) == after


def test_details_keep_the_order_they_were_given() -> None:
    text = (
        "reports:\n  r:\n    outlet: O\n    says:\n      - claim: c\n        details: {sold: 2017, delivered: 2019}\n"
    )
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{claims: {c: C}}\n", "it is written in one pair of brackets"),
        ("claims:\n    c: &a C\n    d: *a\n", "it has an anchor, an alias or a tag ('&', '*', '!')"),
        ("claims:\n    c: !!str C\n", "it has an anchor, an alias or a tag ('&', '*', '!')"),
        ("%YAML 1.2\n---\nclaims:\n    c: C\n", "it has a directive ('%…')"),
        ("claims:\n    c: C\n...\n", "it ends in '...'"),
        ("claims:\n    c: [a,\n     \tb]\n", "a line is set in with a tab"),
        ("just words\n", "it holds no sections"),
        ("claims:\n    c: |+\n      C\n\n", "a text keeps the blank lines below it ('|+')"),
        ("claims:\n    ? c\n    : C\n", "a key is marked with '?' or takes several lines"),
        ("reports:\n    r:\n        outlet: O\n        says:\n          -\n            claim: c\n", "a dash stands alone on its line"),
    ],
)  # fmt: skip
def test_what_is_not_taken_apart_is_left_as_it_is(text: str, reason: str) -> None:
    found = format_text(text, "a.yaml")
    assert (found.text, found.left, found.safe) == (text, reason, True)


@pytest.mark.parametrize("text", ["claims: [\n", "claims: {c: C, c: D}\n", "a: 1\n---\nb: 2\n", "c: \x07\n"])
def test_what_cannot_be_read_is_refused_with_its_problems(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        format_text(text, "a.yaml")
    assert refused.value.problems[0].place.file == "a.yaml"


def test_a_comment_is_one_wherever_it_stands_and_a_hash_in_a_text_is_none() -> None:
    text = "# a\nx: |  # b\n  # no\n  text # no\ny: 'no # no'  # c # d\nz: no#no #e\n'#k': \"\n # no\n\"\n#f"
    root, _ = parse_yaml(text, "a.yaml")
    assert root
    assert remarks_of(root, text.split("\n")) == ["# a", "# b", "# c # d", "#e", "#f"]


@pytest.mark.parametrize("lost", ["claims:\n  c: C\n", "claims:\n  c: D # why\n", "claims:\n  c: 'C' # why\n", "claims: # why\n", "claims:\n  c: C # why\n  # why\n"])  # fmt: skip
def test_what_is_not_the_same_is_seen(lost: str) -> None:
    text = "claims:\n  c: C # why\n"
    root, _ = parse_yaml(text, "a.yaml")
    assert root
    assert says_the_same(root, text, "claims:   # why\n    c: C\n", "a.yaml")
    assert not says_the_same(root, text, lost, "a.yaml")


@pytest.mark.parametrize("file", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: path.name)
def test_the_cases_of_the_repository_say_the_same_afterwards(file: Path) -> None:
    text = file.read_text("utf-8")
    after = formatted(text)
    assert formatted(after) == after
    assert workspace(after) == workspace(text)


def workspace(text: str) -> object:
    """Give the records of a text without the places they stand in."""
    loaded = read_texts({"a.yaml": text})
    problems = sorted(each.code for each in (*loaded.problems, *run_checks(loaded.workspace)))
    return placeless(loaded.workspace), problems


def placeless(one: object) -> object:
    if isinstance(one, dict):
        return {key: placeless(each) for key, each in one.items()}
    if isinstance(one, tuple) and not hasattr(one, "_fields"):
        return [placeless(each) for each in one]
    if hasattr(one, "fields_"):
        return {name: placeless(getattr(one, name)) for name in one.fields_ if name != "place"}
    return one


@pytest.mark.no_cover
@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**40))
def test_random_records_with_comments_in_odd_places_keep_meaning_and_comments(seed: int) -> None:
    drawn = random.Random(seed)
    found = records.workspace(seed)
    mixed = {
        section: {key: records._reordered(one, drawn) for key, one in value.items()}
        if isinstance(value, dict)
        else records._reordered(value, drawn)
        for section, value in found.items()
    }
    text = yaml.dump(
        mixed,
        Dumper=writer(drawn),
        sort_keys=False,
        indent=drawn.choice((2, 3, 4, 8)),
        width=drawn.choice((30, 80, 200)),
        default_flow_style=drawn.choice((None, False)),
        allow_unicode=True,
    )
    text = with_comments(text, drawn)
    after = format_text(text, "a.yaml")
    assert after.safe
    if after.left is None:
        assert formatted(after.text) == after.text
        before, now = (parse_yaml(each, "a.yaml")[0] for each in (text, after.text))
        assert before
        assert now
        assert remarks_of(before, text.split("\n")) == remarks_of(now, after.text.split("\n"))
        assert workspace(after.text) == workspace(text)
    else:
        assert after.text == text


def writer(drawn: random.Random) -> type[yaml.SafeDumper]:
    """Give a dumper without aliases, which writes texts in any of YAML's ways."""

    class Written(yaml.SafeDumper):
        def ignore_aliases(self, _: object) -> bool:
            return True

        def text(self, words: str) -> yaml.Node:
            style = drawn.choice((None, None, None, "'", '"', "|", ">")) if " " in words else None
            lines = words.replace(" ", "\n\n ", 1) + "\n" * drawn.randint(0, 1) if style in ("|", ">") else words
            return self.represent_scalar("tag:yaml.org,2002:str", lines, style=style)

    Written.add_representer(str, Written.text)
    return Written
