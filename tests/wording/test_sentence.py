"""The sentence a desk can print: each part of it, from the record alone."""

import pytest

from provenance.dates import parse_date
from provenance.wording.sentence import claim_sentence, inside
from tests.texts import tracer_of

RECORDS = """
    parties: {{town: {{name: The Town}}, state: {{name: The State}}}}
    sources:
      mayor: {{kind: named, name: A. Mayor}}
      paper: {{kind: document, name: the minutes}}
      clerk: {{kind: anonymous, described_as: a town official}}
      nobody: {{kind: anonymous}}
      spokesman: {{kind: named, name: B. Spokesman, party: town}}
    outlets: {{feed: {{name: Feed, kind: aggregator}}}}
    claims:
      weaker: The bridge may close.
      c: {{text: The bridge is closed., stronger_than: weaker, could_confirm: [{could}]}}
    reports:
      {reports}
    responses: [{responses}]
    {more}
"""


def sentence(*reports: str, could: str = "", responses: str = "", as_of: str | None = None, more: str = "") -> str:
    text = RECORDS.format(reports="\n      ".join(reports) or "{}", could=could, responses=responses, more=more)
    tracer = tracer_of(text)
    date = parse_date(as_of) if as_of else None
    return claim_sentence(tracer.support("c", date), tracer.trace("c", date))


def says(citing: str) -> str:
    return f"a: {{outlet: Alpha, says: [{{claim: c, {citing}}}]}}"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("basis: own_reporting", "Alpha, on its own reporting, reported that the bridge is closed."),
        ("basis: unattributed", "Alpha, naming no source, reported that the bridge is closed."),
        ("where: top", "Alpha, its basis not established, reported that the bridge is closed."),
        ("cites: mayor", "Alpha, citing A. Mayor, reported that the bridge is closed."),
        ("cites: paper", "Alpha, citing the minutes, reported that the bridge is closed."),
        ("cites: town", "Alpha, citing The Town, reported that the bridge is closed."),
        ("cites: clerk", "Alpha, citing “a town official”, not named, reported that the bridge is closed."),
        ("cites: nobody", "Alpha, citing a source it does not name, reported that the bridge is closed."),
        (
            "cites: [mayor, paper]",
            (
                "Alpha, citing A. Mayor and the minutes, reported that the bridge is closed;"
                " on record these are 2 origins, independence not established."
            ),
        ),
        (
            "cites: {outlet: Beta}",
            "Alpha, citing a report of Beta that was not located, reported that the bridge is closed.",
        ),
        (
            "cites: {outlet: unnamed}",
            "Alpha, citing an outlet it does not name, reported that the bridge is closed.",
        ),
        (
            "cites: mayor, certainty: possible",
            "Alpha, citing A. Mayor, reported as possible that the bridge is closed.",
        ),
        (
            "cites: mayor, certainty: probable",
            "Alpha, citing A. Mayor, reported as probable that the bridge is closed.",
        ),
        (
            "cites: [mayor, {source: clerk, attribution: unclear}]",
            (
                "Alpha, citing A. Mayor, reported that the bridge is closed; on record these are 1 to 2 origins;"
                " it is unclear whether Alpha had it from “a town official”."
            ),
        ),
        (
            "cites: {source: clerk, attribution: unclear}",
            (
                "Alpha reported that the bridge is closed, on what is in doubt or no longer stands; it is unclear whom"
                " Alpha had it from; it is unclear whether Alpha had it from “a town official”."
            ),
        ),
    ],
)
def test_on_whose_word_it_was_reported(statement: str, words: str) -> None:
    assert sentence(says(statement)) == words


def test_an_aggregator_passes_on_a_report_that_was_not_located() -> None:
    found = sentence("a: {outlet: feed, says: c}")
    assert found == "Feed, passing on a report that was not located, reported that the bridge is closed."


def test_a_report_that_is_cited_for_what_it_does_not_say_is_called_that() -> None:
    found = sentence(
        "a: {outlet: Alpha, says: c, cites: b}", "b: {outlet: Beta, says: [{claim: c, stance: questions}]}"
    )
    assert found == (
        "Alpha, citing Beta, which is not on record as saying it, reported that the bridge is closed; Beta questioned it."
    )


ORIGIN = "a: {outlet: Alpha, published: 2020-01-01, says: [{claim: c, basis: unattributed}]}"


