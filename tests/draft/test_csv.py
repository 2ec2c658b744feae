"""Tables, as spreadsheets and other programs write them."""

from textwrap import dedent

import pytest

from provenance.draft import UnreadableError
from provenance.model import CitedKind
from tests.draft.proposed import proposal_of, proposed

PLAIN = """\
report,outlet,cites
nefes-0903,Nefes,
militarnyi,Militarnyi,nefes-0903
kyiv-post,Kyiv Post,nefes-0903; militarnyi
"""


def cites(text: str, report: str) -> list[str]:
    workspace, _ = proposed(text, claim="c")
    return [citation.id for citation in workspace.reports[report].says[0].cites if hasattr(citation, "id")]


def test_three_columns_are_enough() -> None:
    _, text = proposal_of(PLAIN, claim="The systems were sold back.")
    assert text == dedent(
        """\
        # Proposed from in.csv: read it against the reports before you use it.
        # Nothing in it was checked. What is blank is not in what was read.

        claims:
          the-systems-were-sold-back: The systems were sold back.

        reports:
          nefes-0903:
            outlet: Nefes
            says: the-systems-were-sold-back
          militarnyi:
            outlet: Militarnyi
            says: the-systems-were-sold-back
            cites: nefes-0903
          kyiv-post:
            outlet: Kyiv Post
            says: the-systems-were-sold-back
            cites: [nefes-0903, militarnyi]
        """
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + PLAIN,
        PLAIN.replace(";", " ;").replace(",", ";").replace("nefes-0903 ; militarnyi", '"nefes-0903;militarnyi"'),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", "|"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("report,outlet,cites", " Report ,OUTLET,Cites"),
        PLAIN.replace("nefes-0903; militarnyi", '"nefes-0903\nmilitarnyi"'),
        PLAIN.replace("nefes-0903; militarnyi", "nefes-0903\nkyiv-post,Kyiv Post,militarnyi"),
        "\n\n" + PLAIN + ",,\n\n",
    ],
    ids=["mark", "semicolon", "tab", "bar", "crlf", "case", "break in a cell", "rows repeated", "blank rows"],
)
def test_however_a_program_writes_it_it_says_the_same(text: str) -> None:
    assert cites(text, "kyiv-post") == ["nefes-0903", "militarnyi"]


def test_every_cell_is_placed_or_listed() -> None:
    _, notes = proposed(
        "report,outlet,cites,mood,published\na,A,,grim,yesterday\n,B,x,,\nz,Z,,,2025,extra\n", claim="c"
    )
    assert notes == [
        ("in.csv:2", "mood: grim"),
        (
            "in.csv:2",
            "published of a: 'yesterday' is not a date: write 2025-09-03, 2025-09, 2025-09-13? or 2025-09-03T21:40+02:00",
        ),
        ("in.csv:3", "a row that names no report: outlet: B, cites: x"),
        ("in.csv:4", "a cell that no column names: extra"),
    ]


def test_what_is_cited_and_not_in_the_table_is_an_outlet_whose_report_was_not_located() -> None:
    workspace, _ = proposed("report,outlet,cites\na,A,Bild; https://www.taz.example/1\n", claim="c")
    first, second = workspace.reports["a"].says[0].cites
    assert (first.kind, first.id) == (CitedKind.OUTLET, "Bild")  # type: ignore[union-attr]
    assert second.url == "https://www.taz.example/1"  # type: ignore[union-attr]
    assert workspace.outlets[second.id].domains == ("taz.example",)  # type: ignore[union-attr]


def test_a_report_without_an_outlet_gets_the_host_of_its_address() -> None:
    workspace, notes = proposed("report,cites,url\na,,https://www.taz.example/1\nb,a,\n", claim="c")
    assert [workspace.reports[id_].outlet for id_ in "ab"] == ["taz.example", "unknown outlet of b"]
    assert [where for where, _ in notes] == ["in.csv:2", "in.csv:3"]


def test_names_become_ids_as_a_person_would_make_them() -> None:
    workspace, _ = proposed("report,outlet,cites\nTürkiye’s “Report”,A,\nМілітарний,B,Türkiye’s “Report”\n", claim="c")
    assert sorted(workspace.reports) == ["report", "turkiye-s-report"]


