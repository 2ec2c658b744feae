"""A corpus traced: the rows are those of `Tracer.trace`, whatever the engine, and a run goes on where it was."""

from pathlib import Path
from typing import Any

import pytest

from provenance.corpus import tracing
from provenance.corpus.engine import trace_batches
from provenance.corpus.from_workspace import import_workspace
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.rows import COLUMNS, URGENCY, Options, full_names, schema
from provenance.corpus.store import Family, bucket_paths, read_bucket, write_bucket
from provenance.corpus.tracing import answers_folder, trace_corpus
from provenance.model import Workspace
from provenance.read import load, read_texts
from provenance.trace import Tracer
from provenance.trace.answer import GapKind, Status
from provenance.trace.triage import triage_of
from tests.corpus.carried import families, imported, rejects
from tests.records import workspace, written
from tests.test_slices import together

pytest.importorskip("pyarrow", reason="pyarrow is not installed: no corpus was traced")

DATA = Path(__file__).parents[2] / "data"


def quiet(_done: int, _of: int) -> None: ...


def several(seed: int) -> Workspace:
    return read_texts(written(together([workspace(seed * 10 + number) for number in range(4)]))).workspace


def corpus_of(records: Workspace, folder: Path) -> Path:
    import_workspace(records, folder)
    return folder


def rows(corpus: Path, options: Options, processes: int = 1) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = trace_corpus(corpus, options, processes, quiet).to_pylist()
    return found


def expected(records: Workspace, options: Options) -> dict[str, dict[str, Any]]:
    found = {}
    for claim in records.claims:
        answer = Tracer(records).trace(claim, options.date)
        row = triage_of(Tracer(records), answer)
        found[claim] = {name: getattr(row, name) for name in COLUMNS} | {"error": None}
        if options.full:
            kinds = [f"finding_{one.kind.replace('-', '_')}" for one in answer.findings]
            kinds += [f"gap_{one.kind.replace('-', '_')}" for one in answer.gaps]
            found[claim] |= {name: kinds.count(name) for name in full_names()}
    return found


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("options", [Options(), Options(as_of="2025-09-03"), Options(full=True)], ids=repr)
def test_every_row_is_the_answer_of_a_trace(tmp_path: Path, options: Options) -> None:
    for seed in range(12):
        records = several(seed)
        found = rows(corpus_of(records, tmp_path / str(seed)), options)
        assert {row["claim"]: row for row in found} == expected(records, options)


def test_of_the_example_workspace(tmp_path: Path) -> None:
    records = load(str(DATA)).workspace
    found = rows(corpus_of(records, tmp_path / "c"), Options(full=True))
    assert {row["claim"]: row for row in found} == expected(records, Options(full=True))


def test_what_needs_a_person_stands_first(tmp_path: Path) -> None:
    assert set(URGENCY) == set(Status)
    found = rows(corpus_of(load(str(DATA)).workspace, tmp_path / "c"), Options())
    order = [(URGENCY.index(row["status"]), -row["supporting"], row["claim"]) for row in found]
    assert order == sorted(order)


def test_several_processes_give_the_same_table(tmp_path: Path) -> None:
    corpus = corpus_of(several(3), tmp_path / "c")
    one = rows(corpus, Options())
    for path in answers_folder(corpus, Options()).iterdir():
        path.unlink()
    assert rows(corpus, Options(), processes=2) == one


def test_a_run_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_of(several(4), tmp_path / "c")
    done: list[str] = []
    trace_bucket = tracing._trace_bucket

    def stops(*given: Any) -> None:
        if len(done) == 2:
            raise KeyboardInterrupt
        trace_bucket(*given)
        done.append(given[-1])

    monkeypatch.setattr(tracing, "_trace_bucket", stops)
    with pytest.raises(KeyboardInterrupt):
        rows(corpus, Options())
    assert sorted(path.name for path in answers_folder(corpus, Options()).iterdir()) == sorted(done)
    again: list[str] = []

    def counted(*given: Any) -> None:
        again.append(given[-1])
        trace_bucket(*given)

    monkeypatch.setattr(tracing, "_trace_bucket", counted)
    whole = rows(corpus, Options())
    assert not {*again} & {*done}
    assert {row["claim"] for row in whole} == set(several(4).claims)
    rows(corpus, Options(as_of="2025-09-03"))
    assert len(again) > len(done) + len(bucket_paths(corpus)) - 3