def test_relays_are_named_by_date_and_a_doubtful_one_as_such() -> None:
    assert sentence(
        ORIGIN,
        "b: {outlet: Beta, says: c, cites: d, published: 2020-01-03}",
        "d: {outlet: Delta, says: c, cites: a, published: 2020-01-02}",
        "e: {outlet: Epsilon, says: c, cites: [{report: b, attribution: unclear}, mayor]}",
    ) == (
        "Alpha, naming no source, reported that the bridge is closed; Delta and Beta, relaying it, reported the same;"
        " Epsilon, possibly relaying it, reported the same; Epsilon, citing A. Mayor, reported the same;"
        " on record these are 2 origins, independence not established."
    )


def test_what_a_relay_made_of_a_weaker_claim_is_said() -> None:
    found = sentence("a: {outlet: Alpha, says: weaker}", "b: {outlet: Beta, says: c, cites: a}")
    assert found == (
        "Alpha, its basis not established, reported that the bridge may close;"
        " Beta, relaying it, reported that the bridge is closed."
    )


def test_no_more_than_three_ways_and_four_names_are_spelt_out() -> None:
    reports = [f"r{n}: {{outlet: R{n}, says: c, cites: {{outlet: O{n}}}}}" for n in range(5)]
    assert sentence(*reports).endswith("; 2 further origins are on record; on record these are 0 to 5 origins.")
    relays = [f"r{n}: {{outlet: R{n}, says: c, cites: a}}" for n in range(5)]
    assert sentence(ORIGIN, *relays).endswith("R0, R1, R2 and 2 others, relaying it, reported the same.")


def test_a_loop_has_no_origin_but_itself() -> None:
    found = sentence("a: {outlet: Alpha, says: c, cites: b}", "b: {outlet: Beta, says: c, cites: a}")
    assert found == "Alpha and Beta reported that the bridge is closed, with no origin on record but each other."


def test_retraction_and_correction_are_said() -> None:
    fallen = ORIGIN.replace("published", "status: {retracted: 2020-02}, published")
    assert sentence(fallen) == "The report of Alpha that the bridge is closed has been retracted."
    withdrawn = fallen.replace("retracted", "withdrawn")
    assert sentence(withdrawn) == "The report of Alpha that the bridge is closed has been withdrawn."
    assert sentence(fallen, "b: {outlet: Beta, says: c, cites: a}") == (
        "The report of Alpha that the bridge is closed has been retracted;"
        " Beta reported it on the word of what was retracted or withdrawn."
    )
    corrected = ORIGIN.replace("published", "status: {corrected: 2020-02}, published")
    words = "Alpha, naming no source, reported that the bridge is closed"
    assert sentence(corrected) == f"{words}; the report of Alpha has been corrected since."
    assert sentence(corrected, as_of="2020-01-15") == f"{words}."


def test_no_report_is_no_sentence_about_the_world() -> None:
    assert sentence() == "No report on record says that the bridge is closed."


@pytest.mark.parametrize(
    ("responses", "words"),
    [
        ("", "no confirmation by The State or The Town is on record"),
        (
            "{by: town, claim: c, stance: confirms, on_record: true}",
            "The Town confirmed it on the record; no confirmation by The State is on record",
        ),
        (
            "{by: spokesman, claim: c, stance: denies, on_record: false}",
            "B. Spokesman denied it off the record; no confirmation by The State is on record",
        ),
        (
            "{by: town, claim: c, stance: partly}, {by: state, claim: c, stance: partly}",
            ("The State and The Town confirmed part of it; no full confirmation by The State or The Town is on record"),
        ),
        (
            "{by: town, claim: c, stance: denies, date: 2020}, {by: town, claim: c, stance: confirms, date: 2021}",
            "The Town confirmed it; no confirmation by The State is on record",
        ),
        (
            "{by: town, claim: weaker, stance: denies}",
            "no confirmation by The State or The Town is on record; a denial by The Town is of another claim",
        ),
        ("{by: town, claim: c, stance: silent}", "no confirmation by The State or The Town is on record"),
    ],
)
def test_who_answered_and_who_has_not(responses: str, words: str) -> None:
    found = sentence(ORIGIN, could="town, state", responses=responses)
    assert found == f"Alpha, naming no source, reported that the bridge is closed; {words}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is closed.", "the bridge is closed"),
        ("Theodor left.", "Theodor left"),
        ("Russia has asked", "Russia has asked"),
        ("A. Mayor left …", "A. Mayor left …"),
        ("\u200fجسر", "\u200fجسر"),
    ],
)
def test_a_claims_text_inside_a_sentence(text: str, expected: str) -> None:
    assert inside(text) == expected


