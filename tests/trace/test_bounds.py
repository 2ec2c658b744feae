"""Doubts too entangled to settle one by one end in a sound bound, in bounded work."""

import pytest

from provenance.read import read_texts
from provenance.trace import Tracer
from provenance.trace.answer import OriginCount

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


def count_of(text: str) -> OriginCount:
    loaded = read_texts({"a.yaml": text})
    assert loaded.usable, loaded.problems
    return Tracer(loaded.workspace).trace("c").origin_count


def test_many_unclear_citations_over_few_sources_are_bounded() -> None:
    names = [f"s{number}" for number in range(100)]
    sources = ", ".join(f"{name}: {{kind: named}}" for name in names)
    reports = "\n".join(
        f"  r{number}: {{outlet: O{number}, says: c, cites: {{unclear: [{', '.join(_some(names, number))}]}}}}"
        for number in range(16)
    )
    count = count_of(f"claims: {{c: C}}\nsources: {{{sources}}}\nreports:\n{reports}\n")
    assert 0 <= count.min <= count.max <= 100
    assert count.max == len({name for number in range(16) for name in _some(names, number)})


def test_sixteen_statements_whose_family_hangs_on_a_doubt_are_bounded() -> None:
    reports = "\n".join(
        f"  r{n}: {{outlet: O{n}, says: c, cites: {{source: s, attribution: unclear}}}}\n  x{n}: {{outlet: P{n}}}"
        for n in range(16)
    )
    outlets = ", ".join(f"o{n}-outlet: {{name: O{n}, owner: F{n}}}" for n in range(16))
    ties = "\n".join(f"  - {{between: [r{n}, x{n}], kind: same_wording}}" for n in range(16))
    rest = "\n".join(f"  w{n}: {{outlet: O{n}, says: [{{claim: c, basis: own_reporting}}]}}" for n in range(16))
    count = count_of(
        f"claims: {{c: C}}\nsources: {{s: {{kind: named}}}}\noutlets: {{{outlets}}}\n"
        f"reports:\n{reports}\n{rest}\ndependences:\n{ties}\n"
    )
    assert count.min <= 16
    assert count.max >= 17


def test_a_long_chain_of_unclear_attributions_is_counted() -> None:
    reports = "\n".join(
        f"  r{n}: {{outlet: O{n}, says: c, cites: {{report: r{n + 1}, attribution: unclear}}}}" for n in range(1_000)
    )
    count = count_of(f"claims: {{c: C}}\nreports:\n{reports}\n  r1000: {{outlet: O, says: c}}\n")
    assert count.bounded
    assert (count.min, count.max) == (0, 1_001)


def _some(names: list[str], number: int) -> list[str]:
    return sorted({names[(number * 37 + step * (number + 7)) % len(names)] for step in range(14)})
