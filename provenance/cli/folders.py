"""Folders that files need: made before the files are written, taken back where that fails."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from provenance.cli.output import Stop


@contextmanager
def folders_for(files: Iterable[str]) -> Iterator[None]:
    """Make the folders that are missing for `files`; where anything goes wrong, the empty ones are taken back."""
    made: list[Path] = []
    try:
        for file in files:
            for path in reversed(Path(file).parents):
                if not path.exists():
                    path.mkdir()
                    made.append(path)
        yield
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, OSError):
            reason = (error.strerror or str(error)).lower()
            raise Stop(f"provenance: cannot make the folder '{error.filename}': {reason}") from None
        raise
