"""A hostile server on this machine: what it answers is said by the test, byte for byte."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = bytes | Callable[[socket.socket, threading.Event], None]


class Server:
    """Where it listens, and the requests it got. `answers` are by path; a function gets the connection itself."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.answers: dict[str, Answer] = {}
        self.requests: list[str] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            request = connection.recv(65536).decode("latin-1")
            self.requests.append(request)
            found = self.answers.get(request.split(" ")[1].partition("?")[0], b"")
            if isinstance(found, bytes):
                connection.sendall(found)
            else:
                found(connection, self.over)


@contextmanager
def serving() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener)
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def page(body: bytes, *headers: str, status: str = "200 OK", kind: str | None = "text/html") -> bytes:
    """Give an answer with its length, unless the headers say another."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    if not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def endless(piece: bytes, first: bytes = b"", pause: float = 0.0) -> Answer:
    """Give an answer that never ends: `first`, then `piece` again and again."""

    def answer(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(first)
        while not over.wait(pause) if pause else not over.is_set():
            connection.sendall(piece)

    return answer
