"""The verdict in words, and what the record does not establish."""

import pytest

from provenance.trace.answer import Status
from provenance.wording.verdict import _MEANS, not_established, status_words
from tests.texts import tracer_of

CLOSING = "It does not show whether the claim is true."


def said(text: str) -> tuple[str, str]:
    """Give the words for the status of claim `c`, and the closing sentences."""
    tracer = tracer_of(text)
    answer = tracer.trace("c")
    return status_words(answer), not_established(tracer.graph, answer)


TWO = """
    claims: {{c: C}}
    reports:
      a: {{outlet: A, says: [{{claim: c, basis: own_reporting}}]}}
      b: {{outlet: B, says: [{{claim: c, basis: own_reporting}}]}}
    dependences: [{declared}]
"""


def test_several_origins_always_say_that_independence_is_not_established() -> None:
    assert said(TWO.format(declared="")) == (
        "There are two origins or more; independence not established.",
        f"Not established by the record: that the origins do not depend on each other. {CLOSING}",
    )


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (", basis: Both were there.", "declared independent by “Both were there”."),
        (", basis: the editors", "declared independent by “the editors”."),
        ("", "declared independent by the record, which gives no basis."),
    ],
)
def test_a_declaration_is_named_with_its_basis(basis: str, words: str) -> None:
    declared = f"{{between: [a, b], kind: declared_independent{basis}}}"
    verdict, closing = said(TWO.format(declared=declared))
    assert verdict == f"There are two origins or more; {words}"
    assert closing == "The record shows who reported this and who answered; it does not show whether it is true."


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("claims: {c: {text: C, could_confirm: [p, q]}}", "that P or Q confirmed or denied it"),
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: b}, b: {outlet: B, says: c, cites: a}}",
            "where it comes from",
        ),
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: [{claim: c, basis: unattributed}]}}",
            "where A has it from",
        ),
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c}, b: {outlet: A, says: c}}",
            "where A has it from; how many origins there are",
        ),
        (
            "claims: {c: C}\nreports: {"
            + ", ".join(f"r-{name.lower()}: {{outlet: {name}, says: c}}" for name in "ABCDE")
            + "}",
            "where A, B and 3 others have it from; how many origins there are",
        ),
        (
            (
                "claims: {c: C}\nsources: {s: {kind: document}}\n"
                "reports: {a: {outlet: A, says: c, cites: s, status: {retracted: 2020}}, b: {outlet: B, says: c, cites: a}}"
            ),
            "where it comes from",
        ),
    ],
)
def test_what_is_missing_is_said_in_plain_sentences(text: str, missing: str) -> None:
    parties = "\nparties: {p: {name: P}, q: {name: Q}}"
    assert said(text + parties)[1] == f"Not established by the record: {missing}. {CLOSING}"


def test_every_status_has_its_sentence() -> None:
    assert set(_MEANS) == set(Status)
    assert all(sentence.endswith(".") for sentence in _MEANS.values())
