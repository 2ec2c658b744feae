"""From the bytes of a page or a text to its characters."""

import codecs
import re

from provenance.value import value

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer first where one begins another."""
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
"""Browsers look for a declared encoding in the first 1,024 bytes; many pages declare it later."""
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip
"""What browsers read for an encoding that is named (WHATWG Encoding Standard, names and labels)."""
_BINARY_STARTS = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8",
    b"\x1f\x8b", b"\x7fELF", b"ID3", b"RIFF", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_NOT_OF_PAGES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined", "mbcs", "oem"}
_SAMPLE = 200_000
_LIKELY = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "iso8859_2",
    "iso8859_5", "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5",
)  # fmt: skip
"""The encodings of old pages that are still met."""


@value
class Decoded:
    """Text, how its bytes were read, and whether some of them were not text in it (they stand as U+FFFD)."""

    text: str
    encoding: str
    lossy: bool = False


def looks_binary(data: bytes) -> bool:
    """Say whether bytes are no text: they begin as a known binary file, or hold NUL and no byte order mark."""
    if data.startswith(_BINARY_STARTS):
        return True
    return b"\x00" in data[:8192] and not data.startswith(tuple(mark for mark, _ in _MARKS))


def decode(data: bytes, charset: str | None = None, *, markup: bool = True) -> Decoded:
    """Read bytes by their byte order mark, what the server says, what the page declares, as UTF-8, or as they look.

    Text read by its mark as UTF-8 keeps the mark as its first character; UTF-16 and UTF-32 lose it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _exactly(data, name) or Decoded(text=data.decode(name, "replace"), encoding=name, lossy=True)
    found = _DECLARED.search(data[:_HEAD]) if markup else None
    declared = found.group(1).decode("ascii", "replace") if found else None
    names = dict.fromkeys(name for name in (_codec(charset), _codec(declared), "utf-8") if name)
    for name in names:
        if name.startswith(("utf-16", "utf-32")):
            continue  # without a mark the declaration itself could not have been read
        if (exact := _exactly(data, name)) is not None:
            return exact
    return _as_it_looks(data, next(iter(names)))


def _exactly(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(text=data.decode(name), encoding=name)
    except UnicodeError:
        return None


def _as_it_looks(data: bytes, named: str) -> Decoded:
    """Choose between a few stray bytes in the encoding that was named and another encoding altogether."""
    text = data.decode(named, "replace")
    if text.count("\ufffd") * 1000 <= len(text):
        return Decoded(text=text, encoding=named, lossy=True)
    guessed = _guess(data)
    exact = _exactly(data, guessed) if guessed else None
    return exact or Decoded(text=text, encoding=named, lossy=True)


def _guess(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - comes with the extra; slow to import
    except ModuleNotFoundError:
        return "cp1252"
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LIKELY)).best()
    return _codec(best.encoding) if best else "cp1252"


def _codec(label: str | None) -> str | None:
    """Give Python's name for a label, or None where it knows none, or one that is no text encoding."""
    if not label:
        return None
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name in _NOT_OF_PAGES:
        return None
    return _MEANT.get(codec.name, codec.name)
