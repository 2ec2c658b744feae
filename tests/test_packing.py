"""Records as lists that JSON can hold, and back."""

import json
from inspect import cleandoc

import pytest

from provenance.model import Case, Claim, Dependence, Outlet, Party, Report, Response, Source
from provenance.packing import pack, pack_workspace, unpack, unpack_workspace
from provenance.problems import Place
from provenance.read import read_texts
from tests.records import workspace, written

KINDS = (Outlet, Party, Source, Claim, Report, Response, Dependence, Case)


def test_every_record_comes_back() -> None:
    for seed in range(60):
        found = read_texts(written(workspace(seed))).workspace
        by_id = (found.outlets, found.parties, found.sources, found.claims, found.reports)
        lists = (found.responses, found.dependences, found.cases)
        for record in (
            *(record for records in by_id for record in records.values()),
            *(one for ones in lists for one in ones),
        ):
            assert unpack(type(record), json.loads(json.dumps(pack(record)))) == record


def test_what_is_not_said_takes_no_room() -> None:
    text = """
        case: {title: A case, period: 2025-09?}
        claims: {asked: It asked.}
        reports:
          first: {outlet: Nefes, says: asked, published: 2025-09-03, status: {retracted: 2025-09-04}}
          later: {outlet: Tele1, says: [{claim: asked, cites: [{unclear: [first, {outlet: Nefes}]}]}]}
    """
    found = read_texts({"a.yaml": cleandoc(text)}).workspace
    assert pack(found.claims["asked"]) == [["a.yaml", 2, 10, 5], "asked", "It asked."]
    assert pack(found.reports["first"])[7] == "2025-09-03"
    assert unpack(Report, pack(found.reports["later"])) == found.reports["later"]
    assert unpack(Case, pack(found.cases[0])) == found.cases[0]


def test_a_record_without_a_file_is_nowhere() -> None:
    assert unpack(Claim, [None, "asked", "It asked."]).place == Place("")


@pytest.mark.parametrize("packed", [[], [None], [None, "asked"], [None, "a", "b", [], [], [], "9"], [None] * 20])
def test_what_is_no_record_is_refused(packed: list[object]) -> None:
    with pytest.raises((TypeError, ValueError, LookupError)):
        unpack(Claim, packed)


def test_a_workspace_comes_back() -> None:
    for seed in range(40):
        found = read_texts(written(workspace(seed)), "here").workspace
        assert unpack_workspace(json.loads(json.dumps(pack_workspace(found))), "here") == found