TWO = ("a: {outlet: Alpha, says: c, cites: mayor}", "b: {outlet: Beta, says: c, cites: clerk}")


def test_how_many_origins_several_are_is_said() -> None:
    told = (
        "Beta, citing “a town official”, not named, reported that the bridge is closed;"
        " Alpha, citing A. Mayor, reported the same; "
    )
    assert sentence(*TWO) == f"{told}on record these are 2 origins, independence not established."
    tied = "dependences: [{between: [mayor, clerk], kind: same_person, basis: x}]"
    assert sentence(*TWO, more=tied) == f"{told}on record these count as one origin."
    apart = "dependences: [{between: [mayor, clerk], kind: declared_independent, basis: They never met.}]"
    assert (
        sentence(*TWO, more=apart) == f"{told}on record these are 2 origins, declared independent by “They never met”."
    )


def test_a_loop_of_people_is_said() -> None:
    found = sentence(
        "a: {outlet: Alpha, says: c, cites: town}", responses="{by: town, claim: c, stance: neither, cites: a}"
    )
    assert "; Alpha and The Town rest on each other; no confirmation" not in found
    assert found == (
        "Alpha, citing The Town, reported that the bridge is closed; Alpha and The Town rest on each other."
    )


def test_a_loop_of_people_is_told_from_one_of_reports_where_a_report_has_their_id() -> None:
    found = sentence(
        "story: {outlet: alpha, says: c, cites: town}",
        "alpha: {outlet: Beta, says: c, cites: mayor}",
        responses="{by: town, claim: c, stance: neither, cites: story}",
    )
    assert "; alpha and The Town rest on each other" in found


def test_reports_that_deny_or_question_it_are_named() -> None:
    found = sentence(
        ORIGIN,
        "b: {outlet: Beta, says: [{claim: c, stance: denies}]}",
        "d: {outlet: Delta, says: [{claim: c, stance: questions}]}",
        "e: {outlet: Epsilon, says: [{claim: c, stance: comments}]}",
    )
    assert found == (
        "Alpha, naming no source, reported that the bridge is closed; Beta reported the opposite; Delta questioned it."
    )


def test_support_whose_ground_is_open_is_not_left_out_and_no_doubt_is_invented() -> None:
    found = sentence(
        "s: {outlet: Alpha, says: c, published: 2024-03-01, cites: clerk}",
        "d: {outlet: Ledger, says: [{claim: weaker, cites: paper}]}",
        "g: {outlet: Gamma, published: 2024-03-02, says: [{claim: c, cites: [{unclear: [s, d]}]}]}",
        "e: {outlet: Epsilon, says: c, cites: g}",
        as_of="2023",
    )
    assert found == "Epsilon reported that the bridge is closed, on what is in doubt or no longer stands."


def test_several_outlets_are_spoken_of_as_several() -> None:
    found = sentence("a: {outlet: Alpha, says: c}", "b: {outlet: Beta, says: c}")
    assert found.startswith("Alpha and Beta, their basis not established, reported that the bridge is closed;")


def test_how_firmly_each_relay_put_it_is_kept() -> None:
    found = sentence(
        "a: {outlet: Alpha, published: 2020-01-01, says: [{claim: c, basis: own_reporting, certainty: uncommitted}]}",
        "b: {outlet: Beta, published: 2020-01-02, says: [{claim: c, certainty: possible, cites: a}]}",
        "d: {outlet: Delta, published: 2020-01-03, says: [{claim: c, certainty: possible, cites: a}]}",
        "e: {outlet: Epsilon, published: 2020-01-04, says: [{claim: c, cites: a}]}",
    )
    assert found == (
        "Alpha, on its own reporting, reported without committing to it that the bridge is closed;"
        " Beta and Delta, relaying it, reported as possible that the bridge is closed;"
        " Epsilon, relaying it, reported that the bridge is closed."
    )


def test_a_report_that_cites_itself_alone_has_no_origin_but_itself() -> None:
    found = sentence("a: {outlet: Alpha, says: c, cites: a}")
    assert found == "Alpha reported that the bridge is closed, with no origin on record but itself."
