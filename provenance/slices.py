"""The part of a workspace that the answers for one claim come from.

The trace of a claim over its slice is the trace over the whole workspace: the slice holds whatever the walk, the origin
groups, the responses and the findings look at. What a record needs beside itself is told by `Needs.of`, one record at a
time, so that an index can keep it and a corpus can be cut by it (provenance/index/, provenance/corpus/).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar

from provenance.claims import ClaimTies
from provenance.families import outlet_families
from provenance.model import (
    FIRST_REPORTED_BY,
    UNNAMED,
    Citation,
    CitedKind,
    Report,
    Response,
    Source,
    Statement,
    UnclearCitation,
    Workspace,
    each_citation,
)
from provenance.spelling import folded

V = TypeVar("V")


class RecordKind(StrEnum):
    """The kinds of record a slice is made of; MENTION is a claim that a report states and the slice is not about."""

    CLAIM = "claim"
    MENTION = "mention"
    OUTLET = "outlet"
    PARTY = "party"
    SOURCE = "source"
    REPORT = "report"
    RESPONSE = "response"
    DEPENDENCE = "dependence"


class Key(NamedTuple):
    """Names one record of a workspace: by its id, or its place in the list of responses or dependences."""

    kind: RecordKind
    id: str
    number: int = 0


OF_CITED = {
    CitedKind.REPORT: RecordKind.REPORT,
    CitedKind.SOURCE: RecordKind.SOURCE,
    CitedKind.PARTY: RecordKind.PARTY,
    CitedKind.OUTLET: RecordKind.OUTLET,
}
"""The kind of record that a citation names."""


def reached(start: Key, needs: Callable[[Key], Iterable[Key]]) -> set[Key]:
    """Give `start` and everything it needs, directly or not."""
    seen = {start}
    waiting = [start]
    while waiting:
        for key in needs(waiting.pop()):
            if key not in seen:
                seen.add(key)
                waiting.append(key)
    return seen


class Needs:
    """What each record of a workspace needs beside itself for an answer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._ties = ClaimTies(workspace.claims)

    def keys(self) -> Iterator[Key]:
        """Give every record of the workspace, once, in its order; the cases apart, which no answer needs."""
        workspace = self._workspace
        for kind, records in self._all_by_id:
            yield from (Key(kind, id_) for id_ in records)
        yield from (Key(RecordKind.RESPONSE, "", number) for number in range(len(workspace.responses)))
        yield from (Key(RecordKind.DEPENDENCE, "", number) for number in range(len(workspace.dependences)))

    def of(self, key: Key) -> list[Key]:
        """Give what one record needs, each once."""
        match key.kind:
            case RecordKind.CLAIM:
                found = self._of_claim(key.id)
            case RecordKind.REPORT:
                found = self._of_report(self._workspace.reports[key.id])
            case RecordKind.OUTLET:
                found = self._of_outlet(key.id)
            case RecordKind.SOURCE:
                found = self._of_source(self._workspace.sources[key.id])
            case RecordKind.PARTY:
                found = self._of_party(key.id)
            case RecordKind.RESPONSE:
                found = self._of_response(self._workspace.responses[key.number])
            case RecordKind.DEPENDENCE:
                found = map(self._named, self._workspace.dependences[key.number].between)
            case RecordKind.MENTION:
                found = iter(())
        return list(dict.fromkeys(found))

    def _of_claim(self, id_: str) -> Iterator[Key]:
        yield from (Key(RecordKind.CLAIM, other) for other in sorted(self._ties.neighbours(id_)))
        yield from (Key(RecordKind.PARTY, party) for party in self._workspace.claims[id_].could_confirm)
        for report, said in self._said.get(id_, ()):
            yield Key(RecordKind.REPORT, report)
            yield from _cited(said.cites)
            yield from self._said_to_be_first(said)
        yield from (Key(RecordKind.RESPONSE, "", number) for number in self._answered.get(id_, ()))

    def _of_report(self, report: Report) -> Iterator[Key]:
        yield Key(RecordKind.OUTLET, report.outlet)
        yield from (Key(RecordKind.MENTION, said.claim) for said in report.says)
        yield from self._dependences(report.id)

    def _said_to_be_first(self, said: Statement) -> Iterator[Key]:
        first = dict(said.details).get(FIRST_REPORTED_BY, "")
        if first in self._workspace.reports:
            yield Key(RecordKind.REPORT, first)
        elif folded(first) in self._outlet_names:
            yield Key(RecordKind.OUTLET, self._outlet_names[folded(first)])

    def _of_outlet(self, id_: str) -> Iterator[Key]:
        owner = folded(self._workspace.outlets[id_].owner or "")
        if owner in self._outlet_names:
            yield Key(RecordKind.OUTLET, self._outlet_names[owner])
        yield from (Key(RecordKind.REPORT, report) for report in self._tied_reports.get(self._families[id_], ()))
        yield from self._dependences(id_)

    def _of_source(self, source: Source) -> Iterator[Key]:
        if source.party is not None:
            yield Key(RecordKind.PARTY, source.party)
        yield from (Key(RecordKind.SOURCE, other) for other in sorted(self._same.get(source.id, ())))
        yield from self._dependences(source.id)

    def _of_party(self, id_: str) -> Iterator[Key]:
        yield from (Key(RecordKind.SOURCE, source) for source in self._tied_sources.get(id_, ()))
        yield from self._dependences(id_)

    def _of_response(self, response: Response) -> Iterator[Key]:
        by = RecordKind.PARTY if response.by in self._workspace.parties else RecordKind.SOURCE
        yield Key(by, response.by)
        yield from (Key(RecordKind.REPORT, report) for report in response.reported_by)
        yield from _cited(response.cites)

    def _named(self, id_: str) -> Key:
        """Give what an id of a dependence names."""
        return Key(next(kind for kind, records in self._all_by_id if id_ in records), id_)

    def _dependences(self, id_: str) -> Iterator[Key]:
        return (Key(RecordKind.DEPENDENCE, "", number) for number in self._named_by.get(id_, ()))

    @cached_property
    def _said(self) -> dict[str, list[tuple[str, Statement]]]:
        """Each claim's statements, with the reports they stand in."""
        found: dict[str, list[tuple[str, Statement]]] = {}
        for report in self._workspace.reports.values():
            for said in report.says:
                found.setdefault(said.claim, []).append((report.id, said))
        return found

    @cached_property
    def _answered(self) -> dict[str, list[int]]:
        """Each claim's responses."""
        found: dict[str, list[int]] = {}
        for number, response in enumerate(self._workspace.responses):
            found.setdefault(response.claim, []).append(number)
        return found

    @cached_property
    def _named_by(self) -> dict[str, list[int]]:
        """The dependences that name an id."""
        found: dict[str, list[int]] = {}
        for number, record in enumerate(self._workspace.dependences):
            for id_ in dict.fromkeys(record.between):
                found.setdefault(id_, []).append(number)
        return found

    @cached_property
    def _same(self) -> dict[str, set[str]]:
        """The sources that are, certainly or possibly, the same as a source."""
        found: dict[str, set[str]] = {}
        for source in self._workspace.sources.values():
            for tie in source.same_as:
                found.setdefault(source.id, set()).add(tie.source)
                found.setdefault(tie.source, set()).add(source.id)
        return found

    @cached_property
    def _tied_sources(self) -> dict[str, list[str]]:
        """The sources of a party that are tied to anything else: through them the party is tied to it."""
        found: dict[str, list[str]] = {}
        for source in self._workspace.sources.values():
            if source.party is not None and (source.id in self._same or source.id in self._named_by):
                found.setdefault(source.party, []).append(source.id)
        return found

    @cached_property
    def _tied_reports(self) -> dict[str, list[str]]:
        """The reports through which an outlet family is tied to what a dependence names besides.

        Those that are named themselves. Where the outlet is named, one report that certainly counts for its family
        does what all would do; without such a one, each that may.
        """
        found: dict[str, list[str]] = {}
        perhaps: dict[str, list[str]] = {}
        certain: set[str] = set()
        for id_ in sorted(self._workspace.reports):
            report = self._workspace.reports[id_]
            outlet = self._workspace.outlets[report.outlet]
            counts = {counts_for_owner(said) for said in report.says} if outlet.id in self._named_by else set()
            first = True in counts and not outlet.passes_on_only and outlet.id not in certain
            if first:
                certain.add(outlet.id)
            if first or id_ in self._named_by:
                found.setdefault(self._families[outlet.id], []).append(id_)
            elif None in counts and not outlet.passes_on_only:
                perhaps.setdefault(outlet.id, []).append(id_)
        for named in perhaps.keys() - certain:
            found.setdefault(self._families[named], []).extend(perhaps[named])
        return found

    @cached_property
    def _families(self) -> dict[str, str]:
        return outlet_families(self._workspace)

    @cached_property
    def _outlet_names(self) -> dict[str, str]:
        return self._workspace.outlet_names

    @cached_property
    def _all_by_id(self) -> tuple[tuple[RecordKind, Mapping[str, object]], ...]:
        return _by_id(self._workspace)


