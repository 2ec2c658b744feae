"""What is wrong where the YAML parser stops, in the words of a person who writes records by hand.

A parser says where it gave up and what it hoped for; the cause is often elsewhere (the quote that
was never closed). Each rule below looks at the text there. The words of both of PyYAML's parsers
are known; what no rule knows is said in the parser's own words.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from provenance.problems import Place, Problem, Severity


class _Stop(NamedTuple):
    """Where the parser stopped, and where what it was reading had begun; lines and columns count from 0."""

    lines: list[str]
    line: int
    column: int
    began: tuple[int, int] | None

    @property
    def before(self) -> str:
        return self.text[: self.column]

    @property
    def after(self) -> str:
        return self.text[self.column :].rstrip()

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def opening(self) -> str:
        """The text from where it began to the end of that line."""
        return self.lines[self.began[0]][self.began[1] :].rstrip() if self.began else ""

    @property
    def above(self) -> tuple[int, str]:
        """The nearest line above that holds more than a comment."""
        for number in range(self.line - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return 0, ""


class _Cause(NamedTuple):
    message: str
    hint: str
    at: tuple[int, int]
    length: int = 1


def explain(error: Any, text: str, file: str) -> Problem:
    """Make a problem out of what the parser raised (a `yaml.MarkedYAMLError`)."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark
    place = Place(file)
    said = f"{error.problem or 'the text breaks off'}{f', {error.context}' if error.context else ''}"
    cause = None
    if mark is not None:
        stop = _Stop(text.split("\n"), mark.line, mark.column, (began.line, began.column) if began else None)
        rules = (rule for words, rule in _RULES if any(word in said for word in words))
        cause = next((found for rule in rules if (found := rule(stop))), None)
        line, column = cause.at if cause else (mark.line, mark.column)
        place = Place(file, line + 1, column + 1, max(1, cause.length if cause else 1))
    return Problem(
        code="not-yaml",
        severity=Severity.ERROR,
        place=place,
        message=cause.message if cause else f"this is not YAML: {said}",
        hint=cause.hint if cause else "check the indentation, and quote text that holds ': ', '#', '?', '[' or '{'",
    )


def _tab(stop: _Stop) -> _Cause | None:
    if not stop.after.startswith("\t") and not stop.text[stop.column :].startswith("\t"):
        return None
    tabs = len(stop.text[stop.column :]) - len(stop.text[stop.column :].lstrip("\t"))
    return _Cause("a tab cannot indent a line", "indent with spaces", (stop.line, stop.column), tabs)


def _first_sign(stop: _Stop) -> _Cause | None:
    sign = stop.after[:1]
    if not sign or sign == "\t":
        return None
    at = (stop.line, stop.column)
    if sign in "|>":
        hint = "quote the text, or write this record on lines of its own, without { } and [ ]"
        return _Cause(f"block text ('{sign}') cannot stand inside {{ }} or [ ]", hint, at)
    return _Cause(f"text cannot begin with '{sign}'", _quote(_value(stop.after)), at, len(_value(stop.after)))


def _opening_sign(stop: _Stop) -> _Cause | None:
    """Text that begins with a sign that YAML reads as an alias, an anchor, a tag, a directive or a key."""
    if stop.began is None or stop.opening[:1] not in "*&!%?":
        return None
    words = _value(stop.opening)
    return _Cause(f"text cannot begin with '{stop.opening[:1]}'", _quote(words), stop.began, len(words))


def _question(stop: _Stop) -> _Cause:
    return _Cause("text cannot begin with '? '", _quote(_value(stop.after)), (stop.line, stop.column), len(stop.after))


def _open_quote(stop: _Stop) -> _Cause | None:
    if stop.began is None:
        return None
    hint = "close it, or put the whole text between the other kind of quotes"
    return _Cause("the quote that opens here is never closed", hint, stop.began, len(stop.opening))


def _escape(stop: _Stop) -> _Cause | None:
    start = stop.text.rfind("\\", 0, stop.column + 1)
    if start < 0:
        return None
    hint = "write the character itself; for a backslash write '\\\\', or put the text between single quotes"
    found = re.compile(r"\\(?:x|[uU][0-9a-fA-F]*|.)").match(stop.text, start)
    written = found.group() if found else "\\"
    return _Cause(f"'{written}' does not begin a character here", hint, (stop.line, start), len(written))


