"""How far the reading is, and what is left when it is stopped."""

import gc

import pytest

from provenance.read import read_texts

TEXTS = {"a.yaml": "claims:\n  c: One\n", "b.yaml": "reports:\n  r: {outlet: X, says: c}\n  s: {outlet: Y, says: c}\n"}


def test_each_record_is_a_step_and_files_are_counted_on() -> None:
    told: list[tuple[int, int]] = []
    read_texts(TEXTS, progress=lambda read, total: told.append((read, total)))
    total = sum(map(len, TEXTS.values()))
    assert len(told) == 2  # the two reports are mappings
    assert [of for _, of in told] == [total, total]
    assert len(TEXTS["a.yaml"]) < told[0][0] < told[1][0] == total - len("\n")


def test_ctrl_c_goes_through_and_the_collector_runs_again() -> None:
    def stopped(_read: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_texts(TEXTS, progress=stopped)
    assert gc.isenabled()


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        read_texts(TEXTS)
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_large_text_gives_the_same_records_as_a_small_one() -> None:
    small = read_texts(TEXTS).workspace
    large = read_texts({name: f"{text}# {'x' * 1_000_000}\n" for name, text in TEXTS.items()})
    assert large.problems == ()
    assert large.workspace == small
