"""A real language server for YAML, given our schema: diagnostics, completion and hover text, as an editor asks for them."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance.read import meanings, read_texts
from provenance.read.schema import records_schema
from tests.read.language_server import LanguageServer
from tests.read.test_schema import BROKEN, EXAMPLES, UNTOLD

NODE = Path(__file__).parents[1] / "export"

HALF_TYPED = """\
reports:
  a:
    outlet: X
    says:
      - claim: c
        stance:\x20
        \n"""
STANCE = (5, 16)
NEXT_KEY = (6, 8)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    folders = [os.environ.get("PROVENANCE_NODE_MODULES"), NODE / "node_modules"]
    programs = [Path(folder) / ".bin" / "yaml-language-server" for folder in folders if folder]
    program = next((path for path in programs if path.exists()), None)
    if program is None or shutil.which("node") is None:
        pytest.skip("node or yaml-language-server is missing (npm install in tests/export): no editor was asked")
    schema = tmp_path_factory.mktemp("schema") / "records.schema.json"
    schema.write_text(json.dumps(records_schema()))
    with LanguageServer(["node", str(program), "--stdio"], schema) as running:
        yield running


def lines(diagnostics: list[dict[str, Any]]) -> set[int]:
    return {found["range"]["start"]["line"] + 1 for found in diagnostics}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_without_fault(server: LanguageServer, path: Path) -> None:
    assert server.open(path.read_text()) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_marked_at_a_line_that_check_names(server: LanguageServer, path: Path) -> None:
    code = path.stem.removeprefix("broken-")
    found = lines(server.open(path.read_text()))
    if code in UNTOLD:
        return
    expected = {int(line.split(":")[0]) for line in path.with_suffix(".txt").read_text().splitlines()}
    assert found & expected


@pytest.mark.parametrize("code", ["unknown-key", "unknown-value", "wrong-type", "bad-id", "duplicate-key"])
def test_every_fault_of_a_file_is_marked_at_its_line(server: LanguageServer, code: str) -> None:
    path = next(path for path in BROKEN if path.stem == f"broken-{code}")
    text = path.read_text()
    found = lines(server.open(text))
    assert found == {problem.place.line for problem in read_texts({path.name: text}).problems}


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("claims: {Big Id: C}", "An id is of a-z, digits, '.', '_' and '-', and begins with a letter or digit."),
        (
            "reports: {a: {outlet: X, published: soon}}",
            "Write 2025-09-03, 2025-09, 2025-09-13? or 2025-09-03T21:40+02:00.",
        ),
        (
            "sources: {s: {kind: anonymous, name: Jane}}",
            "To protect the source an anonymous one carries only kind, described_as, party, same_as.",
        ),
        ("reports: {a: {outlet: X, cites: b}}", 'Missing property "says".'),
        ("outlets: {a: {country: UK}}", "Use two capital letters, such as TR."),
        ("reports: {a: {outlet: X, ulr: b}}", "Property ulr is not allowed."),
    ],
)
def test_what_an_editor_says_helps(server: LanguageServer, text: str, advice: str) -> None:
    assert [found["message"] for found in server.open(text)] == [advice]


def completed(server: LanguageServer, place: tuple[int, int]) -> set[str]:
    server.open(HALF_TYPED)
    return {item["label"] for item in server.at("completion", *place)["items"]}


def test_words_are_completed(server: LanguageServer) -> None:
    assert completed(server, STANCE) >= {"supports", "denies", "questions", "comments"}


def test_fields_are_completed_and_those_that_are_there_are_not(server: LanguageServer) -> None:
    offered = completed(server, NEXT_KEY)
    assert offered >= {"certainty", "basis", "quote", "where", "details", "cites"}
    assert "claim" not in offered


@pytest.mark.parametrize(
    ("place", "meaning"),
    [
        ((0, 2), meanings.SECTIONS["reports"]),
        ((2, 5), meanings.FIELDS["report"]["outlet"]),
        ((4, 9), meanings.FIELDS["statement"]["claim"]),
        ((5, 9), meanings.FIELDS["statement"]["stance"]),
    ],
)
def test_hover_text_says_what_a_field_means(server: LanguageServer, place: tuple[int, int], meaning: str) -> None:
    server.open(HALF_TYPED)
    assert meaning.replace("`", "") in server.at("hover", *place)["contents"]["value"].replace("`", "")
