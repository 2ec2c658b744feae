"""Every command with its arguments and options, from the program's own command line."""

from collections.abc import Iterator
from typing import Any

import typer

from docs.generate.markdown import GENERATED, code, prose, table, text
from provenance.cli import exits
from provenance.cli.app import COMMANDS, command_line
from provenance.cli.help import help_records

_HEAD = f"""# Commands

{GENERATED}
`provenance COMMAND --help` says the same in a terminal. A claim is named by its id or by words of its text.

"""

_EXITS = {
    exits.DONE: "done",
    exits.FOUND: "something was found that `check`, `audit`, `--fail-on` or `--exit-code` asks for; "
    "with `corpus`, rows that were left out or not traced",
    exits.UNUSABLE: "the records or the call cannot be used; stderr says why",
    exits.BUG: "a fault of the program; no file of yours was changed",
    exits.INTERRUPTED: "interrupted with Ctrl-C",
}


def page() -> str:
    """Write the page."""
    root = command_line()
    context = typer.Context(root, info_name="provenance")
    found = {name: root.get_command(context, name) for name in COMMANDS}
    return _HEAD + "".join([*_overview(), *_exits(), *_of_root(root), *_sections(found)])


def _overview() -> Iterator[str]:
    for group in dict.fromkeys(group for group, _ in COMMANDS.values()):
        rows = [
            (f"[`{name}`](#{_anchor(name)})", text(about))
            for name, (where, about) in COMMANDS.items()
            if where == group
        ]
        yield f"{table([group, ''], rows)}\n"


def _exits() -> Iterator[str]:
    yield "## Exit codes\n\n"
    yield f"{table(['code', 'it means'], ((f'`{number}`', words) for number, words in _EXITS.items()))}\n"


def _of_root(root: Any) -> Iterator[str]:
    yield "## For every call\n\n"
    yield f"{table(['option', ''], _rows(root, 'option'))}\n"


def _sections(found: dict[str, Any]) -> Iterator[str]:
    for name, command in found.items():
        yield from _section(name, command)
        if hasattr(command, "list_commands"):
            context = typer.Context(command, info_name=name)
            for below in command.list_commands(context):
                yield from _section(f"{name} {below}", command.get_command(context, below))


def _section(name: str, command: Any) -> Iterator[str]:
    yield f"## {name}\n\n"
    yield f"```text\n{_usage(name, command)}\n```\n\n"
    yield f"{prose(command.help or '')}\n"
    for kind in ("argument", "option"):
        if rows := list(_rows(command, kind)):
            yield f"{table([kind, ''], rows)}\n"
    if command.epilog:
        yield f"{prose(command.epilog)}\n"


def _usage(name: str, command: Any) -> str:
    arguments = [_argument(each) for each in command.params if each.param_type_name == "argument"]
    inner = ["COMMAND"] if hasattr(command, "list_commands") else []
    return " ".join(["provenance", name, "[OPTIONS]", *arguments, *inner])


def _argument(argument: Any) -> str:
    shown = str(argument.metavar or argument.name.upper())
    return shown if argument.required else f"[{shown}]"


def _rows(command: Any, kind: str) -> Iterator[tuple[str, str]]:
    context = typer.Context(command, info_name="provenance")
    for shown, about in help_records(command, context, kind):
        if shown != "--help":
            yield code(shown), text(about)


def _anchor(name: str) -> str:
    return name.replace(" ", "-")
