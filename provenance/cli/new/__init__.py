"""`provenance new …`: a command for each kind of record, each imported only when it is run."""

from typing import Any

from provenance.cli.commands import Commands, group_of

COMMANDS = {
    "report": "Add a published item: who published what, and on whose word.",
    "claim": "Add a proposition that can be checked.",
    "outlet": "Add a publisher.",
    "party": "Add a body that could confirm or deny.",
    "source": "Add a person or document behind reports.",
    "response": "Add what a party or source said to a claim.",
}
"""Every kind of record that can be added. Its code is `provenance/cli/new/NAME.py`."""


class _Commands(Commands):
    table = {name: ("Records", words) for name, words in COMMANDS.items()}  # noqa: RUF012 - as a type says
    package = __name__


def group(help_: str) -> Any:
    """Give the command that holds them."""
    return group_of(_Commands, _new, help_=help_)


def _new() -> None:
    """Add one well-formed record: by questions in a terminal, else by options.

    It goes after the last record of its section, and not a byte of the rest changes. It is read back and checked
    with all records first; where anything is wrong with it, nothing is written.

    Examples:
      provenance new claim --text "The northern bridge is closed."
    """
