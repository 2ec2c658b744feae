"""An index that is not whole gives what was read or nothing, and never anything else."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance.index.reading import IndexUnusableError
from provenance.model import Workspace
from provenance.read import load
from tests.index.kept import keep_index, opened_index, path_of, write_all
from tests.records import workspace, written
from tests.slicing import Slices
from tests.test_slices import together

FLIPS = 300
CUTS = 60


@pytest.fixture
def data(tmp_path: Path, cache: Path) -> str:  # noqa: ARG001 - it has to be named first
    drawn = random.Random(11)
    data = write_all(tmp_path / "data", written(together([workspace(drawn.randrange(10**6)) for _ in range(12)])))
    assert keep_index(data)
    return data


def answers(data: str, claims: list[str]) -> Iterator[object]:
    """Give what the index gives for each question, None where it gives nothing."""
    index = opened_index(data)
    if index is None:
        return
    asked: list[Callable[[], object]] = [index.claims]
    asked += [lambda claim=claim: index.has_claim(claim) and index.slice_of(claim) for claim in claims]  # type: ignore[misc]
    for ask in asked:
        try:
            yield ask()
        except IndexUnusableError:
            yield None
    index.close()


def right(data: str) -> tuple[list[str], list[object]]:
    """Give some claims, and what is right to answer for all of them together and for each."""
    whole = load(data).workspace
    claims, slices = list(whole.claims)[:6], Slices(whole)
    only_claims = Workspace(root=data, outlets={}, parties={}, sources={}, claims=whole.claims, reports={})
    return claims, [only_claims, *(slices.of(claim) for claim in claims)]


def test_whole_it_gives_everything(data: str) -> None:
    claims, expected = right(data)
    assert list(answers(data, claims)) == expected


@pytest.mark.no_cover  # it covers what others do, many times over
def test_with_any_bit_turned_it_gives_the_same_or_nothing(data: str) -> None:
    """That a claim's row cannot be found is no answer: who asks then looks at all claims, which are one row."""
    claims, expected = right(data)
    path = path_of(data)
    whole = path.read_bytes()
    drawn = random.Random(3)
    nothing = 0
    for _ in range(FLIPS):
        at = drawn.randrange(len(whole)) if drawn.randrange(4) else drawn.randrange(200)
        broken = bytearray(whole)
        broken[at] ^= 1 << drawn.randrange(8)
        path.write_bytes(broken)
        for found, wanted in zip(answers(data, claims), expected, strict=False):
            assert found in (wanted, None, False), at
            nothing += found in (None, False)
    assert nothing > FLIPS // 4


def test_with_a_stretch_overwritten_it_gives_the_same_or_nothing(data: str) -> None:
    claims, expected = right(data)
    path = path_of(data)
    whole = path.read_bytes()
    drawn = random.Random(4)
    for _ in range(CUTS):
        at, size = drawn.randrange(len(whole)), drawn.randrange(1, 3000)
        other = drawn.randrange(len(whole))
        filled = drawn.choice((bytes(size), drawn.randbytes(size), whole[other : other + size]))
        path.write_bytes(whole[:at] + filled + whole[at + len(filled) :])
        for found, wanted in zip(answers(data, claims), expected, strict=False):
            assert found in (wanted, None, False), at


def test_cut_off_anywhere_it_gives_the_same_or_nothing(data: str) -> None:
    claims, expected = right(data)
    path = path_of(data)
    whole = path.read_bytes()
    drawn = random.Random(5)
    for length in (0, 1, 15, 16, 100, 4096, len(whole) - 1, *(drawn.randrange(len(whole)) for _ in range(CUTS))):
        path.write_bytes(whole[:length])
        for found, wanted in zip(answers(data, claims), expected, strict=False):
            assert found in (wanted, None, False), length


def test_rows_of_another_index_are_refused(data: str, tmp_path: Path) -> None:
    """Of other records with the same ids, even under the right name."""
    other = write_all(tmp_path / "other", {"a.yaml": Path(data, "a.yaml").read_text().replace("Claim c", "Claim d")})
    assert keep_index(other)
    claims, expected = right(data)
    shutil.copy(path_of(other), path_of(data))
    assert list(answers(data, claims)) == [None] * len(expected)


@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM record WHERE name LIKE 'report/%'",
        "UPDATE record SET body = (SELECT body FROM record AS other WHERE other.name > record.name LIMIT 1)",
        "UPDATE record SET body = CAST(body AS TEXT)",
        "UPDATE record SET body = NULL",
        "UPDATE record SET body = zeroblob(100000)",
        "DROP TABLE record",
        "DROP TABLE record; CREATE TABLE record (id INTEGER, text TEXT)",
        "DROP TABLE record; CREATE VIEW record AS SELECT 1 AS name, 2 AS body",
        "DROP TABLE record; CREATE TABLE record (name BLOB, body BLOB)",
    ],
)
def test_foreign_tables_are_refused(data: str, script: str) -> None:
    claims, expected = right(data)
    file = sqlite3.connect(path_of(data))
    try:
        file.executescript(script)
        file.commit()
    except sqlite3.Error:
        file.executescript("DROP TABLE record")
    finally:
        file.close()
    for found, wanted in zip(answers(data, claims), expected, strict=False):
        assert found in (wanted, None, False)
    assert keep_index(data)
    assert list(answers(data, claims)) == expected


@pytest.mark.parametrize("content", [b"", b"not SQLite", b"SQLite format 3\0" + bytes(84), bytes(10000)])
def test_what_is_no_sqlite_file_is_refused_and_replaced(data: str, content: bytes) -> None:
    claims, expected = right(data)
    path_of(data).write_bytes(content)
    assert {found for found in answers(data, claims) if not isinstance(found, Workspace)} == {None}
    assert keep_index(data)
    assert list(answers(data, claims)) == expected


def test_records_that_changed_have_no_index(data: str) -> None:
    claims, _ = right(data)
    path = Path(data, "a.yaml")
    path.write_text(path.read_text() + "# a note\n")
    assert list(answers(data, claims)) == []
