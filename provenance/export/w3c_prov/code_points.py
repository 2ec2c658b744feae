r"""Text of Turtle and PROV-N that is inert wherever it is shown: what acts stands as `\uXXXX`, which parsers read back.

Both read such escapes in their strings (Turtle 6.4; PROV-N 6), and what acts stands nowhere else in what we write.
"""

import re

_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What provenance/safe.py makes visible, without line feeds; a test holds the two together."""


def inert(text: str) -> str:
    """Escape what acts in a file, so that it means the same."""
    return _ACTING.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004
