"""An article as a page, a text or an address gives it: its words, its links, who published it and when.

Nothing here knows of records or attributions. HTML needs the extra `draft`; plain text needs nothing.
"""

from provenance.article.article import Article, Link, Span
from provenance.article.fetching import Fetched, fetch
from provenance.article.problems import ArticleError, MissingExtraError
from provenance.article.reading import read_article, read_bytes, read_fetched

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
