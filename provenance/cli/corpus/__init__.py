"""`provenance corpus …`: commands over many claims, each imported only when it is run."""

from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "import": "Make a corpus of tables, or of a folder of YAML records.",
    "trace": "Answer for every claim, in a row each.",
    "outlets": "Compare outlets: who begins, relays, hardens, and who feeds whom.",
    "synth": "Make up a corpus of any size whose answers are known.",
    "export": "Write the records of a corpus as tables, or as YAML.",
}
"""Every command and what it does. Its code is `provenance/cli/corpus/NAME.py` (`import_.py`)."""


class _Commands(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"provenance.cli.corpus.{cmd_name}{'_' if iskeyword(cmd_name) else ''}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(cmd_name, short_help=COMMANDS[cmd_name])(module.command)
        return typer.main.get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def group(help_: str) -> Any:
    """Give the command that holds them."""
    app = typer.Typer(cls=_Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(short_help=help_)(_corpus)
    return typer.main.get_command(app)


def _corpus() -> None:
    """Trace many claims at once, out of tables: needs the extra `corpus`.

    Start with:  provenance corpus import tables/ -o corpus/
    """
