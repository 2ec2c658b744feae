"""From a file, bytes or what was fetched to an article."""

import os
import stat
from pathlib import Path

from provenance.article.article import Article, Fetched
from provenance.article.decoding import decode, looks_binary
from provenance.article.plain import read_plain
from provenance.article.problems import ArticleError, MissingExtraError
from provenance.limits import ARTICLE_BYTES

_PLAIN_ENDINGS = (".txt", ".md", ".markdown", ".text")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_PAGE_STARTS = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<article",
    "<?xml",
    "<!--",
    "<meta",
    "<title",
    "<div",
    "<p>",
)


def read_article(file: str) -> Article:
    """Read a saved page or a text file. Raises ArticleError."""
    try:
        found = os.stat(file)  # noqa: PTH116 - `file` may hold what no Path can
        if not stat.S_ISREG(found.st_mode):
            raise ArticleError("unreadable", file, "this is not a regular file", "name a page or a text file")
        if found.st_size > ARTICLE_BYTES.now():  # a long live page has 5 MB of HTML
            raise _too_large(file)
        data = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"this cannot be read: {reason}"
        raise ArticleError("unreadable", file, message, "check the path and its permissions") from error
    return read_bytes(data, file)


def read_fetched(fetched: Fetched) -> Article:
    """Read what `fetch` brought. Raises ArticleError."""
    kind, _, rest = fetched.content_type.partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").partition(";")[0] or None
    plain = kind.strip() in {"text/plain", "text/markdown"}
    return read_bytes(fetched.bytes, fetched.url, charset=charset, url=fetched.final_url, plain=plain)


def read_bytes(
    data: bytes, file: str, *, charset: str | None = None, url: str | None = None, plain: bool | None = None
) -> Article:
    """Read the bytes of a page or a text.

    `file` is what the article is called; `url` where it was fetched from, which links are resolved against; `charset`
    what the server called its encoding. Without `plain`, the ending of `file` decides, then how the bytes begin. Raises
    ArticleError, MissingExtraError among them.
    """
    if len(data) > ARTICLE_BYTES.now():
        raise _too_large(file)
    if looks_binary(data):
        hint = "name a page (HTML) or a text file; of a PDF or a picture, save the text as .txt"
        raise ArticleError("binary-file", file, "this is a binary file, not text", hint)
    decoded = decode(data, charset, markup=not _is_plain(file, "", plain=plain))
    if not decoded.text.strip("\ufeff \t\r\n\f"):
        hint = "save the page again; a page that scripts fill is saved from the browser, once it is shown"
        raise ArticleError("empty-article", file, "there is no text in this", hint)
    if _is_plain(file, decoded.text, plain=plain):
        return read_plain(decoded, file, url)
    try:
        from provenance.article.page import read_page  # noqa: PLC0415 - needs the extra, and takes long to import
    except ImportError as missing:
        raise MissingExtraError(file) from missing
    return read_page(decoded, file, url)


def _is_plain(file: str, text: str, *, plain: bool | None) -> bool:
    if plain is not None:
        return plain
    name = file.lower().removesuffix(".gz")
    if name.endswith(_PLAIN_ENDINGS):
        return True
    if name.endswith(_PAGE_ENDINGS):
        return False
    return bool(text) and not text[:200].lstrip("\ufeff \t\r\n\f").lower().startswith(_PAGE_STARTS)


def _too_large(file: str) -> ArticleError:
    hint = f"cut it down to the article; save a long live page in parts; {ARTICLE_BYTES.raised}"
    return ArticleError("too-large", file, f"this is larger than {ARTICLE_BYTES.shown(ARTICLE_BYTES.now())}", hint)
