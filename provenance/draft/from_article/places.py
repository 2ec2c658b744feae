"""Where in an article something stands, found without walking through all of it each time."""

from bisect import bisect_right

from provenance.article import Article, Span


class Places:
    """The paragraphs of an article by where they begin."""

    def __init__(self, article: Article) -> None:
        self._paragraphs = sorted((start, end, number) for number, (start, end) in enumerate(article.paragraphs, 1))
        self._starts = [start for start, _, _ in self._paragraphs]

    def paragraph(self, at: int) -> tuple[int, Span] | None:
        """Give the number (from 1) and the span of the paragraph that a character stands in."""
        found = bisect_right(self._starts, at) - 1
        if found < 0:
            return None
        start, end, number = self._paragraphs[found]
        return (number, Span(start, end)) if at < end else None
