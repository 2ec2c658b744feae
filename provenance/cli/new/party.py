"""`provenance new party`."""

from typing import Annotated

import typer

from provenance.cli.new.adding import Where, add
from provenance.cli.new.options import Aliases, Ask, Country, DryRun, File, Id
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind

Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="The body that could confirm or deny.")]


def command(
    name: Name = None,
    id_: Id = None,
    alias: Aliases = None,
    country: Country = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add a body with direct knowledge that could confirm or deny a claim.

    Examples:
      provenance new party --name "City Council"
    """
    given = {"name": name, "aliases": alias, "country": country}
    add(Kind.PARTY, given, Where(data=data, file=file, id_=id_, ask=ask, dry_run=dry_run))
