"""What a right trace of each example case shows; the facts are those recorded in data/, each as it is known."""

from functools import cache
from pathlib import Path

import pytest

from provenance.check import run_checks
from provenance.dates import parse_date
from provenance.model import Change
from provenance.problems import Severity
from provenance.read import load
from provenance.trace import Tracer
from provenance.trace.answer import Fact, FindingKind, GapKind, OriginKind, Status, Trace

DATA = Path(__file__).parents[1] / "data"
FILES = sorted(DATA.glob("*.yaml"))


@cache
def tracer() -> Tracer:
    return Tracer(load(str(DATA)).workspace)


@cache
def traced(claim: str, as_of: str | None = None) -> Trace:
    return tracer().trace(claim, parse_date(as_of) if as_of else None)


def supporting(claim: str, as_of: str | None = None) -> set[str]:
    support = tracer().support(claim, parse_date(as_of) if as_of else None)
    return {node.id for node in support.supporting}


def stances(answer: Trace) -> dict[str, int]:
    return {stance.value: number for stance, number in answer.stances if number}


def origins(answer: Trace) -> list[tuple[str, int, OriginKind, str | None]]:
    return [(origin.id, origin.group, origin.kind, origin.doubt) for origin in answer.origins]


def count(answer: Trace) -> tuple[int, int]:
    assert not answer.origin_count.bounded
    return answer.origin_count.min, answer.origin_count.max


def findings(answer: Trace, kind: FindingKind) -> list[tuple[str, dict[str, Fact]]]:
    return [(finding.at, dict(finding.facts)) for finding in answer.findings if finding.kind is kind]


def loops(answer: Trace) -> list[tuple[str, Fact]]:
    return [(at, facts["loop"]) for at, facts in findings(answer, FindingKind.CIRCULAR)]


def gaps(answer: Trace, kind: GapKind) -> dict[str, str]:
    return {gap.subject: gap.detail for gap in answer.gaps if gap.kind is kind}


def answers(answer: Trace) -> list[tuple[str, str, str, bool]]:
    return [(one.response.by, one.response.stance, one.response.claim, one.addresses) for one in answer.responses]


