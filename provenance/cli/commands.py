"""A group of commands, each of which is imported only when it is run."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from provenance.cli.help import Command, Helpful, Record

Table = Mapping[str, tuple[str, str]]
"""Commands by name: the heading each stands under, and what it does."""


class Commands(Helpful, TyperGroup):
    """The commands of a table; the code of each is `package.NAME` (`NAME_` where Python has the word)."""

    table: ClassVar[Table]
    package: ClassVar[str]

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import one command."""
        if cmd_name not in self.table:
            return None
        module = import_module(f"{self.package}.{cmd_name}{'_' if iskeyword(cmd_name) else ''}")
        if hasattr(module, "group"):
            return module.group(self.table[cmd_name][1])
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(cmd_name, cls=Command, short_help=self.table[cmd_name][1])(module.command)
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is meant; for a name of none, say which is spelt nearly like it."""
        self.commands: Any = dict.fromkeys(self.table)
        return super().resolve_command(ctx, args)

    def below(self) -> Iterator[tuple[str, list[Record]]]:
        """Give the names with what they do, by heading."""
        for heading in dict.fromkeys(heading for heading, _ in self.table.values()):
            yield heading, [(name, words) for name, (where, words) in self.table.items() if where == heading]


def group_of(
    commands: type[Commands], about: Callable[..., None], *, help_: str | None = None, shells: bool = False
) -> Any:
    """Give the command that holds others; `about` says in its docstring what they are for. `shells`: it completes."""
    app = typer.Typer(cls=commands, add_completion=shells, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(short_help=help_, no_args_is_help=True)(about)
    return typer.main.get_command(app)
