"""`provenance schema` prints or writes the schema of the records."""

import json
from pathlib import Path

import pytest

from provenance.read.schema import records_schema
from tests.cli.ran import Provenance


def test_it_is_printed(provenance: Provenance) -> None:
    ran = provenance("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == records_schema()


def test_it_is_written_whole_and_replaced_only_with_force(
    provenance: Provenance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert provenance("schema", "-o", "records.schema.json") == (0, "", "")
    file = Path("records.schema.json")
    assert json.loads(file.read_text()) == records_schema()
    file.write_text("mine")
    ran = provenance("schema", "-o", "records.schema.json")
    assert (ran.code, file.read_text()) == (2, "mine")
    assert ran.err == "provenance: 'records.schema.json' is there already; write it again with --force\n"
    provenance("schema", "-o", "records.schema.json", "--force")
    assert json.loads(file.read_text()) == records_schema()
