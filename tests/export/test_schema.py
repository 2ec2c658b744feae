"""docs/reference/answers.schema.json describes every answer that the program gives as JSON, and nothing else."""

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from provenance.check.unchecked import not_checked
from provenance.export.answer import answer_json
from provenance.export.audit import audit_json
from provenance.export.diff import diff_json
from provenance.export.gaps import gaps_json
from provenance.export.impact import impact_json
from provenance.export.problems import problems_json
from provenance.export.steps import wording_json
from provenance.export.timeline import timeline_json
from provenance.export.why import why_json
from provenance.model import Attribution, CitedKind, Mode, Reaction, Stance
from provenance.read import Loaded
from provenance.read.policies import built_in_policies
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind, GapKind, Members, OriginKind, Status
from provenance.trace.audit import VOCABULARY, audit_claim
from provenance.trace.desk import open_tasks
from provenance.trace.diff import Comparison
from provenance.trace.difference import How, RecordKind
from provenance.trace.drift import Direction
from provenance.trace.impact import Fate, Rests, find_impact
from provenance.trace.steps import wording
from provenance.trace.subject import find_subject
from provenance.trace.support import Clock
from provenance.trace.timeline import timeline
from provenance.trace.what_if import If
from provenance.trace.why import Reasons
from tests.redteam.shape import NAMES, load_shape

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/answers.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@cache
def loaded() -> tuple[Loaded, ...]:
    return tuple(map(load_shape, NAMES))


@cache
def tracers() -> tuple[Tracer, ...]:
    return tuple(Tracer(one.workspace) for one in loaded())


def _of_each_claim(write: Callable[[Tracer, str], str]) -> Iterator[str]:
    for tracer in tracers():
        for claim in tracer.workspace.claims:
            yield write(tracer, claim)


def _of_each_subject(write: Callable[[Tracer, str], str]) -> Iterator[str]:
    for tracer in tracers():
        workspace = tracer.workspace
        for id_ in (*workspace.reports, *workspace.sources, *workspace.parties, *workspace.outlets)[::2]:
            yield write(tracer, id_)


def _impact(tracer: Tracer, id_: str) -> str:
    subject = find_subject(tracer.graph, id_)
    assert subject is not None
    return impact_json(find_impact(tracer, subject))


def _why() -> Iterator[str]:
    for tracer in tracers():
        for claim in list(tracer.workspace.claims)[:1]:
            for id_ in [*tracer.workspace.reports, *tracer.workspace.sources][::2]:
                subject = find_subject(tracer.graph, id_)
                assert subject is not None
                yield why_json(tracer.graph, Reasons(tracer, claim, subject).answer(5))


def _audit(tracer: Tracer, claim: str) -> str:
    return audit_json(audit_claim(tracer, claim, built_in_policies(VOCABULARY)))


def _diff() -> Iterator[str]:
    for old, new in pairwise(tracers()):
        yield diff_json(Comparison(old.workspace, new.workspace).difference(), "old", "new")


def _gaps() -> Iterator[str]:
    for tracer in tracers():
        yield gaps_json(open_tasks(tracer, tracer.workspace.claims), None, None)


ANSWERS: dict[str, Callable[[], Iterator[str]]] = {
    "trace": lambda: _of_each_claim(lambda tracer, claim: answer_json(tracer.trace(claim))),
    "audit": lambda: _of_each_claim(_audit),
    "impact": lambda: _of_each_subject(_impact),
    "why": _why,
    "timeline": lambda: _of_each_claim(lambda tracer, claim: timeline_json(timeline(tracer, claim, Clock.PUBLISHED))),
    "diff": _diff,
    "gaps": _gaps,
    "problems": lambda: (problems_json(one.problems, not_checked(one.workspace, [])) for one in loaded()),
    "drift": lambda: _of_each_claim(lambda tracer, claim: wording_json(tracer.graph, wording(tracer.support(claim)))),
}


