"""Gaps in words: each with what would close it, the small ones that many reports share together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from provenance.trace.answer import Gap, GapKind
from provenance.wording.names import id_words
from provenance.wording.numbers import plural

_MANY = 4
_SUMMED = (GapKind.UNDATED, GapKind.UNARCHIVED, GapKind.UNREAD_ORIGINAL)


def gap_sentences(gaps: Sequence[Gap]) -> Iterator[tuple[GapKind, str]]:
    """Say each gap; of the small ones that many reports share, one sentence a kind."""
    summed: dict[GapKind, list[str]] = {}
    for gap in gaps:
        if gap.kind in _SUMMED:
            summed.setdefault(gap.kind, []).append(gap.subject)
        else:
            yield gap.kind, f"{id_words(gap.subject)} – {gap.detail}. To close: {gap.closes}."
    for kind, subjects in summed.items():
        shown = ", ".join(subjects[:_MANY])
        more = f" and {len(subjects) - _MANY} more" if len(subjects) > _MANY else ""
        yield kind, f"{plural(len(subjects), 'report')}: {shown}{more}"


def open_gaps(gaps: Iterable[tuple[GapKind, str]]) -> Iterator[tuple[GapKind, str]]:
    """Name the subjects of gaps, all of a kind together; `gaps` are a kind and a subject each, sorted."""
    for kind, together in groupby(gaps, key=lambda gap: gap[0]):
        yield kind, ", ".join(id_words(subject) for _, subject in together)
