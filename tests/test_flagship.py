"""What a right trace of the S-400 case shows; the facts are those recorded in data/s400.yaml, each as it is known."""

from functools import cache
from pathlib import Path

import pytest

from provenance.check import run_checks
from provenance.dates import parse_date
from provenance.graph import Node, NodeKind
from provenance.model import Stance
from provenance.problems import Severity
from provenance.read import load
from provenance.report.lines import plain
from provenance.report.trace import trace_lines
from provenance.report.tree import View
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind, GapKind, OriginKind, Row, Status, Trace

DATA = Path(__file__).parents[1] / "data"


@cache
def tracer() -> Tracer:
    return Tracer(load(str(DATA)).workspace)


@cache
def asked() -> Trace:
    return tracer().trace("s400-asked")


@cache
def positive() -> Trace:
    return tracer().trace("ankara-positive")


def findings(answer: Trace, kind: FindingKind) -> dict[str, dict[str, object]]:
    return {finding.at: dict(finding.facts) for finding in answer.findings if finding.kind is kind}


def roads(rows: tuple[Row, ...], start: str) -> list[list[str]]:
    """Give every road from a report to an end: the ids on it. A row met before goes on as it did there."""
    found: list[list[str]] = []
    path: list[str] = []
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        del path[row.depth :]
        path.append(row.node.id)
        if path[0] == start and (following is None or following.depth <= row.depth):
            found.append(list(path))
    return found


def test_the_records_are_clean() -> None:
    loaded = load(str(DATA))
    found = [*loaded.problems, *run_checks(loaded.workspace)]
    assert [problem for problem in found if problem.severity in (Severity.ERROR, Severity.WARNING)] == []


def test_that_russia_asked_is_unattributed() -> None:
    assert asked().status is Status.UNATTRIBUTED


def test_at_least_one_origin_and_one_more_for_each_report_whose_sourcing_nobody_recorded() -> None:
    open_ones = [origin for origin in asked().origins if origin.kind.may_be_nothing]
    count = asked().origin_count
    assert count.min == 1
    assert count.max == 1 + len(open_ones) > 1
    assert set(count.decided_by) == {origin.id for origin in open_ones}
    assert "global-defense-corp" in count.decided_by


def test_the_only_origin_that_counts_for_certain_is_nefes() -> None:
    [nefes] = [origin for origin in asked().origins if not origin.kind.may_be_nothing]
    assert (nefes.id, nefes.outlet, nefes.kind, nefes.doubt) == ("nefes-0903", "nefes", OriginKind.UNATTRIBUTED, None)
    assert nefes.claim == "s400-considering"
    assert nefes.reached_by == ("kyiv-post", "militarnyi", "turkiye-today")


def test_without_nefes_three_reports_fall() -> None:
    assert [(link.id, link.reports) for link in asked().common_links] == [("nefes-0903", 3)]


def test_both_roads_of_the_kyiv_post_lead_to_nefes() -> None:
    assert roads(asked().tree, "kyiv-post") == [["kyiv-post", "militarnyi", "nefes-0903"], ["kyiv-post", "nefes-0903"]]


def test_nefes_said_only_considering_and_others_hardened_it() -> None:
    drift = findings(asked(), FindingKind.DRIFT)
    for report, words in (("militarnyi", "has approached … with a proposal"), ("turkiye-today", "has approached")):
        assert drift[report] == {
            "from": "nefes-0903",
            "what": "claim",
            "before": "s400-considering",
            "after": "s400-asked",
            "outlet": f"{report}-outlet",
            "quotes": ("öğrenildi", words),
        }


def test_global_defense_corp_says_more_than_asked_and_for_both_nobody_recorded_on_whose_word() -> None:
    secret = tracer().trace("s400-secret-request")
    assert tracer().graph.ties.hardens("s400-secret-request", "s400-asked")
    for answer in (asked(), secret):
        [own] = [origin for origin in answer.origins if origin.id == "global-defense-corp"]
        assert (own.kind, own.reached_by) == (OriginKind.UNRECORDED, ())
    assert (secret.status, secret.supporting, secret.origin_count.min) == (Status.UNATTRIBUTED, 1, 0)


