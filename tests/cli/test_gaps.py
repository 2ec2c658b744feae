"""`provenance gaps`."""

import csv
import io
import json

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES


@pytest.fixture(autouse=True)
def shapes(write: Write) -> None:
    write(SHAPES)


@pytest.mark.parametrize("width", [120, 60])
def test_the_open_work_of_all_claims(provenance: Provenance, golden: Golden, width: int) -> None:
    ran = provenance("gaps", width=width)
    golden(f"cli/gaps-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_open_work_for_programs(provenance: Provenance, golden: Golden, form: str) -> None:
    ran = provenance("gaps", f"--{form}", "several", "denied")
    golden(f"cli/gaps.{form}", ran.out)
    assert (ran.code, ran.err) == (0, "")


NOT_STALE = "Not looked for: claims that have gone stale (--stale-days N).\n"


def test_text_json_and_csv_hold_the_same_gaps(provenance: Provenance) -> None:
    gaps = json.loads(provenance("gaps", "--json").out)["gaps"]
    rows = list(csv.DictReader(io.StringIO(provenance("gaps", "--csv").out)))
    assert [(gap["kind"], gap["subject"], " ".join(gap["claims"])) for gap in gaps] == [
        (row["kind"], row["subject"], row["claims"]) for row in rows
    ]
    assert provenance("gaps").out.endswith(f"{len(gaps)} open gaps in 7 claims\n{NOT_STALE}")


def test_claims_can_be_named_by_id_or_words(provenance: Provenance) -> None:
    by_id = provenance("gaps", "denied", "--json").out
    assert by_id == provenance("gaps", "that is denied", "--json").out
    assert {tuple(gap["claims"]) for gap in json.loads(by_id)["gaps"]} == {("denied",)}


def test_an_unknown_claim_is_refused(provenance: Provenance) -> None:
    ran = provenance("gaps", "denied", "deneid")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean:\n  denied – A claim that is denied." in ran.err


def test_kind_shows_only_gaps_of_these_kinds(provenance: Provenance) -> None:
    ran = provenance("gaps", "--kind", "no-origin", "--kind", "undated", "--json")
    assert {gap["kind"] for gap in json.loads(ran.out)["gaps"]} == {"no-origin", "undated"}


@pytest.mark.parametrize(
    ("kind", "claim", "code"),
    [
        ("no-confirmation", "loop", 1),
        ("no-confirmation", "denied", 0),
        ("no-origin", "loop", 1),
        ("no-origin", "denied", 0),
    ],
)
def test_fail_on_exits_with_1_where_such_a_gap_is_open(
    provenance: Provenance, kind: str, claim: str, code: int
) -> None:
    ran = provenance("gaps", claim, "--fail-on", kind)
    assert (ran.code, ran.err) == (code, f"provenance: --fail-on: {kind} is open\n" if code else "")
    assert ran.out.startswith("gap ")


def test_fail_on_looks_at_gaps_that_kind_does_not_show(provenance: Provenance) -> None:
    ran = provenance("gaps", "loop", "--kind", "undated", "--fail-on", "single-origin", "--fail-on", "no-origin")
    assert ran.code == 1
    assert "no-origin" not in ran.out


def test_stale_claims_are_found_from_the_day_asked_about(provenance: Provenance) -> None:
    def stale(day: str, days: str) -> list[str]:
        ran = provenance("gaps", "--kind", "stale", "--stale-days", days, "--as-of", day, "--json")
        return [gap["subject"] for gap in json.loads(ran.out)["gaps"]]

    assert stale("2020-01-05", "2") == ["declared", "retracted"]
    assert stale("2020-01-05", "30") == []
    assert provenance("gaps", "--stale-days", "1", "--fail-on", "stale").code == 1


@pytest.mark.parametrize("option", ["--kind", "--fail-on"])
def test_stale_without_a_number_of_days_is_refused_and_not_passed(provenance: Provenance, option: str) -> None:
    ran = provenance("gaps", option, "stale")
    assert ran == (2, "", "provenance: stale claims are found only with --stale-days N\n")


def test_an_unknown_kind_is_refused(provenance: Provenance) -> None:
    ran = provenance("gaps", "--fail-on", "anything")
    assert (ran.code, ran.out) == (2, "")
    assert "anything" in ran.err
    assert "independence-not-established" in ran.err


def test_no_gaps_are_counted_too(provenance: Provenance) -> None:
    assert provenance("gaps", "denied", "--kind", "no-origin") == (0, "0 open gaps in 1 claim\n", "")


def test_without_claims_there_is_nothing_open(provenance: Provenance, write: Write) -> None:
    write("parties: {town: {name: Town}}")
    assert provenance("gaps").out == f"0 open gaps in 0 claims\n{NOT_STALE}"
