"""`provenance view CLAIM…`."""

import tempfile
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.options import DATA, AsOf, Claims, Data, Depth, Prune
from provenance.cli.output import Stop, print_text, write_files
from provenance.cli.selection import All, open_export
from provenance.export.html import render
from provenance.safe import visible

NoOpen = Annotated[bool, typer.Option("--no-open", help="Only write the page, and say where it is.")]


def command(
    words: Claims = None,
    everything: All = False,
    depth: Depth = None,
    prune: Prune = None,
    no_open: NoOpen = False,
    data: Data = DATA,
    as_of: AsOf = None,
) -> None:
    """Show a claim, several, or all (--all) as a page in the browser.

    The page is one file in a temporary folder; `export -o FILE.html` writes it where you want it.

    Examples:
      provenance view s400-asked
      provenance view --all --no-open
    """
    found = open_export(data, words, everything=everything, depth=depth, prune=prune, as_of=as_of)
    try:
        page = Path(tempfile.mkdtemp(prefix="provenance-")) / "page.html"
    except OSError as error:
        raise Stop(f"provenance: cannot make a temporary folder: {error.strerror}") from None
    try:
        write_files({str(page): render(found)[0].text}, force=False)
    except BaseException:
        page.parent.rmdir()
        raise
    print_text(f"{visible(str(page))}\n")
    if not no_open and not webbrowser.open(page.as_uri()):
        print_text("provenance: no browser could be opened; open this file in one\n", to_stderr=True)
