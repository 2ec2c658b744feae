"""Rules about status, findings, gaps, loops and ratings; and what an audit says as a whole."""

import pytest

from provenance.model import Mode
from provenance.read.policies import Policy, built_in_policies
from provenance.trace.answer import GapKind
from provenance.trace.audit import RULES, VOCABULARY, audit_claim, that_apply
from provenance.trace.audit.ruling import Audit, FailingEdge, Held
from provenance.trace.audit.seen import in_order
from tests.texts import tracer_of
from tests.trace.audited import audit_of, policy_of, ruling, rulings

OWN = "claims: {c: C}\nreports: {a: {outlet: A, says: [{claim: c, basis: own_reporting}]}}"

LOOP = """
    outlets: {pedia: {name: Pedia, kind: wiki}, daily: {name: Daily, kind: newspaper}}
    claims: {c: C}
    reports:
      article: {outlet: Pedia, says: c, cites: story}
      story: {outlet: Daily, says: c, cites: {report: article, mode: relays}}
      other: {outlet: Daily, says: [{claim: c, basis: own_reporting}]}
"""

LEAK = """
    outlets: {daily: {name: Daily, kind: newspaper}}
    parties: {town: {name: Town}}
    sources: {clerk: {kind: anonymous, party: town}}
    claims: {c: C}
    reports: {story: {outlet: Daily, says: c, cites: clerk}}
    responses: [{by: town, claim: c, stance: confirms, cites: story}]
"""
"""A loop of agents alone: the town leaks, and cites the leak."""


def test_the_status_is_one_of_those_asked_for() -> None:
    assert ruling(OWN, "status: [confirmed, single-origin]") == "pass the status is single-origin"
    assert ruling(OWN, "status: [confirmed, multiple-origins]") == (
        "fail the status is single-origin; asked for is confirmed or multiple-origins [c]"
    )


# Findings and gaps ---------------------------------------------------------------------------------------------------

FINDINGS = """
    outlets: {one: {name: One, owner: House}, two: {name: Two, owner: House}}
    claims: {w: W, c: {text: C, stronger_than: w, credibility: 1}, far: Far}
    reports:
      a: {outlet: One, says: [{claim: w, basis: own_reporting}]}
      b: {outlet: B, says: c, cites: {report: a, mode: quotes}}
      d: {outlet: D, says: c, cites: a}
      e: {outlet: E, says: c, cites: gone}
      gone: {outlet: G, says: [{claim: c, basis: own_reporting}], status: {retracted: 2020-01-01}}
      gone-too: {outlet: H, says: c, cites: gone, status: {withdrawn: 2020-01-01}}
      o: {outlet: Two, says: [{claim: c, basis: own_reporting}]}
      x: {outlet: X, says: c, cites: {unclear: [y, o]}}
      y: {outlet: Y, says: far}
"""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("drift", "fail 2 such findings [b d] [b → a, d → a]"),
        ("not-in-cited", "fail 1 such finding [x] [x → y?]"),
        ("retracted-support", "fail 1 such finding [e] [e → gone]"),
        ("common-link", "fail 1 such finding [a] [b → a, d → a]"),
        ("shared-owner", "fail 1 such finding [a]"),
        ("rating-not-allowed", "fail 1 such finding [c]"),
        ("circular", "pass no such finding"),
    ],
)
def test_a_finding_fails_with_the_citations_it_is_about(kind: str, said: str) -> None:
    assert ruling(FINDINGS, f"no_finding: {kind}") == said


def test_where_findings_are_is_told_by_id() -> None:
    hard = "".join(
        f"      {id_}: {{outlet: {id_.upper()}, says: [{{claim: c, certainty: certain, cites: soft}}]}}\n"
        for id_ in "wqzamk"
    )
    text = f"    claims: {{c: C}}\n    reports:\n      soft: {{outlet: S, says: [{{claim: c, certainty: possible}}]}}\n{hard}"
    assert "[a k m q w z]" in ruling(text, "no_finding: drift")


def test_a_loop_as_a_finding_is_all_its_citations() -> None:
    assert ruling(LOOP, "no_finding: circular") == ("fail 1 such finding [article] [article → story, story → article]")


def test_each_kind_is_answered_by_itself() -> None:
    assert rulings(LOOP, "no_finding: [drift, circular]") == [
        "pass no such finding",
        "fail 1 such finding [article] [article → story, story → article]",
    ]


GAPS = """
    parties: {town: {name: Town}}
    sources: {clerk: {kind: anonymous}}
    claims: {c: {text: C, could_confirm: town}}
    reports:
      a: {outlet: A, says: c, cites: clerk}
      b: {outlet: B, says: c, cites: {outlet: X, attribution: unclear}, published: 2020-01-01}
      d: {outlet: D, says: c, published: 2020-01-01}
      e: {outlet: E, says: c, cites: d, published: 2020-01-01}
"""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("no-confirmation", "fail 1 such gap is open [town]"),
        ("unclear-attribution", "fail 1 such gap is open [b] [b → X?]"),
        ("unrecorded-origin", "fail 1 such gap is open [d] [e → d]"),
        ("unlocated-report", "fail 1 such gap is open [X] [b → X?]"),
        ("unattributed-origin", "fail 1 such gap is open [b] [b → X?]"),
        ("undated", "fail 1 such gap is open [a]"),
        ("unarchived", "fail 4 such gaps are open [a b d e]"),
        ("single-origin", "pass no such gap is open"),
    ],
)
def test_a_gap_fails_with_the_citations_it_is_about(kind: str, said: str) -> None:
    assert ruling(GAPS, f"no_gap: {kind}") == said


