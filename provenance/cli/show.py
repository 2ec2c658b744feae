"""`provenance show ID`."""

from typing import Annotated

import typer

from provenance.cli.completion import EVERYTHING, ids
from provenance.cli.options import DATA, Data, open_workspace, refuse_unknown
from provenance.cli.output import print_lines
from provenance.report.record import record_lines, record_of

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of any record; an outlet by its name, too.", autocompletion=ids(*EVERYTHING)
    ),
]


def command(id_: Id, data: Data = DATA) -> None:
    """Show one record: what is recorded, where it stands, and everything that refers to it.

    Examples:
      provenance show kyiv-post
    """
    workspace = open_workspace(data)
    record = record_of(workspace, id_)
    if record is None:
        refuse_unknown(workspace, id_)
    print_lines(record_lines(workspace, record))
