"""`provenance diff OLD [NEW]`."""

from typing import Annotated

import typer

from provenance.cli.exits import FOUND
from provenance.cli.options import DATA, AsJson, Data
from provenance.cli.output import print_data, print_lines
from provenance.cli.progress import progress
from provenance.cli.sides import open_sides
from provenance.report.diff import diff_lines
from provenance.trace.diff import Comparison

Old = Annotated[str, typer.Argument(metavar="OLD", help="The older state: a folder, a file or a git revision.")]
New = Annotated[str | None, typer.Argument(metavar="NEW", help="The newer state; else --data as it is now.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where the meaning changed.")]


def command(old: Old, new: New = None, data: Data = DATA, exit_code: ExitCode = False, as_json: AsJson = False) -> None:
    """Compare two states of the records by what they mean, claim by claim; how they are written makes no difference.

    A revision is any name git knows (HEAD~1, a tag, a commit) in the repository that holds --data; it is
    read without checking it out. What is both a folder or file here and a revision is the folder or file.

    Examples:
      provenance diff HEAD~1
      provenance diff old/ new/
    """
    comparison = Comparison(*open_sides(old, new, data))
    with progress("claims") as advance:
        difference = comparison.difference(advance)
    if as_json:
        from provenance.export.diff import diff_json  # noqa: PLC0415 - for machines only

        print_data(diff_json(difference, old, new or data))
    else:
        print_lines(diff_lines(comparison.old.graph, comparison.new.graph, difference))
    if exit_code and difference.found:
        raise SystemExit(FOUND)