def counts_for_owner(said: Statement) -> bool | None:
    """Tell whether a statement is one of its outlet's own, so that the outlet's owner ties it to others; None: perhaps.

    That the outlet only passes on what others report is looked at by the caller.
    """
    if not said.cites:
        return said.basis is not None
    return None if said.may_lose_all else False


def part(workspace: Workspace, keys: set[Key]) -> Workspace:
    """Give the workspace of some of the records, in their old order."""
    claims = {key.id for key in keys if key.kind in (RecordKind.CLAIM, RecordKind.MENTION)}

    def kept(kind: RecordKind, records: Mapping[str, V]) -> dict[str, V]:
        ids = claims if kind is RecordKind.CLAIM else {key.id for key in keys if key.kind is kind}
        return {id_: records[id_] for id_ in sorted(ids)}

    def numbered(kind: RecordKind, records: Sequence[V]) -> tuple[V, ...]:
        return tuple(records[number] for number in sorted(key.number for key in keys if key.kind is kind))

    return Workspace(
        root=workspace.root,
        outlets=kept(RecordKind.OUTLET, workspace.outlets),
        parties=kept(RecordKind.PARTY, workspace.parties),
        sources=kept(RecordKind.SOURCE, workspace.sources),
        claims=kept(RecordKind.CLAIM, workspace.claims),
        reports=kept(RecordKind.REPORT, workspace.reports),
        responses=numbered(RecordKind.RESPONSE, workspace.responses),
        dependences=numbered(RecordKind.DEPENDENCE, workspace.dependences),
    )


def _by_id(workspace: Workspace) -> tuple[tuple[RecordKind, Mapping[str, object]], ...]:
    return (
        (RecordKind.CLAIM, workspace.claims),
        (RecordKind.OUTLET, workspace.outlets),
        (RecordKind.PARTY, workspace.parties),
        (RecordKind.SOURCE, workspace.sources),
        (RecordKind.REPORT, workspace.reports),
    )


def _cited(cites: Iterable[Citation | UnclearCitation]) -> Iterator[Key]:
    """Give the records that citations name; an unnamed outlet is none."""
    return (Key(OF_CITED[citation.kind], citation.id) for citation in each_citation(cites) if citation.id != UNNAMED)
