"""`provenance words`."""

import pytest

from tests.cli.ran import Golden, Provenance


@pytest.mark.usefixtures("flagship")
def test_the_flagship_is_one_line_whatever_the_width(provenance: Provenance, golden: Golden) -> None:
    ran = provenance("words", "s400-asked", width=40)
    golden("cli/words-s400-asked.txt", ran.out)
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)


@pytest.mark.usefixtures("flagship")
def test_as_of(provenance: Provenance) -> None:
    assert provenance("words", "s400-asked", "--as-of", "2025-08").out.startswith("The National Interest, citing")
