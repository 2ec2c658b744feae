"""`provenance new …`: a command for each kind of record, each imported only when it is run."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "report": "Add a published item: who published what, and on whose word.",
    "claim": "Add a proposition that can be checked.",
    "outlet": "Add a publisher.",
    "party": "Add a body that could confirm or deny.",
    "source": "Add a person or document behind reports.",
    "response": "Add what a party or source said to a claim.",
}
"""Every kind of record that can be added. Its code is `provenance/cli/new/NAME.py`."""


class _Commands(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"provenance.cli.new.{cmd_name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(cmd_name, short_help=COMMANDS[cmd_name])(module.command)
        return typer.main.get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Records"):
            formatter.write_dl(list(COMMANDS.items()))


def group(help_: str) -> Any:
    """Give the command that holds them."""
    app = typer.Typer(cls=_Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(short_help=help_)(_new)
    return typer.main.get_command(app)


def _new() -> None:
    """Add one well-formed record: by questions in a terminal, else by options.

    It goes after the last record of its section, and not a byte of the rest changes. It is read back and checked
    with all records first; where anything is wrong with it, nothing is written.

    Example:  provenance new claim --text "The northern bridge is closed."
    """
