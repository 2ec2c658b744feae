"""Tables become a corpus: what is refused and why, what goes on after a kill, what stays within its memory."""

import json
from pathlib import Path
from typing import Any

import pytest

from provenance.corpus import finishing, importing
from provenance.corpus.finding import TableFile
from provenance.corpus.formats import batches
from provenance.corpus.importing import import_tables
from provenance.corpus.rejecting import CorpusError
from provenance.trace import Tracer
from tests.corpus.carried import contents, families, imported, refused, rejects, tables

pytest.importorskip("pyarrow", reason="the extra corpus is not installed")

REPORTS = """
    id | outlet    | published
    a  | Morning   | 2025-09-01
    b  | The Wire  | 2025-09-02
    c  | the  wire | 2025-09-03
"""
STATEMENTS = """
    report | claim
    a      | closed
    b      | closed
    c      | closed
"""
CITATIONS = """
    report | claim  | id
    b      | closed | a
    c      | closed | b
"""
TABLES = {"reports": REPORTS, "statements": STATEMENTS, "citations": CITATIONS}


def test_claims_and_outlets_without_a_row_are_those_that_are_named(tmp_path: Path) -> None:
    done, corpus = imported(tmp_path, **TABLES)
    family = families(corpus)["closed"]
    workspace = family.workspace()
    assert (family.claims, family.citations, done.rejected) == (("closed",), 2, 0)
    assert workspace.claims["closed"].text == "closed"
    assert {id_: outlet.implicit for id_, outlet in workspace.outlets.items()} == {"Morning": True, "The Wire": True}
    assert [report.outlet for report in workspace.reports.values()] == ["Morning", "The Wire", "The Wire"]
    assert {one.id for one in Tracer(workspace).trace("closed").origins} == {"a"}


def test_tied_claims_are_one_family(tmp_path: Path) -> None:
    claims = """
        id     | text          | stronger_than | part_of
        shut   | It is shut.   | closed        |
        closed | It is closed. |               |
        alone  | It is alone.  |               |
    """
    _, corpus = imported(tmp_path, **TABLES, claims=claims)
    assert {id_: family.claims for id_, family in families(corpus).items()} == {
        "alone": ("alone",),
        "closed": ("closed", "shut"),
    }


def test_an_outlet_is_meant_by_id_name_or_alias(tmp_path: Path) -> None:
    outlets = """
        id   | name     | aliases
        wire | The Wire | Wire Service
    """
    reports = "id | outlet\na | WIRE\nb | the wire\nc | Wire  service\n"
    _, corpus = imported(tmp_path, **{**TABLES, "reports": reports}, outlets=outlets)
    assert {report.outlet for report in families(corpus)["closed"].workspace().reports.values()} == {"wire"}


