"""Rules about origins, each on records that pass and on records that do not."""

import pytest

from provenance.dates import parse_date
from provenance.model import Mode
from provenance.trace.answer import Doubt
from provenance.trace.audit.ruling import FailingEdge
from provenance.trace.search import Budget
from tests.texts import resting_perhaps_on_s
from tests.trace.audited import audit_of, ruling, rulings

TWO = """
    claims: {c: C}
    reports:
      a: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      b: {outlet: B, says: [{claim: c, basis: own_reporting}]}
      d: {outlet: D, says: c, cites: a}
"""

THREE = TWO.replace("d: {outlet: D, says: c, cites: a}", "d: {outlet: D, says: [{claim: c, basis: own_reporting}]}")

DECLARED = f"{TWO}    dependences: [{{between: [a, b], kind: declared_independent, basis: Both were there.}}]\n"

ONE_LEAK = """
    claims: {c: C}
    sources: {leak: {kind: anonymous, described_as: an official}}
    reports:
      a: {outlet: A, published: 2020-01-01, says: c, cites: {source: leak, mode: quotes, quote: an official said}}
      b: {outlet: B, published: 2020-01-02, says: c, cites: a}
"""

TWO_LEAKS = """
    claims: {c: C}
    sources:
      leak: {kind: anonymous, described_as: an official}
      other: {kind: anonymous, described_as: a diplomat}
    reports:
      a: {outlet: A, says: c, cites: leak}
      b: {outlet: B, says: c, cites: other}
"""

UNCLEAR = """
    claims: {c: C}
    sources: {mayor: {kind: named, name: M}, clerk: {kind: named, name: N}, leak: {kind: anonymous}}
    reports:
      a: {outlet: A, says: c, cites: {unclear: [mayor, clerk]}}
      b: {outlet: B, says: c, cites: leak}
"""

LOOP = """
    claims: {c: C}
    reports: {a: {outlet: A, says: c, cites: b}, b: {outlet: B, says: c, cites: a}}
"""


# How many ------------------------------------------------------------------------------------------------------------


def test_origins_at_least_holds_where_so_many_surely_count() -> None:
    assert ruling(TWO, "origins_at_least: 1") == "pass 2 origins surely count, 1 asked for"
    assert ruling(TWO, "origins_at_least: 2") == "pass 2 origins surely count, 2 asked for"


def test_origins_at_least_fails_with_the_citations_that_lead_to_the_few_there_are() -> None:
    assert ruling(TWO, "origins_at_least: 3") == "fail 2 origins surely count, 3 asked for [a b] [d → a]"
    assert ruling(ONE_LEAK, "origins_at_least: 2") == "fail 1 origin surely counts, 2 asked for [leak] [a → leak]"
    assert ruling(LOOP, "origins_at_least: 1") == "fail no origin surely counts, 1 asked for"


def test_origins_that_are_tied_count_once() -> None:
    text = """
        claims: {c: C}
        parties: {town: {name: Town}}
        sources: {one: {kind: anonymous, party: town}, two: {kind: anonymous, party: town}}
        reports: {a: {outlet: A, says: c, cites: one}, b: {outlet: B, says: c, cites: two}}
    """
    assert ruling(text, "origins_at_least: 2") == (
        "fail 1 origin surely counts, 2 asked for; the 2 on record count as 1 [one two] [a → one, b → two]"
    )


def test_origins_that_are_tied_and_in_doubt_count_as_at_most_so_many() -> None:
    lost = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: {outlet: X, attribution: unclear}}}"
    assert ruling(lost, "origins_at_least: 2") == (
        "fail no origin surely counts, 2 asked for; the 2 on record count as at most 1 [X a] [a → X?]"
    )


def test_what_is_in_doubt_does_not_count_and_is_named() -> None:
    assert ruling(UNCLEAR, "origins_at_least: 2") == "pass 2 origins surely count, 2 asked for"
    assert ruling(UNCLEAR, "origins_at_least: 3") == (
        "fail 2 origins surely count, 3 asked for; at most 3 may, which the doubts decide [a] [a → clerk?, a → mayor?]"
    )
    unrecorded = "claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: B, says: c, cites: a}}"
    assert ruling(unrecorded, "origins_at_least: 1") == (
        "fail no origin surely counts, 1 asked for; at most 1 may, which the doubts decide [a] [b → a]"
    )


