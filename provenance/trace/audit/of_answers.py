"""Rules about what a trace says: its status, findings, gaps, loops, and the rating of the claim."""

from collections.abc import Sequence

from provenance.model import Credibility
from provenance.read.policies import Rule
from provenance.trace.answer import Finding, FindingKind, Gap, GapKind, Members
from provenance.trace.audit.ruling import FailingEdge, Ruling
from provenance.trace.audit.seen import Seen, as_failing, in_order, members
from provenance.trace.audit.wording import counted, either, surely_count

_OF_ALL_ORIGINS = (GapKind.SINGLE_ORIGIN, GapKind.ANONYMOUS_ONLY, GapKind.INDEPENDENCE_NOT_ESTABLISHED)
_OF_ONE_ORIGIN = (GapKind.UNATTRIBUTED_ORIGIN, GapKind.UNRECORDED_ORIGIN, GapKind.UNLOCATED_REPORT)


def status(seen: Seen, rule: Rule) -> Ruling:
    """Hold where the claim's status is one of these."""
    found = seen.answer.status
    if found in rule.words:
        return Ruling(rule=rule, passes=True, why=f"the status is {found}")
    why = f"the status is {found}; asked for is {either(rule.words)}"
    return Ruling(rule=rule, passes=False, why=why, at=(seen.answer.claim,))


def no_finding(seen: Seen, rule: Rule) -> Ruling:
    """Hold where no finding is of these kinds."""
    found = [finding for finding in seen.answer.findings if finding.kind in rule.words]
    if not found:
        return Ruling(rule=rule, passes=True, why="no such finding")
    at = tuple(sorted({finding.at for finding in found}))
    edges = in_order(edge for finding in found for edge in _of_finding(seen, finding))
    return Ruling(rule=rule, passes=False, why=counted(len(found), "such finding"), at=at, edges=edges)


def no_gap(seen: Seen, rule: Rule) -> Ruling:
    """Hold where no gap of these kinds is open."""
    found = [gap for gap in seen.answer.gaps if gap.kind in rule.words]
    if not found:
        return Ruling(rule=rule, passes=True, why="no such gap is open")
    at = tuple(sorted({gap.subject for gap in found}))
    edges = in_order(edge for gap in found for edge in _of_gap(seen, gap))
    why = f"{counted(len(found), 'such gap')} {'is' if len(found) == 1 else 'are'} open"
    return Ruling(rule=rule, passes=False, why=why, at=at, edges=edges)


def no_loop(seen: Seen, rule: Rule) -> Ruling:
    """Hold where nothing rests on itself: no reports, and no outlets, sources or parties behind them."""
    if not seen.loops:
        return Ruling(rule=rule, passes=True, why="no loop is on record")
    return _looped(seen, rule, seen.loops, f"{counted(len(seen.loops), 'loop')} on record")


def no_loop_through(seen: Seen, rule: Rule) -> Ruling:
    """Hold where no loop passes an outlet of these kinds, or one whose kind is not recorded."""
    through = [loop for loop in seen.loops if any(kind in rule.words for kind in _kinds(seen, loop))]
    if through:
        return _looped(seen, rule, through, f"{counted(len(through), 'loop')} through {either(rule.words)} outlets")
    unknown = [loop for loop in seen.loops if None in _kinds(seen, loop)]
    if unknown:
        why = f"{counted(len(unknown), 'loop')} through outlets whose kind is not recorded"
        return _looped(seen, rule, unknown, why)
    return Ruling(rule=rule, passes=True, why="no such loop is on record")


def rating_allowed(seen: Seen, rule: Rule) -> Ruling:
    """Hold where a credibility is rated, and a rating of 1 has two origins that surely count."""
    rated = seen.support.graph.workspace.claims[seen.answer.claim].credibility
    if rated is None:
        return Ruling(rule=rule, passes=False, why="nothing to audit: no credibility is rated")
    if rated is not Credibility.CONFIRMED:
        return Ruling(rule=rule, passes=True, why=f"credibility {rated} asks for no second origin")
    surely = surely_count(seen.answer.origin_count.min)
    if all(found.kind is not FindingKind.RATING_NOT_ALLOWED for found in seen.answer.findings):
        return Ruling(rule=rule, passes=True, why=f"credibility {rated}, and {surely}")
    why = f"credibility {rated} takes two origins, and {surely}"
    return Ruling(rule=rule, passes=False, why=why, at=(seen.answer.claim,), edges=seen.leading_to(seen.origins))


def _looped(seen: Seen, rule: Rule, loops: Sequence[Finding], why: str) -> Ruling:
    at = sorted({id_ for loop in loops for id_ in members(loop)})
    edges = in_order(edge for loop in loops for edge in seen.ring(loop))
    doubtful = sum("doubt" in dict(loop.facts) for loop in loops)
    why += f", {doubtful} of them only by citations in doubt" if doubtful else ""
    return Ruling(rule=rule, passes=False, why=why, at=tuple(at), edges=edges)


def _kinds(seen: Seen, loop: Finding) -> set[str | None]:
    """Give the kinds of the outlets that a loop passes; sources and parties have none."""
    workspace = seen.support.graph.workspace
    of_reports = loop.fact("of") is Members.REPORTS
    outlets = [workspace.reports[id_].outlet if of_reports else id_ for id_ in members(loop)]
    return {workspace.outlets[outlet].kind for outlet in outlets if outlet in workspace.outlets}


def _of_finding(seen: Seen, finding: Finding) -> tuple[FailingEdge, ...]:
    """Give the citations a finding is about: the one it is made on, a loop's, or those of the record it rests on."""
    match finding.kind:
        case FindingKind.CIRCULAR:
            return seen.ring(finding)
        case FindingKind.RETRACTED_SUPPORT:
            return _citing(seen, str(finding.fact("from")))
        case FindingKind.COMMON_LINK:
            return _citing(seen, finding.at)
        case _:
            return as_failing([finding.edge] if finding.edge is not None else [])


def _citing(seen: Seen, cited: str) -> tuple[FailingEdge, ...]:
    citing = (edge for edge in seen.support.edges if edge.cited.id == cited)
    return as_failing(edge for edge in citing if not seen.support.fell(edge.citing))


def _of_gap(seen: Seen, gap: Gap) -> tuple[FailingEdge, ...]:
    """Give the citations a gap is about; one that no citation could close has none."""
    if gap.kind is GapKind.UNCLEAR_ATTRIBUTION:
        return seen.in_doubt()
    if gap.kind in _OF_ALL_ORIGINS:
        return seen.leading_to(seen.origins)
    if gap.kind in _OF_ONE_ORIGIN:
        return seen.leading_to(origin for origin in seen.origins if origin.id == gap.subject)
    return ()