# All of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [DATA, *FILES], ids=lambda path: path.name)
def test_every_case_is_clean_alone_and_all_are_together(path: Path) -> None:
    loaded = load(str(path))
    assert loaded.workspace.reports
    found = [*loaded.problems, *run_checks(loaded.workspace)]
    assert [problem for problem in found if problem.severity in (Severity.ERROR, Severity.WARNING)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_case_says_what_it_asks_and_what_is_not_known(path: Path) -> None:
    [case] = load(str(path)).workspace.cases
    assert all((case.title, case.question, case.period, case.notes))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_page_that_nobody_opened_has_an_address(path: Path) -> None:
    reports = load(str(path)).workspace.reports.values()
    assert [report.id for report in reports if report.url or report.archived or report.accessed or report.title] == []


# Przewodów: one anonymous origin, a relay, a correction ----------------------------------------------------------


def test_before_the_correction_two_agencies_stand_on_one_anonymous_official() -> None:
    answer = traced("przewodow-russian", "2022-11-15")
    assert supporting("przewodow-russian", "2022-11-15") == {"ap-1115", "reuters-1115"}
    assert origins(answer) == [("ap-us-official", 1, OriginKind.ANONYMOUS, None)]
    assert (answer.status, count(answer), stances(answer)) == (Status.SINGLE_ORIGIN, (1, 1), {"supports": 2})
    assert [(link.id, link.reports) for link in answer.common_links] == [("ap-us-official", 2)]
    assert set(gaps(answer, GapKind.ANONYMOUS_ONLY)) == {"przewodow-russian"}


def test_a_day_later_the_relay_has_fallen_and_ap_itself_denies_its_corrected_report() -> None:
    answer = traced("przewodow-russian", "2022-11-16")
    assert supporting("przewodow-russian", "2022-11-16") == {"ap-1115"}
    assert stances(answer) == {"supports": 1, "denies": 1}
    assert [origin.reached_by for origin in answer.origins] == [("ap-1115",)]
    assert answer.common_links == ()
    reports = tracer().workspace.reports
    assert reports["reuters-1115"].fell_by(parse_date("2022-11-16")) is Change.WITHDRAWN
    assert reports["ap-1115"].fell_by(parse_date("2022-11-16")) is None


def test_poland_neither_confirmed_nor_denied_that_the_missiles_were_russian() -> None:
    assert gaps(traced("przewodow-russian"), GapKind.NO_CONFIRMATION) == {
        "nato": "NATO: no answer on record",
        "warsaw": "Warsaw: neither confirmed nor denied (2022-11-15)",
    }


def test_what_was_said_of_ukraine_s_air_defence_does_not_address_whether_the_missiles_were_russian() -> None:
    answer = traced("przewodow-russian")
    other = {by: stance for by, stance, _, addresses in answers(answer) if not addresses}
    assert other == {"duda": "partly", "nato": "partly", "zelenskyy": "denies"}
    assert findings(answer, FindingKind.OFF_TARGET_DENIAL) == [
        ("zelenskyy", {"claim": "przewodow-air-defence", "date": "2022-11-16"})
    ]


def test_probably_is_no_confirmation_and_no_report_of_the_air_defence_is_on_record() -> None:
    answer = traced("przewodow-air-defence")
    assert answer.status is Status.NO_REPORTS
    assert gaps(answer, GapKind.NO_CONFIRMATION) == {
        "nato": "NATO: confirmed only in part (2022-11-16)",
        "warsaw": "Warsaw: confirmed only in part (2022-11-16)",
    }


# The eleventh first name: a loop to the minute, with a way in ----------------------------------------------------


def test_wikipedia_and_spiegel_rest_on_each_other_and_the_way_in_is_one_anonymous_editor() -> None:
    answer = traced("guttenberg-wilhelm")
    assert loops(answer) == [("wilhelm-spiegel", ("wilhelm-wikipedia",))]
    assert any(row.loop for row in answer.tree)
    [sure] = [origin for origin in answer.origins if origin.doubt is None]
    assert (sure.id, sure.kind, len(sure.reached_by)) == ("wilhelm-editor", OriginKind.ANONYMOUS, 8)


def test_a_minute_decides_whether_spiegel_has_printed_the_name() -> None:
    new = supporting("guttenberg-wilhelm", "2009-02-09T11:14+01:00")
    assert new - supporting("guttenberg-wilhelm", "2009-02-09T11:13+01:00") == {"wilhelm-spiegel"}
    assert supporting("guttenberg-wilhelm", "2009-02-08T21:40+01:00") == {"wilhelm-wikipedia"}
    assert traced("guttenberg-wilhelm", "2009-02-08T21:39+01:00").status is Status.NO_REPORTS


def test_that_spiegel_was_wikipedia_s_reference_is_in_doubt_and_cannot_have_been_so_at_first() -> None:
    [(at, facts)] = findings(traced("guttenberg-wilhelm"), FindingKind.CHRONOLOGY)
    assert (at, facts["from"], facts["what"]) == ("wilhelm-wikipedia", "wilhelm-spiegel", "older-than-cited")
    assert (facts["before"], facts["after"]) == ("2009-02-09T11:14+01:00", "2009-02-08T21:40+01:00")
    assert facts["doubt"] == "unclear"
    assert origins(traced("wilhelm-reference")) == [("wilhelm-editor", 1, OriginKind.ANONYMOUS, None)]


def test_eight_outlets_have_one_origin_or_more_since_nobody_knows_whom_they_copied() -> None:
    answer = traced("guttenberg-wilhelm")
    assert (answer.status, answer.supporting, count(answer)) == (Status.ORIGIN_IN_DOUBT, 8, (1, 8))
    newspapers = supporting("guttenberg-wilhelm") - {"wilhelm-wikipedia"}
    assert set(answer.origin_count.decided_by) == newspapers
    assert set(gaps(answer, GapKind.UNCLEAR_ATTRIBUTION)) == newspapers | {"wilhelm-wikipedia"}


def test_three_outlets_corrected_and_a_correction_is_no_retraction() -> None:
    reports = tracer().workspace.reports.values()
    corrected = {report.id for report in reports if report.outlet in ("spiegel-online", "handelsblatt", "taz")}
    assert {report.id for report in reports if report.changes and report.id.startswith("wilhelm-")} == corrected
    assert corrected <= supporting("guttenberg-wilhelm")


def test_the_confession_denies_the_name() -> None:
    assert stances(traced("guttenberg-wilhelm")) == {"supports": 8, "denies": 1}
    assert "denies" not in stances(traced("guttenberg-wilhelm", "2009-02-09"))


# United Airlines: an undated copy of an old story ----------------------------------------------------------------


def test_the_news_of_2008_leads_by_an_undated_copy_to_a_story_of_2002() -> None:
    answer = traced("united-files-2008")
    [(at, facts)] = findings(answer, FindingKind.CHRONOLOGY)
    assert (at, facts["from"], facts["what"]) == ("united-archive", "united-2002", "undated-copy")
    assert (facts["before"], facts["reports"]) == ("2002-12", ("united-summary",))
    assert origins(answer) == [("united-2002", 1, OriginKind.UNRECORDED, None)]
    assert (answer.origins[0].claim, count(answer)) == ("united-files", (0, 1))


def test_the_summary_made_news_of_the_day_of_a_text_without_a_date_whichever_way_it_came() -> None:
    drift = findings(traced("united-files-2008"), FindingKind.DRIFT)
    assert [(at, facts["from"], facts["before"], facts["after"], facts["doubt"]) for at, facts in drift] == [
        ("united-summary", "united-archive", "united-files", "united-files-2008", "unclear"),
        ("united-summary", "united-search", "united-files", "united-files-2008", "unclear"),
    ]


def test_a_search_engine_passes_on_and_is_no_origin() -> None:
    assert tracer().workspace.outlet_of("united-search").passes_on_only
    assert "united-search" not in {origin.id for origin in traced("united-files").origins}


def test_united_denied_the_filing_of_2008_and_not_the_undated_text() -> None:
    assert traced("united-files-2008").status is Status.DENIED
    assert traced("united-files-2008", "2008-09-07").status is Status.NO_REPORTS
    undated = traced("united-files")
    assert undated.status is Status.UNATTRIBUTED
    assert findings(undated, FindingKind.OFF_TARGET_DENIAL) == [
        ("united-airlines", {"claim": "united-files-2008", "date": "2008-09-08"})
    ]


def test_tribune_denied_something_else() -> None:
    assert answers(traced("united-date-changed")) == [
        ("united-airlines", "confirms", "united-date-changed", True),
        ("tribune", "denies", "united-date-changed", True),
    ]
    assert "tribune" not in {found[0] for found in answers(traced("united-files-2008"))}


def test_a_time_without_a_time_zone_is_kept_as_a_detail() -> None:
    summary = tracer().workspace.reports["united-summary"]
    assert summary.published == parse_date("2008-09-08")
    assert dict(summary.says[0].details) == {"posted-at": "10:43"}


# PRISM: two outlets, one origin, a confirmation ------------------------------------------------------------------


def test_two_newspapers_that_do_not_cite_each_other_have_one_origin() -> None:
    answer = traced("prism-programme")
    assert answer.supporting == 2
    both = ("guardian-0606", "washington-post-0606")
    assert [(origin.id, origin.group, origin.reached_by) for origin in answer.origins] == [
        ("prism-slides", 1, both),
        ("snowden", 1, both),
    ]
    assert count(answer) == (1, 1)
    assert set(gaps(answer, GapKind.SINGLE_ORIGIN)) == {"prism-programme"}


def test_the_programme_is_confirmed_on_the_record_on_that_day_or_the_next() -> None:
    answer = traced("prism-programme")
    assert (answer.status, gaps(answer, GapKind.NO_CONFIRMATION)) == (Status.CONFIRMED, {})
    [confirmed] = [one.response for one in answer.responses if one.addresses]
    assert (confirmed.by, confirmed.on_record) == ("clapper", True)
    assert confirmed.date == parse_date("2013-06-06/2013-06-07?")


def test_the_companies_deny_a_narrower_claim() -> None:
    wider, narrower = traced("prism-programme"), traced("prism-direct-access")
    denial = ("prism-companies", "denies", "prism-direct-access")
    assert findings(wider, FindingKind.OFF_TARGET_DENIAL) == [("prism-companies", {"claim": "prism-direct-access"})]
    assert (*denial, False) in answers(wider)
    assert (*denial, True) in answers(narrower)
    assert gaps(narrower, GapKind.NO_CONFIRMATION) == {"dni": "Director of National Intelligence: no answer on record"}


# The aardvark: a light loop --------------------------------------------------------------------------------------


def test_wikipedia_and_four_newspapers_rest_on_each_other_though_no_report_does() -> None:
    assert loops(traced("coati")) == [("daily-mail", ("express", "metro", "telegraph", "wikipedia"))]
    assert not any(row.loop for row in traced("coati").tree)


def test_nothing_leads_out_of_it_for_certain() -> None:
    answer = traced("coati")
    assert (answer.status, count(answer)) == (Status.UNATTRIBUTED, (0, 5))
    assert [(link.id, link.reports) for link in answer.common_links] == [("coati-08", 5)]


def test_before_the_newspapers_there_is_only_wikipedia_and_an_edit_whose_date_is_not_known() -> None:
    assert supporting("coati", "2009") == {"coati-08", "coati-later"}


def test_the_new_yorker_tells_of_the_joke_on_whose_word_is_not_recorded() -> None:
    assert origins(traced("coati-joke")) == [("coati-new-yorker", 1, OriginKind.UNRECORDED, None)]


# Aluminium tubes: the leak cites the leak ------------------------------------------------------------------------


def test_the_administration_and_the_times_rest_on_each_other_though_no_report_does() -> None:
    answer = traced("iraq-tubes", "2002-09-08")
    assert loops(answer) == [("bush-administration", ("new-york-times",))]
    assert not any(row.loop for row in answer.tree)


def test_paper_and_vice_president_are_two_reports_of_one_origin() -> None:
    answer = traced("iraq-tubes", "2002-09-08")
    assert supporting("iraq-tubes", "2002-09-08") == {"tubes-meet-the-press", "tubes-times"}
    assert [(origin.id, origin.group) for origin in answer.origins] == [("cheney", 1), ("tubes-officials", 1)]
    assert (answer.status, count(answer)) == (Status.SINGLE_ORIGIN, (1, 1))


def test_to_attribute_the_story_to_the_times_is_no_confirmation() -> None:
    assert gaps(traced("iraq-tubes"), GapKind.NO_CONFIRMATION) == {
        "bush-administration": "Bush administration: neither confirmed nor denied (2002-09-08)",
        "energy-department": "US Energy Department: no answer on record",
    }


def test_the_dissent_came_out_two_years_later() -> None:
    assert stances(traced("iraq-tubes", "2002-09-08")) == {"supports": 2}
    assert stances(traced("iraq-tubes")) == {"supports": 2, "comments": 1}
    assert ("energy-experts", "denies", "iraq-tubes", True) in answers(traced("iraq-tubes"))
