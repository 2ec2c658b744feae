"""Sections of a file -> records. Each table below is the list of fields one kind of record has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from provenance.model import (
    Case,
    Change,
    Claim,
    Credibility,
    Dependence,
    DependenceKind,
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
    Statement,
)
from provenance.read import fields as f
from provenance.read.fields import Fields, Reader, read_fields
from provenance.read.names import is_unnamed
from provenance.read.nodes import Node
from provenance.read.statements import read_cites, read_statements
from provenance.read.wording import shortened


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


def read_outlet(reader: Reader, id_: Node, node: Node, records: Records) -> None:
    """Read one record of `outlets`."""
    values = read_fields(reader, node, OUTLET, "the outlet", id_=id_)
    values.setdefault("name", id_.text)
    records.outlets[id_.text] = Outlet(id=id_.text, **values, place=reader.place(id_))


def read_party(reader: Reader, id_: Node, node: Node, records: Records) -> None:
    """Read one record of `parties`."""
    values = read_fields(reader, node, PARTY, "the party", id_=id_)
    values.setdefault("name", id_.text)
    records.parties[id_.text] = Party(id=id_.text, **values, place=reader.place(id_))


def read_source(reader: Reader, id_: Node, node: Node, records: Records) -> None:
    """Read one record of `sources`; refuse what would identify an anonymous one."""
    values = read_fields(reader, node, SOURCE, "the source", required=NEEDED["source"], id_=id_)
    if "kind" not in values:
        return
    if values["kind"] is SourceKind.ANONYMOUS:
        _refuse_identity(reader, node, id_.text)
    records.sources[id_.text] = Source(id=id_.text, **values, place=reader.place(id_))


def read_claim(reader: Reader, id_: Node, node: Node, records: Records) -> None:
    """Read one record of `claims`: its text, or a mapping."""
    if node.kind == "scalar" and not node.is_null:
        words = f.text(reader, node)
        values: dict[str, Any] = {} if words is None else {"text": words}
    else:
        values = read_fields(reader, node, CLAIM, "the claim", required=NEEDED["claim"], id_=id_)
    if "text" in values:
        records.claims[id_.text] = Claim(id=id_.text, **values, place=reader.place(id_))


def read_report(reader: Reader, id_: Node, node: Node, records: Records) -> None:
    """Read one record of `reports`, in its short form (`says: CLAIM`, `cites:`) or with statements."""
    values = read_fields(reader, node, REPORT, "the report", required=NEEDED["report"], id_=id_)
    cites = values.pop("cites", None)
    says: Node | None = values.pop("says", None)
    values["changes"] = values.pop("status", ())
    if says is None:
        if cites:
            hint = "add `says: CLAIM`: a citation belongs to what the report says of a claim"
            message = f"the report {f.quoted(id_)} cites but says nothing"
            reader.error("cites-without-says", f.child(node, "cites") or node, message, hint)
    elif says.kind == "scalar":
        claim = f.id_of("claim")(reader, says)
        if claim is not None:
            values["says"] = (Statement(claim=claim, cites=cites or (), place=reader.place(says)),)
    else:
        if cites:
            hint = "move `cites` into the statement it belongs to"
            reader.error("misplaced-cites", f.child(node, "cites") or node, "`cites` stands beside statements", hint)
        values["says"] = read_statements(reader, says)
    if "outlet" in values:
        records.reports[id_.text] = Report(id=id_.text, **values, place=reader.place(id_))


def read_response(reader: Reader, node: Node, records: Records) -> None:
    """Read one item of `responses`."""
    values = read_fields(reader, node, RESPONSE, "a response", required=NEEDED["response"])
    if all(name in values for name in NEEDED["response"]):
        records.responses.append(Response(**values, place=reader.place(node)))


def read_dependence(reader: Reader, node: Node, records: Records) -> None:
    """Read one item of `dependences`."""
    values = read_fields(reader, node, DEPENDENCE, "a dependence", required=NEEDED["dependence"])
    if all(name in values for name in NEEDED["dependence"]):
        records.dependences.append(Dependence(**values, place=reader.place(node)))


def _own_outlet(reader: Reader, node: Node) -> str | None:
    if is_unnamed(node.text):
        hint = "give the outlet a name, such as its web address"
        reader.error("wrong-kind", node, "a report is published by somebody: `unnamed` is for citations", hint)
        return None
    return f.outlet(reader, node)


def _origins(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Read two ids or more of what can be an origin; an outlet may stand under its name."""
    found = [_origin(reader, item) for item in f.listed(node)]
    known = tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))
    if len(known) < 2 and (None not in found or (len(found) < 2 and node.kind != "mapping")):  # noqa: PLR2004
        reader.error("too-few", node, "a dependence is between two records or more", "write `between: [ID, ID]`")
    return known if len(known) > 1 else None


