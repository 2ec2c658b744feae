"""The ids of a text at a glance are those that a whole reading finds."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from provenance.read import ids, read_texts
from provenance.read.ids import Defined, defined_in
from tests.records import workspaces


def read_ids(text: str) -> set[str]:
    workspace = read_texts({"f.yaml": text}).workspace
    kinds = (workspace.claims, workspace.reports, workspace.sources, workspace.parties)
    recorded = {id_ for id_, outlet in workspace.outlets.items() if not outlet.implicit}
    return recorded.union(*kinds)


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("small", [0, ids.SMALL])
@given(drawn=workspaces())
def test_they_are_those_of_a_whole_reading(small: int, drawn: dict[str, Any]) -> None:
    text = yaml.safe_dump(drawn, allow_unicode=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "SMALL", small)
        assert {found.id for found in defined_in(text)} == read_ids(text)


def test_words_are_those_beside_or_below() -> None:
    text = "claims:\n  d:\n    stronger_than: a\n  a: The bridge.\n  b:\n    stronger_than: a\n    text: The dam.\n  e: |-\n    x\n  c:\nlimits:\n  f: 1\nreports: {\n"
    assert defined_in(text) == [
        Defined("claim", "d", ""),
        Defined("claim", "a", "The bridge."),
        Defined("claim", "b", "The dam."),
        Defined("claim", "e", ""),
        Defined("claim", "c", ""),
    ]


@pytest.mark.parametrize("style", ["|", ">", "|-", ">+"])
def test_of_a_block_text_they_are_its_first_line(style: str) -> None:
    text = f"claims:\n  a:\n    text: {style}\n      The bridge\n      is closed.\n"
    assert defined_in(text) == [Defined("claim", "a", "The bridge")]


def test_a_text_in_braces_is_parsed_up_to_a_length() -> None:
    text = "claims: {a: The bridge.}\n".ljust(ids.SMALL, "#")
    assert [found.id for found in defined_in(text)] == ["a"]
    assert defined_in(text + "#") == []


def test_in_braces_they_are_those_that_can_be_ids() -> None:
    text = "reports: {a: {outlet: X, title: The dam.}, b: {published: 2026}, c: x, d: , 2 e: {}}\nclaims: {f: The bridge.}\nlimits: {g: 1}\n"
    assert defined_in(text) == [
        Defined("report", "a", "The dam."),
        Defined("report", "b", ""),
        Defined("report", "c", "x"),
        Defined("report", "d", ""),
        Defined("claim", "f", "The bridge."),
    ]


@given(st.text(alphabet="claims:reo \n{}[]-#'\"\tx&*|>", max_size=200))
def test_no_text_is_refused(text: str) -> None:
    defined_in(text)
    defined_in(f"claims:\n  a: {text}\n")


def test_a_long_line_takes_no_more_than_its_length() -> None:
    assert defined_in("claims:\n" + " " * 1_000_000) == []
    assert defined_in("claims:\n  a" + " :" * 500_000) == []
