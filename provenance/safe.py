r"""Text from records made harmless for a terminal or a line-based format.

Control characters and bidirectional controls are shown as escapes (`\x1b`, `\u202e`): a record can
neither steer a terminal nor make text read in another order than it is stored. Letters of every
script, combining marks, emoji and the joiners they need pass unchanged.
"""

import re

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2065-\u2069"  # bidirectional controls (Unicode Standard Annex 9)
    "\u200b\u2028\u2029\u2060-\u2064\ufeff\ufffe\uffff"  # zero-width space, separators, invisible operators
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tag characters
)
_SPACES = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    """Replace every character that would act rather than be read by its escape."""
    return _INVISIBLE.sub(_escape, text)


def one_line(text: str) -> str:
    """Fold white space, line breaks included, to single spaces, and make the rest visible."""
    return visible(_SPACES.sub(" ", text.strip(" \t\r\n")))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x100:  # noqa: PLR2004
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004
