"""Options that the commands of `new` share."""

from typing import Annotated

import typer

from provenance.cli.completion import ids

Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; else one is made.")]
File = Annotated[
    str | None,
    typer.Option("--file", metavar="FILE", help="The file in --data it goes into, new or there; else the one it fits."),
]
Ask = Annotated[bool, typer.Option("--ask", help="Ask for what is not given, also where input is no terminal.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show the record and where it would go.")]
Country = Annotated[str | None, typer.Option("--country", metavar="CC", help="Its country, as two letters.")]
Aliases = Annotated[list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name (repeatable).")]
Cites = Annotated[
    list[str] | None,
    typer.Option(
        "--cites",
        metavar="ID",
        help="Whom it rests on (repeatable): an id; outlet:NAME for a report not located; unclear:A|B for one of them.",
        autocompletion=ids("report", "source", "party"),
    ),
]
Quote = Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="In which words.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")]
