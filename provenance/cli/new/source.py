"""`provenance new source`."""

from typing import Annotated

import typer

from provenance.cli.completion import ids
from provenance.cli.new.adding import Where, add
from provenance.cli.new.options import Ask, DryRun, File, Id, Url
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind
from provenance.model import SourceKind

Sort = Annotated[SourceKind | None, typer.Option("--kind", help="What it is.")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its name; never of an anonymous source.")]
Words = Annotated[str | None, typer.Option("--described-as", metavar="WORDS", help="The words printed for it.")]
Party = Annotated[
    str | None, typer.Option("--party", metavar="PARTY", help="The party it speaks for.", autocompletion=ids("party"))
]
Same = Annotated[
    list[str] | None,
    typer.Option(
        "--same-as", metavar="SOURCE", help="A source it is for certain (repeatable).", autocompletion=ids("source")
    ),
]


def command(
    kind: Sort = None,
    name: Name = None,
    described_as: Words = None,
    party: Party = None,
    same_as: Same = None,
    url: Url = None,
    id_: Id = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add a person or document behind reports. An anonymous source carries nothing that could identify it.

    Examples:
      provenance new source --kind anonymous --described-as "a council official"
    """
    given = {
        "kind": kind,
        "name": name,
        "described_as": described_as,
        "party": party,
        "same_as": same_as,
        "url": url,
    }
    add(Kind.SOURCE, given, Where(data=data, file=file, id_=id_, ask=ask, dry_run=dry_run))
