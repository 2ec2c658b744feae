"""Two states of the records compared by meaning."""

import copy
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from provenance.model import Workspace
from provenance.read import read_texts
from provenance.trace import diff
from provenance.trace.diff import Comparison
from provenance.trace.difference import ClaimDifference, Difference, FieldDifference, How
from provenance.trace.records import compare_records
from tests.oracle import Records
from tests.records import shuffled, workspaces, written
from tests.texts import workspace_of

slowly = settings(deadline=None, database=None, max_examples=40, suppress_health_check=list(HealthCheck))

RECORDS = """\
case: {title: The case, notes: As of today.}
outlets:
  wire: {name: The Wire, kind: agency}
parties:
  town: {name: Town}
sources:
  clerk: {kind: anonymous, described_as: an official}
claims:
  weaker: {text: It may have happened.}
  c: {text: It happened., stronger_than: weaker, could_confirm: town}
  apart: {text: Something else happened.}
reports:
  first: {outlet: wire, published: 2020-01-01, says: [{claim: c, certainty: possible, cites: clerk}]}
  copy: {outlet: Copyist, published: 2020-01-02, says: [{claim: c, cites: {report: first, mode: relays}}]}
  other: {outlet: Other, says: [{claim: apart, basis: own_reporting}]}
  silent: {outlet: Other, title: Says nothing}
responses:
  - {by: town, claim: c, stance: declines, date: 2020-01-03}
dependences:
  - {between: [copy, other], kind: same_wording, basis: Both say so.}
"""


def changed(*replacements: tuple[str, str]) -> Difference:
    """Compare the records with themselves after some text was replaced."""
    text = RECORDS
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the records"
        text = text.replace(old, new)
    return compared(RECORDS, text)


def compared(old: str, new: str) -> Difference:
    return Comparison(workspace_of(old), workspace_of(new)).difference()


def only(difference: Difference) -> ClaimDifference:
    assert (difference.records, difference.found) == ((), True)
    [found] = difference.claims
    return found


def said(found: ClaimDifference) -> set[str]:
    """Name the parts of a claim's difference that say something."""
    parts = ("fields", "origins", "reports", "acts", "statements", "responses")
    work = ("findings_opened", "findings_closed", "gaps_opened", "gaps_closed")
    return {name for name in (*parts, *work) if getattr(found, name)}


def steps(fields: tuple[FieldDifference, ...]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {field.name: (field.removed, field.added) for field in fields}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("outlets:\n", "# a remark\noutlets:\n"),
        ("{name: Town}", '\n    name: "Town"'),
        ("published: 2020-01-01", "published: 2020-01-01/2020-01-01"),
        ("cites: clerk", "cites: [{source: clerk}]"),
        ("certainty: possible, cites: clerk", "cites: clerk, stance: supports, certainty: possible"),
        ("between: [copy, other]", "between: [other, copy]"),
        ("{outlet: Other, title: Says nothing}", "{outlet: Other, title: Says nothing, url: , says: }"),
    ],
)
def test_how_it_is_written_makes_no_difference(old: str, new: str) -> None:
    difference = changed((old, new))
    assert (difference.found, difference.compared) == (False, 3)


def test_what_belongs_to_no_claim_is_a_difference_too() -> None:
    difference = changed(("As of today.", "As of yesterday."))
    assert (difference.claims, difference.found) == ((), True)


def test_a_file_may_be_split_and_renamed() -> None:
    sections = RECORDS.split("reports:\n")
    parts = read_texts({"z/claims.yaml": sections[0], "a.yml": f"reports:\n{sections[1]}"})
    assert parts.usable
    assert not Comparison(workspace_of(RECORDS), parts.workspace).difference().found


def test_one_of_several_equal_records_less_is_a_difference() -> None:
    twice = "outlets: {a: {name: A}}\nclaims: {c: C}\nreports: {r: {outlet: a, says: c, cites: [{outlet: unnamed}%s]}}"
    found = only(compared(twice % ", {outlet: unnamed}", twice % ""))
    assert steps(found.statements[0].fields) == {"cites": (("outlet unnamed",), ())}


