"""The value that an article is read into, and what was fetched before it is read."""

from typing import NamedTuple

from provenance.value import value


class Span(NamedTuple):
    """A stretch of an article's text, `text[start:end]`, in code points."""

    start: int
    end: int


class Link(NamedTuple):
    """Words of a paragraph that lead elsewhere: `text[start:end]` and the whole http or https address."""

    start: int
    end: int
    url: str


@value
class Article:
    """An article. What the page does not say is None, or empty: nothing is made up.

    `text` of a plain file is the file's text unchanged: line ends as they are, and a byte order mark, where there is
    one, is its first character. `text` of a page is its paragraphs joined by line feeds, each with its white space
    (no-break spaces too) folded to single spaces, and without soft hyphens and zero-width spaces.

    `paragraphs` are the spans that are the article, in order; what a page has beside it (calls to subscribe, teasers,
    captions, bylines) is in none. `links` lie within them. `encoding` is how the bytes were read, and `lossy` whether
    some were not text in it: they stand as U+FFFD.

    `published` and `modified` are ISO 8601, as exact as the page says and in the offset it gives. `published_by` says
    where the date was found: "json-ld", "meta", "time", or "guessed", a day worked out by htmldate that may be another
    one.
    """

    file: str
    text: str
    paragraphs: tuple[Span, ...]
    title: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_by: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    links: tuple[Link, ...] = ()
    encoding: str = "utf-8"
    lossy: bool = False

    def link_of(self, *spans: Span | tuple[int, int] | None) -> str | None:
        """Give the address that the first of these stretches leads to, of those that lead anywhere."""
        for span in spans:
            for link in self.links if span else ():
                if span and link.start < span[1] and span[0] < link.end:
                    return link.url
        return None


@value
class Fetched:
    """What was fetched. `url` is what was asked for, `final_url` what answered, after redirects.

    `content_type` is as the server sent it, in lower case; `accessed` is when the answer was complete, ISO 8601 in UTC
    to the second; `sha256` is that of `bytes`, the page as unpacked.
    """

    url: str
    final_url: str
    bytes: bytes
    content_type: str
    accessed: str
    sha256: str
