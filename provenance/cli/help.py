"""How every command shows its help, and how it says that a call cannot be used.

A docstring may end in `Examples:` with a command line in each row below it. They are shown in rows that
can be copied: one that is wider than the terminal goes on after a backslash.
"""

import re
from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand

from provenance.cli.output import width

_EXAMPLES = "\n\nExamples:\n"
_ON = " \\"
"""Ends a row that a shell reads on after."""
_WORD = re.compile(r'(?:"[^"]*"|[^ "])+')
_RANGE = re.compile(r"(; |  \[)x>=[\d.]+(\])")


class Helpful:
    """A command or a group of commands; stands before its class from typer."""

    help: str | None
    params: list[Any]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help, also in a narrow terminal no wider than it."""
        formatter.width = min(formatter.width, width() - 1)
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_help_text(self, _: Any, formatter: Any) -> None:
        """Write what the command does, and examples."""
        words, examples = with_examples(self.help or "")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words)
        with formatter.section("Examples" if len(examples) > 1 else "Example"):
            for example in examples:
                for row in _rows(example, formatter.width - formatter.current_indent):
                    formatter.write(f"{' ' * formatter.current_indent}{row}\n")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options, and below them what else there is."""
        for kind in ("argument", "option"):
            if records := list(help_records(self, ctx, kind)):
                with formatter.section(f"{kind.capitalize()}s"):
                    formatter.write_dl(records)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Give the usage: what may be left out stands in brackets, all else is needed."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return [piece[1:-1] if piece.startswith("{") else piece for piece in pieces]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read a call; what cannot be used is said in our words."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc,no-any-return]
        except typer.BadParameter as error:
            needed = [each.metavar for each in self.params if each.param_type_name == "argument" and each.required]
            if not error.message and len(needed) > 1:
                error.message = f"Give {' and '.join(needed)}."
            else:
                error.message = _in_our_words(error.message)
            raise


class Command(Helpful, TyperCommand):
    """One command."""


def with_examples(help_: str) -> tuple[str, list[str]]:
    """Part a help text into what it says, and its examples."""
    words, _, examples = help_.partition(_EXAMPLES)
    return words, [row.strip() for row in examples.splitlines() if row.strip()]


def help_records(command: Any, ctx: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Give how each argument, or each option, of a command is written, and what it is for."""
    for each in command.get_params(ctx):
        if each.param_type_name == kind and (record := each.get_help_record(ctx)):
            yield record[0], _RANGE.sub(lambda found: found[2] if found[1] == "; " else "", record[1])


def _rows(example: str, room: int) -> Iterator[str]:
    """Part a command line between its words into rows, each but the last ending in a backslash."""
    row = ""
    for word in _WORD.findall(example):
        if row and len(f"{row} {word}{_ON}") > room:
            yield row + _ON
            row = f"   {word}"
        else:
            row = f"{row} {word}" if row else word
    yield row


def _in_our_words(message: str) -> str:
    number = re.fullmatch(r"('.*') is not a valid (?:int|float)(?: range)?\.", message, re.DOTALL)
    if number is not None:
        return f"{number[1]} is no number."
    least = re.fullmatch(r"(\S+) is not in the range x>=(\S+)\.", message)
    return message if least is None else f"{least[1]} is too small; the least is {least[2]}."
