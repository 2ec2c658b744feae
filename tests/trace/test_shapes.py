"""Small workspaces, each named after its shape, with answers worked out by hand from docs/explanation/model.md.

A test's docstring is its input; it traces the claim `c`. Every answer is asked of the program and of the oracle.
"""

from collections.abc import Callable
from inspect import cleandoc
from typing import Any

import pytest
import yaml

from provenance.dates import parse_date
from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.audit.seen import members
from tests.oracle import View, World, expect, seen
from tests.texts import resting_perhaps_on_s, tracer_of

Ask = Callable[..., View]

LOOP_OF_AGENTS = "no loop is ever found in the agent projection, where the reports themselves are acyclic"

OPEN_GAPS = ("undated", "unarchived")
"""Gaps that every report of these workspaces has."""


@pytest.fixture(params=["provenance", "oracle"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Give a function that answers for a claim (`c`) at a date (none)."""
    text = cleandoc(request.function.__doc__ or "")

    def answer(claim: str = "c", as_of: str | None = None) -> View:
        date = parse_date(as_of) if as_of else None
        if request.param == "oracle":
            return expect(World(as_drawn(yaml.load(text, yaml.BaseLoader))), claim, date)
        loaded = read_texts({"a.yaml": text})
        assert not loaded.problems, loaded.problems
        return seen(Tracer(loaded.workspace).trace(claim, date))

    return answer


def as_drawn(value: Any) -> Any:
    """Give true and false as such, in what a YAML loader leaves as text."""
    if isinstance(value, dict):
        return {key: as_drawn(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_drawn(one) for one in value]
    return {"true": True, "false": False}.get(value, value)


def origins(view: View) -> list[str]:
    """Give each origin as `ID KIND`, with its doubt behind it."""
    return [" ".join(filter(None, (id_, kind, doubt))) for id_, kind, _, _, doubt, _ in view["origins"]]


def gaps(view: View) -> set[str]:
    return {f"{kind} {subject}" for kind, subject in view["gaps"] if kind not in OPEN_GAPS}


def groups(view: View) -> int:
    return len(view["groups"])


def test_single_report_of_its_own(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("single-origin", (1, 1, False))
    assert view["origins"] == [("r1", "own-reporting", "c", "A", None, [])]
    assert gaps(view) == {"single-origin c"}


def test_diamond(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: B, says: c, cites: r1}
      r3: {outlet: D, says: c, cites: r1}
      r4: {outlet: E, says: c, cites: [r2, r3]}
    """
    view = ask()
    assert (view["status"], view["count"], view["reports"]) == ("single-origin", (1, 1, False), 4)
    assert view["origins"] == [("r1", "own-reporting", "c", "A", None, ["r2", "r3", "r4"])]
    assert view["common_links"] == [("r1", 3)]
    assert view["circular"] == []


def test_syndication_fan_out(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {agency: {kind: agency}}
    reports:
      wire: {outlet: agency, says: c, cites: s}
      r1: {outlet: A, says: c, cites: {report: wire, mode: syndicates}}
      r2: {outlet: B, says: c, cites: {report: wire, mode: syndicates}}
      r3: {outlet: D, says: c, cites: {report: wire, mode: syndicates}}
    sources: {s: {kind: anonymous}}
    """
    view = ask()
    assert (view["status"], view["count"], view["supporting"]) == ("single-origin", (1, 1, False), 4)
    assert origins(view) == ["s anonymous"]
    assert view["common_links"] == [("s", 4), ("wire", 3)]
    assert gaps(view) == {"single-origin c", "anonymous-only c"}


def test_loop(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c, cites: r3}
      r2: {outlet: B, says: c, cites: r1}
      r3: {outlet: D, says: c, cites: r2}
    """
    view = ask()
    assert (view["status"], view["count"], view["origins"]) == ("circular", (0, 0, False), [])
    assert view["circular"] == [["r1", "r2", "r3"]]
    assert gaps(view) == {"no-origin c"}


def test_loop_with_a_way_out(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: r2}
      r2: {outlet: B, says: c, cites: [r1, s]}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("single-origin", (1, 1, False))
    assert view["circular"] == [["r1", "r2"]]
    assert view["common_links"] == [("s", 2)]


def test_self_citation(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c, cites: r1}
    """
    view = ask()
    assert (view["status"], view["count"], view["origins"]) == ("circular", (0, 0, False), [])
    assert view["circular"] == [["r1"]]


def test_leaker_who_cites_the_leak(ask: Ask) -> None:
    """
    claims: {c: C}
    parties: {p: {name: P}}
    sources: {s: {kind: anonymous, party: p}}
    reports:
      r1: {outlet: a, says: c, cites: s}
    outlets: {a: {name: A}}
    responses:
      - {by: p, claim: c, stance: confirms, cites: r1}
    """
    assert ask()["circular"] == [["a", "p"]]


def test_outlets_that_cite_each_other_through_reports_that_do_not(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {name: A}, b: {name: B}}
    reports:
      r1: {outlet: a, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: b, says: c, cites: r1}
      r3: {outlet: a, says: c, cites: r2}
    """
    view = ask()
    assert view["circular"] == [["a", "b"]]
    assert (view["status"], view["count"]) == ("single-origin", (1, 1, False))


def test_loop_of_outlets_that_only_mirrors_one_of_reports(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {name: A}, b: {name: B}}
    reports:
      r1: {outlet: a, says: c, cites: r2}
      r2: {outlet: b, says: c, cites: r1}
      r3: {outlet: a, says: c, cites: r1}
    """
    assert ask()["circular"] == [["r1", "r2"]]


def test_one_source_under_two_names(ask: Ask) -> None:
    """
    claims: {c: C}
    sources:
      s1: {kind: anonymous}
      s2: {kind: anonymous, same_as: s1}
    reports:
      r1: {outlet: A, says: c, cites: s1}
      r2: {outlet: B, says: c, cites: s2}
    """
    view = ask()
    assert (view["status"], view["count"], groups(view)) == ("single-origin", (1, 1, False), 1)
    assert gaps(view) == {"single-origin c", "anonymous-only c"}


def test_possible_same_source(ask: Ask) -> None:
    """
    claims: {c: C}
    sources:
      s1: {kind: anonymous}
      s2: {kind: anonymous, same_as: {source: s1, how: possible}}
    reports:
      r1: {outlet: A, says: c, cites: s1}
      r2: {outlet: B, says: c, cites: s2}
    """
    view = ask()
    assert (view["status"], view["count"], groups(view)) == ("origin-in-doubt", (1, 2, False), 2)
    assert origins(view) == ["s1 anonymous", "s2 anonymous"]
    assert view["decided"]


def test_source_and_the_party_it_speaks_for(ask: Ask) -> None:
    """
    claims: {c: C}
    parties: {p: {name: P}}
    sources: {s: {kind: named, party: p}}
    reports:
      r1: {outlet: A, says: c, cites: s}
      r2: {outlet: B, says: c, cites: p}
    """
    view = ask()
    assert (view["status"], view["count"], groups(view)) == ("single-origin", (1, 1, False), 1)
    assert origins(view) == ["p party", "s named"]


def test_unclear_citation(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s1: {kind: named}, s2: {kind: document}}
    reports:
      r1: {outlet: A, says: c, cites: {unclear: [s1, s2]}}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("origin-in-doubt", (1, 2, False))
    assert origins(view) == ["s1 named unclear", "s2 document unclear"]
    assert gaps(view) == {"unclear-attribution r1"}


def test_unclear_attribution_alone(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: anonymous}}
    reports:
      r1: {outlet: A, says: c, cites: {source: s, attribution: unclear}}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("single-origin", (1, 1, False))
    assert origins(view) == ["r1 unattributed unclear", "s anonymous unclear"]
    assert not view["decided"]
    assert gaps(view) == {"single-origin c", "unattributed-origin r1", "unclear-attribution r1"}


def test_unclear_attribution_beside_a_clear_one(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s1: {kind: named}, s2: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: [s1, {source: s2, attribution: unclear}]}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("origin-in-doubt", (1, 2, False))
    assert origins(view) == ["s1 named", "s2 named unclear"]


def test_aggregator_chain(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {feed: {kind: aggregator}, wall: {kind: platform}}
    reports:
      r1: {outlet: wall, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: feed, says: c, cites: r1}
      r3: {outlet: B, says: c, cites: r2}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("unattributed", (0, 1, False))
    assert view["origins"] == [("r1", "unlocated", "c", "wall", None, ["r2", "r3"])]
    assert gaps(view) == {"single-origin c", "unlocated-report r1"}


def test_unlocated_outlet_named_twice_is_one_and_unnamed_ones_are_two(ask: Ask) -> None:
    """
    claims: {c: C, d: D}
    reports:
      r1: {outlet: A, says: [{claim: c, cites: {outlet: X}}, {claim: d, cites: {outlet: unnamed}}]}
      r2: {outlet: B, says: [{claim: c, cites: {outlet: x}}, {claim: d, cites: {outlet: unnamed}}]}
    """
    assert ask("c")["count"] == (0, 1, False)
    assert ask("d")["count"] == (0, 2, False)
    assert origins(ask("c")) == ["X unlocated"]
    assert origins(ask("d")) == ["unnamed:r1 unlocated", "unnamed:r2 unlocated"]
    assert (ask("c")["status"], ask("d")["status"]) == ("unattributed", "unattributed")


def test_retracted_intermediary(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, status: {retracted: 2025-09-05}, published: 2025-09-01, says: c, cites: s}
      r2: {outlet: B, published: 2025-09-02, says: c, cites: r1}
    """
    view = ask()
    assert (view["status"], view["count"], view["supporting"]) == ("retracted", (0, 0, False), 1)
    assert view["origins"] == [("s", "named", None, None, "retracted", [])]
    assert view["retracted-support"] == [("r2", "r1")]
    assert gaps(view) == {"no-origin c"}
    before = ask(as_of="2025-09-04")
    assert (before["status"], before["count"], before["supporting"]) == ("single-origin", (1, 1, False), 2)
    assert ask(as_of="2025-08")["status"] == "no-reports"


def test_retracted_intermediary_with_another_way(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, status: {withdrawn: 2025}, says: c, cites: s}
      r2: {outlet: B, says: [{claim: c, basis: own_reporting}]}
      r3: {outlet: D, says: c, cites: [r1, r2]}
    """
    view = ask()
    assert (view["status"], view["count"], view["supporting"]) == ("single-origin", (1, 1, False), 2)
    assert origins(view) == ["r2 own-reporting", "s named retracted"]


def test_all_retracted(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, status: {retracted: 2025}, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: B, status: {retracted: 2025}, says: c, cites: r1}
    """
    view = ask()
    assert (view["status"], view["count"], view["supporting"], view["reports"]) == ("retracted", (0, 0, False), 0, 2)
    assert origins(view) == ["r1 own-reporting retracted"]


def test_retracted_with_unclear_attribution_alone(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, status: {retracted: 2025}, says: c, cites: {source: s, attribution: unclear}}
    """
    view = ask()
    assert view["status"] == "retracted"
    assert origins(view) == ["r1 unattributed retracted", "s named retracted"]


def test_owner_family(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {owner: House}, b: {owner: House}, d: {owner: House}}
    reports:
      r1: {outlet: a, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: b, says: [{claim: c, basis: unattributed}]}
      r3: {outlet: d, says: c}
    """
    view = ask()
    assert (view["status"], view["count"], groups(view)) == ("origin-in-doubt", (1, 2, False), 2)
    assert origins(view) == ["r1 own-reporting", "r2 unattributed", "r3 unrecorded"]
    assert view["shared-owner"] == [["r1", "r2"]]


def test_owner_family_in_doubt(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {owner: House}, b: {owner: House}}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: a, says: c, cites: {source: s, attribution: unclear}}
      r2: {outlet: b, says: c, cites: {source: s, attribution: unclear}}
    """
    # Both hold: s. Neither: r1 and r2, of one owner. One of them: s and the other report.
    assert ask()["count"] == (1, 2, False)


def test_owner_family_in_doubt_is_decided_by_its_doubts(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {owner: House}, b: {owner: House}}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: a, says: c, cites: {source: s, attribution: unclear}}
      r2: {outlet: b, says: c, cites: {source: s, attribution: unclear}}
    """
    assert ask()["decided"]


def test_owner_family_in_doubt_with_a_further_tie(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {owner: House}, b: {owner: House}}
    sources: {s: {kind: named}, other: {kind: named}}
    reports:
      r1: {outlet: a, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: b, says: c, cites: {source: s, attribution: unclear}}
    dependences:
      - {between: [r2, other], kind: same_wording}
    """
    # r2 rests on s: r1 and s. It does not: r1 and r2 are of one owner.
    assert ask()["count"] == (1, 2, False)


def test_a_report_that_rests_on_its_owners_other_or_on_nothing_is_one_with_it_either_way(ask: Ask) -> None:
    """
    claims: {c: C}
    outlets: {a: {owner: House}, b: {owner: House}}
    sources: {other: {kind: named}}
    reports:
      r1: {outlet: a, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: b, says: c, cites: {report: r1, attribution: unclear}}
    dependences:
      - {between: [r2, other], kind: same_wording}
    """
    assert ask()["count"] == (1, 1, False)


def test_a_tie_in_doubt_that_changes_nothing_decides_nothing() -> None:
    """The most come where all three stand alone, without s; the fewest where s is t, if only by way of u."""
    count = (
        tracer_of("""
        claims: {c: C}
        sources:
          s: {kind: named, same_as: [{source: t, how: possible}, {source: u, how: possible}]}
          t: {kind: named, same_as: [{source: u, how: possible}]}
          u: {kind: named}
        reports:
          r1: {outlet: A, says: c, cites: {source: s, attribution: unclear}}
          r2: {outlet: B, says: c, cites: {source: s, attribution: unclear}}
          r3: {outlet: D, says: c, cites: {source: s, attribution: unclear}}
          q: {outlet: Q, says: c, cites: [t, u]}
    """)
        .trace("c")
        .origin_count
    )
    assert (count.min, count.max) == (1, 5)
    assert count.decided_by == ("r1", "r2", "r3", "t")


def test_sources_that_are_surely_one_are_no_doubt() -> None:
    """Seventeen ties may hold, which is one too many, but t0 and t1 surely are one."""
    ties = "".join(f"  t{n}: {{kind: named, same_as: [{{source: t{n + 1}, how: possible}}]}}\n" for n in range(2, 17))
    text = f"""
claims: {{c: C}}
parties: {{p: {{name: P}}}}
sources:
  t0: {{kind: named, party: p, same_as: [{{source: t1, how: possible}}]}}
  t1: {{kind: named, party: p, same_as: [{{source: t2, how: possible}}]}}
{ties}  t17: {{kind: named}}
reports: {{r: {{outlet: R, says: c, cites: [{", ".join(f"t{n}" for n in range(18))}]}}}}
"""
    count = tracer_of(text).trace("c").origin_count
    assert (count.min, count.max, count.bounded) == (1, 17, False)


def perhaps_same(*pairs: str) -> str:
    """Give sources as YAML, named by letters and numbers; of each pair `a b` the first may be the same as the second."""
    ties: dict[str, list[str]] = {}
    for pair in pairs:
        one, other = pair.split()
        ties.setdefault(one, []).append(other)
        ties.setdefault(other, [])
    rows = []
    for id_, others in ties.items():
        same = ", ".join(f"{{source: {other}, how: possible}}" for other in others)
        rows.append(f"  {id_}: {{kind: named{f', same_as: [{same}]' if same else ''}}}\n")
    return "".join(rows)


CHAIN = [f"u{n} u{n + 1}" for n in range(20)]


@pytest.mark.parametrize(
    ("ties", "cited", "count"),
    [
        (["x u0", *CHAIN], "x", (1, 1, False)),
        (["x y", "y u0", *CHAIN], "x, y", (1, 2, False)),
        (["x u0", *CHAIN, "u20 x"], "x", (1, 1, False)),
        (["x y", *(f"y v{n}" for n in range(20))], "x, y", (1, 2, False)),
        (["x u0", *CHAIN, "u20 y"], "x, y", (1, 2, True)),
        (["x y", "u0 u1", *(f"u1 {n}" for n in ["u2", "u3"]), *CHAIN[4:], "u20 u4"], "x, y", (1, 2, False)),
    ],
    ids=["a chain", "a chain on a tie", "a ring with one origin", "many on a tie", "a chain between", "apart"],
)
def test_ties_that_join_no_origins_are_no_doubts(ties: list[str], cited: str, count: tuple[int, int, bool]) -> None:
    text = (
        f"claims: {{c: C}}\nsources:\n{perhaps_same(*ties)}reports: {{r: {{outlet: R, says: c, cites: [{cited}]}}}}\n"
    )
    found = tracer_of(text).trace("c").origin_count
    assert (found.min, found.max, found.bounded) == count


@pytest.mark.parametrize(
    ("cites", "count", "decided_by"),
    [
        ("[{unclear: [s, t]}, {unclear: [t, u]}]", (1, 3), ("r",)),
        ("[{unclear: [s, t]}, {unclear: [u, v]}]", (2, 4), ("r",)),
        ("[{source: s, attribution: unclear}, {source: t, attribution: unclear}]", (1, 2), ("r",)),
        ("[s, {source: t, attribution: unclear}]", (1, 2), ("r",)),
        ("[s, {source: t, attribution: unclear}, {source: u, attribution: unclear}]", (1, 3), ("r",)),
        ("[s, {source: s, attribution: unclear}]", (1, 1), ()),
    ],
)
def test_one_report_with_several_doubts(cites: str, count: tuple[int, int], decided_by: tuple[str, ...]) -> None:
    sources = ", ".join(f"{id_}: {{kind: named}}" for id_ in "stuv")
    text = f"claims: {{c: C}}\nsources: {{{sources}}}\nreports: {{r: {{outlet: R, says: c, cites: {cites}}}}}\n"
    found = tracer_of(text).trace("c").origin_count
    assert ((found.min, found.max), found.bounded, found.decided_by) == (count, False, decided_by)


def test_a_report_that_surely_lost_its_source_is_of_its_owners_family() -> None:
    """Where r2 rests on s, q and s may be two; where it does not, it is one with r1."""
    count = (
        tracer_of("""
        claims: {c: C}
        outlets: {a: {owner: House}, b: {owner: House}}
        sources: {s: {kind: named}, other: {kind: named}}
        reports:
          q: {outlet: Q, says: c, cites: {source: s, attribution: unclear}}
          r1: {outlet: a, says: [{claim: c, basis: own_reporting}]}
          r2: {outlet: b, says: c, cites: {source: s, attribution: unclear}}
        dependences:
          - {between: [r2, other], kind: same_wording}
    """)
        .trace("c")
        .origin_count
    )
    assert (count.min, count.max) == (2, 3)
    assert count.decided_by == ("q", "r2")


def test_tied_report_with_unclear_attribution_alone(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: {source: s, attribution: unclear}}
      r2: {outlet: B}
    dependences:
      - {between: [r1, r2], kind: same_wording}
    """
    assert ask()["count"] == (1, 1, False)


def test_three_reports_that_may_rest_on_one_source(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s: {kind: named}}
    reports:
      r01: {outlet: A01, says: c, cites: {source: s, attribution: unclear}}
      r02: {outlet: A02, says: c, cites: {source: s, attribution: unclear}}
      r03: {outlet: A03, says: c, cites: {source: s, attribution: unclear}}
    """
    # All rest on s: 1. One rests on s and two stand alone, or all three do: 3.
    assert ask()["count"] == (1, 3, False)


def test_a_bound_holds_the_exact_count() -> None:
    reports = {
        f"r{n}": {"outlet": f"A{n}", "says": "c", "cites": {"source": "s", "attribution": "unclear"}} for n in range(17)
    }
    text = yaml.safe_dump({"claims": {"c": "C"}, "sources": {"s": {"kind": "named"}}, "reports": reports})
    count = Tracer(read_texts({"a.yaml": text}).workspace).trace("c").origin_count
    assert count.bounded
    assert 0 <= count.min <= 1
    assert count.max >= 17
    assert count.decided_by


@pytest.mark.parametrize(
    ("unclear", "maybe_the_same", "count"),
    [
        (16, 0, (2, 17, False)),
        (15, 1, (2, 17, False)),
        (0, 16, (1, 17, False)),
        (17, 0, (1, 19, True)),
        (15, 2, (1, 19, True)),
        (0, 17, (1, 18, True)),
    ],
)
def test_sixteen_doubts_are_settled_and_no_more(
    unclear: int, maybe_the_same: int, count: tuple[int, int, bool]
) -> None:
    """Each of some reports may rest on one source; each of some other sources may be the same as the next."""
    same = "".join(
        f"  t{n}: {{kind: named, same_as: [{{source: t{n + 1}, how: possible}}]}}\n" for n in range(maybe_the_same)
    )
    reports = resting_perhaps_on_s(unclear)
    others = "".join(f"  q{n}: {{outlet: B{n}, says: c, cites: t{n}}}\n" for n in range(maybe_the_same + 1))
    sources = f"  s: {{kind: named}}\n{same}  t{maybe_the_same}: {{kind: named}}\n"
    found = tracer_of(f"claims: {{c: C}}\nsources:\n{sources}reports:\n{reports}{others}").trace("c").origin_count
    assert (found.min, found.max, found.bounded) == count


def test_where_the_count_is_bounded_every_record_in_doubt_decides_it() -> None:
    reports = resting_perhaps_on_s(17)
    text = f"claims: {{c: C}}\nsources: {{s: {{kind: named}}}}\nreports:\n{reports}  x: {{outlet: X, says: c}}\n"
    count = tracer_of(text).trace("c").origin_count
    assert count.bounded
    assert count.decided_by == tuple(sorted([*(f"r{n}" for n in range(17)), "x"]))


def test_declared_independent(ask: Ask) -> None:
    """
    claims: {c: C, d: D}
    sources: {s1: {kind: named}, s2: {kind: named}, s3: {kind: named}}
    reports:
      r1: {outlet: A, says: [{claim: c, cites: s1}, {claim: d, cites: s1}]}
      r2: {outlet: B, says: [{claim: c, cites: s2}, {claim: d, cites: [s2, s3]}]}
    dependences:
      - {between: [s1, s2], kind: declared_independent, basis: both names are known}
    """
    assert (ask()["status"], ask()["count"], gaps(ask())) == ("multiple-origins", (2, 2, False), set())
    assert gaps(ask("d")) == {"independence-not-established d"}


def test_declared_independent_by_another_member_of_the_group(ask: Ask) -> None:
    """
    claims: {c: C}
    parties: {p: {name: P}}
    sources: {s1: {kind: named, party: p}, s2: {kind: named}}
    reports:
      r1: {outlet: A, says: c, cites: p}
      r2: {outlet: B, says: c, cites: s2}
    dependences:
      - {between: [s1, s2], kind: declared_independent, basis: both names are known}
    """
    assert gaps(ask()) == set()


def test_declaration_undoes_no_tie(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s1: {kind: named}, s2: {kind: named, same_as: s1}}
    reports:
      r1: {outlet: A, says: c, cites: s1}
      r2: {outlet: B, says: c, cites: s2}
    dependences:
      - {between: [s1, s2], kind: declared_independent}
    """
    assert (ask()["status"], ask()["count"]) == ("single-origin", (1, 1, False))


def test_ties_through_a_record_that_is_not_reached(ask: Ask) -> None:
    """
    claims: {c: C}
    sources: {s1: {kind: named}, s2: {kind: named}, between: {kind: named, same_as: s1}}
    reports:
      r1: {outlet: A, says: c, cites: s1}
      r2: {outlet: B, says: c, cites: s2}
    dependences:
      - {between: [between, s2], kind: same_person}
    """
    assert (ask()["status"], ask()["count"], groups(ask())) == ("single-origin", (1, 1, False), 1)


def test_weaker_version_hardens(ask: Ask) -> None:
    """
    claims:
      c: {text: C, stronger_than: weak}
      weak: {text: W}
    reports:
      r1: {outlet: A, says: [{claim: weak, basis: unattributed, certainty: possible}]}
      r2: {outlet: B, says: [{claim: c, certainty: certain, cites: r1}]}
    """
    view = ask()
    assert view["drift"] == [("r2", "r1", "certainty", "possible", "certain"), ("r2", "r1", "claim", "weak", "c")]
    assert view["origins"] == [("r1", "unattributed", "weak", "A", None, ["r2"])]
    assert (view["reports"], view["supporting"], view["not-in-cited"]) == (2, 1, [])


def test_stronger_version_softened_is_no_drift(ask: Ask) -> None:
    """
    claims:
      c: {text: C}
      strong: {text: S, stronger_than: c}
    reports:
      r1: {outlet: A, says: [{claim: strong, basis: own_reporting, certainty: certain}]}
      r2: {outlet: B, says: [{claim: c, certainty: possible, cites: r1}]}
    """
    view = ask()
    assert (view["drift"], view["not-in-cited"]) == ([], [])
    assert view["origins"] == [("r1", "own-reporting", "strong", "A", None, ["r2"])]


def test_versions_before_parts(ask: Ask) -> None:
    """
    claims:
      c: {text: C, stronger_than: weak}
      weak: {text: W, stronger_than: weaker}
      weaker: {text: V}
      part: {text: P, part_of: c}
    reports:
      r1: {outlet: A, says: [{claim: part, basis: own_reporting}, {claim: weaker, basis: unattributed}]}
      r2: {outlet: B, says: c, cites: r1}
    """
    assert ask()["origins"] == [("r1", "unattributed", "weaker", "A", None, ["r2"])]


def test_sibling_claims_not_tied(ask: Ask) -> None:
    """
    claims:
      base: {text: B}
      c: {text: C, stronger_than: base}
      sibling: {text: S, stronger_than: base}
    reports:
      r1: {outlet: A, says: [{claim: sibling, basis: own_reporting}]}
      r2: {outlet: B, says: c, cites: r1}
    """
    view = ask()
    assert (view["status"], view["count"]) == ("unattributed", (0, 1, False))
    assert view["origins"] == [("r1", "unrecorded", None, "A", None, ["r2"])]
    assert (view["not-in-cited"], view["drift"]) == ([("r2", "r1")], [])


def test_cited_report_denies(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: [{claim: c, stance: denies, basis: own_reporting}]}
      r2: {outlet: B, says: c, cites: r1}
    """
    view = ask()
    assert (view["status"], view["count"], view["not-in-cited"]) == ("unattributed", (0, 1, False), [("r2", "r1")])
    assert view["origins"] == [("r1", "unrecorded", None, "A", None, ["r2"])]
    assert view["stances"] == {"supports": 1, "denies": 1, "questions": 0, "comments": 0}


def test_denial_of_a_neighbour(ask: Ask) -> None:
    """
    claims:
      base: {text: B}
      c: {text: C, stronger_than: base, could_confirm: p}
      sibling: {text: S, stronger_than: base}
    parties: {p: {name: P}}
    sources: {s: {kind: named, party: p}}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
    responses:
      - {by: s, claim: sibling, stance: denies, on_record: true}
    """
    view = ask()
    assert view["status"] == "single-origin"
    assert view["off-target-denial"] == [("s", "sibling")]
    assert gaps(view) == {"no-confirmation p", "single-origin c"}


def test_confirmed_then_surely_later_denied(ask: Ask) -> None:
    """
    claims: {c: {text: C, could_confirm: p}}
    parties: {p: {name: P}}
    sources: {s: {kind: named, party: p}}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
    responses:
      - {by: p, claim: c, stance: confirms, on_record: true, date: 2025-09-01}
      - {by: s, claim: c, stance: denies, on_record: true, date: 2025-09-02}
    """
    assert ask()["status"] == "denied"
    assert ask(as_of="2025-09-01")["status"] == "confirmed"
    assert ask(as_of="2025-08")["status"] == "single-origin"


def test_contested_by_two_agents(ask: Ask) -> None:
    """
    claims: {c: {text: C, could_confirm: p}}
    parties: {p: {name: P}, q: {name: Q}}
    reports:
      r1: {outlet: A, says: [{claim: c, basis: own_reporting}]}
    responses:
      - {by: p, claim: c, stance: denies, on_record: true}
      - {by: q, claim: c, stance: confirms}
    """
    assert (ask()["status"], gaps(ask())) == ("contested", {"single-origin c"})


def test_one_briefing_on_and_off_the_record(ask: Ask) -> None:
    """
    claims: {c: {text: C, could_confirm: p}}
    parties: {p: {name: P}}
    reports:
      r1: {outlet: A, says: [{claim: c, stance: comments}]}
    responses:
      - {by: p, claim: c, stance: neither, on_record: true, date: 2025-09-01}
      - {by: p, claim: c, stance: neither, on_record: false, date: 2025-09-01}
    """
    view = ask()
    assert (view["status"], view["attribution-conflict"]) == ("no-reports", [("p", "c")])


def test_older_than_what_it_cites(ask: Ask) -> None:
    """
    claims: {c: {text: C, credibility: 1}}
    reports:
      r1: {outlet: A, published: 2025-09-03, says: [{claim: c, basis: own_reporting}]}
      r2: {outlet: B, published: 2025-09-02, says: c, cites: r1}
      r3: {outlet: D, published: "2025-09-02?", says: c, cites: r1}
      r4: {outlet: E, published: 2025-09, says: c, cites: r1}
    """
    view = ask()
    assert view["chronology"] == [("r2", "r1")]
    assert view["rating-not-allowed"]
    early = ask(as_of="2025-09-01")
    assert (early["supporting"], early["reports"], early["status"]) == (1, 2, "single-origin")


def test_standing_loop_beside_a_retracted_report(ask: Ask) -> None:
    """
    claims: {c: C}
    reports:
      r1: {outlet: A, says: c, cites: r2}
      r2: {outlet: B, says: c, cites: r1}
      r3: {outlet: D, says: [{claim: c, basis: own_reporting}], status: {retracted: 2025-01-02}}
    """
    assert ask()["status"] == "circular"


def pairs_of_loops(*pairs: str) -> str:
    """Give records in which two outlets rest on each other by two reports of their own, for each pair `AB`."""
    rows = (
        f"  {one.lower()}-{number}: {{outlet: {one}, says: c, cites: {other.lower()}-{number}}}\n"
        for number, pair in enumerate(pairs)
        for one, other in (tuple(pair), tuple(pair[::-1]))
    )
    return f"claims: {{c: C}}\nreports:\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("pairs", "rings"),
    [
        (["AB", "BD"], []),
        (["AB", "BD", "DA"], [["A", "B", "D"]]),
        (["AB", "BD", "DE"], []),
        (["AB", "BD", "DE", "EA"], [["A", "B", "D", "E"]]),
    ],
)
def test_a_ring_of_agents_through_several_loops_of_reports_is_a_loop(pairs: list[str], rings: list[list[str]]) -> None:
    """A loop of agents that one loop of reports makes is not told twice; one that takes several is told."""
    found = tracer_of(pairs_of_loops(*pairs)).trace("c").findings
    assert [members(one) for one in found if one.fact("of") == "agents"] == rings


def test_an_arrow_out_of_a_loop_of_reports_is_none_of_its_own() -> None:
    """B rests on A in a1 and in a2; a2 stands in no loop of reports."""
    tracer = tracer_of("""
        claims: {c: C}
        reports:
          a1: {outlet: A, says: c, cites: b1}
          b1: {outlet: B, says: c, cites: [d1, a2]}
          d1: {outlet: D, says: c, cites: a1}
          a2: {outlet: A, says: c}
    """)
    loops = [members(one) for one in tracer.trace("c").findings if one.kind == "circular"]
    assert sorted(loops) == [["A", "B", "D"], ["a1", "b1", "d1"]]
