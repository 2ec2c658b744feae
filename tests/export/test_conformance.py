"""docs/reference/conformance.md says of every format what it keeps: each cell is held against a file with marked records."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from provenance.export import EXPORTERS
from provenance.export.figure import Export, export_of
from tests.export.readers import READ_ELSEWHERE, READERS
from tests.texts import tracer_of

DOCS = Path(__file__).parents[2] / "docs" / "reference"

MARKED = """
claims:
  c: {text: Zclaim., could_confirm: [zparty]}
  d: {text: Zstronger., stronger_than: c}
parties: {zparty: {name: Zparty, country: NZ}}
outlets: {zoutlet: {name: Zoutlet, country: FJ, kind: newspaper}}
sources:
  one: {kind: eyewitness, name: Zone}
  two: {kind: eyewitness, name: Ztwo}
reports:
  first:
    outlet: zoutlet
    title: Ztitle
    author: Zauthor
    url: https://z.example/report
    archived: https://z.example/copy
    published: 2025-09-03~
    language: mi
    says: [{claim: c, certainty: possible, quote: Zquote, details: {Zdetail: x}, cites: [one, {source: two, attribution: unclear}]}]
  fallen: {outlet: Other, says: c, cites: first, published: 2025-09-05, status: {retracted: 2025-10-10}}
  rests:  {outlet: Third, published: 2025-09-07, says: [{claim: c, cites: [{report: fallen, mode: quotes}]}]}
  own:    {outlet: Own, published: 2025-09-08, says: [{claim: c, basis: own_reporting}]}
  other:  {outlet: Doubter, published: 2025-09-09, says: [{claim: c, stance: denies, cites: zparty}]}
dependences:
  - {between: [one, two, own], kind: declared_independent, basis: Zbasis}
responses:
  - {by: zparty, claim: c, stance: declines, date: 2025-11-11, on_record: true}
"""

THINGS = {
    "claim": "Zclaim",
    "report": "first",
    "title": "Ztitle",
    "outlet": "Zoutlet",
    "country": "FJ",
    "author": "Zauthor",
    "date as written": "2025-09-03~",
    "address": "https://z.example/report",
    "archived copy": "https://z.example/copy",
    "stance": "denies",
    "certainty": "possible",
    "quote": "Zquote",
    "detail": "Zdetail",
    "mode": "quotes",
    "doubt": "unclear",
    "independence": "Zbasis",
    "retracted": "retracted",
    "when": "2025-10-10",
    "response": "2025-11-11",
    "findings": "retracted-support",
    "gaps": "unarchived",
    "place in a file": ".yaml",
}


@cache
def marked() -> Export:
    tracer = tracer_of(MARKED)
    return export_of(tracer, [tracer.trace("c")])


def held(name: str) -> str:
    """Give all text in a format's files."""
    found = ""
    for output in EXPORTERS[name].render(marked()):
        if isinstance(output.content, str):
            found += output.content
        else:
            book = openpyxl.load_workbook(BytesIO(output.content))
            found += "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row)
    return found


def tables() -> dict[str, dict[str, str]]:
    """Read the tables of the page: by format, what it says of each thing, in the order of THINGS."""
    said: dict[str, dict[str, str]] = {}
    for block in (DOCS / "conformance.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        head, _, *rows = [line.strip("| ").split(" | ") for line in block.split("\n") if line.startswith("|")]
        names = [name.strip("`") for name in head]
        for thing, (_, *cells) in zip(THINGS, rows, strict=True):
            for name, cell in zip(names, cells, strict=True):
                said.setdefault(name, {})[thing] = cell
    return said


def test_the_page_has_a_column_for_every_format() -> None:
    assert list(tables()) == list(EXPORTERS)


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "png"])
def test_every_format_keeps_and_loses_what_the_page_says(name: str) -> None:
    text = held(name).lower()
    for thing, cell in tables()[name].items():
        assert cell in ("yes", "no", "part")
        assert cell == "part" or (THINGS[thing].lower() in text) is (cell == "yes"), (name, thing)


def test_every_report_says_the_same_of_a_thing() -> None:
    """Each row is about one thing, whatever the formats of its table."""
    blocks = (DOCS / "conformance.md").read_text(encoding="utf-8").split("\n## ")[1:]
    named = [[line.split(" | ")[0] for line in block.split("\n") if line.startswith("| ")][1:] for block in blocks]
    assert all(names == named[0] for names in named)


PROGRAMS = {
    "Graphviz": "dot",
    "Chromium": "chromium(",
    "axe": "axe.run(",
    "Python's HTML parser": "HTMLParser",
    "Python's XML parser": "ET.fromstring",
    "librsvg": "rsvg",
    "Pillow": "PIL",
    "Mermaid's own parser": "mermaid",
    "markdown-it": "MarkdownIt",
    "networkx": "nx.",
    "igraph": "igraph",
    "cytoscape.js": "cytoscape_read.mjs",
    "Python's csv": "csv.DictReader",
    "openpyxl": "openpyxl.load_workbook",
    "prov": "ProvDocument",
    "rdflib": "rdflib",
    "pyshacl": "pyshacl.validate",
    "a reader of JSON": "json.loads",
    "bibtexparser": "bibtexparser",
    "mwparserfromhell": "mwparserfromhell",
}
"""By what the page of formats calls a program: what stands in the tests where it is used."""


def test_the_programs_that_are_named_read_the_formats_back() -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    tests = {path.name: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")}
    tests["readers.py"] = (Path(__file__).parent / "readers.py").read_text(encoding="utf-8")
    del tests[Path(__file__).name]
    for name in EXPORTERS:
        (row,) = re.findall(rf"^\| `{name}` \|.*\| ([^|]*) \|$", page, re.MULTILINE)
        where = [tests["readers.py"]] if name in READERS else [tests[READ_ELSEWHERE[name]]]
        module = f"provenance.export.{EXPORTERS[name].module} import"
        family = READ_ELSEWHERE.get(name, "readers.py").removesuffix(".py")
        where += [text for file, text in tests.items() if f'"{name}"' in text or module in text or family in file]
        named = [one for one in re.split(r", (?:and )?", row) if one in PROGRAMS]
        assert named, (name, row)
        assert all(any(PROGRAMS[one] in text for text in where) for one in named), (name, named)
