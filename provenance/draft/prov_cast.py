"""Who and what one of our PROV exports speaks of: claims with their ties, outlets, parties, sources."""

from collections.abc import Sequence

from provenance.draft.drafting import Draft
from provenance.draft.prov_document import Item, ids_of
from provenance.model import OutletKind

OURS = frozenset(("Claim", "Report", "Statement", "Outlet", "Source", "Document", "Party", "Account", "Unlocated"))
"""The types of our vocabulary that records come back from."""


def put_cast(draft: Draft, items: Sequence[Item]) -> None:
    """Put them down, so that the graph finds them by their ids."""
    by_kind: dict[str | None, list[Item]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    claims = by_kind.get("Claim", [])
    for item in claims:
        draft.claim(ids_of(item.name)[0], item.one("prov:label"), item.where)
    for item in claims:
        _tie(draft, item)
    for item in by_kind.get("Party", []):
        draft.party(item.one("prov:label") or item.name, item.where, ids_of(item.name)[0], item.one("news:country"))
    for item in by_kind.get("Outlet", []):
        _outlet(draft, item)
    for item in (*by_kind.get("Source", []), *by_kind.get("Document", [])):
        _source(draft, item)


def _tie(draft: Draft, item: Item) -> None:
    id_ = draft.claim(ids_of(item.name)[0], item.one("prov:label"), item.where)
    entry = draft.entry("claims", id_)
    for field, term in (("stronger_than", "news:strongerThan"), ("part_of", "news:partOf")):
        others = [ids_of(name)[0] for name in item.values.get(term, ()) if ids_of(name)]
        if others and entry:
            entry.fields[field] = [draft.claim(other, None, item.where) for other in others]


def _outlet(draft: Draft, item: Item) -> None:
    ids, label = ids_of(item.name), item.one("prov:label") or item.name
    recorded = len(ids) == 1 and ids[0] != label
    made = draft.outlet(label, item.where, id_=ids[0] if recorded else None, country=item.one("news:country"))
    entry = draft.entry("outlets", made)
    kind, owner = item.one("news:kind"), item.one("news:owner")
    if entry and kind in tuple(OutletKind):
        entry.fields["kind"] = kind
    if entry:
        draft.put(entry, "owner", owner, item.where)


def _source(draft: Draft, item: Item) -> None:
    """Put a source down: its label is its name, or “…” around the words printed of it."""
    id_, label = ids_of(item.name)[0], item.one("prov:label") or ""
    fields = {"kind": item.one("news:kind") or ("document" if item.kind == "Document" else "named")}
    if label.startswith("“") and label.endswith("”"):
        fields["described_as"] = label[1:-1]
    elif label != id_:
        fields["name"] = label
    if url := item.one("news:url"):
        fields["url"] = url
    made = draft.source(id_, item.where, fields)
    entry, party = draft.entry("sources", made), ids_of(item.one("news:party") or "")
    if entry and party:
        entry.fields["party"] = draft.party(party[0], item.where, party[0])
    for term in ("news:sameAs", "news:possiblySameAs"):
        if names := item.values.get(term):
            draft.note(item.where, f"{term} of {id_}: {', '.join(names)}")


_READ = {
    "Claim": ("strongerThan", "partOf"),
    "Report": (
        *("published", "accessed", "author", "language", "url", "archived", "read"),
        *("corrected", "retracted", "withdrawn"),
    ),
    "Statement": ("claim", "stance", "certainty", "basis", "quote", "where", "detail"),
    "Outlet": ("kind", "country", "owner"),
    "Party": ("country",),
    "Source": ("kind", "url", "party", "sameAs", "possiblySameAs"),
    "Document": ("kind", "url", "party", "sameAs", "possiblySameAs"),
    "Account": (),
    "Unlocated": (),
}
_SHARED = frozenset(("prov:type", "prov:label", "dcterms:title", "dcterms:issued", "prov:generatedAtTime"))
_ANSWER = "the answer with its origins: worked out by a trace, which works it out of what is proposed anew"


def leave_cast(draft: Draft, file: str, items: Sequence[Item]) -> None:
    """List every attribute of elements that is not placed; the answer of the trace is named once."""
    for item in items:
        if item.kind == "Answer":
            draft.note(file, _ANSWER)
        used = _READ.get(item.kind or "")
        for name, found in item.values.items() if used is not None else ():
            if name not in _SHARED and name.removeprefix("news:") not in (used or ()):
                draft.note(item.where, f"{name}: {'; '.join(found)}")
