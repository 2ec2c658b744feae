"""`provenance import FILE…`."""

import os
from typing import Annotated

import typer

from provenance.cli.completion import CLAIMS, ids
from provenance.cli.options import DATA, Data, open_loaded, refuse_problems
from provenance.cli.output import Stop, print_data, print_lines, print_text, write_files
from provenance.draft import FORMATS, UnreadableError, propose
from provenance.draft.inputs import read_inputs
from provenance.report.draft import note_lines

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="What to read; - is standard input.")]
Format = Annotated[
    str | None, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}; else by the content.")
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="NEW", help="A new file for the YAML; else standard output.")
]
Claim = Annotated[
    str | None,
    typer.Option(
        "--claim",
        metavar="CLAIM",
        help="The claim's id or text, where FILE does not say it.",
        autocompletion=ids(*CLAIMS),
    ),
]


def command(
    files: Files, format_: Format = None, output: Output = None, claim: Claim = None, data: Data = DATA
) -> None:
    """Propose records out of a table, a graph or another program's file, as YAML for you to review.

    Nothing that is there is changed. What could not be placed is listed, here and at the head of the YAML.
    What your records (--data) hold already is referred to, not proposed again.

    Examples:
      provenance import reports.csv --claim "The bridge is closed." -o bridge.yaml
    """
    if format_ is not None and format_ not in FORMATS:
        raise Stop(f"provenance: there is no format '{format_}'; the formats are {', '.join(FORMATS)}")
    if output is not None and output != "-" and os.path.lexists(output):
        raise Stop(f"provenance: '{output}' is there already, and an import changes no file; name a new one")
    loaded = open_loaded(data, may_be_missing=True)
    inputs, problems = read_inputs(files)
    if problems:
        refuse_problems(problems)
    try:
        proposal, text = propose(inputs, loaded.workspace, loaded.texts, format_, claim)
    except UnreadableError as unreadable:
        print_lines(note_lines(((note.where, note.what) for note in unreadable.notes), in_yaml=False), to_stderr=True)
        refuse_problems(unreadable.problems)
    notes = ((note.where, note.what) for note in proposal.notes)
    print_lines(note_lines(notes, in_yaml=bool(proposal.entries)), to_stderr=True)
    if not proposal.entries:
        what = "what could be placed" if proposal.notes else "all of it"
        print_text(f"provenance: {what} is in your records already; there is nothing to propose\n", to_stderr=True)
    elif output is None or output == "-":
        print_data(text)
    else:
        write_files({output: text}, force=False)
