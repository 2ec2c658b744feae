"""`provenance new report`."""

from typing import Annotated

import typer

from provenance.cli.completion import CLAIMS, ids
from provenance.cli.new.adding import Where, add
from provenance.cli.new.options import Ask, Cites, DryRun, File, Id, Quote, Url
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind
from provenance.model import Basis, Certainty, Stance

Outlet = Annotated[
    str | None,
    typer.Option(
        "--outlet", metavar="OUTLET", help="Who published it: an outlet's id or name.", autocompletion=ids("outlet")
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Its title.")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Its author.")]
Archived = Annotated[str | None, typer.Option("--archived", metavar="URL", help="The address of an archive copy.")]
Published = Annotated[
    str | None,
    typer.Option("--published", "--date", metavar="DATE", help="When, as EDTF: 2025-09-03, 2025-09, 2025-09-03?."),
]
Accessed = Annotated[str | None, typer.Option("--accessed", metavar="DATE", help="When you read it.")]
Language = Annotated[str | None, typer.Option("--language", metavar="TAG", help="Its language, such as en or pt-BR.")]
ReadHow = Annotated[
    str | None, typer.Option("--read", metavar="HOW", help="original, translation, inferred or via:REPORT.")
]
Says = Annotated[
    list[str] | None,
    typer.Option("--says", metavar="CLAIM", help="The claim it is on (repeatable).", autocompletion=ids(*CLAIMS)),
]
Does = Annotated[Stance | None, typer.Option("--stance", help="What it does with the claim; else it supports it.")]
Firmly = Annotated[Certainty | None, typer.Option("--certainty", help="How firmly it puts the claim.")]
Rests = Annotated[Basis | None, typer.Option("--basis", help="What it rests on, where it cites nobody.")]
Paragraph = Annotated[str | None, typer.Option("--where", metavar="WORDS", help="In which paragraph.")]


def command(
    outlet: Outlet = None,
    id_: Id = None,
    title: Title = None,
    author: Author = None,
    url: Url = None,
    archived: Archived = None,
    published: Published = None,
    accessed: Accessed = None,
    language: Language = None,
    read: ReadHow = None,
    says: Says = None,
    stance: Does = None,
    certainty: Firmly = None,
    quote: Quote = None,
    where: Paragraph = None,
    cites: Cites = None,
    basis: Rests = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add a published item: who published what, and on whose word.

    Examples:
      provenance new report --outlet Gazette --date 2025-09-03 --says bridge-closed --cites herald-0902
    """
    given = {
        "outlet": outlet,
        "title": title,
        "author": author,
        "url": url,
        "archived": archived,
        "published": published,
        "accessed": accessed,
        "language": language,
        "read": read,
        "says": says,
        "stance": stance,
        "certainty": certainty,
        "quote": quote,
        "where": where,
        "cites": cites,
        "basis": basis,
    }
    add(Kind.REPORT, given, Where(data=data, file=file, id_=id_, ask=ask, dry_run=dry_run))
