"""Questions in the terminal, one a field; on stderr, so that standard output stays the answer alone."""

import sys
from collections.abc import Mapping, Sequence

from provenance.cli.output import print_lines, print_text
from provenance.editing.questions import QUESTIONS, Kind, Question
from provenance.model import Workspace
from provenance.report.lines import Style, line

Answers = Mapping[str, Sequence[str]]

_MOST = 8  # of which a person can choose at a glance


def ask_all(kind: Kind, given: Answers, workspace: Workspace) -> dict[str, list[str]]:
    """Ask for every field that was not given; Enter leaves one out. The end of the input interrupts."""
    print_lines([line(("Enter leaves a field out; Ctrl-C adds nothing.", Style.FAINT))], to_stderr=True)
    answers = {name: list(found) for name, found in given.items()}
    for question in QUESTIONS[kind]:
        if question.asked and not answers.get(question.name) and _bears(kind, question, answers):
            answers[question.name] = _answers(question, workspace)
    return answers


def say_yes(question: str) -> bool:
    """Ask for a yes; Enter is one."""
    while True:
        answer = _ask(f"{question} [Y/n]: ").lower()
        if answer in ("", "y", "yes", "n", "no"):
            return answer in ("", "y", "yes")


def ask_file(why: str) -> str:
    """Ask for the file a record goes into."""
    print_lines([line((why, Style.WARN))], to_stderr=True)
    return _ask("file: ")


def _bears(kind: Kind, question: Question, answers: Answers) -> bool:
    """Tell whether a question makes sense after the answers before it."""
    if kind is Kind.SOURCE and question.name == "name":
        return answers.get("kind") != ["anonymous"]
    if kind is not Kind.REPORT or question.name not in ("stance", "certainty", "quote", "cites", "basis"):
        return True
    return len(answers.get("says", ())) == 1 and not (question.name == "basis" and answers.get("cites"))


def _answers(question: Question, workspace: Workspace) -> list[str]:
    found: list[str] = []
    while True:
        answer = _ask(_prompt(question, workspace, again=bool(found)))
        fault = question.fault(answer, workspace) if answer else None
        if fault:
            print_lines([line((fault, Style.WARN))], to_stderr=True)
        elif answer and answer not in found:
            found.append(answer)
        if answer and (fault or question.many):
            continue
        if found or not question.needed:
            return found


def _prompt(question: Question, workspace: Workspace, *, again: bool) -> str:
    known = question.known(workspace)
    options = f" ({', '.join(known)})" if 0 < len(known) <= _MOST else ""
    needed = ", needed" if question.needed else ""
    return f"{question.name} – {'another, or Enter' if again else f'{question.words}{options}{needed}'}: "


def _ask(prompt: str) -> str:
    print_text(prompt, to_stderr=True)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip()
