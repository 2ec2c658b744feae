"""Every target over its seeds, and over what once broke a promise; what a seed is for, it still reaches."""

from pathlib import Path

import pytest

from tests.fuzz.targets import SEEDS, TARGETS, seeds

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


REFUSED = {
    "records/many-faults.yaml",
    "records/wrong-records.yaml",
    "draft-text/old-encoding.txt",
    "draft-page/old-encoding.html",
    "import-any/gexf.xml",
    "import-any/words.txt",
    "import-csv/tabs.csv",
    "import-cytoscape/flat.json",
    "corpus-csv/twice.csv",
    "corpus-parquet/other-types.txt",
}
"""Seeds that are refused, or hold nothing that could be found; all others come to the end of their target."""


def names() -> list[str]:
    return [path.relative_to(SEEDS).as_posix() for target in TARGETS for path in seeds(target)]


def test_every_target_has_seeds_and_no_seed_is_without_a_target() -> None:
    assert sorted(TARGETS) == sorted(path.name for path in SEEDS.iterdir())
    assert all(any("/regressions/" not in str(path) for path in seeds(target)) for target in TARGETS)


@pytest.mark.parametrize("name", [name for name in names() if "/regressions/" not in name])
def test_a_seed_keeps_the_promises_and_gets_as_far_as_it_should(name: str) -> None:
    target = name.partition("/")[0]
    assert TARGETS[target].run(Path(SEEDS, name).read_bytes()) is (name not in REFUSED)


@pytest.mark.parametrize("name", [name for name in names() if "/regressions/" in name])
def test_what_once_broke_a_promise_breaks_none(name: str) -> None:
    TARGETS[name.partition("/")[0]].run(Path(SEEDS, name).read_bytes())
