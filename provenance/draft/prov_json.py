"""PROV -> records: entities are reports (ours also statements, documents, accounts), derivations are citations."""

from collections.abc import Iterable, Sequence

from provenance.draft.drafting import Draft
from provenance.draft.from_network import draft_network
from provenance.draft.network import Link, Network, Row
from provenance.draft.prov_cast import OURS, leave_cast, put_cast
from provenance.draft.prov_document import Item, ids_of, read_document
from provenance.model import Attribution, Change, Mode

_CITING = {
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasQuotedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "hadPrimarySource": ("prov:generatedEntity", "prov:usedEntity"),
    "wasInfluencedBy": ("prov:influencee", "prov:influencer"),
}
_REPORT = ("published", "accessed", "author", "language", "url", "archived")
_SAID = ("stance", "certainty", "basis", "quote", "where")
_MISSING = "responses, who could confirm, which sources are the same, other ties between origins"
_GENERAL = {
    "title": ("dcterms:title", "dc:title", "schema:headline", "prov:label", "rdfs:label"),
    "url": ("schema:url", "foaf:page", "prov:atLocation", "prov:location"),
    "published": ("dcterms:issued", "schema:datePublished", "prov:generatedAtTime"),
    "language": ("dcterms:language", "schema:inLanguage"),
}


def read_prov(draft: Draft, texts: Sequence[tuple[str, str]], claim: str | None) -> None:
    """Read PROV-JSON documents. Raises UnreadableError."""
    for file, text in texts:
        items = read_document(text, file)
        if any(item.kind in OURS for item in items):
            _ours(draft, file, items)
        else:
            draft_network(draft, _general(draft, file, items), claim)


def _ours(draft: Draft, file: str, items: Sequence[Item]) -> None:
    """Put down one of our exports: first who and what is spoken of, then the graph, then what only PROV keeps."""
    draft.reserve(id_ for item in items for id_ in ids_of(item.name)[:1])
    put_cast(draft, items)
    by_name = {item.name: item for item in items if item.section in ("entity", "agent")}
    ties = {(item.section, item.one(*_ENDS.get(item.section, ()))): item for item in items}
    rows = [row for item in items if item.section == "entity" and (row := _row(item, by_name, ties))]
    said = {row.values["record"] for row in rows if row.values["kind"] == "statement"}
    rows = [row for row in rows if row.values["kind"] != "report" or row.values["record"] not in said]
    known = {row.id for row in rows}
    links = [link for item in items if (link := _link(item)) and {link.citing, link.cited} <= known]
    about = {"claim": "", "status": ""}
    draft_network(draft, Network(where=file, about=about, nodes=tuple(rows), edges=tuple(links)), None, _MISSING)
    for item in items:
        _more(draft, item)
    leave_cast(draft, file, items)


_ENDS = {"wasAttributedTo": ("prov:entity",), "wasInfluencedBy": ("prov:influencee",)}


def _row(item: Item, by_name: dict[str, Item], ties: dict[tuple[str, str | None], Item]) -> Row | None:
    """Make the node of an entity of ours."""
    ids = ids_of(item.name)
    label = item.one("prov:label") or ""
    tie = ties.get(("wasAttributedTo", item.name)) or ties.get(("wasInfluencedBy", item.name))
    agent = by_name.get(tie.one("prov:agent", "prov:influencer") or "") if tie else None
    match item.kind:
        case "Report" | "Statement" as kind:
            report = by_name.get(f"rec:report.{item.name.split('.')[1]}", item)
            values = _values(report, _REPORT) | {
                "record": ids[0],
                "kind": "report",
                **_publisher(report, by_name, ties),
            }
            if title := report.one("dcterms:title"):
                values["title"] = title
            if kind == "Statement":
                claim = (ids_of(item.one("news:claim") or "") or ids[1:])[0]
                values |= {"kind": "statement", "claim": claim} | _values(item, _SAID)
        case "Document":
            values = {"record": ids[0], "kind": "source", "label": label}
        case "Account" if agent and agent.kind:
            kind_ = "party" if agent.kind == "Party" else "source"
            values = {"record": ids_of(agent.name)[0], "kind": kind_, "label": agent.one("prov:label") or label}
        case "Unlocated":
            outlet = agent.one("prov:label") if agent else None
            values = {"record": ids[0], "kind": "outlet", "label": outlet or ids[0]}
            values |= {"outlet": ids_of(agent.name)[0]} if agent and agent.kind else {}
        case _:
            return None
    return Row(where=item.where, id=item.name, values=values)


