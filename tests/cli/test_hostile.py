"""Nothing in a record acts on a terminal, in any view of any command."""

import unicodedata
from pathlib import Path

import pytest

from provenance.export import EXPORTERS
from tests.cli.hostile import ACTS, hostile
from tests.cli.ran import Provenance, Write
from tests.cli.shapes import SHAPES

CLAIMS = ("loop", "retracted", "weaker", "several", "declared", "denied", "silent")
IDS = ("wire", "hard", "clerk", "mayor", "town", "several", "gone", "vague")
ASK = ("words", "drift", "timeline", "audit")
KINDS = ("claims", "reports", "outlets", "sources", "parties")

NO_TEXT = ("csv", "xlsx", "png")  # two files, and what is no text

VIEWS = [
    *(["trace", claim, *options] for claim in CLAIMS for options in ([], ["--json"], ["--down", "--ascii"])),
    *(["tree", claim, *options] for claim in CLAIMS for options in ([], ["--down"])),
    *(["tree", report] for report in ("hard", "weak")),
    *(["list", kind, *options] for kind in KINDS for options in ([], ["--json"])),
    *(["show", id_] for id_ in IDS),
    *([command, claim] for claim in CLAIMS for command in ASK),
    *([command, claim, "--json"] for claim in CLAIMS for command in ASK if command != "words"),
    *(["why", "several", id_, *options] for id_ in ("wire", "clerk") for options in ([], ["--json"])),
    *(["impact", id_, *options] for id_ in ("wire", "clerk", "town") for options in ([], ["--json"])),
    ["diff", "old"],
    ["diff", "old", "--json"],
    ["gaps"],
    ["gaps", "--json"],
    ["gaps", "--csv"],
    ["check"],
    ["check", "--json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "github"],
    *(["export", "several", "--format", name] for name in EXPORTERS if name not in NO_TEXT),
]


def acting(text: str) -> set[str]:
    """Give the characters of a text that would act rather than be read; a CSV's line ends are none."""
    signs = set(text.replace("\r\n", "\n"))
    return {sign for sign in signs if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in _CONTROLS} - {
        "\n"
    }


_CONTROLS = set("\u061c\u200b\u200e\u200f\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2060, 0x206A))
}


@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_no_view_lets_anything_act(provenance: Provenance, write: Write, arguments: list[str]) -> None:
    write(SHAPES, "../old/records.yaml")
    write(hostile())
    ran = provenance(*arguments, width=60)
    assert ran.code in (0, 1), ran.err
    assert ran.out
    assert acting(ran.out + ran.err) == set()


def test_the_records_do_hold_what_acts(write: Write) -> None:
    """What is tested above is not harmless from the start."""
    text = write(hostile()).read_text(encoding="utf-8")
    assert text.count("\\e]0;title\\a") > 5
    assert text.count("\\u202E") + text.count("\u202e") > 5
    assert text.count("[bold red]") > 5


def test_markup_is_shown_and_not_obeyed(provenance: Provenance, write: Write) -> None:
    write(hostile())
    assert (
        "[bold red]markup[/bold red] [/ap] [link=file:///etc/passwd]" in provenance("trace", "several", width=1000).out
    )


def test_what_acted_is_still_there_to_be_seen(provenance: Provenance, write: Write) -> None:
    write(hostile())
    out = provenance("show", "unsure", width=1000).out
    assert "\\x1b]0;title\\x07\\x1b[31;1mred\\x1b[0m\\x1b[2J\\x9b1A" in out


@pytest.mark.parametrize("command", [["trace", "several"], ["show", "hard"], ["check"], ["check", "--json"]])
def test_file_names_do_not_act_either(provenance: Provenance, write: Write, command: list[str]) -> None:
    write(SHAPES, "a\x1b[31m\x07 [bold].yaml")
    assert acting("".join(map(str, provenance(*command)))) == set()


FAULTY = """
    claims:
      "c\\e[31m\\u202e": C
      d: {text: D, "k\\e[31m\\u202e": 1, could_confirm: "x\\e[31m\\u202e"}
    "s\\e[31m\\u202e": {}
    reports:
      r: {outlet: O, says: d, published: "2020\\e[31m\\u202e", url: "\\e[31m\\u202e"}
"""


@pytest.mark.parametrize("command", [["trace", "d"], ["check"], ["gaps", "--csv"], ["list", "claims", "--json"]])
def test_problems_quote_without_acting(provenance: Provenance, write: Write, command: list[str]) -> None:
    write(FAULTY)
    ran = provenance(*command)
    assert ran.code == 2
    assert acting(ran.out + ran.err) == set()
    assert "\\x1b[31m\\u202e" in ran.out + ran.err


@pytest.mark.parametrize("act", ACTS[:4])
@pytest.mark.parametrize("command", [["trace"], ["show"], ["tree"], ["gaps"]])
def test_the_words_of_the_call_do_not_act(provenance: Provenance, write: Write, command: list[str], act: str) -> None:
    write(SHAPES)
    ran = provenance(*command, act)
    assert (ran.code, ran.out) == (2, "")
    assert acting(ran.err) == set()


def test_csv_files_do_not_act(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write(hostile())
    assert provenance("export", "several", "-o", "out.csv").code == 0
    for name in ("out-nodes.csv", "out-edges.csv"):
        assert acting((tmp_path / name).read_bytes().decode()) == set()
