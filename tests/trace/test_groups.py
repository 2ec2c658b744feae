"""Who is declared independent of whom."""

from provenance.graph import Node, NodeKind
from tests.texts import tracer_of


def said_in(*reports: str) -> list[Node]:
    return [Node(NodeKind.STATEMENT, report, "c") for report in reports]


def test_every_basis_is_listed_in_order() -> None:
    bases = "".join(
        f"          - {{between: [a, b], kind: declared_independent, basis: {basis}}}\n" for basis in "wqzamk"
    )
    tracer = tracer_of(f"""
        claims: {{c: C}}
        reports:
          a: {{outlet: A, says: [{{claim: c, basis: own_reporting}}]}}
          b: {{outlet: B, says: [{{claim: c, basis: own_reporting}}]}}
        dependences:
{bases}""")
    assert tracer.groups.declared(said_in("a", "b")) == ("a", "k", "m", "q", "w", "z")


def test_what_its_owner_is_declared_holds_of_a_report_that_may_be_tied_to_it_alone() -> None:
    """b rests on s, or is of the family of d; with `other` it is tied in any case."""
    text = """
        claims: {c: C}
        outlets: {bee: {owner: House}, dee: {owner: House}}
        sources: {s: {kind: named}, other: {kind: named}}
        reports:
          a: {outlet: A, says: [{claim: c, basis: own_reporting}]}
          b: {outlet: bee, says: c, cites: {source: s, attribution: unclear}}
          d: {outlet: dee, says: [{claim: c, basis: own_reporting}]}
        dependences:
          - {between: [b, other], kind: same_wording}
          - {between: [a, d], kind: declared_independent, basis: House rule}
    """
    assert tracer_of(text).groups.declared(said_in("a", "b")) == ("House rule",)
    apart = text.replace("dee: {owner: House}", "dee: {owner: Elsewhere}")
    assert tracer_of(apart).groups.declared(said_in("a", "b")) is None
