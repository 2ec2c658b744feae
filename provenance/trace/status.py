"""The status of a claim: exactly one, the first that holds."""

from collections.abc import Iterable, Sequence

from provenance.model import Reaction
from provenance.trace.answer import Answered, Doubt, Origin, OriginCount, Status
from provenance.trace.support import Support


def find_status(
    support: Support, responses: Iterable[Answered], origins: Sequence[Origin], count: OriginCount
) -> Status:
    """Give the status; the order of the tests is the order of precedence."""
    if not support.all_supporting:
        return Status.NO_REPORTS
    return _by_responses(support, responses) or _by_origins(support, origins, count)


def _by_responses(support: Support, responses: Iterable[Answered]) -> Status | None:
    current = [found for found in responses if found.addresses and not found.replaced]
    confirming = {found.party for found in current if found.response.stance is Reaction.CONFIRMS}
    denying = {found.party for found in current if found.response.stance is Reaction.DENIES}
    if any(one != other for one in confirming for other in denying):
        return Status.CONTESTED
    could = set(support.graph.workspace.claims[support.claim].could_confirm)
    on_record = [found for found in current if found.response.on_record and found.party in could]
    if any(found.response.stance is Reaction.CONFIRMS for found in on_record):
        return Status.CONFIRMED
    if not confirming and any(found.response.stance is Reaction.DENIES for found in on_record):
        return Status.DENIED
    return None


def _by_origins(support: Support, origins: Sequence[Origin], count: OriginCount) -> Status:
    counted = [origin for origin in origins if origin.doubt is not Doubt.RETRACTED]
    if not support.supporting or (not counted and _led_to_what_fell(support, origins)):
        return Status.RETRACTED
    if not counted:
        return Status.CIRCULAR
    if all(origin.kind.says_nothing for origin in counted):
        return Status.UNATTRIBUTED
    if count.max <= 1:
        return Status.SINGLE_ORIGIN
    return Status.ORIGIN_IN_DOUBT if count.min <= 1 else Status.MULTIPLE_ORIGINS


def _led_to_what_fell(support: Support, origins: Sequence[Origin]) -> bool:
    """Tell whether standing support leads to an origin, which can then only be through what was retracted."""
    reached = support.graph.reach(support.supporting)
    return any(origin.node in reached for origin in origins)
