"""The answer to `audit` as JSON."""

import json

from provenance.export.audit import audit_json
from provenance.read.policies import built_in_policies
from provenance.trace.audit import VOCABULARY, audit_claim
from tests.texts import tracer_of
from tests.trace.audited import audit_of

LEAK = """
    sources: {leak: {kind: anonymous, described_as: an official}}
    claims: {c: "Something happened.", rated: {text: R, credibility: 1}}
    reports:
      a: {outlet: A, says: c, cites: {source: leak, mode: quotes, quote: an official said}}
      b: {outlet: B, says: c, cites: {unclear: [a, leak]}}
"""


def test_everything_an_audit_says() -> None:
    audit = audit_of(LEAK, "no_loop: true, origins_at_least: 2, no_origin: [document, anonymous]", as_of="2020-01")
    assert json.loads(audit_json(audit)) == {
        "schema": "provenance/audit/1",
        "claim": "c",
        "text": "Something happened.",
        "as_of": "2020-01",
        "passes": False,
        "supporting": 2,
        "policies": [
            {
                "id": "p",
                "file": "p.yaml",
                "title": "P",
                "about": None,
                "documents": [{"title": "D", "publisher": None, "edition": None, "section": None, "url": None}],
                "passes": False,
                "rules": [
                    {
                        "rule": "no_loop",
                        "asks": True,
                        "passes": True,
                        "why": "no loop is on record",
                        "at": [],
                        "edges": [],
                    },
                    {
                        "rule": "origins_at_least",
                        "asks": 2,
                        "passes": False,
                        "why": "1 origin surely counts, 2 asked for",
                        "at": ["leak"],
                        "edges": [QUOTED, IN_DOUBT],
                    },
                    {
                        "rule": "no_origin",
                        "asks": ["document"],
                        "passes": True,
                        "why": "none of 1 origin is document",
                        "at": [],
                        "edges": [],
                    },
                    {
                        "rule": "no_origin",
                        "asks": ["anonymous"],
                        "passes": False,
                        "why": "1 of 1 origin is anonymous",
                        "at": ["leak"],
                        "edges": [QUOTED, IN_DOUBT],
                    },
                ],
            }
        ],
        "not_checked": [
            "whether the claim is true",
            "whether the records are complete and right: a rule holds of what is recorded",
        ],
    }


QUOTED = {"citing": "a", "cited": "leak", "mode": "quotes", "quote": "an official said", "doubt": None}
IN_DOUBT = {"citing": "b", "cited": "leak", "mode": None, "quote": None, "doubt": "unclear"}


def test_a_built_in_policy_has_no_file_and_names_its_documents() -> None:
    audit = audit_claim(tracer_of(LEAK), "c", built_in_policies(VOCABULARY))
    policies = json.loads(audit_json(audit))["policies"]
    assert {policy["file"] for policy in policies} == {None}
    assert [[document["publisher"] for document in policy["documents"]] for policy in policies] == [
        ["BBC", "Reuters"],
        ["The Associated Press", "Reuters"],
        ["English Wikipedia"],
        ["Office of the Director of National Intelligence"] * 2,
        ["NATO", "NATO"],
    ]


def test_an_audit_without_policies_does_not_pass() -> None:
    answer = json.loads(audit_json(audit_claim(tracer_of(LEAK), "c", [])))
    assert (answer["as_of"], answer["passes"], answer["policies"]) == (None, False, [])
