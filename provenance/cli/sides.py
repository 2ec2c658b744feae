"""The two states of the records that `diff` compares: each a folder or file, or a git revision."""

import os
from typing import NoReturn

from provenance.check import ESSENTIAL, run_checks
from provenance.cli.exits import UNUSABLE
from provenance.cli.output import Stop, print_lines, print_text, width
from provenance.model import Workspace
from provenance.problems import Severity
from provenance.read import Loaded, load
from provenance.report.lines import line
from provenance.report.problems import problem_lines, summary_line
from provenance.safe import one_line


def open_sides(old: str, new: str | None, data: str) -> tuple[Workspace, Workspace]:
    """Read both states; `new` None is `data` as it is. Ends the command with the errors of both where there are any."""
    sides = {"OLD": (old, _load(old, data)), "NEW": (new or data, _load(new, data) if new else load(data))}
    wrong = [_print_errors(f"{side}, {name}", loaded) for side, (name, loaded) in sides.items()]
    if any(wrong):
        _refuse()
    return sides["OLD"][1].workspace, sides["NEW"][1].workspace


def _load(name: str, data: str) -> Loaded:
    """Read what `name` is: a folder or file that is there, else a revision of the repository that holds `data`."""
    if os.path.lexists(name):
        return load(name)
    from provenance.read.revisions import RevisionError, load_revision  # noqa: PLC0415 - starts programs

    try:
        return load_revision(name, data)
    except RevisionError as error:
        raise Stop(one_line(f"provenance: '{name}' is no folder or file here, and {error}")) from None


def _print_errors(side: str, loaded: Loaded) -> bool:
    problems = [*loaded.problems, *run_checks(loaded.workspace, ESSENTIAL)]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        print_lines([line(f"provenance: {side}, cannot be used:")], to_stderr=True)
        print_lines(problem_lines(loaded.with_excerpts(errors), width()), to_stderr=True)
        print_lines([summary_line(errors, loaded)], to_stderr=True)
    return bool(errors)


def _refuse() -> NoReturn:
    print_text("provenance: nothing was compared.\n", to_stderr=True)
    raise SystemExit(UNUSABLE)
