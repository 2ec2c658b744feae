"""One record as lines: its fields as recorded, its place, and what refers to it."""

from collections.abc import Iterator
from enum import StrEnum

from provenance.dates import Date
from provenance.model import (
    Citation,
    Claim,
    Outlet,
    Party,
    Report,
    Response,
    SameAs,
    Source,
    UnclearCitation,
    Workspace,
    each_citation,
)
from provenance.problems import Place
from provenance.report.lines import Line, Style, line
from provenance.spelling import folded
from provenance.value import Value, field_names, replaced

Record = Claim | Outlet | Party | Report | Source

_QUIET = ("id", "place", "implicit")
_WRITTEN = {"changes": "status"}
"""Fields that a person writes under another key."""


def record_of(workspace: Workspace, id_: str) -> Record | None:
    """Give the record with this id; an outlet may be asked for by a name or alias too, in any case."""
    return (
        workspace.claims.get(id_)
        or workspace.reports.get(id_)
        or workspace.sources.get(id_)
        or workspace.parties.get(id_)
        or workspace.outlets.get(id_)
        or workspace.outlets.get(workspace.outlet_names.get(folded(id_), ""))
    )


def record_lines(workspace: Workspace, record: Record) -> Iterator[Line]:
    """Lay out a record."""
    where = "no record of its own" if isinstance(record, Outlet) and record.implicit else str(record.place)
    yield line((record.id, Style.STRONG), (f"  {type(record).__name__.lower()}  {where}", Style.FAINT))
    yield from _fields(record, "  ")
    references = sorted(set(_references(workspace, record.id)))
    if references:
        yield line()
        yield line(("Named by", Style.HEADING))
        for _, id_, words in references:
            yield line((id_, Style.STRONG), f"  {words}", first="  ", rest="    ")


def _fields(record: object, indent: str) -> Iterator[Line]:
    for name in field_names(record):
        found = getattr(record, name)
        if name in _QUIET or found is None or found == ():
            continue
        written = _WRITTEN.get(name, name)
        if isinstance(found, tuple) and isinstance(found[0], Value):
            yield line((f"{written}:", Style.FAINT), first=indent)
            for item in found:
                yield from _item(item, indent + "  ")
        else:
            yield line((f"{written}: ", Style.FAINT), _value(found), first=indent, rest=indent + "  ")


def _item(item: object, indent: str) -> Iterator[Line]:
    if isinstance(item, Citation | UnclearCitation):
        yield line(_citation(item), first=f"{indent}- ", rest=indent + "  ")
    elif isinstance(item, SameAs):
        yield line(
            f"{item.source}, {'certain' if item.certain else 'possible'}", first=f"{indent}- ", rest=indent + "  "
        )
    else:
        for number, row in enumerate(_fields(item, indent + "  ")):
            yield row if number else replaced(row, first=f"{indent}- ")


def _value(found: object) -> str:
    match found:
        case Date():
            return found.text
        case bool():
            return "true" if found else "false"
        case StrEnum():
            return found.value
        case tuple():
            return ", ".join(_pair(one) for one in found)
        case Value():
            return " ".join(_value(part) for name in field_names(found) if (part := getattr(found, name)) is not None)
        case _:
            return str(found)


def _pair(found: object) -> str:
    if isinstance(found, tuple):
        return ": ".join(_value(part) for part in found)
    return _value(found)


def _citation(citation: Citation | UnclearCitation) -> str:
    if isinstance(citation, UnclearCitation):
        return f"unclear, at least one of: {', '.join(_citation(one) for one in citation.alternatives)}"
    parts = [citation.kind.value, citation.id]
    parts += [str(citation.mode)] if citation.mode else []
    parts += ["attribution unclear"] if citation.attribution == "unclear" else []
    parts += [f"“{citation.quote}”"] if citation.quote else []
    parts += [citation.url] if citation.url else []
    return " ".join(parts)


def _references(workspace: Workspace, id_: str) -> Iterator[tuple[int, str, str]]:
    """Give everything that names the id: (order of kinds, id, in what way)."""
    for claim in workspace.claims.values():
        ties = {
            "stronger than it": claim.stronger_than,
            "part of it": claim.part_of,
            "could confirm": claim.could_confirm,
        }
        yield from ((0, claim.id, way) for way, ids in ties.items() if id_ in ids)
    for report in workspace.reports.values():
        yield from ((1, report.id, way) for way in _ways_of_report(report, id_))
    for source in workspace.sources.values():
        if source.party == id_:
            yield 2, source.id, "speaks for it"
        if any(tie.source == id_ for tie in source.same_as):
            yield 2, source.id, "is or may be the same"
    for response in workspace.responses:
        yield from ((3, _short(response.place), way) for way in _ways_of_response(response, id_))
    for tie in workspace.dependences:
        if id_ in tie.between:
            yield 4, _short(tie.place), f"{tie.kind}: {', '.join(tie.between)}"


def _ways_of_report(report: Report, id_: str) -> Iterator[str]:
    if report.outlet == id_:
        yield f"published by it{f', {report.published.text}' if report.published else ''}"
    if report.read is not None and report.read.via == id_:
        yield "was read through it"
    for said in report.says:
        if said.claim == id_:
            yield said.stance.value
        if id_ in _cited(said.cites):
            yield f"cites it for {said.claim}"


def _ways_of_response(response: Response, id_: str) -> Iterator[str]:
    named = {
        f"{response.stance} {response.claim}": [response.by],
        "response to it": [response.claim],
        "response reported in it": response.reported_by,
        "response rests on it": _cited(response.cites),
    }
    return (way for way, ids in named.items() if id_ in ids)


def _cited(cites: tuple[Citation | UnclearCitation, ...]) -> list[str]:
    return [citation.id for citation in each_citation(cites)]


def _short(place: Place) -> str:
    return f"{place.file}:{place.line}"
