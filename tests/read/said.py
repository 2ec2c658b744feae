"""What reading and checking say of a text, as lines a test can show."""

from collections.abc import Iterable, Mapping

from provenance.check import run_checks
from provenance.problems import Problem
from provenance.read import Loaded, read_texts


def said(text: str, file: str = "f.yaml") -> list[str]:
    """Give what reading says of one file, one line for each problem."""
    return lines(read_texts({file: text}).problems)


def said_of(texts: Mapping[str, str]) -> list[str]:
    """Give what reading says of several files, each line with its file's name before it."""
    return [f"{problem.place.file} {line(problem)}" for problem in read_texts(texts).problems]


def checked(text: str, file: str = "f.yaml") -> list[str]:
    """Give what reading says of one file and, where it is usable, what all the checks say."""
    loaded = read_texts({file: text})
    return lines([*loaded.problems, *found_by_checks(loaded)])


def found_by_checks(loaded: Loaded) -> list[Problem]:
    """Give what all checks find in usable records, and nothing in others."""
    return run_checks(loaded.workspace) if loaded.usable else []


def lines(problems: Iterable[Problem]) -> list[str]:
    """Write problems as `line:column+length severity code: message | hint`."""
    return [line(problem) for problem in problems]


def line(problem: Problem) -> str:
    """Write one problem; line 0 is the whole file."""
    place = f"{problem.place.line}:{problem.place.column}+{problem.place.length}"
    return f"{place} {problem.severity} {problem.code}: {problem.message} | {problem.hint}"
