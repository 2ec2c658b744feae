"""Ties between claims, as far as citations show them: a statement cites one on another claim where they are tied."""

from collections.abc import Mapping

from provenance.claims import ClaimTies
from provenance.draft.drafting import Draft
from provenance.draft.network import Network, Row


def tie_claims(draft: Draft, network: Network, nodes: Mapping[str, Row]) -> None:
    """Propose `stronger_than` for claims whose statements cite each other; never a cycle."""
    known = draft.known.workspace
    tied = ClaimTies(known.claims)
    ties = _given(draft)
    for edge in network.edges:
        ends = nodes.get(edge.citing), nodes.get(edge.cited)
        citing, cited = (end.values.get("claim") if end else None for end in ends)
        if citing is None or cited is None or citing == cited:
            continue
        hardens = "claim" in edge.values.get("hardens", "").split("; ")
        strong, weak = (
            draft.claim(each, None, edge.where) for each in ((citing, cited) if hardens else (cited, citing))
        )
        if _reaches(ties, strong, weak) or (strong in known.claims and weak in tied.tied_to(strong)):
            continue
        entry = draft.entry("claims", strong)
        if entry is None or _reaches(ties, weak, strong):
            draft.note(edge.where, f"a citation between statements on {citing} and {cited}: how these are tied")
            continue
        ties.setdefault(strong, set()).add(weak)
        there = entry.fields.setdefault("stronger_than", [])
        assert isinstance(there, list)
        there.append(weak)
        entry.remark(
            "`stronger_than` is read from who cites whom: it may be `part_of`, or hold by way of another claim"
        )


def _given(draft: Draft) -> dict[str, set[str]]:
    """Give the ties that the input states itself: each claim with what it implies."""
    found: dict[str, set[str]] = {}
    for entry in draft.claims():
        for weaker in entry.fields.get("stronger_than", []):
            found.setdefault(entry.id, set()).add(str(weaker))
        for whole in entry.fields.get("part_of", []):
            found.setdefault(str(whole), set()).add(entry.id)
    return found


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
