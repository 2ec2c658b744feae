"""A record is added and all records are read again, before anything is written."""

from collections import Counter
from collections.abc import Mapping

from provenance.check import run_checks
from provenance.draft.proposal import Entry
from provenance.editing.adding import Added, add_record
from provenance.problems import Problem, Severity
from provenance.read import Loaded, read_texts
from provenance.value import value


@value
class Checked:
    """A record in its file, the problems that come with it, and notes that do not stand against it."""

    added: Added
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check_added(text: str, file: str, entry: Entry, texts: Mapping[str, str]) -> Checked:
    """Add a record to the text of a file, and read it with the other files. Raises NoPlaceError."""
    added = add_record(text, file, entry)
    before = Counter((each.code, each.message) for each in _problems(read_texts(texts)))
    loaded = read_texts({**texts, file: added.text})
    new = []
    for each in loaded.with_excerpts(_problems(loaded)):
        before[each.code, each.message] -= 1
        if before[each.code, each.message] < 0:
            new.append(each)
    return Checked(
        added=added,
        problems=tuple(each for each in new if each.severity is not Severity.INFO),
        notes=tuple(each for each in new if each.severity is Severity.INFO),
    )


def _problems(loaded: Loaded) -> list[Problem]:
    return [*loaded.problems, *run_checks(loaded.workspace)]
