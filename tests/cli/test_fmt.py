"""`fmt` on the command line: what it writes, what it only tells, and what it leaves alone."""

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from provenance.editing.formatting import Formatted, format_text
from tests.cli.ran import Provenance, Write

DATA = Path(__file__).parents[2] / "data"
MESSY = """\
# The bridge
reports:
    # the first
    gazette: {outlet: Gazette, says: bridge}
    herald:
        says: bridge   # in the headline
        outlet: Herald
claims:
    bridge: The northern bridge is closed.
"""
NEAT = """\
# The bridge
reports:
  # the first
  gazette: {outlet: Gazette, says: bridge}

  herald:
    outlet: Herald
    says: bridge   # in the headline

claims:
  bridge: The northern bridge is closed.
"""


def test_files_are_laid_out_in_place_and_once_is_enough(provenance: Provenance, write: Write) -> None:
    path = write(MESSY)
    other = write(NEAT.replace("bridge:", "dam:").replace("says: bridge", "says: dam").replace("ette:", "ette-2:").replace("ald:", "ald-2:"), "neat.yaml")  # fmt: skip
    before = other.read_bytes(), other.stat().st_mtime_ns
    assert provenance("fmt") == (0, "formatted data/records.yaml\n2 files, 1 changed\n", "")
    assert path.read_text() == NEAT
    assert (other.read_bytes(), other.stat().st_mtime_ns) == before
    assert provenance("fmt") == (0, "2 files, none changed\n", "")
    assert provenance("check").code == 0


def test_a_check_writes_nothing_and_exits_with_1(provenance: Provenance, write: Write) -> None:
    path = write(MESSY)
    out = "would format data/records.yaml\n1 file, 1 would change\n"
    assert provenance("fmt", "--check", "data") == (1, out, "")
    assert path.read_text() == MESSY
    path.write_text(NEAT)
    assert provenance("fmt", "--check", "data/records.yaml").code == 0


def test_a_diff_can_be_applied(provenance: Provenance, write: Write) -> None:
    path = write(MESSY)
    ran = provenance("fmt", "--diff")
    assert ran.code == 0
    assert ran.out.startswith(
        "--- data/records.yaml\n+++ data/records.yaml\n@@ -1,9 +1,11 @@\n # The bridge\n reports:\n"
    )
    assert "-    # the first\n" in ran.out
    assert "+  # the first\n" in ran.out
    assert path.read_text() == MESSY
    assert provenance("fmt", "--diff", "--check").code == 1
    path.write_text(NEAT)
    assert provenance("fmt", "--diff") == (0, "", "")


@pytest.mark.parametrize(
    ("given", "code", "out"),
    [(MESSY, 0, NEAT), (MESSY.replace("\n", "\r\n"), 0, NEAT.replace("\n", "\r\n")), ("", 0, ""), ("claims: [\n", 2, "claims: [\n")],
)  # fmt: skip
def test_standard_input_goes_to_standard_output(
    provenance: Provenance, monkeypatch: pytest.MonkeyPatch, given: str, code: int, out: str
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(given.encode())))
    ran = provenance("fmt", "-")
    assert (ran.code, ran.out) == (code, out)


def test_what_cannot_be_laid_out_is_left_and_named(provenance: Provenance, write: Write) -> None:
    text = "claims:\n    c: &c C\n    d: *c\n"
    path = write(text)
    ran = provenance("fmt")
    said = "note: data/records.yaml is left as it is: it has an anchor, an alias or a tag ('&', '*', '!')\n"
    assert ran == (0, "1 file, none changed\n", said)
    assert path.read_text() == text


def test_a_broken_file_is_shown_and_the_others_are_laid_out(provenance: Provenance, write: Write) -> None:
    path = write(MESSY)
    broken = write("claims: [\n", "broken.yaml")
    ran = provenance("fmt")
    assert (ran.code, ran.out) == (
        2,
        "formatted data/records.yaml\n2 files, 1 changed; 1 could not be read\n",
    )
    assert ran.err.startswith("data/broken.yaml:1:9: error not-yaml:")
    assert (path.read_text(), broken.read_text()) == (NEAT, "claims: [\n")


def test_what_would_not_say_the_same_is_not_written(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(MESSY)
    monkeypatch.setattr("provenance.editing.formatting._squeezed", lambda rows: [row for row in rows if "#" not in row])
    ran = provenance("fmt")
    assert (ran.code, ran.out) == (2, "1 file, none changed\n")
    assert "it would not say the same; this is a fault of the program" in ran.err
    assert path.read_text() == MESSY


def test_what_was_changed_meanwhile_is_not_overwritten(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(MESSY)

    def meanwhile(text: str, file: str) -> Formatted:
        path.write_text("claims: {other: Other.}\n")
        return format_text(text, file)

    monkeypatch.setattr("provenance.cli.fmt.format_text", meanwhile)
    ran = provenance("fmt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "provenance: 'data/records.yaml' was changed meanwhile; nothing was written; run this again\n"
    assert path.read_text() == "claims: {other: Other.}\n"


@pytest.mark.parametrize("call", [["nowhere"], ["-", "data"]])
def test_a_call_that_names_nothing_is_refused(provenance: Provenance, write: Write, call: list[str]) -> None:
    write(MESSY)
    ran = provenance("fmt", *call)
    assert ran.code == 2
    assert ran.err


def test_a_new_record_is_laid_out_as_it_should_be(provenance: Provenance, write: Write) -> None:
    write(NEAT)
    calls = [["claim", "--text", "It rains."], ["report", "--outlet", "Herald", "--says", "it-rains"], ["party", "--name", "P"], ["claim", "--text", "It snows.", "--part-of", "it-rains"], ["claim", "--text", "It is wet."]]  # fmt: skip
    for call in calls:
        assert provenance("new", *call).code == 0
        assert provenance("fmt", "--check").code == 0


def test_the_example_workspace_is_as_it_should_be(provenance: Provenance) -> None:
    ran = provenance("fmt", "--check", str(DATA))
    assert (ran.code, ran.err) == (0, "")
