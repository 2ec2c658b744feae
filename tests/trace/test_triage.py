"""A triage row is the row of the whole answer."""

from pathlib import Path

import pytest

from provenance.dates import parse_date
from provenance.model import Workspace
from provenance.read import load, read_texts
from provenance.trace import Tracer
from provenance.trace.triage import triage, triage_of
from tests.records import workspace, written
from tests.texts import tracer_of

ROOT = Path(__file__).parents[2]
REDTEAM = sorted(path for path in (ROOT / "tests" / "redteam").glob("*.yaml") if "expected" not in path.name)


def same_rows(records: Workspace) -> None:
    for claim in records.claims:
        for as_of in (None, parse_date("2025-09-03")):
            tracer = Tracer(records)
            assert triage(tracer, claim, as_of) == triage_of(tracer, tracer.trace(claim, as_of)), claim


@pytest.mark.no_cover  # it covers what others do, many times over
def test_of_random_workspaces() -> None:
    for seed in range(120):
        same_rows(read_texts(written(workspace(seed))).workspace)


def test_of_the_example_workspace() -> None:
    same_rows(load(str(ROOT / "data")).workspace)


@pytest.mark.parametrize("path", REDTEAM, ids=lambda path: path.stem)
def test_of_what_is_hard_to_trace(path: Path) -> None:
    loaded = read_texts({path.name: path.read_text(encoding="utf-8")})
    if loaded.usable:
        same_rows(loaded.workspace)


def test_what_a_row_says() -> None:
    tracer = tracer_of("""
        claims: {asked: {text: It asked., could_confirm: [ankara, kyiv]}}
        parties: {ankara: {name: Ankara}, kyiv: {name: Kyiv}}
        sources: {aide: {kind: anonymous}}
        reports:
          first: {outlet: Nefes, published: 2025-09-03, says: [{claim: asked, cites: aide}]}
          later: {outlet: Tele1, published: 2025-09-05?, says: asked, cites: first}
          third: {outlet: Star, says: asked, cites: first}
          never: {outlet: Halk, published: 2025-09-04, says: [{claim: asked, stance: denies}]}
          gone: {outlet: Sabah, published: 2025-09, status: {retracted: 2025-10}, says: asked, cites: first}
          still: {outlet: Cnn, published: 2025-09-04, says: asked, cites: gone}
        responses: [{by: ankara, claim: asked, stance: denies}]
    """)
    row = triage(tracer, "asked")
    assert (row.status, row.origins_min, row.origins_max, row.bounded) == ("single-origin", 1, 1, False)
    assert row.independence is None
    assert (row.reports, row.supporting, row.denying, row.retracted) == (6, 4, 1, 1)
    assert (row.circular, row.retracted_support, row.anonymous_only) == (False, True, True)
    assert (row.common_link, row.common_link_reports, row.unconfirmed) == ("aide", 3, 1)
    assert (row.oldest, row.newest, row.text) == ("2025-09", "2025-09", "It asked.")


@pytest.mark.parametrize(
    ("dates", "oldest", "newest"),
    [
        (["2020-06", "2020"], "2020", "2020"),
        (["2020-01-01T00:00Z", "2020-01-01T01:00+05:00"], "2020-01-01T01:00+05:00", "2020-01-01T00:00Z"),
        (["2019", "../2020"], "../2020", "../2020"),
        (["2021", "2020/..", "2019/.."], "2019/..", "2020/.."),
        (["../2021", "../2020"], "../2020", "../2021"),
        (["1969", "1970"], "1969", "1970"),
    ],
)
def test_the_oldest_begins_first_and_the_newest_ends_last(dates: list[str], oldest: str, newest: str) -> None:
    reports = "".join(f"\n  r{n}: {{outlet: A, says: c, published: '{date}'}}" for n, date in enumerate(dates))
    row = triage(tracer_of(f"claims: {{c: C}}\nreports:{reports}"), "c")
    assert (row.oldest, row.newest) == (oldest, newest)


def test_origins_that_were_retracted_do_not_count_and_none_is_not_anonymous_only() -> None:
    tracer = tracer_of("""
        claims: {c: C, gone: G, nobody: N}
        sources: {aide: {kind: anonymous}}
        reports:
          a: {outlet: A, says: c, cites: [aide, b]}
          b: {outlet: B, says: [{claim: c, cites: d}], status: {retracted: 2020}}
          d: {outlet: D, says: [{claim: c, stance: denies}, {claim: gone, basis: own_reporting}], status: {retracted: 2020}}
    """)
    rows = {claim: triage(tracer, claim) for claim in tracer.workspace.claims}
    assert {claim: row.anonymous_only for claim, row in rows.items()} == {"c": True, "gone": False, "nobody": False}
    assert {claim: (row.common_link, row.common_link_reports) for claim, row in rows.items()} == dict.fromkeys(
        rows, (None, 0)
    )


@pytest.mark.parametrize("reports", ["[a, b]", "[a, b, d]"])
def test_reports_of_one_outlet_make_a_loop_too(reports: str) -> None:
    """Those behind them do not: an outlet that rests on itself is none."""
    ids = reports.strip("[]").split(", ")
    rows = "\n".join(
        f"          {one}: {{outlet: Nefes, says: asked, cites: {other}}}"
        for one, other in zip(ids, [*ids[1:], ids[0]], strict=True)
    )
    tracer = tracer_of(f"\n        claims: {{asked: It asked.}}\n        reports:\n{rows}\n")
    assert triage(tracer, "asked").circular
    alone = tracer_of("claims: {asked: It asked.}\nreports: {a: {outlet: Nefes, says: asked, cites: a}}")
    assert triage(alone, "asked").circular


TWO = """
    claims: {c: C}
    sources: {s: {kind: anonymous}, d: {kind: document}}
    reports:
      a: {outlet: A, published: 2020-01-02, says: c, cites: s}
      b: {outlet: B, published: ../2020-01-05, says: c, cites: d}
      e: {outlet: E, published: 2020-01-03/.., says: c, cites: d}
      f: {outlet: F, published: 2020-01-01, says: c, cites: d}
"""


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("", "not established"),
        ("dependences: [{between: [s, d], kind: declared_independent}]", "declared"),
        ("dependences: [{between: [s, d], kind: declared_independent, basis: An affidavit}]", "declared: An affidavit"),
    ],
)
def test_what_is_known_of_independence_and_dates_without_an_end(declared: str, said: str) -> None:
    row = triage(tracer_of(f"{TWO}    {declared}\n"), "c")
    assert (row.status, row.independence, row.anonymous_only) == ("multiple-origins", said, False)
    assert (row.oldest, row.newest) == ("../2020-01-05", "2020-01-03/..")
    dated = triage(tracer_of(TWO.replace("../2020-01-05", "2020-01-02").replace("/..", "")), "c")
    assert (dated.oldest, dated.newest) == ("2020-01-01", "2020-01-03")
