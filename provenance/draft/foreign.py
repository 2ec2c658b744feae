"""Nodes of another program's graph, under the names that ours have: every node is taken for a report."""

from collections.abc import Mapping

from provenance.draft.drafting import Draft
from provenance.draft.ids import free, is_id, slug
from provenance.draft.network import Network, Row
from provenance.value import replaced

NAMES = {
    "outlet": ("outlet", "publisher", "publication", "medium", "source name"),
    "title": ("title", "headline"),
    "url": ("url", "link", "href", "uri", "address"),
    "archived": ("archived", "archive", "archive url", "archive location"),
    "published": ("published", "date", "datepublished", "date published", "publication date"),
    "accessed": ("accessed", "date accessed"),
    "author": ("author", "byline"),
    "language": ("language", "lang"),
    "claim": ("claim",),
    "stance": ("stance",),
    "certainty": ("certainty",),
    "quote": ("quote",),
}
"""What other programs and tables call our fields, in lower case."""


def renamed(values: Mapping[str, str]) -> dict[str, str]:
    """Give attributes the names of our fields; the first of several names wins, the others stay as they are."""
    left = dict(values)
    found: dict[str, str] = {}
    for ours, others in NAMES.items():
        name = next((other for other in others if other in left), None)
        if name is not None:
            found[ours] = left.pop(name)
    return {**left, **found}


def foreign_nodes(draft: Draft, network: Network, claim: str | None) -> Network:
    """Take every node for a report on one claim: its label is its outlet, unless an attribute says who published it."""
    on = claim or blank_claim(draft, network.where)
    taken: set[str] = set()
    rows = tuple(_row(row, on, taken) for row in network.nodes)
    about = {name: words for name, words in network.about.items() if name not in ("claim", "title", "as_of")}
    for name in network.about.keys() - about.keys():
        draft.note(network.where, f"{name}: {network.about[name]}")
    return replaced(network, nodes=rows, about=about)


def blank_claim(draft: Draft, where: str) -> str:
    """Propose a claim for reports of which nothing says what they are on: a citation needs one."""
    draft.note(where, "what the reports claim is not said: name it with --claim, or write it into the proposal")
    id_ = draft.claim("claim", None, where)
    entry = draft.entry("claims", id_)
    if entry:
        entry.fields["text"] = "(what these reports claim is still to be written)"
    return id_


def _row(row: Row, claim: str, taken: set[str]) -> Row:
    values = renamed(row.values)
    label = values.pop("label", values.pop("name", row.id))
    values.setdefault("outlet", label)
    kind = values.pop("kind", None)
    more = {} if kind is None else {"its kind": kind}
    wanted = row.id if is_id(row.id) else slug(label, slug(row.id, "report"))
    record = free(wanted, taken)
    taken.add(record)
    return replaced(
        row,
        values={
            **values,
            **more,
            "label": values["outlet"] or label,
            "claim": values.get("claim", claim),
            "record": record,
            "kind": "statement",
        },
    )
