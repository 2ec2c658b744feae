"""The open work of a workspace."""

from provenance.dates import parse_date
from provenance.trace.answer import GapKind
from provenance.trace.desk import Task, open_tasks
from tests.texts import tracer_of

DESK = """
    parties: {town: {name: Town}}
    claims:
      c: {text: C, could_confirm: town}
      d: {text: D, could_confirm: town}
      e: {text: E, could_confirm: town}
    reports:
      first: {outlet: A, url: "https://a.example/1", says: [{claim: c, basis: unattributed}, {claim: d, cites: town}]}
      second: {outlet: B, published: 2020-01-05, archived: "https://x.example/", says: c, cites: first}
    responses:
      - {by: town, claim: e, stance: declines, date: 2020-01-02}
"""


def kinds(tasks: tuple[Task, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.gap.kind, task.gap.subject, task.claims) for task in tasks]


def test_the_same_gap_of_several_claims_is_one_task_worst_first() -> None:
    assert kinds(open_tasks(tracer_of(DESK), ["d", "c", "e", "c"])) == [
        ("no-confirmation", "town", ("c", "d")),
        ("no-confirmation", "town", ("e",)),
        ("single-origin", "c", ("c",)),
        ("single-origin", "d", ("d",)),
        ("unattributed-origin", "first", ("c",)),
        ("undated", "first", ("c", "d")),
        ("unarchived", "first", ("c", "d")),
    ]


def test_a_task_links_to_the_report_it_is_about() -> None:
    links = {(task.gap.kind, task.gap.subject): task.link for task in open_tasks(tracer_of(DESK), ["c"])}
    assert links[GapKind.UNARCHIVED, "first"] == "https://a.example/1"
    assert links[GapKind.NO_CONFIRMATION, "town"] is None


def test_no_claims_no_tasks() -> None:
    assert open_tasks(tracer_of(DESK), []) == ()


def stale_claims(today: str, days: int) -> list[str]:
    tasks = open_tasks(tracer_of(DESK), ["c", "d", "e"], today=parse_date(today), stale_days=days)
    return [task.gap.subject for task in tasks if task.gap.kind is GapKind.STALE]


def test_claims_whose_newest_dated_report_is_old_are_stale() -> None:
    assert stale_claims("2020-01-15", 10) == []
    assert stale_claims("2020-01-16", 10) == ["c"]


def test_nothing_is_stale_where_no_day_is_given() -> None:
    assert GapKind.STALE not in {task.gap.kind for task in open_tasks(tracer_of(DESK), ["c", "d", "e"])}


def test_as_of_an_earlier_day_there_is_less_work() -> None:
    tasks = open_tasks(tracer_of(DESK), ["e"], parse_date("2020-01-01"))
    assert [task.gap.detail for task in tasks] == ["Town: no answer on record"]
