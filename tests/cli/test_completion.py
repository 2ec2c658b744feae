"""Shells are offered ids, as they ask for them: each through its own variables, in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.ran import Write

RECORDS = """\
outlets:
  morning: {name: The Morning}
parties: {ministry: }
sources: {clerk: {kind: anonymous, described_as: "a clerk of the court"}}
claims:
  bridge-closed: The bridge is closed.
  bridge-open: {text: "The bridge is open: Smith's \\"word\\" $(touch here) `touch here`"}
  dam: The dam holds.
reports:
  morning-1: {outlet: morning, says: bridge-closed, title: Bridge shut}
"""
SHELLS = ("bash", "zsh", "fish")


def offered(shell: str, line: str, **environment: str) -> list[str]:
    """Give what a shell is offered at the end of a line; standard error has to stay empty."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    variables = {**os.environ, "_PROVENANCE_COMPLETE": f"complete_{shell}", **asked, **environment}
    ran = subprocess.run(
        [sys.executable, "-m", "provenance"],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


def ids(line: str, **environment: str) -> list[str]:
    return [said for said in offered("bash", line, **environment) if said]


@pytest.mark.parametrize("shell", SHELLS)
def test_claims_are_offered_with_their_words(write: Write, shell: str) -> None:
    write(RECORDS)
    found = "\n".join(offered(shell, "provenance trace br"))
    assert "bridge-closed" in found
    assert "bridge-open" in found
    assert "dam" not in found
    assert ("The bridge is closed." in found) == (shell != "bash")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("provenance words ", ["bridge-closed", "bridge-open", "dam"]),
        ("provenance trace dam ", []),
        ("provenance export dam ", ["bridge-closed", "bridge-open", "dam"]),
        ("provenance gaps d", ["dam"]),
        ("provenance tree m", ["morning-1"]),
        ("provenance why ", ["bridge-closed", "bridge-open", "dam"]),
        ("provenance why dam ", ["clerk", "ministry", "morning", "morning-1"]),
        ("provenance impact c", ["clerk"]),
        ("provenance show mi", ["ministry"]),
        ("provenance tree --prune mo", ["morning", "morning-1"]),
        ("provenance tree --prune morning d", ["dam"]),
        ("provenance new report --says d", ["dam"]),
        ("provenance new report --outlet mo", ["morning"]),
        ("provenance new response --by m", ["ministry"]),
        ("provenance new response --reported-by m", ["morning-1"]),
        ("provenance new claim --could-confirm ", ["ministry"]),
        ("provenance new source --same-as ", ["clerk"]),
        ("provenance new report --cites ", ["clerk", "ministry", "morning-1"]),
        ("provenance trace --as", ["--as-of", "--ascii"]),
    ],
)
def test_what_belongs_there_is_offered(write: Write, line: str, expected: list[str]) -> None:
    write(RECORDS)
    assert ids(line) == expected


def test_the_folder_is_the_one_that_is_named(write: Write) -> None:
    write(RECORDS, "../elsewhere/records.yaml")
    assert ids("provenance trace d") == []
    assert ids("provenance trace --data elsewhere d") == ["dam"]
    assert ids("provenance trace d", PROVENANCE_DATA="elsewhere") == ["dam"]


@pytest.mark.parametrize(
    "text",
    [
        RECORDS + "  broken: [",
        RECORDS + "\tx",
        RECORDS + '"',
        RECORDS.replace("dam:", "dam: {text: "),
        RECORDS + "# " + "x" * 300_000,
    ],
)
def test_broken_and_large_records_give_what_can_be_seen(write: Write, text: str) -> None:
    write(text)
    assert ids("provenance trace d") == ["dam"]
    assert ids("provenance show morning-") == ["morning-1"]


@pytest.mark.parametrize("text", ["", "claims", "[" * 100_000, "claims:\n", "claims:\n  \x00", "- a\n- b\n"])
def test_where_there_is_nothing_to_see_nothing_is_said(write: Write, text: str) -> None:
    write(text)
    assert ids("provenance trace ") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_nothing_that_a_shell_would_run_is_offered(write: Write, shell: str) -> None:
    write(RECORDS)
    found = "\n".join(offered(shell, "provenance trace bridge-o"))
    assert not set(found) & set("$`\\<>|&;")
    if shell != "bash":
        assert "The bridge is open Smith’s ”word” touch here touch here" in found


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes(write: Write, tmp_path: Path) -> None:
    write(RECORDS)
    program = tmp_path / "bin" / "provenance"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m provenance "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(_PROVENANCE_COMPLETE=source_bash provenance)"\n'
        "COMP_WORDS=(provenance trace bri); COMP_CWORD=2\n"
        "_provenance_completion provenance\n"
        "printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "--norc", "-c", script], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert (ran.stdout.split(), ran.stderr) == (["bridge-closed", "bridge-open"], "")
