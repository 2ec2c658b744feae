"""Real news pages, read beside trafilatura in the same run: no field may be read worse than it reads it alone."""

import pytest

from benchmarks.pages import FIELDS, Scores, default_folder, mean, ours, pages, scores, theirs


@pytest.fixture(scope="module")
def measured() -> tuple[dict[str, Scores], dict[str, Scores]]:
    folder = default_folder()
    if not (folder / "gold.json").is_file():
        pytest.skip("the news pages are not there: how well pages are read was not checked")
    every = pages(folder)
    return (
        {name: scores(ours(page, name), gold) for name, (page, gold) in every.items()},
        {name: scores(theirs(page, name), gold) for name, (page, gold) in every.items()},
    )


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_is_read_worse_than_by_trafilatura_alone(
    measured: tuple[dict[str, Scores], dict[str, Scores]], field: str
) -> None:
    with_rules, alone = (mean(found.values())[field] for found in measured)
    assert with_rules >= alone


def test_no_body_is_lost(measured: tuple[dict[str, Scores], dict[str, Scores]]) -> None:
    with_rules, alone = measured
    assert [name for name in with_rules if with_rules[name]["body"] < alone[name]["body"] - 0.05] == []
