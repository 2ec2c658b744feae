"""What would change a verdict: records are changed, and the claim is traced again. Nothing is guessed."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from provenance.graph import CitationGraph
from provenance.model import (
    Basis,
    Citation,
    Reaction,
    Report,
    Response,
    Statement,
    UnclearCitation,
    Workspace,
)
from provenance.trace import Tracer
from provenance.trace.carriers import Carrier
from provenance.trace.responses import list_responses
from provenance.trace.subject import Subject
from provenance.trace.support import Support
from provenance.trace.weigh import Weighed, weigh
from provenance.value import replaced, value

MOST_CITATIONS = 5
"""How many citations are taken away, one after another: those that carry most."""


class If(StrEnum):
    """What is tried."""

    FALLS = "falls"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOES_NOT_HOLD = "does-not-hold"


@value
class WhatIf:
    """One change, and what is then traced.

    `id` is the subject, the party, or the citing report; `cited` what it cites where a citation does not hold.
    """

    what: If
    id: str
    then: Weighed
    cited: str | None = None


def try_changes(tracer: Tracer, support: Support, subject: Subject, carriers: Sequence[Carrier]) -> tuple[WhatIf, ...]:
    """Try one change at a time: the subject falls; a party that could confirm does, or denies; a citation goes."""
    fallen = Support(support.graph, support.claim, support.as_of, without=subject.nodes)
    return (
        WhatIf(what=If.FALLS, id=subject.id, then=weigh(tracer, fallen)),
        *_answers(tracer, support),
        *(_without(tracer.workspace, support, carrier) for carrier in carriers[:MOST_CITATIONS]),
    )


def _answers(tracer: Tracer, support: Support) -> Iterator[WhatIf]:
    """Let each party that could confirm, and neither confirms nor denies so far, do so on the record."""
    workspace = tracer.workspace
    final = (Reaction.CONFIRMS, Reaction.DENIES)
    current = [found for found in list_responses(support) if found.addresses and not found.replaced]
    settled = {found.party for found in current if found.response.stance in final}
    claim = workspace.claims[support.claim]
    for party in sorted(set(claim.could_confirm) - settled):
        for what, stance in ((If.CONFIRMS, Reaction.CONFIRMS), (If.DENIES, Reaction.DENIES)):
            said = Response(by=party, claim=claim.id, stance=stance, on_record=True, place=claim.place)
            changed = replaced(workspace, responses=(*workspace.responses, said))
            seen = Support(CitationGraph(changed), claim.id, support.as_of)  # responses tie no origins: same groups
            yield WhatIf(what=what, id=party, then=weigh(tracer, seen))


def _without(workspace: Workspace, support: Support, carrier: Carrier) -> WhatIf:
    """Take a citation away; a report that is left with none then names no source, as where its attribution fails."""
    edges = support.graph.edges_from(carrier.citing)
    gone = [edge.citation for edge in edges if edge.cited == carrier.cited]
    report = workspace.reports[carrier.citing.id]
    says = tuple(_left(said, gone) if said.claim == carrier.citing.claim else said for said in report.says)
    reports: dict[str, Report] = {**workspace.reports, report.id: replaced(report, says=says)}
    changed = Tracer(replaced(workspace, reports=reports))
    then = weigh(changed, changed.support(support.claim, support.as_of))
    return WhatIf(what=If.DOES_NOT_HOLD, id=carrier.citing.id, cited=carrier.cited.id, then=then)


def _left(said: Statement, gone: list[Citation]) -> Statement:
    entries = [_entry(entry, gone) for entry in said.cites]
    cites = tuple(entry for entry in entries if entry is not None)
    return replaced(said, cites=cites) if cites else replaced(said, cites=(), basis=Basis.UNATTRIBUTED)


def _entry(entry: Citation | UnclearCitation, gone: list[Citation]) -> Citation | UnclearCitation | None:
    """Give what is left of an entry: an unclear citation with one alternative left is that one."""
    if isinstance(entry, Citation):
        return None if entry in gone else entry
    left = tuple(one for one in entry.alternatives if one not in gone)
    if len(left) > 1:
        return replaced(entry, alternatives=left)
    return left[0] if left else None