BROKEN: dict[str, tuple[dict[str, str], list[tuple[str, int, str]]]] = {
    "a second report of one id": (
        {"reports": REPORTS + "    a | Evening | 2025-09-04\n"},
        [("reports", 4, "duplicate-id")],
    ),
    "an id that is none": ({"reports": REPORTS + "    The A! | Evening |\n"}, [("reports", 4, "bad-id")]),
    "no id": ({"reports": REPORTS + "    | Evening |\n"}, [("reports", 4, "missing-value")]),
    "no outlet": ({"reports": REPORTS + "    d | |\n"}, [("reports", 4, "missing-value")]),
    "an unnamed publisher": ({"reports": REPORTS + "    d | unnamed |\n"}, [("reports", 4, "wrong-kind")]),
    "a wrong date": ({"reports": REPORTS + "    d | Evening | 2025-13-01\n"}, [("reports", 4, "bad-date")]),
    "a row of too few cells": ({"reports": REPORTS + "    d\n"}, [("reports", 4, "wrong-type")]),
    "a wrong reading": (
        {"reports": "id | outlet | read\nz | P | skimmed\na | P |\nb | P |\nc | P |\n"},
        [("reports", 1, "unknown-value")],
    ),
    "a wrong status": (
        {
            "reports": "id | outlet | status\nz | P | burnt:2025\ny | P | retracted\na | P |\nb | P |\nc | P | retracted:2025\n"
        },
        [("reports", 1, "unknown-value"), ("reports", 2, "unknown-value")],
    ),
    "read through a report that is not there": (
        {"reports": "id | outlet | via\na | P | z\nb | P | a\nc | P |\n"},
        [("reports", 1, "unknown-via")],
    ),
    "read through itself": (
        {"reports": "id | outlet | via\nz | P | z\na | P |\nb | P |\nc | P |\n"},
        [("reports", 1, "self-reference")],
    ),
    "a statement of no report": ({"statements": STATEMENTS + "    z | closed\n"}, [("statements", 4, "unknown-id")]),
    "a second statement": ({"statements": STATEMENTS + "    a | closed\n"}, [("statements", 4, "second-statement")]),
    "a statement on no claim": (
        {"claims": "id | text\nclosed | C\n", "statements": STATEMENTS + "    a | open\n"},
        [("statements", 4, "unknown-id")],
    ),
    "a wrong stance": (
        {"statements": "report | claim | stance\na | closed |\nb | closed |\nc | closed |\na | open | shouts\n"},
        [("statements", 4, "unknown-value")],
    ),
    "a basis beside citations": (
        {
            "statements": "report | claim | basis\na | closed | own_reporting\nb | closed | own_reporting\nc | closed |\n"
        },
        [("statements", 2, "basis-with-cites"), ("citations", 1, "no-statement")],
    ),
    "a citation of no report": ({"citations": CITATIONS + "    c | closed | z\n"}, [("citations", 3, "unknown-id")]),
    "a citation of nothing": ({"citations": CITATIONS + "    c | closed |\n"}, [("citations", 3, "missing-value")]),
    "a citation beside no statement": (
        {"citations": CITATIONS + "    c | open | a\n"},
        [("citations", 3, "no-statement")],
    ),
    "a citation of an unknown kind": (
        {"citations": "report | claim | kind | id\nb | closed | rumour | a\nb | closed | source | a\n"},
        [("citations", 1, "unknown-value"), ("citations", 2, "unknown-id")],
    ),
    "one alternative": (
        {"citations": "report | claim | id | unclear\nb | closed | a | 1\nc | closed | a | 1\nc | closed | b | 1\n"},
        [("citations", 1, "too-few")],
    ),
    "a wrong number": (
        {"citations": "report | claim | id | position\nb | closed | a | first\n"},
        [("citations", 1, "wrong-type")],
    ),
    "a claim that implies itself": (
        {"claims": "id | text | part_of\nclosed | C |\nx | X | y\ny | Y | x\n"},
        [("claims", 2, "tie-cycle"), ("claims", 3, "tie-cycle")],
    ),
    "a response by nobody": (
        {"responses": "by | claim | stance\nnobody | closed | denies\n"},
        [("responses", 1, "unknown-id")],
    ),
    "a dependence of one": (
        {"dependences": "between | kind\na | same_wording\n"},
        [("dependences", 1, "too-few")],
    ),
    "an anonymous source with a name": (
        {"sources": "id | kind | name\ns | anonymous | Smith\n"},
        [("sources", 1, "anonymous-identity")],
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_row_that_cannot_be_used_is_left_out_with_its_reason(tmp_path: Path, what: str) -> None:
    texts, expected = BROKEN[what]
    done, corpus = imported(tmp_path, **{**TABLES, **texts})
    assert refused(corpus) == expected
    assert done.rejected == len(expected)
    assert json.loads((corpus / "corpus.json").read_text(encoding="utf-8"))["rejected"] == len(expected)
    for family in families(corpus).values():
        for claim in family.claims:
            Tracer(family.workspace()).trace(claim)


def test_a_refused_row_is_shown_with_its_cells(tmp_path: Path) -> None:
    _, corpus = imported(tmp_path, **{**TABLES, "citations": CITATIONS + "    c | closed | z\n"})
    assert rejects(corpus) == [
        {
            "table": "citations",
            "file": "citations.csv",
            "row": 3,
            "code": "unknown-id",
            "reason": "there is no report 'z'",
            "values": {"report": "c", "claim": "closed", "id": "z"},
        }
    ]


def test_strict_makes_no_corpus(tmp_path: Path) -> None:
    folder = tables(tmp_path / "tables", **{**TABLES, "citations": CITATIONS + "    c | closed | z\n"})
    with pytest.raises(CorpusError, match="1 rows cannot be used"):
        import_tables(folder, tmp_path / "corpus", processes=1, strict=True)
    assert not (tmp_path / "corpus" / "corpus.json").exists()
    assert len(rejects(tmp_path / "corpus")) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("reports.csv", "id,outlet,colour\na,P,red\n", "has no column 'colour'"),
        ("reports.csv", "id\na\n", "needs the column 'outlet'"),
        ("reports.parquet", "PAR1 but not really", "is no Parquet file"),
        ("tables.json", '{"schema": "provenance/tables/99"}', "'provenance/tables/99'"),
        ("tables.json", "[]", "does not say `schema`"),
        ("reports.csv", 'id,outlet\n"a,P\n', "line 2: unexpected end of data; a quoted cell may not be closed"),
    ],
)
def test_files_that_cannot_be_used_are_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    folder = tables(tmp_path / "tables", **TABLES)
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=message):
        import_tables(folder, tmp_path / "corpus", processes=1)


def test_a_corpus_or_another_folder_is_not_written_over(tmp_path: Path) -> None:
    _, corpus = imported(tmp_path, **TABLES)
    with pytest.raises(CorpusError, match="is a corpus already"):
        import_tables(tmp_path / "tables", corpus, processes=1)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CorpusError, match="not empty"):
        import_tables(tmp_path / "tables", tmp_path / "mine", processes=1)


