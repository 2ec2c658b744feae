"""Drift: what hardens or changes along each citation between two statements."""

import re
from collections.abc import Iterable, Iterator

from tests.oracle.claim_at import ClaimAt
from tests.oracle.walks import Node
from tests.oracle.world import Edge, Records, World

CERTAINTIES = ("uncommitted", "possible", "probable", "certain")
ATTRIBUTIONS = ("unattributed", "anonymous", "document", "party", "named")

ONE = {"source", "official", "diplomat", "quelle", "kaynak"}
SEVERAL = {"sources", "officials", "diplomats", "quellen", "kaynaklar"}
"""The nouns that the random records use."""

Harder = tuple[str, str, str, bool]
"""What hardens, before, after, and whether that stands on citations in doubt."""

InDoubt = tuple[str | None, bool]
"""A word, None where nothing decides it, and whether it stands on citations in doubt."""


def drift(at: ClaimAt) -> Iterator[Records]:
    """Give the findings along all citations of the claim's graph."""
    for edge in at.edges:
        if edge.cited[0] != "statement":
            continue
        cited, citing = at.world.statement(edge.cited), at.world.statement(edge.citing)
        found: list[Records] = []
        supporting = at.world.stance(edge.citing) == at.world.stance(edge.cited) == "supports"
        if supporting:
            for what, before, after, in_doubt in _between_supporting(at.world, edge):
                doubt = {"doubt": "unclear"} if in_doubt else {}
                found.append({"what": what, "before": before, "after": after, **doubt})
        if edge.mode == "translates" and supporting:
            before, after = (at.world.reports[node[1]].get("language", "?") for node in (edge.cited, edge.citing))
            found.append({"what": "translation", "before": before, "after": after})
        before_after = (cited.get("details", {}), citing.get("details", {}))
        for name in sorted(before_after[0].keys() & before_after[1].keys()):
            before, after = (details[name] for details in before_after)
            if before != after:
                found.append({"what": "details", "name": name, "before": before, "after": after})
        for finding in found:
            doubt = {"doubt": "unclear"} if edge.in_doubt else {}
            yield {
                "kind": "drift",
                "at": edge.citing[1],
                "from": edge.cited[1],
                "outlet": at.world.outlet_of(edge.citing),
                "quotes": [cited.get("quote"), citing.get("quote")],
                **finding,
                **doubt,
            }


def _between_supporting(world: World, edge: Edge) -> Iterator[Harder]:
    citing, cited = edge.citing, edge.cited
    if world.implies(citing[2], cited[2]):
        yield "claim", cited[2], citing[2], False
    before, after = (world.statement(node).get("certainty") for node in (cited, citing))
    if before and after and CERTAINTIES.index(after) > CERTAINTIES.index(before):
        yield "certainty", before, after, False
    (before, doubt), (after, more) = attribution(world, cited), attribution(world, citing)
    if before and after and ATTRIBUTIONS.index(after) > ATTRIBUTIONS.index(before):
        yield "attribution", before, after, doubt or more
    (before, doubt), (after, more) = plurality(world, cited), plurality(world, citing)
    if (before, after) == ("one", "several"):
        yield "plurality", "one", "several", doubt or more


def attribution(world: World, node: Node) -> InDoubt:
    """Give the strongest word for the sources and parties that a statement cites itself."""
    own, in_doubt = _sure_or_all(_of_sources(world, node))
    if own:
        return max((_word(world, edge.cited) for edge in own), key=ATTRIBUTIONS.index), in_doubt
    return ("unattributed" if world.statement(node).get("basis") == "unattributed" else None), False


def plurality(world: World, node: Node) -> InDoubt:
    """Tell whether a statement speaks of `one` source or of `several`, None where nothing decides it."""
    own, in_doubt = _sure_or_all(_of_sources(world, node) or world.edges_from(node))
    if not _of_sources(world, node):
        return _spoken_of(edge.quote for edge in own), in_doubt
    if len({edge.number[0] if edge.choice else world.agent_of(edge.cited[1]) for edge in own}) > 1:
        return "several", in_doubt
    if own[0].choice:
        return None, in_doubt  # which of the alternatives it is, nobody knows
    return _of_one(world, own), in_doubt


def _of_one(world: World, citations: list[Edge]) -> str | None:
    spoken = _spoken_of(edge.quote for edge in citations)
    if spoken is not None or citations[0].cited[0] == "party":
        return spoken
    source = world.sources[citations[0].cited[1]]
    if source["kind"] == "document" or (source["kind"] != "anonymous" and "name" in source):
        return "one"
    return _spoken_of([source.get("described_as")])


def _of_sources(world: World, node: Node) -> list[Edge]:
    return [edge for edge in world.edges_from(node) if edge.cited[0] in ("source", "party")]


def _sure_or_all(edges: list[Edge]) -> tuple[list[Edge], bool]:
    """Give the citations that count, and whether they are in doubt: sure ones go before those in doubt."""
    sure = [edge for edge in edges if not edge.in_doubt]
    return sure or edges, bool(edges) and not sure


def _word(world: World, node: Node) -> str:
    if node[0] == "party":
        return "party"
    source = world.sources[node[1]]
    if source["kind"] == "eyewitness":
        return "named" if "name" in source else "anonymous"
    kind: str = source["kind"]
    return kind


def _spoken_of(texts: Iterable[str | None]) -> str | None:
    words = {word for text in texts for word in re.findall(r"\w+", (text or "").casefold())}
    one, several = bool(words & ONE), bool(words & SEVERAL)
    return None if one == several else "several" if several else "one"
