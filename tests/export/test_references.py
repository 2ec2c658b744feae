"""The reports as references: csl-json, bibtex and wiki, read back by programs that are not ours."""

import json
import re
from typing import Any

import mwparserfromhell
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db  # type: ignore[import-untyped]

from provenance.dates import parse_date
from provenance.export import EXPORTERS
from provenance.export.figure import Export
from provenance.export.references import Day, days_of, encoded
from provenance.safe import one_line
from tests.export.cases import Case, cases
from tests.export.hostile import hostile_export

every_case = pytest.mark.parametrize("found", [*(case.export() for case in cases().values()), hostile_export()])

Read = dict[str, dict[str, Any]]
"""What a reader sees: the fields of each reference by its report's id."""


def text_of(name: str, found: Export) -> str:
    return EXPORTERS[name].render(found)[0].text


def read_csl(found: Export) -> Read:
    return {item["id"]: item for item in json.loads(text_of("csl-json", found))}


def read_bibtex(found: Export) -> Read:
    """Read with bibtexparser, LaTeX decoded; the three commands are standard LaTeX that its decoder lacks."""
    known = get_default_latex_context_db()
    lacking = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    macros = [MacroTextSpec(name, simplify_repl=text) for name, text in lacking.items()]
    known.add_context_category("lacking", prepend=True, macros=macros)
    decoder = LatexDecodingMiddleware(decoder=LatexNodes2Text(latex_context=known))
    text = text_of("bibtex", found)
    written, shown = parse_string(text), parse_string(text, append_middleware=[decoder])
    assert written.failed_blocks == shown.failed_blocks == []
    as_written = {
        entry.key: {field.key: field.value for field in entry.fields if field.key in ("date", "url", "urldate")}
        for entry in written.entries
    }
    return {e.key: {field.key: field.value for field in e.fields} | as_written[e.key] for e in shown.entries}


def read_wiki(found: Export) -> Read:
    """Read with mwparserfromhell: no text may have become a tag, a link or a template."""
    seen: Read = {}
    for tag in mwparserfromhell.parse(text_of("wiki", found)).filter_tags(matches=lambda node: node.tag == "ref"):
        (template,) = tag.contents.filter_templates()
        assert template.name.strip() == "cite news"
        parts = [(str(p.name), type(node).__name__) for p in template.params for node in p.value.nodes]
        assert {kind for name, kind in parts if not name.endswith("url")} <= {"Text", "HTMLEntity"}
        fields = {str(p.name).strip(): p.value.strip_code().strip() for p in template.params}
        seen[str(tag.get("name").value)] = fields | {"behind": str(tag.contents).removeprefix(str(template)).strip()}
    return seen


@every_case
def test_csl_json_comes_back_equal(found: Export) -> None:
    reports = found.tracer.workspace.reports
    read = read_csl(found)
    assert [*read] == list(dict.fromkeys(node.id for node in found.nodes if found.tracer.graph.report(node)))
    for id_, item in read.items():
        report = reports[id_]
        assert item.get("title") == report.title
        assert item.get("author") == ([{"literal": report.author}] if report.author else None)
        assert item["container-title"] == found.tracer.workspace.outlet_of(id_).name
        assert (item.get("URL"), item.get("archive_location")) == (report.url, report.archived)


@pytest.mark.no_cover  # it covers what others do, many times over
@every_case
def test_bibtex_comes_back_equal(found: Export) -> None:
    reports = found.tracer.workspace.reports
    read = read_bibtex(found)
    assert [*read] == [*read_csl(found)]
    for id_, fields in read.items():
        report = reports[id_]
        assert fields.get("title", "") == one_line(report.title or "")
        assert fields.get("author", "") == one_line(report.author or "")
        assert fields["journal"] == one_line(found.tracer.workspace.outlet_of(id_).name)
        assert fields.get("url", "") == encoded(report.url or "")


@pytest.mark.no_cover  # it covers what others do, many times over
@every_case
def test_wiki_comes_back_equal(found: Export) -> None:
    reports = found.tracer.workspace.reports
    read = read_wiki(found)
    assert [*read] == [*read_csl(found)]
    assert text_of("wiki", found).count("\n") == len(read)
    for id_, fields in read.items():
        report = reports[id_]
        assert fields["title"] == one_line(report.title or "")
        assert fields.get("author", "") == one_line(report.author or "")
        assert fields["work"] == one_line(found.tracer.workspace.outlet_of(id_).name)


