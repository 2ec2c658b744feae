"""`provenance init DIR`."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.output import Stop, print_text, write_files
from provenance.editing.starting import NotEmptyError, start

Folder = Annotated[str, typer.Argument(metavar="DIR", help="The folder, new or there.")]


def command(folder: Folder = ".") -> None:
    """Make a folder for records: a commented example case, settings for editors, and what git needs.

    Nothing that is there is changed: where a file it would write is there already, it writes none.

    Examples:
      provenance init desk
      cd desk && provenance trace ferry-stops
    """
    try:
        files = start(folder)
    except NotEmptyError as there:
        raise Stop(f"provenance: '{folder}' has this already: {there}; nothing was written") from None
    made = _make_folders(files)
    try:
        write_files(files, force=False)
    except BaseException:
        _take_back(made)
        raise
    for file in files:
        print_text(f"wrote {file}\n")
    where = "" if folder == "." else f"cd {folder} && "
    print_text(f"\nNext:  {where}provenance trace ferry-stops\nThen write your own:  provenance new claim\n")


def _make_folders(files: dict[str, str]) -> list[Path]:
    """Make the folders that are missing, and give them; where one cannot be made the others are taken back."""
    made: list[Path] = []
    try:
        for file in files:
            for path in reversed(Path(file).parents):
                if not path.exists():
                    path.mkdir()
                    made.append(path)
    except OSError as error:
        _take_back(made)
        reason = (error.strerror or str(error)).lower()
        raise Stop(f"provenance: cannot make the folder '{error.filename}': {reason}") from None
    return made


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir()
