"""`provenance fmt [PATH…]`."""

import sys
from difflib import unified_diff
from typing import Annotated, NamedTuple

import typer

from provenance.cli.exits import DONE, FOUND, UNUSABLE
from provenance.cli.options import DATA, Data
from provenance.cli.output import Stop, print_data, print_lines, print_text, width, write_files
from provenance.editing.formatting import UnreadableError, format_text
from provenance.files import decode, find_all_files, read_text
from provenance.problems import Problem
from provenance.report.lines import line
from provenance.report.problems import problem_lines
from provenance.safe import visible
from provenance.wording.numbers import plural

STANDARD_INPUT = "-"
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH…", help="Files or folders, or - for standard input; else --data.")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where a file would change.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]


class _File(NamedTuple):
    name: str
    before: str
    after: str


def command(paths: Paths = None, check: Check = False, diff: Diff = False, data: Data = DATA) -> None:
    """Order and align the records: fields in order, two blanks a level, a blank line between records.

    Changes no meaning, no text and no quotes, and loses no comment: each file is read back before it is written. What
    cannot be laid out safely (anchors, tags, tabs) is left as it is, and named.

    Examples:
      provenance fmt --check data/
    """
    if STANDARD_INPUT in (paths or ()) and paths != [STANDARD_INPUT]:
        raise Stop("provenance: - is standard input alone; name files, or -")
    texts, problems = _read(paths or [data])
    files, failed = _formatted(texts, problems)
    changed = [file for file in files if file.before != file.after]
    if paths == [STANDARD_INPUT] and not (check or diff):
        print_data("".join(file.after for file in files))
    elif diff:
        _print_diff(changed)
    else:
        if not check:
            _refuse_changed(changed)
            write_files({file.name: file.after for file in changed}, force=True)
        _print_names(changed, files, len(texts) - len(files), check=check)
    raise SystemExit(UNUSABLE if failed else FOUND if check and changed else DONE)


def _read(paths: list[str]) -> tuple[dict[str, str], list[Problem]]:
    texts: dict[str, str] = {}
    files, problems = ([STANDARD_INPUT], []) if paths == [STANDARD_INPUT] else find_all_files(*paths)
    for file in files:
        text, found = decode(sys.stdin.buffer.read(), file) if file == STANDARD_INPUT else read_text(file)
        problems += found
        if text is not None:
            texts[file] = text
    return texts, problems


def _formatted(texts: dict[str, str], problems: list[Problem]) -> tuple[list[_File], bool]:
    """Give each file before and after, and tell whether any could not be read or laid out; say so on stderr."""
    files = []
    failed = False
    for name, text in texts.items():
        try:
            found = format_text(text, name)
        except UnreadableError as unreadable:
            problems += unreadable.problems
            files += [_File(name, text, text)] if name == STANDARD_INPUT else []
            continue
        files.append(_File(name, text, found.text))
        failed = failed or not found.safe
        if found.left is not None:
            report = "" if found.safe else "; this is a fault of the program, please report it"
            print_lines([line(f"note: {name} is left as it is: {found.left}{report}", rest="  ")], to_stderr=True)
    print_lines(problem_lines(problems, width()), to_stderr=True)
    return files, failed or bool(problems)


def _refuse_changed(files: list[_File]) -> None:
    """End the command where a file is not any more what was read."""
    for file in files:
        if read_text(file.name)[0] != file.before:
            raise Stop(f"provenance: '{visible(file.name)}' was changed meanwhile; nothing was written; run this again")


def _print_diff(changed: list[_File]) -> None:
    for file in changed:
        before, after = file.before.splitlines(keepends=True), file.after.splitlines(keepends=True)
        rows = [row if row.endswith("\n") else f"{row}\n" for row in unified_diff(before, after, file.name, file.name)]
        if sys.stdout.isatty():
            print_text("".join(f"{visible(row.rstrip(chr(10)))}\n" for row in rows))
        else:
            print_data("".join(rows))


def _print_names(changed: list[_File], files: list[_File], unread: int, *, check: bool) -> None:
    for file in changed:
        print_text(f"{'would format' if check else 'formatted'} {visible(file.name)}\n")
    if files or unread:
        done = "would change" if check else "changed"
        left = f"; {unread} could not be read" if unread else ""
        print_text(f"{plural(len(files) + unread, 'file')}, {len(changed) or 'none'} {done}{left}\n")
