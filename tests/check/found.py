"""What one check, or all of them, finds in a text."""

from provenance.check import CHECKS, Check, run_checks
from provenance.read import read_texts
from tests.read.said import lines


def found(text: str, *checks: Check) -> list[str]:
    """Give what `checks` (all if none is named) find in the records of one file, which has to be usable."""
    loaded = read_texts({"f.yaml": text})
    assert loaded.usable, loaded.problems
    return lines(run_checks(loaded.workspace, checks or CHECKS))


def messages(text: str, *checks: Check) -> list[str]:
    """Give only what is wrong and where."""
    return [
        f"{line.split(' ')[0].split('+')[0]} {line.partition(': ')[2].split(' | ')[0]}" for line in found(text, *checks)
    ]
