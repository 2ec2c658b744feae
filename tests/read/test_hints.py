"""What is said to do about a key that a record does not have."""

import pytest

from tests.read.said import said

INVISIBLE = "it holds an invisible character (U+{}): write `title`"
COMMA = "if the ',' before it is part of a text, quote the text; else write `key: value`"
TITLE = "did you mean 'title'?"

HINTS = [
    ('"title ": x', INVISIBLE.format("0020")),
    ('"\\u00a0title": x', INVISIBLE.format("00A0")),
    ("ｔitle: x", "write `title`"),
    ('"tittle\\u200b": x', TITLE),
    ("-title: x", "write a space after the '-', or leave it out: `title: …`"),
    ("-titel: x", TITLE),
    ("xtitle: x", TITLE),
    ("title:x: y", "write a space after the ':': `title: …`"),
    ("titel:x: y", TITLE),
    ("and answered", COMMA),
    ('"titel"', TITLE),
    ("titel: ", TITLE),
    ("titel: ''", TITLE),
    ("titel: ~", TITLE),
    ("headline: x", TITLE),
    ("quote: x", "it belongs to a statement: `says: [{claim: ID, quote: …}]`"),
]


@pytest.mark.parametrize(("written", "hint"), HINTS)
def test_a_key_that_no_report_has(written: str, hint: str) -> None:
    (line,) = said(f"reports: {{r: {{outlet: X, {written}}}}}\n")
    assert line.partition(" | ")[2] == hint


def test_a_key_of_statements_is_not_sent_to_says_where_the_record_has_none() -> None:
    (line,) = said("outlets: {x: {name: X, attribution: y}}\n")
    assert "it belongs to" not in line
