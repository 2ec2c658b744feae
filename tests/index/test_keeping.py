"""An index is there whole or not at all, for its owner alone, and only the newest few are kept."""

import os
import sqlite3
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from provenance.index import keeping
from provenance.index.keeping import MOST, keep
from provenance.read import load
from tests.index.kept import keep_index, opened_index, path_of, write_all

RECORDS = "claims: {asked: It asked., other: It is raining.}\nreports: {r: {outlet: Nefes, says: asked}}\n"


@pytest.fixture
def data(tmp_path: Path) -> str:
    return write_all(tmp_path / "data", {"a.yaml": RECORDS})


def test_one_file_for_its_owner_alone(cache: Path, data: str) -> None:
    assert keep_index(data)
    assert list(cache.iterdir()) == [path_of(data)]
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(path_of(data).stat().st_mode) == 0o600


@pytest.mark.usefixtures("cache")
def test_it_tells_how_far_it_is(data: str) -> None:
    told: list[tuple[int, int]] = []
    loaded = load(data)
    assert keep(data, loaded.workspace, loaded.texts, lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


@pytest.mark.usefixtures("cache")
def test_the_same_records_give_the_same_bytes(data: str) -> None:
    assert keep_index(data)
    first = path_of(data).read_bytes()
    assert keep_index(data)
    assert path_of(data).read_bytes() == first


def test_the_newest_few_are_kept_and_nothing_else_is_touched(cache: Path, tmp_path: Path) -> None:
    made = []
    for number in range(MOST + 3):
        data = write_all(tmp_path / str(number), {"a.yaml": RECORDS})
        assert keep_index(data)
        made.append(path_of(data))
        os.utime(made[-1], (1000 + number, 1000 + number))
    (cache / "notes.sqlite").write_text("of somebody else")
    (cache / "index-notes.sqlite").write_text("of somebody else")
    old, new = cache / ".unfinished-index-old", cache / ".unfinished-index-new"
    for path in (old, new):
        path.write_text("half")
    os.utime(old, (1, 1))
    last = write_all(tmp_path / "last", {"a.yaml": RECORDS})
    assert keep_index(last)
    kept = {path.name for path in cache.iterdir()}
    assert kept == {
        *(path.name for path in made[-MOST + 1 :]),
        *(path_of(last).name, "notes.sqlite", "index-notes.sqlite", new.name),
    }


@pytest.mark.usefixtures("cache")
def test_one_that_is_used_is_new_again(data: str) -> None:
    assert keep_index(data)
    os.utime(path_of(data), (1000, 1000))
    index = opened_index(data)
    assert index is not None
    assert time.time() - path_of(data).stat().st_mtime < 600


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError, sqlite3.OperationalError, MemoryError])
def test_interrupted_in_the_middle_nothing_is_left(
    cache: Path, data: str, fault: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(of: Callable[..., Iterator[object]]) -> Callable[..., Iterator[object]]:
        def rows(*given: object) -> Iterator[object]:
            found = of(*given)
            yield next(found)
            yield next(found)
            raise fault

        return rows

    monkeypatch.setattr(keeping, "_rows", stopped(keeping._rows))
    if fault is KeyboardInterrupt:
        with pytest.raises(KeyboardInterrupt):
            keep_index(data)
    else:
        assert not keep_index(data)
    assert list(cache.iterdir()) == []


def test_a_full_disk_is_passed_over(cache: Path, data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not keep_index(data)
    assert list(cache.iterdir()) == []


def test_several_at_once_all_succeed(cache: Path, data: str) -> None:
    done: list[bool] = []
    threads = [threading.Thread(target=lambda: done.append(keep_index(data))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 6
    assert list(cache.iterdir()) == [path_of(data)]
    assert opened_index(data) is not None


def test_where_the_folder_cannot_be_written_none_is_kept(unprivileged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_all(unprivileged / "data", {"a.yaml": RECORDS})
    locked = unprivileged / "locked"
    locked.mkdir(mode=0o500)
    for folder in (locked, locked / "cache", unprivileged / "data" / "a.yaml", Path("/dev/null")):
        monkeypatch.setenv("PROVENANCE_CACHE", str(folder))
        assert not keep_index(data)
        assert opened_index(data) is None


def test_one_in_a_folder_that_cannot_be_written_is_read(unprivileged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_all(unprivileged / "data", {"a.yaml": RECORDS})
    cache = unprivileged / "cache"
    monkeypatch.setenv("PROVENANCE_CACHE", str(cache))
    assert keep_index(data)
    path_of(data).chmod(0o400)
    cache.chmod(0o500)
    index = opened_index(data)
    assert index is not None
    assert list(index.slice_of("asked").reports) == ["r"]
    path_of(data).chmod(0o000)
    assert opened_index(data) is None


@pytest.mark.usefixtures("cache")
def test_a_folder_in_its_place_stays(data: str) -> None:
    path_of(data).mkdir(parents=True)
    (path_of(data) / "kept").write_text("of somebody else")
    assert not keep_index(data)
    assert opened_index(data) is None
    assert (path_of(data) / "kept").exists()


def test_a_link_in_its_place_is_replaced_and_what_it_leads_to_is_not(cache: Path, data: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("of somebody else")
    cache.mkdir()
    path_of(data).symlink_to(other)
    assert keep_index(data)
    assert not path_of(data).is_symlink()
    assert other.read_text() == "of somebody else"
    assert opened_index(data) is not None


def test_a_pipe_in_its_place_is_not_waited_for(cache: Path, data: str) -> None:
    cache.mkdir()
    os.mkfifo(path_of(data))
    assert opened_index(data) is None


@pytest.mark.usefixtures("cache")
def test_a_python_without_sqlite_has_none(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep_index(data)
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert opened_index(data) is None
    assert not keep_index(data)


def test_in_a_folder_that_cannot_be_entered_none_is_kept(unprivileged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_all(unprivileged / "data", {"a.yaml": RECORDS})
    (unprivileged / "locked").mkdir(mode=0o000)
    monkeypatch.setenv("PROVENANCE_CACHE", str(unprivileged / "locked"))
    assert not keep_index(data)
    assert opened_index(data) is None
