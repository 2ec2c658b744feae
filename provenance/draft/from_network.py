"""A graph of nodes and edges -> records; its attributes are those of docs/reference/formats.md, or another's."""

from collections.abc import Mapping

from provenance.draft.drafting import Draft
from provenance.draft.foreign import foreign_nodes
from provenance.draft.known import host_of
from provenance.draft.network import Link, Network, Row
from provenance.draft.proposal import Entry, Value
from provenance.draft.ties import tie_claims
from provenance.model import UNNAMED, Basis, Change, SourceKind

_OUR_KINDS = frozenset(("statement", "report", "source", "party", "outlet"))
_REPORT = ("title", "author", "url", "archived", "published", "accessed", "language")
_STATEMENT = ("stance", "certainty", "basis", "quote", "where")
_CITATION = ("mode", "quote", "url", "attribution")
_DERIVED = frozenset(("origin", "group", "doubt", "label", "hardens", "changes", "not_said", "choice"))
_DERIVED_OF_EDGES = frozenset(("hardens", "changes", "not_said", "choice"))
_DERIVED_OF_ALL = frozenset(("status", "independence"))
_USED = {
    "statement": frozenset((*_REPORT, *_STATEMENT, "record", "kind", "outlet", "country", "claim", "status")),
    "report": frozenset((*_REPORT, "record", "kind", "outlet", "country", "status")),
    "source": frozenset(("record", "kind", "url")),
    "party": frozenset(("record", "kind", "country")),
    "outlet": frozenset(("record", "kind", "outlet", "country")),
}
_EDGE_USED = frozenset((*_CITATION, "citing", "cited", "type"))
_ABOUT_USED = frozenset(("claim", "title", "as_of"))
_NOT_TAKEN = "worked out by a trace, not recorded: `provenance trace` works it out of what is proposed, and may differ"
IN_NO_GRAPH = "responses, who could confirm, what ties sources and origins, details, authors, languages"
_MAY_DIFFER = "in no such file, so that a trace of the proposal can come to another status and count"


def draft_network(draft: Draft, network: Network, claim: str | None, missing: str = IN_NO_GRAPH) -> None:
    """Put a graph down as records. `claim` is what the reports of another program's graph are on.

    `missing` names what a file of ours of this format never holds.
    """
    ours = _is_ours(network)
    if not ours:
        network = foreign_nodes(draft, network, claim)
    draft.reserve(row.values["record"] for row in network.nodes if "record" in row.values)
    _claims(draft, network)
    nodes = {row.id: row for row in network.nodes}
    said: dict[str, dict[str, Value]] = {}
    cited: dict[str, tuple[str, str]] = {}
    for row in network.nodes:
        _node(draft, row, network.about.get("as_of"), said, cited)
    _citations(draft, network, said, cited)
    tie_claims(draft, network, nodes)
    if ours:
        draft.note(network.where, f"{missing}: {_MAY_DIFFER}")
        _note_groups(draft, network)
    _leave(draft, network, _DERIVED if ours else frozenset(("label",)))


def _is_ours(network: Network) -> bool:
    """Tell whether a graph has our attributes; an empty one does where it names its claim as ours do."""
    if not network.nodes:
        return {"claim", "status"} <= network.about.keys()
    return any("record" in row.values and row.values.get("kind") in _OUR_KINDS for row in network.nodes)


def _claims(draft: Draft, network: Network) -> None:
    about = network.about
    ids = about["claim"].split("; ") if about.get("claim") else []
    texts = [about["title"]] if len(ids) == 1 and "title" in about else about.get("title", "").split("; ")
    if "title" not in about:
        texts = []
    elif len(texts) != len(ids):
        draft.note(network.where, f"title: {about['title']}; which of the claims each part is of is not clear")
        texts = []
    for number, id_ in enumerate(ids):
        draft.claim(id_, texts[number] if texts else None, network.where)
    for row in network.nodes:
        if row.values.get("kind") == "statement" and "claim" in row.values:
            draft.claim(row.values["claim"], None, row.where)


def _node(
    draft: Draft, row: Row, as_of: str | None, said: dict[str, dict[str, Value]], cited: dict[str, tuple[str, str]]
) -> None:
    """Put one node down; `cited` gets what a citation of it names, `said` the statement that its edges belong to."""
    values = row.values
    record, label = values.get("record", row.id), values.get("label", values.get("record", row.id))
    match values.get("kind"):
        case "source":
            cited[row.id] = ("source", _source(draft, row, record, label))
        case "party":
            cited[row.id] = ("party", draft.party(label, row.where, record, values.get("country")))
        case "outlet" if record.startswith(f"{UNNAMED}:"):
            cited[row.id] = ("outlet", UNNAMED)
        case "outlet":
            cited[row.id] = ("outlet", _outlet(draft, row, label))
        case "report" | "statement" as kind:
            report = _report(draft, row, record, label, as_of)
            cited[row.id] = ("report", report.id)
            if kind == "statement" and "claim" in values:
                claim = draft.claim(values["claim"], None, row.where)
                fields: dict[str, str | None] = {name: values.get(name) for name in _STATEMENT}
                said[row.id] = draft.say(report, claim, fields, row.where)
        case kind:
            draft.note(row.where, f"'{label}': a node of the kind '{kind}'")


def _report(draft: Draft, row: Row, record: str, label: str, as_of: str | None) -> Entry:
    values = row.values
    outlet = _outlet(draft, row, label) if values.get("outlet") else None
    fields: dict[str, str | None] = {"outlet": outlet, **{name: values.get(name) for name in _REPORT}}
    report = draft.report(record, row.where, fields)
    if "outlet" not in report.fields:
        need_outlet(draft, report, row.where)
    _status(draft, report, row, as_of)
    return report


