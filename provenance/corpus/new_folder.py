"""A folder of files that is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.corpus.rejecting import CorpusError


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, which gets the name `folder` when all is written, and is deleted where that fails.

    A program that is killed leaves it, under a name that begins with a dot. Raises CorpusError where there is
    something in `folder` already, and OSError where it cannot be written.
    """
    _refuse_full(folder)
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}."))
    try:
        yield unfinished
        _refuse_full(target)
        if target.is_dir():  # somebody may stand in it: it stays the folder it is
            for path in sorted(unfinished.iterdir()):
                path.rename(target / path.name)
        else:
            unfinished.chmod(0o777 & ~_mask())
            unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _refuse_full(folder: Path) -> None:
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(f"'{folder}' is there already and not empty; name a new folder")


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
