"""A record is put after the last of its section, and every other byte stays as it was."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.draft.proposal import Entry, Flag
from provenance.editing.adding import add_record
from provenance.editing.places import NoPlaceError
from tests import records
from tests.editing.comments import with_comments

PARTY = Entry("parties", "new", "", {"name": "New Body"})
NEW = "  new: {name: New Body}\n"
RESPONSE = Entry("responses", "new", "", {"by": "p", "claim": "c", "stance": "denies", "on_record": Flag("false")})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"parties:\n{NEW}"),
        ("# only this\n", f"# only this\n\nparties:\n{NEW}"),
        ("claims: {c: C}", f"claims: {{c: C}}\n\nparties:\n{NEW}"),
        ("parties:  # who\nclaims: {c: C}\n", f"parties:  # who\n{NEW}claims: {{c: C}}\n"),
        ("parties:\n  p: {name: P}  # p\n\n# claims\n", f"parties:\n  p: {{name: P}}  # p\n{NEW}\n# claims\n"),
        ("parties:\n  p:\n    # inside\n# after\n", f"parties:\n  p:\n    # inside\n{NEW}# after\n"),
        ("parties:\n  p:\n\n  q:\n", f"parties:\n  p:\n\n  q:\n\n{NEW}"),
        ("parties:\n  p:\n    name: P\n  q:\n", f"parties:\n  p:\n    name: P\n  q:\n{NEW}"),
        ("parties:\n    p:\nclaims: {c: C}\n", f"parties:\n    p:\n  {NEW}claims: {{c: C}}\n"),
        ("parties:\n  p: {name: P,\n    aliases: [Q,\n  R]}\n", f"parties:\n  p: {{name: P,\n    aliases: [Q,\n  R]}}\n{NEW}"),
        ("parties:\n  p:\n    name: |\n      P\n\n\nclaims:\n  c: C\n", f"parties:\n  p:\n    name: |\n      P\n\n{NEW}\n\nclaims:\n  c: C\n"),
        ("  parties:\n    p:\n", f"  parties:\n    p:\n  {NEW}"),
        ("\ufeffparties:\r\n  p:\r\n# x\r\n", f"\ufeffparties:\r\n  p:\r\n{NEW.strip(chr(10))}\r\n# x\r\n"),
        ("---\nclaims: {c: C}\n", f"---\nclaims: {{c: C}}\n\nparties:\n{NEW}"),
    ],
)  # fmt: skip
def test_it_stands_after_the_last_of_its_section(before: str, after: str) -> None:
    added = add_record(before, "a.yaml", PARTY)
    assert added.text == after
    assert added.text.lstrip("\ufeff").splitlines()[added.line - 1].strip() == NEW.strip()


def test_a_list_gets_one_item_more_with_the_dash_where_the_others_are() -> None:
    text = "responses:\n- by: p\n  claim: c\n  stance: silent\n# end\n"
    item = "- by: p\n  claim: c\n  stance: denies\n  on_record: false\n"
    assert add_record(text, "a.yaml", RESPONSE).text == text.replace("# end\n", f"\n{item}# end\n")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{claims: {c: C}}\n", "the whole file stands in one pair of braces; name another file with --file"),
        ("parties: {p: {name: P}}\n", "'parties' is written within one line or one pair of brackets"),
        ("parties: [p]\n", "'parties' is written within one line"),
        ("parties: ~\n", "'parties' is written within one line"),
        ("claims: {c: &a C}\nparties: *a\n", "'parties' is written within one line"),
        ("claims: {c: C}\n...\n", "the record would not stand on its own in 'a.yaml'"),
        ("claims: [\n", "'a.yaml' cannot be read as YAML; `provenance check` says why"),
    ],
)
def test_where_it_cannot_stand_the_reason_is_given(text: str, reason: str) -> None:
    with pytest.raises(NoPlaceError) as refused:
        add_record(text, "a.yaml", PARTY)
    assert str(refused.value).startswith(reason)


def test_text_that_keeps_its_blank_lines_gets_no_more_of_them() -> None:
    text = "claims:\n  c:\n    text: |+\n      C\n"
    assert add_record(text, "a.yaml", PARTY).text == f"{text}parties:\n{NEW}"


@pytest.mark.no_cover
@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**40))
def test_random_records_take_one_more_and_nothing_else_changes(seed: int) -> None:
    drawn = random.Random(seed)
    for file, text in records.shuffled(records.workspace(seed), drawn).items():
        before = with_comments(text, drawn)
        for entry in (PARTY, RESPONSE):
            added = add_record(before, file, entry)
            same = next((at for at, sign in enumerate(before) if added.text[at : at + 1] != sign), len(before))
            assert added.text.endswith(before[same:])
            assert "\n".join(added.rows) in added.text[: len(added.text) - len(before[same:])]
