"""What records can tell by themselves."""

import pytest

from provenance.dates import parse_date
from provenance.model import Basis, Certainty, Change, Outlet, OutletKind, Reaction, Stance
from provenance.problems import Place
from provenance.trace.answer import OriginKind
from tests.texts import workspace_of

HERE = Place("records.yaml", 1, 1)

ONE_CHANGE = """
    claims: {{c: C}}
    reports: {{r: {{outlet: O, says: c, published: 2020-01-01, status: {{{change}: 2020-01-05}}}}}}
"""


def test_a_report_fell_when_it_was_retracted_not_when_it_was_corrected() -> None:
    report = workspace_of(ONE_CHANGE.format(change="retracted")).reports["r"]
    assert report.fell_by(None) is Change.RETRACTED
    assert report.fell_by(parse_date("2020-01-04")) is None
    assert report.fell_by(parse_date("2020-01-05")) is Change.RETRACTED
    assert report.fell_by(parse_date("2020-01")) is Change.RETRACTED


def test_a_correction_is_a_change_but_no_fall() -> None:
    report = workspace_of(ONE_CHANGE.format(change="corrected")).reports["r"]
    assert report.fell_by(None) is None
    assert report.changes_by(None) == ((Change.CORRECTED, parse_date("2020-01-05")),)
    assert report.changes_by(parse_date("2020-01-04")) == ()


def test_a_live_report_has_no_changes() -> None:
    report = workspace_of("claims: {c: C}\nreports: {r: {outlet: O, says: c, status: live}}").reports["r"]
    assert report.changes == ()


def test_a_report_gives_its_statement_on_a_claim() -> None:
    report = workspace_of("""
        claims: {c: C, d: D, e: E}
        reports: {r: {outlet: O, says: [{claim: c}, {claim: d, stance: denies}]}}
    """).reports["r"]
    said = report.statement_on("d")
    assert said is not None
    assert said.stance is Stance.DENIES
    assert report.statement_on("e") is None


def test_an_outlet_without_a_record_is_known_by_its_name() -> None:
    workspace = workspace_of("claims: {c: C}\nreports: {r: {outlet: Kyiv Post, says: c}}")
    assert workspace.outlet_of("r").name == "Kyiv Post"
    assert workspace.outlet_of("r").implicit


def test_size_counts_the_records_a_person_wrote() -> None:
    workspace = workspace_of("""
        case: {title: T}
        outlets: {o: {name: O}}
        parties: {p: {name: P}}
        sources: {s: {kind: document}}
        claims: {c: C}
        reports: {r: {outlet: o, says: c}, r2: {outlet: Implicit, says: c}}
        responses: [{by: p, claim: c, stance: denies}]
        dependences: [{between: [r, r2], kind: same_wording}]
    """)
    assert workspace.size == 9


def test_certainty_has_an_order() -> None:
    assert [certainty.strength for certainty in Certainty] == [3, 2, 1, 0]


@pytest.mark.parametrize("kind", [None, *OutletKind])
def test_aggregators_and_platforms_only_pass_on(kind: OutletKind | None) -> None:
    outlet = Outlet(id="o", name="O", kind=kind, place=HERE)
    assert outlet.passes_on_only == (kind in (OutletKind.AGGREGATOR, OutletKind.PLATFORM))


def test_every_basis_has_its_origin_kind() -> None:
    assert {OriginKind(basis.replace("_", "-")) for basis in Basis} == {
        OriginKind.OWN_REPORTING,
        OriginKind.UNATTRIBUTED,
    }


def test_the_words_of_the_vocabulary_are_those_of_the_model() -> None:
    assert [reaction.value for reaction in Reaction] == [
        *("confirms", "denies", "partly", "declines", "neither", "silent", "not_asked"),
    ]
