"""What hardens from one report to the next, and what only seems to."""

import pytest

from provenance.trace.answer import Finding, FindingKind
from provenance.wording.findings import finding_words
from tests.texts import tracer_of

RECORDS = """
    claims:
      weaker: W
      c: {{text: C, stronger_than: weaker}}
      part: {{text: P, part_of: c}}
    parties: {{town: {{name: Town}}}}
    sources:
      mayor: {{kind: named, name: A. Mayor, party: town}}
      paper: {{kind: document, name: Minutes}}
      clerk: {{kind: anonymous, described_as: a town official}}
      clerks: {{kind: anonymous, described_as: town officials}}
      circles: {{kind: anonymous, described_as: well-placed circles}}
      seen: {{kind: eyewitness, name: E. Witness}}
      unseen: {{kind: eyewitness, described_as: a passer-by}}
    reports:
      a: {{outlet: A, language: tr, says: [{{claim: {claim}, quote: before, {first}}}]}}
      b: {{outlet: B, language: en, says: [{{claim: c, quote: after, {then}}}]}}
"""


def drift(first: str, then: str, claim: str = "c") -> list[Finding]:
    """Trace what report `b`, with the fields `then`, makes of report `a`, with the fields `first`."""
    tracer = tracer_of(RECORDS.format(first=first, then=then, claim=claim))
    return [found for found in tracer.trace("c").findings if found.kind is FindingKind.DRIFT]


def steps(first: str, then: str, claim: str = "c") -> list[tuple[object, ...]]:
    return [
        tuple(dict(found.facts)[name] for name in ("what", "before", "after")) for found in drift(first, then, claim)
    ]


NONE = "basis: unattributed"


def cites(*more: str) -> str:
    return f"cites: [a, {', '.join(more)}]" if more else "cites: a"


class TestClaim:
    def test_a_stronger_claim_and_a_whole_harden(self) -> None:
        assert steps(NONE, cites(), claim="weaker") == [("claim", "weaker", "c")]
        assert steps(NONE, cites(), claim="part") == [("claim", "part", "c")]

    def test_the_finding_names_the_outlet_and_both_quotes(self) -> None:
        [found] = drift(NONE, cites(), claim="weaker")
        assert (found.at, dict(found.facts)) == (
            "b",
            {
                "from": "a",
                "what": "claim",
                "before": "weaker",
                "after": "c",
                "outlet": "B",
                "quotes": ("before", "after"),
            },
        )


class TestCertainty:
    def test_a_surer_statement_hardens(self) -> None:
        assert steps("certainty: possible", f"certainty: certain, {cites()}") == [("certainty", "possible", "certain")]

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ("certainty: certain", "certainty: possible"),
            ("certainty: possible", "certainty: possible"),
            ("basis: unattributed", "certainty: certain"),
            ("certainty: possible", "where: top"),
            ("certainty: possible", "certainty: certain, stance: denies"),
            ("certainty: possible, stance: denies", "certainty: certain, stance: denies"),
        ],
    )
    def test_softening_silence_and_denials_do_not(self, first: str, then: str) -> None:
        assert not steps(first, f"{then}, {cites()}")


class TestAttribution:
    order = (NONE, "cites: clerk", "cites: paper", "cites: town", "cites: mayor")
    words = ("unattributed", "anonymous", "document", "party", "named")

    @pytest.mark.parametrize("higher", range(1, 5))
    @pytest.mark.parametrize("lower", range(5))
    def test_only_a_stronger_attribution_hardens(self, lower: int, higher: int) -> None:
        then = cites(self.order[higher].removeprefix("cites: "))
        expected = [("attribution", self.words[lower], self.words[higher])] if higher > lower else []
        assert [step for step in steps(self.order[lower], then) if step[0] == "attribution"] == expected

    def test_the_strongest_source_speaks_for_a_statement(self) -> None:
        assert ("attribution", "document", "named") in steps("cites: [clerk, paper]", cites("clerk", "mayor"))

    def test_an_eyewitness_is_as_strong_as_a_name(self) -> None:
        assert ("attribution", "anonymous", "named") in steps("cites: unseen", cites("seen"))

    @pytest.mark.parametrize("first", ["basis: own_reporting", "where: top", "cites: {outlet: A}"])
    def test_own_reporting_silence_and_relays_are_not_compared(self, first: str) -> None:
        assert not steps(first, cites("mayor"))

    @pytest.mark.parametrize(
        "then", ["{source: clerk, attribution: unclear}", "{unclear: [clerk, circles]}", "{unclear: [clerk, b]}"]
    )
    def test_a_source_in_doubt_makes_a_finding_in_doubt(self, then: str) -> None:
        [found] = [one for one in drift(NONE, cites(then)) if one.fact("what") == "attribution"]
        assert (found.fact("after"), found.fact("doubt")) == ("anonymous", "unclear")

    def test_a_sure_source_goes_before_one_in_doubt(self) -> None:
        [found] = drift(NONE, cites("clerk", "{source: mayor, attribution: unclear}"))
        assert (found.fact("after"), "doubt" in dict(found.facts)) == ("anonymous", False)

    def test_a_citation_of_the_report_in_doubt_makes_a_finding_in_doubt(self) -> None:
        [found] = drift(NONE, "cites: [{report: a, attribution: unclear}, clerk]")
        assert found.fact("doubt") == "unclear"


