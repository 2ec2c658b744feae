"""`provenance audit`."""

import json
from pathlib import Path

import pytest

from provenance.read.policies import built_in_policies
from provenance.trace.audit import VOCABULARY
from tests.cli.hostile import hostile
from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES
from tests.cli.test_words import sweeping

BUILT_IN = [policy.id for policy in built_in_policies(VOCABULARY)]

MINE = """\
policies:
  mine:
    title: Two origins, none of them anonymous
    document: {title: Our handbook, section: page 4}
    rules:
      origins_at_least: 2
      no_origin: anonymous
  yours:
    title: No loop
    document: Their handbook
    rules: {no_loop: true}
"""


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("claim", ["s400-asked", "coati"])
@pytest.mark.parametrize("width", [120, 60])
def test_an_example_against_all_policies(provenance: Provenance, golden: Golden, claim: str, width: int) -> None:
    ran = provenance("audit", claim, width=width)
    golden(f"cli/audit-{claim}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.usefixtures("flagship")
def test_an_example_for_programs(provenance: Provenance, golden: Golden) -> None:
    ran = provenance("audit", "s400-asked", "--json", "--policy", "two-source")
    golden("cli/audit-s400-asked.json", ran.out)
    assert (ran.code, ran.err) == (1, "")


def audited(provenance: Provenance, *arguments: str) -> tuple[int, dict[str, bool]]:
    """Give the exit code, and for every policy whether it passes."""
    ran = provenance("audit", *arguments, "--json")
    assert ran.err == ""
    return ran.code, {policy["id"]: policy["passes"] for policy in json.loads(ran.out)["policies"]}


def test_it_exits_with_0_where_all_pass_and_1_where_one_fails(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    assert audited(provenance, "declared", "--policy", "two-source") == (0, {"two-source": True})
    assert audited(provenance, "loop", "--policy", "circular") == (1, {"circular": False})
    assert audited(provenance, "declared", "--policy", "described", "--policy", "circular") == (
        0,
        {"described": True, "circular": True},
    )
    assert audited(provenance, "several", "--policy", "two-source", "--policy", "circular")[0] == 1
    assert provenance("audit", "declared", "--policy", "two-source").code == 0


def test_without_a_policy_all_are_asked_the_rating_where_there_is_one(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    code, policies = audited(provenance, "declared")
    assert (code, list(policies)) == (0, BUILT_IN[:-1])
    code, policies = audited(provenance, "denied")
    assert (code, list(policies)) == (1, BUILT_IN)
    assert policies["admiralty"] is False


def test_a_rating_that_was_not_asked_about_is_said(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    asked = "whether the record may rate the claim credibility 1 (the policy admiralty asks that)"
    assert asked in json.loads(provenance("audit", "denied", "--policy", "circular", "--json").out)["not_checked"]
    assert asked not in json.loads(provenance("audit", "denied", "--json").out)["not_checked"]
    assert audited(provenance, "declared", "--policy", "admiralty") == (1, {"admiralty": False})


def test_a_claim_that_nobody_reports_passes_nothing(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    code, policies = audited(provenance, "silent")
    assert (code, set(policies.values())) == (1, {False})
    assert provenance("audit", "silent").out.count("nothing to audit: no standing report supports the claim") == 4


def test_a_file_of_ones_own(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write(SHAPES)
    (tmp_path / "mine.yaml").write_text(MINE, "utf-8")
    assert audited(provenance, "declared", "--policy", "mine.yaml", "--policy", "circular") == (
        0,
        {"mine": True, "yours": True, "circular": True},
    )
    ran = provenance("audit", "several", "--policy", "mine.yaml")
    assert ran.code == 1
    assert "FAIL mine (mine.yaml) – Two origins, none of them anonymous\n  After Our handbook, page 4\n" in ran.out


def test_at_a_date(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    ran = provenance("audit", "declared", "--as-of", "2019")
    assert ran.code == 1
    assert "\ndeclared · as of 2019\n" in ran.out
    assert "nothing to audit" in ran.out


def test_an_unknown_policy_is_refused_with_those_there_are(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    assert provenance("audit", "loop", "--policy", "circular", "--policy", "two-sorce\x1b") == (
        2,
        "",
        (
            "provenance: there is no policy or file 'two-sorce\\x1b'; "
            "the policies are two-source, anonymous, circular, described, admiralty\n"
        ),
    )


def test_faults_in_policies_are_shown_all_at_once_and_stop_the_audit(
    provenance: Provenance, write: Write, tmp_path: Path
) -> None:
    write(SHAPES)
    (tmp_path / "mine.yaml").write_text(MINE.replace("no_origin", "no_origins").replace("no_loop: true", ""), "utf-8")
    (tmp_path / "empty.yaml").write_text("", "utf-8")
    ran = provenance("audit", "declared", "--policy", "mine.yaml", "--policy", "empty.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == """\
mine.yaml:7:7: error unknown-key: a set of rules has no key 'no_origins'
    7 |       no_origins: anonymous
      |       ^^^^^^^^^^
      = did you mean 'no_origin'?
mine.yaml:11:12: error empty-value: a policy without rules would let everything pass
   11 |     rules: {}
      |            ^^
      = the rules are origins_at_least, declared_independent, not_only, not_single, no_origin, described, no_finding,
        no_gap, no_loop, no_loop_through, status, rating_allowed
empty.yaml: error empty-file: this file is empty
      = write a policy into it: docs/reference/policies.md shows one
provenance: these policies cannot be used until they are mended; nothing was audited.
"""
    )


def test_faulty_records_stop_the_audit(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\nreports: {a: {outlet: A, says: d}}")
    ran = provenance("audit", "c")
    assert (ran.code, ran.out) == (2, "")
    assert "unknown-id" in ran.err


def test_an_unknown_claim_is_refused(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    ran = provenance("audit", "declard")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean:\n  declared – " in ran.err


def test_the_help_names_every_policy(provenance: Provenance) -> None:
    ran = provenance("audit", "--help")
    assert ran.code == 0
    words = " ".join(ran.out.split())
    assert f"{', '.join(BUILT_IN)}, or a YAML file of your own" in words


@pytest.mark.parametrize("claim", ["loop", "retracted", "several", "declared", "denied", "silent"])
def test_hostile_text_is_harmless(provenance: Provenance, write: Write, claim: str) -> None:
    write(hostile())
    for options in ([], ["--json"]):
        ran = provenance("audit", claim, *options)
        assert ran.code in (0, 1)
        assert not set("\x1b\x07\x9b\u202e\u2066\u200b\ufeff\u2028") & set(ran.out)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_row_is_wider_than_the_terminal(provenance: Provenance, write: Write, width: int) -> None:
    write(SHAPES)
    for claim in ("several", "loop", "denied"):
        assert max(map(len, provenance("audit", claim, width=width).out.splitlines())) <= width


@pytest.mark.usefixtures("flagship")
def test_no_page_says_more_than_the_record(provenance: Provenance) -> None:
    assert sweeping(provenance("audit", "--help").out) == []
    claims = ("s400-considering", "prism-programme", "iraq-tubes", "ankara-refused-us")
    assert [sweeping(provenance("audit", claim, *form).out) for claim in claims for form in ((), ("--json",))] == [
        []
    ] * 8
