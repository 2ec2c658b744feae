"""Options that several commands share, and what they are turned into."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from provenance.cli.completion import CLAIMS, SUBJECTS, ids
from provenance.cli.exits import UNUSABLE
from provenance.cli.output import Stop, print_lines, print_text, width
from provenance.cli.progress import progress
from provenance.dates import Date, DateError, parse_date
from provenance.files import SUFFIXES
from provenance.model import UNNAMED, Workspace
from provenance.problems import Problem
from provenance.report.lines import Style, line
from provenance.safe import one_line

if TYPE_CHECKING:
    from provenance.read import Loaded


def _date(text: str) -> Date:
    try:
        return parse_date(text)
    except DateError as error:
        raise typer.BadParameter(str(error)) from None


DATA = "data"
"""The folder that is read where none is named."""


class Unnamed(str):
    """A folder that nobody named: not the same as the same folder, named."""

    __slots__ = ()


def _marked(context: typer.Context, data: str) -> str:
    source = context.get_parameter_source("data")
    return Unnamed(data) if source is not None and source.name == "DEFAULT" else data


Data = Annotated[
    str,
    typer.Option(
        "--data",
        metavar="DIR",
        envvar="PROVENANCE_DATA",
        callback=_marked,
        help="The folder of records.",
        show_default=True,
    ),
]
AsOf = Annotated[
    Date | None,
    typer.Option("--as-of", metavar="DATE", parser=_date, help="Only what was published by the end of DATE."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
Depth = Annotated[int | None, typer.Option("--depth", metavar="N", min=0, help="Show N levels of citations.")]
Down = Annotated[bool, typer.Option("--down", help="Turn the tree round: from the origins to who spread it.")]
Ascii = Annotated[bool, typer.Option("--ascii", help="Draw the tree with ASCII signs.")]
Prune = Annotated[
    list[str] | None,
    typer.Option("--prune", metavar="ID", help="Leave this record out (repeatable).", autocompletion=ids(*SUBJECTS)),
]
Claims = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CLAIM…", help="A claim's id or words of its text, or several ids.", autocompletion=ids(*CLAIMS)
    ),
]
Words = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM", help="A claim's id, or words of its text.", autocompletion=ids(*CLAIMS, most=1)),
]


def open_workspace(data: str) -> Workspace:
    """Read the records for an answer. Ends the command with every problem where one is an error."""
    return open_loaded(or_example(data)).workspace


def or_example(data: str) -> str:
    """Give the folder to read: the example workspace where none is named and none is here, and say so on stderr.

    Folders with records, and folders that are named, are never replaced.
    """
    unnamed = isinstance(data, Unnamed) and not os.path.lexists(data) and not _has_records_here()
    example = example_folder() if unnamed else None
    if example is None:
        return data
    words = "provenance: there is no folder ./data here; this is the example workspace that comes with the program\n"
    print_text(words, to_stderr=True)
    return str(example)


def example_folder() -> Path | None:
    """Give the folder of the example workspace: in an installed program, or beside it in a copy of its repository."""
    program = Path(__file__).parents[1]
    return next((folder for folder in (program / "_examples", program.parent / "data") if folder.is_dir()), None)


def _has_records_here() -> bool:
    """Tell whether there may be records in this very folder, which may be deleted or closed to us."""
    try:
        return any(name.lower().endswith(SUFFIXES) for name in os.listdir())  # noqa: PTH208 - Path.cwd() needs a folder
    except OSError:
        return True


def open_loaded(data: str, *, may_be_missing: bool = False) -> "Loaded":
    """Read the records with the files they stand in.

    With `may_be_missing` there may be none: in an empty folder, or where none is named and `./data` is not there.
    """
    from provenance.check import fatal  # noqa: PLC0415 - an index is read without them
    from provenance.read import load  # noqa: PLC0415 - as above

    nothing = may_be_missing and _holds_nothing(data) and (data == DATA or Path(data).is_dir())
    roots = () if nothing else (data,)
    with progress("characters") as advance:  # where nobody looks, reading does not stop at each record to tell
        loaded = load(*roots, progress=advance) if sys.stderr.isatty() else load(*roots)
    errors = fatal(loaded)
    if errors:
        _refuse(loaded, errors)
    return loaded


def _holds_nothing(data: str) -> bool:
    """Tell whether there is no such folder, or one with nothing in it."""
    try:
        return not any(Path(data).iterdir())
    except FileNotFoundError:
        return not os.path.lexists(data)
    except OSError:
        return False


def choose_claim(workspace: Workspace, words: list[str], *, or_report: bool = False) -> str:
    """Give the id of the claim that is meant. Ends the command with the candidates where that is not clear.

    With `or_report`, an id spelt nearly like it may be a report's.
    """
    from provenance.trace.find import find_claim, similar_ids  # noqa: PLC0415 - commands that name no claim need it not

    wanted = " ".join(words)
    match = find_claim(workspace, wanted)
    if match.claim is not None:
        return match.claim
    meant = {id_: workspace.claims[id_].text for id_ in match.candidates}
    for report in similar_ids(list(workspace.reports), wanted) if or_report else ():
        meant[report] = f"report of {workspace.outlet_of(report).name}"
    kind = "claim or report" if or_report else "claim"
    if meant:
        print_lines([line(f"provenance: '{wanted}' is no single {kind}. Did you mean:")], to_stderr=True)
        shown = (line(id_, (" – ", Style.FAINT), text, first="  ", rest="    ") for id_, text in meant.items())
        print_lines(shown, to_stderr=True)
    else:
        listed = (
            "`provenance list claims` and `provenance list reports` list"
            if or_report
            else "`provenance list claims` lists"
        )
        known = f"{listed} them" if workspace.claims else "there are no claims in these records"
        print_lines([line(f"provenance: there is no {kind} '{wanted}'; {known}")], to_stderr=True)
    raise SystemExit(UNUSABLE)


def choose_claims(workspace: Workspace, words: list[str], *, everything: bool) -> list[str]:
    """Give the ids of the claims that are meant: all, several by id, or one by id or words. Ends the command else.

    What is left beside ids is taken as the words of one more claim.
    """
    if everything == bool(words):
        raise Stop("provenance: name a claim, or ask for all with --all" + ("; not both" if words else ""))
    if everything:
        return list(workspace.claims)
    from provenance.trace.find import find_claim  # noqa: PLC0415 - as above

    named = {word for word in words if word in workspace.claims}
    others = [word for word in words if word not in named]
    if named and (not others or find_claim(workspace, " ".join(words)).claim is None):
        return sorted(named | ({choose_claim(workspace, others)} if others else set()))
    return [choose_claim(workspace, words)]


def pruned(workspace: Workspace, prune: list[str] | None) -> frozenset[str]:
    """Give the ids to leave out. Ends the command where one is of no record."""
    for id_ in prune or ():
        kinds = (workspace.claims, workspace.reports, workspace.outlets, workspace.sources, workspace.parties)
        if not any(id_ in kind for kind in kinds) and not id_.startswith(f"{UNNAMED}:"):
            refuse_unknown(workspace, id_)
    return frozenset(prune or ())


def refuse_unknown(workspace: Workspace, wanted: str) -> NoReturn:
    """End the command: no record has this id."""
    kinds = (workspace.claims, workspace.reports, workspace.outlets, workspace.sources, workspace.parties)
    raise Stop(one_line(f"provenance: there is no record '{wanted}'; {what_is_meant(kinds, wanted)}"))


def what_is_meant(kinds: Iterable[Iterable[str]], wanted: str) -> str:
    """Say which ids of some kinds of records `wanted` was probably meant to be; where none is, what lists them."""
    from provenance.trace.find import similar_ids  # noqa: PLC0415 - needed only for what is misspelt

    close = similar_ids([id_ for kind in kinds for id_ in kind], wanted)
    return f"did you mean {' or '.join(close[:3])}?" if close else "`provenance list KIND` lists what there is"


def refuse_problems(problems: Iterable[Problem]) -> NoReturn:
    """End the command with the problems of a file that is no record."""
    from provenance.report.problems import problem_lines  # noqa: PLC0415 - only where there is a problem

    found = sorted(problems, key=lambda problem: problem.sort_key)
    print_lines(problem_lines(found, width()), to_stderr=True)
    raise SystemExit(UNUSABLE)


def _refuse(loaded: "Loaded", errors: list[Problem]) -> NoReturn:
    from provenance.report.problems import problem_lines, summary_line  # noqa: PLC0415 - as above

    print_lines(problem_lines(errors, width()), to_stderr=True)
    print_lines([summary_line(errors, loaded)], to_stderr=True)
    refused = "provenance: the records cannot be used until these are mended; nothing was traced."
    print_lines([line(refused)], to_stderr=True)
    raise SystemExit(UNUSABLE)
