"""An article and what was found in it, as a proposed record: one report, its statements, whom they rest on.

What the mapping takes for what, and why: docs/explanation/drafting.md.
"""

from collections.abc import Mapping
from typing import NamedTuple

from provenance.article import Article, Fetched
from provenance.attribution import Found
from provenance.draft.drafting import Draft
from provenance.draft.from_article.cited import Cited
from provenance.draft.from_article.languages import how_well_read
from provenance.draft.from_article.propositions import Propositions
from provenance.draft.from_article.report import note_page, outlet_of, propose_report
from provenance.draft.from_article.statements import put_attributions
from provenance.draft.proposal import Proposal
from provenance.draft.settled import settle
from provenance.model import Workspace

__all__ = ["Wanted", "outlet_of", "propose_article"]


class Wanted(NamedTuple):
    """What the person says of the article: its outlet (id or name), and its claim (id or text).

    `language` is the one whose rules were used, `fetched` the page as it came from the network, `page` the file it is
    kept in.
    """

    outlet: str | None = None
    claim: str | None = None
    language: str = "en"
    fetched: Fetched | None = None
    page: str | None = None


def propose_article(
    article: Article, found: Found, workspace: Workspace, texts: Mapping[str, str], wanted: Wanted
) -> tuple[Proposal, str]:
    """Propose the record of an article that was read, beside the files of a workspace, and give it with its YAML."""
    draft = Draft(workspace, show_known=True)
    claims = Propositions(draft, article, wanted.claim)
    report = propose_report(draft, article, found, wanted.outlet)
    doubt = how_well_read(wanted.language)
    draft.warnings += [doubt] if doubt else []
    if wanted.fetched:
        note_page(draft, report, wanted.fetched, wanted.page)
    put_attributions(draft, report, claims, Cited(draft, article, report), found)
    return settle(draft.proposal((article.file,)), texts)