def test_the_day_nefes_published_is_given_twice_and_the_doubtful_one_decides_nothing() -> None:
    answer = tracer().trace("s400-considering")
    conflict = findings(answer, FindingKind.DETAIL_CONFLICT)["son-muhur-0921"]
    assert conflict["what"] == "nefes-0903-published"
    assert conflict["values"] == ("2025-09-03", "2025-09-13?")
    assert findings(answer, FindingKind.CHRONOLOGY) == {}


def test_turkiye_today_itself_quotes_considering() -> None:
    said = tracer().workspace.reports["turkiye-today"].statement_on("s400-considering")
    assert said is not None
    assert said.quote == "is considering"


def test_neither_ankara_nor_moscow_has_confirmed_it() -> None:
    missing = {gap.subject: gap.detail for gap in asked().gaps if gap.kind is GapKind.NO_CONFIRMATION}
    assert set(missing) == {"ankara", "moscow"}
    assert missing["ankara"] == "Ankara: did not answer (2025-09-15)"
    assert missing["moscow"] == "Moscow: no answer on record"


def test_no_denial_on_record_addresses_it() -> None:
    denials = [answered for answered in asked().responses if answered.response.stance == "denies"]
    assert denials
    assert not any(answered.addresses for answered in denials)
    assert findings(asked(), FindingKind.OFF_TARGET_DENIAL) == {
        "ria-turkish-source": {"claim": "s400-return", "date": "2025-09-15"},
    }


def test_the_briefing_was_reported_on_and_off_the_record() -> None:
    assert findings(asked(), FindingKind.ATTRIBUTION_CONFLICT)["ankara"]["date"] == "2025-09-18"


def test_the_sale_has_two_dates_inside_one_article() -> None:
    conflict = findings(asked(), FindingKind.DETAIL_CONFLICT)["kyiv-post"]
    assert (conflict["what"], conflict["values"]) == ("sold", ("2017", "2019"))


def test_nobody_says_it_is_so_on_their_own_reporting() -> None:
    assert OriginKind.OWN_REPORTING not in {origin.kind for origin in asked().origins}


def test_that_ankara_is_positive_has_one_or_two_origins_decided_by_militarnyi_s_sources() -> None:
    count = positive().origin_count
    assert (positive().status, count.min, count.max, count.bounded) == (Status.ORIGIN_IN_DOUBT, 1, 2, False)
    assert "militarnyi" in count.decided_by
    assert GapKind.UNCLEAR_ATTRIBUTION in {gap.kind for gap in positive().gaps if gap.subject == "militarnyi"}


def test_the_later_claim_about_erdogan_is_another_story() -> None:
    answer = tracer().trace("erdogan-asked-putin")
    assert [answered.response.by for answered in answer.responses] == ["peskov"]
    assert all(answered.response.claim != "erdogan-asked-putin" for answered in asked().responses)
    assert answer.status is Status.DENIED


def test_before_militarnyi_nobody_had_said_asked() -> None:
    answer = tracer().trace("s400-asked", parse_date("2025-08"))
    assert {node.id for node in tracer().support("s400-asked", parse_date("2025-08")).supporting} == {
        "national-interest"
    }
    assert answer.origin_count.min == 0


@pytest.mark.parametrize(
    "words",
    [
        "UNATTRIBUTED",
        "Nefes nefes-0903 2025-09-03 says s400-considering ● origin: names no source",
        "Nefes nefes-0903 2025-09-03 says s400-considering (relays) ● origin: names no source (*)",
        "without nefes-0903, 3 supporting reports fall",
        "militarnyi hardens nefes-0903: claim s400-considering → s400-asked (“öğrenildi” → “has approached … with a proposal”)",
        "Not established by the record: that Ankara or Moscow confirmed or denied it; where ",
        "It does not show whether the claim is true.",
    ],
)
def test_the_page_says_so_in_words(words: str) -> None:
    text = plain(trace_lines(tracer().graph, asked(), asked().tree, View(width=1_000, claim="s400-asked")), None)
    assert words in text


def test_kyiv_post_is_recorded_as_supporting_though_it_says_reportedly() -> None:
    node = Node(NodeKind.STATEMENT, "kyiv-post", "s400-asked")
    said = tracer().graph.statement(node)
    assert said is not None
    assert (said.stance, said.certainty) == (Stance.SUPPORTS, "uncommitted")
