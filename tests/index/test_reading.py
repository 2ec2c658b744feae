"""What comes out of an index is what was read."""

import random
from pathlib import Path

import pytest

from provenance.index import reading
from provenance.index.reading import IndexUnusableError
from provenance.read import load
from tests.index.kept import keep_index, opened_index, write_all
from tests.records import workspace, written
from tests.slicing import Slices
from tests.test_slices import together

ANY = r"""
outlets: {n: {name: "Nefes / 'x'"}}
claims: {asked: "It asked 100% of ‘them’: 🛳?#"}
reports:
  a: {outlet: "A \"printed\"/name % \\ ünï", says: asked, title: "\x01 and \0"}
  b: {outlet: n, says: [{claim: asked, cites: [{outlet: "response/0/x"}, {outlet: n, quote: "mention/0/asked"}]}]}
"""


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.usefixtures("cache")
def test_every_claims_slice_is_the_one_that_is_cut_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_AT_ONCE", 3)
    drawn = random.Random(5)
    for number in range(30):
        texts = written(together([workspace(drawn.randrange(10**6)) for _ in range(3)]))
        data = write_all(tmp_path / str(number), texts)
        assert keep_index(data)
        whole = load(data).workspace
        index = opened_index(data)
        assert index is not None
        slices = Slices(whole)
        for claim in whole.claims:
            found = index.slice_of(claim)
            assert found == slices.of(claim)
            assert [list(found.reports), list(found.outlets)] == [sorted(found.reports), sorted(found.outlets)]
        assert index.claims().claims == whole.claims
        assert list(index.claims().claims) == list(whole.claims)
        index.close()


@pytest.mark.usefixtures("cache")
def test_names_and_texts_of_any_kind_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "a # folder? of 100% ü"
    data = write_all(folder, {"a.yaml": ANY})
    assert keep_index(data)
    index = opened_index(data)
    assert index is not None
    assert index.slice_of("asked") == Slices(load(data).workspace).of("asked")


@pytest.mark.usefixtures("cache")
def test_a_claim_is_known_by_its_id_alone(tmp_path: Path) -> None:
    data = write_all(tmp_path, {"a.yaml": "claims: {asked: It asked.}\nreports: {r: {outlet: O, says: asked}}\n"})
    assert opened_index(data) is None
    assert keep_index(data)
    index = opened_index(data)
    assert index is not None
    known = [id_ for id_ in ("asked", "r", "O", "Asked", "", "\udcff", "claims", "0/asked") if index.has_claim(id_)]
    assert known == ["asked"]
    with pytest.raises(IndexUnusableError):
        index.slice_of("r")


def test_turned_off_there_is_none(tmp_path: Path) -> None:
    data = write_all(tmp_path, {"a.yaml": "claims: {asked: It asked.}\n"})
    assert not keep_index(data)
    assert opened_index(data) is None
