"""A name is one however it is written, wherever it is asked for."""

import unicodedata

import pytest

from provenance.spelling import folded
from provenance.trace.find import find_claim
from tests.texts import workspace_of

COMPOSED, TAKEN_APART = "Çağlayan", unicodedata.normalize("NFD", "Çağlayan")


@pytest.mark.parametrize("written", ["ÇAĞLAYAN", " çağlayan ", TAKEN_APART, f"{TAKEN_APART}\u00a0"])
def test_what_does_not_tell_names_apart(written: str) -> None:
    assert folded(written) == folded(COMPOSED)


def test_an_accent_does() -> None:
    assert folded("Çağlayan") != folded("Caglayan")


def test_a_claim_is_found_by_words_however_they_are_composed() -> None:
    workspace = workspace_of(
        f"""
        claims: {{open: The bridge of {COMPOSED} is open., other: The tunnel is open.}}
        reports: {{a: {{outlet: A, says: open}}, b: {{outlet: B, says: other}}}}
        """
    )
    assert find_claim(workspace, TAKEN_APART).claim == "open"
