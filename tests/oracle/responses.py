"""What parties and sources answered, to the claim and to its neighbours."""

from tests.oracle.chronology import instants
from tests.oracle.claim_at import ClaimAt
from tests.oracle.world import Records, date_of, listed


def responses(at: ClaimAt) -> list[Records]:
    """Give the responses that are in by date, then party, as JSON holds them."""
    found = [
        {
            "party": agent,
            "by": one["by"],
            "stance": one["stance"],
            "claim": claim,
            "addresses": claim == at.claim,
            "date": one.get("date"),
            "on_record": one.get("on_record"),
            "replaced": at.replaced(one),
            "quote": one.get("quote"),
            "reported_by": list(dict.fromkeys(listed(one.get("reported_by", [])))),
        }
        for claim in (at.claim, *at.world.neighbours(at.claim))
        for agent, one in at.answers(claim)
    ]
    return sorted(found, key=_in_order)


def _in_order(one: Records) -> tuple[object, ...]:
    words = (one["party"], one["claim"], one["stance"], one["by"], str(one["on_record"]), one["quote"] or "")
    return (instants(date_of(one, "date") if one["date"] else None), words, one["reported_by"], one["date"] or "")
