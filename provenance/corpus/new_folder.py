"""A folder of files that is whole or absent."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.corpus.rejecting import CorpusError


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write in, which gets its name when all is written, and is gone where something fails.

    Raises CorpusError where `folder` is there and not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(f"'{folder}' is there already and not empty; name a new folder")
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    temporary.mkdir()
    try:
        yield temporary
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
