"""What was read of a report that the workspace has already, and its record does not have: a person has to see it."""

from collections.abc import Iterable, Iterator, Mapping

from provenance.dates import Date
from provenance.draft.proposal import Entry, Value
from provenance.model import Report, Statement, Workspace, each_citation


def differences(entry: Entry, workspace: Workspace) -> Iterator[str]:
    """Say what the entry of a known report has and its record does not, or has otherwise."""
    there = workspace.reports[entry.id]
    yield from _fields(entry.fields, there, ("says", "status"))
    says = entry.fields.get("says", [])
    for said in says if isinstance(says, list) else ():
        assert isinstance(said, dict)
        claim = said["claim"]
        assert isinstance(claim, str)
        statement = there.statement_on(claim)
        if statement is None:
            yield f"says: {said}"
        else:
            yield from (f"on {claim}: {each}" for each in _statement(said, statement))
    status = entry.fields.get("status")
    if isinstance(status, dict) and not set(status) <= {change.value for change, _ in there.changes}:
        yield f"status: {status}"


def _statement(said: Mapping[str, Value], there: Statement) -> Iterator[str]:
    yield from _fields(said, there, ("claim", "cites"))
    known = {citation.id for citation in each_citation(there.cites)}
    cites = said.get("cites", [])
    for citation in cites if isinstance(cites, list) else [cites]:
        if not _named(citation) <= known:
            yield f"cites: {citation}"


def _fields(found: Mapping[str, Value], there: Report | Statement, apart: Iterable[str]) -> Iterator[str]:
    for name, words in found.items():
        if name not in apart:
            has = getattr(there, name)
            if (has.text if isinstance(has, Date) else has) != words:
                yield f"{name}: {words}"


def _named(citation: Value) -> set[str]:
    """Give the ids that a citation, or an unclear one, names."""
    if isinstance(citation, str):
        return {citation}
    if isinstance(citation, list):
        return {id_ for one in citation for id_ in _named(one)}
    named = (citation[name] for name in ("unclear", "report", "source", "party", "outlet") if name in citation)
    return {id_ for one in named for id_ in _named(one)}
