r"""A text as the lines the YAML parser counts, each with its own end; put together they are the text, byte for byte."""

import re

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    r"""Split a text after each `\n`, `\r\n` and `\r`, as YAML does and `str.splitlines` does not."""
    return _LINE.findall(text)


def line_end(text: str) -> str:
    r"""Give the end of the first line of a text, or `\n`."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def bare(line: str) -> str:
    """Give a line without its end."""
    return line.rstrip("\r\n")
