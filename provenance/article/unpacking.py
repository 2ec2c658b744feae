"""The body of an answer, unpacked, up to a limit."""

import http.client
import zlib

_PIECE = 64 * 1024
_MOST_PACKED = 8
"""What is read of a packed body is limited too: an endless stream may unpack to nothing."""


class TooLargeError(Exception):
    """There is more than the limit."""


def read_body(response: http.client.HTTPResponse, limit: int) -> bytes:
    """Read and unpack a body (gzip, or not packed). Raises TooLargeError as soon as it goes beyond `limit` bytes.

    Raises OSError where it is packed in another way, or wrongly.
    """
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise OSError(f"the page is packed as '{packing[:40]}', which was not asked for")
    pieces = bytearray()
    opener = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    taken = 0
    while data := response.read(_PIECE):
        taken += len(data)
        if taken > limit * (_MOST_PACKED if opener else 1):
            raise TooLargeError
        pieces += data if opener is None else _opened(opener, data, limit + 1 - len(pieces))
        if len(pieces) > limit:
            raise TooLargeError
    if response.length:  # a body that is shorter than its Content-Length is not told by read()
        raise http.client.IncompleteRead(b"", response.length)
    if opener is not None and not opener.eof:
        raise OSError("the packed page ends early")
    return bytes(pieces)


def _opened(opener: "zlib._Decompress", data: bytes, room: int) -> bytes:
    try:
        return opener.decompress(data, max(room, 1))
    except zlib.error:
        raise OSError("the page is packed wrongly") from None
