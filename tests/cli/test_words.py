"""The words that are never used bare: they would say more than records can."""

import re
from pathlib import Path

import pytest

from provenance.cli.app import COMMANDS
from tests.cli.ran import Provenance
from tests.conftest import GOLDEN

GOLDENS = sorted(path for path in GOLDEN.rglob("*") if path.is_file())
SWEEPING = re.compile(r"\b(?:verified|unverified|primary|independent(?:ly)?|truth|proven|proof)\b", re.IGNORECASE)
ALLOWED = re.compile(r"declared independent by|says how\s+independently|independence[ -]not[ -]established")


def sweeping(text: str) -> list[str]:
    in_one_line = " ".join(text.replace("\\n", " ").split())  # drawings write their line ends as \\n
    return SWEEPING.findall(ALLOWED.sub("", in_one_line))


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: str(path.relative_to(GOLDEN)))
def test_no_output_says_more_than_the_record(path: Path) -> None:
    assert sweeping(path.read_text(encoding="utf-8")) == []


def test_there_are_outputs_to_look_at() -> None:
    assert len(GOLDENS) > 40


@pytest.mark.parametrize("text", ["verified", "a Primary source", "two independent origins", "independent, both"])
def test_the_words_would_be_found(text: str) -> None:
    assert sweeping(text)


@pytest.mark.parametrize(
    "text", ["independence not established", "declared independent by X", "independence-not-established"]
)
def test_what_may_be_said_is_let_through(text: str) -> None:
    assert not sweeping(text)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_help_page_says_more_either(provenance: Provenance, command: str) -> None:
    assert sweeping(provenance(*command.split(), "--help").out) == []


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("claim", ["s400-considering", "s400-return", "coati", "erdogan-asked-putin"])
def test_no_answer_about_the_examples_says_more(provenance: Provenance, claim: str) -> None:
    for command in ("trace", "words", "drift", "timeline", "audit"):
        assert sweeping(provenance(command, claim).out) == []
    assert sweeping(provenance("trace", claim, "--json").out) == []