@pytest.mark.parametrize("stage", ["reading", "finding", "joining", "closing"])
@pytest.mark.parametrize("changed", [False, True])
def test_a_killed_import_goes_on_and_another_input_starts_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, changed: bool
) -> None:
    """What a stage had done by then is not done again."""
    folder = tables(tmp_path / "tables", **TABLES)
    corpus = tmp_path / "corpus"

    def killed(here: str, _done: int, _total: int) -> None:
        if here == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_tables(folder, corpus, processes=1, advance=killed)
    assert not (corpus / "corpus.json").exists()
    if changed:
        tables(
            folder,
            citations=CITATIONS.replace("c      | closed | b", "c      | closed | a"),
            reports=REPORTS + "    d | P |\n",
        )
    read: list[str] = []

    def counted(file: TableFile, *given: Any) -> Any:
        read.append(file.name)
        return batches(file, *given)

    monkeypatch.setattr("provenance.corpus.spreading.batches", counted)
    done = import_tables(folder, corpus, processes=1)
    assert done.counts["reports"] == 3 + changed
    assert len(read) == (3 if changed else 2 if stage == "reading" else 0)
    assert not (corpus / ".import").exists()


@pytest.mark.no_cover  # it covers what others do, many times over
def test_partitions_buckets_and_processes_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tables(tmp_path / "tables", **many())
    import_tables(folder, tmp_path / "one", processes=1)
    monkeypatch.setattr(importing, "_ROWS_A_PARTITION", 10)
    monkeypatch.setattr(finishing, "_CITATIONS_A_BUCKET", 1)
    import_tables(folder, tmp_path / "two", processes=2)
    one, two = families(tmp_path / "one"), families(tmp_path / "two")
    assert len(list((tmp_path / "two" / "buckets").iterdir())) > len(list((tmp_path / "one" / "buckets").iterdir()))
    assert one == two
    assert (tmp_path / "one" / "rejects.jsonl").read_text() == (tmp_path / "two" / "rejects.jsonl").read_text()
    assert len(rejects(tmp_path / "one")) == 20


def many() -> dict[str, str]:
    """Give forty reports, each on two of ten claims, each citing the one before, every other also one that is not there."""
    rows: dict[str, list[str]] = {
        "reports": ["id|outlet"],
        "statements": ["report|claim"],
        "citations": ["report|claim|id"],
    }
    for number in range(40):
        rows["reports"].append(f"r{number:02}|Outlet {number % 7}")
        for claim in (f"c{number % 10}", f"d{number % 3}"):
            rows["statements"].append(f"r{number:02}|{claim}")
            if number:
                rows["citations"].append(f"r{number:02}|{claim}|r{number - 1:02}")
        if number % 2:
            rows["citations"].append(f"r{number:02}|c{number % 10}|nowhere")
    return {name: "\n".join(lines) for name, lines in rows.items()}


def test_csv_json_lines_and_types(tmp_path: Path) -> None:
    folder = tables(tmp_path / "tables", statements=STATEMENTS)
    lines: list[dict[str, Any]] = [
        {"id": "a", "outlet": "P", "status": ["retracted:2025-09-05"], "title": 'A "title", with\nlines \U0001f600'},
        {"id": "b", "outlet": "P"},
        {"id": "c", "outlet": "P"},
        {"id": "d", "outlet": 7},
        {"id": "e", "outlet": "\ud800"},
    ]
    (folder / "reports.jsonl").write_text(
        "".join(json.dumps(line) + "\n" for line in lines) + "{\n[]\n", encoding="utf-8"
    )
    import_tables(folder, tmp_path / "corpus", processes=1)
    assert refused(tmp_path / "corpus") == [("reports", row, "wrong-type") for row in (4, 5, 6, 7)]
    first = contents(families(tmp_path / "corpus")["closed"].workspace())["reports"]["a"]
    assert ("title", 'A "title", with\nlines \U0001f600') in first


def test_cells_that_are_blank_where_a_claim_or_a_report_belongs_are_refused(tmp_path: Path) -> None:
    """As pandas writes what is missing: "" in a column of text."""
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "reports.jsonl").write_text(
        '{"id": "a", "outlet": "A"}\n{"id": "b", "outlet": "B", "read": "via", "via": "gone"}\n'
    )
    (tables / "statements.jsonl").write_text('{"report": "a", "claim": "c"}\n{"report": "b", "claim": "c"}\n')
    (tables / "citations.jsonl").write_text(
        '{"report": "b", "claim": null, "id": "a"}\n{"report": "b", "claim": "", "id": "a"}\n'
    )
    done = import_tables(tables, tmp_path / "corpus", processes=1)
    assert done.rejected == 3
    assert done.counts["reports"] == 2
