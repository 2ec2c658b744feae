"""Output that is printed as it is found, however much there is of it."""

import os
import sys
from collections.abc import Iterable

from provenance.cli.output import print_lines, reader_may_leave
from provenance.report.lines import Line


def print_as_found(groups: Iterable[Iterable[Line]]) -> int:
    """Print each group of lines as soon as it is there, and count them; end where nobody reads any more."""
    leads_to = _where_output_goes()
    number = 0
    for number, lines in enumerate(groups, 1):  # noqa: B007 - counted for the answer
        print_lines(lines)
        with reader_may_leave():
            sys.stdout.flush()
        if _where_output_goes() != leads_to:  # `reader_may_leave` has turned it to nowhere
            break
    return number


def _where_output_goes() -> tuple[int, ...] | None:
    """Give what tells one file, pipe or device from another; None where standard output is none of them."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except OSError:  # it is captured
        return None
    return found.st_mode, found.st_dev, found.st_ino
