"""`provenance init DIR`."""

from typing import Annotated

import typer

from provenance.cli.folders import folders_for
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
    with folders_for(files):
        write_files(files, force=False)
    for file in files:
        print_text(f"wrote {file}\n")
    where = "" if folder == "." else f"cd {folder} && "
    print_text(
        f"\nNext:  {where}provenance trace ferry-stops\nThen write your own:  provenance new claim --file mine.yaml\n"
    )