def test_a_new_report_with_an_origin_of_its_own() -> None:
    found = only(changed(("  other:", "  own: {outlet: Own, says: [{claim: c, basis: own_reporting}]}\n  other:")))
    assert (found.claim, found.how) == ("c", How.CHANGED)
    assert [(one.how, one.after and one.after.id) for one in found.origins] == [(How.ADDED, "own")]
    assert [(one.id, one.how, one.on_record) for one in found.reports] == [("own", How.ADDED, False)]
    assert said(found) == {"origins", "reports", "gaps_opened", "gaps_closed"}
    assert {(gap.kind.value, gap.subject) for gap in found.gaps_closed} == {
        ("single-origin", "c"),
        ("anonymous-only", "c"),
    }
    assert found.before is not None
    assert found.after is not None
    assert (found.before.short, found.after.short) == (
        ("single-origin", 1, 1, False),
        ("multiple-origins", 2, 2, False),
    )


def test_a_report_that_is_gone() -> None:
    difference = changed(("  silent: {outlet: Other, title: Says nothing}\n", ""))
    assert difference.claims == ()
    [record] = difference.records
    assert (record.kind, record.id, record.how) == ("report", "silent", How.REMOVED)


def test_a_report_that_enters_the_graph_was_on_record_before() -> None:
    found = only(changed(("cites: {report: first, mode: relays}", "cites: [{report: first, mode: relays}, other]")))
    assert [(one.id, one.how, one.on_record) for one in found.reports] == [("other", How.ADDED, True)]
    assert steps(found.statements[0].fields) == {"cites": ((), ("other",))}


def test_what_a_statement_says_and_whom_it_cites() -> None:
    found = only(changed(("certainty: possible, cites: clerk", "certainty: certain, basis: unattributed")))
    [statement] = found.statements
    assert (statement.report, statement.claim, statement.how) == ("first", "c", How.CHANGED)
    assert steps(statement.fields) == {
        "certainty": (("possible",), ("certain",)),
        "basis": ((), ("unattributed",)),
        "cites": (("clerk",), ()),
    }
    assert [one.how for one in found.origins] == [How.REMOVED, How.ADDED]


def test_an_origin_of_another_kind_is_changed() -> None:
    found = only(changed(("basis: own_reporting", "basis: unattributed")))
    [origin] = found.origins
    assert (origin.how, origin.before and origin.before.kind, origin.after and origin.after.kind) == (
        How.CHANGED,
        "own-reporting",
        "unattributed",
    )


def test_a_statement_that_a_report_in_the_graph_makes_now() -> None:
    found = changed(("basis: own_reporting}]", "basis: own_reporting}, {claim: c, stance: denies}]"))
    assert [(one.id, one.how, one.on_record) for one in only(found).reports] == [("other", How.ADDED, True)]
    assert only(found).statements == ()
    more = "cites: {report: first, mode: relays}}"
    both = changed((more, f"{more}, {{claim: weaker, stance: questions}}"))
    by_claim = {one.claim: one for one in both.claims}
    assert by_claim.keys() == {"weaker"}
    assert [(one.id, one.how) for one in by_claim["weaker"].reports] == [("copy", How.ADDED)]


def test_a_statement_that_a_report_makes_which_is_in_the_graph_already() -> None:
    old = RECORDS.replace("{claim: c, certainty: possible, cites: clerk}", "{claim: weaker, cites: clerk}")
    new = old.replace("{claim: weaker, cites: clerk}", "{claim: weaker, cites: clerk}, {claim: c, stance: questions}")
    found = {one.claim: one for one in compared(old, new).claims}["c"]
    assert found.reports == ()
    assert [(one.report, one.claim, one.how) for one in found.statements] == [("first", "c", How.ADDED)]


