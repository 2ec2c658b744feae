"""Writing an index: whole or not at all, and never in the way of an answer."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from provenance.index.content import DIGEST_BYTES, content_of_texts
from provenance.index.reading import PREFIX, SUFFIX, index_path
from provenance.index.rows import CLAIMS, INSERT, TABLE, name_of, sealed, stored_name
from provenance.model import Workspace
from provenance.packing import pack
from provenance.slices import Key, Needs, RecordKind

MOST = 8
"""How many indexes are kept; the ones least recently used go first."""

_UNFINISHED = f".unfinished-{PREFIX}"
_GIVEN_UP_AFTER = 3600.0
"""Seconds after which an unfinished index is one whose program was killed."""

Advance = Callable[[int, int], None]


def keep(data: str, workspace: Workspace, texts: Mapping[str, str], advance: Advance = lambda _done, _of: None) -> bool:
    """Keep an index of a workspace without errors that was read from `data` and has these texts.

    Does nothing where it cannot be kept: the files have changed, the folder cannot be written. Tells
    `advance` how many records are done, of how many.
    """
    try:
        import sqlite3  # noqa: PLC0415 - only who has a large workspace needs it; not every Python has it
    except ImportError:
        return False
    try:
        digest = content_of_texts(data, texts)
        path = None if digest is None else index_path(digest)
        if digest is None or path is None or path.is_dir():
            return False
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, _rows(digest, workspace, advance))
        _prune(path.parent)
    except (OSError, ValueError, MemoryError, sqlite3.Error):
        return False
    return True


def _rows(digest: bytes, workspace: Workspace, advance: Advance) -> Iterator[tuple[bytes, bytes]]:
    needs = Needs(workspace)
    keys = list(needs.keys())
    by_id: dict[RecordKind, Mapping[str, object]] = {
        RecordKind.CLAIM: workspace.claims,
        RecordKind.OUTLET: workspace.outlets,
        RecordKind.PARTY: workspace.parties,
        RecordKind.SOURCE: workspace.sources,
        RecordKind.REPORT: workspace.reports,
    }
    listed: dict[RecordKind, Sequence[object]] = {
        RecordKind.RESPONSE: workspace.responses,
        RecordKind.DEPENDENCE: workspace.dependences,
    }
    claims = stored_name(CLAIMS)
    yield claims, sealed(digest, claims, [pack(claim) for claim in workspace.claims.values()])
    for done, key in enumerate(keys):
        name = stored_name(name_of(key))
        record = by_id[key.kind][key.id] if key.kind in by_id else listed[key.kind][key.number]
        yield name, sealed(digest, name, [pack(record), *_needed(needs.of(key))])
        advance(done, len(keys))


def _needed(keys: list[Key]) -> tuple[list[str], list[str]]:
    """Give the names of the records that are needed with all they need, and of those that are only mentioned."""
    needed = [name_of(key) for key in keys if key.kind is not RecordKind.MENTION]
    return needed, [name_of(Key(RecordKind.CLAIM, key.id)) for key in keys if key.kind is RecordKind.MENTION]


def _write(path: Path, rows: Iterator[tuple[bytes, bytes]]) -> None:
    """Write the file under another name and give it its own when it is on the disk; leave nothing behind on failure."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)  # for its owner's eyes alone
    unfinished = Path(name)
    try:
        try:
            _fill(name, rows)
            os.fsync(handle)
        finally:
            os.close(handle)  # Windows gives no new name to a file that is open
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _fill(name: str, rows: Iterator[tuple[bytes, bytes]]) -> None:
    import sqlite3  # noqa: PLC0415 - as above

    file = sqlite3.connect(name, isolation_level=None)
    try:
        file.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is never read
        file.execute("PRAGMA synchronous = OFF")
        file.execute("BEGIN")
        file.execute(TABLE)
        file.executemany(INSERT, rows)
        file.execute("COMMIT")
    finally:
        file.close()


def _prune(folder: Path) -> None:
    """Delete the indexes beyond the newest few, and what killed programs left."""
    kept = sorted(folder.glob(f"{PREFIX}{'[0-9a-f]' * 2 * DIGEST_BYTES}{SUFFIX}"), key=_age)
    lost = [path for path in folder.glob(f"{_UNFINISHED}*") if _age(path) > _GIVEN_UP_AFTER]
    for path in (*kept[MOST:], *lost):
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue


def _age(path: Path) -> float:
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return 0.0
