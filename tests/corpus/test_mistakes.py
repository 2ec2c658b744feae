"""What people get wrong in tables: told with what to do, and nothing is dropped in silence."""

import json
from pathlib import Path

import pytest

from provenance.corpus.exporting import export_corpus
from provenance.corpus.importing import import_tables
from provenance.corpus.new_folder import new_folder
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.synth import synthesize
from tests.corpus.carried import families, imported, refused, rejects, tables

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: no corpus was made")

REPORTS = "id,outlet\na,P\nb,Q\n"
STATEMENTS = "report,claim\na,open\nb,open\n"


def folder_of(tmp_path: Path, **texts: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {"reports_csv": REPORTS, "statements_csv": STATEMENTS, **texts}.items():
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(text.encode())
    return folder


def message(folder: Path) -> str:
    with pytest.raises(CorpusError) as raised:
        import_tables(folder, folder.parent / "corpus", processes=1)
    return str(raised.value)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("citation.csv", "did you mean 'citations.csv'?"),
        ("Citations.csv", "did you mean 'citations.csv'?"),
        ("reports (1).csv", "did you mean 'reports-2.csv'?"),
        ("REPORTS.CSV", "did you mean 'reports.csv'?"),
        ("notes.csv", "the tables are reports, statements, citations"),
        ("citations.xlsx", "save each sheet as CSV UTF-8"),
        ("citations.tsv", "a table ends in .parquet, .csv, .jsonl"),
        ("more.yaml", "a table ends in .parquet, .csv, .jsonl"),
        ("citations.txt", "a table ends in .parquet, .csv, .jsonl"),
    ],
)
def test_a_file_that_would_not_be_read_is_refused(tmp_path: Path, name: str, advice: str) -> None:
    folder = folder_of(tmp_path)
    (folder / name).write_text("report,claim,id\nb,open,a\n", encoding="utf-8")
    found = message(folder)
    assert f"{name}': " in found
    assert advice in found
    assert not (tmp_path / "corpus").exists()


def test_what_is_no_table_may_stand_beside(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, README_md="# Mine", answers_jsonl="{}", notes_txt="x")
    assert import_tables(folder, tmp_path / "corpus", processes=1).counts["reports"] == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id,outlet,url,url\na,P,x,y\n", "has the column 'url' twice"),
        ("id;outlet\na;P\n", "separated by semicolons: save it with commas"),
        ("id\toutlet\na\tP\n", "separated by tabs: save it with commas"),
        ("ID,outlet\na,P\n", "did you mean 'id'?"),
        ("id,outlet,publishd\na,P,2025\n", "did you mean 'published'?"),
        ("id,outlet,\na,P,\n", "a comma too many at the end of the first line"),
        ("", "is empty: its first line has to name the columns"),
    ],
)
def test_a_header_that_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    assert says in message(folder_of(tmp_path, reports_csv=text))


@pytest.mark.parametrize(("encoding", "says"), [("latin-1", "line 2 is no UTF-8"), ("utf-16", "UTF-16")])
def test_another_encoding(tmp_path: Path, encoding: str, says: str) -> None:
    folder = folder_of(tmp_path)
    (folder / "reports.csv").write_bytes("id,outlet\na,P\xfc\n".encode(encoding))
    found = message(folder)
    assert says in found
    assert "save it as CSV UTF-8" in found


def test_a_key_that_stands_twice_makes_no_row(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, citations_jsonl='{"report": "b", "claim": "open", "id": "a", "id": "b"}\n"text"\n[1]\n'
    )
    import_tables(folder, tmp_path / "corpus", processes=1)
    assert [(one["row"], one["reason"]) for one in rejects(tmp_path / "corpus")] == [
        (1, "the key 'id' stands there twice"),
        (2, "a row is a JSON object"),
        (3, "a row is a JSON object"),
    ]
    assert rejects(tmp_path / "corpus")[1]["values"] == {"line": '"text"'}


def test_blank_lines_at_the_end_are_no_rows(tmp_path: Path) -> None:
    done = import_tables(folder_of(tmp_path, reports_csv=REPORTS + ",\n,\n\n"), tmp_path / "corpus", processes=1)
    assert (done.counts["reports"], done.rejected) == (2, 0)


def test_a_row_of_too_many_cells_is_shown(tmp_path: Path) -> None:
    import_tables(folder_of(tmp_path, reports_csv=REPORTS + "c,R,x\n"), tmp_path / "corpus", processes=1)
    (found,) = rejects(tmp_path / "corpus")
    assert (found["reason"], found["values"]) == (
        "3 cells, 2 columns",
        {"cell 1": "c", "cell 2": "R", "cell 3": "x"},
    )


def test_a_bad_date_costs_the_date_and_no_more(tmp_path: Path) -> None:
    done, corpus = imported(
        tmp_path,
        reports="id|outlet|published|status|read\na|P|45000|gone:2025|\nb|Q|2025-09-01||aloud",
        statements="report|claim\na|open\nb|open",
    )
    assert (done.counts["reports"], done.counts["statements"], done.rejected) == (2, 2, 3)
    assert all(one["reason"].endswith("; the row is used without it") for one in rejects(corpus))
    found = families(corpus)["open"].workspace().reports
    assert (found["a"].published, found["a"].changes, found["b"].read) == (None, (), None)


def test_what_hangs_on_a_row_that_was_left_out_says_so(tmp_path: Path) -> None:
    done, corpus = imported(
        tmp_path,
        reports="id|outlet\nA|P\nb|\nc|R",
        statements="report|claim\nb|open\nc|open",
        citations="report|claim|id\nc|open|b\nc|open|z",
    )
    assert refused(corpus) == [
        ("reports", 1, "bad-id"),
        ("reports", 2, "missing-value"),
        ("statements", 1, "left-out"),
        ("citations", 1, "left-out"),
        ("citations", 2, "unknown-id"),
    ]
    found = [one["reason"] for one in rejects(corpus)]
    assert found[2] == found[3] == "the report 'b' was left out: reports.csv row 2"
    assert done.codes["citations", "left-out"] == 1


