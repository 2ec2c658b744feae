"""`provenance new claim`."""

from typing import Annotated

import typer

from provenance.cli.completion import CLAIMS, ids
from provenance.cli.new.adding import Where, add
from provenance.cli.new.options import Ask, DryRun, File, Id
from provenance.cli.options import DATA, Data
from provenance.editing.questions import Kind
from provenance.model import Credibility

Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="The claim, as one sentence that can be checked.")
]
Weaker = Annotated[
    list[str] | None,
    typer.Option(
        "--stronger-than", metavar="CLAIM", help="A weaker version of the story.", autocompletion=ids(*CLAIMS)
    ),
]
Whole = Annotated[
    list[str] | None,
    typer.Option("--part-of", metavar="CLAIM", help="The claim it is a part of.", autocompletion=ids(*CLAIMS)),
]
Confirm = Annotated[
    list[str] | None,
    typer.Option(
        "--could-confirm", metavar="PARTY", help="Who could confirm it (repeatable).", autocompletion=ids("party")
    ),
]
Rating = Annotated[Credibility | None, typer.Option("--credibility", help="Admiralty rating.")]


def command(
    text: Text = None,
    id_: Id = None,
    stronger_than: Weaker = None,
    part_of: Whole = None,
    could_confirm: Confirm = None,
    credibility: Rating = None,
    file: File = None,
    ask: Ask = False,
    dry_run: DryRun = False,
    data: Data = DATA,
) -> None:
    """Add a proposition that can be checked.

    Examples:
      provenance new claim --text "The northern bridge is closed." --could-confirm city-council
    """
    given = {
        "text": text,
        "stronger_than": stronger_than,
        "part_of": part_of,
        "could_confirm": could_confirm,
        "credibility": credibility,
    }
    add(Kind.CLAIM, given, Where(data=data, file=file, id_=id_, ask=ask, dry_run=dry_run))