def test_other_buckets_are_not_answered_for_by_old_answers(tmp_path: Path) -> None:
    corpus = corpus_of(several(5), tmp_path / "c")
    before = answers_folder(corpus, Options())
    path = bucket_paths(corpus)[0]
    write_bucket(path, [])
    assert answers_folder(corpus, Options()) != before


def test_a_family_that_cannot_be_traced_is_told_and_ends_nothing(tmp_path: Path) -> None:
    corpus = corpus_of(several(6), tmp_path / "c")
    path = next(path for path in bucket_paths(corpus) if any(read_bucket(path)))
    first, *others = read_bucket(path)
    broken = Family(id="bad", claims=first.claims, citations=1, slice=b'{"claims": [[null]]}')
    write_bucket(path, [broken, *others])
    found = rows(corpus, Options())
    failed = [row for row in found if row["error"] is not None]
    assert sorted(row["claim"] for row in failed) == list(first.claims)
    assert found[: len(failed)] == failed
    assert len(found) == len(several(6).claims)
    assert all(row["status"] is None for row in failed)


def test_a_bucket_that_is_gone_is_told(tmp_path: Path) -> None:
    corpus = corpus_of(several(6), tmp_path / "c")
    bucket_paths(corpus)[0].unlink()
    with pytest.raises(CorpusError, match=r"0000\.parquet' is gone"):
        trace_corpus(corpus, Options(), 1, quiet)


def test_no_claims_are_an_empty_table(tmp_path: Path) -> None:
    corpus = corpus_of(read_texts({"a.yaml": "parties: {ankara: {name: Ankara}}"}).workspace, tmp_path / "c")
    table = trace_corpus(corpus, Options(full=True), 1, quiet)
    assert table.num_rows == 0
    assert table.schema.names == schema(Options(full=True)).names
    assert list(trace_batches([], Options())) == []


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        (None, "is no corpus, or its import is not finished"),
        ("[]", "cannot be read"),
        ('{"format": "corpus/99"}', "of the version 'corpus/99'"),
        ("{", "cannot be read"),
    ],
)
def test_what_is_no_corpus_is_refused(tmp_path: Path, manifest: str | None, says: str) -> None:
    if manifest is not None:
        (tmp_path / "corpus.json").write_text(manifest)
    with pytest.raises(CorpusError, match=says):
        trace_corpus(tmp_path, Options(), 1, quiet)


def test_the_gap_that_depends_on_today_is_no_column() -> None:
    assert "gap_stale" not in full_names()
    assert len([name for name in full_names() if name.startswith("gap_")]) == len(GapKind) - 1


def test_reports_that_tables_tie_through_outlets_and_words(tmp_path: Path) -> None:
    """Who was first is a report of another claim; an agency is tied by those of its reports that no claim meets."""
    others = "\n".join(f"n{number}|nefes|2025-09-0{number}" for number in range(1, 8))
    says = "\n".join(f"n{number}|other|own_reporting|" for number in range(1, 8))
    done, corpus = imported(
        tmp_path,
        claims="id|text\nasked|It asked.\nother|It is raining.",
        outlets="id|name|owner\nnefes|Nefes|sozcu\ntele1|Tele1|sozcu\ntass|TASS|",
        dependences='between|kind\n"[""nefes"",""tass""]"|same_person',
        reports=f"id|outlet|published\nfirst|tele1|2025-09-05\nsecond|tass|2025-09-06\n{others}",
        statements="report|claim|basis|details\nfirst|asked|own_reporting|\n"
        'second|asked|own_reporting|"{""first-reported-by"":""n3""}"\n' + says,
    )
    assert (done.rejected, done.counts["dependences"]) == (0, 1), rejects(corpus)
    assert sorted(families(corpus)["asked"].workspace().reports) == ["first", "n1", "n3", "second"]
    assert [row["origins_max"] for row in rows(corpus, Options()) if row["claim"] == "asked"] == [1]
