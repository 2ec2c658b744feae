"""The answers for a claim in words, each line with the record of the page that it is about."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from provenance.export.figure import Export
from provenance.export.page.model import ClaimView, Item, Work
from provenance.export.page.replay import replay_of
from provenance.trace.answer import Finding, Gap, GapKind, Origin, Trace
from provenance.wording.deciding import deciding_sentence
from provenance.wording.findings import finding_words
from provenance.wording.names import count_words, id_of, id_words, name_of, origin_words
from provenance.wording.numbers import plural
from provenance.wording.ratings import rating_sentences
from provenance.wording.responses import response_sentences
from provenance.wording.sentence import claim_sentence
from provenance.wording.verdict import not_established, reports_words, status_words

_MANY = 4


def claim_views(export: Export, places: Mapping[str, int]) -> tuple[ClaimView, ...]:
    """Give the answers for each claim of an export; `places` gives records by their ids their number on the page."""
    return tuple(_view(export, answer, places) for answer in export.answers)


def _view(export: Export, answer: Trace, places: Mapping[str, int]) -> ClaimView:
    graph = export.tracer.graph
    support = export.tracer.support(answer.claim, answer.as_of)
    return ClaimView(
        id=answer.claim,
        text=answer.text,
        status=answer.status,
        count=count_words(answer.origin_count),
        reports=reports_words(answer),
        meaning=status_words(answer),
        deciding=deciding_sentence(graph, answer) if answer.origin_count.decided_by else "",
        sentence=claim_sentence(support, answer),
        left_open=not_established(graph, answer),
        origins=tuple(_origin(export, origin, places) for origin in answer.origins),
        work=_work(answer.gaps, places),
        findings=tuple(
            Item(kind=found.kind, words=finding_words(found), named=_named(found, places)) for found in answer.findings
        ),
        responses=tuple(response_sentences(graph, answer.responses)),
        ratings=tuple(rating_sentences(graph, answer.claim, (row.node for row in answer.tree))),
        replay=replay_of(export, answer),
    )


def _origin(export: Export, origin: Origin, places: Mapping[str, int]) -> Item:
    name, id_ = name_of(export.tracer.graph, origin.node), id_of(origin.node)
    reached = ", ".join(origin.reached_by[:_MANY])
    if len(origin.reached_by) > _MANY:
        reached += f" and {len(origin.reached_by) - _MANY:,} more"
    return Item(
        kind=str(origin.group),
        words=f"{name} ({id_})" if id_ and id_ != name else name,
        record=places.get(origin.node.id),
        more=f"{origin_words(origin.kind, origin.doubt)}{f'; reached by {reached}' if reached else ''}",
    )


def _named(finding: Finding, places: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Give the records that a finding is about, or names among its values."""
    values = [value if isinstance(value, tuple) else (value,) for _, value in finding.facts]
    ids = dict.fromkeys([finding.at, *(one for value in values for one in value if isinstance(one, str))])
    return tuple((id_, places[id_]) for id_ in ids if id_ in places)


def _work(gaps: Sequence[Gap], places: Mapping[str, int]) -> tuple[Work, ...]:
    """Put gaps of a kind together, in the order in which the answer has them."""
    return tuple(_of_a_kind(kind, list(found), places) for kind, found in groupby(gaps, key=lambda gap: gap.kind))


def _of_a_kind(kind: GapKind, gaps: Sequence[Gap], places: Mapping[str, int]) -> Work:
    summed = len(gaps) > _MANY and len({(gap.detail, gap.closes) for gap in gaps}) == 1
    items = tuple(
        Item(
            kind=id_words(gap.subject),
            words=gap.detail,
            record=places.get(gap.subject),
            more=f"{gap.closes[:1].upper()}{gap.closes[1:]}.",
        )
        for gap in gaps
    )
    if summed:
        lead = Item(kind=plural(len(gaps), "record"), words=gaps[0].detail, more=items[0].more)
        items = (lead, *items)
    return Work(kind=kind, items=items, summed=summed)
