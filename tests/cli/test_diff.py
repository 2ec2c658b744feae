"""`provenance diff`."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES

CHANGES = (
    ("by: mayor, claim: denied, stance: denies", "by: mayor, claim: denied, stance: confirms"),
    ("basis: own_reporting, certainty: possible}", "basis: unattributed, certainty: certain}"),
    ("says: denied, published", "says: weaker, published"),
    ("cites: clerk, status: {retracted: 2020-01-03}", "cites: clerk, status: {corrected: 2020-01-03}"),
    ("silent: {text: A claim that nobody reports., could_confirm: state}", "news: {text: News., could_confirm: town}"),
    ("cites: {unclear: [daily-1, other-clerk]}", "cites: daily-1"),
    ("on_record: false", "on_record: false, quote: No."),
    ("Both reporters were there.", "Both say so."),
    ("kind: aggregator", "kind: aggregator, languages: en"),
)

SMALL = "claims: {c: It happened.}\nreports: {r: {outlet: A, says: [{claim: c, basis: unattributed}]}}\n"


def after() -> str:
    text = SHAPES
    for old, new in CHANGES:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def two(write: Write, tmp_path: Path) -> None:
    write(SHAPES)
    (tmp_path / "after.yaml").write_text(after(), encoding="utf-8")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("width", [110, 60])
def test_what_changed_claim_by_claim(provenance: Provenance, golden: Golden, width: int) -> None:
    ran = provenance("diff", "data", "after.yaml", width=width)
    golden(f"cli/diff-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("two")
def test_what_changed_for_programs(provenance: Provenance, golden: Golden) -> None:
    ran = provenance("diff", "data", "after.yaml", "--json")
    golden("cli/diff.json", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("two")
def test_without_new_the_folder_is_compared_as_it_is(provenance: Provenance) -> None:
    assert provenance("diff", "after.yaml") == provenance("diff", "after.yaml", "data")
    assert provenance("diff", "data", "--data", "after.yaml") == provenance("diff", "data", "after.yaml")


def test_one_new_origin_and_a_denial_are_one_line(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    (tmp_path / "before.yaml").write_text(f"parties: {{ria: {{name: RIA}}}}\n{SMALL}")
    report = "s: {outlet: B, says: [{claim: c, basis: unattributed}]}"
    responses = "responses: [{by: ria, claim: c, stance: denies}]"
    write(f"parties: {{ria: {{name: RIA}}}}\n{SMALL.rstrip()[:-1]}, {report}}}\n{responses}\n")
    assert provenance("diff", "before.yaml").out == (
        """\
c: +1 origin; +1 report; RIA denial added; status unchanged; +4 -1 gaps
  UNATTRIBUTED unchanged · 1 origin → 2 origins · 1 → 2 supporting reports
  + origin B (s) – unattributed: names no source
  + report s (B, undated) supports it
  + response undated RIA denies, whether on the record is not recorded
  + gap unattributed-origin: s – names no source
  + gap independence-not-established: c – nothing on record shows that the origins do not depend on each other
  + gap undated: s – its date is not recorded
  + gap unarchived: s – no archived copy is recorded
  - gap single-origin: c – the only origin on record: r

1 claim compared: 1 changed. It does not show whether a claim is true.
"""
    )


def test_where_the_meaning_is_the_same_it_says_so(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write(SMALL)
    (tmp_path / "other.yaml").write_text(f"# reordered\n{''.join(reversed(SMALL.splitlines(keepends=True)))}")
    assert provenance("diff", "other.yaml") == (0, "No change in meaning: 1 claim compared.\n", "")
    assert provenance("diff", "other.yaml", "--exit-code").code == 0
    assert json.loads(provenance("diff", "other.yaml", "--json").out) == {
        "schema": "provenance/diff/1",
        "old": "other.yaml",
        "new": "data",
        "changed": False,
        "claims": [],
        "records": [],
    }


def test_a_statement_more_of_a_report_that_is_in_the_graph(
    provenance: Provenance, write: Write, tmp_path: Path
) -> None:
    text = """
        claims: {w: Weaker., c: {text: C., stronger_than: w}}
        reports:
          r: {outlet: A, says: [{claim: w, basis: own_reporting}]}
          s: {outlet: B, says: c, cites: r}
    """
    (tmp_path / "before.yaml").write_text(dedent(text))
    write(text.replace("own_reporting}", "own_reporting}, {claim: c, stance: questions}"))
    out = provenance("diff", "before.yaml").out
    assert out.startswith("c: +1 origin; -1 origin; +1 statement; status single-origin → unattributed")
    assert "\n  + statement r: questions it\n" in out


def test_a_verdict_that_is_the_same_is_called_unchanged(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    (tmp_path / "before.yaml").write_text(SMALL)
    write(SMALL.replace("basis: unattributed", "basis: unattributed, quote: So it is said."))
    assert provenance("diff", "before.yaml").out == (
        """\
