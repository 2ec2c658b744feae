"""`provenance drift`."""

import json
from pathlib import Path

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("width", [120, 60])
def test_the_flagship(provenance: Provenance, golden: Golden, width: int) -> None:
    ran = provenance("drift", "s400-asked", width=width)
    golden(f"cli/drift-s400-asked-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("flagship")
def test_json(provenance: Provenance, golden: Golden) -> None:
    ran = provenance("drift", "ankara-positive", "--json")
    golden("cli/drift-ankara-positive.json", ran.out)
    answer = json.loads(ran.out)
    assert (answer["schema"], answer["as_of"]) == ("provenance/drift/1", None)


def test_as_of_leaves_out_what_came_later(provenance: Provenance, records: Path) -> None:
    """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, published: 2020}
      b: {outlet: B, says: c, published: 2022, cites: a}
    """
    assert records.exists()
    assert json.loads(provenance("drift", "c", "--as-of", "2021", "--json").out)["as_of"] == "2021"
    assert "b 2022" in provenance("drift", "c").out
    assert "b 2022" not in provenance("drift", "c", "--as-of", "2021").out


def test_a_claim_nobody_reports(provenance: Provenance, records: Path) -> None:
    """
    claims: {c: Nobody says it}
    """
    assert records.exists()
    assert provenance("drift", "c").out == "Nobody says it\nc\n\nNothing to follow: no report on record says it.\n"


def test_every_shape_can_be_followed(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    for claim in ("loop", "retracted", "several", "declared", "denied", "silent"):
        ran = provenance("drift", claim, width=50)
        assert (ran.code, ran.err) == (0, "")
