"""What a PROV document speaks of: each thing as PROV's entity or agent, with what the records say of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from prov.constants import PROV
from prov.identifier import QualifiedName

from provenance.dates import Date
from provenance.export.figure import FigureClaim
from provenance.export.w3c_prov.names import DCTERMS, TERMS, day, name, terms
from provenance.model import Claim, Outlet, OutletKind, Party, Report, Source, SourceKind, Statement
from provenance.trace.answer import Trace

Attributes = list[tuple[QualifiedName, object]]
Ties = Mapping[str, tuple[QualifiedName, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or an agent: its name, and what is said of it."""

    name: QualifiedName
    attributes: Attributes


def claim(found: Claim, ties: Ties) -> Thing:
    """Describe a claim; `ties` are the claims it is stronger than or a part of, as far as the document shows them."""
    return _thing(name("claim", found.id), "Claim", found.text or found.id, ties)


def answer(found: Trace, shown: FigureClaim, left_out: str | None) -> Thing:
    """Describe what a trace says first of a claim: its status and origin count, as of a date."""
    count = found.origin_count
    facts = {
        "claim": name("claim", found.claim),
        "asOf": found.as_of and found.as_of.text,
        "status": found.status.value,
        "originsMin": count.min,
        "originsMax": count.max,
        "bounded": count.bounded or None,
        "independence": shown.independence,
        "leftOut": left_out,
    }
    words = ", ".join(part for part in (found.status.value.replace("-", " "), shown.independence) if part)
    return _thing(name("answer", *answer_ids(found)), "Answer", f"{found.claim}: {words}", facts)


def answer_ids(found: Trace) -> tuple[str, str]:
    """Give what tells answers apart: the claim, and the date ("" where none was asked for)."""
    return found.claim, found.as_of.text if found.as_of else ""


def report(found: Report, outlet: Outlet, by: Date | None) -> Thing:
    """Describe a report, with what its publisher had done to it by a date."""
    facts = {
        "published": found.published and found.published.text,
        "accessed": found.accessed and found.accessed.text,
        "author": found.author,
        "language": found.language,
        "url": found.url,
        "archived": found.archived,
        "read": found.read and found.read.form.value,
    }
    thing = _thing(name("report", found.id), "Report", outlet.name, facts)
    shared = ((DCTERMS["title"], found.title), (DCTERMS["issued"], day(found.published)))
    changes = sorted((change.value, date.text) for change, date in found.changes_by(by))
    thing.attributes.extend((term, value) for term, value in shared if value is not None)
    thing.attributes.extend((TERMS[change], date) for change, date in changes)
    return thing


def statement(report: Report, said: Statement, outlet: Outlet) -> Thing:
    """Describe what a report says of one claim."""
    facts = {
        "claim": name("claim", said.claim),
        "stance": said.stance.value,
        "certainty": said.certainty and said.certainty.value,
        "basis": said.basis and said.basis.value,
        "quote": said.quote,
        "where": said.where,
        "detail": tuple(sorted(f"{what}: {value}" for what, value in said.details)),
    }
    return _thing(name("statement", report.id, said.claim), "Statement", outlet.name, facts)


def account(node_name: QualifiedName, label: str) -> Thing:
    """Describe what a source or party said, by whomever it is cited."""
    return _thing(node_name, "Account", label, {})


def document(found: Source, label: str, ties: Ties) -> Thing:
    """Describe a document that reports rest on; `ties` are the sources that are, or may be, the same."""
    return _thing(source_name(found), "Document", label, {"url": found.url, "party": _party(found), **ties})


def unlocated(node_name: QualifiedName, label: str) -> Thing:
    """Describe the report of an outlet that is cited, but was not found."""
    return _thing(node_name, "Unlocated", f"{label} (not located)", {})


def outlet_agent(found: Outlet) -> Thing:
    """Describe a publisher; a blog may be one person's, so it is no organisation."""
    facts = {"kind": found.kind and found.kind.value, "country": found.country, "owner": found.owner}
    more = () if found.kind is OutletKind.BLOG else (PROV["Organization"],)
    return _thing(name("outlet", found.id), "Outlet", found.name, facts, more)


def source_agent(found: Source, label: str, ties: Ties) -> Thing:
    """Describe who said something; only one who is named is surely one person."""
    facts = {"kind": found.kind.value, "url": found.url, "party": _party(found), **ties}
    anonymous = found.kind is SourceKind.ANONYMOUS or found.name is None
    return _thing(source_name(found), "Source", label, facts, () if anonymous else (PROV["Person"],))


def source_name(found: Source) -> QualifiedName:
    """Name a source: a document is an entity, any other an agent."""
    return name("document" if found.kind is SourceKind.DOCUMENT else "source", found.id)


def party_agent(found: Party) -> Thing:
    """Describe a body with direct knowledge."""
    return _thing(name("party", found.id), "Party", found.name, {"country": found.country}, (PROV["Organization"],))


def _party(found: Source) -> QualifiedName | None:
    return name("party", found.party) if found.party else None


def _thing(
    its_name: QualifiedName,
    kind: str,
    label: str,
    facts: Mapping[str, object],
    more: tuple[QualifiedName, ...] = (),
) -> Thing:
    types = [(PROV["type"], type_) for type_ in (TERMS[kind], *more)]
    return Thing(its_name, [*types, (PROV["label"], label), *terms(facts)])