class TestPlurality:
    several = ("plurality", "one", "several")

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ("cites: clerk", "clerks"),
            ("cites: clerk", "{source: clerk, quote: officials said}"),
            ("cites: mayor", "{source: clerk, quote: ministers say}"),
            ("cites: mayor", "{source: mayor, quote: kaynaklara göre}"),
            ("cites: {party: town, quote: a spokesman said}", "{party: town, quote: officials said}"),
            ("cites: paper", "clerks"),
            ("cites: {source: clerks, quote: an official said}", "clerks"),
        ],
    )
    def test_one_source_that_becomes_several_hardens(self, first: str, then: str) -> None:
        assert self.several in steps(first, cites(then))

    def test_two_sources_are_several(self) -> None:
        assert self.several in steps("cites: clerk", cites("clerk", "circles"))

    def test_a_source_and_its_party_are_one(self) -> None:
        assert self.several not in steps("cites: clerk", cites("mayor", "town"))

    def test_the_words_of_the_citation_of_a_report_count(self) -> None:
        assert self.several in steps("cites: clerk", "cites: {report: a, quote: officials told A}")

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ("cites: clerks", cites("clerk")),
            ("cites: clerks", cites("clerks")),
            ("cites: clerk", cites("clerk")),
            ("cites: circles", cites("clerks")),
            ("cites: clerk", cites("circles")),
            ("cites: {source: circles, quote: one of the officials}", cites("clerks")),
            ("cites: clerk", cites("{unclear: [clerk, circles]}")),
            (NONE, cites("clerks")),
            ("cites: town", cites("clerks")),
        ],
    )
    def test_fewer_as_many_and_words_that_decide_nothing_do_not(self, first: str, then: str) -> None:
        assert self.several not in steps(first, then)


class TestDetails:
    def test_a_detail_that_changes_is_drift_whatever_the_stance(self) -> None:
        for stance in ("supports", "denies", "questions", "comments"):
            then = f"stance: {stance}, details: {{sold: 2019, price: 2}}, {cites()}"
            [found] = drift("details: {sold: 2017, price: 2}", then)
            assert [found.fact(name) for name in ("what", "name", "before", "after")] == [
                "details",
                "sold",
                "2017",
                "2019",
            ]

    def test_a_detail_that_is_added_or_left_out_is_none(self) -> None:
        assert not steps("details: {sold: 2017}", f"details: {{price: 2}}, {cites()}")


class TestTranslation:
    def test_a_translation_is_a_step(self) -> None:
        assert steps(NONE, "cites: {report: a, mode: translates}") == [("translation", "tr", "en")]

    @pytest.mark.parametrize("mode", ["relays", "quotes", "syndicates", "links"])
    def test_another_use_of_a_report_in_another_language_is_none(self, mode: str) -> None:
        assert not steps(NONE, f"cites: {{report: a, mode: {mode}}}")

    def test_a_language_that_is_not_recorded_is_shown_as_such(self) -> None:
        text = RECORDS.format(first=NONE, then="cites: {report: a, mode: translates}", claim="c")
        tracer = tracer_of(text.replace("language: tr, ", ""))
        [found] = [found for found in tracer.trace("c").findings if found.kind is FindingKind.DRIFT]
        assert (found.fact("before"), found.fact("after")) == ("?", "en")


def test_each_dimension_is_said_in_words() -> None:
    first = "certainty: possible, details: {sold: 2017}, cites: clerk"
    then = "certainty: certain, details: {sold: 2019}, cites: [{report: a, mode: translates}, mayor, clerks]"
    tracer = tracer_of(RECORDS.format(first=first, then=then, claim="weaker"))
    words = [finding_words(one) for one in tracer.trace("c").findings if one.kind is FindingKind.DRIFT]
    assert words == [
        "b hardens a: attribution anonymous → named (“before” → “after”)",
        "b hardens a: certainty possible → certain (“before” → “after”)",
        "b hardens a: claim weaker → c (“before” → “after”)",
        "b changes “sold” of a: 2017 → 2019 (“before” → “after”)",
        "b hardens a: plurality one → several (“before” → “after”)",
        "b translates a (tr → en): a step at which meaning can change (“before” → “after”)",
    ]
