"""The searches behind a count end where their steps do."""

from collections.abc import Callable

import pytest

from provenance.trace.doubts import reduce_doubts
from provenance.trace.search import Budget, TooManyStepsError, fewest_groups, most_groups
from tests.texts import tracer_of

RECORDS = "claims: {c: C}\nsources: {s: {kind: named}, t: {kind: named}}\nreports:\n" + "".join(
    f"  r{n}: {{outlet: O{n}, says: c, cites: [{{source: s, attribution: unclear}}, {{source: t, attribution: unclear}}]}}\n"
    for n in range(8)
)


@pytest.mark.parametrize(("search", "found"), [(fewest_groups, 1), (most_groups, 9)])
def test_a_search_takes_no_more_steps_than_it_may(search: Callable[..., int], found: int) -> None:
    doubts = reduce_doubts(tracer_of(RECORDS).support("c"))
    assert search(doubts, lambda node: node, Budget()) == found
    with pytest.raises(TooManyStepsError):
        search(doubts, lambda node: node, Budget(1))


def test_what_may_hold_besides_further_on_is_counted_in_what_can_still_be_reached() -> None:
    """The most come where a rests on nothing, and b on q with all that q may rest on."""
    tracer = tracer_of("""
        claims: {weaker: W, c: {text: C, stronger_than: weaker}}
        sources: {t: {kind: named}, x: {kind: named}, y: {kind: named}}
        reports:
          a: {outlet: A, says: c, cites: {source: t, attribution: unclear}}
          b: {outlet: B, says: c, cites: {report: q, attribution: unclear}}
          q:
            outlet: Q
            says:
              - claim: weaker
                cites: [t, {source: x, attribution: unclear}, {source: y, attribution: unclear}]
    """)
    count = tracer.trace("c").origin_count
    assert (count.min, count.max) == (1, 4)


@pytest.mark.parametrize(
    ("same_as", "least", "decided_by"),
    [
        ({"s": "t", "t": "b", "a": "b"}, 1, ("r3", "s")),
        ({"s": "a", "a": "b", "b": "s"}, 2, ("r3",)),
    ],
)
def test_where_it_is_not_searched_what_decides_the_count_ties_that_hang_loose_are_not_named(
    same_as: dict[str, str], least: int, decided_by: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a nor b is an origin: what may be the same as they are joins nothing."""
    ties = {id_: f", same_as: {{source: {other}, how: possible}}" for id_, other in same_as.items()}
    sources = "".join(f"  {id_}: {{kind: named{ties.get(id_, '')}}}\n" for id_ in "stabx")
    tracer = tracer_of(f"""\
claims: {{c: C}}
reports:
  r1: {{outlet: A, says: c, cites: s}}
  r2: {{outlet: B, says: c, cites: t}}
  r3: {{outlet: D, says: c, cites: {{unclear: [s, x]}}}}
sources:
{sources}""")
    whole = tracer.trace("c").origin_count
    monkeypatch.setattr("provenance.trace.count.Budget", lambda: Budget(2))  # enough for the count and no more
    count = tracer.trace("c").origin_count
    assert (count.min, count.max, count.bounded, count.decided_by) == (least, 3, False, decided_by)
    assert whole == count
