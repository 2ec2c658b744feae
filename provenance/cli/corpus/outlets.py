"""`provenance corpus outlets CORPUS`."""

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.corpus.options import Corpus, Force, Most, Processes
from provenance.cli.corpus.running import running, tell_rejected
from provenance.cli.output import Stop, print_data, print_lines, print_text, refuse_before, width, write_files
from provenance.cli.progress import progress
from provenance.corpus.formats import require_arrow
from provenance.corpus.outlets import Compared, column_names, compare_outlets
from provenance.corpus.store import REJECTS, read_manifest
from provenance.corpus.working import cores
from provenance.export.triage import triage_csv, triage_json_lines
from provenance.report.corpus import outlet_lines
from provenance.safe import visible
from provenance.wording.numbers import plural

SUFFIXES = (".csv", ".jsonl")

Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="A .csv or .jsonl file.")]
Graph = Annotated[
    str | None, typer.Option("--graph", metavar="FILE", help="Who feeds whom: a .graphml, .gexf or .csv file.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines, an outlet a line.")]


def command(
    corpus: Corpus,
    output: Output = None,
    graph: Graph = None,
    as_json: AsJson = False,
    processes: Processes = None,
    most: Most = 20,
    force: Force = False,
) -> None:
    """Compare the outlets of a corpus: how often each is an origin, relays, hardens, drops attribution, corrects.

    Counts with 95 % intervals of the shares, and by how many hours it comes behind the origin. The rows stand by
    name: this is no ranking, of truth least of all.

    Examples:
      provenance corpus outlets corpus/ --graph feeds.graphml
    """
    if output is not None and Path(output).suffix not in SUFFIXES:
        raise Stop(f"provenance: '{output}' has to end in {', '.join(SUFFIXES)}")
    from provenance.export.feeds import FORMATS  # noqa: PLC0415 - a graph library, and not always asked for

    if graph is not None and Path(graph).suffix not in FORMATS:
        raise Stop(f"provenance: '{graph}' has to end in {', '.join(FORMATS)}")
    refuse_before(*(path for path in (output, graph) if path is not None), force=force)
    if output is not None and as_json:
        raise Stop("provenance: --json prints, -o writes a file: give one of them")
    with running(goes_on=True), progress("buckets") as advance:
        require_arrow()
        found = compare_outlets(Path(corpus), processes or cores(), advance)
        rejected = read_manifest(Path(corpus)).rejected
    files: dict[str, str | bytes] = {}
    if output is not None:
        as_csv = Path(output).suffix == ".csv"
        files[output] = triage_csv(column_names(), found.rows) if as_csv else triage_json_lines(found.rows)
    if graph is not None:
        files[graph] = FORMATS[Path(graph).suffix](found.feeds, _names(found))
    write_files(files, force=force)
    if as_json:
        print_data(triage_json_lines(found.rows))
    elif output is None:
        print_lines(outlet_lines(found.rows[:most], len(found.rows), width()))
    for file in files:
        print_text(f"wrote {visible(file)}: {plural(len(found.rows), 'outlet')}\n", to_stderr=True)
    tell_rejected(rejected, str(Path(corpus) / REJECTS))


def _names(found: Compared) -> dict[str, str]:
    return {row["outlet"]: row["name"] for row in found.rows}
