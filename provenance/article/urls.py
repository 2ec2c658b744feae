"""Addresses that may be fetched, taken apart."""

import re
from urllib.parse import quote, urlsplit

from provenance.article.problems import ArticleError
from provenance.value import value

_PORTS = {"http": 80, "https": 443}
_FORBIDDEN = re.compile("[\x00-\x20\x7f\\\\]")
_LONGEST = 4000
_HINT = "write the whole address, such as https://example.com/news/1"


@value
class Target:
    """Where to connect and what to ask for; `host` is as it is looked up, `path` with its query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    host_header: str


def target(url: str, *, asked: str) -> Target:
    """Take an address apart. Raises ArticleError where it is not http or https, has a password, or cannot be read.

    `asked` is the address the person named, which a redirect may have led away from.
    """
    if len(url) > _LONGEST or _FORBIDDEN.search(url):
        raise _bad(asked, "this address holds spaces, control characters or backslashes, or is very long", _HINT)
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        raise _bad(asked, f"this is no address: '{_shown(url)}'", _HINT) from None
    if parts.scheme not in _PORTS:
        raise _bad(asked, f"only http and https are fetched, not '{_shown(url)}'", _HINT)
    if "@" in parts.netloc:
        hint = "leave them out; save a page behind a login from a browser"
        raise _bad(asked, "this address holds a name or password", hint)
    if not host:
        raise _bad(asked, f"this address names no server: '{_shown(url)}'", _HINT)
    name = _ascii(host)
    if name is None or port == 0:
        raise _bad(asked, f"'{_shown(host)}' cannot be the name of a server", _HINT)
    shown = f"[{name}]" if ":" in name else name
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    return Target(
        url=url,
        scheme=parts.scheme,
        host=name,
        port=port or _PORTS[parts.scheme],
        path=path + query,
        host_header=shown if port is None or port == _PORTS[parts.scheme] else f"{shown}:{port}",
    )


def _ascii(host: str) -> str | None:
    """Give a server's name in ASCII (IDNA), without the dot of the root."""
    try:
        name = host.encode("ascii" if ":" in host else "idna").decode("ascii").rstrip(".")
    except UnicodeError:
        return None
    return name if re.fullmatch(r"[\w.:-]{1,253}", name) else None


def _bad(asked: str, message: str, hint: str) -> ArticleError:
    return ArticleError("bad-address", asked, message, hint)


def _shown(text: str) -> str:
    return text if len(text) <= 100 else text[:100] + "…"  # noqa: PLR2004
