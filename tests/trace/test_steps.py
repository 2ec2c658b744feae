"""How a wording is followed from the origins to who spread it."""

import pytest

from provenance.graph import Node, NodeKind
from provenance.trace.steps import Version, Wording, wording
from tests.texts import tracer_of

STORY = """
    sources: {clerk: {kind: anonymous, described_as: an official}}
    claims:
      considering: Considering.
      asked: {text: Asked., stronger_than: considering}
      secret: {text: Asked in secret., stronger_than: asked}
      whole: Whole.
      part: {text: Part., part_of: asked}
      tied-by-part: {text: T., part_of: whole}
    reports:
      nefes: {outlet: Nefes, published: 2025-09-03, says: [{claim: considering, quote: it was learned, basis: unattributed}]}
      vague: {outlet: Vague, published: 2025-09~, says: considering}
      relay: {outlet: Relay, published: 2025-09-03, says: [{claim: considering, cites: nefes}]}
      second: {outlet: Second, published: 2025-09-10, says: [{claim: asked, quote: has approached, cites: nefes}]}
      third: {outlet: Third, published: 2025-09-12, says: [{claim: asked, certainty: possible, cites: [second, nefes]}]}
      soft: {outlet: Soft, says: [{claim: asked, certainty: uncommitted, cites: third}]}
      secret: {outlet: Secret, published: 2025-09-17, says: [{claim: secret, quote: a secret request}]}
      gone: {outlet: Gone, says: asked, cites: clerk, status: {retracted: 2025-10}}
"""


def story(claim: str = "asked") -> Wording:
    return wording(tracer_of(STORY.replace("secret: {outlet", "secret-0917: {outlet")).support(claim))


def test_versions_go_from_the_weakest_to_the_strongest_without_parts() -> None:
    assert [(one.claim, one.reports) for one in story().versions] == [("considering", 3), ("asked", 3), ("secret", 1)]


def test_the_first_of_a_version_is_surely_out_the_earliest_and_cites_nobody() -> None:
    firsts = [(one.first.id if one.first else None, one.quote) for one in story().versions]
    assert firsts == [("nefes", "it was learned"), ("second", "has approached"), ("secret-0917", "a secret request")]


def test_which_was_first_is_decided_only_where_every_other_is_surely_later() -> None:
    assert [(one.claim, one.decided) for one in story().versions] == [
        ("considering", False),
        ("asked", False),
        ("secret", True),
    ]
    dated = STORY.replace("soft: {outlet: Soft,", "soft: {outlet: Soft, published: 2025-09-20,")
    versions = wording(tracer_of(dated.replace("secret: {outlet", "secret-0917: {outlet")).support("asked")).versions
    assert [one.decided for one in versions] == [False, True, True]


def test_a_version_nobody_reports_has_no_first() -> None:
    [alone] = story("whole").versions
    assert (alone.claim, alone.reports, alone.first, alone.quote) == ("whole", 0, None, None)


def test_each_citation_is_a_step_from_the_origins_on() -> None:
    steps = [
        (step.row.depth, step.row.node.id, step.row.seen, [f"{one.what} {one.direction}" for one in step.changes])
        for step in story().steps
    ]
    assert steps == [
        (0, "nefes", False, []),
        (1, "second", False, ["claim hardens"]),
        (2, "third", False, []),
        (3, "soft", False, ["certainty softens"]),
        (1, "third", True, ["claim hardens"]),
        (0, "clerk", False, []),
        (1, "gone", False, []),
    ]


def test_a_step_says_what_could_not_be_compared() -> None:
    silent = {step.row.node.id: step.not_recorded for step in story().steps if not step.row.seen}
    assert silent["soft"] == ()
    assert silent["second"] == ("attribution",)
    assert silent["third"] == ("certainty",)
    assert silent["gone"] == ("wording",)
    assert silent["nefes"] == ()


def test_a_step_holds_both_quotes() -> None:
    assert {step.quotes for step in story().steps if step.row.node.id == "second"} == {
        ("it was learned", "has approached")
    }


def test_what_is_repeated_as_it_was_is_no_change() -> None:
    told = wording(
        tracer_of("""
            sources: {clerk: {kind: anonymous, described_as: an official}}
            claims: {c: C}
            reports:
              one: {outlet: One, says: [{claim: c, certainty: probable, cites: clerk}]}
              two: {outlet: Two, says: [{claim: c, certainty: probable, cites: [clerk, one]}]}
        """).support("c")
    )
    [step] = [step for step in told.steps if (step.row.node.id, step.row.depth) == ("two", 2)]
    assert (step.changes, step.not_recorded) == ((), ())


def test_changes_of_parallel_citations_are_one_step() -> None:
    text = """
    claims: {c: C}
    reports:
      a: {outlet: A, language: tr, says: c}
      b: {outlet: B, language: en, says: c, cites: [{report: a, mode: quotes}, {report: a, mode: translates}]}
    """
    _, step = wording(tracer_of(text).support("c")).steps
    assert [(one.what, one.before, one.after) for one in step.changes] == [("translation", "tr", "en")]


def test_a_claim_stands_below_what_is_stronger_whatever_they_are_called() -> None:
    tracer = tracer_of("claims: {c: C, a: {text: A, stronger_than: c}, z: {text: Z, stronger_than: a}}")
    assert [one.claim for one in wording(tracer.support("c")).versions] == ["c", "a", "z"]


def test_of_two_that_were_out_at_once_the_one_that_cites_nobody_was_first() -> None:
    tracer = tracer_of("""
        claims: {c: C}
        reports:
          a: {outlet: A, published: 2020-01-01, says: c, cites: b}
          b: {outlet: B, published: 2020-01-01, says: c}
    """)
    [version] = wording(tracer.support("c")).versions
    assert version.first is not None
    assert version.first.id == "b"


def of_one(*reports: str) -> Version:
    """Give the only version of a claim that these reports support, each given as what is recorded beside `says`."""
    listed = "".join(f"\n  {id_}: {{{record} says: c}}" for id_, record in zip("abc", reports, strict=False))
    [version] = wording(tracer_of(f"claims: {{c: C}}\nreports:{listed}").support("c")).versions
    return version


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("outlet: A, published: 2020-01-01/..,", "outlet: B, published: 2020-06-01,"),
        ("outlet: A, published: '2019?',", "outlet: B, published: 2020-06-01,"),
        ("outlet: A,", "outlet: B, published: 2020-06-01,"),
    ],
)
def test_a_date_that_is_sure_of_no_end_is_not_first(first: str, second: str) -> None:
    version = of_one(first, second)
    assert version.first == Node(NodeKind.STATEMENT, "b", "c")
    assert not version.decided


def test_which_of_two_of_one_day_was_first_is_not_decided() -> None:
    assert not of_one("outlet: A, published: 2020-06-01,", "outlet: B, published: 2020-06-01,").decided


def test_an_undated_report_is_first_without_that_being_decided() -> None:
    version = of_one("outlet: A,")
    assert (version.first and version.first.id, version.decided) == ("a", False)