def test_a_claim_shows_the_statements_in_its_graph_whatever_they_are_about() -> None:
    old = RECORDS.replace("{claim: c, certainty: possible, cites: clerk}", "{claim: weaker, cites: clerk}")
    new = old.replace("{claim: weaker, cites: clerk}", "{claim: weaker, cites: clerk, quote: maybe}")
    found = {one.claim: one for one in compared(old, new).claims}
    assert [(one.report, one.claim) for one in found["c"].statements] == [("first", "weaker")]
    assert [(one.report, one.claim) for one in found["weaker"].statements] == [("first", "weaker")]


@pytest.mark.parametrize("act", ["corrected", "retracted", "withdrawn"])
def test_what_a_publisher_did(act: str) -> None:
    found = only(
        changed(
            ("outlet: wire, published: 2020-01-01", f"outlet: wire, published: 2020-01-01, status: {{{act}: 2020-02}}")
        )
    )
    assert [(one.report, one.act, one.date.text, one.how) for one in found.acts] == [
        ("first", act, "2020-02", How.ADDED)
    ]
    assert [(one.how) for one in found.origins] == ([] if act == "corrected" else [How.REMOVED])


def test_an_act_that_is_taken_back_or_dated_otherwise() -> None:
    old = RECORDS.replace("outlet: Copyist", "outlet: Copyist, status: {corrected: 2020-02-01}")
    assert [one.how for one in only(compared(old, RECORDS)).acts] == [How.REMOVED]
    new = old.replace("2020-02-01", "2020-02-02")
    assert [(one.how, one.date.text) for one in only(compared(old, new)).acts] == [
        (How.REMOVED, "2020-02-01"),
        (How.ADDED, "2020-02-02"),
    ]


def test_two_records_of_one_name_are_two_outlets() -> None:
    old = "outlets: {x: {name: Paper}}\nclaims: {c: C}\nreports: {r: {outlet: x, says: c}}"
    new = old.replace("x: {name", "y: {name").replace("outlet: x", "outlet: y")
    assert {(record.id, record.how) for record in compared(old, new).records} >= {("x", How.REMOVED), ("y", How.ADDED)}


def test_an_outlet_that_was_one_and_is_two_keeps_its_name() -> None:
    reports = "claims: {c: C}\nreports: {r: {outlet: Paper, says: c}, q: {outlet: Sunday Paper, says: c}}"
    old = f"outlets: {{x: {{name: Paper, aliases: [Sunday Paper]}}}}\n{reports}"
    assert [record.id for record in compared(old, reports).records if record.kind == "report"] == ["q"]


def test_a_response_to_an_unrelated_claim_is_shown_there_alone() -> None:
    difference = changed(
        ("stance: declines, date: 2020-01-03", "stance: confirms, date: 2020-01-03"),
        ("dependences:", "  - {by: town, claim: apart, stance: denies}\ndependences:"),
    )
    shown = {one.claim: [each.response.claim for each in one.responses] for one in difference.claims}
    assert shown["apart"] == ["apart"]
    assert set(shown["c"]) == {"c"}


def test_an_act_that_both_have_is_none() -> None:
    old = RECORDS.replace("outlet: Copyist", "outlet: Copyist, status: {corrected: 2020-02-01}")
    new = old.replace("{corrected: 2020-02-01}", "{corrected: 2020-02-01, retracted: 2020-02-02}")
    assert [(one.how, one.act) for one in only(compared(old, new)).acts] == [(How.ADDED, "retracted")]


def test_whether_a_report_fell_that_says_nothing_any_more_is_not_a_record_of_its_own() -> None:
    old = RECORDS.replace("outlet: Other, says: [{claim: apart, basis: own_reporting}]", "outlet: Other, says: apart")
    new = old.replace("outlet: Other, says: apart", "outlet: Other, status: {retracted: 2020-02-01}")
    assert compared(old, new).records == ()


def test_a_case_without_a_title_or_a_question_has_a_name() -> None:
    untitled = RECORDS.replace("title: The case, ", "")
    [record] = compared(untitled, untitled.replace("As of today", "As of yesterday")).records
    assert (record.kind, record.id, record.how) == ("case", "without a title", How.CHANGED)


