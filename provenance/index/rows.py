"""The rows of an index: one record each, under its name, with what it needs and a checksum."""

import hashlib
import json
from typing import Any

from provenance.packing import Packed
from provenance.slices import Key

TABLE = "CREATE TABLE record (name BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"
INSERT = "INSERT INTO record VALUES (?, ?)"

CLAIMS = "claims"
"""The name of the row with every claim, in which one is looked for by words; no record is named so."""

_CHECK = 8
_TEXT = json.JSONEncoder(separators=(",", ":"), check_circular=False)


class BrokenRowError(ValueError):
    """A row that is not what was written."""


def name_of(key: Key) -> str:
    """Give the name a record stands under."""
    return f"{key.kind}/{key.number}/{key.id}"


def stored_name(name: str) -> bytes:
    """Give a name as SQLite keeps it; one with half a surrogate pair, too."""
    return name.encode("utf-8", "surrogatepass")


def sealed(digest: bytes, name: bytes, content: Packed) -> bytes:
    """Write what a row holds behind its checksum, which no other row has, and no row of another index."""
    text = _TEXT.encode(content).encode("ascii")
    return _check(digest, name, text) + text


def opened(digest: bytes, name: bytes, body: object) -> Any:
    """Give what a row holds. Raises BrokenRowError where it is not what was written."""
    if not isinstance(body, bytes) or body[:_CHECK] != _check(digest, name, body[_CHECK:]):
        raise BrokenRowError(name)
    return json.loads(body[_CHECK:])


def _check(digest: bytes, name: bytes, text: bytes) -> bytes:
    made = hashlib.blake2b(b"%d/%b" % (len(name), name), digest_size=_CHECK, key=digest)
    made.update(text)
    return made.digest()
