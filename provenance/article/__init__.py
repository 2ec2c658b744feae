"""An article as a page, a text or an address gives it: its words, its links, who published it and when.

Nothing here knows of records or attributions. HTML needs the extra `draft`; plain text needs nothing. Only `fetch` asks
the network.
"""

from typing import TYPE_CHECKING

from provenance.article.article import Article, Fetched, Link, Span
from provenance.article.problems import ArticleError, MissingExtraError
from provenance.article.reading import read_article, read_bytes, read_fetched

if TYPE_CHECKING:
    from provenance.article.fetching import fetch

__all__ = [
    "Article",
    "ArticleError",
    "Fetched",
    "Link",
    "MissingExtraError",
    "Span",
    "fetch",
    "read_article",
    "read_bytes",
    "read_fetched",
]


def __getattr__(name: str) -> object:
    """Import what asks the network (and with it TLS) only once it is wanted."""
    if name != "fetch":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from provenance.article.fetching import fetch  # noqa: PLC0415 - see above

    return fetch