def need_outlet(draft: Draft, report: Entry, where: str) -> None:
    """Give a report the outlet it needs: the host of its address, else words that say that it is not known."""
    if draft.is_known(report):
        return
    url = report.fields.get("url")
    host = host_of(url) if isinstance(url, str) else None
    report.fields["outlet"] = host or f"unknown outlet of {report.id}"
    report.remark("who published it is not in what was read" + (": this is the host of its address" if host else ""))
    draft.note(where, f"{report.id}: who published it is not said; proposed as '{report.fields['outlet']}'")


def _outlet(draft: Draft, row: Row, label: str) -> str:
    id_ = row.values.get("outlet", label)
    made = draft.outlet(label, row.where, id_=id_ if id_ != label else None, country=row.values.get("country"))
    entry = draft.entry("outlets", made)
    if entry and row.values.get("origin") == "unlocated" and row.values.get("kind") == "statement":
        entry.fields["kind"] = "aggregator"
        entry.remark("it passes on what others publish: `aggregator` or `platform`, which is not in what was read")
    return made


def _given(**values: str | None) -> dict[str, str]:
    return {name: found for name, found in values.items() if found is not None}


def _source(draft: Draft, row: Row, record: str, label: str) -> str:
    described = label.startswith("“") and label.endswith("”")
    kind = row.values.get("origin", "")
    remark = None
    if kind not in tuple(SourceKind):
        kind = SourceKind.ANONYMOUS.value if described or label == record else SourceKind.NAMED.value
        remark = "whether it is named, anonymous, a document or an eyewitness is not in what was read"
    fields = {"kind": kind, **_given(url=row.values.get("url"))}
    if described:
        fields["described_as"] = label[1:-1]
    elif label != record:
        fields["name"] = label
    return draft.source(record, row.where, fields, remark)


def _status(draft: Draft, report: Entry, row: Row, as_of: str | None) -> None:
    status = row.values.get("status")
    if status in (None, "live"):
        return
    published = report.fields.get("published")
    start = published.split("/")[0] if isinstance(published, str) else ".."
    date = f"{start}/.." if start != ".." else f"../{as_of}" if as_of else None
    if status not in tuple(Change) or date is None:
        draft.note(row.where, f"status of {report.id}: {status}, without the date that it needs")
        return
    report.fields["status"] = {status: date}
    report.remark(f"when it was {status} is not in what was read")


def _citations(
    draft: Draft, network: Network, said: Mapping[str, dict[str, Value]], cited: Mapping[str, tuple[str, str]]
) -> None:
    unclear: dict[tuple[str, str], list[Value]] = {}
    for edge in network.edges:
        if edge.citing not in said or edge.cited not in cited:
            draft.note(edge.where, f"a citation from '{edge.citing}' to '{edge.cited}', which is no statement's")
            continue
        into = said[edge.citing].setdefault("cites", [])
        assert isinstance(into, list)
        if "choice" in edge.values:
            key = (edge.citing, edge.values["choice"])
            if key not in unclear:
                unclear[key] = []
                into.append({"unclear": unclear[key]})
            into = unclear[key]
        into.append(_citation(draft, edge, *cited[edge.cited]))
    for row in network.nodes:
        if row.id in said and "cites" not in said[row.id]:
            _basis(said[row.id], row.values.get("origin"))
        elif row.id in said and "basis" in said[row.id]:
            draft.note(row.where, f"basis: {said[row.id].pop('basis')}; the statement cites something")


def _citation(draft: Draft, edge: Link, kind: str, id_: str) -> Value:
    citation: dict[str, Value] = {kind: id_}
    draft.add_to(citation, {name: edge.values.get(name) for name in _CITATION}, edge.where, f"the citation of {id_}")
    return id_ if len(citation) == 1 and kind != "outlet" else citation


def _basis(said: dict[str, Value], origin: str | None) -> None:
    basis = {"own-reporting": Basis.OWN_REPORTING, "unattributed": Basis.UNATTRIBUTED}.get(origin or "")
    if basis:
        said["basis"] = basis.value


def _note_groups(draft: Draft, network: Network) -> None:
    """Note the origins that were of one group: what ties them is not in the file."""
    groups: dict[str, dict[str, None]] = {}
    for row in network.nodes:
        if row.values.get("group"):
            groups.setdefault(row.values["group"], {})[row.values.get("record", row.id)] = None
    for group, records in groups.items():
        if len(records) > 1:
            draft.note(
                network.where,
                f"group {group}: {', '.join(records)} counted as one origin; what ties them is not in this file",
            )


def _leave(draft: Draft, network: Network, derived: frozenset[str]) -> None:
    """Note every attribute that is not placed; what a trace works out is named once for the whole graph."""
    met: set[str] = set()
    for row in network.nodes:
        used = _USED.get(row.values.get("kind", ""), frozenset()) | derived
        _leave_values(draft, row.where, row.values, used)
        met |= row.values.keys() & derived
    for edge in network.edges:
        _leave_values(draft, edge.where, edge.values, _EDGE_USED | (derived & _DERIVED_OF_EDGES))
        met |= edge.values.keys() & derived
    _leave_values(draft, network.where, network.about, _ABOUT_USED | _DERIVED_OF_ALL)
    met |= {name for name in network.about.keys() & _DERIVED_OF_ALL if network.about[name]}
    if met - {"label"}:
        draft.note(network.where, f"{', '.join(sorted(met - {'label'}))}: {_NOT_TAKEN}")


def _leave_values(draft: Draft, where: str, values: Mapping[str, str], used: frozenset[str]) -> None:
    for name, words in values.items():
        if name not in used and words:
            draft.note(where, f"{name}: {words}")
