"""Random small workspaces: a rule about origins holds in every way in which doubts may turn out."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.read import read_texts
from provenance.read.policies import Rule
from provenance.trace import Tracer
from provenance.trace.answer import OriginKind
from provenance.trace.audit import RULES, audit_claim
from provenance.trace.audit.ruling import Audit
from provenance.trace.audit.seen import Seen
from provenance.value import replaced
from tests.oracle import Records, Ways, World
from tests.oracle.claim_at import ClaimAt
from tests.oracle.origins import MAYBE_NOTHING
from tests.oracle.walks import walk
from tests.records import shuffled, workspaces, written
from tests.trace.audited import policy_of
from tests.trace.test_audit_answers import EVERY_RULE

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


MOST = 1_000

slowly = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
KINDS = st.lists(st.sampled_from(list(OriginKind)), unique=True, min_size=1, max_size=5)


def tracer_of(texts: dict[str, str]) -> Tracer:
    return Tracer(read_texts(texts).workspace)


def counted_kinds(ways: Ways, claim: str) -> list[list[str]]:
    """Give for every way in which the doubtful citations may turn out the kinds of the origins that count."""
    at = ClaimAt(ways.world, claim, None)
    found = []
    for way in ways.all:
        reached = walk(at.live, way.cites, at.stands)
        kinds = [ways.ties.kind(node) for node in reached if not way.cites.get(node)]
        found.append([kind for kind in kinds if kind not in MAYBE_NOTHING])
    return found


@settings(slowly, max_examples=80)
@given(workspaces(), KINDS)
def test_an_origin_of_another_kind_counts_where_it_does_in_every_way(records: Records, kinds: list[OriginKind]) -> None:
    tracer, ways = tracer_of(written(records)), Ways(World(records), MOST)
    for claim in records["claims"]:
        seen = Seen(tracer.support(claim), tracer.trace(claim), tracer.groups)
        in_every = all(any(kind not in kinds for kind in found) for found in counted_kinds(ways, claim))
        exactly = ways.complete and not seen.answer.origin_count.bounded
        assert seen.another_kind_counts(kinds) == in_every or (in_every and not exactly)


@settings(slowly, max_examples=80)
@given(workspaces())
def test_what_is_declared_of_two_counts_as_two(records: Records) -> None:
    tracer = tracer_of(written(records))
    rule = Rule(name="declared_independent", number=2)
    for claim in records["claims"]:
        answer = tracer.trace(claim)
        seen = Seen(tracer.support(claim), answer, tracer.groups)
        if RULES[rule.name].hold(seen, rule).passes:
            assert answer.origin_count.min >= 2


@settings(slowly, max_examples=60)
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_records_keys_and_files_changes_nothing(records: Records, order: random.Random) -> None:
    policy = policy_of(EVERY_RULE)
    one, other = tracer_of(written(records)), tracer_of(shuffled(records, order))
    for claim in records["claims"]:
        assert audit_claim(one, claim, [policy]) == audit_claim(other, claim, [policy])


@settings(slowly, max_examples=60)
@given(workspaces())
def test_every_ruling_says_why_and_only_a_failing_one_points(records: Records) -> None:
    tracer = tracer_of(written(records))
    for claim in records["claims"]:
        audit: Audit = audit_claim(tracer, claim, [policy_of(EVERY_RULE)])
        for ruling in audit.policies[0].rulings:
            assert ruling.why
            assert ruling == replaced(ruling, at=(), edges=()) or not ruling.passes
            assert list(ruling.edges) == sorted(set(ruling.edges), key=ruling.edges.index)
