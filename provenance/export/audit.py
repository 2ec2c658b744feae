"""The answer to `audit` as JSON: schema `provenance/audit/1` (docs/reference/json.md)."""

from provenance.json_text import dump_json
from provenance.read.policies import Document, Rule
from provenance.trace.audit.ruling import Audit, FailingEdge, Held, Ruling
from provenance.value import field_names


def audit_json(audit: Audit) -> str:
    """Write an audit as one JSON object: every rule of every policy, with all that breaks it."""
    return dump_json(
        {
            "schema": "provenance/audit/1",
            "claim": audit.claim,
            "text": audit.text,
            "as_of": audit.as_of.text if audit.as_of else None,
            "passes": audit.passes,
            "supporting": audit.supporting,
            "policies": [_policy(held) for held in audit.policies],
            "not_checked": audit.not_checked,
        }
    )


def _policy(held: Held) -> dict[str, object]:
    policy = held.policy
    return {
        "id": policy.id,
        "file": policy.file,
        "title": policy.title,
        "about": policy.about,
        "documents": [_plain(document) for document in policy.documents],
        "passes": held.passes,
        "rules": [_ruling(ruling) for ruling in held.rulings],
    }


def _ruling(ruling: Ruling) -> dict[str, object]:
    return {
        "rule": ruling.rule.name,
        "asks": _asks(ruling.rule),
        "passes": ruling.passes,
        "why": ruling.why,
        "at": ruling.at,
        "edges": [_plain(edge) for edge in ruling.edges],
    }


def _asks(rule: Rule) -> object:
    """Give what a rule is asked with as a policy writes it."""
    return list(rule.words) or (True if rule.number is None else rule.number)


def _plain(one: Document | FailingEdge) -> dict[str, object]:
    return {name: getattr(one, name) for name in field_names(one)}
