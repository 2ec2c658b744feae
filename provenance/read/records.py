"""Sections of a file -> records. Each table below is the list of fields one kind of record has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from provenance.model import (
    UNNAMED,
    Attribution,
    Basis,
    Case,
    Certainty,
    Change,
    Citation,
    CitedKind,
    Claim,
    Credibility,
    Dependence,
    DependenceKind,
    Mode,
    Outlet,
    OutletKind,
    Party,
    Reaction,
    Read,
    ReadAs,
    Reliability,
    Report,
    Response,
    SameAs,
    Source,
    SourceKind,
    Stance,
    Statement,
    UnclearCitation,
)
from provenance.read import fields as f
from provenance.read.fields import Fields, Reader, read_fields
from provenance.read.yaml_tree import Node

_CITABLE = tuple(CitedKind)


@dataclass(slots=True)
class Records:
    """The records read so far, by section."""

    cases: list[Case] = field(default_factory=list)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    responses: list[Response] = field(default_factory=list)
    dependences: list[Dependence] = field(default_factory=list)


def read_case(reader: Reader, node: Node, records: Records) -> None:
    """Read the `case` section."""
    values = read_fields(reader, node, CASE, "a case")
    records.cases.append(Case(**values, place=reader.place(node)))


def read_outlet(reader: Reader, id_: str, node: Node, records: Records) -> None:
    """Read one record of `outlets`."""
    values = read_fields(reader, node, OUTLET, f"the outlet '{id_}'")
    values.setdefault("name", id_)
    records.outlets[id_] = Outlet(id=id_, **values, place=reader.names.places[id_])


def read_party(reader: Reader, id_: str, node: Node, records: Records) -> None:
    """Read one record of `parties`."""
    values = read_fields(reader, node, PARTY, f"the party '{id_}'")
    values.setdefault("name", id_)
    records.parties[id_] = Party(id=id_, **values, place=reader.names.places[id_])


def read_source(reader: Reader, id_: str, node: Node, records: Records) -> None:
    """Read one record of `sources`; refuse what would identify an anonymous one."""
    values = read_fields(reader, node, SOURCE, f"the source '{id_}'", required=("kind",))
    if "kind" not in values:
        return
    if values["kind"] is SourceKind.ANONYMOUS:
        _refuse_identity(reader, node, id_)
    records.sources[id_] = Source(id=id_, **values, place=reader.names.places[id_])


def read_claim(reader: Reader, id_: str, node: Node, records: Records) -> None:
    """Read one record of `claims`: its text, or a mapping."""
    if node.kind == "scalar" and not node.is_null:
        words = f.text(reader, node)
        values: dict[str, Any] = {} if words is None else {"text": words}
    else:
        values = read_fields(reader, node, CLAIM, f"the claim '{id_}'", required=("text",))
    if "text" in values:
        records.claims[id_] = Claim(id=id_, **values, place=reader.names.places[id_])


def read_report(reader: Reader, id_: str, node: Node, records: Records) -> None:
    """Read one record of `reports`, in its short form (`says: CLAIM`, `cites:`) or with statements."""
    values = read_fields(reader, node, REPORT, f"the report '{id_}'", required=("outlet",))
    cites = values.pop("cites", None)
    says: Node | None = values.pop("says", None)
    values["changes"] = values.pop("status", ())
    if says is None:
        if cites is not None:
            hint = "add `says: CLAIM`: a citation belongs to what the report says of a claim"
            reader.error("cites-without-says", _child(node, "cites") or node, f"the report '{id_}' cites but says nothing", hint)
    elif says.kind == "scalar":
        claim = f.id_of("claim")(reader, says)
        if claim is not None:
            values["says"] = (Statement(claim=claim, cites=cites or (), place=reader.place(says)),)
    else:
        if cites is not None:
            hint = "move `cites` into the statement it belongs to"
            reader.error("misplaced-cites", _child(node, "cites") or node, "`cites` stands beside a list of statements", hint)
        values["says"] = _statements(reader, says)
    if "outlet" in values:
        records.reports[id_] = Report(id=id_, **values, place=reader.names.places[id_])


def read_response(reader: Reader, node: Node, records: Records) -> None:
    """Read one item of `responses`."""
    values = read_fields(reader, node, RESPONSE, "a response", required=("by", "claim", "stance"))
    if all(name in values for name in ("by", "claim", "stance")):
        records.responses.append(Response(**values, place=reader.place(node)))


def read_dependence(reader: Reader, node: Node, records: Records) -> None:
    """Read one item of `dependences`."""
    values = read_fields(reader, node, DEPENDENCE, "a dependence", required=("between", "kind"))
    between = values.get("between", ())
    written = _child(node, "between")
    if written is not None and len({item.text for item in f.listed(written)}) < 2:  # noqa: PLR2004
        reader.error("too-few", written, "a dependence is between two records or more", "write `between: [ID, ID]`")
    elif len(between) > 1 and "kind" in values:
        records.dependences.append(Dependence(**values, place=reader.place(node)))


def _statements(reader: Reader, node: Node) -> tuple[Statement, ...]:
    found: dict[str, Statement] = {}
    for item in f.listed(node):
        statement = _statement(reader, item)
        if statement is None:
            continue
        first = found.setdefault(statement.claim, statement)
        if first is not statement:
            message = f"this report already has a statement on '{statement.claim}', on line {first.place.line}"
            reader.error("second-statement", _child(item, "claim") or item, message, "make one statement of the two")
    return tuple(found.values())


def _statement(reader: Reader, node: Node) -> Statement | None:
    values = read_fields(reader, node, STATEMENT, "a statement", required=("claim",))
    basis = _child(node, "basis")
    if values.get("basis") and values.get("cites") and basis is not None:
        message = f"`basis: {values['basis']}` stands beside `cites`"
        reader.error("basis-with-cites", basis, message, "keep `basis` only where the report cites nothing")
    return Statement(**values, place=reader.place(node)) if "claim" in values else None


def _details(reader: Reader, node: Node) -> tuple[tuple[str, str], ...] | None:
    if node.kind != "mapping":
        reader.error("wrong-type", node, f"details are `name: value` lines, and this is {f.a_kind(node)}")
        return None
    pairs = ((key.text, f.text(reader, value)) for key, value in node.pairs if key.kind == "scalar")
    return tuple(sorted((name, value) for name, value in pairs if value is not None))


def _cites(reader: Reader, node: Node) -> tuple[Citation | UnclearCitation, ...] | None:
    found = (_citation(reader, item) for item in f.listed(node) if not item.is_null)
    return tuple(citation for citation in found if citation is not None)


def _citation(reader: Reader, node: Node) -> Citation | UnclearCitation | None:
    if node.kind == "mapping" and _child(node, "unclear") is not None:
        return _unclear(reader, node)
    return _one_citation(reader, node)


def _unclear(reader: Reader, node: Node) -> UnclearCitation | None:
    values = read_fields(reader, node, UNCLEAR, "an unclear citation")
    alternatives = values.get("unclear", ())
    if len(alternatives) == 1:
        message = "an unclear citation needs two alternatives or more"
        reader.error("too-few", node, message, "for a single doubtful one write `attribution: unclear`")
    for citation in alternatives:
        if citation.attribution is Attribution.UNCLEAR:
            reader.error("doubt-twice", node, "an alternative is in doubt already", "leave out its `attribution`")
    return UnclearCitation(alternatives=alternatives, place=reader.place(node)) if len(alternatives) > 1 else None


def _alternatives(reader: Reader, node: Node) -> tuple[Citation, ...]:
    found = (_one_citation(reader, item) for item in f.listed(node))
    return tuple(citation for citation in found if citation is not None)


def _one_citation(reader: Reader, node: Node) -> Citation | None:
    if node.kind == "scalar":
        return _bare_citation(reader, node)
    values = read_fields(reader, node, CITATION, "a citation")
    if node.kind != "mapping":
        return None
    named = [key for key, _ in node.pairs if key.text in _CITABLE]
    if len(named) != 1:
        hint = "write one of `report: ID`, `source: ID`, `party: ID`, `outlet: ID`"
        reader.error("missing-key", node, "a citation names exactly one thing that is cited", hint)
        return None
    kind = CitedKind(named[0].text)
    id_ = values.get(kind)
    rest = {name: value for name, value in values.items() if name not in _CITABLE}
    return None if id_ is None else Citation(kind=kind, id=id_, **rest, place=reader.place(node))


def _bare_citation(reader: Reader, node: Node) -> Citation | None:
    written = f.text(reader, node)
    if written is None:
        return None
    kind = reader.names.kinds.get(written)
    if kind in _CITABLE:
        return Citation(kind=CitedKind(kind), id=written, place=reader.place(node))
    if kind is not None:
        reader.error("wrong-kind", node, f"'{written}' is {f.a(kind)}; cite {f.either(_CITABLE)}")
        return None
    outlets = reader.names.recorded_outlets(written)
    if outlets:
        found = f.outlet(reader, node)
        return None if found is None else Citation(kind=CitedKind.OUTLET, id=found, place=reader.place(node))
    if reader.names.is_outlet_name(written):
        hint = f"for an outlet whose report was not found write `{{outlet: {written}}}`, else the report's id"
        reader.error("unknown-id", node, f"'{f.shortened(written)}' is the name of an outlet, not an id", hint)
        return None
    f.unknown_id(reader, node, written, _CITABLE)
    return None


def _cited_outlet(reader: Reader, node: Node) -> str | None:
    return UNNAMED if node.text == UNNAMED else f.outlet(reader, node)


def _own_outlet(reader: Reader, node: Node) -> str | None:
    if node.text == UNNAMED:
        hint = "give the outlet a name, such as its web address"
        reader.error("wrong-kind", node, "a report is published by somebody: `unnamed` is for citations", hint)
        return None
    return f.outlet(reader, node)


def _read_mark(reader: Reader, node: Node) -> Read | None:
    if node.kind == "mapping":
        via = read_fields(reader, node, {"via": f.id_of("report")}, "a read mark", required=("via",)).get("via")
        return None if via is None else Read(form=ReadAs.VIA, via=via)
    form = f.choice(ReadAs)(reader, node)
    if form is ReadAs.VIA:
        reader.error("missing-key", node, "`via` does not say which report it was read through", "write `{via: REPORT}`")
        return None
    return None if form is None else Read(form=form)


def _changes(reader: Reader, node: Node) -> tuple[tuple[Change, Any], ...] | None:
    if node.kind == "scalar":
        if node.text in tuple(Change):
            hint = f"write `{{{node.text}: DATE}}`; if only the year is known, `{{{node.text}: 2025}}`"
            reader.error("missing-key", node, f"`{node.text}` needs its date", hint)
        elif node.text != "live":
            hint = "write `live`, or `{retracted: DATE}`, `{withdrawn: DATE}`, `{corrected: DATE}`"
            reader.error("unknown-value", node, f"{f.quoted(node)} is not a status", hint)
        return None
    values = read_fields(reader, node, dict.fromkeys(Change, f.date), "a status")
    return tuple((change, values[change]) for change in Change if change in values)


def _same_as(reader: Reader, node: Node) -> tuple[SameAs, ...]:
    found = (_one_same_as(reader, item) for item in f.listed(node))
    return tuple(tie for tie in found if tie is not None)


def _one_same_as(reader: Reader, node: Node) -> SameAs | None:
    if node.kind != "mapping":
        source = f.id_of("source")(reader, node)
        return None if source is None else SameAs(source=source, certain=True, place=reader.place(node))
    values = read_fields(reader, node, {"source": f.id_of("source"), "how": _how}, "same_as", required=("source", "how"))
    if len(values) < 2:  # noqa: PLR2004
        return None
    return SameAs(source=values["source"], certain=values["how"] == "certain", place=reader.place(node))


def _how(reader: Reader, node: Node) -> str | None:
    if node.text in ("certain", "possible"):
        return node.text
    reader.error("unknown-value", node, f"{f.quoted(node)} is none of: certain, possible")
    return None


def _refuse_identity(reader: Reader, node: Node, id_: str) -> None:
    for key, _ in node.pairs:
        if key.text in SOURCE and key.text not in ANONYMOUS_FIELDS:
            hint = f"to protect the source an anonymous one carries only {', '.join(ANONYMOUS_FIELDS)}"
            reader.error("anonymous-identity", key, f"the anonymous source '{id_}' has `{key.text}`", hint)


def _child(node: Node, name: str) -> Node | None:
    return next((value for key, value in node.pairs if key.text == name and not value.is_null), None)


def _later(_reader: Reader, node: Node) -> Node:
    """Leave a field to the code that reads the record as a whole."""
    return node


CASE: Fields = {"title": f.text, "question": f.text, "period": f.date, "notes": f.text}

OUTLET: Fields = {
    "name": f.text,
    "aliases": f.texts,
    "kind": f.choice(OutletKind),
    "country": f.text,
    "languages": f.texts,
    "domains": f.texts,
    "owner": f.text,
    "state_affiliated": f.flag,
    "reliability": f.choice(Reliability),
    "rated_by": f.text,
}

PARTY: Fields = {"name": f.text, "aliases": f.texts, "country": f.text}

SOURCE: Fields = {
    "kind": f.choice(SourceKind),
    "name": f.text,
    "described_as": f.text,
    "party": f.id_of("party"),
    "same_as": _same_as,
    "url": f.text,
}

ANONYMOUS_FIELDS = ("kind", "described_as", "party", "same_as")

CLAIM: Fields = {
    "text": f.text,
    "stronger_than": f.ids_of("claim"),
    "part_of": f.ids_of("claim"),
    "could_confirm": f.ids_of("party"),
    "credibility": f.choice(Credibility),
}

REPORT: Fields = {
    "outlet": _own_outlet,
    "title": f.text,
    "author": f.text,
    "url": f.text,
    "archived": f.text,
    "published": f.date,
    "accessed": f.date,
    "language": f.text,
    "read": _read_mark,
    "status": _changes,
    "says": _later,
    "cites": _cites,
}

STATEMENT: Fields = {
    "claim": f.id_of("claim"),
    "stance": f.choice(Stance),
    "certainty": f.choice(Certainty),
    "basis": f.choice(Basis),
    "quote": f.text,
    "where": f.text,
    "details": _details,
    "cites": _cites,
}

CITATION: Fields = {
    "report": f.id_of("report"),
    "source": f.id_of("source"),
    "party": f.id_of("party"),
    "outlet": _cited_outlet,
    "mode": f.choice(Mode),
    "quote": f.text,
    "url": f.text,
    "attribution": f.choice(Attribution),
}

UNCLEAR: Fields = {"unclear": _alternatives}

RESPONSE: Fields = {
    "by": f.id_of("party", "source"),
    "claim": f.id_of("claim"),
    "stance": f.choice(Reaction),
    "date": f.date,
    "on_record": f.flag,
    "quote": f.text,
    "reported_by": f.ids_of("report"),
    "cites": _cites,
}

DEPENDENCE: Fields = {
    "between": f.ids_of("report", "source", "party", "outlet"),
    "kind": f.choice(DependenceKind),
    "basis": f.text,
}

RecordReader = Callable[[Reader, str, Node, Records], None]

RECORDS: dict[str, RecordReader] = {
    "outlets": read_outlet,
    "parties": read_party,
    "sources": read_source,
    "claims": read_claim,
    "reports": read_report,
}
"""The sections that map ids to records, in the order they are read."""

LISTS: dict[str, Callable[[Reader, Node, Records], None]] = {
    "responses": read_response,
    "dependences": read_dependence,
}
"""The sections that list records without ids."""

SECTIONS = ("case", *RECORDS, *LISTS)