def test_a_response_to_a_claim_is_shown_with_its_neighbours_too() -> None:
    difference = changed(("dependences:", "  - {by: town, claim: weaker, stance: denies}\ndependences:"))
    assert {one.claim: [(each.how, each.party) for each in one.responses] for one in difference.claims} == {
        "c": [(How.ADDED, "town")],
        "weaker": [(How.ADDED, "town")],
    }
    by_claim = {one.claim: one for one in difference.claims}
    assert [finding.kind for finding in by_claim["c"].findings_opened] == ["off-target-denial"]


def test_a_response_of_the_same_stance_is_the_same_one_changed() -> None:
    difference = changed(("stance: declines, date: 2020-01-03", "stance: declines, date: 2020-01-04, on_record: false"))
    assert [one.claim for one in difference.claims] == ["c", "weaker"]
    [response] = difference.claims[0].responses
    assert (response.how, steps(response.fields)) == (
        How.CHANGED,
        {"date": (("2020-01-03",), ("2020-01-04",)), "on_record": ((), ("false",))},
    )


def test_a_response_of_another_stance_is_another_one() -> None:
    found = changed(("stance: declines", "stance: confirms")).claims[0]
    assert {(one.how, one.response.stance.value) for one in found.responses} == {
        (How.REMOVED, "declines"),
        (How.ADDED, "confirms"),
    }
    assert [gap.kind for gap in found.gaps_closed] == ["no-confirmation"]


def test_a_source_answers_for_the_party_it_then_stood_for() -> None:
    with_source = RECORDS.replace("{by: town, claim: c, stance: declines", "{by: clerk, claim: c, stance: declines")
    spoken = with_source.replace("described_as: an official}", "described_as: an official, party: town}")
    difference = compared(spoken, with_source.replace("stance: declines", "stance: denies"))
    [found] = [one for one in difference.claims if one.claim == "c"]
    assert {(one.how, one.party) for one in found.responses} == {(How.REMOVED, "town"), (How.ADDED, "clerk")}


def test_the_fields_of_a_claim() -> None:
    found = only(changed(("It happened.", "It surely happened."), ("could_confirm: town", "credibility: 2")))
    assert steps(found.fields) == {
        "text": (("It happened.",), ("It surely happened.",)),
        "could_confirm": (("town",), ()),
        "credibility": ((), ("2",)),
    }


def test_claims_that_came_and_went() -> None:
    difference = changed(
        ("  apart: {text: Something else happened.}\n", "  new: {text: News.}\n"), ("claim: apart", "claim: new")
    )
    by_claim = {one.claim: one for one in difference.claims}
    assert {claim: one.how for claim, one in by_claim.items()} == {"apart": How.REMOVED, "new": How.ADDED}
    assert (by_claim["apart"].text, by_claim["apart"].after) == ("Something else happened.", None)
    assert (by_claim["new"].before, by_claim["new"].after and by_claim["new"].after.short) == (
        None,
        ("single-origin", 1, 1, False),
    )
    assert difference.compared == 4
    assert [(one.id, one.how, one.on_record) for one in by_claim["new"].reports] == [("other", How.ADDED, True)]
    assert said(by_claim["new"]) == {"origins", "reports", "gaps_opened"}


