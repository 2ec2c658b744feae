"""`provenance check`."""

import itertools
import json

import pytest

from provenance import __version__
from tests.cli.ran import Golden, Provenance, Write

FAULTY = """\
outlets:
  daily: {name: Daily,    country: Turkey}
claims:
  one: {text: One, could_confirm: twon}
parties: {town: {name: Town}}
reports:
  r1: {outlet: daily,   says: one, published: 2025-09-31}
  r2: {outlet: 産経新聞, says:  two,   cites: r3, title: "a\u202eb"}
"""
CLEAN = "outlets: {daily: {name: Daily}}\nclaims: {one: One}\nreports: {r: {outlet: daily, says: one}}\n"
NOTED = "claims: {one: One}\nreports: {r: {outlet: Daily, says: one}}\n"
WARNED = "outlets: {daily: {name: Daily, country: Turkey}}\n"


@pytest.mark.parametrize("width", [120, 60])
def test_every_problem_at_once_with_its_place(provenance: Provenance, golden: Golden, write: Write, width: int) -> None:
    write(FAULTY)
    ran = provenance("check", width=width)
    golden(f"cli/check-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (2, "")


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_problems_for_programs(provenance: Provenance, golden: Golden, write: Write, form: str) -> None:
    write(FAULTY)
    ran = provenance("check", "--format", form)
    golden(f"cli/check-{form}.txt", ran.out.replace(__version__, "VERSION"))
    assert (ran.code, ran.err) == (2, "")


def test_json_may_be_asked_for_in_two_ways(provenance: Provenance, write: Write) -> None:
    write(FAULTY)
    assert provenance("check", "--json") == provenance("check", "--format", "json")
    found = json.loads(provenance("check", "--json").out)["problems"]
    assert {problem["code"] for problem in found} >= {"unknown-id", "bad-date"}


@pytest.mark.parametrize(
    ("text", "code", "strict"), [(CLEAN, 0, 0), (NOTED, 0, 2), (WARNED, 1, 2), (FAULTY, 2, 2), ("", 2, 2), ("{}", 2, 2)]
)
def test_the_exit_code_tells_the_worst_problem(
    provenance: Provenance, write: Write, text: str, code: int, strict: int
) -> None:
    write(text)
    assert provenance("check").code == code
    assert provenance("check", "--strict").code == strict
    assert provenance("check", "--strict", "--json").code == strict


def test_a_clean_record_is_counted(provenance: Provenance, write: Write) -> None:
    write(CLEAN)
    said = "3 records in 1 file: no problems\nNot checked: what the reports themselves say.\n"
    assert provenance("check") == (0, said, "")


COUNTED = """
sources: {mayor: {kind: named, name: Mayor, url: https://example.org/mayor}}
claims: {one: One}
reports:
  a: {outlet: A, url: https://example.org/a, says: [{claim: one, quote: "They said so.", basis: own_reporting}]}
  b:
    outlet: B
    url: https://example.org/b
    archived: https://archive.example.org/b
    says:
      - claim: one
        cites:
          - {report: a, url: https://example.org/a, quote: As A said.}
          - {unclear: [{source: mayor, quote: The mayor}, {outlet: C, url: https://example.org/c}]}
responses: [{by: mayor, claim: one, stance: declines, quote: No comment.}]
"""


def test_what_a_check_does_not_look_at_is_said(provenance: Provenance, write: Write) -> None:
    """The address that stands twice is one; files that are not read are named, hidden ones are not."""
    path = write(COUNTED)
    for name in ("c.yml~", ".hidden", "b\x1b[31m.json", "a.txt"):
        (path.parent / name).write_text("{}", encoding="utf-8")
    (path.parent / "link").symlink_to(path.parent)
    ran = provenance("check", width=200)
    assert ran.out.splitlines()[-1] == (
        "Not checked: what the reports themselves say (5 addresses not opened, 4 quotes not compared). "
        "Not read, since their names do not end in .yaml or .yml: data/a.txt, data/b\\x1b[31m.json, 2 more."
    )
    assert json.loads(provenance("check", "--json").out)["not_checked"] == {
        "addresses": 5,
        "quotes": 4,
        "passed_over": ["data/a.txt", "data/b\x1b[31m.json", "data/c.yml~", "data/link/"],
    }
    notice = "::notice title=not-checked::Not checked: what the reports themselves say (5 addresses not opened, "
    assert provenance("check", "--format", "github").out.splitlines()[-1].startswith(notice)
    (run,) = json.loads(provenance("check", "--format", "sarif").out)["runs"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("Not checked: what the reports themselves say (5 addresses")


def test_an_empty_folder_never_passes(provenance: Provenance, write: Write) -> None:
    write("notes", "notes.txt")
    ran = provenance("check")
    assert ran.code == 2
    assert "data: error no-records:" in ran.out


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("case: {title: The bridge}", 2, "data: error no-records:"),
        ("claims: {}", 2, "data: error no-records:"),
        ("outlets: {daily: {name: Daily}}", 0, "data: info no-reports:"),
        ("case: {title: The bridge}\nclaims: {bridge: The bridge is closed.}", 0, "data: info no-reports:"),
    ],
)
def test_what_cannot_be_traced_is_told(provenance: Provenance, write: Write, text: str, code: int, told: str) -> None:
    write(text)
    ran = provenance("check")
    assert (ran.code, told in ran.out) == (code, True)


def test_several_paths_are_one_set_of_records(provenance: Provenance, write: Write) -> None:
    write("claims: {one: One}", "claims.yaml")
    write("outlets: {daily: {name: Daily}}\nreports: {r: {outlet: daily, says: one}}", "sub/reports.yml")
    ran = provenance("check", "data/claims.yaml", "data/sub")
    assert ran.out.startswith("3 records in 2 files: no problems\n")
    assert provenance("check", "data/sub/reports.yml").code == 2


def test_what_was_not_looked_for_is_said(provenance: Provenance, write: Write) -> None:
    write("reports: {r: {outlet: Daily, says: one}}")
    write("claims: {one: [", "broken.yaml")
    ran = provenance("check")
    assert ran.code == 2
    assert "; ids were not looked up, since a file or section could not be read\n" in ran.out
    assert "unknown-id" not in ran.out


def test_carets_stand_below_what_is_meant(provenance: Provenance, write: Write) -> None:
    write(FAULTY)
    lines = provenance("check").out.splitlines()
    found = {}
    for line, under in itertools.pairwise(lines):
        if under.lstrip("| ").startswith("^"):
            start = under.index("^")
            found[line[:5].strip()] = line[start : start + under.count("^")]
    assert found["4"] == "twon"
    assert found["7"] == "2025-09-31"


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_row_is_wider_than_asked(provenance: Provenance, write: Write, width: int) -> None:
    write(FAULTY + f"claims:   {'x' * 500}: {{text: {'y' * 500}}}\n")
    rows = provenance("check", width=width).out.splitlines()
    assert max(map(len, rows)) <= width


def test_an_unknown_format_is_refused(provenance: Provenance, write: Write) -> None:
    write(CLEAN)
    ran = provenance("check", "--format", "xml")
    assert (ran.code, ran.out) == (2, "")
    assert "sarif" in ran.err


@pytest.mark.usefixtures("flagship")
def test_the_records_that_come_with_the_program_are_clean(provenance: Provenance) -> None:
    ran = provenance("check")
    assert ran.code == 0
    assert " error " not in ran.out
    assert " warning " not in ran.out
