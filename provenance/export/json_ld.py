"""JSON-LD in the words of schema.org: claims, where they appear, where they first did. No rating: we judge no truth.

The context stands inside, so that nothing is fetched to read it; `<` is escaped, so that it can stand in a `<script>`.
What a file keeps: claim_shapes.ttl (SHACL).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from provenance.dates import Date
from provenance.export import Output
from provenance.export.figure import Export, FigureNode
from provenance.export.references import Reference, references_of
from provenance.export.words import claim_words, in_doubt, sound_address
from provenance.graph import NodeKind
from provenance.json_text import dump_json
from provenance.model import Change, Outlet, OutletKind, SourceKind, Stance
from provenance.trace.answer import Trace
from provenance.trace.first import surely_first
from provenance.wording.names import count_words
from provenance.wording.verdict import not_established, status_words

_ISO = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}(T[0-9:]+(Z|[-+][0-9:]+)?)?)?)?")
_NEWS = (OutletKind.NEWSPAPER, OutletKind.BROADCASTER, OutletKind.AGENCY, OutletKind.MAGAZINE, OutletKind.SPECIALIST)
_ARTICLES = {
    **dict.fromkeys(_NEWS, "NewsArticle"),
    OutletKind.BLOG: "BlogPosting",
    OutletKind.PLATFORM: "SocialMediaPosting",
}
_OUTLETS = {
    **dict.fromkeys(_NEWS, "NewsMediaOrganization"),
    OutletKind.GOVERNMENT: "GovernmentOrganization",
    OutletKind.COMPANY: "Corporation",
    OutletKind.NGO: "NGO",
}

Thing = dict[str, object]


def render(export: Export) -> tuple[Output, ...]:
    """Write claims, the reports of their graph, their outlets and the documents they cite."""
    references = references_of(export)
    outlets = {reference.outlet.id: reference.outlet for reference in references}
    places = {id_: f"#outlet-{number}" for number, id_ in enumerate(sorted(outlets))}
    cited = _cited(export)
    graph = [
        _record(export),
        *(_claim(export, answer) for answer in export.answers),
        *_tied(export),
        *(_report(each, places[each.outlet.id], cited.get(each.report.id, ())) for each in references),
        *_documents(export),
        *(_outlet(outlets[id_], place) for id_, place in places.items()),
    ]
    document = {"@context": {"@vocab": "https://schema.org/"}, "@graph": [_known(thing) for thing in graph]}
    return (Output("", dump_json(document).replace("<", "\\u003c")),)


def _known(thing: Thing) -> Thing:
    """Leave out what is not recorded."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _record(export: Export) -> Thing:
    """Say what is on record, and up to when: a claim has no end, but what is known of it has."""
    as_of = export.answers[0].as_of if export.answers else None
    return {
        "@id": "#record",
        "@type": "Dataset",
        "name": claim_words(export.figure),
        "description": export.figure.left_out,
        "temporalCoverage": _until(as_of) if as_of else None,
        "about": [{"@id": _claim_id(answer.claim)} for answer in export.answers],
    }


def _until(as_of: Date) -> str | None:
    """Give a cut-off date as an ISO 8601 interval without a beginning; None where ISO 8601 cannot say its end."""
    end = as_of.text.rsplit("/", 1)[-1].rstrip("?~%")
    return f"../{end}" if _ISO.fullmatch(end) else None


def _claim(export: Export, answer: Trace) -> Thing:
    first = surely_first(export.tracer.support(answer.claim, answer.as_of))
    shown = {node.record for node in _statements(export, answer.claim)}
    words = f"{answer.status.upper()} · {count_words(answer.origin_count)}. {status_words(answer)}"
    return {
        **_appearances(export, answer.claim, answer.text),
        "description": f"{words} {not_established(export.tracer.graph, answer)}",
        "firstAppearance": {"@id": _report_id(first)} if first in shown and first else None,
        "isPartOf": {"@id": "#record"},
    }


def _tied(export: Export) -> Iterator[Thing]:
    """Give the claims that reports make in place of those asked about."""
    asked = {answer.claim for answer in export.answers}
    for claim in sorted({node.claim for node in export.figure.nodes if node.claim} - asked):
        yield _appearances(export, claim, export.tracer.workspace.claims[claim].text)


def _appearances(export: Export, claim: str, text: str) -> Thing:
    """Give a claim with the reports that support it as its appearances, and those that answer it as about it."""
    nodes = list(_statements(export, claim))
    return {
        "@id": _claim_id(claim),
        "@type": "Claim",
        "text": text,
        "appearance": [{"@id": _report_id(node.record)} for node in nodes if node.stance is Stance.SUPPORTS],
        "subjectOf": [{"@id": _report_id(node.record)} for node in nodes if node.stance is not Stance.SUPPORTS],
    }


def _report(reference: Reference, outlet: str, cited: Iterable[str]) -> Thing:
    report = reference.report
    changes = [f"{change} {date.text}" for change, date in reference.changes if change is not Change.CORRECTED]
    return {
        "@id": _report_id(report.id),
        "@type": _ARTICLES.get(reference.outlet.kind, "Article") if reference.outlet.kind else "Article",
        "headline": report.title,
        "url": sound_address(report.url),
        "archivedAt": sound_address(report.archived),
        "identifier": [each for each in (report.url, report.archived) if each and not sound_address(each)],
        "author": report.author,
        "inLanguage": report.language,
        "datePublished": report.published.text if report.published and _ISO.fullmatch(report.published.text) else None,
        "publisher": {"@id": outlet},
        "creativeWorkStatus": "; ".join(changes),
        "correction": [f"{change} {date.text}" for change, date in reference.changes if change is Change.CORRECTED],
        "citation": [{"@id": place} for place in cited],
    }


def _cited(export: Export) -> Mapping[str, list[str]]:
    """Give the reports and documents that each report surely cites for what they say, in the order of the figure."""
    nodes = {node.id: node for node in export.figure.nodes}
    found: dict[str, dict[str, None]] = {}
    for edge in export.figure.edges:
        place = _place(export, nodes[edge.cited])
        if place and not in_doubt(edge) and not edge.not_said:
            found.setdefault(nodes[edge.citing].record, {})[place] = None
    return {report: list(places) for report, places in found.items()}


def _place(export: Export, node: FigureNode) -> str | None:
    if node.kind in (NodeKind.STATEMENT, NodeKind.REPORT):
        return _report_id(node.record)
    document = node.kind is NodeKind.SOURCE and export.tracer.workspace.sources[node.record].kind is SourceKind.DOCUMENT
    return f"#source-{node.record}" if document else None


def _documents(export: Export) -> Iterator[Thing]:
    for node in export.figure.nodes:
        place = _place(export, node)
        if place and node.kind is NodeKind.SOURCE:
            address = sound_address(node.url)
            more = {"url": address} if address else {"identifier": node.url}
            yield {"@id": place, "@type": "CreativeWork", "name": node.label, **more}


def _outlet(outlet: Outlet, place: str) -> Thing:
    kind = _OUTLETS.get(outlet.kind, "Organization") if outlet.kind else "Organization"
    return {"@id": place, "@type": kind, "name": outlet.name}


def _statements(export: Export, claim: str) -> Iterator[FigureNode]:
    return (node for node in export.figure.nodes if node.kind is NodeKind.STATEMENT and node.claim == claim)


def _claim_id(claim: str) -> str:
    return f"#claim-{claim}"


def _report_id(report: str) -> str:
    return f"#report-{report}"
