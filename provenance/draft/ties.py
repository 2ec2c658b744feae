"""Ties between claims, as far as citations show them: a statement cites one on another claim where they are tied."""

from collections.abc import Mapping

from provenance.claims import ClaimTies
from provenance.draft.drafting import Draft
from provenance.draft.network import Network, Row


def tie_claims(draft: Draft, network: Network, nodes: Mapping[str, Row]) -> None:
    """Propose `stronger_than` for claims whose statements cite each other; never a cycle."""
    ties: dict[str, set[str]] = {}
    known = draft.known.workspace
    tied = ClaimTies(known.claims)
    for edge in network.edges:
        ends = nodes.get(edge.citing), nodes.get(edge.cited)
        citing, cited = (end.values.get("claim") if end else None for end in ends)
        if citing is None or cited is None or citing == cited:
            continue
        hardens = "claim" in edge.values.get("hardens", "").split("; ")
        strong, weak = (citing, cited) if hardens else (cited, citing)
        if weak in ties.get(strong, ()):
            continue
        strong_id, weak_id = draft.claim(strong, None, edge.where), draft.claim(weak, None, edge.where)
        entry = draft.entry("claims", strong_id)
        if strong_id in known.claims and weak_id in tied.tied_to(strong_id):
            continue
        if entry is None or _reaches(ties, weak, strong):
            draft.note(edge.where, f"a citation between statements on {citing} and {cited}: how these are tied")
            continue
        ties.setdefault(strong, set()).add(weak)
        there = entry.fields.setdefault("stronger_than", [])
        assert isinstance(there, list)
        there.append(weak_id)
        entry.remark(
            "`stronger_than` is read from who cites whom: it may be `part_of`, or hold by way of another claim"
        )


def _reaches(ties: Mapping[str, set[str]], start: str, goal: str) -> bool:
    """Tell whether ties lead from one claim to another; depth first, each claim once."""
    stack, seen = [start], {start}
    while stack:
        here = stack.pop()
        if here == goal:
            return True
        stack += [claim for claim in ties.get(here, ()) if claim not in seen]
        seen |= ties.get(here, set())
    return False
