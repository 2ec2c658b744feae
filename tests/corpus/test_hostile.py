"""Any cell may hold anything: an import refuses rows, and what it keeps can be traced."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from provenance.corpus.columns import TABLES
from provenance.corpus.exporting import export_corpus
from provenance.corpus.from_workspace import import_workspace
from provenance.corpus.importing import import_tables
from provenance.corpus.rejecting import CorpusError
from provenance.read import load
from provenance.trace import Tracer
from tests.corpus.carried import families, rejects

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


pytest.importorskip("pyarrow", reason="the extra corpus is not installed")

ROOT = Path(__file__).parents[2]
HOSTILE: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "\x00",
        "\x85\u2028\ufeff",
        "\x1b[31m\u202e",
        "~",
        "null",
        "unnamed",
        "UNNAMED",
        "a: b",
        "{",
        "[1",
        "- x",
    ),
    *(
        "&a",
        "*a",
        "!!python",
        "%",
        "#",
        "no",
        "0",
        "-1",
        "1e9",
        "9" * 30,
        "x" * 3000,
        "é" * 900,
        '"',
        "'",
        "\\",
        "\\u0000",
    ),
    *(
        "\ud800",
        "\U0001f600",
        "?",
        "a?",
        "retracted:",
        "retracted:2025",
        ":",
        7,
        -1,
        1 << 70,
        1.5,
        True,
        [],
        {},
        [None],
        [[]],
    ),
    *(
        {"a": "b"},
        {"a": 1},
        ["a", "a"],
        "[" * 3000,
        '{"a":' * 3000,
        '{"\\ud800": "x"}',
        "2025-99",
        "../..",
        "kyiv-post",
    ),
)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("hostile")
    import_workspace(load(str(ROOT / "data")).workspace, folder / "corpus")
    export_corpus(folder / "corpus", folder / "out", "jsonl")
    return {
        table: [
            json.loads(line) for line in (folder / "out" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for table in TABLES
    }


@pytest.mark.parametrize("seed", range(40))
def test_hostile_cells(tmp_path: Path, rows: dict[str, list[dict[str, Any]]], seed: int) -> None:
    chance = random.Random(seed)
    made = {table: [dict(row) for row in found] for table, found in rows.items()}
    for _ in range(chance.choice((1, 5, 40))):
        table = chance.choice(list(made))
        row = chance.choice(made[table])
        row[chance.choice(TABLES[table]).name] = chance.choice(HOSTILE)
    for table, found in made.items():
        lines = "".join(json.dumps(row) + "\n" for row in found)
        (tmp_path / f"{table}.jsonl").write_text(lines, encoding="utf-8")
    try:
        done = import_tables(tmp_path, tmp_path / "corpus", processes=1)
    except CorpusError as error:
        pytest.fail(f"one row must not stop an import: {error}")
    assert done.rejected == len(rejects(tmp_path / "corpus"))
    for family in families(tmp_path / "corpus").values():
        tracer = Tracer(family.workspace())
        for claim in family.claims:
            tracer.trace(claim)
    export_corpus(tmp_path / "corpus", tmp_path / "out", "jsonl")
    assert import_tables(tmp_path / "out", tmp_path / "again", processes=1).rejected == 0
    assert families(tmp_path / "again") == families(tmp_path / "corpus")
