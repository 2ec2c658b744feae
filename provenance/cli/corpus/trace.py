"""`provenance corpus trace CORPUS`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from provenance.cli.corpus.options import Corpus, Force, Most, Processes
from provenance.cli.corpus.running import running, tell_rejected
from provenance.cli.exits import DONE, FOUND
from provenance.cli.options import AsOf
from provenance.cli.output import Stop, print_data, print_lines, print_text, refuse_before, width, write_files
from provenance.cli.progress import progress
from provenance.corpus.formats import require_arrow
from provenance.corpus.rows import Options, parquet_bytes
from provenance.corpus.store import REJECTS, read_manifest
from provenance.corpus.working import cores
from provenance.export.triage import triage_csv, triage_json_lines
from provenance.report.corpus import triage_lines
from provenance.safe import visible
from provenance.wording.numbers import plural

SUFFIXES = (".parquet", ".csv", ".jsonl")

Full = Annotated[bool, typer.Option("--full", help="Also count every kind of finding and gap: slower.")]
Engine = Annotated[str, typer.Option("--engine", metavar="ENGINE", help="local, or spark (extra `spark`).")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="A .parquet, .csv or .jsonl file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines, a claim a line.")]


def command(
    corpus: Corpus,
    full: Full = False,
    as_of: AsOf = None,
    engine: Engine = "local",
    output: Output = None,
    as_json: AsJson = False,
    processes: Processes = None,
    most: Most = 20,
    force: Force = False,
) -> None:
    """Answer for every claim of a corpus, in a row each: what needs a person most stands first.

    The rows are what `provenance trace` answers; `provenance trace CLAIM --data CORPUS` gives one whole. A run that
    was interrupted goes on where it was.

    Examples:
      provenance corpus trace corpus/ -o claims.csv
    """
    if engine not in ("local", "spark"):
        raise Stop(f"provenance: there is no engine '{engine}'; the engines are local, spark")
    if output is not None and Path(output).suffix not in SUFFIXES:
        raise Stop(f"provenance: '{output}' has to end in {', '.join(SUFFIXES)}")
    refuse_before(*([output] if output else ()), force=force)
    if output is not None and as_json:
        raise Stop("provenance: --json prints, -o writes a file: give one of them")
    options = Options(as_of=as_of.text if as_of else None, full=full)
    with running(goes_on=True):
        require_arrow()
        table = _traced(Path(corpus), options, engine, processes or cores())
        rejected = read_manifest(Path(corpus)).rejected
    failed = sum(error is not None for error in table.column("error").to_pylist())
    if output is not None:
        write_files({output: _written(table, Path(output).suffix)}, force=force)
        print_text(f"wrote {visible(output)}: {plural(table.num_rows, 'claim')}\n", to_stderr=True)
    elif as_json:
        print_data(triage_json_lines(table.to_pylist()))
    else:
        print_lines(triage_lines(table.slice(0, most).to_pylist(), table.num_rows, width()))
    tell_rejected(rejected, str(Path(corpus) / REJECTS))
    if failed:
        print_text(
            f"provenance: {plural(failed, 'claim')} could not be traced; their `error` says why\n", to_stderr=True
        )
    raise typer.Exit(FOUND if failed else DONE)


def _traced(corpus: Path, options: Options, engine: str, processes: int) -> Any:
    if engine == "spark":
        from provenance.corpus.spark import trace_with_spark  # noqa: PLC0415 - an extra

        return trace_with_spark(corpus, options)
    from provenance.corpus.tracing import trace_corpus  # noqa: PLC0415 - as above

    with progress("buckets") as advance:
        return trace_corpus(corpus, options, processes, advance)


def _written(table: Any, suffix: str) -> str | bytes:
    match suffix:
        case ".parquet":
            return parquet_bytes(table)
        case ".csv":
            return triage_csv(table.column_names, table.to_pylist())
        case _:
            return triage_json_lines(table.to_pylist())
