"""`provenance corpus export CORPUS -o FOLDER`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.corpus.options import Corpus
from provenance.cli.corpus.running import running, tell_rejected
from provenance.cli.output import Stop, print_text
from provenance.corpus.exporting import FORMATS, export_corpus
from provenance.corpus.store import REJECTS, read_manifest
from provenance.safe import visible
from provenance.wording.numbers import plural

Output = Annotated[str, typer.Option("-o", "--output", metavar="FOLDER", help="A new folder for the files.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")]


def command(corpus: Corpus, output: Output, format_: Format = "parquet") -> None:
    """Write the records of a corpus as tables, or as YAML.

    What comes out is what went in: `corpus import` makes the same corpus of it.

    Examples:
      provenance corpus export corpus/ -o tables/ --format csv
    """
    if format_ not in FORMATS:
        raise Stop(f"provenance: there is no format '{format_}'; the formats are {', '.join(FORMATS)}")
    with running():
        count = export_corpus(Path(corpus), Path(output), format_)
    print_text(f"{visible(output)}: {plural(count, 'report')}, as {format_}\n")
    with running():
        tell_rejected(read_manifest(Path(corpus)).rejected, str(Path(corpus) / REJECTS))
