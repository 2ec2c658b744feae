"""Answers become a record, as a person would write it: short where it can be."""

import re
from collections.abc import Mapping, Sequence

from provenance.draft.ids import free, report_id, slug
from provenance.draft.known import Known
from provenance.draft.proposal import Entry, Flag, Value
from provenance.editing.questions import QUESTIONS, UNCLEAR, VIA, Kind
from provenance.model import CitedKind, Stance, Workspace

Answers = Mapping[str, Sequence[str]]
"""The answers to each question, by field; a blank one has none."""

_STATEMENT = ("stance", "certainty", "basis", "quote", "where")
_FLAGS = ("on_record", "state_affiliated")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class AnswerError(Exception):
    """Answers that make no record; says what to do."""


def make_record(kind: Kind, answers: Answers, workspace: Workspace, id_: str | None = None) -> Entry:
    """Make a record of answers; without an id it gets one that nobody has. Raises AnswerError."""
    given = {name: [each.strip() for each in found if each.strip()] for name, found in answers.items()}
    fields: dict[str, Value] = {}
    for question in QUESTIONS[kind]:
        found = given.get(question.name, [])
        if question.needed and not found:
            raise AnswerError(f"a {_WORD[kind]} needs --{question.name.replace('_', '-')}")
        if found:
            fields[question.name] = _field(question.name, found, many=question.many)
    if kind is Kind.REPORT:
        fields = _report(fields)
    return Entry(kind, id_ or propose_id(kind, given, workspace), "", fields)


def propose_id(kind: Kind, answers: Answers, workspace: Workspace) -> str:
    """Make an id that nobody has: of outlet and date, else of a name or the words."""
    known = Known(workspace)
    first = {name: found[0] for name, found in answers.items() if found}
    if kind is Kind.REPORT:
        outlet = first.get("outlet", "report")
        day = _DAY.match(first.get("published", ""))
        wanted = report_id(known.outlet(outlet) or outlet, day and day[0], first.get("title", ""), known.ids)
    else:
        named = next((first[name] for name in ("name", "text", "described_as") if name in first), "")
        wanted = slug(named, _WORD[kind])
    return free(wanted, known.ids)


def _field(name: str, found: list[str], *, many: bool) -> Value:
    if name in _FLAGS:
        return Flag(found[0])
    if name == "read" and found[0].startswith(VIA):
        return {"via": found[0].removeprefix(VIA).strip()}
    if name == "cites":
        return [_citation(each) for each in found]
    if many:
        return list[Value](found)
    return found[0]


def _citation(words: str) -> Value:
    """Read `ID`, `KIND:ID`, or `unclear:ID|ID`."""
    if words.startswith(UNCLEAR):
        return {"unclear": [_citation(each.strip()) for each in words.removeprefix(UNCLEAR).split("|")]}
    kind, colon, id_ = words.partition(":")
    return {kind: id_.strip()} if colon and kind in tuple(CitedKind) else words


def _report(fields: dict[str, Value]) -> dict[str, Value]:
    """Put what is said of the claim into its statement, where it is more than whom it cites."""
    claims = fields.get("says", [])
    assert isinstance(claims, list)
    said = {name: fields.pop(name) for name in _STATEMENT if name in fields}
    if said.get("stance") == Stance.SUPPORTS:
        del said["stance"]
    astray = [*said, *({"cites"} & fields.keys())]
    if not claims and astray:
        raise AnswerError(f"--{astray[0]} belongs to what a report says of a claim: add --says CLAIM")
    if len(claims) > 1:
        if said or "cites" in fields:
            raise AnswerError("with several claims nobody can tell which one this is of; add the report with one claim")
        fields["says"] = [{"claim": claim} for claim in claims]
    elif said:
        cites: dict[str, Value] = {"cites": fields.pop("cites")} if "cites" in fields else {}
        fields["says"] = [{"claim": claims[0], **said, **cites}]
    elif claims:
        fields["says"] = claims[0]
    return fields


_WORD = {kind: kind.name.lower() for kind in Kind}
