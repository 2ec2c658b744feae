"""Where no folder is named and none is here, the example workspace answers, and the program says so."""

from pathlib import Path

import pytest

from provenance.cli import options
from tests.cli.ran import Provenance

DATA = Path(__file__).parents[2] / "data"
SAID = "provenance: there is no folder ./data here; this is the example workspace that comes with the program\n"
ASKED = [
    ["trace", "s400-asked"],
    ["words", "s400-asked"],
    ["tree", "s400-asked"],
    ["timeline", "s400-asked"],
    ["why", "s400-asked", "nefes-0903"],
    ["list", "claims"],
    ["show", "s400-asked"],
    ["gaps"],
    ["impact", "nefes-0903"],
    ["export", "s400-asked", "--format", "dot"],
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROVENANCE_DATA", raising=False)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[0])
def test_in_an_empty_folder(provenance: Provenance, asked: list[str]) -> None:
    ran = provenance(*asked)
    named = provenance(*asked, "--data", str(DATA))
    assert (ran.code, ran.out) == (named.code, named.out)
    assert ran.err == SAID + named.err


def test_a_folder_that_is_named_is_never_replaced(provenance: Provenance, here: Path) -> None:
    for given in (["--data", "data"], ["--data", str(here / "other")]):
        ran = provenance("trace", "s400-asked", *given)
        assert (ran.code, SAID in ran.err) == (2, False)


def test_nor_one_that_the_environment_names(
    provenance: Provenance, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVENANCE_DATA", str(here / "data"))
    assert provenance("list", "claims").code == 2


@pytest.mark.parametrize("made", ["data/", "mine.yaml", "more.yml"])
def test_nor_records_of_ones_own(provenance: Provenance, here: Path, made: str) -> None:
    path = here / made
    if made.endswith("/"):
        path.mkdir()
    else:
        path.write_text("claims: {a: It is so.}", "utf-8")
    ran = provenance("trace", "s400-asked")
    assert (ran.code, SAID in ran.err) == (2, False)


@pytest.mark.usefixtures("here")
def test_nothing_is_checked_or_drafted_against_it(provenance: Provenance) -> None:
    assert provenance("check").code == 2
    ran = provenance("gaps", "--fail-on", "no-origin")
    assert (ran.code, "there is no folder or file 'data'" in ran.err) == (2, True)
    ran = provenance("new", "party", "--name", "Ankara", "--dry-run")
    assert SAID not in ran.err


@pytest.mark.usefixtures("here")
def test_without_an_example_it_is_as_before(provenance: Provenance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "example_folder", lambda: None)
    ran = provenance("trace", "s400-asked")
    assert (ran.code, "there is no folder or file 'data'" in ran.err) == (2, True)
