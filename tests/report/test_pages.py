"""Whole pages: the answer to `trace`, one record, lists, gaps, problems. How they look: tests/golden/cli."""

import pytest
from rich.cells import cell_len

from provenance.model import Workspace
from provenance.problems import Place, Problem, Severity
from provenance.read import Loaded, read_texts
from provenance.report.gaps import gap_lines
from provenance.report.lines import plain
from provenance.report.listing import LISTINGS, listing_lines
from provenance.report.problems import problem_lines, summary_line
from provenance.report.record import record_lines, record_of
from provenance.report.trace import trace_lines
from provenance.report.tree import View
from provenance.trace.desk import open_tasks
from tests.cli.shapes import SHAPES
from tests.texts import tracer_of, workspace_of


def page(text: str, width: int = 200) -> list[str]:
    tracer = tracer_of(text)
    answer = tracer.trace("c")
    lines = trace_lines(tracer.graph, answer, answer.tree, View(claim="c", width=width))
    return plain(lines, width).splitlines()


def headings(text: str) -> list[str]:
    return [row for above, row in zip(["", *page(text)], page(text), strict=False) if above == "" and row][1:-1]


def test_parts_of_the_page_that_would_be_empty_are_left_out() -> None:
    assert headings("claims: {c: C}") == ["NO-REPORTS · no origin · 0 supporting reports"]
    assert headings("claims: {c: C}\nreports: {r: {outlet: O, says: c, cites: r}}")[1:] == [
        *("Who rests on whom", "↻ a loop: not followed again", "Findings", "Gaps, worst first"),
    ]


@pytest.mark.parametrize(
    ("stances", "words"),
    [
        (["supports"], "1 supporting report"),
        (["supports", "denies"], "1 supporting report of 2 on record, 1 denies it"),
        (["supports", "questions", "questions"], "1 supporting report of 3 on record, 2 question it"),
        (
            ["comments", "comments", "denies", "denies"],
            "0 supporting reports of 4 on record, 2 deny it, 2 comment on it",
        ),
    ],
)
def test_reports_are_counted_by_stance(stances: list[str], words: str) -> None:
    reports = "\n".join(
        f"  r{number}: {{outlet: O, says: [{{claim: c, stance: {stance}}}]}}" for number, stance in enumerate(stances)
    )
    assert page(f"claims: {{c: C}}\nreports:\n{reports}")[3].endswith(f" · {words}")


def test_an_origin_names_at_most_four_reports_that_reach_it() -> None:
    reports = "\n".join(f"  r{one}: {{outlet: O, says: c, cites: s}}" for one in range(6))
    text = f"claims: {{c: C}}\nsources: {{s: {{kind: document, name: A memo}}}}\nreports:\n{reports}"
    assert "  1 A memo (s) – a document; reached by r0, r1, r2, r3 and 2 more" in page(text)


def test_small_gaps_that_many_reports_share_are_one_line_a_kind() -> None:
    reports = "\n".join(f"  r{one}: {{outlet: O, says: c}}" for one in range(6))
    assert "  undated: 6 reports: r0, r1, r2, r3 and 2 more" in page(f"claims: {{c: C}}\nreports:\n{reports}")


SHOWN = workspace_of("""
    outlets: {o: {name: O, state_affiliated: true, languages: [en, tr], reliability: B, rated_by: me}}
    parties: {p: {name: P, country: TR}}
    sources:
      s: {kind: anonymous, described_as: an aide, same_as: [{source: t, how: possible}, u]}
      t: {kind: anonymous}
      u: {kind: anonymous, party: p}
    claims: {w: {text: W, part_of: c}, c: {text: C, could_confirm: p}}
    reports:
      r:
        outlet: o
        published: 2020-01-01
        read: {via: q}
        status: {corrected: 2020-01-02}
        says:
          - claim: c
            details: {dead: 3, hurt: 4}
            cites: [{source: s, mode: quotes, quote: so, url: "https://x.example/"}, {unclear: [q, t]}]
      q: {outlet: Q, says: w}
    responses: [{by: u, claim: c, stance: denies, reported_by: r, cites: s}]
    dependences: [{between: [r, q], kind: same_wording}]
""")


def shown(workspace: Workspace, id_: str) -> list[str]:
    record = record_of(workspace, id_)
    assert record is not None
    return plain(record_lines(workspace, record)).splitlines()


def test_a_record_is_shown_as_it_was_written() -> None:
    assert shown(SHOWN, "r") == [
        "r  report records.yaml:10:3",
        "  outlet: o",
        "  published: 2020-01-01",
        "  read: via q",
        "  status: corrected: 2020-01-02",
        "  says:",
        "    - claim: c",
        "      stance: supports",
        "      details: dead: 3, hurt: 4",
        "      cites:",
        "        - source s quotes “so” https://x.example/",
        "        - unclear, at least one of: report q, source t",
        "",
        "Named by",
        "  records.yaml:20  response reported in it",
        "  records.yaml:21  same_wording: r, q",
    ]


