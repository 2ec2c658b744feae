"""Hold a claim's record against policies: named rules, each with what breaks it. Rules: docs/reference/policies.md."""

from collections.abc import Callable, Iterable, Iterator

from provenance.dates import Date
from provenance.model import OutletKind, Workspace
from provenance.read.policies import Policy, Rule, Takes, Vocabulary
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind, GapKind, OriginKind, Status
from provenance.trace.audit import of_answers, of_origins
from provenance.trace.audit.ruling import Audit, Held, Ruling
from provenance.trace.audit.seen import Seen
from provenance.value import replaced, value


@value
class RuleKind:
    """A rule of the vocabulary: what it is asked with, and what holds it against a claim.

    With `each`, every word is answered by itself.
    """

    takes: Takes
    hold: Callable[[Seen, Rule], Ruling]
    each: bool = False


_OPEN = tuple(kind for kind in GapKind if kind is not GapKind.STALE)  # what is stale depends on the day

RULES: dict[str, RuleKind] = {
    "origins_at_least": RuleKind(takes=Takes(least=1), hold=of_origins.origins_at_least),
    "declared_independent": RuleKind(takes=Takes(least=2), hold=of_origins.declared_independent),
    "not_only": RuleKind(takes=Takes(words=tuple(OriginKind)), hold=of_origins.not_only),
    "not_single": RuleKind(takes=Takes(words=tuple(OriginKind)), hold=of_origins.not_single),
    "no_origin": RuleKind(takes=Takes(words=tuple(OriginKind)), hold=of_origins.no_origin, each=True),
    "described": RuleKind(takes=Takes(words=tuple(of_origins.Aspect)), hold=of_origins.described, each=True),
    "no_finding": RuleKind(takes=Takes(words=tuple(FindingKind)), hold=of_answers.no_finding, each=True),
    "no_gap": RuleKind(takes=Takes(words=_OPEN), hold=of_answers.no_gap, each=True),
    "no_loop": RuleKind(takes=Takes(), hold=of_answers.no_loop),
    "no_loop_through": RuleKind(takes=Takes(words=tuple(OutletKind)), hold=of_answers.no_loop_through),
    "status": RuleKind(takes=Takes(words=tuple(Status)), hold=of_answers.status),
    "rating_allowed": RuleKind(takes=Takes(), hold=of_answers.rating_allowed),
}
"""Every rule a policy can be made of, by the name it is written with."""

VOCABULARY: Vocabulary = {name: kind.takes for name, kind in RULES.items()}

_OF_RATINGS = "rating_allowed"
_OF_INDEPENDENCE = "declared_independent"


def audit_claim(tracer: Tracer, claim: str, policies: Iterable[Policy], as_of: Date | None = None) -> Audit:
    """Hold a claim against policies, in the order given. Raises UnknownClaimError.

    Without a standing report that supports the claim nothing passes.
    """
    answer = tracer.trace(claim, as_of)
    seen = Seen(tracer.support(claim, as_of), answer, tracer.groups)
    held = tuple(Held(policy=policy, rulings=tuple(_rulings(seen, policy))) for policy in policies)
    return Audit(
        claim=claim,
        text=answer.text,
        as_of=as_of,
        supporting=answer.supporting,
        policies=held,
        not_checked=tuple(_not_checked(seen, held)),
    )


def that_apply(policies: Iterable[Policy], workspace: Workspace, claim: str) -> tuple[Policy, ...]:
    """Leave out policies that ask about the rating of a claim, where it has none."""
    rated = workspace.claims[claim].credibility is not None
    return tuple(policy for policy in policies if rated or not _asks(policy, _OF_RATINGS))


def _rulings(seen: Seen, policy: Policy) -> Iterator[Ruling]:
    for rule in policy.rules:
        kind = RULES[rule.name]
        for asked in [replaced(rule, words=(word,)) for word in rule.words] if kind.each else [rule]:
            yield kind.hold(seen, asked) if seen.support.supporting else _nothing(asked)


def _nothing(rule: Rule) -> Ruling:
    return Ruling(rule=rule, passes=False, why="nothing to audit: no standing report supports the claim")


def _not_checked(seen: Seen, held: tuple[Held, ...]) -> Iterator[str]:
    yield "whether the claim is true"
    yield "whether the records are complete and right: a rule holds of what is recorded"
    if any(ruling.passes and ruling.rule.name == _OF_INDEPENDENCE for one in held for ruling in one.rulings):
        yield "whether the declarations of independence on record are right"
    rating = seen.support.graph.workspace.claims[seen.answer.claim].credibility
    if rating is not None and not any(_asks(one.policy, _OF_RATINGS) for one in held):
        yield f"whether the record may rate the claim credibility {rating} (the policy admiralty asks that)"


def _asks(policy: Policy, rule: str) -> bool:
    return any(asked.name == rule for asked in policy.rules)
