"""What a record says, apart from how it is written."""

import pytest

from provenance.trace.difference import FieldDifference
from provenance.trace.meaning import field_differences, item_words, paired
from tests.texts import workspace_of

CITATIONS = """
    outlets: {{a: {{name: A}}}}
    sources: {{clerk: {{kind: anonymous}}}}
    claims: {{c: C}}
    reports:
      r: {{outlet: a, says: c, cites: {cites}}}
      s: {{outlet: a, says: c}}
"""


@pytest.mark.parametrize(
    ("cites", "words"),
    [
        ("s", "s"),
        ("{source: clerk}", "clerk"),
        ("{outlet: a}", "outlet a"),
        ("{outlet: unnamed}", "outlet unnamed"),
        ("{report: s, mode: quotes}", "s (quotes)"),
        (
            '{report: s, mode: relays, attribution: unclear, quote: as said, url: "https://example.org/"}',
            "s (relays, attribution unclear, quote “as said”, https://example.org/)",
        ),
        ("{unclear: [s, {source: clerk, mode: quotes}]}", "unclear: clerk (quotes) or s"),
    ],
)
def test_a_citation_in_words(cites: str, words: str) -> None:
    [cited] = workspace_of(CITATIONS.format(cites=cites)).reports["r"].says[0].cites
    assert item_words(cited) == words


def test_fields_in_words() -> None:
    before, after = (
        workspace_of(f"""
            sources:
              a: {{kind: anonymous, same_as: [b, {{source: d, how: possible}}]}}
              b: {{kind: anonymous}}
              d: {{kind: anonymous}}
            outlets: {{o: {{name: O, state_affiliated: {affiliated}}}}}
            claims: {{c: C}}
            reports: {{r: {{outlet: o, read: {read}, says: [{{claim: c, details: {details}}}]}}}}
        """)
        for affiliated, read, details in (
            ("true", "original", "{dead: 3}"),
            ("false", "{via: r}", "{dead: 4, hurt: 2}"),
        )
    )
    assert [item_words(tie) for tie in before.sources["a"].same_as] == ["b", "d (possible)"]
    assert field_differences(before.outlets["o"], after.outlets["o"]) == (
        FieldDifference(name="state_affiliated", removed=("true",), added=("false",)),
    )
    assert field_differences(before.reports["r"], after.reports["r"], without=["says"]) == (
        FieldDifference(name="read", removed=("original",), added=("via r",)),
    )
    assert field_differences(before.reports["r"].says[0], after.reports["r"].says[0]) == (
        FieldDifference(name="details", removed=("dead: 3",), added=("dead: 4", "hurt: 2")),
    )


def test_records_without_ids_are_paired_where_one_is_left_on_either_side() -> None:
    def dependences(*bases: str) -> str:
        lines = "".join(f"\n  - {{between: [a, b], kind: shared_error, basis: {basis}}}" for basis in bases)
        return f"sources: {{a: {{kind: document}}, b: {{kind: document}}}}\ndependences:{lines}\n"

    def pairs(old: list[str], new: list[str]) -> list[tuple[str | None, str | None]]:
        before, after = (workspace_of(dependences(*bases)).dependences for bases in (old, new))
        return [
            (one.basis if one else None, other.basis if other else None)
            for one, other in paired(before, after, lambda record: record.kind)
        ]

    assert pairs(["x", "y"], ["y", "x"]) == []
    assert pairs(["x", "y"], ["y", "z"]) == [("x", "z")]
    assert pairs(["x"], ["y", "z"]) == [("x", None), (None, "y"), (None, "z")]
    assert pairs(["x", "x"], ["x"]) == [("x", None)]


def test_pairs_stand_in_order_of_the_key() -> None:
    dependences = workspace_of("""
        sources: {a: {kind: document}, b: {kind: document}, d: {kind: document}}
        dependences:
          - {between: [a, b], kind: shared_error}
          - {between: [b, d], kind: same_wording}
    """).dependences
    found = [one for pair in paired(dependences, (), lambda record: record.kind) for one in pair]
    assert [one and one.kind for one in found] == ["same_wording", None, "shared_error", None]


def test_an_unclear_citation_is_its_alternatives_in_any_order() -> None:
    def said(*alternatives: str) -> object:
        cites = f"{{unclear: [{', '.join(alternatives)}]}}"
        return workspace_of(CITATIONS.format(cites=cites)).reports["r"].says[0]

    assert field_differences(said("s", "clerk"), said("clerk", "s")) == ()
    assert field_differences(said("s", "clerk"), said("s", "{outlet: a}")) == (
        FieldDifference(name="cites", removed=("unclear: clerk or s",), added=("unclear: outlet a or s",)),
    )