def test_what_is_in_the_records_is_not_proposed_again() -> None:
    records = """
        claims: {c: It is so.}
        outlets: {taz-outlet: {name: taz, aliases: [die tageszeitung], domains: [taz.example]}}
        reports:
          a: {outlet: taz, says: c, published: 2025-09-03}
          b: {outlet: Bild, says: c}
          e: {outlet: taz, says: c, url: "https://taz.example/9"}
    """
    text = "report,outlet,cites,published,title,url\na,die tageszeitung,b,2025-09-03,T,\nb,Welt,a,,,\nx,,,,,https://taz.example/9\n"
    proposal, written = proposal_of(text, dedent(records), claim="It is so.")
    assert proposal.known == (
        "a (data/a.yaml:5)",
        "c (data/a.yaml:2)",
        "e (data/a.yaml:7)",
        "taz-outlet (data/a.yaml:3)",
    )
    assert [note.what for note in proposal.notes] == [
        "the id 'b' is taken; proposed as 'b-2'",
        "a: your record (data/a.yaml:5) has it not so: title: T",
        "a: your record (data/a.yaml:5) has it not so: on c: cites: b-2",
    ]
    assert "  b-2:\n    outlet: Welt\n    says: c\n    cites: a\n" in written


def test_gephi_s_tables_are_reports_under_their_labels() -> None:
    nodes = "Id,Label,Weight\n1,Nefes,3\n2,Kyiv Post,1\n"
    edges = "Source,Target,Type,Weight\n2,1,Directed,1\n"
    workspace, notes = proposed({"a.csv": nodes, "b.csv": edges}, claim="c")
    assert {report.id: report.outlet for report in workspace.reports.values()} == {"1": "Nefes", "2": "Kyiv Post"}
    assert ("b.csv:2", "weight: 1") in notes
    assert ("a.csv:2", "weight: 3") in notes


def test_edges_alone_make_their_ends_reports() -> None:
    workspace, _ = proposed("Source,Target\nKyiv Post,Nefes\n", claim="c")
    assert [report.outlet for report in workspace.reports.values()] == ["Kyiv Post", "Nefes"]


def refused(text: str, format_: str | None = None) -> list[tuple[str, str, str]]:
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of(text, format_=format_)
    return [(str(each.place), each.code, each.message) for each in unreadable.value.problems]


def test_missing_column() -> None:
    assert refused("name,age\nx,3\n") == [
        ("in.csv:1:1", "missing-column", "no column says which report a row is about: name, age")
    ]
    assert refused("") == [("in.csv:1:1", "missing-column", "this table has no row")]


def test_not_csv() -> None:
    assert refused('report,outlet,cites\na,"b,\n') == [
        ("in.csv:2:1", "not-csv", "this row cannot be read: a quotation mark is never closed")
    ]
    assert refused("report,outlet,cites,Cites\n") == [("in.csv:1:1", "not-csv", "two columns are named 'cites'")]


def test_nothing_to_place() -> None:
    assert refused("report,outlet,cites\n", "csv")[0][1] == "nothing-to-place"


def test_unknown_format() -> None:
    with pytest.raises(UnreadableError) as unreadable:
        proposal_of({"a.yaml": "claims: {c: C}"})
    assert [each.code for each in unreadable.value.problems] == ["unknown-format"]


def test_reports_that_are_cited_may_be_apart_by_commas_but_a_name_with_a_comma_stays_whole() -> None:
    text = 'report;outlet;cites\na;A;"b, d"\nb;B;"d, Weekly"\nd;D;"Bild, Berlin"\n'
    assert cites(text, "a") == ["b", "d"]
    assert cites(text, "b") == ["d, Weekly"]
    assert cites(text, "d") == ["Bild, Berlin"]


def test_a_report_that_has_a_semicolon_in_its_name_is_cited_by_it() -> None:
    assert cites('report,outlet,cites\n"A; B",A,\nnews,News,"A; B"\n', "news") == ["a-b"]
