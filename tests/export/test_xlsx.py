"""XLSX: what stands in each cell, as openpyxl reads it."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from provenance.export.xlsx import LONGEST, in_cell, render
from provenance.wording.findings import finding_words
from tests.export.cases import cases

openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")


def book_of(case: str) -> Any:
    (output,) = render(cases()[case].export())
    assert isinstance(output.content, bytes)
    return openpyxl.load_workbook(BytesIO(output.content))


def sheets(case: str) -> dict[str, list[tuple[Any, ...]]]:
    """Give each sheet's rows, its head first."""
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book_of(case)}


def test_every_sheet_is_there_with_its_columns() -> None:
    assert {name: " ".join(rows[0]) for name, rows in sheets("nothing").items()} == {
        "claims": "id text as_of status origins_min origins_max origins_bounded independence reports supports denies"
        " questions comments left_out",
        "nodes": "id label record kind title claim outlet country published stance certainty origin group doubt status"
        " url archived quote",
        "edges": "from to citing cited mode attribution choice not_said hardens changes quote url",
        "reports": "id outlet title author published accessed language url archived read read_via corrected retracted"
        " withdrawn",
        "responses": "claim party by stance to_claim addresses date on_record replaced quote reported_by",
        "findings": "claim kind at finding",
        "gaps": "claim kind subject detail closes",
    }


@pytest.mark.parametrize("case", cases())
def test_what_the_answer_says_stands_in_the_cells(case: str) -> None:
    found = sheets(case)
    _, answer = cases()[case].trace()
    count = answer.origin_count
    (claim,) = found["claims"][1:]
    assert claim[:7] == (
        answer.claim,
        in_cell(answer.text),
        cases()[case].as_of,
        answer.status,
        count.min,
        count.max,
        count.bounded,
    )
    assert found["findings"][1:] == [
        (answer.claim, one.kind, in_cell(one.at), in_cell(finding_words(one))) for one in answer.findings
    ]
    assert found["gaps"][1:] == [
        (answer.claim, gap.kind, in_cell(gap.subject), in_cell(gap.detail), in_cell(gap.closes)) for gap in answer.gaps
    ]
    assert [row[:6] for row in found["responses"][1:]] == [
        (answer.claim, one.party, one.response.by, one.response.stance, one.response.claim, one.addresses)
        for one in answer.responses
    ]


@pytest.mark.parametrize("case", cases())
def test_no_cell_is_a_formula_and_every_text_stays_one(case: str) -> None:
    cells = [
        cell for sheet in book_of(case) for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None
    ]
    assert cells
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")
    assert not any(cell.hyperlink for cell in cells)


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    assert in_cell("x" * LONGEST) == "x" * LONGEST
    assert in_cell("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"


def test_what_spreadsheets_read_as_a_coded_character_stays_text() -> None:
    assert in_cell("_x0041_ and _x_") == "_x005F_x0041_ and _x_"


def test_nothing_in_it_tells_when_it_was_written() -> None:
    (output,) = render(cases()["s400"].export())
    assert isinstance(output.content, bytes)
    with ZipFile(BytesIO(output.content)) as book:
        assert {file.date_time for file in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in book.read("docProps/core.xml")
