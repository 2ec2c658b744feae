"""What each statement did with its claim."""

from provenance.trace import Tracer
from provenance.trace.conduct import Conduct, conduct
from tests.texts import tracer_of


def by_outlet(tracer: Tracer, claim: str) -> dict[str, Conduct]:
    found = list(conduct(tracer, claim))
    assert len({one.outlet for one in found}) == len(found)
    return {one.outlet: one for one in found}


def test_who_begins_relays_hardens_and_drops_the_source() -> None:
    found = by_outlet(
        tracer_of("""
            claims: {asked: It asked.}
            sources: {aide: {kind: anonymous, described_as: an aide}}
            reports:
              a: {outlet: Nefes, published: 2025-09-03T10:00, says: [{claim: asked, certainty: possible, basis: own_reporting}]}
              b: {outlet: Tele1, published: 2025-09-03T16:30, says: [{claim: asked, certainty: certain, cites: a}]}
              c: {outlet: Star, published: 2025-09-05, says: [{claim: asked, cites: [a, b, {outlet: CNN}, {outlet: unnamed}]}]}
              d: {outlet: Halk, says: [{claim: asked, stance: denies, cites: a}]}
              e: {outlet: Sabah, published: 2025-09-02, says: [{claim: asked, cites: a}]}
              f: {outlet: Cnn Türk, says: [{claim: asked, cites: aide}]}
        """),
        "asked",
    )
    assert [name for name, one in found.items() if one.origin] == ["Nefes"]
    assert [name for name, one in found.items() if one.relays] == ["Tele1", "Star", "Halk", "Sabah"]
    assert [name for name, one in found.items() if one.hardens] == ["Tele1"]
    assert [name for name, one in found.items() if not one.supports] == ["Halk"]
    assert found["Star"].feeds == ("CNN", "Nefes", "Tele1")
    assert {name: one.lag for name, one in found.items() if one.lag is not None} == {"Tele1": 6, "Star": 38}


def test_who_names_the_source_less_drops_the_attribution() -> None:
    found = by_outlet(
        tracer_of("""
            claims: {asked: It asked.}
            sources: {clerk: {kind: named, name: A. Clerk}, aide: {kind: anonymous, described_as: an aide}}
            reports:
              a: {outlet: Nefes, says: [{claim: asked, cites: aide}]}
              b: {outlet: Tele1, says: [{claim: asked, cites: [a, clerk]}]}
              c: {outlet: Star, says: [{claim: asked, cites: a}]}
        """),
        "asked",
    )
    assert [name for name, one in found.items() if one.drops_attribution] == ["Tele1"]


def test_loops_aggregators_and_what_fell() -> None:
    found = by_outlet(
        tracer_of("""
            claims: {asked: It asked.}
            outlets: {feed: {name: Feed, kind: aggregator}}
            reports:
              a: {outlet: Nefes, says: asked, cites: b}
              b: {outlet: Tele1, says: asked, cites: a}
              c: {outlet: Star, says: asked, cites: c}
              d: {outlet: feed, says: asked}
              e: {outlet: Sabah, says: asked, status: {retracted: 2025-09}}
              f: {outlet: Halk, says: asked, cites: e}
        """),
        "asked",
    )
    assert [name for name, one in found.items() if one.in_loop] == ["Nefes", "Tele1", "Star"]
    assert [name for name, one in found.items() if one.origin] == []
    assert [name for name, one in found.items() if one.supports] == ["Nefes", "Tele1", "Star", "feed", "Halk"]


def test_who_says_less_does_not_harden() -> None:
    found = by_outlet(
        tracer_of("""
            claims: {asked: It asked.}
            reports:
              a: {outlet: Nefes, says: [{claim: asked, certainty: certain, basis: own_reporting}]}
              b: {outlet: Tele1, says: [{claim: asked, certainty: possible, cites: a}]}
        """),
        "asked",
    )
    assert not found["Tele1"].hardens


def test_a_lag_takes_two_dates_with_a_beginning() -> None:
    found = by_outlet(
        tracer_of("""
            claims: {asked: It asked.}
            reports:
              a: {outlet: Nefes, published: 2025-09-03, says: [{claim: asked, basis: own_reporting}]}
              b: {outlet: Tele1, says: [{claim: asked, cites: a}]}
              c: {outlet: Star, published: ../2025-09-01, says: [{claim: asked, basis: own_reporting}]}
              d: {outlet: Halk, published: 2025-09-05, says: [{claim: asked, cites: c}]}
        """),
        "asked",
    )
    assert {one.lag for one in found.values()} == {None}
