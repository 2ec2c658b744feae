"""`provenance new outlet`."""

from typing import Annotated

import typer

from provenance.cli.new.adding import Where, add, flag
from provenance.cli.new.options import Aliases, Ask, Country, DryRun, File, Id
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind
from provenance.model import OutletKind, Reliability

Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="The name of the outlet.")]
Sort = Annotated[OutletKind | None, typer.Option("--kind", help="What it is.")]
Languages = Annotated[list[str] | None, typer.Option("--language", metavar="TAG", help="Its language (repeatable).")]
Domains = Annotated[list[str] | None, typer.Option("--domain", metavar="DOMAIN", help="Its domain (repeatable).")]
Owner = Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Who owns it: outlets of one are a family.")]
State = Annotated[bool | None, typer.Option("--state-affiliated/--not-state-affiliated", help="Whether it is.")]
Rating = Annotated[Reliability | None, typer.Option("--reliability", help="Admiralty rating; needs --rated-by.")]
Rater = Annotated[str | None, typer.Option("--rated-by", metavar="NAME", help="Who rated it.")]


def command(
    name: Name = None,
    id_: Id = None,
    alias: Aliases = None,
    kind: Sort = None,
    country: Country = None,
    language: Languages = None,
    domain: Domains = None,
    owner: Owner = None,
    state_affiliated: State = None,
    reliability: Rating = None,
    rated_by: Rater = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add a publisher.

    Examples:
      provenance new outlet --name "Harbour Gazette" --kind newspaper --country GB --domain gazette.example
    """
    given = {
        "name": name,
        "aliases": alias,
        "kind": kind,
        "country": country,
        "languages": language,
        "domains": domain,
        "owner": owner,
        "state_affiliated": flag(state_affiliated),
        "reliability": reliability,
        "rated_by": rated_by,
    }
    add(Kind.OUTLET, given, Where(data=data, file=file, id_=id_, ask=ask, dry_run=dry_run))