def _origin(reader: Reader, node: Node) -> str | None:
    names, written = reader.names, node.text
    if written not in names.kinds and (names.recorded_outlets(written) or names.is_outlet_name(written)):
        return f.outlet(reader, node)
    return f.id_of("report", "source", "party", "outlet")(reader, node)


def _read_mark(reader: Reader, node: Node) -> Read | None:
    if node.kind == "mapping":
        via = read_fields(reader, node, READ_VIA, "a read mark", required=tuple(READ_VIA)).get("via")
        return None if via is None else Read(form=ReadAs.VIA, via=via)
    if node.text.split(" ")[0] == ReadAs.VIA:
        via = " ".join(node.text.split(" ")[1:]) or "REPORT"
        message = "`via` does not say which report it was read through"
        reader.error("missing-key", node, message, f"write `{{via: {shortened(via)}}}`")
        return None
    form = f.choice(ReadAs)(reader, node)
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
    for key, value in node.pairs:
        if key.text in tuple(Change) and value.is_null:
            hint = "if only the year is known, write the year"
            reader.error("missing-key", key, f"`{key.text}` needs its date", hint)
    values = read_fields(reader, node, STATUS, "a status")
    return tuple((change, values[change]) for change in Change if change in values)


def _same_as(reader: Reader, node: Node) -> tuple[SameAs, ...]:
    found = (_one_same_as(reader, item) for item in f.listed(node))
    return tuple(tie for tie in found if tie is not None)


def _one_same_as(reader: Reader, node: Node) -> SameAs | None:
    if node.kind != "mapping":
        source = f.id_of("source")(reader, node)
        return None if source is None else SameAs(source=source, certain=True, place=reader.place(node))
    values = read_fields(reader, node, SAME_AS, "same_as", required=NEEDED["same_as"])
    if len(values) < len(NEEDED["same_as"]):
        return None
    return SameAs(source=values["source"], certain=values["how"] == "certain", place=reader.place(node))


def _how(reader: Reader, node: Node) -> str | None:
    if node.text in HOW:
        return node.text
    reader.error("unknown-value", node, f"{f.quoted(node)} is none of: {', '.join(HOW)}", "write one of them")
    return None


def _refuse_identity(reader: Reader, node: Node, id_: str) -> None:
    for key, _ in node.pairs:
        if key.text in SOURCE and key.text not in ANONYMOUS_FIELDS:
            hint = f"to protect the source an anonymous one carries only {', '.join(ANONYMOUS_FIELDS)}"
            reader.error("anonymous-identity", key, f"the anonymous source '{id_}' has `{key.text}`", hint)


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

SAME_AS: Fields = {"source": f.id_of("source"), "how": _how}

HOW = ("certain", "possible")

READ_VIA: Fields = {"via": f.id_of("report")}

STATUS: Fields = dict.fromkeys(Change, f.date)

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
    "cites": read_cites,
}

RESPONSE: Fields = {
    "by": f.id_of("party", "source"),
    "claim": f.id_of("claim"),
    "stance": f.choice(Reaction),
    "date": f.date,
    "on_record": f.flag,
    "quote": f.text,
    "reported_by": f.ids_of("report"),
    "cites": read_cites,
}

DEPENDENCE: Fields = {
    "between": _origins,
    "kind": f.choice(DependenceKind),
    "basis": f.text,
}

NEEDED: dict[str, tuple[str, ...]] = {
    "source": ("kind",),
    "same_as": ("source", "how"),
    "claim": ("text",),
    "report": ("outlet",),
    "response": ("by", "claim", "stance"),
    "dependence": ("between", "kind"),
}
"""The fields that a record cannot do without, by kind of record."""

RecordReader = Callable[[Reader, Node, Node, Records], None]

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
