"""Which format an export is written in, and where it goes: standard output, a file, or files named after one."""

from collections.abc import Sequence
from pathlib import PurePath

from provenance.cli.output import Stop, print_data, write_files
from provenance.export import EXPORTERS, Exporter, ExportError, Output
from provenance.export.figure import Export


def choose_exporter(wanted: str | None, output: str | None) -> Exporter:
    """Give the format that is named, else the one that the file's ending tells. Ends the command where neither does."""
    if wanted is None and output is not None:
        named = [name for name, each in EXPORTERS.items() if output.endswith(each.suffix)]
        wanted = max(named, key=lambda name: len(EXPORTERS[name].suffix), default=None)  # .csl.json before .json
    if wanted not in EXPORTERS:
        ending = PurePath(output).suffix if output is not None else ""
        unknown = f"'{ending}' is the ending of no format; " if ending else ""
        said = f"{unknown}name a format with --format" if wanted is None else f"there is no format '{wanted}'"
        raise Stop(f"provenance: {said}; the formats are {', '.join(EXPORTERS)}")
    return EXPORTERS[wanted]


def render(exporter: Exporter, found: Export) -> tuple[Output, ...]:
    """Write an export in a format. Ends the command where a package or a font is missing, and says what to install."""
    try:
        return exporter.render(found)
    except ExportError as error:
        raise Stop(f"provenance: {error}") from None


def store(outputs: Sequence[Output], exporter: Exporter, output: str | None, *, force: bool) -> None:
    """Print what a format wrote, or write its files, whole or not at all; `output` names them."""
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