def _colon(stop: _Stop) -> _Cause | None:
    """Explain a `: ` where none can stand: in a text, or after a line that lacks its own."""
    if first := re.search(r"([\w-]*):\s+(?=\S)", stop.before):
        words = stop.text[first.end() :].rstrip()
        hint = f"write {{{words}}}" if first[1] in _MAPPINGS and re.match("[a-z]+: ", words) else _quote(words)
        return _Cause("this text holds ': '", hint, (stop.line, first.end()), len(words))
    number, above = stop.above
    words = above.strip().removeprefix("- ")
    if not above:
        return None
    if not re.search(r":(?:\s|$)", above):
        at = (number, above.index(words))
        if joined := re.match(r"[\w-]+:(?=\S)", words):
            key = joined.group()
            return _Cause(f"a space is missing after '{key}'", f"write `{key} …`", at, len(key))
        return _Cause(f"there is no ': ' after '{_short(words)}'", "write `key: value`, or `id:`", at, len(words))
    message = "this line is indented as if it continued the one above it"
    at = (stop.line, len(stop.text) - len(stop.text.lstrip()))
    return _Cause(message, "align it with the key it stands beside, or quote the text above", at, stop.column - at[1])


def _never_closed(stop: _Stop) -> _Cause | None:
    """Find a `{` or `[` that is still open at the end of the file, or of its line where nothing goes on."""
    if stop.began is None or stop.opening[:1] not in _CLOSING:
        return None
    opened, closing = stop.opening[0], _CLOSING[stop.opening[0]]
    if not any(line.strip() for line in (stop.text[stop.column :], *stop.lines[stop.line + 1 :])):
        return _Cause(f"the '{opened}' that opens here is never closed", f"add '{closing}'", stop.began)
    goes_on = stop.lines[stop.line - 1].rstrip().endswith((",", "{", "["))
    if stop.line > stop.began[0] and not goes_on and stop.after[:1] not in ("]", "}", "?"):
        message = f"the '{opened}' that opens here is not closed before line {stop.line + 1}"
        return _Cause(message, f"add '{closing}', or the ',' that is missing at the end of a line", stop.began)
    return None


def _question_mark(stop: _Stop) -> _Cause | None:
    """Find a date such as `2025-09-13?` that PyYAML's own parser does not read inside brackets (libyaml does)."""
    if not stop.after.startswith("?"):
        return None
    before = _ENDS.split(stop.before)[-1]
    words = before + _ENDS.split(stop.after)[0]
    message = f"'{_short(words)}' has to be quoted inside {{ }} and [ ]"
    return _Cause(message, _quote(words), (stop.line, stop.column - len(before)), len(words))


def _in_brackets(stop: _Stop) -> _Cause | None:
    """Explain what breaks a `{…}` or `[…]`."""
    if stop.began is None or stop.opening[:1] not in _CLOSING or not stop.after:
        return None
    opened, closing = stop.opening[0], _CLOSING[stop.opening[0]]
    here, sign = (stop.line, stop.column), stop.after[0]
    if sign in "]}":
        return _Cause(f"a '{closing}' is missing before this '{sign}'", f"close the '{opened}' first", here)
    if sign == ":":
        message = f"there is a ': ' too many inside {opened} {closing}"
        return _Cause(message, "put ',' between the entries, and quote text that holds ': '", here)
    if stop.before.rstrip().endswith(("'", '"')):
        return _after_quote(stop)
    return _Cause(f"a ',' or '{closing}' is missing before this", "put ',' between the entries", here)


def _after_quote(stop: _Stop) -> _Cause:
    hint = f"quote the whole text; {_INSIDE}"
    return _Cause("this stands after the closing quote", hint, (stop.line, stop.column), len(stop.after))


def _no_colon(stop: _Stop) -> _Cause | None:
    if stop.began is None:
        return None
    words = stop.opening
    hint = "write `key: value`; if it continues the text above, indent it deeper than its key"
    return _Cause(f"there is no ': ' after '{_short(words)}'", hint, stop.began, len(words))


def _after_value(stop: _Stop) -> _Cause | None:
    """Explain what stands on a line after its value."""
    last = stop.before.rstrip()[-1:]
    if not last or stop.after[:1] in ("]", "}"):
        return None
    if last in "'\"":
        return _after_quote(stop)
    at = (stop.line, stop.column)
    if last in "]}":
        return _Cause("this stands after the closing bracket", "quote the whole text", at, len(stop.after))
    return _opening_sign(_Stop(stop.lines, stop.line, stop.column, at))


