"""`init` on the command line: a workspace that works at once, and nothing that was there is touched."""

import json
from pathlib import Path

import pytest

from provenance.editing import starting
from provenance.editing.starting import FILES, start
from provenance.read.schema import records_schema
from tests.cli.ran import Provenance


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_passes_check_and_trace_and_says_that_it_is_one(
    provenance: Provenance, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = list(start("desk"))
    assert {f"desk/{name}" for name in FILES} <= {*files}
    ran = provenance("init", "desk")
    assert (ran.code, ran.err) == (0, "")
    assert [row for row in ran.out.splitlines() if row.startswith("wrote")] == [f"wrote {name}" for name in files]
    assert "cd desk && provenance trace ferry-stops" in ran.out
    monkeypatch.chdir(here / "desk")
    assert provenance("check").code == 0
    traced = provenance("trace", "ferry-stops").out
    assert "SINGLE-ORIGIN · 1 origin · 2 supporting reports" in traced
    assert "drift: courier-0902 hardens harbour-post-0901" in traced
    assert "# EXAMPLE: an invented case." in (here / "desk" / "data" / "example.yaml").read_text()
    assert provenance("fmt", "--check").code == 0
    added = provenance("new", "report", "--outlet", "Quayside Blog", "--says", "ferry-stops", "--cites", "courier-0902")
    assert added.out.startswith("added to data/example.yaml")


def test_the_editor_s_settings_are_json(provenance: Provenance, here: Path) -> None:
    assert provenance("init").code == 0
    settings = json.loads((here / ".vscode" / "settings.json").read_text())
    assert settings["yaml.yamlVersion"] == "1.2"
    assert json.loads((here / ".vscode" / "extensions.json").read_text())["recommendations"]


def test_where_a_schema_is_there_editors_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.editing.starting._schema", lambda: "{}\n")
    files = start("desk")
    assert files["desk/.provenance/records.schema.json"] == "{}\n"
    settings = json.loads(files["desk/.vscode/settings.json"])
    assert settings["yaml.schemas"] == {".provenance/records.schema.json": ["data/**/*.yaml", "data/**/*.yml"]}
    first = files["desk/data/example.yaml"].splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.provenance/records.schema.json"


def test_the_schema_is_the_one_of_the_program() -> None:
    assert json.loads(starting._schema()) == records_schema()


@pytest.mark.parametrize("name", [*FILES, "data/mine.yml"])
def test_nothing_is_written_where_anything_is_there(provenance: Provenance, here: Path, name: str) -> None:
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text("mine")
    ran = provenance("init")
    assert ran == (2, "", f"provenance: '.' has this already: {name}; nothing was written\n")
    assert [path for path in here.rglob("*") if path.is_file()] == [here / name]
    assert (here / name).read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_written_through(provenance: Provenance, here: Path) -> None:
    (here / "README.md").symlink_to("elsewhere")
    assert provenance("init").code == 2
    assert not (here / "elsewhere").exists()


def test_a_file_where_a_folder_should_be_is_said_and_no_folder_stays(provenance: Provenance, here: Path) -> None:
    (here / "data").write_text("mine")
    ran = provenance("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("provenance: cannot write 'data/example.yaml'")
    assert [path.name for path in here.iterdir()] == ["data"]
    assert provenance("init", "data/desk").code == 2
