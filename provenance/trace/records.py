"""Which records differ between two states of a workspace, and in what: before any claim is traced."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from provenance.agents import Agents
from provenance.model import Case, Dependence, Outlet, Report, Workspace
from provenance.trace.difference import (
    ActDifference,
    FieldDifference,
    How,
    RecordDifference,
    RecordKind,
    ResponseDifference,
    StatementDifference,
)
from provenance.trace.meaning import field_differences, item_key, paired
from provenance.value import value

V = TypeVar("V")

_OF_CLAIMS = ("says", "changes")
"""The fields of a report that are looked at claim by claim."""


@value
class RecordDifferences:
    """What differs record by record.

    `records` belong to no single claim; `claims` are those that came, went or changed, with their changed fields;
    `reports` are all that came, went or changed in anything.
    """

    records: tuple[RecordDifference, ...]
    claims: Mapping[str, tuple[FieldDifference, ...]]
    reports: frozenset[str]
    acts: tuple[ActDifference, ...]
    statements: tuple[StatementDifference, ...]
    responses: tuple[ResponseDifference, ...]

    @property
    def found(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.records or self.claims or self.reports or self.responses)


def compare_records(written: Workspace, old: Workspace, new: Workspace) -> RecordDifferences:
    """Compare two states; `old` has the outlet ids of `new` (same_outlets.py), `written` is the same as it stands."""
    reports = tuple(_reports(old, new))
    in_both = [id_ for id_ in new.reports if id_ in old.reports]
    statements = tuple(found for id_ in in_both for found in _statements(old.reports[id_], new.reports[id_]))
    acts = tuple(found for id_ in in_both for found in _acts(old.reports[id_], new.reports[id_]))
    came_or_went = old.reports.keys() ^ new.reports.keys()
    records = (
        *_without_ids(RecordKind.CASE, old.cases, new.cases, _case_name),
        *_of_kind(RecordKind.OUTLET, _recorded(written), _recorded(new)),
        *_of_kind(RecordKind.PARTY, old.parties, new.parties),
        *_of_kind(RecordKind.SOURCE, old.sources, new.sources),
        *reports,
        *_without_ids(RecordKind.DEPENDENCE, old.dependences, new.dependences, _dependence_name),
    )
    return RecordDifferences(
        records=records,
        claims=_claims(old, new),
        reports=frozenset(came_or_went).union(
            (found.id for found in reports), (found.report for found in statements), (found.report for found in acts)
        ),
        acts=acts,
        statements=statements,
        responses=tuple(_responses(old, new)),
    )


def _claims(old: Workspace, new: Workspace) -> dict[str, tuple[FieldDifference, ...]]:
    found = {id_: field_differences(old.claims[id_], new.claims[id_]) for id_ in new.claims if id_ in old.claims}
    changed = {id_: fields for id_, fields in found.items() if fields}
    return changed | dict.fromkeys(old.claims.keys() ^ new.claims.keys(), ())


def _of_kind(kind: RecordKind, old: Mapping[str, V], new: Mapping[str, V]) -> Iterator[RecordDifference]:
    """Compare the records of one kind, by id."""
    for id_ in sorted(old.keys() | new.keys()):
        if id_ not in old or id_ not in new:
            yield _came_or_went(kind, id_, came=id_ in new)
        elif fields := field_differences(old[id_], new[id_]):
            yield RecordDifference(kind=kind, id=id_, how=How.CHANGED, fields=fields)


def _reports(old: Workspace, new: Workspace) -> Iterator[RecordDifference]:
    """Compare what reports are; of those that say something, what they say and whether they fell is left out."""
    for id_ in sorted(old.reports.keys() | new.reports.keys()):
        before, after = old.reports.get(id_), new.reports.get(id_)
        says = bool((before and before.says) or (after and after.says))
        if before and after:
            fields = field_differences(before, after, without=_OF_CLAIMS if says else ("says",))
            if fields:
                yield RecordDifference(kind=RecordKind.REPORT, id=id_, how=How.CHANGED, fields=fields)
        elif not says:
            yield _came_or_went(RecordKind.REPORT, id_, came=after is not None)


def _came_or_went(kind: RecordKind, id_: str, *, came: bool) -> RecordDifference:
    return RecordDifference(kind=kind, id=id_, how=How.ADDED if came else How.REMOVED)


def _recorded(workspace: Workspace) -> dict[str, Outlet]:
    return {id_: outlet for id_, outlet in workspace.outlets.items() if not outlet.implicit}


def _without_ids(
    kind: RecordKind, old: Iterable[V], new: Iterable[V], name: Callable[[V], str]
) -> Iterator[RecordDifference]:
    for before, after in paired(old, new, name):
        if before and after:
            fields = field_differences(before, after)
            yield RecordDifference(kind=kind, id=name(after), how=How.CHANGED, fields=fields)
        elif found := before or after:
            yield _came_or_went(kind, name(found), came=after is not None)


def _case_name(case: Case) -> str:
    return case.title or case.question or "without a title"


def _dependence_name(record: Dependence) -> str:
    return f"{record.kind} {', '.join(sorted(record.between))}"


def _statements(old: Report, new: Report) -> Iterator[StatementDifference]:
    before = {said.claim: said for said in old.says}
    after = {said.claim: said for said in new.says}
    for claim in sorted(before.keys() | after.keys()):
        if claim not in before or claim not in after:
            how = How.ADDED if claim in after else How.REMOVED
            yield StatementDifference(report=new.id, claim=claim, how=how)
        elif fields := field_differences(before[claim], after[claim]):
            yield StatementDifference(report=new.id, claim=claim, how=How.CHANGED, fields=fields)


def _acts(old: Report, new: Report) -> Iterator[ActDifference]:
    before, after = ({item_key(found): found for found in report.changes} for report in (old, new))
    for how, mine, other in ((How.REMOVED, before, after), (How.ADDED, after, before)):
        acts = [found for meaning, found in mine.items() if meaning not in other]
        for act, date in sorted(acts, key=lambda found: (found[1].sort_key, found[1].text)):
            yield ActDifference(report=new.id, act=act, date=date, how=how)


def _responses(old: Workspace, new: Workspace) -> Iterator[ResponseDifference]:
    then, now = Agents(old.sources), Agents(new.sources)
    for before, after in paired(old.responses, new.responses, lambda one: (one.claim, one.by, one.stance)):
        if before and after:
            fields = field_differences(before, after)
            yield ResponseDifference(party=now.of(after.by), response=after, how=How.CHANGED, fields=fields)
        elif after:
            yield ResponseDifference(party=now.of(after.by), response=after, how=How.ADDED)
        elif before:
            yield ResponseDifference(party=then.of(before.by), response=before, how=How.REMOVED)