_STRINGS = ("title", "container-title", "URL", "archive", "archive_location", "language", "status")
_TYPES = "article-magazine article-newspaper entry-encyclopedia post post-weblog webpage"


@every_case
def test_csl_json_has_the_shape_that_its_schema_asks_for(found: Export) -> None:
    """Hold items against csl-data.json: required keys, known keys only, text, names and dates of their form."""
    for item in json.loads(text_of("csl-json", found)):
        assert {"id", "type"} <= {*item} <= {"id", "type", *_STRINGS, "author", "issued", "accessed"}
        assert item["type"] in _TYPES.split()
        assert all(isinstance(item[name], str) for name in _STRINGS if name in item)
        assert all({*name} == {"literal"} for name in item.get("author", []))
        for date in (item[name] for name in ("issued", "accessed") if name in item):
            assert {*date} <= {"date-parts", "season", "circa", "literal"}
            parts = date.get("date-parts", [[1]])
            assert 1 <= len(parts) <= 2
            assert all(1 <= len(part) <= 3 and all(isinstance(number, int) for number in part) for part in parts)


DATES = """
claims: {c: C}
outlets:
  post:  {name: Post, kind: platform}
  times: {name: Times, kind: newspaper}
reports:
  2025:
    outlet: times
    title: T
    author: A. Uthor
    url: https://times.example/a
    archived: https://web.archive.org/web/20250904123456/https://times.example/a
    published: 2025-09-03T21:40+02:00
    accessed: 2025-09-05
    language: en-GB
    says: c
    status: {corrected: 2025-09-04, retracted: 2025-09-06}
  b: {outlet: post, says: c, published: "2025-09-13?", archived: "https://archive.example/b", accessed: 2025-09}
  c-1: {outlet: Wire, says: c, published: 2025-09-13/2025-10-02}
  d: {outlet: Wire, says: c, published: 2025-09/..}
  e: {outlet: Wire, says: c, published: 2025-22}
  f: {outlet: Wire, says: c, published: 201X}
  g: {outlet: Wire, says: c, published: "2024-12/2025-01~"}
  h: {outlet: Wire, says: c, published: 2025}
"""


def dated() -> Export:
    return Case({"a.yaml": DATES}, "c").export()


def test_what_a_reference_holds() -> None:
    assert read_csl(dated())["2025"] == {
        "id": "2025",
        "type": "article-newspaper",
        "title": "T",
        "author": [{"literal": "A. Uthor"}],
        "container-title": "Times",
        "issued": {"date-parts": [[2025, 9, 3]]},
        "accessed": {"date-parts": [[2025, 9, 5]]},
        "URL": "https://times.example/a",
        "archive": "web.archive.org",
        "archive_location": "https://web.archive.org/web/20250904123456/https://times.example/a",
        "language": "en-GB",
        "status": "corrected 2025-09-04; retracted 2025-09-06",
    }
    assert read_bibtex(dated())["2025"] == {
        "author": "A. Uthor",
        "title": "T",
        "journal": "Times",
        "date": "2025-09-03",
        "year": "2025",
        "url": "https://times.example/a",
        "urldate": "2025-09-05",
        "language": "en-GB",
        "note": "corrected 2025-09-04; retracted 2025-09-06. "
        "Archived: https://web.archive.org/web/20250904123456/https://times.example/a",
    }
    assert read_wiki(dated())["report-2025"] == {
        "title": "T",
        "author": "A. Uthor",
        "work": "Times",
        "date": "3 September 2025",
        "url": "https://times.example/a",
        "language": "en-GB",
        "access-date": "5 September 2025",
        "archive-url": "https://web.archive.org/web/20250904123456/https://times.example/a",
        "archive-date": "2025-09-04",
        "behind": "Corrected 2025-09-04. Retracted 2025-09-06.",
    }


