"""Reading an index: one claim's slice, or all claims to find the one that is meant."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from provenance.index.folder import cache_folder
from provenance.index.rows import CLAIMS, BrokenRowError, name_of, opened, stored_name
from provenance.model import Workspace
from provenance.packing import Packed, unpack_workspace
from provenance.slices import Key, RecordKind

PREFIX, SUFFIX = "index-", ".sqlite"

_AT_ONCE = 500
_SECTIONS = {
    RecordKind.CLAIM: "claims",
    RecordKind.OUTLET: "outlets",
    RecordKind.PARTY: "parties",
    RecordKind.SOURCE: "sources",
    RecordKind.REPORT: "reports",
    RecordKind.RESPONSE: "responses",
    RecordKind.DEPENDENCE: "dependences",
}


class IndexUnusableError(Exception):
    """This index cannot be read, or not in full: the YAML has to be read instead."""


def index_path(digest: bytes) -> Path | None:
    """Give where the index of a content is or would be; None where indexes are turned off."""
    folder = cache_folder()
    return None if folder is None else folder / f"{PREFIX}{digest.hex()}{SUFFIX}"


def find_index(digest: bytes, root: str) -> "Index | None":
    """Open the index of a content, read from `root`. Gives None where there is none."""
    path = index_path(digest)
    try:
        if path is None or not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a pipe would be waited for
            return None
        with _broken_is_unusable():
            index = Index(path, digest, root)
    except (OSError, ValueError, ImportError, IndexUnusableError):  # not every Python has sqlite3
        return None
    with suppress(OSError):
        os.utime(path)  # so that the ones in use are kept
    return index


class Index:
    """An index file that is there; every method raises IndexUnusableError where it is not whole."""

    def __init__(self, path: Path, digest: bytes, root: str) -> None:
        import sqlite3  # noqa: PLC0415 - only who has a large workspace needs it

        self._rows = sqlite3.connect(_uri(path), uri=True)
        self._digest = digest
        self._root = root

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    def has_claim(self, id_: str) -> bool:
        """Tell whether a claim has this id; a claim's row that was lost is found missing by `claims`."""
        with _broken_is_unusable():
            return bool(self._fetch([_claim(id_)]))

    def claims(self) -> Workspace:
        """Give a workspace of all claims and nothing else."""
        with _broken_is_unusable():
            found = self._fetch([CLAIMS])
            return unpack_workspace({"claims": found[CLAIMS]}, self._root)

    def slice_of(self, claim: str) -> Workspace:
        """Give the slice of a claim, as `provenance.slices.part` cuts it out of the workspace."""
        with _broken_is_unusable():
            records = self._reached(_claim(claim))
            sections: dict[str, list[tuple[str, int, Packed]]] = {}
            for name, one in records.items():
                kind, number, id_ = name.split("/", 2)
                sections.setdefault(_SECTIONS[RecordKind(kind)], []).append((id_, int(number), one))
            in_order = {
                section: [packed for *_, packed in sorted(found, key=_place)] for section, found in sections.items()
            }
            return unpack_workspace(in_order, self._root)

    def _reached(self, start: str) -> dict[str, Packed]:
        """Give the packed records of `start` and of whatever it needs, directly or not, by name."""
        records: dict[str, Packed] = {}
        mentioned: dict[str, None] = {}
        wave = [start]
        while wave:
            needed: dict[str, None] = {}
            for name, (packed, needs, mentions) in self._all(wave).items():
                records[name] = packed
                needed |= dict.fromkeys(needs)
                mentioned |= dict.fromkeys(mentions)
            wave = [name for name in needed if name not in records]
        rest = self._all([name for name in mentioned if name not in records])
        return records | {name: packed for name, (packed, *_) in rest.items()}

    def _all(self, names: list[str]) -> dict[str, Any]:
        """Give what the rows hold. Raises BrokenRowError where one is missing."""
        found = self._fetch(names)
        if len(found) < len(names):
            raise BrokenRowError(names)
        return found

    def _fetch(self, names: list[str]) -> dict[str, Any]:
        """Give what those of the rows hold that are there, by name."""
        return {name: content for some in _parts(names) for name, content in self._some(some)}

    def _some(self, names: list[str]) -> Iterator[tuple[str, Any]]:
        stored = {stored_name(name): name for name in names}
        signs = ",".join("?" * len(stored))
        query = f"SELECT name, body FROM record WHERE name IN ({signs})"  # noqa: S608 - question marks alone
        for name, body in self._rows.execute(query, list(stored)):
            yield stored[name], opened(self._digest, name, body)


def _claim(id_: str) -> str:
    return name_of(Key(RecordKind.CLAIM, id_))


def _place(found: tuple[str, int, Packed]) -> tuple[str, int]:
    id_, number, _ = found
    return id_, number


def _parts(names: list[str]) -> Iterable[list[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))


def _uri(path: Path) -> str:
    """Give a file as SQLite opens it without locks, journals or writing: an index is never changed."""
    text = path.absolute().as_posix()
    for sign, written in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(sign, written)
    return f"file:{'' if text.startswith('/') else '/'}{text}?mode=ro&immutable=1"


@contextmanager
def _broken_is_unusable() -> Iterator[None]:
    import sqlite3  # noqa: PLC0415 - as above

    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, OSError, ValueError, TypeError, LookupError, MemoryError) as error:
        raise IndexUnusableError from error
