"""Fetching a page from servers that mean no good."""

import gzip
import hashlib
import socket
import struct
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from provenance import __version__
from provenance.article import ArticleError, Fetched, connecting, fetch
from tests.article.server import Server, endless, page, serving

PAGE = b"<p>The harbour will close, Tern reported.</p>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def clock() -> datetime:
    return datetime(2031, 5, 2, 12, 0, 30, 999, tzinfo=timezone(timedelta(hours=2)))


def get(server: Server, path: str = "/", *, seconds: float = 20.0, max_bytes: int = 100_000) -> Fetched:
    return fetch(server.url + path, allow_private=True, seconds=seconds, max_bytes=max_bytes, clock=clock)


def refusal(server: Server, path: str = "/", *, seconds: float = 20.0) -> tuple[str, str]:
    with pytest.raises(ArticleError) as refused:
        get(server, path, seconds=seconds)
    problem = refused.value.problem
    assert problem.place.file == server.url + path
    assert problem.hint
    return problem.code, problem.message


def test_a_page(server: Server) -> None:
    server.answers["/a"] = page(PAGE, kind="Text/HTML; charset=UTF-8")
    assert get(server, "/a?b=ü c".replace(" ", "%20")) == Fetched(
        url=f"{server.url}/a?b=ü%20c",
        final_url=f"{server.url}/a?b=ü%20c",
        bytes=PAGE,
        content_type="text/html; charset=utf-8",
        accessed="2031-05-02T10:00:30Z",
        sha256=hashlib.sha256(PAGE).hexdigest(),
    )
    asked = (
        "GET /a?b=%C3%BC%20c HTTP/1.1\r\n"
        f"Host: {server.url.removeprefix('http://')}\r\n"
        f"User-Agent: source-provenance/{__version__} (fetches one page at a person's request)\r\n"
        "Accept: text/html,application/xhtml+xml,text/plain;q=0.8\r\n"
        "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )
    assert server.requests == [asked]


def test_the_time_is_that_of_now_where_none_is_given(server: Server) -> None:
    server.answers["/"] = page(PAGE)
    before = datetime.now(UTC).replace(microsecond=0)
    found = fetch(server.url, allow_private=True).accessed
    assert before <= datetime.fromisoformat(found) <= datetime.now(UTC)


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", "text/plain;charset=x", "text/markdown"])
def test_kinds_that_are_read(server: Server, kind: str) -> None:
    server.answers["/"] = page(PAGE, kind=kind)
    assert get(server).bytes == PAGE


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("application/pdf", "this is sent as 'application/pdf', not as a page (HTML) or text"),
        ("image/png", "this is sent as 'image/png', not as a page (HTML) or text"),
        ("text/htmlx", "this is sent as 'text/htmlx', not as a page (HTML) or text"),
        (None, "this is sent without a content type"),
    ],
)
def test_other_kinds_are_refused(server: Server, kind: str | None, said: str) -> None:
    server.answers["/"] = page(PAGE, kind=kind)
    assert refusal(server) == ("not-a-page", said)


def test_a_page_in_chunks_and_packed(server: Server) -> None:
    packed = gzip.compress(PAGE)
    chunks = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in (packed[:9], packed[9:]))
    server.answers["/"] = page(chunks + b"0\r\n\r\n", "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    assert get(server).bytes == PAGE


def test_redirects_are_followed_and_cookies_are_not_sent(server: Server) -> None:
    server.answers["/"] = page(b"", "Location: /b/c", "Set-Cookie: a=b", status="302 Found")
    server.answers["/b/c"] = page(b"", "Location: ../d\xc3\xa9", status="308 Permanent Redirect")
    server.answers["/d%C3%A9"] = page(PAGE)
    assert get(server).final_url == f"{server.url}/dé"
    assert len(server.requests) == 3
    assert not any("cookie" in request.lower() for request in server.requests)


def test_redirects_end(server: Server) -> None:
    server.answers["/"] = page(b"", "Location: /", status="301 Moved")
    assert refusal(server) == ("not-fetched", "it leads on more than 5 times")
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("location", "code", "said"),
    [
        ("file:///etc/passwd", "bad-address", "only http and https are fetched, not 'file:///etc/passwd'"),
        ("gopher://a.example/", "bad-address", "only http and https are fetched, not 'gopher://a.example/'"),
        ("http://a:b@a.example/", "bad-address", "this address holds a name or password"),
        ("http://[x]/", "not-fetched", None),
    ],
)
def test_redirects_are_checked(server: Server, location: str, code: str, said: str | None) -> None:
    server.answers["/"] = page(b"", f"Location: {location}", status="302 Found")
    found = refusal(server)
    assert found[0] == code
    assert said in {None, found[1]}


