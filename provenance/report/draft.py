"""What an import could not place, for eyes."""

from collections.abc import Iterable, Iterator

from provenance.report.lines import Line, Style, cut, line
from provenance.wording.numbers import plural

_MOST = 300


def note_lines(notes: Iterable[tuple[str, str]], *, in_yaml: bool) -> Iterator[Line]:
    """List what was not placed, each with where it stands; long texts are cut, the YAML (if there is one) has them."""
    found = list(notes)
    if found:
        yield line(
            f"Not placed: {plural(len(found), 'thing')}{'; the head of the YAML lists them too' if in_yaml else ''}"
        )
    for where, what in found:
        shown, _ = cut(what, _MOST)
        yield line((f"{where}: ", Style.STRONG), shown, rest="  ")
