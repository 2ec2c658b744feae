"""XLSX (ECMA-376) for spreadsheets, written by openpyxl: every text is a text cell, none a formula or a number."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from provenance.export import ExportError, Output
from provenance.export.figure import Export, Figure, FigureEdge, FigureNode
from provenance.export.flat import Plain, names_of, values_of
from provenance.export.references import references_of
from provenance.model import Change, Stance
from provenance.safe import one_line
from provenance.trace.answer import Trace
from provenance.wording.findings import finding_words

Value = Plain | tuple[str, ...] | None

LONGEST = 16_000
"""How many characters of a text are shown: a cell holds twice that in UTF-16, and no more."""

_WIDEST = 60
_CODED = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_CLAIM = (
    *("id", "text", "as_of", "status", "origins_min", "origins_max", "origins_bounded", "independence"),
    *("reports", *Stance, "left_out"),
)
_REPORT = (
    *("id", "outlet", "title", "author", "published", "accessed", "language", "url", "archived"),
    *("read", "read_via", *Change),
)
_RESPONSE = (
    *("claim", "party", "by", "stance", "to_claim", "addresses", "date", "on_record", "replaced", "quote"),
    "reported_by",
)
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PROPERTIES = {
    "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}"/>',
    "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_APP}"><Application>provenance</Application></Properties>',
}
"""What openpyxl would write the time and its version into."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns, and its rows in their order."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


class NoRoomError(ExportError):
    """Sheets are written into temporary files first, and these cannot be written."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"cannot write a temporary file: {reason}; TMPDIR names the folder for them")


def render(export: Export) -> tuple[Output, ...]:
    """Write the graph and what the answers say of it, a sheet for each sort of thing. Raises NoRoomError."""
    with _quiet_generators():
        try:
            return _written(export)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
        except Exception as error:
            if type(error).__name__ != "SerialisationError":  # of lxml, which openpyxl writes with where it is there
                raise
            reason = str(error)
    raise NoRoomError(reason)


@contextmanager
def _quiet_generators() -> Iterator[None]:
    """Keep what is left of openpyxl's writers from printing the same failure again when they are thrown away."""
    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        yield
    finally:
        sys.unraisablehook = hook


def _written(export: Export) -> tuple[Output, ...]:
    book = Workbook(write_only=True)
    for sheet in _sheets(export):
        written = book.create_sheet(sheet.name)
        written.freeze_panes = "B2"
        written.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
        for number, column in enumerate(sheet.columns, 1):
            written.column_dimensions[get_column_letter(number)].width = _width(sheet.rows, number - 1, column)
        written.append([_heading(written, column) for column in sheet.columns])
        for row in sheet.rows:
            written.append([_cell(written, value) for value in row])
    stored = BytesIO()
    book.save(stored)
    return (Output("", _without_time(stored)),)


def in_cell(text: str) -> str:
    """Give text as a cell holds it: on one line, cut visibly, `_x0041_` kept from being read as a coded `A`."""
    text = one_line(text)
    return _CODED.sub("_x005F_x", text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _sheets(export: Export) -> tuple[Sheet, ...]:
    found, answers = export.figure, export.answers
    findings = [(a.claim, one.kind, one.at, finding_words(one)) for a in answers for one in a.findings]
    gaps = [(a.claim, gap.kind, gap.subject, gap.detail, gap.closes) for a in answers for gap in a.gaps]
    nodes = [(node.id, node.label, *values_of(node).values()) for node in found.nodes]
    return (
        Sheet("claims", _CLAIM, [_claim(answer, found) for answer in answers]),
        Sheet("nodes", ("id", "label", *names_of(FigureNode)), nodes),
        Sheet("edges", ("from", "to", "citing", "cited", *names_of(FigureEdge)), _edges(found)),
        Sheet("reports", _REPORT, list(_reports(export))),
        Sheet("responses", _RESPONSE, [row for answer in answers for row in _responses(answer)]),
        Sheet("findings", ("claim", "kind", "at", "finding"), findings),
        Sheet("gaps", ("claim", "kind", "subject", "detail", "closes"), gaps),
    )


def _claim(answer: Trace, found: Figure) -> Sequence[Value]:
    count = answer.origin_count
    independence = next(claim.independence for claim in found.claims if claim.id == answer.claim)
    head = (answer.claim, answer.text, found.as_of, answer.status, count.min, count.max, count.bounded, independence)
    return (*head, answer.reports, *(number for _, number in answer.stances), found.left_out)


def _edges(found: Figure) -> Sequence[Sequence[Value]]:
    labels = {node.id: node.label for node in found.nodes}
    return [(e.citing, e.cited, labels[e.citing], labels[e.cited], *values_of(e).values()) for e in found.edges]


def _reports(export: Export) -> Iterator[Sequence[Value]]:
    for reference in references_of(export):
        report, read = reference.report, reference.report.read
        dates = [report.published.text if report.published else None, report.accessed.text if report.accessed else None]
        form = (read.form, read.via) if read else (None, None)
        changes = [tuple(date.text for what, date in reference.changes if what is change) for change in Change]
        addresses = (report.language, report.url, report.archived)
        yield (report.id, reference.outlet.name, report.title, report.author, *dates, *addresses, *form, *changes)


def _responses(answer: Trace) -> Iterator[Sequence[Value]]:
    for found in answer.responses:
        response = found.response
        said = (response.stance, response.claim, found.addresses, response.date.text if response.date else None)
        how = (response.on_record, found.replaced, response.quote, response.reported_by)
        yield (answer.claim, found.party, response.by, *said, *how)


def _width(rows: Sequence[Sequence[Value]], column: int, name: str) -> int:
    """Give a column's width in characters, so that what is short is seen whole."""
    return min(_WIDEST, max(map(len, (name, *(str(row[column] or "") for row in rows))))) + 2


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Cell:
    """Make a cell; text is told to be text, and to stay it when somebody edits the cell."""
    if isinstance(value, tuple):
        value = "; ".join(value) or None
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, in_cell(value))
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _without_time(stored: BytesIO) -> bytes:
    """Store a workbook anew, its files without dates, its properties without the time and what wrote them."""
    anew = BytesIO()
    with ZipFile(stored) as book, ZipFile(anew, "w", ZIP_DEFLATED) as dateless:
        for name in book.namelist():
            file = ZipInfo(name)
            file.compress_type = ZIP_DEFLATED
            dateless.writestr(file, _PROPERTIES.get(name) or book.read(name))
    return anew.getvalue()
