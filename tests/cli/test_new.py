"""`new` on the command line: a record is added whole and checked, or nothing is written and the reason is said."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from provenance.cli.new import COMMANDS
from tests.cli.conftest import ROOT
from tests.cli.prompting import until
from tests.cli.ran import Provenance, Write
from tests.cli.test_terminal import show

RECORDS = """\
# The bridge
claims:
  bridge: The northern bridge is closed.   # as printed

reports:
  # the first we found
  gazette-0901: {outlet: Gazette, says: bridge,   published: 2025-09-01}
"""


def test_a_report_goes_below_the_last_with_every_other_byte_as_it_was(provenance: Provenance, write: Write) -> None:
    path = write(RECORDS + "\n# end\n")
    ran = provenance("new", "report", "--outlet", "Herald", "--date", "2025-09-02", "--says", "bridge", "--cites", "gazette-0901")  # fmt: skip
    rows = "\n  herald-2025-09-02:\n    outlet: Herald\n    published: 2025-09-02\n    says: bridge\n    cites: gazette-0901\n"
    assert (ran.code, ran.out) == (0, f"added to data/records.yaml, line 9:{rows}")
    assert ran.err.startswith("note: the outlet 'Herald' has no record;")
    assert path.read_text() == f"{RECORDS}{rows}\n# end\n"
    assert provenance("trace", "bridge").code == 0


def test_a_workspace_grows_from_nothing(
    provenance: Provenance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    calls = [
        ["outlet", "--name", "Gazette", "--kind", "newspaper", "--alias", "The Gazette", "--language", "en", "--domain", "gazette.example", "--not-state-affiliated"],
        ["party", "--name", "City Council", "--country", "GB"],
        ["source", "--kind", "anonymous", "--described-as", "a council official", "--party", "city-council"],
        ["claim", "--text", "The bridge is closed.", "--id", "bridge", "--could-confirm", "city-council"],
        ["report", "--outlet", "The Gazette", "--published", "2025-09", "--says", "bridge", "--stance", "supports", "--certainty", "probable", "--quote", "is said to be: closed", "--cites", "a-council-official"],
        ["report", "--outlet", "Herald", "--title", "Bridge news", "--says", "bridge", "--cites", "unclear:gazette-2025-09|outlet:Wire", "--read", "via:gazette-2025-09"],
        ["response", "--by", "city-council", "--claim", "bridge", "--stance", "denies", "--date", "2025-09-04", "--off-record", "--reported-by", "gazette-2025-09"],
    ]  # fmt: skip
    assert [provenance("new", *call).code for call in calls] == [0] * 7
    assert (tmp_path / "data" / "records.yaml").read_text() == (
        "outlets:\n"
        "  gazette:\n    name: Gazette\n    aliases: [The Gazette]\n    kind: newspaper\n    languages: [en]\n"
        "    domains: [gazette.example]\n    state_affiliated: false\n"
        "\nparties:\n  city-council: {name: City Council, country: GB}\n"
        "\nsources:\n  a-council-official: {kind: anonymous, described_as: a council official, party: city-council}\n"
        "\nclaims:\n  bridge:\n    text: The bridge is closed.\n    could_confirm: [city-council]\n"
        "\nreports:\n"
        "  gazette-2025-09:\n    outlet: The Gazette\n    published: 2025-09\n    says:\n"
        "      - claim: bridge\n        certainty: probable\n        quote: 'is said to be: closed'\n"
        "        cites: a-council-official\n"
        "\n  herald-undated-bridge:\n    outlet: Herald\n    title: Bridge news\n    read: {via: gazette-2025-09}\n"
        "    says: bridge\n    cites: {unclear: [gazette-2025-09, {outlet: Wire}]}\n"
        "\nresponses:\n  - by: city-council\n    claim: bridge\n    stance: denies\n    date: 2025-09-04\n"
        "    on_record: false\n    reported_by: [gazette-2025-09]\n"
    )
    assert provenance("check").code == 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["claim", "--text", " "], "a claim needs --text"),
        (["report", "--says", "bridge"], "a report needs --outlet"),
        (["report", "--outlet", "H", "--says", "brigde"], "says: there is no claim 'brigde'; did you mean bridge?"),
        (["report", "--outlet", "H", "--says", "other"], "says: there is no claim 'other'; add a claim with `provenance new claim`"),
        (["report", "--outlet", "H", "--date", "2025-13-01"], "published: '2025-13-01' is not a date"),
        (["report", "--outlet", "H", "--quote", "q"], "--quote belongs to what a report says of a claim: add --says CLAIM"),
        (["report", "--outlet", "H", "--cites", "gazette-0901"], "--cites belongs to what a report says"),
        (["report", "--outlet", "H", "--says", "bridge", "--says", "dam", "--quote", "q"], "with several claims nobody can tell which"),
        (
            ["report", "--outlet", "H", "--says", "bridge", "--cites", "Gazette"],
            "that is an outlet: cite its report (gazette-0901), or write outlet:Gazette where the report is not located",
        ),
        (["report", "--outlet", "H", "--cites", "report:none", "--says", "bridge"], "there is no report 'none'"),
        (["report", "--outlet", "H", "--id", "bridge", "--file", "records.yaml"], "the id 'bridge' is taken"),
        (["report", "--outlet", "H", "--id", "Bridge!", "--file", "records.yaml"], "'Bridge!' cannot be an id"),
        (["outlet", "--name", "O", "--reliability", "A", "--file", "records.yaml"], "unsigned-rating"),
        (["source", "--kind", "anonymous", "--name", "Jane", "--file", "records.yaml"], "anonymous-identity"),
        (["party", "--name", "P", "--country", "UK"], "country: 'UK' is no ISO 3166-1 country code; write 'GB'"),
        (["party", "--name", "P", "--file", "notes.txt"], "'notes.txt' would not be read: name a .yaml file in 'data'"),
        (["party", "--name", "P", "--file", "../p.yaml"], "'../p.yaml' would not be read"),
        (["party", "--name", "P", "--file", ".p.yaml"], "'.p.yaml' would not be read"),
        (["party", "--name", "P", "--file", "data"], "'data' would not be read"),
    ],
)  # fmt: skip
def test_where_anything_is_wrong_nothing_is_written(
    provenance: Provenance, write: Write, tmp_path: Path, call: list[str], said: str
) -> None:
    path = write(RECORDS + "  # dam\n")
    write("claims: {dam: The dam holds.}\n", "dam.yaml")
    ran = provenance("new", *call, width=200)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.rstrip().endswith("nothing was written")
    assert path.read_text() == RECORDS + "  # dam\n"
    assert sorted(each.name for each in tmp_path.rglob("*.yaml")) == ["dam.yaml", "records.yaml"]


def test_of_several_files_it_takes_that_of_the_claim_or_the_one_that_is_named(
    provenance: Provenance, write: Write, tmp_path: Path
) -> None:
    write(RECORDS)
    dam = write("claims:\n  dam: The dam holds.\n", "dam.yaml")
    assert "data/dam.yaml" in provenance("new", "report", "--outlet", "Gazette", "--says", "dam").out
    assert "data/dam.yaml" in provenance("new", "claim", "--text", "It rains.", "--file", "dam.yaml").out
    assert "data/new.yaml, line 2" in provenance("new", "claim", "--text", "It snows.", "--file", "data/new.yaml").out
    assert (tmp_path / "data" / "new.yaml").read_text() == "claims:\n  it-snows: It snows.\n"
    assert dam.read_text().count("\n") == 8
    said = provenance("new", "party", "--name", "P").err
    assert said == "provenance: say which file it goes into: dam.yaml, new.yaml, records.yaml, or a new one (--file); nothing was written\n"  # fmt: skip


def test_a_report_on_two_claims_and_a_response_go_to_the_file_of_the_first(
    provenance: Provenance, write: Write
) -> None:
    write(RECORDS)
    dam = write("claims:\n  dam: The dam holds.\n\nparties:\n  council:\n", "dam.yaml")
    assert provenance("new", "report", "--outlet", "Post", "--says", "dam", "--says", "bridge").code == 0
    assert provenance("new", "response", "--by", "council", "--claim", "dam", "--stance", "silent").code == 0
    assert dam.read_text().endswith(
        "\nreports:\n  post-undated:\n    outlet: Post\n    says:\n      - {claim: dam}\n      - {claim: bridge}\n"
        "\nresponses:\n  - by: council\n    claim: dam\n    stance: silent\n"
    )


def test_an_anonymous_source_is_not_asked_for_its_name(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(RECORDS)
    monkeypatch.setattr(sys, "stdin", StringIO("anonymous\nan official\n\ny\n"))
    ran = provenance("new", "source", "--ask")
    assert ran.code == 0
    assert "name –" not in ran.err


def test_every_kind_explains_itself(provenance: Provenance) -> None:
    listed = provenance("new", "--help").out
    for kind in COMMANDS:
        assert f"\n  {kind} " in listed
        assert provenance("new", kind, "--help").out.startswith(f"Usage: provenance new {kind} [OPTIONS]")
    assert provenance("new", "bogus").code == 2


def test_what_acts_in_a_terminal_is_written_as_an_escape_and_shown_as_one(provenance: Provenance, write: Write) -> None:
    path = write("claims:\n  c: C\n", "a\x1b[31m.yaml")
    ran = provenance("new", "claim", "--text", "red \x1b[31m \u202e, [bold] {x: y}", "--id", "red")
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err
    assert path.read_text() == 'claims:\n  c: C\n  red: "red \\e[31m \\u202e, [bold] {x: y}"\n'
    assert "\x1b" not in provenance("new", "report", "--outlet", "O", "--says", "\x1b[31m").err


def test_the_records_may_be_one_file_or_a_linked_one(provenance: Provenance, write: Write, tmp_path: Path) -> None:
    path = write(RECORDS)
    assert provenance("new", "claim", "--text", "A", "--data", "data/records.yaml").code == 0
    assert provenance("new", "claim", "--text", "B", "--data", "data/records.yaml", "--file", "other.yaml").code == 2
    (tmp_path / "case.yaml").write_text("claims:\n  dam: D\n")
    (tmp_path / "data" / "case.yaml").symlink_to("../case.yaml")
    assert provenance("new", "claim", "--text", "C", "--file", "case.yaml").code == 0
    assert (tmp_path / "case.yaml").read_text() == "claims:\n  dam: D\n  c: C\n"
    assert (tmp_path / "data" / "case.yaml").is_symlink()
    assert path.read_text().count("\n  a: A\n") == 1


def test_line_ends_and_a_byte_order_mark_stay(provenance: Provenance, write: Write) -> None:
    path = write("")
    path.write_bytes(b"\xef\xbb\xbfclaims:\r\n  c: C\r\n")
    assert provenance("new", "claim", "--text", "D").code == 0
    assert path.read_bytes() == b"\xef\xbb\xbfclaims:\r\n  c: C\r\n  d: D\r\n"


def test_a_dry_run_shows_the_record_and_writes_nothing(provenance: Provenance, write: Write) -> None:
    path = write(RECORDS)
    ran = provenance("new", "claim", "--text", "It rains.", "--dry-run")
    out = "this would be added to data/records.yaml, line 4:\n  it-rains: It rains.\n"
    assert ran == (0, out, "")
    assert path.read_text() == RECORDS


def test_questions_ask_again_until_the_answer_can_be_taken(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(RECORDS)
    answers = ["", "Herald", "", "no address", "", "2025-9", "2025-09-02", "", "", "brigde", "bridge", "", "", "sure", "probable", "", "", "own_reporting", "what", "y"]  # fmt: skip
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(answers) + "\n"))
    ran = provenance("new", "report", "--ask")
    assert (ran.code, ran.out) == (0, "added to data/records.yaml, line 9\n")
    for said in (
        "'no address' is no web address",
        "'2025-9' is not a date",
        "did you mean bridge?",
        "'sure' is none of",
    ):
        assert said in ran.err
    says = "      - {claim: bridge, certainty: probable, basis: own_reporting}\n"
    rows = f"  herald-2025-09-02:\n    outlet: Herald\n    published: 2025-09-02\n    says:\n{says}"
    assert path.read_text() == f"{RECORDS}\n{rows}"
    assert rows in ran.err


def test_where_it_is_not_clear_the_file_is_asked_for(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(RECORDS)
    dam = write("claims:\n  dam: The dam holds.\n", "dam.yaml")
    monkeypatch.setattr(sys, "stdin", StringIO("A body\n\n\n\nnotes.txt\ndam.yaml\n\n"))
    ran = provenance("new", "party", "--ask")
    assert (ran.code, ran.out) == (0, "added to data/dam.yaml, line 5\n")
    assert ran.err.count("say which file it goes into") == 2
    assert "'notes.txt' would not be read" in ran.err
    assert dam.read_text() == "claims:\n  dam: The dam holds.\n\nparties:\n  a-body: {name: A body}\n"


def test_a_question_shows_the_answers_there_are(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(RECORDS)
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    ran = provenance("new", "response", "--by", "bridge", "--ask")
    assert ran.err.startswith("provenance: by: there is no party or source 'bridge'")
    ran = provenance("new", "claim", "--text", "It rains.", "--ask")
    assert "stronger_than – the weaker version of the same story (bridge): " in ran.err
    assert ran.code == 130


@pytest.mark.parametrize(("answers", "code"), [("A body\n\n\nn\n", 0), ("A body\n\n", 130)])
def test_a_no_and_the_end_of_the_input_write_nothing(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch, answers: str, code: int
) -> None:
    path = write(RECORDS)
    monkeypatch.setattr(sys, "stdin", StringIO(answers))
    assert provenance("new", "party", "--ask").code == code
    assert path.read_text() == RECORDS


def test_a_whole_call_asks_nothing_in_a_terminal(write: Write) -> None:
    path = write(RECORDS)
    shown = show(path.parent.parent, "new", "claim", "--text", "It rains.", environment={"NO_COLOR": "1"})
    assert "it-rains: It rains." in shown


def test_a_terminal_asks_where_something_needed_is_missing(write: Write) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    path = write(RECORDS)
    ours, theirs = pty.openpty()
    settings = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "provenance", "new", "claim"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=path.parent.parent, env=settings
    )
    os.close(theirs)
    try:
        for asked, answer in (
            ("needed: ", "It rains."),
            ("(bridge): ", ""),
            ("(bridge): ", ""),
            ("confirm it: ", ""),
            ("[Y/n]: ", "y"),
        ):
            until(ours, asked)
            os.write(ours, f"{answer}\n".encode())
        until(ours, "added to data/records.yaml, line 4")
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert "  it-rains: It rains.\n" in path.read_text()


def test_what_changed_while_questions_were_asked_is_not_overwritten(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(RECORDS)

    class Meanwhile(StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            path.write_text("claims: {other: Other.}\n")
            return super().readline(-1 if size is None else size)

    monkeypatch.setattr(sys, "stdin", Meanwhile("Body\n\n\ny\n"))
    ran = provenance("new", "party", "--ask")
    assert (ran.code, ran.out) == (2, "")
    assert "was changed meanwhile" in ran.err
    assert path.read_text() == "claims: {other: Other.}\n"


def test_records_that_cannot_be_used_are_not_added_to(provenance: Provenance, write: Write) -> None:
    path = write("claims: {c: C}\nreports: {r: {says: c}}\n")
    assert provenance("new", "claim", "--text", "D").code == 2
    assert path.read_text() == "claims: {c: C}\nreports: {r: {says: c}}\n"
