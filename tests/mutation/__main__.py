"""`python -m tests.mutation MODULE… [--sample SHARE] [--kept FILE]`: which faults in a module no test notices.

docs/explanation/mutation.md says more. Works where processes can fork.
"""

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic

import yaml

from tests.mutation.covering import Covering, watch
from tests.mutation.drawn import lines_of
from tests.mutation.mutants import Mutant, mutants, unchanged
from tests.mutation.trying import by_random_records, by_tests

SEED = 7
_SLOWEST = 600  # seconds for all tests of a module
_KEPT = Path(".mutation")
_DRAWN = Path(".mutation-drawn")
OUTCOMES = ("killed", "seen by random records", "timeout", "explained", "survived")
EXPLAINED = Path(__file__).with_name("explained.yaml")
"""Of each module the faults that no test can notice, each with the reason."""


def main() -> int:
    """Try the mutants of each module, print the survivors, and give 1 if there is one."""
    given = _parser().parse_args()
    if not given.kept.exists():
        watch(given.kept)
    if not given.drawn.exists():
        subprocess.run([sys.executable, "-m", "tests.mutation.drawn", str(given.drawn)], check=True)
    survivors = sum(_Trying(module, given).each(given.sample) for module in given.modules)
    return 1 if survivors else 0


class _Trying:
    """The mutants of one module, tried."""

    def __init__(self, path: Path, given: argparse.Namespace) -> None:
        self._path = path
        self._text = path.read_text("utf-8")
        self._covering = Covering(given.kept, path)
        self._drawn = given.drawn
        self._tests: int | None = given.tests
        self._lines = lines_of(given.drawn, path)
        self._explained = yaml.safe_load(EXPLAINED.read_text("utf-8")).get(str(path), {})
        began = monotonic()
        if self._outcome(unchanged(self._text), _SLOWEST) != "survived":
            sys.exit(f"{path}: its tests fail without any fault, so they would kill every mutant")
        self._patience = 10 + 3 * round(monotonic() - began)

    def each(self, share: float) -> int:
        """Try a share of the mutants, say which survive, and give how many do."""
        every = list(mutants(self._text))
        tried = sorted(Random(SEED).sample(range(len(every)), round(len(every) * share)))
        counts: Counter[str] = Counter()
        for place in tried:
            found = self._outcome(every[place], self._patience)
            counts[found] += 1
            if found == "survived":
                print(f"{self._path}:{every[place]}", flush=True)
        said = ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES)
        print(f"== {self._path}: {len(every)} mutants, {len(tried)} tried: {said}", flush=True)
        return counts["survived"]

    def _outcome(self, mutant: Mutant, patience: int) -> str:
        """Try the tests of the mutant's line, and where they let it pass the random records; not what is explained."""
        if mutant.change in self._explained:
            return "explained"
        found = by_tests(self._path, mutant, self._covering.tests(mutant.line)[: self._tests], patience)
        if found != "survived":
            return found
        if mutant.line in self._lines or not self._covering.runs(mutant.line):
            found = by_random_records(self._path, mutant, self._drawn, patience)
        return "seen by random records" if found == "killed" else found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", type=Path, nargs="+", help="such as provenance/trace/status.py")
    parser.add_argument(
        "--sample", type=float, default=1.0, help="the share of the mutants to try, drawn by a fixed seed"
    )
    parser.add_argument(
        "--tests", type=int, help="how many tests of a line to try, the nearest first: quicker, and more survive"
    )
    parser.add_argument("--kept", type=Path, default=_KEPT, help="where it is kept which test runs which line")
    parser.add_argument("--drawn", type=Path, default=_DRAWN, help="where random records and their answers are kept")
    return parser


if __name__ == "__main__":
    sys.exit(main())
