"""`provenance list claims|reports|outlets|sources|parties`."""

from enum import StrEnum
from typing import Annotated

import typer

from provenance.cli.options import DATA, AsJson, Data, open_workspace
from provenance.cli.output import print_data, print_lines, width
from provenance.report.listing import LISTINGS, listing_lines


class Kind(StrEnum):
    """The kinds of record that can be listed."""

    CLAIMS = "claims"
    REPORTS = "reports"
    OUTLETS = "outlets"
    SOURCES = "sources"
    PARTIES = "parties"


def command(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=f"One of {', '.join(Kind)}.")],
    data: Data = DATA,
    as_json: AsJson = False,
) -> None:
    """List the records of one kind, with their ids.

    Examples:
      provenance list claims
    """
    workspace = open_workspace(data)
    rows = LISTINGS[kind].rows(workspace)
    if as_json:
        from provenance.json_text import dump_json  # noqa: PLC0415

        records = [dict(zip(LISTINGS[kind].titles, row, strict=True)) for row in rows]
        print_data(dump_json(records))
    else:
        print_lines(listing_lines(LISTINGS[kind], rows, width()))
