"""What `draft --json` writes is what its published schema says, and its offsets cut out the words."""

import json
from pathlib import Path
from typing import Any

import pytest

from provenance.article import Article, Link, Span
from provenance.attribution import Attribution, Confidence, Conflict, Found, Polarity, SourceClass
from provenance.export.attributions import attributions_json

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed: the schema was not checked")

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/attributions.schema.json").read_text(encoding="utf-8"))
TEXT = "Wages rise, Doe said.\nFollow us.\n\u202eIt rains 😀, he said."


def row_of(**more: Any) -> dict[str, Any]:
    article = Article(
        file="a.html",
        text=TEXT,
        paragraphs=(Span(0, 21), Span(33, len(TEXT))),
        links=(Link(12, 15, "https://d.example/"),),
        **more,
    )
    one = Attribution(
        source=(12, 15),
        cue=(16, 20),
        content=((0, 10),),
        class_=SourceClass.PERSON,
        entity="Jane Doe",
        polarity=Polarity.ASSERTS,
        hedge=None,
        nested=False,
        confidence=Confidence.HIGH,
        rule="r",
    )
    found = Found(
        attributions=(one,),
        unattributed=((22, 32),),
        conflicts=(Conflict(first=(0, 1), second=(2, 3), words="two"),),
    )
    text = attributions_json(article, found, None)
    assert text.count("\n") == 1
    assert "\u202e" not in text
    row = json.loads(text)
    assert isinstance(row, dict)
    return row


def test_it_keeps_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for row in (
        row_of(),
        row_of(title="T", authors=("A", "B"), published="2025", language="en", url="https://x.example/"),
    ):
        jsonschema.validate(row, SCHEMA)


def test_the_schema_knows_every_class_polarity_and_grade() -> None:
    known = SCHEMA["$defs"]["attribution"]["properties"]
    assert known["class"]["enum"] == list(SourceClass)
    assert known["polarity"]["enum"] == list(Polarity)
    assert known["confidence"]["enum"] == list(Confidence)


def test_offsets_are_code_points_of_the_text() -> None:
    row = row_of(authors=("A", "B"))
    assert row["text"] == TEXT
    assert row["body"] == "Wages rise, Doe said.\n\u202eIt rains 😀, he said."
    assert row["author"] == "A, B"
    (one,) = row["attributions"]
    assert one["link"] == "https://d.example/"
    assert TEXT[slice(*one["source"])] == "Doe"
