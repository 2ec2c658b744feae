"""What nodes, dates and counts are called in front of people."""

from provenance.graph import CitationGraph, Node, NodeKind
from provenance.model import UNNAMED, SourceKind
from provenance.trace.answer import Doubt, OriginCount, OriginKind
from provenance.wording.numbers import plural

WHY = {
    OriginKind.OWN_REPORTING: "own reporting",
    OriginKind.NAMED: "a named source",
    OriginKind.ANONYMOUS: "an anonymous source",
    OriginKind.DOCUMENT: "a document",
    OriginKind.EYEWITNESS: "an eyewitness",
    OriginKind.PARTY: "a party to the matter",
    OriginKind.UNATTRIBUTED: "names no source",
    OriginKind.UNRECORDED: "what it rests on is not recorded",
    OriginKind.UNLOCATED: "the report was not located",
}
"""Why a walk ends, in a few words."""

_DOUBTS = {
    None: "",
    Doubt.UNCLEAR: ", in doubt",
    Doubt.RETRACTED: ", reached through retracted or withdrawn reports only: does not count",
}


def why_words(kind: OriginKind) -> str:
    """Say why a walk ends, with the word of the vocabulary where the words do not hold it."""
    return f"{kind}: {WHY[kind]}" if kind.says_nothing else WHY[kind]


def origin_words(kind: OriginKind, doubt: Doubt | None) -> str:
    """Say why a walk ends at an origin, and why it may not count."""
    return f"{why_words(kind)}{_DOUBTS[doubt]}"


def name_of(graph: CitationGraph, node: Node) -> str:
    """Give what a person would call a node: an outlet's or party's name, a source's name or description."""
    match node.kind:
        case NodeKind.STATEMENT | NodeKind.REPORT:
            outlet = graph.outlet(node)
            assert outlet is not None
            return outlet.name
        case NodeKind.PARTY:
            return graph.workspace.parties[node.id].name
        case NodeKind.SOURCE:
            return source_name(graph, node.id)
        case NodeKind.OUTLET:
            outlet = graph.outlet(node)
            return id_words(node.id) if outlet is None else outlet.name


def source_name(graph: CitationGraph, source: str) -> str:
    """Give a source's name, else the words printed of it, else its id."""
    record = graph.workspace.sources[source]
    if record.kind is not SourceKind.ANONYMOUS and record.name:
        return record.name
    return f"“{record.described_as}”" if record.described_as else record.id


def agent_name(graph: CitationGraph, agent: str) -> str:
    """Give the name of a party or source."""
    party = graph.workspace.parties.get(agent)
    return party.name if party else source_name(graph, agent)


def id_of(node: Node) -> str:
    """Give the id to print of a node; the outlet nobody names has none."""
    return "" if node.kind is NodeKind.OUTLET and node.id.startswith(f"{UNNAMED}:") else node.id


def id_words(id_: str) -> str:
    """Give the id of a record as it is, and words for the outlet that a report does not name."""
    unnamed, _, place = id_.partition(":")
    return f"an outlet that {place.split(':')[0]} does not name" if place and unnamed == UNNAMED else id_


def count_words(count: OriginCount) -> str:
    """Say an origin count in words and figures."""
    if count.min == count.max:
        return "no origin" if count.max == 0 else plural(count.max, "origin")
    if not count.bounded:
        return f"{count.min} to {plural(count.max, 'origin')}"
    return f"{f'at least {count.min}, ' if count.min else ''}at most {plural(count.max, 'origin')}"
