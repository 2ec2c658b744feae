"""`python -m tests.fuzz TARGET [--seconds N | --runs N | FILE…]`: search for inputs that break a promise, or try one.

The target `each` stands for all, one after the other. docs/how-to/fuzz.md says more.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path
from random import Random

KEPT = Path(".fuzz")
"""Where inputs that reach new code are kept between runs, and what broke a promise."""

EACH = "each"
_SLOWEST = 30  # seconds an input may take
_MEMORY = 3000  # MiB


def main(arguments: Sequence[str]) -> int:
    """Run a target, or each, and give the exit code."""
    given = _parsed(arguments)
    if given.files:
        return _tried(given.target, given.files)
    try:
        import atheris  # noqa: PLC0415 - an extra
    except ImportError:
        print("fuzzing needs an extra that is not installed: pip install 'source-provenance[fuzz]'", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["provenance"]):  # what is imported here, or by a seed, is watched
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415

        if given.target != EACH:
            _search(given.target, given)
        broken = [name for name in TARGETS if _search_apart(name, given)]
    print(f"broken: {', '.join(broken)}" if broken else f"{len(TARGETS)} targets keep their promises")
    return 1 if broken else 0


def _search_apart(name: str, given: argparse.Namespace) -> int:
    """Search in a process of its own, which libFuzzer ends; give its exit code."""
    print(f"== {name}", flush=True)
    child = os.fork()
    if child == 0:
        _search(name, given)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _search(name: str, given: argparse.Namespace) -> None:
    """Search until the time or the runs are over, or an input breaks a promise; the process ends with it."""
    import atheris  # noqa: PLC0415 - an extra

    from tests.fuzz.mutating import changed, words  # noqa: PLC0415 - imported once it is known that there is atheris
    from tests.fuzz.targets import SEEDS, TARGETS, seeds  # noqa: PLC0415

    known = words(path.read_bytes() for path in seeds(name))
    kept = given.keep / name
    kept.mkdir(parents=True, exist_ok=True)

    def tried(data: bytes) -> None:
        try:
            TARGETS[name].run(data)
        except BaseException:
            _keep(data, name, given.keep)
            raise

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.randrange(3) == 0:
            return bytes(atheris.Mutate(data, most))
        return changed(data, known, chance)[:most]

    for path in seeds(name):
        tried(path.read_bytes())
    options = [
        f"-runs={given.runs}" if given.runs is not None else f"-max_total_time={given.seconds}",
        f"-seed={given.seed}",
        f"-max_len={given.longest}",
        f"-timeout={_SLOWEST}",
        f"-rss_limit_mb={_MEMORY}",
        f"-artifact_prefix={given.keep}/{name}-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(kept), str(SEEDS / name)], tried, custom_mutator=mutated)
    atheris.Fuzz()


def _keep(data: bytes, name: str, folder: Path) -> None:
    """Keep what broke a promise, and say how it is tried again."""
    path = folder / f"{name}-{sha1(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"\n{path} breaks a promise: python -m tests.fuzz {name} {path}", file=sys.stderr, flush=True)


def _tried(name: str, files: Sequence[Path]) -> int:
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - after the arguments are known to be right

    for file in files:
        began = time.monotonic()
        done = TARGETS[name].run(file.read_bytes())
        print(f"{file}: {'read' if done else 'refused, or nothing in it'} in {time.monotonic() - began:.2f} s")
    return 0


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    names = sorted(path.name for path in (Path(__file__).parent / "seeds").iterdir())
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=[*names, EACH])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="try these inputs instead of searching")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, help="so many inputs, instead of so many seconds")
    parser.add_argument("--seed", type=int, default=0, help="0 takes another one each time")
    parser.add_argument("--longest", type=int, default=4096, help="bytes of an input")
    parser.add_argument("--keep", type=Path, default=KEPT, metavar="FOLDER", help="where found inputs are kept")
    given = parser.parse_args(arguments)
    if given.files and given.target == EACH:
        parser.error("name the target that the files are for")
    return given


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
