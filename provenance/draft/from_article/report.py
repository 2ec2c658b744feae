"""The report that an article is: its fields, as the page says them, and what a reader is to be told of it."""

import re
from collections.abc import Iterator

from provenance.article import Article, Fetched, Span
from provenance.attribution import Found
from provenance.draft.drafting import Draft
from provenance.draft.ids import report_id
from provenance.draft.known import Known, host_of
from provenance.draft.proposal import Entry
from provenance.model import Workspace
from provenance.safe import one_line
from provenance.wording.numbers import plural

_LONGEST = 160
"""Letters of a word of the title that tells one report from another."""
_PARTS = re.compile(r"\s[|–—-]\s")


def propose_report(draft: Draft, article: Article, found: Found, outlet: str | None) -> Entry:
    """Put the report down; `outlet` is the id or name that a person gave for who published it."""
    where = article.file
    by, matched = _outlet(draft, article, outlet)
    date = article.published
    day = date[:10] if date else None
    wanted = report_id(draft.outlet_name(by) if by else "", day, article.title or "", draft.known.ids)
    fields = {
        "outlet": by,
        "title": article.title,
        "author": ", ".join(article.authors),
        "url": article.url,
        "published": f"{day}?" if article.published_by == "guessed" else date,
        "language": article.language,
    }
    made = draft.report(article.url or f"{by} {article.title} {date}", where, fields, wanted)
    if matched:
        made.remark(matched)
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
        draft.remains += [
            f"No attribution found in {plural(len(silent), 'sentence')}:",
            *(f"- “{each}”" for each in silent),
        ]
    return made


def note_page(draft: Draft, report: Entry, fetched: Fetched, page: str | None) -> None:
    """Say when the page was read, and what was kept of it."""
    draft.put(report, "accessed", fetched.accessed, fetched.url)
    draft.put(report, "url", fetched.final_url, fetched.url)
    report.remark(f"the page as fetched: {page or 'not kept'}, sha256 {fetched.sha256}")


def outlet_of(article: Article, workspace: Workspace) -> str | None:
    """Give the id of an article's outlet, by the host of its address, else by its own name; else that name."""
    known = Known(workspace)
    return _by_host(known, article) or next(_by_name(known, article), (article.site, ""))[0]


def _outlet(draft: Draft, article: Article, given: str | None) -> tuple[str | None, str | None]:
    """Give what stands for the outlet, with a comment where only the name the page gives itself says so.

    It is as given, by the host of the address, by that name, or new.
    """
    if given is not None:
        return draft.outlet(given, article.file, record=True), None
    there = _by_host(draft.known, article)
    if there:
        return draft.outlet(there, article.file), None
    host = host_of(article.url) if article.url else None
    for id_, name in _by_name(draft.known, article):
        its = f"the domain '{host}' is not among its own" if host else "the page names no address"
        place = draft.known.place(id_)
        return draft.outlet(
            id_, article.file
        ), f"outlet '{id_}' ({place}) by the name of the page, '{name}': {its}; check it"
    name = one_line(article.site or "").strip() or host or ""
    return (draft.outlet(name, article.file, url=article.url, record=True) if name else None), None


def _by_host(known: Known, article: Article) -> str | None:
    host = host_of(article.url) if article.url else None
    return known.outlet(None, host) if host else None


def _by_name(known: Known, article: Article) -> Iterator[tuple[str, str]]:
    """Find the outlet by the name a page gives itself: all of it, else one of its parts ("AA | World")."""
    site = one_line(article.site or "").strip()
    for name in filter(None, (site, *_PARTS.split(site))):
        there = known.outlet(name)
        if there:
            yield there, name


def _excerpt(article: Article, span: Span | tuple[int, int]) -> str:
    words = " ".join(article.text[span[0] : span[1]].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
