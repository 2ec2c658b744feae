"""`provenance trace`."""

import json

import pytest

from tests.cli.ran import Golden, Provenance, Write
from tests.cli.shapes import SHAPES


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("width", [120, 60])
@pytest.mark.parametrize("claim", ["s400-asked", "ankara-positive"])
def test_the_flagship(provenance: Provenance, golden: Golden, claim: str, width: int) -> None:
    ran = provenance("trace", claim, width=width)
    golden(f"cli/trace-{claim}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("flagship")
def test_the_flagship_as_json(provenance: Provenance, golden: Golden) -> None:
    ran = provenance("trace", "s400-asked", "--json")
    golden("cli/trace-s400-asked.json", ran.out)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("width", [120, 60])
@pytest.mark.parametrize("claim", ["loop", "retracted", "several", "declared", "denied", "silent"])
def test_every_shape(provenance: Provenance, golden: Golden, write: Write, claim: str, width: int) -> None:
    write(SHAPES)
    ran = provenance("trace", claim, width=width)
    golden(f"cli/trace-{claim}-{width}.txt", ran.out)
    assert (ran.code, ran.err) == (0, "")


KEYS = {
    "": "schema claim text as_of status reports supporting stances origins origin_count responses common_links "
    "findings gaps tree declared_by",
    "stances": "supports denies questions comments",
    "origins": "id kind group outlet reached_by claim doubt",
    "origin_count": "min max bounded decided_by",
    "responses": "party stance claim addresses date by on_record replaced quote reported_by",
    "common_links": "id reports",
    "gaps": "kind subject detail closes",
}


@pytest.mark.usefixtures("flagship")
def test_json_has_the_keys_of_the_model_in_its_order_then_who_declares_independence(provenance: Provenance) -> None:
    answer = json.loads(provenance("trace", "s400-asked", "--json").out)
    assert list(answer) == KEYS[""].split()
    for name in ("stances", "origin_count"):
        assert list(answer[name]) == KEYS[name].split()
    for name in ("origins", "responses", "common_links", "gaps"):
        assert answer[name]
        assert {tuple(one) for one in answer[name]} == {tuple(KEYS[name].split())}
    assert all(list(one)[:2] == ["kind", "at"] for one in answer["findings"])
    assert list(answer["findings"][0]) == ["kind", "at", "from", "what", "before", "after", "outlet", "quotes"]


@pytest.mark.usefixtures("flagship")
def test_json_holds_the_tree_with_seen_nodes_marked(provenance: Provenance) -> None:
    answer = json.loads(provenance("trace", "s400-asked", "--json").out)
    assert answer["tree"][0] == {
        "id": "kyiv-post",
        "cites": [
            {"id": "militarnyi", "cites": [{"id": "nefes-0903", "cites": []}]},
            {"id": "nefes-0903", "seen": True},
        ],
    }


def test_json_is_not_cut_by_depth(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    whole = provenance("trace", "several", "--json")
    assert provenance("trace", "several", "--json", "--depth", "0", "--down") == whole


def test_json_of_a_past_day(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    answer = json.loads(provenance("trace", "retracted", "--json", "--as-of", "2020-01-02").out)
    assert (answer["as_of"], answer["status"]) == ("2020-01-02", "single-origin")
    assert json.loads(provenance("trace", "retracted", "--json").out)["status"] == "retracted"


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize("words", [("s400-asked",), ("Turkey", "sell", "back"), ("turkey sell BACK",)])
def test_a_claim_is_an_id_or_words(provenance: Provenance, words: tuple[str, ...]) -> None:
    assert "\ns400-asked\n" in provenance("trace", *words).out


@pytest.mark.usefixtures("flagship")
@pytest.mark.parametrize(
    ("words", "candidates"),
    [
        ("s400-askde", ["s400-asked", "s400-considering"]),
        ("turkey sell the missiles", ["s400-asked"]),
        ("putin moscow", ["erdogan-asked-putin"]),
    ],
)
def test_unclear_words_list_the_candidates(provenance: Provenance, words: str, candidates: list[str]) -> None:
    ran = provenance("trace", words)
    assert (ran.code, ran.out) == (2, "")
    first, *rest = ran.err.splitlines()
    assert first == f"provenance: '{words}' is no single claim. Did you mean:"
    assert [line.split()[0] for line in rest][: len(candidates)] == candidates


@pytest.mark.usefixtures("flagship")
def test_words_of_no_claim_say_where_to_look(provenance: Provenance) -> None:
    ran = provenance("trace", "zzzzz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "provenance: there is no claim 'zzzzz'; `provenance list claims` lists them\n"


@pytest.mark.usefixtures("records")
def test_without_any_claim_that_is_said(provenance: Provenance) -> None:
    """
    parties: {town: {name: Town}}
    """
    assert provenance("trace", "x").err == "provenance: there is no claim 'x'; there are no claims in these records\n"


def test_depth_and_down_change_what_is_drawn(provenance: Provenance, write: Write) -> None:
    write(SHAPES)
    assert "more it cites" in provenance("trace", "several", "--depth", "0").out
    assert "Who spread it\n" in provenance("trace", "several", "--down").out
    assert "Who rests on whom\n" in provenance("trace", "several").out


@pytest.mark.parametrize("claim", ["loop", "retracted", "several", "declared", "denied", "silent"])
def test_it_ends_with_what_the_record_does_not_establish(provenance: Provenance, write: Write, claim: str) -> None:
    write(SHAPES)
    last = provenance("trace", claim, width=1000).out.splitlines()[-1]
    assert last.startswith(("Not established by the record: ", "The record shows who reported this"))
    assert 1 <= last.count(". ") + 1 <= 2


@pytest.mark.parametrize("day", ["yesterday", "2020-13", "12.3.2020", ""])
def test_a_day_that_is_none_is_refused(provenance: Provenance, write: Write, day: str) -> None:
    write(SHAPES)
    ran = provenance("trace", "loop", "--as-of", day)
    assert (ran.code, ran.out) == (2, "")
    assert f"'{day}' is not a date" in ran.err
