"""One page from the network, when a person names its address; nothing else here ever asks the network.

The standard library's HTTP client over a socket of ours: the address that was checked is the one that is connected to
(a name is looked up once), and one clock runs for all of it: looking up, connecting, TLS, every header and byte, every
redirect. No cookies, no credentials. Proxies named in the environment are not used: what a proxy connects to cannot be
checked here.
"""

import hashlib
import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import urljoin

from provenance import __version__
from provenance.article.article import Fetched
from provenance.article.connecting import Deadline, TooSlowError, connection
from provenance.article.problems import ArticleError
from provenance.article.unpacking import TooLargeError, read_body
from provenance.article.urls import Target, target
from provenance.limits import FETCH_SECONDS, PAGE_BYTES, REDIRECTS

USER_AGENT = f"source-provenance/{__version__} (fetches one page at a person's request)"
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200


def _now() -> datetime:
    return datetime.now(UTC)


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    seconds: float | None = None,
    max_bytes: int | None = None,
    clock: Callable[[], datetime] = _now,
) -> Fetched:
    """Fetch one page. Raises ArticleError where it cannot or must not be fetched.

    With `allow_private`, addresses of this machine and of private networks are fetched from as well. `clock` gives the
    time that is recorded.
    """
    seconds, max_bytes = seconds or FETCH_SECONDS.now(), max_bytes or PAGE_BYTES.now()
    redirects = REDIRECTS.now()
    deadline = Deadline(time.monotonic() + seconds, seconds)
    at = url
    for _ in range(redirects + 1):
        found = _one(target(at, asked=url), url, deadline, max_bytes, allow_private=allow_private)
        if isinstance(found, str):
            at = found
            continue
        kind, data = found
        when = clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        digest = hashlib.sha256(data).hexdigest()
        return Fetched(url=url, final_url=at, bytes=data, content_type=kind, accessed=when, sha256=digest)
    hint = "open it in a browser and fetch the address it ends at, or save the page"
    raise ArticleError("not-fetched", url, f"it leads on more than {redirects} times", hint)


def _one(to: Target, asked: str, deadline: Deadline, limit: int, *, allow_private: bool) -> str | tuple[str, bytes]:
    """Ask once; give the address that it leads on to, or the content type and the page."""
    try:
        with connection(to, asked, deadline, allow_private=allow_private) as http_connection:
            http_connection.request("GET", to.path, headers=_headers(to))
            with closing(http_connection.getresponse()) as response:
                deadline.left()  # a connection that was shut down looks like headers, or a page, that ended
                found = _answer(response, to, asked, limit)
            deadline.left()
            return found
    except TooLargeError:
        hint = f"save the page from a browser and name the file; {PAGE_BYTES.raised}"
        raise ArticleError("too-large", asked, f"the page is larger than {PAGE_BYTES.shown(limit)}", hint) from None
    except TooSlowError:
        raise _slow(asked, deadline) from None
    except ssl.SSLError as error:
        if deadline.is_over():
            raise _slow(asked, deadline) from None
        reason = getattr(error, "verify_message", "") or error.reason or str(error)
        hint = "the server cannot be told from an impostor; open the address in a browser to see why"
        raise ArticleError("not-fetched", asked, f"the encrypted connection fails: {reason}", hint) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        if deadline.is_over():
            raise _slow(asked, deadline) from None
        hint = "try again, or save the page from a browser and name the file"
        raise ArticleError("not-fetched", asked, f"the connection fails: {_reason(error)}", hint) from error


def _answer(response: http.client.HTTPResponse, to: Target, asked: str, limit: int) -> str | tuple[str, bytes]:
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return urljoin(to.url, location.encode("latin-1", "replace").decode("utf-8", "replace"))
    if response.status != _OK:
        raise _refused(asked, response.status, response.reason)
    kind = (response.getheader("Content-Type") or "").strip().lower()
    if kind.partition(";")[0].strip() not in KINDS:
        raise _other_kind(asked, kind)
    return kind, read_body(response, limit)


def _headers(to: Target) -> dict[str, str]:
    return {
        "Host": to.host_header,
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _reason(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "the page ends before its announced length"
    if isinstance(error, http.client.HTTPException):
        return f"the server does not answer as HTTP says ({type(error).__name__})"
    if isinstance(error, socket.gaierror):
        return "the name of the server is not known"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _refused(asked: str, status: int, reason: str) -> ArticleError:
    words = f"the server answers {status} {reason}".rstrip()[:200]
    hint = "look at the address in a browser; a page behind a login is saved from there"
    return ArticleError("not-fetched", asked, words, hint)


def _other_kind(asked: str, kind: str) -> ArticleError:
    said = f"'{kind[:100]}'" if kind else "without a content type"
    message = f"this is sent as {said}, not as a page (HTML) or text" if kind else f"this is sent {said}"
    return ArticleError("not-a-page", asked, message, "save its text as a .txt file and name that")


def _slow(asked: str, deadline: Deadline) -> ArticleError:
    hint = "try again later, or save the page from a browser and name the file"
    return ArticleError("not-fetched", asked, f"it takes longer than {deadline.seconds:g} seconds", hint)
