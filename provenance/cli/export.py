"""`provenance export CLAIM… --format FORMAT -o FILE`."""

from pathlib import PurePath
from typing import Annotated

import typer

from provenance.cli.options import DATA, AsOf, Claims, Data, Depth, Prune, choose_claims, open_workspace, pruned
from provenance.cli.output import Stop, print_data, write_files
from provenance.export import EXPORTERS, Exporter, MissingExtraError, Output
from provenance.export.figure import Export, export_of
from provenance.trace import Shape, Tracer

Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}; else by FILE's ending."),
]
File = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")]
All = Annotated[bool, typer.Option("--all", help="All claims of the records in one graph.")]


def command(
    words: Claims = None,
    format_: Format = None,
    output: File = None,
    everything: All = False,
    depth: Depth = None,
    prune: Prune = None,
    force: Force = False,
    data: Data = DATA,
    as_of: AsOf = None,
) -> None:
    """Write the citation graph of a claim, of several, or of all (--all) for another program.

    `-o NAME.csv` writes NAME-nodes.csv and NAME-edges.csv. Files are written whole or not at all.
    """
    exporter = _exporter(format_, output)
    workspace = open_workspace(data)
    tracer = Tracer(workspace)
    claims = choose_claims(workspace, words or [], everything=everything)
    shape = Shape(depth=depth, prune=pruned(workspace, prune))
    outputs = _render(exporter, export_of(tracer, [tracer.trace(claim, as_of) for claim in claims], shape))
    if output in (None, "-"):
        if len(outputs) > 1:
            raise Stop(f"provenance: {exporter.name} is {len(outputs)} files: name them with -o NAME{exporter.suffix}")
        print_data(outputs[0].content)
        return
    assert output is not None
    path = PurePath(output)
    if not path.name:
        raise Stop(f"provenance: '{output}' names no file")
    write_files({str(path.with_name(path.stem + out.name + path.suffix)): out.content for out in outputs}, force=force)


def _render(exporter: Exporter, found: Export) -> tuple[Output, ...]:
    try:
        return exporter.render(found)
    except MissingExtraError as missing:
        raise Stop(f"provenance: {missing}") from None


def _exporter(wanted: str | None, output: str | None) -> Exporter:
    if wanted is None and output is not None:
        named = [name for name, each in EXPORTERS.items() if output.endswith(each.suffix)]
        wanted = max(named, key=lambda name: len(EXPORTERS[name].suffix), default=None)  # .csl.json before .json
    if wanted not in EXPORTERS:
        said = "name a format with --format" if wanted is None else f"there is no format '{wanted}'"
        raise Stop(f"provenance: {said}; the formats are {', '.join(EXPORTERS)}")
    return EXPORTERS[wanted]
