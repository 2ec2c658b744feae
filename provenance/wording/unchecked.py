"""What a check did not look at, in a sentence."""

from provenance.check.unchecked import Unchecked
from provenance.safe import one_line
from provenance.wording.numbers import plural

_SHOWN = 2


def unchecked_words(unchecked: Unchecked) -> str:
    """Say what the records were not held against, and which files beside them were not read."""
    left = []
    if unchecked.addresses:
        left.append(f"{unchecked.addresses:,} address{'es' if unchecked.addresses > 1 else ''} not opened")
    if unchecked.quotes:
        left.append(f"{plural(unchecked.quotes, 'quote')} not compared")
    said = f"Not checked: what the reports themselves say{' (' if left else ''}{', '.join(left)}{')' if left else ''}."
    if not unchecked.passed_over:
        return said
    names = [one_line(name) for name in unchecked.passed_over[:_SHOWN]]
    more = [f"{len(unchecked.passed_over) - _SHOWN:,} more"] if len(unchecked.passed_over) > _SHOWN else []
    return f"{said} Not read, since their names do not end in .yaml or .yml: {', '.join([*names, *more])}."
