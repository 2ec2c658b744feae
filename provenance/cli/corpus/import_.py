"""`provenance corpus import FOLDER -o CORPUS`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.corpus.options import Processes
from provenance.cli.corpus.running import running, tell_rejected
from provenance.cli.exits import DONE, FOUND
from provenance.cli.options import open_workspace
from provenance.cli.output import print_text
from provenance.cli.progress import progress
from provenance.corpus.finding import find_tables
from provenance.corpus.finishing import Imported
from provenance.corpus.from_workspace import import_workspace
from provenance.corpus.importing import import_tables
from provenance.corpus.rejecting import CorpusError
from provenance.corpus.store import REJECTS
from provenance.corpus.working import Advance
from provenance.safe import visible
from provenance.wording.numbers import plural

_ONE = {"parties": "party", "families": "family"}

Folder = Annotated[
    str, typer.Argument(metavar="FOLDER", help="Tables (Parquet, CSV or JSON Lines), or the YAML of a workspace.")
]
Output = Annotated[str, typer.Option("-o", "--output", metavar="CORPUS", help="A new folder for the corpus.")]
Strict = Annotated[bool, typer.Option("--strict", help="Make no corpus at all if a row cannot be used.")]


def command(folder: Folder, output: Output, strict: Strict = False, processes: Processes = None) -> None:
    """Make a corpus of tables, or of a folder of YAML records.

    Rows that cannot be used are listed in CORPUS/rejects.jsonl, each with the reason. An import that was
    interrupted goes on where it was when it is started again with the same input.

    Examples:
      provenance corpus import tables/ -o corpus/
    """
    with running(goes_on=True), progress("") as advance:
        done = _import(
            Path(folder),
            Path(output),
            strict=strict,
            processes=processes or 0,
            advance=lambda stage, done, all_: advance(done, all_, stage),
        )
    counts = ", ".join(_counted(count, name) for name, count in done.counts.items() if count)
    print_text(f"{visible(output)}: {counts or 'no records'}\n")
    for (table, code), count in sorted(done.codes.items(), key=lambda found: (-found[1], found[0])):
        print_text(f"  {plural(count, 'row')} of {table}: {code}\n", to_stderr=True)
    tell_rejected(done.rejected, str(Path(output) / REJECTS))
    raise typer.Exit(FOUND if done.rejected else DONE)


def _counted(count: int, name: str) -> str:
    return f"{count:,} {_ONE.get(name, name[:-1]) if count == 1 else name}"


def _import(folder: Path, corpus: Path, *, strict: bool, processes: int, advance: Advance) -> Imported:
    if not folder.is_dir():
        raise CorpusError(f"there is no folder '{folder}'; name one of tables, or of YAML records")
    if find_tables(folder):
        return import_tables(folder, corpus, processes=processes, strict=strict, advance=advance)
    return import_workspace(open_workspace(str(folder)), corpus, advance=advance)