# Declared not to depend on each other ---------------------------------------------------------------------------------


def test_declared_independent_names_who_declares_it() -> None:
    assert ruling(DECLARED, "declared_independent: 2") == "pass a and b are declared independent by “Both were there”"
    silent = DECLARED.replace(", basis: Both were there.", "")
    assert ruling(silent, "declared_independent: 2") == (
        "pass a and b are declared independent by the record, which gives no basis"
    )


def test_outlets_are_declared_for_their_reports() -> None:
    text = f"{TWO}    dependences: [{{between: [A, B], kind: declared_independent, basis: Two papers}}]\n"
    assert ruling(text, "declared_independent: 2") == "pass a and b are declared independent by “Two papers”"


def test_of_more_origins_than_asked_for_the_first_are_named() -> None:
    """And r3 comes first in the search, since it is declared of most."""
    ids = ("r0", "r1", "r2", "r3", "r4", "r5")
    reports = "".join(f"  {id_}: {{outlet: {id_}, says: [{{claim: c, basis: own_reporting}}]}}\n" for id_ in ids)
    declared = "".join(
        f"  - {{between: {between}, kind: declared_independent}}\n"
        for between in ("[r0, r1, r2, r3]", "[r3, r4]", "[r3, r5]")
    )
    assert ruling(f"claims: {{c: C}}\nreports:\n{reports}dependences:\n{declared}", "declared_independent: 3") == (
        "pass r0, r1 and r2 are declared independent by the record, which gives no basis"
    )


def test_two_origins_of_which_nobody_says_so_are_not_declared() -> None:
    assert ruling(TWO, "declared_independent: 2") == (
        "fail independence not established: the record declares it of no 2 origins that surely count [a b] [d → a]"
    )
    assert ruling(DECLARED, "declared_independent: 3") == (
        "fail independence not established: 2 origins surely count [a b] [d → a]"
    )


def test_one_origin_has_no_pair_to_declare() -> None:
    assert ruling(ONE_LEAK, "declared_independent: 2") == (
        "fail independence not established: 1 origin surely counts [leak] [a → leak]"
    )


def test_a_further_origin_does_not_undo_what_is_declared_of_two() -> None:
    more = f"{THREE}    dependences: [{{between: [a, b], kind: declared_independent}}]\n"
    assert ruling(more, "declared_independent: 2").startswith("pass a and b are declared")
    assert ruling(more, "declared_independent: 3") == (
        "fail independence not established: the record declares it of no 3 origins that surely count [a b d]"
    )


def test_three_have_to_be_declared_two_by_two() -> None:
    pairs = ["{between: [a, b], kind: declared_independent, basis: One}"]
    pairs += ["{between: [b, d], kind: declared_independent, basis: Two}"]
    chain = f"{THREE}    dependences: [{', '.join(pairs)}]\n"
    assert ruling(chain, "declared_independent: 3").startswith("fail independence not established")
    whole = f"{THREE}    dependences: [{', '.join([*pairs, '{between: [A, D], kind: declared_independent}'])}]\n"
    assert ruling(whole, "declared_independent: 3") == "pass a, b and d are declared independent by “One”; “Two”"


def test_a_declaration_of_an_origin_in_doubt_does_not_count() -> None:
    text = f"{UNCLEAR}    dependences: [{{between: [mayor, leak], kind: declared_independent}}]\n"
    assert ruling(text, "declared_independent: 2").startswith("fail independence not established: the record declares")
    assert ruling(text.replace("{unclear: [mayor, clerk]}", "mayor"), "declared_independent: 2").startswith("pass leak")


