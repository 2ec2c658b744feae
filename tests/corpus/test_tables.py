"""The columns of the tables: one list that the schema, the documentation and the exports follow."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from docs.generate import tables
from provenance.corpus.columns import HELD, STREAMED, TABLES
from provenance.corpus.exporting import export_corpus
from provenance.corpus.from_workspace import import_workspace
from provenance.read import load
from tests.corpus.test_import import BROKEN

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def test_the_published_schema_is_one() -> None:  # that it is of the columns: tests/docs/test_reference.py
    text = (REFERENCE / "corpus-tables.schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_the_documentation_lists_the_columns() -> None:
    assert tables.reference() in (REFERENCE / "corpus.md").read_text(encoding="utf-8")


def test_the_documentation_lists_every_code() -> None:
    text = (REFERENCE / "corpus.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z-]+)` \| ", text.split("## Rejected rows")[1], re.MULTILINE))
    assert {code for _, expected in BROKEN.values() for _, _, code in expected} <= listed
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "provenance" / "corpus").glob("*.py"))
    assert set(re.findall(r'(?:RowError|Reject)\(\s*"([a-z]+-[a-z-]+)"', written)) <= listed


def test_every_table_is_streamed_or_held() -> None:
    assert set(TABLES) == {*STREAMED, *HELD}
    for columns in TABLES.values():
        assert len({column.name for column in columns}) == len(columns)


def test_exported_rows_keep_to_the_schema(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra corpus is not installed")
    import_workspace(load(str(ROOT / "data")).workspace, tmp_path / "corpus")
    export_corpus(tmp_path / "corpus", tmp_path / "tables", "jsonl")
    found = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (tmp_path / "tables").glob("*.jsonl")
    }
    assert set(found) == set(TABLES)
    jsonschema.validate(found, json.loads(tables.schema()))
