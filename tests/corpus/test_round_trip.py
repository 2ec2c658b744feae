"""Records go into a corpus and come out as they were, and every family is traced as the whole workspace is."""

import random
from pathlib import Path

import pytest

from provenance.check import ESSENTIAL, run_checks
from provenance.corpus.exporting import FORMATS, export_corpus
from provenance.corpus.finding import find_tables
from provenance.corpus.from_workspace import import_workspace
from provenance.corpus.importing import import_tables
from provenance.export.answer import answer_json
from provenance.model import Workspace
from provenance.read import load, read_texts
from provenance.trace import Tracer
from tests.corpus.carried import contents, families, rejects
from tests.records import workspace, written
from tests.test_slices import together

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


pytest.importorskip("pyarrow", reason="the extra corpus is not installed")

ROOT = Path(__file__).parents[2]
REDTEAM = sorted(path for path in (ROOT / "tests" / "redteam").glob("*.yaml") if "expected" not in path.name)


def carried(whole: Workspace, folder: Path, form: str) -> None:
    """Take a workspace through a corpus, out of it in a format, into another corpus, and compare everything."""
    first, second, out = folder / "first", folder / "second", folder / "out"
    import_workspace(whole, first)
    export_corpus(first, out, form)
    if form == "yaml":
        loaded = load(str(out))
        assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
        assert contents(loaded.workspace) == contents(whole)
        import_workspace(loaded.workspace, second)
    else:
        done = import_tables(out, second, processes=1)
        assert done.rejected == 0, rejects(second)
    one, other = families(first), families(second)
    assert one.keys() == other.keys()
    for id_, family in one.items():
        assert other[id_].claims == family.claims
        assert other[id_].citations == family.citations
        assert contents(other[id_].workspace()) == contents(family.workspace()), id_
    same_answers(whole, second)


def same_answers(whole: Workspace, corpus: Path) -> None:
    tracer = Tracer(whole)
    seen = []
    for family in families(corpus).values():
        cut = Tracer(family.workspace())
        for claim in family.claims:
            seen.append(claim)
            assert answer_json(cut.trace(claim)) == answer_json(tracer.trace(claim)), claim
    assert sorted(seen) == sorted(whole.claims)


@pytest.mark.parametrize("form", FORMATS)
def test_the_example_workspace(tmp_path: Path, form: str) -> None:
    carried(load(str(ROOT / "data")).workspace, tmp_path, form)


@pytest.mark.parametrize(("number", "path"), list(enumerate(REDTEAM)), ids=lambda given: getattr(given, "stem", ""))
def test_red_team(tmp_path: Path, number: int, path: Path) -> None:
    """Each in one format, in turn: what they hold is the same for all."""
    loaded = load(str(path))
    if not loaded.usable:
        pytest.skip("it is made of records that cannot be used")
    carried(loaded.workspace, tmp_path, FORMATS[number % len(FORMATS)])


def drawn(seed: int) -> Workspace:
    """Give the next random workspace that commands do not refuse."""
    order = random.Random(seed)
    while True:
        records = together([workspace(order.randrange(1 << 40)) for _ in range(order.randint(1, 4))])
        loaded = read_texts(written(records))
        assert loaded.usable, loaded.problems
        if not run_checks(loaded.workspace, ESSENTIAL):
            return loaded.workspace


@pytest.mark.parametrize("seed", range(24))
def test_random_workspaces(tmp_path: Path, seed: int) -> None:
    carried(drawn(seed), tmp_path, FORMATS[seed % len(FORMATS)])


def test_files_of_a_table_in_parts_are_read_in_order(tmp_path: Path) -> None:
    for name in (
        "reports-2.csv",
        "reports-1.jsonl",
        "reports/0.parquet",
        "citations.csv",
        "tables.md",
        ".reports.csv.swp",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [(file.table, file.name) for file in find_tables(tmp_path)]
    assert found == [
        ("reports", "reports-1.jsonl"),
        ("reports", "reports-2.csv"),
        ("reports", "reports/0.parquet"),
        ("citations", "citations.csv"),
    ]