def test_two_that_may_be_one_are_not_taken_together() -> None:
    text = f"{TWO_LEAKS}    dependences: [{{between: [leak, other], kind: declared_independent}}]\n"
    assert ruling(text, "declared_independent: 2").startswith("pass leak and other are declared")
    perhaps = text.replace("described_as: a diplomat", "same_as: {source: leak, how: possible}")
    assert ruling(perhaps, "declared_independent: 2") == (
        "fail independence not established: 1 origin surely counts [leak other] [a → leak, b → other]"
    )


# Of what kind --------------------------------------------------------------------------------------------------------


def test_not_only_wants_an_origin_of_another_kind() -> None:
    assert ruling(TWO_LEAKS, "not_only: anonymous") == (
        "fail every origin is anonymous [leak other] [a → leak, b → other]"
    )
    assert ruling(TWO_LEAKS, "not_only: document") == "pass an origin counts that is not document"
    assert ruling(UNCLEAR, "not_only: [anonymous, document]") == (
        "pass an origin counts that is not anonymous or document"
    ), "whichever of the two named sources holds"


def test_not_only_fails_where_the_other_kind_is_in_doubt() -> None:
    text = UNCLEAR.replace("{unclear: [mayor, clerk]}", "{unclear: [mayor, leak]}")
    assert ruling(text, "not_only: anonymous") == (
        "fail it may rest on origins alone that are anonymous [leak mayor] [a → leak?, a → mayor?, b → leak]"
    )
    unlocated = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: {outlet: X}}}"
    assert ruling(unlocated, "not_only: anonymous") == "fail no origin surely counts [X] [a → X]"


def test_not_single_lets_two_of_a_kind_pass_but_not_one() -> None:
    assert ruling(TWO_LEAKS, "not_single: anonymous") == "pass 2 origins surely count"
    assert ruling(ONE_LEAK, "not_single: anonymous") == (
        "fail it rests on a single origin, which is anonymous [leak] [a → leak]"
    )
    assert ruling(ONE_LEAK, "not_single: [named, document]") == "pass an origin counts that is not named or document"


def test_not_single_fails_where_a_second_origin_is_in_doubt() -> None:
    perhaps = TWO_LEAKS.replace("described_as: a diplomat", "same_as: {source: leak, how: possible}")
    assert ruling(perhaps, "not_single: [anonymous, unattributed]") == (
        "fail it may rest on a single origin that is anonymous [leak other] [a → leak, b → other]"
    )
    unrecorded = ONE_LEAK.replace("cites: a}", "cites: [a, {outlet: X}]}")
    assert ruling(unrecorded, "not_single: anonymous") == (
        "fail it may rest on a single origin that is anonymous [X leak] [a → leak]"
    )


@pytest.mark.parametrize("rule", ["not_only: anonymous", "not_single: anonymous", "no_origin: anonymous"])
def test_without_an_origin_no_kind_is_ruled_out(rule: str) -> None:
    assert ruling(LOOP, rule) == "fail no origin is on record"


def test_no_origin_looks_at_those_in_doubt_too() -> None:
    assert ruling(TWO_LEAKS, "no_origin: document") == "pass none of 2 origins is document"
    assert rulings(UNCLEAR, "no_origin: [anonymous, named, party]") == [
        "fail 1 of 3 origins is anonymous [leak] [b → leak]",
        "fail 2 of 3 origins are named, 2 of them in doubt [clerk mayor] [a → clerk?, a → mayor?]",
        "pass none of 3 origins is party",
    ]


def test_an_origin_reached_only_through_what_was_retracted_is_none() -> None:
    text = ONE_LEAK.replace("cites: a}", "cites: a}\n      d: {outlet: D, says: [{claim: c, basis: own_reporting}]}")
    fallen = text.replace("{outlet: A,", "{outlet: A, status: {retracted: 2020-02-01},")
    assert ruling(fallen, "no_origin: anonymous") == "pass none of 1 origin is anonymous"
    assert ruling(fallen, "no_origin: anonymous", "2020-01-31").startswith("fail 1 of 2 origins is anonymous")


