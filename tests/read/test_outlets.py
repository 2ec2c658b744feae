"""How outlets are named: by id, name or alias, in any case; and outlets without a record."""

import pytest

from provenance.model import UNNAMED, Citation, UnclearCitation
from provenance.read import read_texts
from tests.read.said import said

RECORDS = """
outlets:
  nefes: {name: Nefes Gazetesi, aliases: [Нефес, Nefes Daily]}
  tass: {}
  ria: {name: RIA Novosti, aliases: TASS Radio}
  x1: {name: Tass}
  str: {name: Straße, aliases: [Türkiye Today]}
"""


@pytest.mark.parametrize(
    ("written", "outlet"),
    [
        ("nefes", "nefes"),
        ("NEFES", "nefes"),
        ("Nefes Gazetesi", "nefes"),
        ("nefes gazetesi", "nefes"),
        ("НЕФЕС", "nefes"),
        ("Nefes  Daily", "nefes"),
        ("Nefes\u00a0Daily", "nefes"),
        ('" nefes daily\\n"', "nefes"),
        ("tass", "tass"),  # an id as written goes first,
        ("TASS", "x1"),  # else a name goes before an id in another case
        ("tass radio", "ria"),
        ("STRASSE", "str"),
        ("Tu\u0308rkiye Today", "str"),  # u and a combining diaeresis: the same letter
        ("ria", "ria"),
        ("Nefes Weekly", "Nefes Weekly"),
    ],
)
def test_an_outlet_is_found_by_id_name_or_alias_in_any_case(written: str, outlet: str) -> None:
    loaded = read_texts({"f.yaml": f"{RECORDS}reports: {{r: {{outlet: {written}}}}}\n"})
    assert loaded.problems == ()
    assert loaded.workspace.reports["r"].outlet == outlet
    assert loaded.workspace.outlets[outlet].implicit is (outlet == "Nefes Weekly")


def test_a_name_in_another_file_counts() -> None:
    loaded = read_texts({"a.yaml": "reports: {r: {outlet: nefes DAILY}}\n", "b.yaml": RECORDS})
    assert loaded.workspace.reports["r"].outlet == "nefes"


def test_the_first_spelling_in_sort_order_stands_for_all() -> None:
    loaded = read_texts(
        {
            "b.yaml": "claims: {c: C}\nreports: {a: {outlet: kyiv post, says: c}, b: {outlet: KYIV POST, says: c}}\n",
            "a.yaml": 'reports: {d: {outlet: "Kyiv  Post\\n", says: c, cites: {outlet: kyiv post}}, e: {outlet: Other}}\n',
        }
    )
    assert loaded.problems == ()
    assert list(loaded.workspace.outlets) == ["KYIV POST", "Other"]
    assert {report.outlet for report in loaded.workspace.reports.values()} == {"KYIV POST", "Other"}
    (cited,) = loaded.workspace.reports["d"].says[0].cites
    assert isinstance(cited, Citation)
    assert cited.id == "KYIV POST"
    assert loaded.workspace.outlets["KYIV POST"].name == "KYIV POST"


def test_what_stands_in_details_or_blank_makes_no_outlet() -> None:
    text = """
claims: {c: C}
reports:
  r: {outlet: X, says: {claim: c, details: {outlet: Y}, cites: [{outlet: Z}, {unclear: [{outlet: W}, {outlet: unnamed}]}]}}
"""
    assert list(read_texts({"f.yaml": text}).workspace.outlets) == ["W", "X", "Z"]
    assert list(read_texts({"f.yaml": "reports: {r: {outlet: ~}, s: {outlet: ''}}\n"}).workspace.outlets) == []


def test_an_outlet_that_a_report_does_not_name_is_unnamed_in_any_case() -> None:
    text = "claims: {c: C}\nreports: {r: {outlet: X, says: c, cites: [{outlet: unnamed}, {outlet: Unnamed}]}}\n"
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    assert list(loaded.workspace.outlets) == ["X"]
    ids = [one.id for one in loaded.workspace.reports["r"].says[0].cites if not isinstance(one, UnclearCitation)]
    assert ids == [UNNAMED, UNNAMED]


@pytest.mark.parametrize(("outlets", "listed"), [("abcde", "a, b, c, d, e"), ("abcdef", "a, b, c, d, e and 1 more")])
def test_of_many_outlets_that_may_be_meant_five_are_listed(outlets: str, listed: str) -> None:
    text = "".join(f"  {id_}: {{name: X}}\n" for id_ in outlets)
    assert said(f"outlets:\n{text}reports: {{r: {{outlet: X}}}}\n") == [
        f"{len(outlets) + 2}:23+1 error ambiguous-outlet: 'X' may be any of the outlets {listed} | write the id of the one you mean"
    ]


def test_an_alias_of_two_outlets_is_ambiguous_unless_a_name_decides_it() -> None:
    text = "outlets: {a: {aliases: [AA, B]}, b: {aliases: [aa]}, d: {name: b}}\nreports: {r: {outlet: aA}, s: {outlet: B}}\n"
    assert said(text) == [
        "2:23+2 error ambiguous-outlet: 'aA' may be any of the outlets a, b | write the id of the one you mean"
    ]


def test_a_bare_name_of_an_outlet_without_a_record_is_no_id() -> None:
    text = "claims: {c: C}\nreports: {r: {outlet: Nefes, says: c}, s: {outlet: X, says: c, cites: [nefes, Nefes]}}\n"
    expected = (
        "error unknown-id: '{0}' is the name of an outlet, not an id"
        " | for an outlet whose report was not found write `{{outlet: {0}}}`, else the report's id"
    )
    assert said(text) == [f"2:72+5 {expected.format('nefes')}", f"2:79+5 {expected.format('Nefes')}"]


def test_a_dependence_may_name_outlets() -> None:
    text = """
outlets: {nefes: {name: Nefes}}
claims: {c: C}
reports: {r: {outlet: X, says: c}}
dependences: [{between: [NEFES, x, r], kind: same_person}]
"""
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    assert loaded.workspace.dependences[0].between == ("nefes", "X", "r")


@pytest.mark.parametrize("id_", ["Nefes", "unnamed", "x y"])
def test_an_outlet_whose_id_cannot_stand_is_not_found_by_its_names(id_: str) -> None:
    text = f"outlets: {{{id_}: {{name: Nefes, aliases: [AA]}}}}\nreports: {{r: {{outlet: AA}}}}\n"
    loaded = read_texts({"f.yaml": text})
    assert [problem.code for problem in loaded.problems] == ["bad-id"]
    assert list(loaded.workspace.outlets) == ["AA"]
