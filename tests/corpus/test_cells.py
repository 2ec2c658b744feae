"""One meaning of a cell in all formats: what is blank, what is a number, and which types of Parquet would bend it."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from provenance.corpus.importing import import_tables
from provenance.corpus.rejecting import CorpusError
from tests.corpus.carried import contents, families, rejects, tables

pa = pytest.importorskip("pyarrow", reason="the extra corpus is not installed")

REPORTS = "id|outlet\na|P\nb|Q"
STATEMENTS = "report|claim\na|open\nb|open"

CELLS: dict[str, tuple[str, str, list[str]]] = {
    "no status": ("reports", "status", ["", ""]),
    "a status as text": ("reports", "status", ['"[""retracted:2025""]"', "corrected:2024"]),
    "no title": ("reports", "title", ["", ""]),
    "a blank title": ("reports", "title", [" ", "x"]),
    "a blank date": ("reports", "published", [" ", ""]),
    "a blank publisher": ("reports", "outlet", ["P", ""]),
    "numbers": ("statements", "position", ["2", " 1"]),
    "no number": ("statements", "position", ["", "1"]),
    "a number that is none": ("statements", "position", ["0x1f", "1"]),
    "flags": ("outlets", "state_affiliated", ["TRUE", ""]),
    "a flag that is none": ("outlets", "state_affiliated", ["1", "yes"]),
    "several ids": ("claims", "could_confirm", ['"a,b"', ""]),
}


def write(folder: Path, table: str, form: str, rows: dict[str, list[str]]) -> None:
    """Write columns of CSV cells, all of them text, in one of the formats."""
    import pyarrow.csv as pa_csv  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    text = ",".join(rows) + "\n" + "".join(",".join(row) + "\n" for row in zip(*rows.values(), strict=True))
    options = pa_csv.ConvertOptions(column_types=dict.fromkeys(rows, pa.string()), strings_can_be_null=False)
    read = pa_csv.read_csv(pa.py_buffer(text.encode()), convert_options=options)
    path = folder / f"{table}.{form}"
    if form == "csv":
        path.write_text(text, encoding="utf-8")
    elif form == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in read.to_pylist()), encoding="utf-8")
    else:
        pq.write_table(read, path)


@pytest.mark.parametrize("what", CELLS)
def test_text_means_the_same_in_every_format(tmp_path: Path, what: str) -> None:
    table, column, cells = CELLS[what]
    needed = {
        "reports": {"id": ["a", "b"], "outlet": ["P", "Q"]},
        "statements": {"report": ["a", "b"], "claim": ["open", "open"]},
        "outlets": {"id": ["p", "q"]},
        "claims": {"id": ["open", "shut"]},
    }
    answers = []
    for form in ("csv", "jsonl", "parquet"):
        texts = {"reports": REPORTS, "statements": STATEMENTS}
        folder = tables(tmp_path / form, **{name: text for name, text in texts.items() if name != table})
        write(folder, table, form, {**needed[table], column: cells})
        corpus = tmp_path / f"{form}-corpus"
        import_tables(folder, corpus, processes=1)
        left_out = [(one["row"], one["code"], one["reason"].replace(f".{form}", "")) for one in rejects(corpus)]
        found = {id_: contents(family.workspace()) for id_, family in families(corpus).items()}
        answers.append((left_out, found))
    assert answers[1:] == answers[:1] * 2


def message(tmp_path: Path, table: str, **columns: Any) -> str:
    """Give what is said of a Parquet table that is refused, "" where it is taken without rejects."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    folder = tables(tmp_path / "tables", **({} if table == "reports" else {"reports": REPORTS}))
    pq.write_table(pa.table(columns), folder / f"{table}.parquet")
    try:
        done = import_tables(folder, tmp_path / "corpus", processes=1)
    except CorpusError as error:
        return str(error)
    return str(rejects(tmp_path / "corpus")) if done.rejected else ""


BENT = [
    ("id", pa.array([Decimal("7.00")])),
    ("id", pa.array([dt.time(1, 2)])),
    ("id", pa.array([dt.timedelta(1)])),
    ("id", pa.array([7.0])),
    ("id", pa.array([7.0]).dictionary_encode()),
    ("id", pa.array([b"\xff"])),
    ("title", pa.array([{"a": 1}])),
    ("published", pa.array([dt.datetime(2025, 9, 1)])),  # noqa: DTZ001 - as pandas writes it
    ("status", pa.array([[1.5]])),
    ("status", pa.array([[1]])),
    ("status", pa.array([[["a"]]])),
    ("status", pa.array([[dt.datetime(2025, 9, 1)]])),  # noqa: DTZ001 - as above
    ("status", pa.array([{"retracted": "2025"}])),
]


@pytest.mark.parametrize(("name", "cells"), BENT, ids=lambda one: str(getattr(one, "type", one)))
def test_a_column_whose_cells_would_be_bent_is_refused(tmp_path: Path, name: str, cells: Any) -> None:
    columns = {"id": pa.array(["a"]), "outlet": pa.array(["P"]), name: cells}
    told = message(tmp_path, "reports", **columns)
    assert f"the column '{name}' holds " in told
    assert "; it has to be " in told


