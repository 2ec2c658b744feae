"""`provenance why`."""

import json
import os
import random
import sys
from collections.abc import Iterator

import pytest

from provenance.cli import app, why
from provenance.trace.ways import Way, Ways
from tests.cli.hostile import hostile
from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES
from tests.cli.test_hostile import acting
from tests.cli.test_shuffled import shuffled
from tests.cli.test_words import sweeping

ASKED = (
    ("several", "clerk"),
    ("several", "wire"),
    ("several", "unnamed:unsure"),
    ("several", "weak"),
    ("several", "gone"),
    ("retracted", "gone"),
    ("retracted", "clerk"),
    ("loop", "ring-a"),
    ("declared", "one"),
    ("denied", "town"),
    ("silent", "wire"),
)


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("width", [110, 60])
def test_the_flagship(provenance: Provenance, golden: Golden, width: int) -> None:
    ran = provenance("why", "s400-asked", "nefes-0903", width=width)
    golden(f"cli/why-nefes-0903-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("claim", "subject"), [("loop", "ring-a"), ("several", "wire"), ("retracted", "gone")])
def test_every_shape(provenance: Provenance, golden: Golden, write: Write, claim: str, subject: str) -> None:
    write(SHAPES)
    ran = provenance("why", claim, subject, width=80)
    golden(f"cli/why-{claim}-{subject}-80.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


def test_as_json(provenance: Provenance, golden: Golden, write: Write) -> None:
    write(SHAPES)
    ran = provenance("why", "several", "wire", "--json")
    golden("cli/why-several-wire.json", ran.out)
    assert (ran.code, ran.err) == (0, "")


KEYS = {
    "": "schema claim text id kind as_of now held number complete ways carriers what_if",
    "now": "status origin_count supporting declared_by",
    "number": "min exact",
    "stop": "id kind claim published fallen citations drift",
    "citations": "mode quote unclear attribution not_said",
    "carriers": "citing claim cited reports",
    "what_if": "if id cited then",
}


def test_json_has_exactly_these_keys(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    answers = [json.loads(provenance("why", *asked, "--json").out) for asked in ASKED]
    assert {tuple(answer) for answer in answers} == {tuple(KEYS[""].split())}
    stops = [stop for answer in answers for way in answer["ways"] for stop in way]
    lists = {name: [one for answer in answers for one in answer[name]] for name in ("carriers", "what_if")}
    lists |= {"stop": stops, "citations": [one for stop in stops for one in stop["citations"]]}
    lists |= {name: [answer[name] for answer in answers] for name in ("now", "number")}
    for name, records in lists.items():
        assert records, name
        assert {tuple(one) for one in records} == {tuple(KEYS[name].split())}


def test_a_claim_may_be_named_by_its_words(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    by_id = provenance("why", "several", "wire")
    assert by_id == provenance("why", "several", "origins", "wire") == provenance("why", "several", "The Wire")


def test_a_claim_that_does_not_rest_on_it_is_an_answer(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    ran = provenance("why", "denied", "ring-a")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "A claim that is denied.\n"
        "denied\n"
        "DENIED · 1 origin · 1 supporting report\n"
        "\n"
        "ring-a – report of Ring A, 2020-01-01\n"
        "denied does not rest on it: no report on the claim leads there.\n"
    )
    assert provenance("why", "retracted", "clerk", width=110).out.endswith(
        "No standing support of retracted rests on it: only reports that were retracted or withdrawn, or that do not\n"
        "support the claim, lead there.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("several", "loop"), "provenance: 'loop' is a claim; name a report, source, party or outlet\n"),
        (
            ("several", "wier"),
            "provenance: there is no report, source, party or outlet 'wier'; did you mean wire or wire-1?\n",
        ),
        (("zzzzz", "wire"), "provenance: there is no claim 'zzzzz'; `provenance list claims` lists them\n"),
    ],
)
def test_what_is_not_there_is_refused(
    provenance: Provenance, write: Write, arguments: tuple[str, ...], words: str
) -> None:
    write(SHAPES)
    assert provenance("why", *arguments) == (2, "", words)


@pytest.mark.parametrize("arguments", [(), ("several",), ("several", "wire", "--most", "-1")])
def test_a_call_that_cannot_be_meant_exits_with_2(
    provenance: Provenance, write: Write, arguments: tuple[str, ...]
) -> None:
    write(SHAPES)
    ran = provenance("why", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: provenance why ")


def test_most_and_all_say_how_many_ways_are_shown(provenance: Provenance, write: Write) -> None:
    """From way-in to ring-a there are two ways; with those of the ring and its own there are five."""
    write(SHAPES)
    two = provenance("why", "loop", "ring-a", "--most", "2").out
    assert "\n5 ways, shortest first\n  1  Ring A ring-a 2020-01-01 says it itself\n  2  Ring C ring-c" in two
    assert "\n     2 shown; more with --most N, all with --all\n" in two
    every = provenance("why", "loop", "ring-a", "--all").out
    assert "\n  5  הארץ way-in" in every
    assert "shown;" not in every
    assert every == provenance("why", "loop", "ring-a", "--most", "9").out
    assert len(json.loads(provenance("why", "loop", "ring-a", "--all", "--json").out)["ways"]) == 5
    assert len(json.loads(provenance("why", "loop", "ring-a", "--most", "3", "--json").out)["ways"]) == 3


def test_in_a_ring_all_are_counted_as_they_are_shown(provenance: Provenance, write: Write) -> None:
    write(RING)
    asked = ("why", "c", "end")
    assert "\n5 ways, shortest first\n" in provenance(*asked).out
    assert "\nAt least 4 ways, shortest first\n" in provenance(*asked, "--most", "2").out
    every = provenance(*asked, "--all").out
    assert "\nAt least 4 ways, shortest first\n" in every
    assert "\n     5 ways in all\n" in every


RING = """
claims: {c: C}
reports:
  r1: {outlet: A, says: c, cites: [r2, end]}
  r2: {outlet: B, says: c, cites: [r1, end]}
  end: {outlet: D, says: c}
"""


def lattice(layers: int) -> str:
    lines = ["claims: {c: C}", "reports:", "  end: {outlet: O, says: c}"]
    for layer in range(layers):
        cites = "end" if layer == layers - 1 else f"[a{layer + 1}, b{layer + 1}]"
        lines += [f"  {side}{layer}: {{outlet: O, says: c, cites: {cites}}}" for side in "ab"]
    return "\n".join(lines)


def test_a_lattice_of_40_layers_is_answered(provenance: Provenance, write: Write) -> None:
    write(lattice(40))
    assert "\n2,199,023,255,551 ways, shortest first\n" in provenance("why", "c", "end").out
    answer = json.loads(provenance("why", "c", "end", "--json").out)
    assert (answer["number"], len(answer["ways"]), answer["complete"]) == (
        {"min": 2**41 - 1, "exact": True},
        5,
        False,
    )
    write(lattice(120))
    assert "\nA number of ways with 37 digits, shortest first\n" in provenance("why", "c", "end").out


def test_more_ways_than_one_json_answer_may_hold_are_refused(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(lattice(40))
    monkeypatch.setattr(why, "MOST_AS_JSON", 1_000)
    ran = provenance("why", "c", "end", "--all", "--json")
    assert ran == (2, "", "provenance: there are more than 1,000 ways; name how many with --most N\n")


def test_all_ways_end_where_nobody_reads_any_more(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(lattice(40))
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert app.run(["why", "c", "end", "--all"]) == 0


def test_ctrl_c_leaves_the_ways_found_so_far(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(ways: Ways) -> Iterator[Way]:
        yield from (way for way, _ in zip(shortest(ways), range(7), strict=False))
        raise KeyboardInterrupt

    write(lattice(40))
    shortest = Ways.shortest
    monkeypatch.setattr(Ways, "shortest", interrupted)
    ran = provenance("why", "c", "end", "--all")
    assert ran.code == 130
    assert "\n  7  O b38 undated\n     → O b39 undated\n     → O end undated\n" in ran.out


def test_no_more_ways_are_looked_for_than_are_asked_for(
    provenance: Provenance, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted(ways: Ways) -> Iterator[Way]:
        for way in shortest(ways):
            found.append(way)
            yield way

    write(lattice(40))
    found: list[Way] = []
    shortest = Ways.shortest
    monkeypatch.setattr(Ways, "shortest", counted)
    provenance("why", "c", "end", "--most", "3")
    assert len(found) == 4  # one more tells that there are more


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_nothing_acts_and_nothing_says_more_than_the_record(
    provenance: Provenance, write: Write, asked: tuple[str, str], options: list[str]
) -> None:
    path = write(hostile())
    ran = provenance("why", *asked, *options, width=60)
    assert (ran.code, acting(ran.out)) == (0, set())
    path.write_text(SHAPES, encoding="utf-8")
    assert sweeping(provenance("why", *asked, *options).out) == []


def test_the_order_of_records_changes_nothing(provenance: Provenance, write: Write) -> None:
    path = write(SHAPES)
    calls = [("why", *asked, *options) for asked in ASKED for options in ((), ("--json",))]
    expected = [provenance(*call) for call in calls]
    path.unlink()
    for name, text in shuffled(random.Random(0)).items():
        write(text, name)
    assert [provenance(*call) for call in calls] == expected
