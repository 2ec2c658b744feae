"""Rows of small tables that hang together: however many, the tables are read again only once or twice."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from provenance.corpus import shared
from provenance.corpus.leaving_out import Held
from provenance.corpus.rejecting import Reject
from provenance.corpus.shared import read_named
from provenance.read import Loaded, read_texts

Cells = dict[str, Any]


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often the tables are read."""
    found: list[int] = []

    def counted(texts: Mapping[str, str]) -> Loaded:
        found.append(len(texts))
        return read_texts(texts)

    monkeypatch.setattr(shared, "read_texts", counted)
    return found


def held(rows: Iterable[Cells]) -> list[Held]:
    return [("claims.csv", number, cells) for number, cells in enumerate(rows, 1)]


def circles(count: int) -> Iterable[Cells]:
    """Give claims that imply each other, two by two: more circles than the check of records tells."""
    for number in range(count):
        yield {"id": f"a{number}", "part_of": [f"b{number}"]}
        yield {"id": f"b{number}", "part_of": [f"a{number}"]}


def within(count: int) -> Iterable[Cells]:
    """Give claims each tied both ways to all that follow: without one of them the others still are a circle."""
    for number in range(count - 1):
        later = [f"c{other:03}" for other in range(number + 1, count)]
        yield {"id": f"c{number:03}", "stronger_than": later[:1], "part_of": later}
    yield {"id": f"c{count - 1:03}"}


def twice(count: int) -> Iterable[Cells]:
    """Give a chain that ends nowhere, each link with a second row of its id."""
    for number in range(count):
        yield {"id": f"a{number}", "part_of": [f"a{number + 1}"]}
        yield {"id": f"a{number}"}


CHAINS: list[tuple[Callable[[int], Iterable[Cells]], int]] = [(circles, 400), (within, 199), (twice, 400)]


@pytest.mark.parametrize(("rows", "left_out"), CHAINS)
def test_rows_that_hang_together_take_one_more_reading(
    rounds: list[int], rows: Callable[[int], Iterable[Cells]], left_out: int
) -> None:
    rejects: list[Reject] = []
    read_named({"claims": held(rows(200))}, rejects)
    assert len({one.row for one in rejects}) == len(rejects) == left_out
    assert len(rounds) == 2


def test_only_the_row_that_makes_a_circle_is_left_out() -> None:
    rejects: list[Reject] = []
    rows: list[Cells] = [
        {"id": "a"},
        {"id": "b", "part_of": ["a"], "stronger_than": ["a"]},
        {"id": "d", "part_of": ["b"]},
    ]
    assert list(read_named({"claims": held(rows)}, rejects).claims) == ["a"]
    assert [(one.row, one.code, one.reason) for one in rejects] == [
        (2, "tie-cycle", "this claim implies itself by way of 'a'"),
        (3, "left-out", "'b' was left out: claims.csv row 2"),
    ]