@pytest.mark.parametrize(
    ("old", "new", "kind", "id_", "fields"),
    [
        ("As of today.", "As of now.", "case", "The case", {"notes": (("As of today.",), ("As of now.",))}),
        ("kind: agency", "kind: agency, languages: [en, de]", "outlet", "wire", {"languages": ((), ("de", "en"))}),
        ("name: Town", "name: Town, country: NO", "party", "town", {"country": ((), ("NO",))}),
        ("an official", "officials", "source", "clerk", {"described_as": (("an official",), ("officials",))}),
        ("Says nothing", "Says it", "report", "silent", {"title": (("Says nothing",), ("Says it",))}),
        (
            "outlet: Other, title",
            "outlet: Other, status: {corrected: 2020}, title",
            "report",
            "silent",
            {"status": ((), ("corrected 2020",))},
        ),
        (
            "published: 2020-01-02",
            "published: 2020-01-02, read: {via: first}",
            "report",
            "copy",
            {"read": ((), ("via first",))},
        ),
        (
            "basis: Both say so.",
            "basis: So they say.",
            "dependence",
            "same_wording copy, other",
            {"basis": (("Both say so.",), ("So they say.",))},
        ),
    ],
)
def test_records_that_belong_to_no_single_claim(
    old: str, new: str, kind: str, id_: str, fields: dict[str, Any]
) -> None:
    [record] = changed((old, new)).records
    assert (record.kind, record.id, record.how, steps(record.fields)) == (kind, id_, How.CHANGED, fields)


def test_records_that_came_and_went() -> None:
    difference = changed(
        ("{title: The case, notes: As of today.}", "{question: Did it?}"),
        ("  town: {name: Town}", "  town: {name: Town}\n  state: {name: State}"),
        ("[copy, other], kind: same_wording", "[copy, other], kind: same_image"),
    )
    assert {(one.kind.value, one.id, one.how.value) for one in difference.records} == {
        ("case", "The case", "removed"),
        ("case", "Did it?", "added"),
        ("party", "state", "added"),
        ("dependence", "same_wording copy, other", "removed"),
        ("dependence", "same_image copy, other", "added"),
    }


def test_a_tie_changes_the_count_of_claims_whose_own_records_are_as_before() -> None:
    two = """
        claims: {c: C}
        outlets: {a: {name: A}, b: {name: B}}
        reports:
          one: {outlet: a, says: [{claim: c, basis: own_reporting}]}
          two: {outlet: b, says: [{claim: c, basis: own_reporting}]}
    """
    difference = compared(two, two.replace("{name: A}", "{name: A, owner: B}"))
    [found] = difference.claims
    assert found.before is not None
    assert found.after is not None
    assert (found.before.short[1:], found.after.short[1:]) == ((2, 2, False), (1, 1, False))
    assert said(found) == {"findings_opened", "gaps_opened", "gaps_closed"}


def test_writing_down_a_record_of_an_outlet_changes_nothing_else() -> None:
    for old, new in ((RECORDS, with_copyist()), (with_copyist(), RECORDS)):
        difference = compared(old, new)
        assert difference.claims == ()
        assert [(one.kind.value, one.id) for one in difference.records] == [("outlet", "copyist-media")]


def with_copyist() -> str:
    return RECORDS.replace("outlets:\n", "outlets:\n  copyist-media: {name: Copyist Media, aliases: copyist}\n")


def test_outlets_without_records_are_the_same_in_any_case() -> None:
    assert not changed(("outlet: Copyist", "outlet: COPYIST")).found


def test_two_outlets_that_become_one_are_a_difference() -> None:
    old = RECORDS.replace("outlet: Copyist", "outlet: The Copyist").replace(
        "outlet: Other, says", "outlet: Copyist, says"
    )
    new = old.replace("outlets:\n", "outlets:\n  copyist: {name: Copyist, aliases: The Copyist}\n")
    records = {(one.kind.value, one.id): steps(one.fields) for one in compared(old, new).records}
    assert records == {
        ("outlet", "copyist"): {},
        ("report", "copy"): {"outlet": (("The Copyist",), ("copyist",))},
    }


def test_a_record_under_another_id_is_another_outlet_though_its_reports_have_no_other_name() -> None:
    old = "outlets: {x: {name: Paper}}\nclaims: {c: C}\nreports: {r: {outlet: Paper, says: c}}"
    new = "outlets: {paper: {name: Paper}}\nclaims: {c: C}\nreports: {r: {outlet: Paper, says: c}}"
    found = {(one.kind.value, one.id, one.how.value) for one in compared(old, new).records}
    assert found == {("outlet", "x", "removed"), ("outlet", "paper", "added"), ("report", "r", "changed")}