c: 1 statement changed; status unchanged
  unchanged: UNATTRIBUTED · 1 origin · 1 supporting report
  ~ statement r: quote + So it is said.

1 claim compared: 1 changed. It does not show whether a claim is true.
"""
    )


def test_records_can_change_where_no_answer_does(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    (tmp_path / "before.yaml").write_text(SMALL)
    write(SMALL.replace("{outlet: A,", "{outlet: A, title: News,"))
    assert provenance("diff", "before.yaml").out == (
        """\
Records that belong to no single claim
  ~ report r: title + News

1 claim compared: no answer changed. It does not show whether a claim is true.
"""
    )


@pytest.mark.usefixtures("two")
def test_with_exit_code_a_change_is_1(provenance: Provenance) -> None:
    assert [provenance("diff", "data", "after.yaml", *more).code for more in ((), ("--exit-code",))] == [0, 1]


def test_errors_of_both_sides_are_printed_with_their_side(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write("claims: {c: {txt: C}}")
    (tmp_path / "old.yaml").write_text("claim: {c: C}")
    ran = provenance("diff", "old.yaml")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert lines[0] == "provenance: OLD, old.yaml, cannot be used:"
    assert lines[1].startswith("old.yaml:1:1: error unknown-key: ")
    assert "provenance: NEW, data, cannot be used:" in lines
    assert lines[-1] == "provenance: nothing was compared."


def test_faults_of_the_other_side_alone_stop_it_too(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    write(SMALL)
    (tmp_path / "empty").mkdir()
    ran = provenance("diff", "data", "empty")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        """\
provenance: NEW, empty, cannot be used:
empty: error no-files: there is no .yaml file in 'empty'
      = name the folder that holds your records; `provenance init` makes one with an example
0 records in 0 files: 1 error
provenance: nothing was compared.
"""
    )


def test_a_name_that_is_nothing_is_refused(
    provenance: Provenance, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SMALL)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("PATH", "")
    ran = provenance("diff", "HEAD~1")
    why = "git is not installed, without which no revision can be read"
    assert ran == (2, "", f"provenance: 'HEAD~1' is no folder or file here, and {why}\n")


def test_ctrl_c_in_between_exits_with_130(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write(SMALL)
    monkeypatch.setattr("provenance.trace.diff.Comparison.difference", interrupt)
    assert provenance("diff", "data") == (130, "", "")


@pytest.fixture
def repository(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with two states of ./data, the second as it is now; `v1` is a name for the first."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def git(*arguments: str) -> None:
        person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *person, *arguments], check=True, capture_output=True, cwd=tmp_path)

    write(SMALL)
    git("init", "-q")
    for text, name in ((SMALL, "v1"), (SMALL.replace("unattributed", "own_reporting"), "v2")):
        write(text)
        git("add", "data")
        git("commit", "-q", "-m", name)
        git("tag", name)
    return tmp_path


@pytest.mark.usefixtures("repository")
def test_a_revision_is_compared_with_the_folder_or_another_revision(provenance: Provenance) -> None:
    ran = provenance("diff", "HEAD~1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        """\
c: 1 origin changed; 1 statement changed; status unattributed → single-origin; -1 gap
  unattributed → SINGLE-ORIGIN · 1 origin unchanged · 1 supporting report
  ~ origin A (r): unattributed: names no source → own reporting
  ~ statement r: basis unattributed → own_reporting
  - gap unattributed-origin: r – names no source

1 claim compared: 1 changed. It does not show whether a claim is true.
"""
    )
    assert provenance("diff", "v1", "v2") == ran
    assert provenance("diff", "v2").out == "No change in meaning: 1 claim compared.\n"
    assert provenance("diff", "v2", "v1").out.startswith(
        "c: 1 origin changed; 1 statement changed; status single-origin"
    )


def test_a_folder_goes_before_a_revision_of_its_name(provenance: Provenance, repository: Path) -> None:
    assert "1 changed" in provenance("diff", "v1").out
    shutil.copytree(repository / "data", repository / "v1")
    assert provenance("diff", "v1").out == "No change in meaning: 1 claim compared.\n"


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision_is_refused(provenance: Provenance) -> None:
    why = "the git repository of the records has no revision of this name"
    assert provenance("diff", "v3") == (2, "", f"provenance: 'v3' is no folder or file here, and {why}\n")
    why = "no revision begins with '-'"
    assert provenance("diff", "--", "-a") == (2, "", f"provenance: '-a' is no folder or file here, and {why}\n")


@pytest.mark.usefixtures("repository")
def test_records_of_a_revision_with_errors_name_its_files(provenance: Provenance, write: Write) -> None:
    write("{")
    assert provenance("diff", "v1", "v2").code == 0
    write(SMALL, "../other/records.yaml")
    ran = provenance("diff", "v1", "--data", "other")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[:2] == [
        "provenance: OLD, v1, cannot be used:",
        "v1:other: error no-files: there is no .yaml file in 'v1:other'",
    ]
