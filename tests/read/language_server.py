"""A small client of a language server for YAML: JSON-RPC over its standard input and output."""

import json
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from types import TracebackType
from typing import Any, Self

PATIENCE = 60  # seconds for one answer, on a machine that does much else


class LanguageServer:
    """A running server; it knows one schema, and what `open` gave it."""

    def __init__(self, command: Sequence[str], schema: Path) -> None:
        self._process = subprocess.Popen([*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._received: Queue[dict[str, Any]] = Queue()
        self._settings = {"yaml": {"schemas": {schema.as_uri(): "*.yaml"}, "schemaStore": {"enable": False}}}
        self._sent = 0
        self._opened = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        """Introduce the two to each other."""
        able = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}, "workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def open(self, text: str) -> list[dict[str, Any]]:
        """Open a new document and give what the server finds wrong with it."""
        self._opened += 1
        uri = self._uri
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            said = self._next()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri:
                return list(said["params"]["diagnostics"])

    def at(self, method: str, line: int, character: int) -> Any:
        """Ask about a place in the document opened last; both numbers count from 0."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": self._uri}, "position": place})

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """Send a request and give its result."""
        self._sent += 1
        number = self._sent
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            said = self._next()
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    @property
    def _uri(self) -> str:
        return f"file:///records-{self._opened}.yaml"

    def _next(self) -> dict[str, Any]:
        """Give the next message; what the server asks of an editor is answered on the way."""
        said = self._received.get(timeout=PATIENCE)
        if "method" in said and "id" in said:
            wanted = said["params"]["items"] if said["method"] == "workspace/configuration" else None
            settings = None if wanted is None else [self._settings.get(item["section"], {}) for item in wanted]
            self._send({"id": said["id"], "result": settings})
        return said

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while head := stream.readline():
            if head.lower().startswith(b"content-length:"):
                length = int(head.split(b":")[1])
                while stream.readline().strip():
                    pass
                self._received.put(json.loads(stream.read(length)))
