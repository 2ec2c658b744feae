"""How a claim's verdict changed: before → after, or unchanged."""

from collections.abc import Iterator

from provenance.report.lines import Span, Style
from provenance.trace.weigh import Weighed
from provenance.wording.change import change_words, status_step


def change_spans(before: Weighed, after: Weighed) -> Iterator[Span]:
    """Say status, origin count and supporting reports, each as it was and as it is, or that it is unchanged."""
    was, now = status_step(before, after)
    yield was, Style.PLAIN
    yield now, Style.STRONG if was else Style.PLAIN
    yield f" · {change_words(before, after)}", Style.PLAIN
