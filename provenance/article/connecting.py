"""A connection to an address that was checked, with one deadline for all that happens on it."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from provenance.article.addresses import is_public
from provenance.article.problems import ArticleError
from provenance.article.urls import Target


class TooSlowError(Exception):
    """The deadline passed."""


class Deadline(NamedTuple):
    """When everything has to be done, by the monotonic clock, and how many seconds there were at first."""

    end: float
    seconds: float

    def left(self) -> float:
        """Give the seconds that are left. Raises TooSlowError where there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise TooSlowError
        return left

    def is_over(self) -> bool:
        """Say whether the deadline has passed."""
        return time.monotonic() >= self.end


@contextmanager
def connection(
    to: Target, asked: str, deadline: Deadline, *, allow_private: bool
) -> Iterator[http.client.HTTPConnection]:
    """Connect to where the name of the server leads, once it is checked, and close in the end.

    A server some of whose addresses are private is refused as a whole. At the deadline the socket is shut down,
    whatever is being waited for: a time-out of the socket would begin anew with every byte.
    """
    addresses = look_up(to, deadline)
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        where = f"'{to.host}'" if to.host == private[0] else f"'{to.host}' ({private[0]})"
        hint = "if you trust the address, allow private addresses; or save the page and name the file"
        raise ArticleError("private-address", asked, f"{where} is not on the public internet", hint)
    plain = _first_that_answers(addresses, to.port, deadline)
    sockets = [plain]
    guard = threading.Timer(deadline.left(), _shut, (sockets,))
    guard.daemon = True
    guard.start()
    found = http.client.HTTPConnection(to.host, to.port)
    found.auto_open = 0  # never another connection than this
    try:
        if to.scheme == "https":
            plain.settimeout(deadline.left())
            context = ssl.create_default_context()
            sealed = context.wrap_socket(plain, server_hostname=to.host, do_handshake_on_connect=False)
            sockets.append(sealed)
            sealed.do_handshake()
        sockets[-1].settimeout(deadline.left())
        found.sock = sockets[-1]
        yield found
    finally:
        guard.cancel()
        found.close()
        for one in sockets:
            one.close()


def look_up(to: Target, deadline: Deadline) -> list[str]:
    """Give the addresses of a server's name, in the order of the system, each once; waiting ends at the deadline."""
    found: list[str] = []
    faults: list[OSError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(to.host, to.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            faults.append(error if isinstance(error, OSError) else socket.gaierror(str(error)))
        else:
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(deadline.left())
    if faults:
        raise faults[0]
    if asking.is_alive():
        raise TooSlowError
    if not found:
        raise socket.gaierror("no address")
    return found


def _first_that_answers(addresses: list[str], port: int, deadline: Deadline) -> socket.socket:
    fault: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=deadline.left())
        except OSError as error:
            fault = error
    assert fault is not None
    raise fault


def _shut(sockets: list[socket.socket]) -> None:
    for one in sockets:
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue
