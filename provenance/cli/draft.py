"""`provenance draft ARTICLE`."""

from typing import Annotated

import typer

from provenance.article import ArticleError
from provenance.cli.articles import Ways, choose_language, page_beside, print_found, read, refuse_to_replace, show
from provenance.cli.options import DATA, Data, open_loaded, refuse_problems
from provenance.cli.output import Stop, print_text
from provenance.cli.review import review
from provenance.draft.from_article import Wanted, propose_article

Articles = Annotated[
    list[str], typer.Argument(metavar="ARTICLE", help="A file (.html, .txt), a web address, or - for standard input.")
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="OUTLET", help="Who published it: an id or a name.")]
Claim = Annotated[str | None, typer.Option("--claim", metavar="CLAIM", help="The claim to draft for: an id or a text.")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="NEW", help="A new file for the YAML; else standard output.")
]
Language = Annotated[str | None, typer.Option("--language", metavar="TAG", help="Its language, where it does not say.")]
AsLines = Annotated[
    bool, typer.Option("--json", help="What was found, one JSON object a line, of several articles too.")
]
Review = Annotated[bool, typer.Option("--review", help="Go through what was found one by one: keep, fix, drop, add.")]
Save = Annotated[
    str | None,
    typer.Option("--save", metavar="NEW", help="A new file for the fetched page; else NEW.html beside -o NEW.yaml."),
]
Parser = Annotated[bool, typer.Option("--nlp", help="Let a parser (extra nlp; English) add what the rules miss.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")]


def command(
    articles: Articles,
    outlet: Outlet = None,
    claim: Claim = None,
    output: Output = None,
    language: Language = None,
    as_json: AsLines = False,
    by_hand: Review = False,
    save: Save = None,
    nlp: Parser = False,
    allow_private: Private = False,
    data: Data = DATA,
) -> None:
    """Read an article and propose its record: who it names as its sources, in which words, for you to review.

    Nothing that is there is changed, and nothing is fetched unless you give an address.
    What your records (--data) hold already is referred to, or written as a comment.

    Examples:
      provenance draft article.html --claim s400-asked -o draft.yaml
    """
    choose_language(language)
    if len(articles) > 1 and not as_json:
        raise Stop("provenance: one article makes one draft; several at once are read with --json")
    loaded = open_loaded(data, may_be_missing=True)
    ways = Ways(language, nlp, allow_private)
    if as_json and (output or claim or save or by_hand):
        raise Stop(
            "provenance: --json prints what was found, and makes no draft: leave -o, --claim, --save and --review out"
        )
    if as_json:
        raise typer.Exit(print_found(articles, loaded.workspace, outlet, ways))
    page = save or page_beside(output, articles[0])
    refuse_to_replace(output, page)
    try:
        reading = read(articles[0], loaded.workspace, ways)
    except ArticleError as error:
        refuse_problems([error.problem])
    if by_hand:
        reading = reading._replace(found=review(reading.article, reading.found))
    wanted = Wanted(outlet, claim, reading.language, reading.fetched, page)
    proposal, text = propose_article(reading.article, reading.found, loaded.workspace, loaded.texts, wanted)
    if all(entry.duplicate_of for entry in proposal.entries):
        print_text("provenance: all of it is in your records already; no file was written\n", to_stderr=True)
        output = page = None
    pages = {page: reading.fetched.bytes} if page and reading.fetched else {}
    show(reading, text, output, pages)
