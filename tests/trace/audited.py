"""What rules say of the records in a text, as lines a test can show."""

from textwrap import dedent

from provenance.dates import parse_date
from provenance.read.policies import Policy, read_policies
from provenance.trace.audit import VOCABULARY, audit_claim
from provenance.trace.audit.ruling import Audit, FailingEdge, Ruling
from tests.texts import tracer_of


def policy_of(rules: str) -> Policy:
    """Read a policy that asks `rules`, in the brackets of YAML."""
    found = read_policies(f"policies: {{p: {{title: P, document: D, rules: {{{rules}}}}}}}", "p.yaml", VOCABULARY)
    assert not found.problems, found.problems
    return found.policies[0]


def audit_of(text: str, *rules: str, as_of: str | None = None) -> Audit:
    """Hold the claim `c` of the records in `text` against policies that ask `rules`."""
    date = parse_date(as_of) if as_of else None
    return audit_claim(tracer_of(dedent(text)), "c", [policy_of(asked) for asked in rules], date)


def rulings(text: str, rules: str, as_of: str | None = None) -> list[str]:
    """Give each ruling as `pass|fail why [at …] [edges …]`."""
    return [said(ruling) for held in audit_of(text, rules, as_of=as_of).policies for ruling in held.rulings]


def ruling(text: str, rule: str, as_of: str | None = None) -> str:
    """Give the one ruling of a rule."""
    (found,) = rulings(text, rule, as_of)
    return found


def said(ruling: Ruling) -> str:
    """Write one ruling on a line."""
    at = f" [{' '.join(ruling.at)}]" if ruling.at else ""
    edges = f" [{', '.join(map(_edge, ruling.edges))}]" if ruling.edges else ""
    return f"{'pass' if ruling.passes else 'fail'} {ruling.why}{at}{edges}"


def _edge(edge: FailingEdge) -> str:
    return f"{edge.citing} → {edge.cited}{'?' if edge.doubt else ''}"
