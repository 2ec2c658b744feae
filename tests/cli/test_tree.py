"""`provenance tree`."""

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES


@pytest.mark.parametrize("width", [120, 60])
@pytest.mark.parametrize("arguments", ["several", "several --down", "loop --down", "weak", "wire-1 --down"])
def test_the_tree_of_a_claim_or_a_report(
    provenance: Provenance, golden: Golden, write: Write, arguments: str, width: int
) -> None:
    write(SHAPES)
    ran = provenance("tree", *arguments.split(), width=width)
    golden(f"cli/tree-{arguments.replace(' --', '-')}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("records")
def test_only_ascii_strokes_with_ascii(provenance: Provenance) -> None:
    """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, cites: [b, d, a]}
      b: {outlet: B, says: c, cites: d}
      d: {outlet: D, says: c}
    """
    assert provenance("tree", "c", "--ascii").out.splitlines() == [
        "A a undated",
        "|-- A a undated [loop] loop: back to where it came from",
        "|-- B b undated",
        "|   `-- D d undated o origin: what it rests on is not recorded",
        "`-- D d undated o origin: what it rests on is not recorded (*)",
        "",
        "(*) shown in full further up · [loop] a loop: not followed again",
    ]


@pytest.mark.usefixtures("records")
def test_depth_says_what_it_hides(provenance: Provenance) -> None:
    """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, cites: b}
      b: {outlet: B, says: c, cites: [d, e]}
    sources: {d: {kind: document}, e: {kind: document}}
    """
    assert provenance("tree", "c", "--depth", "1").out == (
        "A a undated\n└── B b undated … 2 more it cites\n\n… left out by --depth\n"
    )


@pytest.mark.usefixtures("records")
def test_depth_downwards_counts_who_cites_it(provenance: Provenance) -> None:
    """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, cites: b}
      b: {outlet: B, says: c, cites: [d, e]}
    sources: {d: {kind: document}, e: {kind: document}}
    """
    assert provenance("tree", "c", "--down", "--depth", "0").out == (
        "d ● origin: a document … 1 more who cite it\n"
        "e ● origin: a document … 1 more who cite it\n\n… left out by --depth\n"
    )


PRUNED = """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, cites: [b, d, {outlet: unnamed}]}
      b: {outlet: B, says: c, cites: d}
      d: {outlet: D, says: c}
"""


def test_prune_leaves_records_out(provenance: Provenance, write: Write) -> None:
    write(PRUNED)
    assert provenance("tree", "c", "--prune", "b", "--prune", "unnamed:a").out.splitlines() == [
        "A a undated",
        "└── D d undated ● origin: what it rests on is not recorded",
        "",
        "left out by --prune, with what hangs on them alone: b, unnamed:a",
    ]


def test_a_tree_of_nothing_says_so(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}")
    ran = provenance("tree", "c")
    assert ran == (0, "Nothing to show: no report says it, or all that do are left out.\n", "")


def test_prune_refuses_what_is_no_record(provenance: Provenance, write: Write) -> None:
    write(PRUNED)
    ran = provenance("tree", "c", "--prune", "bb")
    assert ran == (2, "", "provenance: there is no record 'bb'; did you mean b?\n")


def test_a_misspelt_report_is_asked_about(provenance: Provenance, write: Write) -> None:
    write("claims: {one: C}\nreports: {kyiv-post: {outlet: Kyiv Post, says: one}}")
    ran = provenance("tree", "kyiv-pst")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "provenance: 'kyiv-pst' is no single claim or report. Did you mean:",
        "  kyiv-post – report of Kyiv Post",
    ]


def test_what_is_nothing_like_a_claim_or_report_is_refused(provenance: Provenance, write: Write) -> None:
    write("claims: {one: C}")
    ran = provenance("tree", "zzz")
    assert ran == (
        2,
        "",
        "provenance: there is no claim or report 'zzz'; `provenance list claims` and `provenance list reports` list them\n",
    )


@pytest.mark.usefixtures("records")
def test_a_report_that_says_nothing_is_a_tree_of_one(provenance: Provenance) -> None:
    """
    reports: {r: {outlet: R, published: 2020}}
    """
    assert provenance("tree", "r").out == "R r 2020 ● origin: what it rests on is not recorded\n"


@pytest.mark.usefixtures("records")
def test_as_of_a_day_marks_only_what_had_happened(provenance: Provenance) -> None:
    """
    claims: {c: C}
    reports:
      r: {outlet: R, says: c, published: 2020-01-01, status: {retracted: 2020-01-03}}
      s: {outlet: S, says: c, published: 2020-01-02, cites: r}
    """
    assert "RETRACTED 2020-01-03" in provenance("tree", "c").out
    assert "RETRACTED" not in provenance("tree", "c", "--as-of", "2020-01-02").out
    assert "S s" not in provenance("tree", "c", "--as-of", "2020-01-01").out


@pytest.mark.parametrize(("option", "value"), [("--depth", "-1"), ("--depth", "many"), ("--colour", "red")])
def test_options_that_cannot_be_meant_are_refused(
    provenance: Provenance, write: Write, option: str, value: str
) -> None:
    write(PRUNED)
    ran = provenance("tree", "c", option, value)
    assert (ran.code, ran.out) == (2, "")
    assert option in ran.err
