"""Findings and responses as sentences."""

import pytest

from provenance.trace.answer import Finding, FindingKind
from provenance.wording.findings import finding_words
from tests.texts import tracer_of


def findings(text: str, claim: str = "c") -> list[str]:
    """Give the findings of a claim as `kind: sentence`."""
    tracer = tracer_of(text)
    return [f"{one.kind}: {finding_words(one)}" for one in tracer.trace(claim).findings]


EVERY = {
    "circular": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: [a, b]}, b: {outlet: B, says: c, cites: a},"
            " s: {outlet: S, says: c, cites: s}}"
        ),
        ["circular: a (undated) → b (undated) → a rest on each other", "circular: s (undated) cites itself"],
    ),
    "circular, of more than one ring": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: b}, b: {outlet: B, says: c, cites: [a, d], published: 2020},"
            " d: {outlet: D, says: c, cites: b}}"
        ),
        ["circular: a, b and d rest on each other, for one: a (undated) → b (2020) → a"],
    ),
    "circular, of agents": (
        """
        parties: {p: {name: P}}
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: p, published: 2019}
          a-later: {outlet: A, says: c, cites: p, published: 2021}
          a-undated: {outlet: A, says: c, cites: p}
        responses:
          - {by: p, claim: c, stance: confirms, cites: a}
          - {by: p, claim: c, stance: confirms, cites: a, date: 2020}
        """,
        ["circular: A (in a, 2019) → p (in a response, 2020) → A rest on each other"],
    ),
    "circular, in doubt": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: {report: b, attribution: unclear}},"
            " b: {outlet: B, says: c, cites: [a, {report: a, attribution: unclear}]},"
            " s: {outlet: S, says: c, cites: {report: s, attribution: unclear}}}"
        ),
        [
            "circular: a (undated) → b (undated) → a rest on each other – if the citations in doubt hold",
            "circular: s (undated) cites itself – if the citations in doubt hold",
        ],
    ),
    "circular, of agents in doubt": (
        """
        parties: {p: {name: P}, q: {name: Q}}
        claims: {c: C}
        reports: {a: {outlet: A, says: c, cites: [p, q]}, b: {outlet: B, says: c}}
        responses:
          - {by: p, claim: c, stance: confirms, cites: {report: a, attribution: unclear}}
          - {by: q, claim: c, stance: confirms, cites: [{unclear: [a, b]}]}
        """,
        [
            (
                "circular: A, p and q rest on each other, for one: A (in a, undated) → p (in a response, undated) → A"
                " – if the citations in doubt hold"
            )
        ],
    ),
    "drift": (
        """
        claims: {weak: W, c: {text: C, stronger_than: weak}}
        reports:
          a: {outlet: A, says: [{claim: weak, certainty: possible, quote: perhaps}]}
          b: {outlet: B, says: [{claim: c, certainty: certain, quote: surely, cites: a}]}
        """,
        [
            "drift: b hardens a: certainty possible → certain (“perhaps” → “surely”)",
            "drift: b hardens a: claim weak → c (“perhaps” → “surely”)",
        ],
    ),
    "drift without quotes": (
        """
        claims: {weak: W, c: {text: C, stronger_than: weak}}
        reports: {a: {outlet: A, says: weak}, b: {outlet: B, says: c, cites: a}}
        """,
        ["drift: b hardens a: claim weak → c"],
    ),
    "not-in-cited": (
        "claims: {c: C}\nreports: {a: {outlet: A}, b: {outlet: B, says: c, cites: a}}",
        ["not-in-cited: b cites a, which does not say it"],
    ),
    "chronology": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, published: 2020-02},"
            " b: {outlet: B, says: c, cites: a, published: 2020-01-31}}"
        ),
        ["chronology: b (2020-01-31) is older than a (2020-02), which it cites"],
    ),
    "detail-conflict": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: [{claim: c, details: {dead: 2}}]},"
            " b: {outlet: B, says: [{claim: c, details: {dead: 3}}]}}"
        ),
        ["detail-conflict: the reports differ on “dead”: a: 2, b: 3"],
    ),
    "retracted-support": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, status: {withdrawn: 2020}},"
            " b: {outlet: B, says: c, cites: a}}"
        ),
        ["retracted-support: b still rests on a, which was retracted or withdrawn"],
    ),
    "common-link": (
        (
            "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: {outlet: unnamed}},"
            " b: {outlet: B, says: c, cites: a}, d: {outlet: D, says: c, cites: a}}"
        ),
        [
            "common-link: without a, 2 supporting reports fall",
            "common-link: without an outlet that a does not name, 3 supporting reports fall",
        ],
    ),
    "shared-owner": (
        (
            "claims: {c: C}\noutlets: {o: {name: O, owner: House}, p: {name: P, owner: House}}\n"
            "reports: {a: {outlet: O, says: [{claim: c, basis: own_reporting}]},"
            " b: {outlet: P, says: [{claim: c, basis: own_reporting}]}}"
        ),
        ["shared-owner: a, b have one owner and count once"],
    ),
    "off-target-denial": (
        (
            "parties: {p: {name: P}}\nclaims: {w: W, c: {text: C, stronger_than: w}}\nresponses:\n"
            " - {by: p, claim: w, stance: denies, date: 2020-01}"
        ),
        ["off-target-denial: the denial by p (2020-01) is of w: it does not address this claim"],
    ),
    "off-target-denial without a date": (
        (
            "parties: {p: {name: P}}\nclaims: {w: W, c: {text: C, stronger_than: w}}\n"
            "responses: [{by: p, claim: w, stance: denies}]"
        ),
        ["off-target-denial: the denial by p is of w: it does not address this claim"],
    ),
    "attribution-conflict": (
        (
            "parties: {p: {name: P}}\nclaims: {c: C}\nresponses:\n"
            " - {by: p, claim: c, stance: neither, date: 2020-01, on_record: true}\n"
            " - {by: p, claim: c, stance: neither, date: 2020-01, on_record: false}"
        ),
        ["attribution-conflict: one response of p to c (2020-01) is reported on and off the record"],
    ),
    "rating-not-allowed": (
        "claims: {c: {text: C, credibility: 1}}",
        ["rating-not-allowed: c is rated credibility 1, which takes two origins or more"],
    ),
}


@pytest.mark.parametrize("name", EVERY)
def test_each_finding_is_one_sentence(name: str) -> None:
    text, expected = EVERY[name]
    kind = name.replace(",", " ").split(" ", maxsplit=1)[0]
    assert [found for found in findings(text) if found.startswith(f"{kind}:")] == expected


def test_every_kind_of_finding_has_a_sentence_tested_here() -> None:
    assert {name.replace(",", " ").split(" ", maxsplit=1)[0] for name in EVERY} == set(FindingKind)


def test_one_report_falls() -> None:
    finding = Finding(kind=FindingKind.COMMON_LINK, at="a", facts=(("reports", 1),))
    assert finding_words(finding) == "without a, 1 supporting report falls"
