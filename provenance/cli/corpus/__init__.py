"""`provenance corpus …`: commands over many claims, each imported only when it is run."""

from typing import Any

from provenance.cli.commands import Commands, group_of

COMMANDS = {
    "import": "Make a corpus of tables, or of a folder of YAML records.",
    "trace": "Answer for every claim, in a row each.",
    "outlets": "Compare outlets: who begins, relays, hardens, and who feeds whom.",
    "synth": "Make up a corpus of any size whose answers are known.",
    "export": "Write the records of a corpus as tables, or as YAML.",
}
"""Every command and what it does. Its code is `provenance/cli/corpus/NAME.py` (`import_.py`)."""


class _Commands(Commands):
    table = {name: ("Commands", words) for name, words in COMMANDS.items()}  # noqa: RUF012 - as a type says
    package = __name__


def group(help_: str) -> Any:
    """Give the command that holds them."""
    return group_of(_Commands, _corpus, help_=help_)


def _corpus() -> None:
    """Trace many claims at once, out of tables: needs the extra `corpus`.

    Examples:
      provenance corpus import tables/ -o corpus/
      provenance corpus trace corpus/
    """