@pytest.mark.parametrize(
    "cells",
    [pa.array([True]), pa.array([1.5]), pa.array([1], pa.timestamp("ms")), pa.array([2**63], pa.uint64())],
    ids=lambda one: str(one.type),
)
def test_what_is_no_whole_number_is_no_position(tmp_path: Path, cells: Any) -> None:
    told = message(tmp_path, "statements", report=pa.array(["a"]), claim=pa.array(["open"]), position=cells)
    assert "the column 'position' holds" in told


TAKEN = [
    ("id", pa.array(["a"]).dictionary_encode()),
    ("id", pa.array(["a"], pa.large_string())),
    ("id", pa.array(["a"], pa.string_view())),
    ("id", pa.array([b"a"])),
    ("title", pa.nulls(1)),
    ("title", pa.nulls(1, pa.float64())),
    ("published", pa.array([dt.date(2025, 9, 1)])),
    ("status", pa.array([["retracted:2025"]], pa.large_list(pa.large_string()))),
    ("status", pa.array([["retracted:2025"]], pa.list_(pa.dictionary(pa.int32(), pa.string())))),
    ("status", pa.array([[]], pa.list_(pa.null()))),
]


@pytest.mark.parametrize(("name", "cells"), TAKEN, ids=lambda one: str(getattr(one, "type", one)))
def test_other_types_of_text_are_taken(tmp_path: Path, name: str, cells: Any) -> None:
    columns = {"id": pa.array(["a"]), "outlet": pa.array(["P"]), name: cells}
    assert not message(tmp_path, "reports", **columns)


def test_a_column_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    folder = tmp_path / "tables"
    folder.mkdir()
    columns = [pa.array(["a"]), pa.array(["P"]), pa.array(["b"])]
    pq.write_table(pa.Table.from_arrays(columns, names=["id", "outlet", "id"]), folder / "reports.parquet")
    with pytest.raises(CorpusError, match=r"reports\.parquet' has the column 'id' twice"):
        import_tables(folder, tmp_path / "corpus", processes=1)


def test_a_row_of_parquet_that_is_left_out_is_shown(tmp_path: Path) -> None:
    columns = {"report": pa.array(["a", "b"]), "claim": pa.array(["open"] * 2), "position": pa.array(["1", "first"])}
    message(tmp_path, "statements", **columns)
    (found,) = rejects(tmp_path / "corpus")
    assert (found["row"], found["reason"]) == (2, "`position` has to be a whole number")
    assert found["values"] == {"report": "b", "claim": "open"}


def test_only_columns_of_json_take_json(tmp_path: Path) -> None:
    folder = tables(tmp_path / "tables", reports=REPORTS)
    rows = [
        {"report": "a", "claim": "open", "details": {"tone": "calm"}},
        {"report": "b", "claim": "open", "quote": {"text": "It is open."}},
    ]
    (folder / "statements.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    import_tables(folder, tmp_path / "corpus", processes=1)
    assert [(one["row"], one["reason"]) for one in rejects(tmp_path / "corpus")] == [(2, "`quote` has to be text")]
    (said,) = families(tmp_path / "corpus")["open"].workspace().reports["a"].says
    assert dict(said.details) == {"tone": "calm"}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("reports.csv", "id,outlet\na,P\n".encode("utf-16-le"), "this is not UTF-8 (it may be UTF-16): save it as CSV"),
        ("reports.jsonl", '{"id": "a", "outlet": "P"}'.encode("utf-16"), "is not UTF-8 (UTF-16): save it as UTF-8"),
        ("reports.jsonl", b'{"id": "a", "outlet": "\xfc"}', "line 1 is no UTF-8): save it as UTF-8"),
        (
            "reports.csv",
            b"id,outlet\n" + b"a,P\n" * 9000 + b"b,\xfc\n",
            "line 9,002 is no UTF-8): save it as CSV UTF-8",
        ),
    ],
)
def test_another_encoding_is_told_for_each_format(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / name).write_bytes(content)
    with pytest.raises(CorpusError) as raised:
        import_tables(tmp_path / "tables", tmp_path / "corpus", processes=1)
    assert says in str(raised.value)


def test_an_index_of_pandas_is_told(tmp_path: Path) -> None:
    columns = {"id": pa.array(["a"]), "outlet": pa.array(["P"]), "__index_level_0__": pa.array([7])}
    told = message(tmp_path, "reports", **columns)
    assert told.endswith("has an index, which is no column: write it without (in pandas, index=False)")
    (tmp_path / "tables" / "reports.parquet").unlink()
    (tmp_path / "tables" / "reports.csv").write_text(",id,outlet\n0,a,P\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="in pandas, index=False"):
        import_tables(tmp_path / "tables", tmp_path / "corpus", processes=1)


def test_what_is_told_of_a_row_acts_nowhere(tmp_path: Path) -> None:
    """Signs that steer a terminal, or turn the order of reading, are escaped; the file still says what the cell held."""
    outlet = "=1\x1b[31m\u202eend\u2028\x9b"
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "reports.jsonl").write_text(json.dumps({"id": "A\u202e", "outlet": outlet}) + "\n", encoding="utf-8")
    import_tables(folder, tmp_path / "corpus", processes=1)
    text = (tmp_path / "corpus" / "rejects.jsonl").read_text(encoding="utf-8")
    assert text.isascii()
    assert text.removesuffix("\n").isprintable()
    assert rejects(tmp_path / "corpus")[0]["values"]["outlet"] == outlet
