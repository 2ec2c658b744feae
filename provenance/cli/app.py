"""The command table, and the one place where errors become exit codes.

Exit codes: 0 done, 1 findings that `check` or a `--fail-on` names, 2 the records or the call cannot
be used, 3 a fault of this program, 130 interrupted.
"""

import os
import sys
from typing import Any

import typer

from provenance import __version__
from provenance.cli.afterwards import do_afterwards, forget_afterwards
from provenance.cli.commands import Commands, group_of
from provenance.cli.exits import BUG, DONE, INTERRUPTED, UNUSABLE
from provenance.cli.output import Stop, reader_may_leave, say
from provenance.limits import LimitError, look_at_limits
from provenance.safe import one_line

COMMANDS = {
    "trace": ("Ask", "Where does a claim start, how many origins has it, who could confirm it?"),
    "watch": ("Ask", "Show the trace of a claim anew whenever a file is saved."),
    "words": ("Ask", "Write the one sentence about a claim that a desk can print."),
    "tree": ("Ask", "Show only who rests on whom, for a claim or a report."),
    "drift": ("Ask", "Show how the wording hardened, step by step."),
    "timeline": ("Ask", "Show how the answer changed with each report, response and retraction."),
    "why": ("Ask", "Show every way a claim rests on a report, source, party or outlet."),
    "impact": ("Ask", "Show what falls if a report, source, party or outlet falls."),
    "audit": ("Ask", "Hold a claim against a newsroom's or tradecraft rule."),
    "init": ("Record", "Make a folder for records, with an example case and settings for editors."),
    "new": ("Record", "Add a report, claim, outlet, party, source or response, by questions or options."),
    "fmt": ("Record", "Order and align the records; no meaning and no comment is lost."),
    "check": ("Record", "Find every fault in the records, each with its place."),
    "list": ("Record", "List the claims, reports, outlets, sources or parties."),
    "show": ("Record", "Show one record, with everything that refers to it."),
    "draft": ("Record", "Read an article and propose its record, with who says what in it."),
    "import": ("Record", "Propose records out of a table, a graph or another program's file."),
    "schema": ("Record", "Write the JSON Schema of the records, for editors."),
    "diff": ("Record", "Compare two states of the records by what they mean."),
    "view": ("Share", "Show a claim as a page in the browser."),
    "export": ("Share", "Write a claim's citation graph for another program."),
    "gaps": ("Many", "List what is open over all claims, worst first."),
    "corpus": ("Many", "Trace many claims out of tables: import, trace, outlets, export, synth."),
}
"""Every command: the group it stands in and what it does. Its code is `provenance/cli/NAME.py` (`import_.py`).

`corpus` and `new` are folders of commands."""


class _Commands(Commands):
    table = COMMANDS
    package = "provenance.cli"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"provenance {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Trace a news claim to its original sources.

    Reads a folder of YAML records (./data, or --data DIR), follows who cites whom, and says how
    independently a claim is reported and what is missing. It never says whether a claim is true.

    Examples:
      provenance list claims
      provenance trace s400-asked
    """


def command_line() -> Any:
    """Give the whole command line, for those who run it or describe it."""
    return group_of(_Commands, _root, shells=True)


def run(arguments: list[str]) -> int:
    """Run one command line and give its exit code. Never raises."""
    command = command_line()
    try:
        look_at_limits()
        code = _run(command, arguments)
        if code != INTERRUPTED:
            do_afterwards()
    except KeyboardInterrupt:
        return _say("interrupted", INTERRUPTED)
    except LimitError as error:
        return _say(one_line(str(error)), UNUSABLE)
    except Exception as error:  # noqa: BLE001 - the boundary: what gets here is our fault
        return _say("interrupted", INTERRUPTED) if _came_of_ctrl_c(error) else _bug(error)
    finally:
        forget_afterwards()
    return code


def _run(command: Any, arguments: list[str]) -> int:
    """Run the command and give its exit code; what it printed is out by then."""
    try:
        command.main(args=arguments, prog_name="provenance", standalone_mode=True)
    except SystemExit as done:
        left = isinstance(done.__context__, BrokenPipeError)  # of a help text: Typer's own code for that is 1
        return DONE if left else _finish(_code(done.code))
    except BrokenPipeError:  # only what is wrong with a call is written by Typer itself
        return UNUSABLE
    return DONE


def _came_of_ctrl_c(error: BaseException | None) -> bool:
    """Tell whether an error came up only while the program was stopping for Ctrl-C."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _code(code: object) -> int:
    return code if isinstance(code, int) else UNUSABLE if code else 0


def _finish(code: int) -> int:
    try:
        with reader_may_leave():
            sys.stdout.flush()
    except Stop:
        return UNUSABLE
    return code


def _say(words: str, code: int) -> int:
    say(f"provenance: {words}")
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("PROVENANCE_DEBUG"):
        raise error
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{where.tb_frame.f_code.co_qualname}:{where.tb_lineno}" if where else "?"
    return _say(
        f"this is a fault of the program, not of your records: "
        f"{type(error).__name__} in {place}: {one_line(str(error))}\n"
        "Your files were not changed. Please report it; PROVENANCE_DEBUG=1 shows the details.",
        BUG,
    )
