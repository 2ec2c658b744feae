"""`provenance impact`."""

import json
import random

import pytest

from tests.cli.hostile import hostile
from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES
from tests.cli.test_hostile import acting
from tests.cli.test_shuffled import shuffled
from tests.cli.test_words import sweeping

SUBJECTS = ("gone", "ring-a", "wire", "mayor", "town", "clerk", "weak", "unnamed:unsure", "Elsewhere")


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("width", [110, 60])
def test_the_flagship(provenance: Provenance, golden: Golden, width: int) -> None:
    ran = provenance("impact", "nefes-0903", width=width)
    golden(f"cli/impact-nefes-0903-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("subject", ["gone", "wire", "town", "clerk"])
def test_every_kind(provenance: Provenance, golden: Golden, write: Write, subject: str) -> None:
    write(SHAPES)
    ran = provenance("impact", subject, width=80)
    golden(f"cli/impact-{subject}-80.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


def test_as_json(provenance: Provenance, golden: Golden, write: Write) -> None:
    write(SHAPES)
    ran = provenance("impact", "wire", "--json")
    golden("cli/impact-wire.json", ran.out)
    assert (ran.code, ran.err) == (0, "")


KEYS = {
    "": "schema id kind as_of fallen tied claims",
    "fallen": "report change date",
    "tied": "id how",
    "claims": "claim text changes before after origins_lost reports others responses unanswered",
    "before": "status origin_count supporting declared_by",
    "reports": "report rests sure fate changes uncorrected",
    "others": "report stance",
    "responses": "by stance date on_record reported_by",
}


def test_json_has_exactly_these_keys(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    answers = [json.loads(provenance("impact", subject, "--json").out) for subject in SUBJECTS]
    assert {tuple(answer) for answer in answers} == {tuple(KEYS[""].split())}
    claims = [found for answer in answers for found in answer["claims"]]
    lists = {name: [one for answer in answers for one in answer[name]] for name in ("fallen", "tied", "claims")}
    lists |= {name: [one for found in claims for one in found[name]] for name in ("reports", "others", "responses")}
    lists["before"] = [found[side] for found in claims for side in ("before", "after", "unanswered") if found[side]]
    for name, records in lists.items():
        assert records, name
        assert {tuple(one) for one in records} == {tuple(KEYS[name].split())}


def test_an_outlet_is_named_by_its_words(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    assert provenance("impact", "The", "Wire") == provenance("impact", "wire") == provenance("impact", "the wire")
    assert provenance("impact", "Elsewhere").out.startswith("Elsewhere – outlet\n")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("several", "provenance: 'several' is a claim; name a report, source, party or outlet\n"),
        ("wier", "provenance: there is no report, source, party or outlet 'wier'; did you mean wire or wire-1?\n"),
        (
            "zzzz",
            "provenance: there is no report, source, party or outlet 'zzzz'; `provenance list KIND` lists what there is\n",
        ),
    ],
)
def test_what_is_no_subject_is_refused(provenance: Provenance, write: Write, wanted: str, words: str) -> None:
    write(SHAPES)
    assert provenance("impact", wanted) == (2, "", words)


def test_as_of_a_day_before_its_retraction_it_would_fall(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    out = provenance("impact", "gone", "--as-of", "2020-01-02").out
    assert out.startswith("gone – report of The Wire, 2020-01-01 · as of 2020-01-02\nIt bears on 1 claim, which would ")
    assert "gone was retracted" not in out


def test_nothing_rests_on_it(provenance: Provenance, write: Write) -> None:
    write("claims: {c: C}\nparties: {p: {name: The Party}}")
    assert provenance("impact", "p").out == (
        "p – party The Party\n"
        "No claim in these records rests on it.\n"
        "\n"
        "This shows what rests on what in these records, not whether a claim is true.\n"
    )


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_acts_and_nothing_says_more_than_the_record(
    provenance: Provenance, write: Write, subject: str, options: list[str]
) -> None:
    path = write(hostile())
    ran = provenance("impact", "wire-1" if subject == "Elsewhere" else subject, *options, width=60)
    assert (ran.code, acting(ran.out)) == (0, set())
    path.write_text(SHAPES, encoding="utf-8")
    assert sweeping(provenance("impact", subject, *options).out) == []


def test_the_order_of_records_changes_nothing(provenance: Provenance, write: Write) -> None:
    path = write(SHAPES)
    calls = [("impact", subject, *options) for subject in SUBJECTS for options in ((), ("--json",))]
    expected = [provenance(*call) for call in calls]
    path.unlink()
    for name, text in shuffled(random.Random(0)).items():
        write(text, name)
    assert [provenance(*call) for call in calls] == expected
