"""`provenance check [PATH…]`."""

from enum import StrEnum
from typing import Annotated

import typer

from provenance.check import run_checks
from provenance.check.unchecked import not_checked
from provenance.cli.exits import FOUND, UNUSABLE
from provenance.cli.options import DATA, AsJson, Data
from provenance.cli.output import print_data, print_lines, width
from provenance.problems import Problem, Severity
from provenance.read import load
from provenance.report.problems import problem_lines, summary_line, unchecked_line


class Format(StrEnum):
    """The forms problems can be printed in."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


Formats = Annotated[Format, typer.Option("--format", help="How to print the problems.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings and notes as errors.")]


def command(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH…", help="Files or folders; else --data.")] = None,
    data: Data = DATA,
    format_: Formats = Format.TEXT,
    as_json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Find every fault in the records: place, code, what is wrong, what to do.

    Exits with 0 where nothing is wrong (notes apart), 1 with warnings, 2 with errors. Several
    paths are read as one set of records. What was not checked is said at the end.

    Examples:
      provenance check
      provenance check data/s400.yaml --strict
    """
    read = paths or [data]
    loaded = load(*read)
    unchecked = not_checked(loaded.workspace, read)
    problems = loaded.with_excerpts([*loaded.problems, *run_checks(loaded.workspace)])
    format_ = Format.JSON if as_json else format_
    if format_ is Format.TEXT:
        print_lines(problem_lines(problems, width()))
        print_lines([summary_line(problems, loaded), unchecked_line(unchecked)])
    else:
        from provenance.export.problems import PRINTERS  # noqa: PLC0415 - for machines only

        print_data(PRINTERS[format_](problems, unchecked))
    raise SystemExit(_code(problems, strict=strict))


def _code(problems: list[Problem], *, strict: bool) -> int:
    found = {problem.severity for problem in problems}
    if Severity.ERROR in found or (strict and found):
        return UNUSABLE
    return FOUND if Severity.WARNING in found else 0
