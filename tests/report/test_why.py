"""Ways as lines: how each step was taken, and what is left out of long lists."""

from inspect import cleandoc

import pytest

from provenance.report.lines import plain
from provenance.report.why import way_lines, why_head, why_tail
from provenance.trace.subject import find_subject
from provenance.trace.why import Reasons
from tests.texts import tracer_of


def page(text: str, id_: str, width: int = 100) -> str:
    """Give the whole answer to why the claim `c` rests on something."""
    tracer = tracer_of(text)
    subject = find_subject(tracer.graph, id_)
    assert subject
    why = Reasons(tracer, "c", subject).answer(5)
    lines = [*why_head(tracer.graph, why)]
    for number, stops in enumerate(why.ways, 1):
        lines += way_lines(tracer.graph, why, number, stops)
    lines += why_tail(tracer.graph, why, len(why.ways), complete=why.complete)
    return plain(lines, width)


def test_a_step_says_how_it_was_taken(request: pytest.FixtureRequest) -> None:
    """
    claims: {c: The claim.}
    outlets: {a: {name: The A, languages: [de]}}
    sources: {s: {kind: named, name: Somebody}}
    reports:
      r1: {outlet: a, language: de, published: 2020, says: [{claim: c, details: {dead: 3}, cites: {source: s, attribution: unclear}}]}
      r2:
        outlet: B
        language: en
        says: [{claim: c, details: {dead: 4}, cites: [{report: r1, mode: translates, quote: as A wrote}, {unclear: [s, r3]}]}]
      r3: {outlet: D, says: [{claim: c, stance: denies}]}
    """
    text = cleandoc(request.function.__doc__ or "")
    assert page(text, "s").split("\n\n")[2] == cleandoc("""
        3 ways, shortest first
          1  The A r1 2020
             → Somebody s – attribution unclear
          2  B r2 undated
             → Somebody s – one of several it may rest on
          3  B r2 undated
             → The A r1 2020 (translates) “as A wrote”
                 translates: de → en
                 changes “dead”: 3 → 4
             → Somebody s – attribution unclear
        """)
    assert page(text, "r3").split("\n\n")[2] == cleandoc("""
        1 way, shortest first
          1  B r2 undated
             → D r3 undated which does not say it – one of several it may rest on
        """)


def test_of_many_carriers_the_first_are_shown() -> None:
    chain = [f"  r{n:02}: {{outlet: O{n}, says: c, cites: r{n + 1:02}}}" for n in range(12)]
    shown = page("\n".join(["claims: {c: C}", "reports:", *chain, "  r12: {outlet: O, says: c}"]), "r12").split("\n\n")
    carriers = shown[3].splitlines()
    assert carriers[:2] == [
        "Citations that some supporting report cannot do without",
        "  r11 → r12: carries 12 reports",
    ]
    assert carriers[10:] == ["  r02 → r03: carries 3 reports", "  and 2 more (--json has all)"]


def test_of_many_doubts_that_decide_the_first_are_named() -> None:
    reports = [f"  r{n}: {{outlet: O{n}, says: c}}" for n in range(8)]
    shown = page("\n".join(["claims: {c: C}", "reports:", *reports]), "r1")
    assert "\n  the count is decided by what is in doubt about r0, r1, r2, r3 and 4 more\n" in shown