def test_gaps_of_the_whole_claim_are_about_all_that_leads_to_its_origins() -> None:
    text = "claims: {c: C}\nsources: {s: {kind: anonymous}}\nreports: {a: {outlet: A, says: c, cites: s}}"
    assert rulings(text, "no_gap: [single-origin, anonymous-only]") == ["fail 1 such gap is open [c] [a → s]"] * 2


def test_what_is_stale_depends_on_the_day_and_cannot_be_asked() -> None:
    words = VOCABULARY["no_gap"].words
    assert set(GapKind) - set(words) == {GapKind.STALE}


# Loops ---------------------------------------------------------------------------------------------------------------


def test_a_loop_of_reports_fails_with_its_citations() -> None:
    assert ruling(OWN, "no_loop: true") == "pass no loop is on record"
    assert ruling(LOOP, "no_loop: true") == ("fail 1 loop on record [article story] [article → story, story → article]")


def test_who_cites_into_a_loop_is_not_of_it() -> None:
    text = LOOP + "      reader: {outlet: Reader, says: c, cites: [article, other]}\n"
    assert ruling(text, "no_loop: true").endswith("[article story] [article → story, story → article]")
    text = LEAK.replace("cites: clerk}", "cites: [clerk, unseen]}, unseen: {outlet: Unseen, says: c}")
    text = text.replace(
        "cites: story}]", "cites: [story, unseen]}, {by: guard, claim: c, stance: denies, cites: story}]"
    )
    text = text.replace("{town: {name: Town}}", "{town: {name: Town}, guard: {name: Guard}}")
    assert ruling(text, "no_loop: true").endswith("[daily town] [story → clerk, town → story]")


def test_citations_of_one_report_by_another_are_told_apart() -> None:
    kept = [
        FailingEdge(citing="a", cited="b", mode=mode, quote=quote)
        for mode in (None, Mode.LINKS, Mode.RELAYS)
        for quote in (None, "x", "y")
    ]
    assert in_order(reversed([*kept, *kept])) == tuple(kept)


def test_a_loop_of_agents_fails_with_the_citations_of_responses_too() -> None:
    assert ruling(LEAK, "no_loop: true") == ("fail 1 loop on record [daily town] [story → clerk, town → story]")
    unclear = LEAK.replace("cites: story}]", "cites: {unclear: [story, clerk]}}]")
    assert ruling(unclear, "no_loop: true") == (
        "fail 1 loop on record, 1 of them only by citations in doubt "
        "[daily town] [story → clerk, town → clerk?, town → story?]"
    )


def test_citations_within_an_agent_and_responses_to_other_claims_make_no_loop() -> None:
    text = LEAK.replace("claims: {c: C}", "claims: {w: W, c: {text: C, stronger_than: w}}")
    text = text.replace("reports: {", "reports: {again: {outlet: Daily, says: c, cites: story}, ")
    text = text.replace("responses: [", "responses: [{by: town, claim: w, stance: confirms, cites: again}, ")
    assert ruling(text, "no_loop: true") == "fail 1 loop on record [daily town] [story → clerk, town → story]"


def test_a_response_that_may_not_rest_on_a_report_is_in_doubt() -> None:
    text = LEAK.replace("cites: story}]", "cites: {report: story, attribution: unclear}}]")
    assert ruling(text, "no_loop: true").endswith("[story → clerk, town → story?]")


def test_a_loop_that_may_not_hold_is_called_so() -> None:
    text = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: b}, b: {outlet: B, says: c, cites: {report: a, attribution: unclear}}}"
    assert ruling(text, "no_loop: true") == (
        "fail 1 loop on record, 1 of them only by citations in doubt [a b] [a → b, b → a?]"
    )


def test_an_encyclopedia_loop_is_one_that_passes_an_encyclopedia() -> None:
    assert ruling(LOOP, "no_loop_through: wiki") == (
        "fail 1 loop through wiki outlets [article story] [article → story, story → article]"
    )
    assert ruling(LOOP, "no_loop_through: [blog, platform]") == "pass no such loop is on record"
    assert ruling(LEAK, "no_loop_through: wiki") == "pass no such loop is on record"
    assert ruling(LEAK, "no_loop_through: newspaper") == (
        "fail 1 loop through newspaper outlets [daily town] [story → clerk, town → story]"
    )
    assert ruling(OWN, "no_loop_through: wiki") == "pass no such loop is on record"


def test_a_loop_through_an_outlet_of_no_recorded_kind_may_be_one() -> None:
    text = LOOP.replace("{name: Daily, kind: newspaper}", "{name: Daily}")
    assert ruling(text, "no_loop_through: blog") == (
        "fail 1 loop through outlets whose kind is not recorded [article story] [article → story, story → article]"
    )
    assert ruling(text, "no_loop_through: wiki").startswith("fail 1 loop through wiki outlets")


