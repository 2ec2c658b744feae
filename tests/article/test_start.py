"""What reads articles is imported when one is read, and no earlier."""

import subprocess
import sys

import pytest

HEAVY = ("trafilatura", "lxml", "htmldate", "charset_normalizer", "ssl")


def imported(*arguments: str) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], check=True, capture_output=True, text=True
    ).stderr
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in said.splitlines() if "|" in line}


@pytest.mark.parametrize("command", ["--version", "--help"])
def test_a_command_that_reads_no_article(command: str) -> None:
    assert imported("-m", "provenance", command).isdisjoint(HEAVY)


def test_a_text() -> None:
    assert imported("-c", "from provenance.article import read_bytes; read_bytes(b'A text.', 'a.txt')").isdisjoint(
        HEAVY
    )


def test_a_page() -> None:
    read = "from provenance.article import read_bytes; read_bytes(b'<p>A text.', 'a.html')"
    assert {"trafilatura", "lxml"} <= imported("-c", read)


def test_the_network() -> None:
    assert "ssl" in imported("-c", "from provenance.article import fetch")
