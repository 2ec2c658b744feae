"""What an import could not place, for eyes."""

from collections.abc import Iterable, Iterator

from provenance.report.lines import Line, Style, cut, line
from provenance.wording.numbers import plural

_MOST = 300


def note_lines(notes: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """List what was not placed, each with where it stands; long texts are cut, the YAML has them whole."""
    found = list(notes)
    if found:
        yield line(f"Not placed: {plural(len(found), 'thing')}; the head of the YAML lists them too")
    for where, what in found:
        shown, _ = cut(what, _MOST)
        yield line((f"{where}: ", Style.STRONG), shown, rest="  ")
