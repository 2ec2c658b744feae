"""`python -m tests.mutation MODULE… [--sample SHARE] [--kept FILE]`: which faults in a module no test notices.

docs/explanation/mutation.md says more. Works where processes can fork.
"""

import argparse
import sys
from pathlib import Path
from random import Random
from time import monotonic

from tests.mutation.covering import Covering, watch
from tests.mutation.mutants import mutants, unchanged
from tests.mutation.trying import outcome

SEED = 7
_SLOWEST = 600  # seconds for all tests of a module
_KEPT = Path(".mutation")


def main() -> int:
    """Try the mutants of each module, print the survivors, and give 1 if there is one."""
    given = _parser().parse_args()
    if not given.kept.exists():
        watch(given.kept)
    survivors = sum(_try_module(module, given.kept, given.sample) for module in given.modules)
    return 1 if survivors else 0


def _try_module(path: Path, kept: Path, share: float) -> int:
    covering = Covering(kept, path)
    text = path.read_text("utf-8")
    began = monotonic()
    if outcome(path, unchanged(text), covering.tests(0), _SLOWEST) != "survived":
        sys.exit(f"{path}: its tests fail without any fault, so they would kill every mutant")
    patience = 10 + 3 * round(monotonic() - began)
    every = list(mutants(text))
    drawn = sorted(Random(SEED).sample(range(len(every)), round(len(every) * share)))
    counts = {"killed": 0, "timeout": 0, "survived": 0}
    for place in drawn:
        found = outcome(path, every[place], covering.tests(every[place].line), patience)
        counts[found] += 1
        if found == "survived":
            print(f"{path}:{every[place]}", flush=True)
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"== {path}: {len(every)} mutants, {len(drawn)} tried: {said}", flush=True)
    return counts["survived"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", type=Path, nargs="+", help="such as provenance/trace/status.py")
    parser.add_argument(
        "--sample", type=float, default=1.0, help="the share of the mutants to try, drawn by a fixed seed"
    )
    parser.add_argument("--kept", type=Path, default=_KEPT, help="where it is kept which test runs which line")
    return parser


if __name__ == "__main__":
    sys.exit(main())
