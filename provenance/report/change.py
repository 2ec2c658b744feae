"""How a claim's verdict changed: before → after, or unchanged."""

from collections.abc import Iterator

from provenance.report.lines import Span, Style
from provenance.trace.weigh import Weighed
from provenance.wording.change import change_words


def change_spans(before: Weighed, after: Weighed) -> Iterator[Span]:
    """Say status, origin count and supporting reports, each as it was and as it is, or that it is unchanged."""
    old, new = before.verdict, after.verdict
    if old.status is new.status:
        yield f"{new.status.upper()} unchanged", Style.PLAIN
    else:
        yield f"{old.status} → ", Style.PLAIN
        yield new.status.upper(), Style.STRONG
    yield f" · {change_words(before, after)}", Style.PLAIN