def _among_keys(stop: _Stop) -> _Cause | None:
    """Explain what stands where the next key of a mapping, or its end, belongs."""
    at, sign = (stop.line, stop.column), stop.after[:1]
    if sign in ("]", "}"):
        return _Cause(f"this '{sign}' closes nothing", "delete it, or quote the text it belongs to", at)
    if sign == "-":
        hint = "align it with the items above it, or write it below the key it belongs to"
        return _Cause("a list item stands here among keys", hint, at)
    if sign == ":":
        return _Cause("there is no key before this ':'", "write `key: value`", at)
    return None if stop.before.strip() else _misaligned(stop)


def _misaligned(stop: _Stop) -> _Cause:
    hint = "align it with the keys it stands among"
    return _Cause("no line above is indented like this one", hint, (stop.line, stop.column), len(stop.after))


def _among_items(stop: _Stop) -> _Cause:
    if stop.began and stop.began[1] != stop.column:
        return _misaligned(stop)
    hint = "begin it with `- `, or align it with the key above the list"
    return _Cause("a key stands here among list items", hint, (stop.line, stop.column), len(stop.after))


def _item_after_key(stop: _Stop) -> _Cause:
    hint = "write the list below its key, or as `[a, b]`; quote text that begins with '- '"
    return _Cause("a list cannot begin on the line of its key", hint, (stop.line, stop.column), len(stop.after))


def _nothing_there(stop: _Stop) -> _Cause | None:
    sign = stop.after[:1]
    if sign == ",":
        return _Cause("there is nothing before this ','", "delete it, or add what is missing", (stop.line, stop.column))
    if sign and sign in "]}":
        return _Cause(f"this '{sign}' closes nothing", "delete it, or quote the text", (stop.line, stop.column))
    return None


def _after_the_end(stop: _Stop) -> _Cause:
    hint = "align it with the first section; delete lines such as `...` and `%YAML`"
    return _Cause("the document ends before this line", hint, (stop.line, stop.column), len(stop.after))


def _after_bar(stop: _Stop) -> _Cause | None:
    if stop.began is None:
        return None
    hint = "write the text on the lines below, indented deeper than its key, or quote it"
    at = (stop.line, stop.column)
    return _Cause(f"nothing can follow '{stop.opening[:1]}' on its line", hint, at, len(stop.after))


def _version(stop: _Stop) -> _Cause:
    at = (stop.line, stop.column)
    return _Cause("this asks for a YAML that is not YAML 1", "delete the line", at, len(stop.after))


def _value(text: str) -> str:
    """Cut text where a comment begins or, roughly, where a value inside brackets ends."""
    return re.split(r"\s#|[,\]}](?:\s|$)", text)[0].rstrip()


def _quote(words: str) -> str:
    """Say how to quote `words`: as a whole where that can be shown."""
    if len(words) > _SHOWN or ('"' in words and "'" in words) or "\\" in words:
        return f"put the text between quotes; {_INSIDE}"
    mark = "'" if '"' in words else '"'
    return f"write {mark}{words}{mark}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


_SHOWN = 60
_INSIDE = "inside double quotes write \\\" for a quote, inside single quotes ''"
_CLOSING = {"{": "}", "[": "]"}
_MAPPINGS = ("cites", "details", "read", "same_as", "says", "status")
_ENDS = re.compile(r"[\s,\[\]{}]")

# What the parser says (a part of it), and who can explain it; tried in this order.
_RULES: tuple[tuple[tuple[str, ...], Callable[[_Stop], _Cause | None]], ...] = (
    (("cannot start any token", "tab character"), _tab),
    (("cannot start any token",), _first_sign),
    (("unexpected end of stream", "unexpected document"), _open_quote),
    (("unknown escape", "hexdecimal", "hexadecimal", "escape code"), _escape),
    (("mapping values are not allowed",), _colon),
    (("node content",), _nothing_there),
    (("parsing a flow",), _never_closed),
    (("parsing a flow",), _question_mark),
    (("parsing a flow",), _in_brackets),
    (("could not find expected ':'",), _no_colon),
    (("parsing a block mapping",), _after_value),
    (("parsing a block mapping",), _among_keys),
    (("parsing a block collection",), _among_items),
    (("sequence entries are not allowed",), _item_after_key),
    (("mapping keys are not allowed",), _question),
    (("<document start>",), _after_the_end),
    (("scanning a block scalar",), _after_bar),
    (("incompatible YAML",), _version),
    (("alphabetic", "tag", "directive", "anchor", "alias"), _opening_sign),
)
