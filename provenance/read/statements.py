"""What reports say and what that rests on: statements and citations, out of YAML nodes."""

from provenance.model import (
    UNNAMED,
    Attribution,
    Basis,
    Certainty,
    Citation,
    CitedKind,
    Mode,
    Stance,
    Statement,
    UnclearCitation,
)
from provenance.read import fields as f
from provenance.read.fields import Fields, Reader, read_fields
from provenance.read.names import is_unnamed
from provenance.read.nodes import Node
from provenance.read.wording import shortened

_CITABLE = tuple(CitedKind)


def read_statements(reader: Reader, node: Node) -> tuple[Statement, ...]:
    """Read the statements of one report; a second one on the same claim is refused."""
    found: dict[str, Statement] = {}
    for item in f.listed(node):
        statement = _statement(reader, item)
        if statement is None:
            continue
        first = found.setdefault(statement.claim, statement)
        if first is not statement:
            message = (
                f"this report already has a statement on '{shortened(statement.claim)}', on line {first.place.line}"
            )
            reader.error("second-statement", f.child(item, "claim") or item, message, "make one statement of the two")
    return tuple(found.values())


def read_cites(reader: Reader, node: Node) -> tuple[Citation | UnclearCitation, ...]:
    """Read one citation or a list of them."""
    found = (_citation(reader, item) for item in f.listed(node))
    return tuple(citation for citation in found if citation is not None)


def _statement(reader: Reader, node: Node) -> Statement | None:
    if node.kind == "scalar" and not node.is_null:
        message = f"in a list, what the report says has to be a mapping, and this is the text {f.quoted(node)}"
        reader.error("wrong-type", node, message, f"write `{{claim: {shortened(node.text)}}}`")
        return None
    values = read_fields(reader, node, STATEMENT, "a statement", required=("claim",))
    basis = f.child(node, "basis")
    if values.get("basis") and values.get("cites") and basis is not None:
        message = f"`basis: {values['basis']}` stands beside `cites`"
        reader.error("basis-with-cites", basis, message, "keep `basis` only where the report cites nothing")
    return Statement(**values, place=reader.place(node)) if "claim" in values else None


def _details(reader: Reader, node: Node) -> tuple[tuple[str, str], ...] | None:
    if node.kind != "mapping":
        message = f"details are `name: value` lines, and this is {f.a_kind(node)}"
        reader.error("wrong-type", node, message, "write them as `details: {name: value}`")
        return None
    pairs = [(f.text(reader, key), f.text(reader, value)) for key, value in node.pairs if key.kind == "scalar"]
    return tuple(sorted((name, value) for name, value in pairs if name is not None and value is not None))


def _citation(reader: Reader, node: Node) -> Citation | UnclearCitation | None:
    if any(key.text == "unclear" for key, _ in node.pairs):
        return _unclear(reader, node)
    return _one_citation(reader, node)


def _unclear(reader: Reader, node: Node) -> UnclearCitation | None:
    written = f.child(node, "unclear")
    items = f.listed(written) if written is not None else []
    alternatives: tuple[Citation, ...] = read_fields(reader, node, UNCLEAR, "an unclear citation").get("unclear", ())
    alike = len({(one.kind, one.id) for one in alternatives}) == 1 and alternatives[0].id != UNNAMED
    if len(items) < 2 or (len(alternatives) == len(items) and alike):  # noqa: PLR2004
        message = "an unclear citation needs two alternatives or more"
        reader.error("too-few", node, message, "for a single doubtful one write `{report: ID, attribution: unclear}`")
        return None
    return UnclearCitation(alternatives=alternatives, place=reader.place(node)) if len(alternatives) > 1 else None


def _alternatives(reader: Reader, node: Node) -> tuple[Citation, ...]:
    found = []
    for item in f.listed(node):
        citation = _one_citation(reader, item)
        if citation is not None:
            found.append(citation)
            if citation.attribution is Attribution.UNCLEAR:
                doubt = f.child(item, "attribution") or item
                reader.error("doubt-twice", doubt, "an alternative is in doubt already", "leave out its `attribution`")
    return tuple(found)


def _one_citation(reader: Reader, node: Node) -> Citation | None:
    if node.kind == "scalar":
        return _bare_citation(reader, node)
    values = read_fields(reader, node, CITATION, "a citation")
    if node.kind != "mapping":
        return None
    named = [(key, value) for key, value in node.pairs if key.text in _CITABLE]
    if len(named) != 1:
        hint = "write one of `report: ID`, `source: ID`, `party: ID`, `outlet: ID`; a second is a citation of its own"
        reader.error("missing-key", node, "a citation names exactly one thing that is cited", hint)
        return None
    key, value = named[0]
    if value.is_null:
        reader.error("missing-key", key, f"`{key.text}` does not say what is cited", "write its id after it")
    kind = CitedKind(key.text)
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
    outlets = reader.names.recorded_outlets(written) if kind is None else []
    if outlets:
        found = f.outlet(reader, node)
        return None if found is None else Citation(kind=CitedKind.OUTLET, id=found, place=reader.place(node))
    if kind is None and (reader.names.is_outlet_name(written) or is_unnamed(written)):
        name = shortened(written)
        hint = f"for an outlet whose report was not found write `{{outlet: {name}}}`, else the report's id"
        reader.error("unknown-id", node, f"'{name}' is the name of an outlet, not an id", hint)
        return None
    f.unknown_id(reader, node, written, _CITABLE)
    return None


def _cited_outlet(reader: Reader, node: Node) -> str | None:
    return UNNAMED if is_unnamed(node.text) else f.outlet(reader, node)


STATEMENT: Fields = {
    "claim": f.id_of("claim"),
    "stance": f.choice(Stance),
    "certainty": f.choice(Certainty),
    "basis": f.choice(Basis),
    "quote": f.text,
    "where": f.text,
    "details": _details,
    "cites": read_cites,
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