def test_a_retracted_report_is_not_among_those_that_lead_to_an_origin() -> None:
    gone = ONE_LEAK.replace("says: c, cites: a}", "says: c, cites: leak, status: {retracted: 2020-02-01}}")
    assert ruling(gone, "no_origin: anonymous") == "fail 1 of 1 origin is anonymous [leak] [a → leak]"
    assert ruling(gone, "no_origin: anonymous", "2020-01-31").endswith("[a → leak, b → leak]")


def test_a_statement_that_may_lose_its_citations_comes_with_them() -> None:
    text = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: {outlet: X, attribution: unclear}}}"
    assert ruling(text, "no_origin: unattributed") == (
        "fail 1 of 2 origins is unattributed, 1 of them in doubt [a] [a → X?]"
    )


# Described -----------------------------------------------------------------------------------------------------------


def test_an_origin_is_described_by_whose_knowledge_it_is() -> None:
    def of_source(source: str) -> str:
        text = f"claims: {{c: C}}\nparties: {{p: {{name: P}}}}\nsources: {{s: {{{source}}}}}\n"
        return ruling(f"{text}reports: {{a: {{outlet: A, says: c, cites: s}}}}", "described: access")

    missing = "fail not recorded for 1 of 1 origin [s] [a → s]"
    recorded = "pass recorded for 1 origin"
    assert of_source("kind: anonymous") == missing
    assert of_source("kind: anonymous, described_as: a clerk") == recorded
    assert of_source("kind: anonymous, party: p") == recorded
    assert of_source("kind: named") == missing
    assert of_source("kind: named, name: N") == recorded
    assert of_source("kind: document") == missing
    assert of_source("kind: document, name: A memo") == recorded
    assert of_source("kind: eyewitness") == recorded, "who was there says so by that"


@pytest.mark.parametrize(
    ("says", "passes"),
    [
        ("says: [{claim: c, basis: own_reporting}]", True),
        ("says: c, cites: p", True),
        ("says: [{claim: c, basis: unattributed}]", False),
        ("says: c", False),
        ("says: c, cites: {outlet: X}", False),
    ],
)
@pytest.mark.parametrize("aspect", ["access", "basis"])
def test_what_names_nobody_has_neither_access_nor_basis(says: str, passes: bool, aspect: str) -> None:
    text = f"claims: {{c: C}}\nparties: {{p: {{name: P}}}}\nreports: {{a: {{outlet: A, {says}}}}}"
    audit = audit_of(text, f"described: {aspect}")
    assert audit.passes is passes


def test_a_source_of_which_nothing_is_said_has_a_basis() -> None:
    text = "claims: {c: C}\nsources: {s: {kind: anonymous}}\nreports: {a: {outlet: A, says: c, cites: s}}"
    assert ruling(text, "described: basis") == "pass recorded for 1 origin"


def test_age_is_the_date_of_every_report_that_takes_an_origin_up_or_is_one() -> None:
    assert ruling(ONE_LEAK, "described: age") == "pass recorded for 1 origin"
    undated = ONE_LEAK.replace(
        "{outlet: B, published: 2020-01-02, says: c, cites: a}", "{outlet: B, says: c, cites: leak}"
    )
    assert ruling(undated, "described: age") == "fail not recorded for 1 of 1 origin [b] [b → leak]"
    assert ruling(TWO, "described: age") == "fail not recorded for 2 of 2 origins [a b d] [d → a]"
    further = ONE_LEAK.replace("published: 2020-01-02, ", "")
    assert ruling(further, "described: age").startswith("pass"), "b cites the report, not the source"


def test_each_aspect_is_answered_by_itself() -> None:
    found = audit_of(TWO, "described: [access, basis, age]").policies[0].rulings
    assert [(ruling.rule.words, ruling.passes) for ruling in found] == [
        (("access",), True),
        (("basis",), True),
        (("age",), False),
    ]


def test_without_an_origin_there_is_nothing_described() -> None:
    assert set(rulings(LOOP, "described: [access, basis, age]")) == {"fail no origin is on record"}


# What is handed back -------------------------------------------------------------------------------------------------


