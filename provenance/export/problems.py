"""Problems for machines: JSON, GitHub workflow commands, SARIF 2.1.0."""

import os
from collections.abc import Callable, Sequence
from urllib.parse import quote

from provenance import __version__
from provenance.check.unchecked import Unchecked
from provenance.json_text import dump_json
from provenance.problems import Problem, Severity
from provenance.safe import one_line
from provenance.wording.unchecked import unchecked_words

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def problems_json(problems: Sequence[Problem], unchecked: Unchecked) -> str:
    """Give problems, and what was not checked, as one JSON object, schema `provenance/problems/1`."""
    return dump_json(
        {
            "schema": "provenance/problems/1",
            "problems": [_plain(problem) for problem in problems],
            "not_checked": {
                "addresses": unchecked.addresses,
                "quotes": unchecked.quotes,
                "passed_over": list(unchecked.passed_over),
            },
        }
    )


def problems_github(problems: Sequence[Problem], unchecked: Unchecked) -> str:
    """Give problems as GitHub workflow commands, which become annotations on the lines of a change; then a notice."""
    notice = f"::notice title=not-checked::{_data(unchecked_words(unchecked))}\n"
    return "".join((*(_annotation(problem) for problem in problems), notice))


def problems_sarif(problems: Sequence[Problem], unchecked: Unchecked) -> str:
    """Give problems as a SARIF 2.1.0 log (OASIS Standard), one run; what was not checked is a notification of it."""
    told = {
        "descriptor": {"id": "not-checked"},
        "level": "note",
        "message": {"text": one_line(unchecked_words(unchecked))},
    }
    driver = {"name": "provenance", "version": __version__, "rules": [{"id": code} for code in _codes(problems)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [told]}],
        "results": [_result(problem) for problem in problems],
    }
    return dump_json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


PRINTERS: dict[str, Callable[[Sequence[Problem], Unchecked], str]] = {
    "json": problems_json,
    "github": problems_github,
    "sarif": problems_sarif,
}
"""Every form for machines, by the name `check --format` takes."""


def _plain(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "length": place.length if place.line else None,
        "message": problem.message,
        "hint": problem.hint,
    }


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(place.file)}"
    if place.line:
        where += f",line={place.line},col={place.column},endColumn={place.column + place.length}"
    words = problem.message if problem.hint is None else f"{problem.message} ({problem.hint})"
    return f"::{_GITHUB[problem.severity]} {where},title={_property(problem.code)}::{_data(words)}\n"


def _data(text: str) -> str:
    """Escape the message of a workflow command, as GitHub's own toolkit does; it is one line."""
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _codes(problems: Sequence[Problem]) -> list[str]:
    return sorted({problem.code for problem in problems})


def _result(problem: Problem) -> dict[str, object]:
    place = problem.place
    location: dict[str, object] = {"artifactLocation": {"uri": quote(os.fsencode(place.file.replace("\\", "/")))}}
    if place.line:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.length,
        }
    words = problem.message if problem.hint is None else f"{problem.message} ({problem.hint})"
    return {
        "ruleId": problem.code,
        "level": _SARIF[problem.severity],
        "message": {"text": words},
        "locations": [{"physicalLocation": location}],
    }
