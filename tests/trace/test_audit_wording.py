"""Numbers and lists in a ruling's sentence."""

import pytest

from provenance.trace.audit.wording import counted, either, listed, surely_count


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abcd", "a, b, c and d"),
        ("abcde", "a, b, c and 2 more"),
        ("abcdef", "a, b, c and 3 more"),
    ],
)
def test_the_first_few_of_many_are_listed(names: str, said: str) -> None:
    assert listed(names) == said


def test_words_to_choose_from() -> None:
    assert either("abc") == "a, b or c"


def test_counts() -> None:
    assert [counted(number, "gap") for number in (0, 1, 2, 1234)] == ["0 gaps", "1 gap", "2 gaps", "1,234 gaps"]
    assert [surely_count(number) for number in (0, 1, 2)] == [
        "no origin surely counts",
        "1 origin surely counts",
        "2 origins surely count",
    ]