@pytest.mark.parametrize(
    ("id_", "named_by"),
    [
        ("o", ["r published by it, 2020-01-01"]),
        ("Q", ["q published by it"]),
        ("p", ["c could confirm", "u speaks for it"]),
        ("s", ["r cites it for c", "records.yaml:20 response rests on it"]),
        ("t", ["r cites it for c", "s is or may be the same"]),
        ("u", ["s is or may be the same", "records.yaml:20 denies c"]),
        ("w", ["q supports"]),
        ("c", ["w part of it", "r supports", "records.yaml:20 response to it"]),
        ("q", ["r cites it for c", "r was read through it", "records.yaml:21 same_wording: r, q"]),
    ],
)
def test_everything_that_names_a_record_is_listed(id_: str, named_by: list[str]) -> None:
    rows = shown(SHOWN, id_)
    found = [" ".join(row.split()) for row in rows[rows.index("Named by") + 1 :]]
    assert found == named_by


def test_values_are_shown_in_the_words_of_the_record() -> None:
    assert "  state_affiliated: true" in shown(SHOWN, "o")
    assert "  languages: en, tr" in shown(SHOWN, "o")
    assert shown(SHOWN, "s")[3:6] == ["  same_as:", "    - t, possible", "    - u, certain"]


def test_a_record_that_nothing_names_says_no_more() -> None:
    assert "Named by" not in shown(workspace_of("claims: {c: C}"), "c")
    assert record_of(SHOWN, "nothing") is None


@pytest.mark.parametrize("kind", LISTINGS)
@pytest.mark.parametrize("width", [20, 60, 120])
def test_a_list_has_a_row_a_record_at_any_width(kind: str, width: int) -> None:
    workspace = workspace_of(SHAPES)
    rows = LISTINGS[kind].rows(workspace)
    text = plain(listing_lines(LISTINGS[kind], rows, width), width)
    assert all(row[0].split()[0] in text for row in rows)
    assert text.splitlines()[-1].startswith(f"{len(rows)} ")


def test_tasks_of_several_claims_count_them() -> None:
    tracer = tracer_of("""
        parties: {p: {name: P}}
        claims: {a: {text: A, could_confirm: p}, b: {text: B, could_confirm: p}, c: {text: C, could_confirm: p}}
    """)
    text = plain(gap_lines(open_tasks(tracer, ["a", "b", "c"]), 3, 200, without_stale=False), 200)
    assert "no-confirmation  p        a +2   P: no answer on record." in text
    assert text.endswith("\n1 open gap in 3 claims\n")


def loaded(text: str) -> Loaded:
    return read_texts({"a.yaml": text})


def test_problems_and_records_are_counted() -> None:
    one = loaded("claims: {c: {text: C, colour: red}}")
    assert plain([summary_line(one.problems, one)]) == "1 record in 1 file: 1 error\n"
    none = loaded("claims: {c: C, d: D}")
    assert plain([summary_line([], none)]) == "2 records in 1 file: no problems\n"


def problem(column: int, length: int, excerpt: str | None) -> list[str]:
    place = Place("a.yaml", 7 if excerpt is not None else 0, column, length)
    found = Problem(code="x", severity=Severity.ERROR, place=place, message="No.", excerpt=excerpt)
    return plain(problem_lines([found], 40), 40).splitlines()[1:]


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "under"),
    [
        ("a:   b,   c", 6, 1, "b"),
        ("a:   b,   c", 11, 1, "c"),
        ("\ttab", 2, 3, "tab"),
        ("産経新聞: x", 3, 2, "新聞"),
        ("\u202ehidden", 2, 6, "hidden"),
        ("y" * 50 + "HERE" + "z" * 50, 51, 4, "HERE"),
    ],
)
def test_carets_stand_below_what_is_meant(excerpt: str, column: int, length: int, under: str) -> None:
    above, below = problem(column, length, excerpt)
    before = above[: above.index(under)]
    assert cell_len(before) == below.index("^")
    assert below.count("^") == cell_len(under)
    assert cell_len(above) <= 40


@pytest.mark.parametrize(("column", "length"), [(1, 500), (90, 500), (500, 1), (101, 1)])
def test_carets_never_leave_the_width(column: int, length: int) -> None:
    above, below = problem(column, length, "x" * 100)
    assert max(len(above), len(below)) <= 40
    assert "^" in below


def test_a_problem_of_a_whole_file_has_no_carets() -> None:
    assert problem(0, 1, None) == []
