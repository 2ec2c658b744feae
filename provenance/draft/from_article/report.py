"""The report that an article is: its fields, as the page says them, and what a reader is to be told of it."""

from provenance.article import Article, Fetched, Span
from provenance.attribution import Found
from provenance.draft.drafting import Draft
from provenance.draft.ids import slug
from provenance.draft.known import Known, host_of
from provenance.draft.proposal import Entry
from provenance.model import Workspace
from provenance.safe import one_line
from provenance.wording.numbers import plural

_LONGEST = 160


def propose_report(draft: Draft, article: Article, found: Found, outlet: str | None) -> Entry:
    """Put the report down; `outlet` is the id or name that a person gave for who published it."""
    where = article.file
    by = _outlet(draft, article, outlet)
    date = article.published
    day = date[:10] if date else None
    wanted = "-".join(filter(None, (slug(draft.outlet_name(by or ""), ""), day or "undated")))
    wanted = wanted if by else slug(article.title or "", "report")
    fields = {
        "outlet": by,
        "title": article.title,
        "author": ", ".join(article.authors),
        "url": article.url,
        "published": f"{day}?" if article.published_by == "guessed" else date,
        "language": article.language,
    }
    made = draft.report(article.url or f"{by} {article.title} {date}", where, fields, wanted)
    if by is None:
        made.fields["outlet"] = f"unknown outlet of {made.id}"
        made.remark("who published it is not in what was read: name it with --outlet")
    if article.published_by == "guessed":
        made.remark("the date was worked out from the page, which names none for the article: check it")
    if article.lossy:
        made.remark(f"some of it was no text in {article.encoding}: it stands as \ufffd")
    for conflict in found.conflicts:
        made.remark(f"the article disagrees with itself: {conflict.words}")
    silent = [_excerpt(article, span) for span in found.unattributed]
    if silent:
        made.remark(f"no attribution found in {plural(len(silent), 'sentence')}:")
    for sentence in silent:
        made.remark(f"- “{sentence}”")
    return made


def note_page(draft: Draft, report: Entry, fetched: Fetched, page: str | None) -> None:
    """Say when the page was read, and what was kept of it."""
    draft.put(report, "accessed", fetched.accessed, fetched.url)
    draft.put(report, "url", fetched.final_url, fetched.url)
    report.remark(f"the page as fetched: {page or 'not kept'}, sha256 {fetched.sha256}")


def outlet_of(article: Article, workspace: Workspace) -> str | None:
    """Give the id of an article's outlet, by the host of its address or its own name; else that name."""
    host = host_of(article.url) if article.url else None
    return Known(workspace).outlet(article.site, host) or article.site


def _outlet(draft: Draft, article: Article, given: str | None) -> str | None:
    """Give what stands for the outlet: as given, by the host of the address, or by the name the page gives itself."""
    if given is not None:
        return draft.outlet(given, article.file, record=True)
    host = host_of(article.url) if article.url else None
    name = one_line(article.site or "").strip() or host
    return draft.outlet(name, article.file, url=article.url, record=True) if name else None


def _excerpt(article: Article, span: Span | tuple[int, int]) -> str:
    words = " ".join(article.text[span[0] : span[1]].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
