"""What was drafted, and what an import could not place, for eyes."""

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


def yaml_lines(text: str) -> Iterator[Line]:
    """Give a draft as lines: what is a comment is faint; a long row that is wrapped goes on as what it is."""
    for row in text.rstrip("\n").split("\n"):
        words = row.lstrip(" #") if row.lstrip(" ").startswith("#") else row.lstrip(" ")
        margin = row[: len(row) - len(words)]
        if "#" in margin:
            yield line((words, Style.FAINT), first=margin, rest=margin)
        else:
            yield line(words, first=margin, rest=f"{margin}    ")