def test_dates_are_given_as_each_format_takes_them() -> None:
    issued = {id_: item["issued"] for id_, item in read_csl(dated()).items()}
    assert issued == {
        "2025": {"date-parts": [[2025, 9, 3]]},
        "b": {"date-parts": [[2025, 9, 13]], "circa": True},
        "c-1": {"date-parts": [[2025, 9, 13], [2025, 10, 2]]},
        "d": {"literal": "2025-09/.."},
        "e": {"date-parts": [[2025]], "season": 2},
        "f": {"date-parts": [[2010], [2019]]},
        "g": {"date-parts": [[2024, 12], [2025, 1]], "circa": True},
        "h": {"date-parts": [[2025]]},
    }
    assert {id_: (fields["date"], fields["year"]) for id_, fields in read_bibtex(dated()).items() if id_ != "2025"} == {
        "b": ("2025-09-13?", "2025"),
        "c-1": ("2025-09-13/2025-10-02", "2025"),
        "d": ("2025-09/..", "2025"),
        "e": ("2025-22", "2025"),
        "f": ("201X", "2010"),
        "g": ("2024-12/2025-01~", "2024"),
        "h": ("2025", "2025"),
    }
    wiki = read_wiki(dated())
    assert {id_: fields.get("date") for id_, fields in wiki.items() if id_ != "report-2025"} == {
        "b": "c. 2025",
        "c-1": "13 September 2025 – 2 October 2025",
        "d": None,
        "e": "Summer 2025",
        "f": "2010–2019",
        "g": "c. 2024–2025",
        "h": "2025",
    }
    assert wiki["b"] == {
        "title": "",
        "work": "Post",
        "date": "c. 2025",
        "behind": "[https://archive.example/b Archived copy].",
    }


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("-0043-03-15", (Day(-43, 3, 15),)),
        ("Y170000002", (Day(170000002),)),
        ("2025-XX-XX", (Day(2025),)),
        ("2025-09-XX", (Day(2025, 9),)),
        ("20XX", (Day(2000), Day(2099))),
        ("-12XX", (Day(-1299), Day(-1200))),
        ("/1985", (None, Day(1985))),
        ("195X/197X", (Day(1950), Day(1979))),
        ("2025-24", (Day(2025, season=4),)),
    ],
)
def test_days_are_read_off_what_is_written(text: str, days: tuple[Day | None, ...]) -> None:
    assert days_of(parse_date(text)) == days


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a?b=1&c=[2]#d%20", "https://example.org/a?b=1&c=[2]#d%20"),
        ("https://example.org/ü/日本", "https://example.org/ü/日本"),
        ('https://example.org/"<a b>{c}\\^`|', "https://example.org/%22%3Ca%20b%3E%7Bc%7D%5C%5E%60%7C"),
        ("https://example.org/\u202e\n", "https://example.org/%E2%80%AE%0A"),
        ("https://example.org/\ud800", "https://example.org/%ED%A0%80"),
    ],
)
def test_addresses_are_encoded_only_where_they_have_to_be(url: str, written: str) -> None:
    assert encoded(url) == written


def test_an_address_in_wikitext_ends_no_link_and_is_no_entity() -> None:
    text = """
    claims: {c: C}
    reports: {a: {outlet: A, says: c, url: "https://example.org/[1]?a=1&copy;=2&lt=''3"}}
    """
    found = Case({"a.yaml": text}, "c").export()
    assert "|url=https://example.org/%5B1%5D?a=1&amp;copy;=2&lt=%27%273}}" in text_of("wiki", found)
    assert read_wiki(found)["a"]["url"] == "https://example.org/%5B1%5D?a=1&copy;=2&lt=%27%273"


@pytest.mark.no_cover  # it covers what others do, many times over
@settings(deadline=None, database=None, max_examples=40)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    if not any(text.strip() for text in texts):
        return
    found = hostile_export(tuple(texts))
    reports = found.tracer.workspace.reports
    assert {id_: item["title"] for id_, item in read_csl(found).items()} == {id_: r.title for id_, r in reports.items()}
    shown = {id_: one_line(report.title or "") for id_, report in reports.items()}
    blank = re.compile(r"\s+")  # readers fold other blanks than ours
    for read in (read_bibtex, read_wiki):
        seen = {id_: blank.sub(" ", fields.get("title", "")).strip() for id_, fields in read(found).items()}
        assert seen == {id_: blank.sub(" ", text).strip() for id_, text in shown.items()}
