"""Who stands for whom."""

import pytest

from tests.texts import tracer_of

SOURCES = """
    parties: {town: {name: Town}, state: {name: State}}
    claims: {c: C}
    sources:
      alone: {kind: anonymous}
      spokesman: {kind: named, name: S, party: town}
      same-as-spokesman: {kind: anonymous, same_as: spokesman}
      next: {kind: anonymous, same_as: same-as-spokesman}
      maybe: {kind: anonymous, same_as: {source: spokesman, how: possible}}
      x2: {kind: anonymous}
      x1: {kind: anonymous, same_as: x2}
      two: {kind: named, name: T, party: state, same_as: spokesman}
"""


@pytest.mark.parametrize(
    ("id_", "agent"),
    [
        ("town", "town"),
        ("alone", "alone"),
        ("spokesman", "town"),
        ("maybe", "maybe"),
        ("x1", "x1"),
        ("x2", "x1"),
        ("two", "state"),
        ("same-as-spokesman", "state"),
        ("next", "state"),
    ],
)
def test_whom_a_party_or_source_stands_for(id_: str, agent: str) -> None:
    assert tracer_of(SOURCES).graph.agents.of(id_) == agent