def faults(answer: object) -> list[str]:
    return [f"{list(found.absolute_path)}: {found.message}" for found in VALIDATOR.iter_errors(answer)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("name", ANSWERS)
def test_describes_every_answer(name: str) -> None:
    answers = [json.loads(text) for text in ANSWERS[name]()]
    assert answers
    assert {answer["schema"] for answer in answers} == {f"provenance/{name}/1"}
    for answer in answers:
        assert faults(answer) == []


def test_every_finding_is_among_those_answers() -> None:
    """Or what is said of it above would be said of nothing."""
    found = {(each["kind"], each.get("what")) for text in ANSWERS["trace"]() for each in json.loads(text)["findings"]}
    assert {kind for kind, _ in found} == set(FindingKind)
    assert {what for kind, what in found if kind == FindingKind.CHRONOLOGY} == {
        "older-than-cited",
        "undated-copy",
        "two-dates",
        "first-reported-by",
    }


def test_every_answer_of_the_program_is_described() -> None:
    assert SCHEMA["properties"]["schema"]["enum"] == [f"provenance/{name}/1" for name in ANSWERS]
    assert len(SCHEMA["allOf"]) == len(ANSWERS)


def _answer() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(text for text in ANSWERS["trace"]() if '"drift"' in text))
    return found


@pytest.mark.parametrize("key", _answer())
def test_an_answer_without_one_of_its_keys_is_refused(key: str) -> None:
    answer = _answer()
    del answer[key]
    assert faults(answer)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "true"},
        {"supporting": -1},
        {"supporting": "3"},
        {"as_of": 2025},
        {"verified": True},
        {"origins": [{}]},
        {"origin_count": {"min": 1, "max": 2}},
        {"findings": [{"kind": "drift", "at": "r"}]},
        {"findings": [{"kind": "rumour", "at": "r"}]},
        {"gaps": [{"kind": "single-origin", "subject": "c", "detail": ""}]},
        {"tree": [{"id": "r", "cites": [{"name": "s"}]}]},
        {"schema": "provenance/trace/2"},
    ],
    ids=json.dumps,
)
def test_an_answer_that_is_none_is_refused(change: dict[str, Any]) -> None:
    assert not faults(_answer())
    assert faults(_answer() | change)


def _words(*path: str) -> list[str]:
    found = SCHEMA["$defs"]
    for step in path:
        found = found[step]
    assert isinstance(found, dict)
    words: list[str | None] = found["enum"]
    return [word for word in words if word is not None]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (["status"], Status),
        (["originKind"], OriginKind),
        (["gapKind"], GapKind),
        (["stance"], Stance),
        (["reaction"], Reaction),
        (["mode"], Mode),
        (["subjectKind"], CitedKind),
        (["change"], How),
        (["impact", "properties", "claims", "items", "properties", "reports", "items", "properties", "rests"], Rests),
        (["impact", "properties", "claims", "items", "properties", "reports", "items", "properties", "fate"], Fate),
        (["why", "properties", "what_if", "items", "properties", "if"], If),
        (["diff", "properties", "records", "items", "properties", "kind"], RecordKind),
        (
            ["drift", "properties", "steps", "items", "properties", "changes", "items", "properties", "direction"],
            Direction,
        ),
        (["timeline", "properties", "by"], Clock),
    ],
    ids=str,
)
def test_it_lists_the_words_of_the_program(path: list[str], words: type[StrEnum]) -> None:
    assert sorted(_words(*path)) == sorted(words)


def test_its_findings_are_those_of_the_program() -> None:
    described = SCHEMA["$defs"]["finding"]["oneOf"]
    assert {one["properties"]["kind"]["const"] for one in described} == set(FindingKind)
    of = next(one["properties"]["of"]["enum"] for one in described if one["properties"]["kind"]["const"] == "circular")
    assert of == list(Members)
    citation = SCHEMA["$defs"]["why"]["properties"]["ways"]["items"]["items"]["properties"]["citations"]["items"]
    assert citation["properties"]["attribution"]["enum"] == list(Attribution)
