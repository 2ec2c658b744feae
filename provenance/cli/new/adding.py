"""A record is asked for, checked with all others, and written."""

import os
import sys
from collections.abc import Mapping, Sequence

from provenance.cli.exits import UNUSABLE
from provenance.cli.folders import folders_for
from provenance.cli.new.asking import ask_all, ask_file, say_yes
from provenance.cli.options import open_loaded
from provenance.cli.output import Stop, print_lines, print_text, width, write_files
from provenance.draft.proposal import Entry
from provenance.editing.making import AnswerError, make_record
from provenance.editing.places import NoPlaceError
from provenance.editing.proposing import Checked, check_added
from provenance.editing.questions import QUESTIONS, Kind
from provenance.editing.target import TargetError, choose_file
from provenance.files import normal, read_text
from provenance.model import Workspace
from provenance.read import Loaded
from provenance.report.draft import yaml_lines
from provenance.report.lines import line
from provenance.report.problems import problem_lines
from provenance.safe import one_line
from provenance.value import value

Given = Mapping[str, str | Sequence[str] | None]
"""What the options of a call say, by field."""


@value
class Where:
    """Where a record goes, under which id, and whether a person is asked for the rest."""

    data: str
    file: str | None
    id_: str | None
    ask: bool
    dry_run: bool


def flag(on: bool | None) -> str | None:
    """Give a flag as it is written."""
    return None if on is None else str(on).lower()


def add(kind: Kind, given: Given, where: Where) -> None:
    """Add a record, or say what is wrong and write nothing."""
    loaded = open_loaded(where.data, may_be_missing=True)
    answers = {name: [found] if isinstance(found, str) else list(found or ()) for name, found in given.items()}
    by_hand = where.ask or (sys.stdin.isatty() and _is_short(kind, answers))
    _refuse_answers(kind, answers, loaded.workspace)
    if by_hand:
        answers = ask_all(kind, answers, loaded.workspace)
    try:
        entry = make_record(kind, answers, loaded.workspace, where.id_)
        file = _file(where, entry, loaded, by_hand=by_hand)
        text = _text_of(file, loaded.texts)
        checked = check_added(text, file, entry, loaded.texts)
    except (AnswerError, TargetError, NoPlaceError) as error:
        raise Stop(one_line(f"provenance: {error}; nothing was written")) from None
    if checked.problems:
        print_lines(problem_lines(checked.problems, width()), to_stderr=True)
        print_text("provenance: so it would stand in the file; nothing was written\n", to_stderr=True)
        raise SystemExit(UNUSABLE)
    print_lines((line(f"note: {note.message}; {note.hint}", rest="  ") for note in checked.notes), to_stderr=True)
    place = one_line(f"{file}, line {checked.added.line}")
    rows = list(yaml_lines("\n".join(checked.added.rows)))
    if where.dry_run or by_hand:
        print_text(f"this would be added to {place}:\n", to_stderr=not where.dry_run)
        print_lines(rows, whole=True, to_stderr=not where.dry_run)
    if where.dry_run:
        return
    if by_hand and not say_yes("add it?"):
        print_text("provenance: nothing was written\n", to_stderr=True)
        return
    _write(file, text, checked)
    print_text(f"added to {place}\n" if by_hand else f"added to {place}:\n")
    print_lines([] if by_hand else rows, whole=True)


def _file(where: Where, entry: Entry, loaded: Loaded, *, by_hand: bool) -> str:
    """Give the file a record goes into; a person is asked where it is not clear. Raises TargetError."""
    named = where.file
    while True:
        try:
            return choose_file(where.data, named, list(loaded.texts), entry, loaded.workspace)
        except TargetError as error:
            if not by_hand:
                raise
            named = ask_file(str(error)) or None


def _is_short(kind: Kind, answers: Mapping[str, Sequence[str]]) -> bool:
    return any(question.needed and not answers.get(question.name) for question in QUESTIONS[kind])


def _refuse_answers(kind: Kind, answers: Mapping[str, Sequence[str]], workspace: Workspace) -> None:
    """End the command with every answer that cannot be taken."""
    faults = [
        one_line(f"provenance: {question.name}: {fault}")
        for question in QUESTIONS[kind]
        for answer in answers.get(question.name, ())
        if (fault := question.fault(answer, workspace))
    ]
    if faults:
        raise Stop("\n".join([*faults, "provenance: nothing was written"]))


def _text_of(file: str, texts: Mapping[str, str]) -> str:
    """Give the text of a file as it is, or of a new one; where it changed since it was read, nothing is written."""
    if file not in texts and not os.path.lexists(file):
        return ""
    text, _ = read_text(file)
    if text is None or normal(text) != texts.get(file, ""):
        raise TargetError(f"'{file}' was changed meanwhile, or is no file of these records; run this again")
    return text


def _write(file: str, before: str, checked: Checked) -> None:
    if os.path.lexists(file) and read_text(file)[0] != before:
        raise Stop(f"provenance: '{file}' was changed meanwhile; nothing was written; run this again")
    with folders_for([file]):
        write_files({file: checked.added.text}, force=True)