def test_a_failing_citation_carries_how_it_is_made() -> None:
    (held,) = audit_of(ONE_LEAK, "not_single: anonymous").policies
    assert held.rulings[0].edges == (
        FailingEdge(citing="a", cited="leak", mode=Mode.QUOTES, quote="an official said", doubt=None),
    )
    (held,) = audit_of(UNCLEAR, "no_origin: named").policies
    assert {edge.doubt for edge in held.rulings[0].edges} == {Doubt.UNCLEAR}


def test_at_a_date_only_what_was_reported_by_then_is_audited() -> None:
    audit = audit_of(ONE_LEAK, "origins_at_least: 1", as_of="2019-12-31")
    assert (audit.supporting, audit.as_of, audit.passes) == (0, parse_date("2019-12-31"), False)
    assert audit_of(ONE_LEAK, "origins_at_least: 1", as_of="2020-01-01").passes


def test_too_entangled_a_doubt_never_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ruling(UNCLEAR, "not_only: anonymous").startswith("pass")
    monkeypatch.setattr("provenance.trace.audit.seen.Budget", lambda: Budget(0))
    assert ruling(UNCLEAR, "not_only: anonymous").startswith("fail it may rest on origins alone that are anonymous")


def test_declarations_too_many_to_look_through_never_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = (
        THREE
        + "    dependences: [{between: [a, b], kind: declared_independent, basis: One}, {between: [b, d], kind: declared_independent}]\n"
    )
    monkeypatch.setattr("provenance.trace.audit.of_origins.SETS_LOOKED_AT", 0)
    assert ruling(chain, "declared_independent: 2").startswith("pass"), "the first set is large enough"
    assert ruling(chain, "declared_independent: 3") == (
        "fail independence not established: the declarations are too many to look for 3 origins among them [a b d]"
    )


def test_records_are_listed_by_id() -> None:
    undated = "".join(f"      {id_}: {{outlet: {id_.upper()}, says: c, cites: s}}\n" for id_ in "wqzamk")
    text = f"    claims: {{c: C}}\n    sources: {{s: {{kind: named, name: S}}}}\n    reports:\n{undated}"
    assert "[a k m q w z]" in ruling(text, "described: age")


def test_of_more_than_are_asked_for_the_first_are_taken() -> None:
    own = "".join(
        f"      {id_}: {{outlet: {id_.upper()}, says: [{{claim: c, basis: own_reporting}}]}}\n" for id_ in "wqzamk"
    )
    text = f"    claims: {{c: C}}\n    reports:\n{own}"
    text += "    dependences: [{between: [w, q, z, a, m, k], kind: declared_independent}]\n"
    assert ruling(text, "declared_independent: 2").startswith("pass a and k are declared")


def test_kinds_are_named_of_which_there_is_an_origin() -> None:
    text = """
        claims: {c: C}
        sources: {s: {kind: anonymous}, d: {kind: document}}
        reports: {a: {outlet: A, says: c, cites: [s, d]}}
    """
    assert ruling(text, "not_only: [anonymous, document, named]").startswith(
        "fail every origin is anonymous or document "
    )


def test_where_independence_is_not_declared_the_origins_that_surely_count_are_named() -> None:
    text = """
        claims: {c: C}
        sources: {s: {kind: named}, t: {kind: named}, u: {kind: named}}
        reports:
          a: {outlet: A, says: c, cites: [s, t]}
          b: {outlet: B, says: c, cites: {source: u, attribution: unclear}}
    """
    assert ruling(text, "declared_independent: 2").endswith("[s t] [a → s, a → t]")
    in_doubt = text.replace("cites: [s, t]", "cites: {unclear: [s, t]}")
    assert ruling(in_doubt, "declared_independent: 2").endswith("[b s t u] [a → s?, a → t?, b → u?]")


def test_what_is_too_much_in_doubt_to_be_counted_is_not_said_to_count() -> None:
    text = f"claims: {{c: C}}\nsources: {{s: {{kind: named}}}}\nreports:\n{resting_perhaps_on_s(17)}"
    assert ruling(text, "not_only: anonymous").startswith("fail no origin surely counts")