PRIVATE = [
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[ff02::1]/",
    "http://localhost/",
    "http://localhost./",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_private_addresses_are_refused(url: str) -> None:
    with pytest.raises(ArticleError) as refused:
        fetch(url, seconds=20)
    assert refused.value.problem.code in {"private-address", "not-fetched"}
    if refused.value.problem.code == "not-fetched":
        assert "name of the server is not known" in refused.value.problem.message  # no IPv6, or no such form, here


def test_private_address() -> None:
    with pytest.raises(ArticleError) as refused:
        fetch("http://0x7f.1/")
    assert str(refused.value) == (
        "http://0x7f.1/: '0x7f.1' (127.0.0.1) is not on the public internet (if you trust the address, allow private "
        "addresses; or save the page and name the file)"
    )


class Names:
    """A resolver that answers each question for a name with the next of its addresses."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        self.asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.answers.pop(0)]


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first name is told to be public, though it leads to the server of this test."""
    server.answers["/"] = page(b"", "Location: http://second.example/", status="302 Found")
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(connecting, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(socket, "create_connection", connected_to(server))
    with pytest.raises(ArticleError) as refused:
        fetch(f"http://first.example:{server.url.rpartition(':')[2]}/")
    assert refused.value.problem.message == "'second.example' (10.0.0.1) is not on the public internet"
    assert names.asked == ["first.example", "second.example"]


def connected_to(server: Server) -> object:
    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0] == "127.0.0.1"
        found = socket.socket()
        found.settimeout(timeout)
        found.connect(server.listener.getsockname())
        return found

    return connect


def test_a_name_that_changes_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: public when it is checked, private when it would be looked up again."""
    names = Names(["93.184.216.34"], ["127.0.0.1"])
    tried: list[tuple[str, int]] = []

    def refuse(address: tuple[str, int], **_: object) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(ArticleError) as refused:
        fetch("http://rebinding.example/")
    assert refused.value.problem.message == "the connection fails: connection refused"
    assert tried == [("93.184.216.34", 80)]
    assert names.asked == ["rebinding.example"]


def test_a_name_with_a_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names(["93.184.216.34", "192.168.1.1"]))
    with pytest.raises(ArticleError) as refused:
        fetch("http://mixed.example/")
    assert refused.value.problem.code == "private-address"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "a.example/news",
        "http://",
        "http://a b/",
        "http://a.example/\r\nX: y",
        "http://a.example\\@b.example/",
        "http://user@a.example/",
        "http://a.example:99999/",
        "http://a.example:0/",
        "http://[::1",
        "http://" + "a" * 300 + ".example/",
        "http://a..example/",
        "http://a.example/" + "x" * 5000,
        "http://a%00.example/",
    ],
)
def test_bad_addresses_are_refused_before_anything_is_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names())
    with pytest.raises(ArticleError) as refused:
        fetch(url)
    assert refused.value.problem.code == "bad-address"


def test_bad_address() -> None:
    with pytest.raises(ArticleError) as refused:
        fetch("ftp://a.example/")
    assert refused.value.problem.message == "only http and https are fetched, not 'ftp://a.example/'"
    assert refused.value.problem.hint == "write the whole address, such as https://example.com/news/1"


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.answers["/"] = page(PAGE)
    assert get(server).bytes == PAGE


SLOW = ("not-fetched", "it takes longer than 0.5 seconds")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        endless(b"", pause=0.05),
        endless(b"x", b"HTTP/1.1 200 OK\r\nX: ", pause=0.05),
        endless(b"x", HEAD, pause=0.05),
        endless(b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.05),
        endless(b"1\r\nx\r\n", HEAD[:-2] + b"Transfer-Encoding: chunked\r\n\r\n", pause=0.05),
    ],
    ids=["silent", "slow headers", "slow body", "endless interim answers", "slow chunks"],
)
def test_one_clock_runs_for_all_of_it(server: Server, answer: object) -> None:
    server.answers["/"] = answer  # type: ignore[assignment]
    assert refusal(server, seconds=0.5) == SLOW


def test_the_clock_runs_on_over_redirects(server: Server) -> None:
    def later(connection: socket.socket, over: threading.Event) -> None:
        over.wait(0.2)
        connection.sendall(page(b"", "Location: /", status="302 Found"))

    server.answers["/"] = later
    assert refusal(server, seconds=0.5) == SLOW


def test_a_resolver_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(10) and [])
    with pytest.raises(ArticleError) as refused:
        fetch("http://slow.example/", seconds=0.2)
    over.set()
    assert refused.value.problem.message == "it takes longer than 0.2 seconds"


TOO_LARGE = ("too-large", "the page is larger than 100,000 bytes")


@pytest.mark.parametrize(
    "answer",
    [
        endless(b"x" * 60_000, HEAD),
        endless(b"ea60\r\n" + b"x" * 60_000 + b"\r\n", HEAD[:-2] + b"Transfer-Encoding: chunked\r\n\r\n"),
        page(b"x" * 100_001),
        page(gzip.compress(b"x" * 50_000_000), "Content-Encoding: gzip"),
        endless(b"\x00" * 60_000, HEAD[:-2] + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)),
    ],
    ids=["endless", "endless chunks", "one byte more", "a bomb", "endless behind what is packed"],
)
def test_too_large(server: Server, answer: object) -> None:
    server.answers["/"] = answer  # type: ignore[assignment]
    assert refusal(server) == TOO_LARGE


def reset(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(HEAD + b"x")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page(PAGE, "Content-Length: 1000"), "the connection fails: the page ends before its announced length"),
        (page(b"5\r\nab", "Transfer-Encoding: chunked"), "the connection fails: the page ends before its announced length"),
        (page(b"zz\r\nab", "Transfer-Encoding: chunked"), None),
        (page(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), "the connection fails: the packed page ends early"),
        (page(PAGE, "Content-Encoding: gzip"), "the connection fails: the page is packed wrongly"),
        (page(PAGE, "Content-Encoding: br"), "the connection fails: the page is packed as 'br', which was not asked for"),
        (page(PAGE, "X: " + "x" * 70_000), "the connection fails: the server does not answer as HTTP says (LineTooLong)"),
        (page(PAGE, *["X: y"] * 200), "the connection fails: the server does not answer as HTTP says (HTTPException)"),
        (b"", "the connection fails: the server does not answer as HTTP says (RemoteDisconnected)"),
        (b"SSH-2.0-OpenSSH\r\n", "the connection fails: the server does not answer as HTTP says (BadStatusLine)"),
        (b"\xff\x00" * 100, None),
        (page(PAGE, status="404 Not Found"), "the server answers 404 Not Found"),
        (page(PAGE, status="403 "), "the server answers 403"),
        (page(b"", status="302 Found"), "the server answers 302 Found"),
        (page(PAGE, status="206 Partial Content"), "the server answers 206 Partial Content"),
        (reset, "the connection fails: connection reset by peer"),
    ],
)  # fmt: skip
def test_broken_answers(server: Server, answer: object, said: str | None) -> None:
    server.answers["/"] = answer  # type: ignore[assignment]
    code, message = refusal(server)
    assert code == "not-fetched"
    assert said in {None, message}


def test_more_than_was_announced_is_left(server: Server) -> None:
    server.answers["/"] = page(PAGE + b"<p>more", f"Content-Length: {len(PAGE)}")
    assert get(server).bytes == PAGE


def test_not_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ArticleError) as refused:
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)
    assert str(refused.value) == (
        f"http://127.0.0.1:{port}/: the connection fails: connection refused (try again, or save the page from a browser "
        "and name the file)"
    )


def test_a_server_that_cannot_encrypt(server: Server) -> None:
    server.answers["/"] = page(PAGE)
    with pytest.raises(ArticleError) as refused:
        fetch(server.url.replace("http:", "https:"), allow_private=True, seconds=20)
    assert refused.value.problem.code == "not-fetched"


def test_a_server_that_never_shakes_hands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(ArticleError) as refused:
        fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/", allow_private=True, seconds=0.3)
    assert refused.value.problem.message == "it takes longer than 0.3 seconds"


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names([]))
    with pytest.raises(ArticleError) as refused:
        fetch("http://nowhere.example/")
    assert refused.value.problem.message == "the connection fails: the name of the server is not known"
