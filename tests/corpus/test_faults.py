"""Damaged files, two imports at once, another state of the program: told, or made anew, never answered from."""

import sqlite3
from pathlib import Path

import pytest

from provenance.corpus import importing, tracing
from provenance.corpus.beginning import WORK, begun
from provenance.corpus.importing import import_tables
from provenance.corpus.outlets import compare_outlets
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.rows import Options
from provenance.corpus.store import MANIFEST, bucket_paths, read_manifest
from provenance.corpus.tracing import answers_folder, trace_corpus
from tests.corpus.carried import tables
from tests.corpus.test_trace import corpus_of, quiet, rows, several

pytest.importorskip("pyarrow", reason="pyarrow is not installed: no corpus was made")


def test_a_damaged_bucket_is_told(tmp_path: Path) -> None:
    corpus = corpus_of(several(1), tmp_path / "c")
    path = bucket_paths(corpus)[1]
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    for processes in (1, 2):
        with pytest.raises(CorpusError, match=r"0001\.parquet' is damaged .*import the tables again"):
            trace_corpus(corpus, Options(), processes, quiet)
    with pytest.raises(CorpusError, match=r"0001\.parquet' is damaged"):
        compare_outlets(corpus, 1, quiet)


def test_a_bucket_of_other_columns_is_told(tmp_path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    corpus = corpus_of(several(1), tmp_path / "c")
    pq.write_table(pa.table({"x": [1]}), bucket_paths(corpus)[0])
    with pytest.raises(CorpusError, match=r"0000\.parquet' is not of this corpus"):
        trace_corpus(corpus, Options(), 1, quiet)


def test_damaged_answers_are_made_anew(tmp_path: Path) -> None:
    corpus = corpus_of(several(1), tmp_path / "c")
    whole = rows(corpus, Options())
    compared = compare_outlets(corpus, 1, quiet)
    for path in (corpus / "answers").rglob("0001.*"):
        path.write_bytes(path.read_bytes()[:20])
    assert rows(corpus, Options()) == whole
    assert compare_outlets(corpus, 1, quiet) == compared


def test_answers_that_lack_a_claim_are_not_given(tmp_path: Path) -> None:
    corpus = corpus_of(several(1), tmp_path / "c")
    whole = rows(corpus, Options())
    folder = answers_folder(corpus, Options())
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_size)
    (folder / kept[-1].name).write_bytes(kept[0].read_bytes())
    with pytest.raises(CorpusError, match=rf"for \d+ of {len(whole)} claims: run the same command again"):
        rows(corpus, Options())
    assert rows(corpus, Options()) == whole


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "corpus/1", "buckets": 2}'])
def test_a_manifest_that_says_nothing_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be read: import the tables again"):
        read_manifest(tmp_path)


def test_a_corpus_of_another_version_is_told(tmp_path: Path) -> None:
    corpus = corpus_of(several(1), tmp_path / "c")
    text = (corpus / MANIFEST).read_text(encoding="utf-8")
    (corpus / MANIFEST).write_text(text.replace("corpus/1", "corpus/9"), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"of the version 'corpus/9'; this program reads 'corpus/1'"):
        trace_corpus(corpus, Options(), 1, quiet)


def test_what_another_state_of_the_program_kept_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_of(several(1), tmp_path / "c")
    before = answers_folder(corpus, Options())
    assert answers_folder(corpus, Options()) == before
    monkeypatch.setattr(tracing, "made_by", lambda *_rooms: ["another"])
    assert answers_folder(corpus, Options()) != before


def test_two_imports_do_not_work_in_one_folder(tmp_path: Path) -> None:
    given = tables(tmp_path / "in", reports="id|outlet\na|A", statements="report|claim\na|It is so")
    with begun(tmp_path / "c", "k"), pytest.raises(CorpusError, match="under way"):
        import_tables(given, tmp_path / "c", processes=1)
    assert import_tables(given, tmp_path / "d", processes=1).counts["reports"] == 1
    with pytest.raises(CorpusError, match="is a corpus already"):
        import_tables(given, tmp_path / "d", processes=1)


def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    """What a killed import leaves is no lock: the file stands, nobody holds it."""
    given = tables(tmp_path / "in", reports="id|outlet\na|A", statements="report|claim\na|It is so")
    (tmp_path / "c" / WORK).mkdir(parents=True)
    sqlite3.connect(tmp_path / "c" / WORK / "lock").close()
    assert import_tables(given, tmp_path / "c", processes=1).counts["reports"] == 1
    assert not (tmp_path / "c" / WORK).exists()


@pytest.mark.no_cover  # it covers what others do, many times over
def test_how_many_processes_makes_no_other_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = tables(tmp_path / "in", reports="id|outlet\na|A", statements="report|claim\na|It is so")
    monkeypatch.setattr(importing, "_ROWS_A_PARTITION", 1)
    import_tables(given, tmp_path / "c", processes=1)
    import_tables(given, tmp_path / "d", processes=2)
    one, other = ({p.name: p.read_bytes() for p in bucket_paths(tmp_path / name)} for name in "cd")
    assert one == other
    assert len(one) == 8
