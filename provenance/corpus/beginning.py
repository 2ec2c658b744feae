"""The folder of a corpus while an import works in it: one import at a time, and the next goes on where one ended."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from provenance.corpus.rejecting import CorpusError
from provenance.corpus.store import BUCKETS, MANIFEST

WORK = ".import"
"""The folder that an import works in, below that of the corpus."""

_STARTED = "started.json"
_LOCK = "lock"


@contextmanager
def begun(corpus: Path, key: str) -> Iterator[Path]:
    """Make the corpus' folder ready and give the one to work in, which is deleted when all is done.

    What an import with the same `key` left there is kept; "" keeps nothing. Raises CorpusError where the folder holds
    anything else, or another import works in it.
    """
    work = corpus / WORK
    _refuse_other(corpus, work)
    work.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(work / _LOCK, isolation_level=None, timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")  # ends with this process, however that ends
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise CorpusError(f"cannot write into '{corpus}': {error}") from None
            raise CorpusError(f"another import into '{corpus}' is under way; name a new folder, or wait") from None
        _refuse_other(corpus, work)
        _empty_unless(corpus, work, key)
        yield work
    shutil.rmtree(work, ignore_errors=True)


def _refuse_other(corpus: Path, work: Path) -> None:
    if (corpus / MANIFEST).exists():
        raise CorpusError(f"'{corpus}' is a corpus already; name a new folder, or delete it")
    if corpus.is_dir() and not work.is_dir() and any(corpus.iterdir()):
        raise CorpusError(f"'{corpus}' is a folder that is not empty; name a new one")


def _empty_unless(corpus: Path, work: Path, key: str) -> None:
    started = work / _STARTED
    if key and started.is_file() and started.read_text(encoding="utf-8") == key:
        return
    for path in work.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != _LOCK:
            path.unlink()
    shutil.rmtree(corpus / BUCKETS, ignore_errors=True)
    started.write_text(key, encoding="utf-8")