def test_a_sentence_is_no_claim(tmp_path: Path) -> None:
    _, corpus = imported(tmp_path, reports="id|outlet\na|P", statements="report|claim\na|The mayor resigns")
    (found,) = rejects(corpus)
    assert (found["code"], found["reason"][:40]) == ("bad-id", "'The mayor resigns': an id is made of a-")


def test_several_ids_in_a_cell_are_a_json_array(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, claims_csv='id,could_confirm\nopen,"mayor,council"\n', parties_csv="id\nmayor\ncouncil\n"
    )
    import_tables(folder, tmp_path / "corpus", processes=1)
    assert rejects(tmp_path / "corpus")[0]["reason"].startswith(
        "`could_confirm` holds several ids: write them as a JSON"
    )


def test_a_long_chain_of_claims_without_an_end_is_left_out_link_by_link(tmp_path: Path) -> None:
    chain = "\n".join(f"c{number}|c{number + 1}" for number in range(300))
    done, corpus = imported(
        tmp_path, claims=f"id|part_of\nopen|\n{chain}", reports="id|outlet\na|P", statements="report|claim\na|open"
    )
    assert (done.counts["claims"], done.rejected) == (1, 300)
    assert rejects(corpus)[0]["reason"] == "'c1' was left out: claims.csv row 3"
    assert rejects(corpus)[-1]["code"] == "unknown-id"


def test_no_id_is_taken_for_one_of_ours(tmp_path: Path) -> None:
    done, corpus = imported(
        tmp_path,
        outlets="id|name\np|P\nq|Q",
        reports="id|outlet\n00|p\n01|q\n0reports.0|q",
        statements="report|claim\n00|open\n01|open",
        dependences='between|kind\n"[""00"",""01""]"|same_wording\n"[""0reports.0"",""01""]"|same_wording',
    )
    assert (done.rejected, done.counts["dependences"]) == (0, 2), rejects(corpus)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "yaml"])
def test_a_carriage_return_comes_back(tmp_path: Path, form: str) -> None:
    title = 'one\rtwo\r\nthree\n"four", five; =SUM(1)'
    folder = folder_of(tmp_path)
    (folder / "reports.csv").unlink()
    line = json.dumps({"id": "a", "outlet": "P", "title": title})
    (folder / "reports.jsonl").write_text(line + '\n{"id": "b", "outlet": "Q"}\n', encoding="utf-8")
    import_tables(folder, tmp_path / "one", processes=1)
    export_corpus(tmp_path / "one", tmp_path / "out", form)
    if form != "yaml":
        import_tables(tmp_path / "out", tmp_path / "two", processes=1)
        assert families(tmp_path / "two")["open"].workspace().reports["a"].title == title
    else:
        assert '"one\\rtwo\\r\\nthree' in "".join(
            path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("reports*.yaml")
        )


def test_rows_of_parquet_that_are_no_text_are_left_out(tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    ends = pa.array([0, 1, 2, 3], pa.int32()).buffers()[1]
    outlets = pa.Array.from_buffers(pa.string(), 3, [None, ends, pa.py_buffer(b"P\xffQ")])
    rows = {"id": pa.array(["a", "b", "c"]), "outlet": outlets, "title": pa.array(["", "x", None])}
    rows["status"] = pa.array([None, None, ["corrected:2025", None]], pa.list_(pa.string()))
    (tmp_path / "in").mkdir()
    pq.write_table(pa.table(rows), tmp_path / "in" / "reports.parquet")
    (tmp_path / "in" / "statements.csv").write_text("report,claim\na,open\n", encoding="utf-8")
    import_tables(tmp_path / "in", tmp_path / "corpus", processes=1)
    assert [(one["row"], one["reason"]) for one in rejects(tmp_path / "corpus")] == [
        (2, "`outlet` is not UTF-8"),
        (3, "`status` has to be a list of texts"),
    ]
    assert families(tmp_path / "corpus")["open"].workspace().reports["a"].title is None


@pytest.mark.parametrize("kind", ["float64", "timestamp[s]"])
def test_a_column_that_text_would_bend_is_refused(tmp_path: Path, kind: str) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    (tmp_path / "in").mkdir()
    of_kind = pa.timestamp("s") if kind.startswith("t") else pa.float64()
    table = pa.table({"id": ["a"], "outlet": ["P"], "published": pa.array([1], pa.int64()).cast(of_kind)})
    pq.write_table(table, tmp_path / "in" / "reports.parquet")
    assert "the column 'published' holds" in message(tmp_path / "in")


def test_a_folder_is_whole_or_absent(tmp_path: Path) -> None:
    def stops(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synthesize(tmp_path / "made", 1000, 10, 1, "csv", stops)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "there").mkdir()
    with new_folder(tmp_path / "there") as made:
        (made / "x").touch()
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["x"]
    with pytest.raises(CorpusError, match="is there already and not empty"), new_folder(tmp_path / "there"):
        pass


def test_an_export_that_fails_leaves_nothing(tmp_path: Path) -> None:
    given = tables(tmp_path / "in", reports="id|outlet\na|A", statements="report|claim\na|open")
    import_tables(given, tmp_path / "corpus", processes=1)
    (tmp_path / "corpus" / "rest.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"rest\.jsonl' cannot be read .*import the tables again"):
        export_corpus(tmp_path / "corpus", tmp_path / "out", "csv")
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "in"]