def test_an_outlet_without_a_record_is_not_one_that_had_a_record_before() -> None:
    old = """
        outlets: {other: {name: Other Paper}}
        claims: {c: C}
        reports: {r: {outlet: Paper, says: c}, q: {outlet: other, says: c}}
    """
    new = old.replace("{name: Other Paper}", "{name: Other Paper, aliases: [Paper]}")
    records = {(one.kind.value, one.id): steps(one.fields) for one in compared(old, new).records}
    assert records == {
        ("outlet", "other"): {"aliases": ((), ("Paper",))},
        ("report", "r"): {"outlet": (("Paper",), ("other",))},
    }


def test_a_report_or_source_by_the_name_of_an_outlet_is_left_as_it_is() -> None:
    """The outlet Wire has no record, the report has its name as id; then the outlet has a record."""
    old = """
        claims: {c: C}
        reports:
          wire: {outlet: wire, says: c}
          copy: {outlet: Copyist, says: c, cites: [{report: wire}, {outlet: Third}]}
    """
    difference = compared(old, f"{old}    outlets: {{w: {{name: wire}}}}\n")
    assert difference.claims == ()
    assert [(one.kind.value, one.id, one.how) for one in difference.records] == [("outlet", "w", How.ADDED)]


def test_an_outlet_cited_without_a_record_is_the_same_with_one() -> None:
    old = RECORDS.replace(
        "cites: {report: first, mode: relays}", "cites: [{outlet: Elsewhere}, {unclear: [{outlet: Elsewhere}, first]}]"
    )
    new = old.replace("outlets:\n", "outlets:\n  else: {name: Elsewhere}\n")
    difference = compared(old, new)
    assert difference.claims == ()
    assert [one.id for one in difference.records] == ["else"]


def test_how_far_it_is_is_told_for_every_claim_that_may_differ() -> None:
    told: list[tuple[int, int]] = []
    untied, _, _ = RECORDS.partition("dependences:")
    new = untied.replace("certainty: possible", "certainty: certain")
    Comparison(workspace_of(untied), workspace_of(new)).difference(lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]  # `apart` has nothing to do with it


def test_a_report_bears_on_every_claim_from_which_citations_lead_to_it() -> None:
    old = RECORDS.replace("cites: {report: first, mode: relays}", "cites: [first, other]").partition("dependences:")[0]
    difference = compared(old, old.replace("outlet: Other, says", "outlet: Other, published: 2020, says"))
    assert [(one.claim, [gap.kind.value for gap in one.gaps_closed]) for one in difference.claims] == [
        ("apart", ["undated"]),
        ("c", ["undated"]),
    ]


def test_a_report_bears_on_claims_to_which_a_response_rests_on_it() -> None:
    """The report's outlet cites the town, which answers on the word of another report of that outlet."""
    old = """
        parties: {town: {name: Town}}
        claims: {c: C, d: D}
        reports:
          r: {outlet: Gazette, says: c, cites: town}
          s: {outlet: Mirror, says: d}
        responses: [{by: town, claim: c, stance: confirms, cites: s}]
    """
    difference = compared(old, old.replace("outlet: Mirror", "outlet: Gazette"))
    assert [(one.claim, [found.kind.value for found in one.findings_opened]) for one in difference.claims] == [
        ("c", ["circular"])
    ]


def test_a_report_that_a_dependence_names_bears_on_all_claims() -> None:
    """What `tie` says of another claim brings its outlet's family into the group of the dependence."""
    old = """
        outlets: {a: {name: A, owner: House}, b: {name: B}}
        claims: {c: C, d: D}
        reports:
          one: {outlet: a, says: [{claim: c, basis: own_reporting}]}
          two: {outlet: b, says: [{claim: c, basis: own_reporting}]}
          tie: {outlet: Elsewhere, says: [{claim: d, cites: two}]}
        dependences: [{between: [tie, b], kind: same_wording}]
    """
    elsewhere = old.replace("outlet: Elsewhere", "outlet: a")
    difference = compared(elsewhere, elsewhere.replace("claim: d, cites: two", "claim: d, basis: own_reporting"))
    by_claim = {one.claim: one for one in difference.claims}
    assert by_claim["c"].before is not None
    assert by_claim["c"].after is not None
    assert (by_claim["c"].before.short[1:], by_claim["c"].after.short[1:]) == ((2, 2, False), (1, 1, False))


