"""How a claim's verdict changed: before → after, or unchanged."""

from collections.abc import Iterator

from provenance.report.lines import Span, Style
from provenance.report.subject import independence_words
from provenance.trace.weigh import Weighed
from provenance.wording.names import count_words
from provenance.wording.numbers import plural


def change_spans(before: Weighed, after: Weighed) -> Iterator[Span]:
    """Say status, origin count and supporting reports, each as it was and as it is, or that it is unchanged."""
    old, new = before.verdict, after.verdict
    if old.status is new.status:
        yield f"{new.status.upper()} unchanged", Style.PLAIN
    else:
        yield f"{old.status} → ", Style.PLAIN
        yield new.status.upper(), Style.STRONG
    count = step_words(count_words(old.origin_count), count_words(new.origin_count))
    reports = plural(new.supporting, "supporting report")
    more = "" if old.supporting == new.supporting else f"{old.supporting:,} → "
    yield f" · {count}{independence_words(after)} · {more}{reports}", Style.PLAIN


def step_words(before: str, after: str) -> str:
    """Say how one thing was and is, or that it is unchanged."""
    return f"{after} unchanged" if before == after else f"{before} → {after}"
