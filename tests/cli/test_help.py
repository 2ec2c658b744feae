"""The help of every command: it fits its terminal, has an example that can be run, and says one thing in one way."""

import shlex
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from rich.cells import cell_len

from provenance.cli.app import COMMANDS, command_line
from provenance.cli.help import help_records, with_examples
from tests.cli.ran import Provenance

BELOW = {
    "new": ("report", "claim", "outlet", "party", "source", "response"),
    "corpus": ("import", "trace", "outlets", "synth", "export"),
}
EVERY = ["", *COMMANDS, *(f"{above} {name}" for above, names in BELOW.items() for name in names)]
OWN_WORDS = {"--claim", "--output", "--format", "--json", "--strict", "--all", "--kind", "--check", "--diff", "--most"}
"""Options that do a different thing in another command, and say so."""
OF_A_RECORD = {"new report", "new claim", "new outlet", "new party", "new source", "new response"}
"""Their options are fields of records; docs/reference/records.md has them all."""


def _command(name: str) -> tuple[Any, Any]:
    command = command_line()
    context = typer.Context(command, info_name="provenance")
    for word in name.split():
        command = command.get_command(context, word)
        context = typer.Context(command, info_name=word, parent=context)
    return command, context


def _examples() -> Iterator[str]:
    for name in EVERY:
        yield from with_examples(_command(name)[0].help)[1]


def test_the_names_below_a_command_are_all_here() -> None:
    for above, names in BELOW.items():
        command, context = _command(above)
        assert sorted(command.list_commands(context)) == sorted(names)


@pytest.mark.parametrize("name", EVERY)
def test_every_command_has_an_example_of_itself(name: str) -> None:
    examples = with_examples(_command(name)[0].help)[1]
    assert examples
    assert examples[0].startswith(f"provenance {name}".strip())


@pytest.mark.parametrize("example", sorted(set(_examples())))
def test_an_example_is_a_call_that_can_be_read(example: str) -> None:
    words = shlex.split(example.rpartition("&& ")[2])
    assert words.pop(0) == "provenance"
    command, context = command_line(), None
    while hasattr(command, "get_command"):
        context = typer.Context(command, parent=context)
        command = command.get_command(context, words.pop(0))
    command.parse_args(typer.Context(command, parent=context), words)


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("name", EVERY)
def test_help_is_no_wider_than_the_terminal(provenance: Provenance, name: str, width: int) -> None:
    out = provenance(*name.split(), "--help", width=width).out
    assert [row for row in out.splitlines() if cell_len(row) > width or row != row.rstrip()] == []


def test_a_long_example_goes_on_after_a_backslash(provenance: Provenance) -> None:
    out = provenance("new", "claim", "--help", width=60).out
    shown = out.partition("Example:\n")[2].partition("\n\n")[0]
    assert shown == (
        '  provenance new claim --text \\\n     "The northern bridge is closed." --could-confirm \\\n     city-council'
    )
    assert shlex.split(shown.replace("\\\n", " "))[3:5] == ["--text", "The northern bridge is closed."]


def test_an_option_is_described_alike_wherever_it_is() -> None:
    said = defaultdict(set)
    for name in EVERY:
        if name in OF_A_RECORD:
            continue
        command, context = _command(name)
        for option, about in help_records(command, context, "option"):
            said[option.split()[-2 if " " in option else 0]].add(about)
    differing = {option: about for option, about in said.items() if len(about) > 1}
    assert set(differing) <= OWN_WORDS, differing


@pytest.mark.parametrize("name", ["", "new", "corpus"])
def test_a_call_without_a_command_shows_the_help(provenance: Provenance, name: str) -> None:
    ran = provenance(*name.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == provenance(*name.split(), "--help").out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("trase", "Error: No such command 'trase'. Did you mean 'trace', 'tree'?"),
        ("new reprt", "Error: No such command 'reprt'. Did you mean 'report', 'party'?"),
        ("why s400-asked", "Error: Missing argument 'CLAIM'. Give CLAIM and ID."),
        ("trace", "Error: Missing argument 'CLAIM'."),
        ("trace c --depth x", "Error: Invalid value for '--depth': 'x' is no number."),
        ("trace c --depth -1", "Error: Invalid value for '--depth': -1 is too small; the least is 0."),
        ("watch c --every soon", "Error: Invalid value for '--every': 'soon' is no number."),
    ],
)
def test_a_call_that_cannot_be_used_says_what_can(provenance: Provenance, call: str, said: str) -> None:
    ran = provenance(*call.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == said