def test_several_origins_declared_independent_are_said_so_whatever_the_status() -> None:
    old = """
        parties: {town: {name: Town}}
        claims: {c: {text: C, could_confirm: town}}
        reports:
          r: {outlet: A, says: [{claim: c, basis: own_reporting}]}
          s: {outlet: B, says: [{claim: c, basis: own_reporting}]}
        dependences: [{between: [r, s], kind: declared_independent, basis: Both were there.}]
        responses: [{by: town, claim: c, stance: declines}]
    """
    found = only(compared(old, old.replace("stance: declines", "stance: confirms, on_record: true")))
    weighed = [found.before, found.after]
    assert [one and one.verdict.status.value for one in weighed] == ["multiple-origins", "confirmed"]
    assert [one and one.declared_by for one in weighed] == [("Both were there.",)] * 2


def test_a_statement_that_changed_in_a_report_that_enters_the_graph_is_shown() -> None:
    old = RECORDS.replace("says: [{claim: apart, basis: own_reporting}]", "says: weaker")
    new = old.replace("says: weaker", "says: [{claim: weaker, quote: maybe}]").replace(
        "cites: {report: first, mode: relays}", "cites: [{report: first, mode: relays}, other]"
    )
    [found] = [one for one in compared(old, new).claims if one.claim == "c"]
    assert [(one.id, one.how) for one in found.reports] == [("other", How.ADDED)]
    assert [(one.report, steps(one.fields)) for one in found.statements] == [
        ("copy", {"cites": ((), ("other",))}),
        ("other", {"quote": ((), ("maybe",))}),
    ]


def test_a_finding_that_is_closed() -> None:
    off_target = RECORDS.replace("dependences:", "  - {by: town, claim: weaker, stance: denies}\ndependences:")
    by_claim = {one.claim: one for one in compared(off_target, RECORDS).claims}
    assert [finding.kind for finding in by_claim["c"].findings_closed] == ["off-target-denial"]
    assert by_claim["c"].findings_opened == ()


def test_everything_stands_in_order_of_its_id() -> None:
    ids = [f"n{number}" for number in range(20)]
    last_first = ids[::-1]
    found = changed(
        ("  wire: {", "".join(f"  {id_}-outlet: {{name: {id_}}}\n" for id_ in last_first) + "  wire: {"),
        ("  weaker:", "".join(f"  {id_}-claim: C\n" for id_ in last_first) + "  weaker:"),
        ("  first: {", "".join(f"  {id_}: {{outlet: N, says: c}}\n" for id_ in last_first) + "  first: {"),
        ("  silent: {", "".join(f"  {id_}-silent: {{outlet: N}}\n" for id_ in last_first) + "  silent: {"),
        ("[{claim: apart,", f"[{''.join(f'{{claim: {id_}-claim}}, ' for id_ in last_first)}{{claim: apart,"),
    )
    by_claim = {one.claim: one for one in found.claims}
    assert list(by_claim) == sorted(by_claim)
    assert [one.id for one in by_claim["c"].reports] == sorted(ids)
    assert [(one.kind.value, one.id, one.how) for one in found.records] == [
        *(("outlet", id_, How.ADDED) for id_ in sorted(f"{id_}-outlet" for id_ in ids)),
        *(("report", id_, How.ADDED) for id_ in sorted(f"{id_}-silent" for id_ in ids)),
    ]


def test_what_a_report_says_stands_in_order_of_the_claims() -> None:
    ids = [f"n{number}" for number in range(20)]
    old = f"claims: {{{', '.join(f'{id_}: C' for id_ in ids)}}}\nreports:\n  r: {{outlet: R, says: n0}}"
    new = old.replace("says: n0", f"says: [{', '.join(f'{{claim: {id_}}}' for id_ in reversed(ids))}]")
    before, after = workspace_of(old), workspace_of(new)
    assert [one.claim for one in compare_records(before, before, after).statements] == sorted(ids)[1:]


