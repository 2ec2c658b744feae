"""Which outlets have one owner, and so count as one origin."""

import unicodedata

import pytest

from provenance.families import outlet_families
from provenance.trace import Tracer
from tests.texts import workspace_of

TWO = """
    outlets:
      morning: {{name: Morning, owner: Médias Réunis}}
      evening: {{name: Evening, owner: "{owner}"}}
      reunis: {{name: Gazette}}
    claims: {{closed: The bridge is closed.}}
    reports:
      a: {{outlet: morning, says: [{{claim: closed, basis: own_reporting}}]}}
      b: {{outlet: evening, says: [{{claim: closed, basis: own_reporting}}]}}
"""


@pytest.mark.parametrize(
    "owner", ["Médias Réunis", "médias réunis", "Médias  Réunis ", unicodedata.normalize("NFD", "Médias Réunis")]
)
def test_an_owner_is_one_however_it_is_written(owner: str) -> None:
    workspace = workspace_of(TWO.format(owner=owner))
    families = outlet_families(workspace)
    assert families["morning"] == families["evening"]
    count = Tracer(workspace).trace("closed").origin_count
    assert (count.min, count.max) == (1, 1)


def test_other_owners_are_apart() -> None:
    families = outlet_families(workspace_of(TWO.format(owner="Medias Reunis")))
    assert families["morning"] != families["evening"]
