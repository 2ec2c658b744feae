"""How every command shows its help, and how it says that a call cannot be used.

A docstring may end in `Examples:` with a command line in each row below it. They are shown in rows that
can be copied: one that is wider than the terminal goes on after a backslash.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand

from provenance.cli.output import width
from provenance.report.lines import Line, line, pad, plain

_WIDEST = 80
_NAMES = 30
"""How many cells a name may take beside what it is for; in a narrow terminal a third of it."""
_EXAMPLES = "\n\nExamples:\n"
_ON = " \\"
"""Ends a row that a shell reads on after."""
_WORD = re.compile(r'(?:"[^"]*"|[^ "])+')
_RANGE = re.compile(r"(; |  \[)x>=[\d.]+(\])")

Record = tuple[str, str]
"""How something is written, and what it is for."""


class Helpful:
    """A command or a group of commands; stands before its class from typer."""

    help: str | None
    params: list[Any]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help, no wider than the terminal."""
        room = min(width(), _WIDEST)
        formatter.write(plain(self._help_lines(ctx, room), room))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        formatter.write(plain([self._usage(ctx)], min(width(), _WIDEST)))

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

    def below(self) -> Iterator[tuple[str, list[Record]]]:
        """Give the commands of a group, by heading."""
        yield from ()

    def _help_lines(self, ctx: Any, room: int) -> Iterator[Line]:
        words, examples = with_examples(self.help or "")
        yield self._usage(ctx)
        for paragraph in words.split("\n\n"):
            yield line()
            yield line(" ".join(paragraph.split()), first="  ")
        yield from _section("Examples" if len(examples) > 1 else "Example", _example_lines(examples, room))
        for kind in ("argument", "option"):
            yield from _section(f"{kind.capitalize()}s", _listed(list(help_records(self, ctx, kind)), room))
        for heading, records in self.below():
            yield from _section(heading, _listed(records, room))

    def _usage(self, ctx: Any) -> Line:
        return line(f"Usage: {ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}", rest="       ")


class Command(Helpful, TyperCommand):
    """One command."""


def with_examples(help_: str) -> tuple[str, list[str]]:
    """Part a help text into what it says, and its examples."""
    words, _, examples = help_.partition(_EXAMPLES)
    return words, [row.strip() for row in examples.splitlines() if row.strip()]


def help_records(command: Any, ctx: Any, kind: str) -> Iterator[Record]:
    """Give how each argument, or each option, of a command is written, and what it is for."""
    for each in command.get_params(ctx):
        if each.param_type_name == kind and (record := each.get_help_record(ctx)):
            yield record[0], _RANGE.sub(lambda found: found[2] if found[1] == "; " else "", record[1])


def _section(heading: str, lines: Iterator[Line]) -> Iterator[Line]:
    for number, each in enumerate(lines):
        if number == 0:
            yield line()
            yield line(f"{heading}:")
        yield each


def _listed(records: Sequence[Record], room: int) -> Iterator[Line]:
    """Write names with what they are for beside them; below them where a name is long."""
    most = min(_NAMES, room // 3)
    beside = max((len(name) for name, _ in records if len(name) <= most), default=most)
    rest = " " * (beside + 4)
    for name, words in records:
        if len(name) <= most:
            yield line(" ".join(words.split()), first=f"  {pad(name, beside)}  ", rest=rest)
        else:
            yield line(*re.split(r"(?<=\|)|(?<=/ )", name), first="  ", rest="      ")
            yield line(" ".join(words.split()), first=rest)


def _example_lines(examples: Sequence[str], room: int) -> Iterator[Line]:
    for example in examples:
        row = ""
        for word in _WORD.findall(example):
            if row and len(f"  {row} {word}{_ON}") > room:
                yield line(row + _ON, first="  ")
                row = f"   {word}"
            else:
                row = f"{row} {word}" if row else word
        yield line(row, first="  ")


def _in_our_words(message: str) -> str:
    number = re.fullmatch(r"('.*') is not a valid (?:int|float)(?: range)?\.", message, re.DOTALL)
    if number is not None:
        return f"{number[1]} is no number."
    least = re.fullmatch(r"(\S+) is not in the range x>=(\S+)\.", message)
    return message if least is None else f"{least[1]} is too small; the least is {least[2]}."
