"""Outlets that are the same in two states of the records, though one of the two has no record of the outlet."""

from collections.abc import Mapping
from typing import TypeVar

from provenance.model import Citation, CitedKind, Report, Response, Statement, UnclearCitation, Workspace
from provenance.spelling import folded
from provenance.value import replaced

C = TypeVar("C", Statement, Response)


def with_outlets_of(old: Workspace, new: Workspace) -> Workspace:
    """Give `old` with the ids that `new` has for outlets of which one of the two has no record.

    Such an outlet stands under its printed name, one with a record under its id: writing the record down changes the
    id in every report, and in none what it means. No two outlets become one.
    """
    ids = _new_ids(old, new)
    if not ids:
        return old
    outlets = {
        ids.get(id_, id_): replaced(outlet, id=ids[id_], aliases=(*outlet.aliases, id_)) if id_ in ids else outlet
        for id_, outlet in old.outlets.items()
    }
    return replaced(
        old,
        outlets=dict(sorted(outlets.items())),
        reports={id_: _report(report, ids) for id_, report in old.reports.items()},
        responses=tuple(_citing(response, ids) for response in old.responses),
        dependences=tuple(
            replaced(record, between=tuple(ids.get(id_, id_) for id_ in record.between)) for record in old.dependences
        ),
    )


def _new_ids(old: Workspace, new: Workspace) -> dict[str, str]:
    named = new.outlet_names
    ids: dict[str, str] = {}
    for outlet in old.outlets.values():
        names = (outlet.id, outlet.name, *outlet.aliases) if outlet.id not in new.outlets else ()
        for id_ in (named[folded(name)] for name in names if folded(name) in named):
            unrecorded = outlet.implicit or new.outlets[id_].implicit
            if unrecorded and id_ not in old.outlets and id_ not in ids.values():
                ids[outlet.id] = id_
                break
    return ids


def _report(report: Report, ids: Mapping[str, str]) -> Report:
    says = tuple(_citing(said, ids) for said in report.says)
    return replaced(report, outlet=ids.get(report.outlet, report.outlet), says=says)


def _citing(citing: C, ids: Mapping[str, str]) -> C:
    return replaced(citing, cites=tuple(_cited(cited, ids) for cited in citing.cites)) if citing.cites else citing


def _cited(cited: Citation | UnclearCitation, ids: Mapping[str, str]) -> Citation | UnclearCitation:
    if isinstance(cited, UnclearCitation):
        return replaced(cited, alternatives=tuple(_outlet(one, ids) for one in cited.alternatives))
    return _outlet(cited, ids)


def _outlet(cited: Citation, ids: Mapping[str, str]) -> Citation:
    named = cited.kind is CitedKind.OUTLET and cited.id in ids
    return replaced(cited, id=ids[cited.id]) if named else cited