def _publisher(report: Item, by_name: dict[str, Item], ties: dict[tuple[str, str | None], Item]) -> dict[str, str]:
    tie = ties.get(("wasAttributedTo", report.name))
    agent = by_name.get(tie.one("prov:agent") or "") if tie else None
    label = (agent or report).one("prov:label") or ""
    country = agent.one("news:country") if agent else None
    ids = ids_of(agent.name) if agent else []
    found = {"label": label, "outlet": ids[0] if len(ids) == 1 else label}
    return found | ({"country": country} if country else {})


def _values(item: Item, names: Iterable[str]) -> dict[str, str]:
    return {name: found for name in names if (found := item.one(f"news:{name}"))}


def _link(item: Item) -> Link | None:
    """Make the citation that a derivation, or an influence in its place, stands for."""
    if item.section not in _CITING:
        return None
    citing, cited = (item.one(end) for end in _CITING[item.section])
    if not citing or not cited:
        return None
    values = _values(item, ("mode", "quote", "url", "choice"))
    hardens = item.values.get("news:hardens", ())
    values |= {"hardens": "; ".join(hardens)} if hardens else {}
    if "unclear-attribution" in item.values.get("news:reservation", ()):
        values["attribution"] = Attribution.UNCLEAR.value
    return Link(where=item.where, citing=citing, cited=cited, values=values)


def _more(draft: Draft, item: Item) -> None:
    """Add what PROV keeps and the other graphs do not: how a report was read, what became of it, details."""
    ids = ids_of(item.name)
    entry = draft.proposed("reports", ids[0]) if ids and item.kind in ("Report", "Statement") else None
    if entry is None:
        return
    if item.kind == "Statement":
        details = [each.partition(": ") for each in item.values.get("news:detail", ())]
        if details:
            said = draft.say(entry, draft.claim(ids[1], None, item.where), {}, item.where)
            said["details"] = {name: words for name, _, words in details}
        return
    changes = {change.value: date for change in Change if (date := item.one(f"news:{change}"))}
    if changes:
        entry.fields["status"] = dict(changes)
    read = item.one("news:read")
    if read in ("original", "translation", "inferred"):
        entry.fields["read"] = read
    elif read:
        draft.note(item.where, f"read of {entry.id}: {read}; through which report is not said")


def _general(draft: Draft, file: str, items: Sequence[Item]) -> Network:
    """Take the entities of any PROV document for reports, whom they are attributed to for outlets or authors."""
    labels = {item.name: item.one("prov:label", "foaf:name", "schema:name") or item.name for item in items}
    people = {item.name for item in items if "prov:Person" in item.values.get("prov:type", ())}
    rows = {item.name: _entity(item) for item in items if item.section == "entity"}
    links: list[Link] = []
    for item in items:
        agent, entity = item.one("prov:agent"), item.one("prov:entity")
        if item.section == "wasAttributedTo" and agent and entity in rows:
            rows[entity].setdefault("author" if agent in people else "outlet", labels.get(agent, agent))
        elif (link := _link(item)) and {link.citing, link.cited} <= rows.keys():
            quoted = item.section == "wasQuotedFrom" or "prov:Quotation" in item.values.get("prov:type", ())
            values = {"mode": Mode.QUOTES.value} if quoted else {}
            links.append(Link(where=item.where, citing=link.citing, cited=link.cited, values=values))
            _leave(draft, item, {*_CITING[item.section], "prov:type"})
        elif item.section == "agent":
            _leave(draft, item, {"prov:label", "foaf:name", "schema:name", "prov:type"})
        elif item.section != "entity":
            ends = ", ".join(f"{name}: {'; '.join(found)}" for name, found in item.values.items())
            draft.note(item.where, f"{item.section}: {ends}")
    for row in rows.values():
        row.setdefault("outlet", "")  # whom it is attributed to is not said, and its label is a title
    where = {item.name: item.where for item in items if item.section == "entity"}
    nodes = tuple(Row(where=where[name], id=name.partition(":")[2] or name, values=row) for name, row in rows.items())
    short = {name: name.partition(":")[2] or name for name in rows}
    edges = [Link(where=e.where, citing=short[e.citing], cited=short[e.cited], values=e.values) for e in links]
    return Network(where=file, about={}, nodes=nodes, edges=tuple(edges))


def _entity(item: Item) -> dict[str, str]:
    left = dict(item.values)
    found: dict[str, str] = {}
    for ours, names in _GENERAL.items():
        name = next((each for each in names if left.get(each)), None)
        if name:
            found[ours] = "; ".join(left.pop(name))
    return {name: "; ".join(words) for name, words in left.items() if words} | found


def _leave(draft: Draft, item: Item, used: set[str]) -> None:
    for name, found in item.values.items():
        if name not in used and found:
            draft.note(item.where, f"{name}: {'; '.join(found)}")
