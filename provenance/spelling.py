"""When two names are one name, however they are written."""

import unicodedata


def folded(name: str) -> str:
    """Give `name` without what does not tell two names apart: case, kinds of white space, ways to compose a letter."""
    if name.isascii():
        return " ".join(name.casefold().split())
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