def test_two_origins_that_count_as_one_are_a_difference_though_nothing_else_is() -> None:
    old = """
        claims: {c: C}
        reports:
          r: {outlet: A, archived: x, published: 2020, says: [{claim: c, basis: own_reporting}]}
          s: {outlet: B, archived: x, published: 2020, says: [{claim: c, basis: own_reporting}]}
          t: {outlet: D, archived: x, published: 2020, says: [{claim: c, basis: own_reporting}]}
    """
    found = compared(old, f"{old}    dependences: [{{between: [r, s], kind: same_wording}}]\n").claims
    assert [(one.before and one.before.short[1:], one.after and one.after.short[1:], said(one)) for one in found] == [
        ((3, 3, False), (2, 2, False), set())
    ]


def test_a_rating_that_is_not_allowed_before_and_after_is_no_difference() -> None:
    rated = RECORDS.replace("could_confirm: town", "could_confirm: town, credibility: 1")
    [found] = [
        one for one in compared(rated, rated.replace("cites: clerk}", "cites: first}")).claims if one.claim == "c"
    ]
    assert [one and one.short[1:] for one in (found.before, found.after)] == [(1, 1, False), (0, 0, False)]
    assert "rating-not-allowed" not in [one.kind for one in (*found.findings_opened, *found.findings_closed)]


def read(texts: dict[str, str]) -> Workspace:
    loaded = read_texts(texts)
    assume(loaded.usable)
    return loaded.workspace


@pytest.mark.no_cover  # it covers what others do, many times over
@slowly
@given(workspaces(), st.randoms(use_true_random=False))
def test_records_in_another_order_mean_the_same(records: Records, order: random.Random) -> None:
    difference = Comparison(read(written(records)), read(shuffled(records, order))).difference()
    assert not difference.found, difference


def less(records: Records, choice: random.Random) -> Records:
    """Leave a random key or item out: mostly of a report, where what it bears on has to be found."""
    fewer = copy.deepcopy(records)
    here: Any = fewer["reports"] if choice.random() < 0.7 else fewer
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = choice.choice(keys)
        below = here[key]
        if not isinstance(below, dict | list) or not below or choice.random() < 0.15:
            del here[key]
            return fewer
        here = below


@pytest.mark.no_cover  # it covers what others do, many times over
@settings(slowly, max_examples=80)
@given(workspaces(), st.randoms(use_true_random=False))
def test_claims_that_are_not_traced_would_not_differ(records: Records, choice: random.Random) -> None:
    whole, fewer = read(written(records)), read(written(less(records, choice)))
    for old, new in ((whole, fewer), (fewer, whole)):
        comparison = Comparison(old, new)
        everything = [comparison._claim(claim) for claim in sorted(old.claims.keys() | new.claims.keys())]
        expected = tuple(found for found in everything if diff._differs(found))
        assert comparison.difference().claims == expected


@pytest.mark.no_cover  # it covers what others do, many times over
@slowly
@given(workspaces(), st.randoms(use_true_random=False))
def test_back_again_what_was_added_is_removed(records: Records, choice: random.Random) -> None:
    old, new = read(written(records)), read(written(less(records, choice)))
    there, back = Comparison(old, new).difference(), Comparison(new, old).difference()
    turned = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}
    assert [(one.claim, turned[one.how]) for one in there.claims] == [(one.claim, one.how) for one in back.claims]
    assert [(one.kind, turned[one.how]) for one in there.records] == [(one.kind, one.how) for one in back.records]
    for one, other in zip(there.claims, back.claims, strict=True):
        assert (one.before, one.after) == (other.after, other.before)
        assert (len(one.gaps_opened), len(one.gaps_closed)) == (len(other.gaps_closed), len(other.gaps_opened))
