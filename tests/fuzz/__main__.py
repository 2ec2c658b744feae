"""`python -m tests.fuzz TARGET [--seconds N | --runs N | FILE…]`: search for inputs that break a promise, or try one."""

import argparse
import sys
import time
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path
from random import Random

KEPT = Path(".fuzz")
"""Where inputs that reach new code are kept between runs, and what broke a promise."""

_SLOWEST = 30  # seconds an input may take
_MEMORY = 3000  # MiB


def main(arguments: Sequence[str]) -> int:
    """Run a target, and give the exit code."""
    given = _parsed(arguments)
    if given.files:
        return _tried(given.target, given.files)
    try:
        import atheris  # noqa: PLC0415 - an extra
    except ImportError:
        print("fuzzing needs an extra that is not installed: pip install 'source-provenance[fuzz]'", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["provenance"]):
        from tests.fuzz.mutating import changed, words  # noqa: PLC0415
        from tests.fuzz.targets import SEEDS, TARGETS, seeds  # noqa: PLC0415 - what is imported here is watched

        target = TARGETS[given.target]
        for path in seeds(given.target):  # what a run imports late is watched too
            target.run(path.read_bytes())
    kept = given.keep / given.target
    kept.mkdir(parents=True, exist_ok=True)
    options = [
        f"-runs={given.runs}" if given.runs is not None else f"-max_total_time={given.seconds}",
        f"-seed={given.seed}",
        f"-max_len={given.longest}",
        f"-timeout={_SLOWEST}",
        f"-rss_limit_mb={_MEMORY}",
        f"-artifact_prefix={given.keep}/{given.target}-",  # of inputs that take too long or too much
        "-print_final_stats=1",
    ]
    known = words(path.read_bytes() for path in seeds(given.target))

    def tried(data: bytes) -> None:
        try:
            target.run(data)
        except BaseException:
            _keep(data, given.keep / f"{given.target}-{sha1(data).hexdigest()[:12]}")
            raise

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.randrange(3) == 0:
            return bytes(atheris.Mutate(data, most))
        return changed(data, known, chance)[:most]

    atheris.Setup([sys.argv[0], *options, str(kept), str(SEEDS / given.target)], tried, custom_mutator=mutated)
    atheris.Fuzz()
    return 0


def _keep(data: bytes, path: Path) -> None:
    """Keep what broke a promise, and say how it is tried again."""
    path.write_bytes(data)
    print(f"\n{path} breaks a promise: python -m tests.fuzz {path.name.rpartition('-')[0]} {path}", file=sys.stderr)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=_names())
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="try these inputs instead of searching")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, help="so many inputs, instead of so many seconds")
    parser.add_argument("--seed", type=int, default=0, help="0 takes another one each time")
    parser.add_argument("--longest", type=int, default=4096, help="bytes of an input")
    parser.add_argument("--keep", type=Path, default=KEPT, metavar="FOLDER", help="where found inputs are kept")
    return parser.parse_args(arguments)


def _names() -> list[str]:
    return sorted(path.name for path in (Path(__file__).parent / "seeds").iterdir())


def _tried(name: str, files: Sequence[Path]) -> int:
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - after the arguments are known to be right

    for file in files:
        began = time.monotonic()
        done = TARGETS[name].run(file.read_bytes())
        print(f"{file}: {'read' if done else 'refused, or nothing in it'} in {time.monotonic() - began:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