# Ratings -------------------------------------------------------------------------------------------------------------


def test_a_credibility_of_1_takes_two_origins() -> None:
    rated = OWN.replace("{c: C}", "{c: {text: C, credibility: 1}}")
    assert ruling(rated, "rating_allowed: true") == (
        "fail credibility 1 takes two origins, and 1 origin surely counts [c]"
    )
    two = rated.replace("reports: {", "reports: {b: {outlet: B, says: [{claim: c, basis: own_reporting}]}, ")
    assert ruling(two, "rating_allowed: true") == "pass credibility 1, and 2 origins surely count"


def test_a_weaker_rating_asks_for_no_second_origin_and_none_at_all_is_no_pass() -> None:
    assert ruling(OWN.replace("{c: C}", "{c: {text: C, credibility: 2}}"), "rating_allowed: true") == (
        "pass credibility 2 asks for no second origin"
    )
    assert ruling(OWN, "rating_allowed: true") == "fail nothing to audit: no credibility is rated"


def test_policies_about_ratings_apply_where_there_is_one() -> None:
    tracer = tracer_of("claims: {c: C, rated: {text: R, credibility: 3}}")
    policies = built_in_policies(VOCABULARY)
    assert [policy.id for policy in that_apply(policies, tracer.workspace, "rated")][-1] == "admiralty"
    assert [policy.id for policy in that_apply(policies, tracer.workspace, "c")][-1] == "described"


# The whole -----------------------------------------------------------------------------------------------------------

EVERY_RULE = (
    "origins_at_least: 1, declared_independent: 2, not_only: document, not_single: document, no_origin: document, "
    "described: [access, basis, age], no_finding: drift, no_gap: unarchived, no_loop: true, no_loop_through: wiki, "
    "status: [no-reports, retracted], rating_allowed: true"
)

EMPTY = {
    "no report": "claims: {c: {text: C, credibility: 2}}",
    "only a denial": "claims: {c: {text: C, credibility: 2}}\nreports: {a: {outlet: A, says: [{claim: c, stance: denies}]}}",
    "only a retracted report": (
        "claims: {c: {text: C, credibility: 2}}\n"
        "reports: {a: {outlet: A, says: [{claim: c, basis: own_reporting}], status: {retracted: 2020}}}"
    ),
}


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
def test_an_empty_record_passes_no_rule(text: str) -> None:
    found = rulings(text, EVERY_RULE)
    assert set(found) == {"fail nothing to audit: no standing report supports the claim"}
    assert len(found) == 14


def test_every_rule_is_among_them() -> None:
    assert [rule.name for rule in policy_of(EVERY_RULE).rules] == list(RULES)


def test_a_policy_passes_where_all_of_it_holds_and_an_audit_where_all_policies_do() -> None:
    audit = audit_of(OWN, "origins_at_least: 1, no_loop: true", "origins_at_least: 1")
    assert [held.passes for held in audit.policies] == [True, True]
    assert audit.passes
    audit = audit_of(OWN, "no_loop: true", "no_loop: true, origins_at_least: 2")
    assert [held.passes for held in audit.policies] == [True, False]
    assert not audit.passes


def test_nothing_asked_is_no_pass() -> None:
    nothing = Policy(id="p", title="P", documents=(), rules=())
    assert not Held(policy=nothing, rulings=()).passes
    tracer = tracer_of(OWN)
    assert not audit_claim(tracer, "c", [nothing]).passes
    assert not audit_claim(tracer, "c", []).passes


def not_checked(text: str, *rules: str) -> tuple[str, ...]:
    audit: Audit = audit_of(text, *rules)
    return audit.not_checked


def test_what_was_not_checked_is_said() -> None:
    always = (
        "whether the claim is true",
        "whether the records are complete and right: a rule holds of what is recorded",
    )
    assert not_checked(OWN, "no_loop: true") == always
    rated = OWN.replace("{c: C}", "{c: {text: C, credibility: 2}}")
    rating = "whether the record may rate the claim credibility 2 (the policy admiralty asks that)"
    assert not_checked(rated, "no_loop: true") == (*always, rating)
    assert not_checked(rated, "no_loop: true", "rating_allowed: true") == always
    assert not_checked(rated, "no_loop: true, rating_allowed: true") == always


def test_a_declaration_is_taken_at_its_word_and_that_is_said() -> None:
    text = """
        claims: {c: C}
        reports:
          a: {outlet: A, says: [{claim: c, basis: own_reporting}]}
          b: {outlet: B, says: [{claim: c, basis: own_reporting}]}
    """
    declared = f"{text.rstrip()}\n        dependences: [{{between: [a, b], kind: declared_independent}}]\n"
    words = "whether the declarations of independence on record are right"
    assert words not in not_checked(text, "declared_independent: 2")
    assert not_checked(declared, "declared_independent: 2")[2:] == (words,)
    assert not_checked(declared, "no_loop: true, declared_independent: 2", "no_loop: true")[2:] == (words,)
