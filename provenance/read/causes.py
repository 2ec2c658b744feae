"""Why YAML cannot be read: each function looks at where the parser stopped, and explains that or gives None."""

import re
from typing import NamedTuple

from provenance.read.wording import shortened


class Stop(NamedTuple):
    """Where the parser stopped, and where what it was reading had begun; lines and columns count from 0."""

    lines: list[str]
    line: int
    column: int
    began: tuple[int, int] | None

    @property
    def here(self) -> tuple[int, int]:
        """Where it stopped."""
        return self.line, self.column

    @property
    def before(self) -> str:
        """The text of the line before that."""
        return self.text[: self.column]

    @property
    def after(self) -> str:
        """The text of the line from there on."""
        return self.text[self.column :].rstrip()

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line]

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


class Cause(NamedTuple):
    """What is wrong, what to do, and where: a line and column that count from 0, and a length."""

    message: str
    hint: str
    at: tuple[int, int]
    length: int = 1


def tab(stop: Stop) -> Cause | None:
    """Find a tab where only spaces can stand."""
    if not stop.text[stop.column :].startswith("\t"):
        return None
    tabs = len(stop.text[stop.column :]) - len(stop.text[stop.column :].lstrip("\t"))
    return Cause("a tab cannot indent a line", "indent with spaces", stop.here, tabs)


def first_sign(stop: Stop) -> Cause:
    """Find a text that begins with a sign that no text can begin with."""
    sign = stop.after[:1]
    if sign in "|>":
        hint = "quote the text, or write this record on lines of its own, without { } and [ ]"
        return Cause(f"block text ('{sign}') cannot stand inside {{ }} or [ ]", hint, stop.here)
    words = _value(stop.after)
    return Cause(f"text cannot begin with '{sign}'", _quote(words), stop.here, len(words))


def opening_sign(stop: Stop) -> Cause | None:
    """Text that begins with a sign that YAML reads as an alias, an anchor, a tag, a directive or a key."""
    if stop.began is None or stop.opening[:1] not in ("*", "&", "!", "%", "?"):
        return None
    words = _value(stop.opening)
    return Cause(f"text cannot begin with '{stop.opening[:1]}'", _quote(words), stop.began, len(words))


def question(stop: Stop) -> Cause:
    """Find a text that begins with a question mark and a space."""
    return Cause("text cannot begin with '? '", _quote(_value(stop.after)), stop.here, len(stop.after))


def open_quote(stop: Stop) -> Cause | None:
    """Find a quote that is open at the end of the file or document."""
    if stop.began is None:
        return None
    hint = "close it, or put the whole text between the other kind of quotes"
    return Cause("the quote that opens here is never closed", hint, stop.began, len(stop.opening))


def escape(stop: Stop) -> Cause | None:
    """Find a backslash between double quotes that begins no escape YAML knows."""
    start = stop.text.rfind("\\", 0, stop.column + 1)
    if start < 0:
        return None
    hint = "write the character itself; for a backslash write '\\\\', or put the text between single quotes"
    found = re.compile(r"\\(?:x|[uU][0-9a-fA-F]*|.)").match(stop.text, start)
    written = found.group() if found else "\\"
    return Cause(f"'{written}' does not begin a character here", hint, (stop.line, start), len(written))


def colon(stop: Stop) -> Cause | None:
    """Explain a `: ` where none can stand: in a text, or after a line that lacks its own."""
    if first := re.search(r"([\w-]*):\s+(?=\S)", stop.before):
        words = stop.text[first.end() :].rstrip()
        hint = f"write {{{words}}}" if first[1] in _MAPPINGS and re.match("[a-z]+: ", words) else _quote(words)
        return Cause("this text holds ': '", hint, (stop.line, first.end()), len(words))
    number, above = stop.above
    words = above.strip().removeprefix("- ")
    if not above:
        return None
    if not re.search(r":(?:\s|$)", above):
        at = (number, above.index(words))
        if joined := re.match(r"[\w-]+:(?=\S)", words):
            key = joined.group()
            return Cause(f"a space is missing after '{key}'", f"write `{key} …`", at, len(key))
        return Cause(f"there is no ': ' after '{shortened(words)}'", "write `key: value`, or `id:`", at, len(words))
    message = "this line is indented as if it continued the one above it"
    at = (stop.line, len(stop.text) - len(stop.text.lstrip()))
    return Cause(message, "align it with the key it stands beside, or quote the text above", at, stop.column - at[1])


def never_closed(stop: Stop) -> Cause | None:
    """Find a `{` or `[` that is still open at the end of the file, or of its line where nothing goes on."""
    if stop.began is None or stop.opening[:1] not in _CLOSING:
        return None
    opened, closing = stop.opening[0], _CLOSING[stop.opening[0]]
    if not stop.after:
        return Cause(f"the '{opened}' that opens here is never closed", f"add '{closing}'", stop.began)
    goes_on = stop.lines[stop.line - 1].rstrip().endswith((",", "{", "["))
    if stop.line > stop.began[0] and not goes_on and stop.after[:1] not in ("]", "}", "?"):
        message = f"the '{opened}' that opens here is not closed before line {stop.line + 1}"
        return Cause(message, f"add '{closing}', or the ',' that is missing at the end of a line", stop.began)
    return None


def question_mark(stop: Stop) -> Cause | None:
    """Find a date such as `2025-09-13?` that PyYAML's own parser does not read inside brackets (libyaml does)."""
    if not stop.after.startswith("?"):
        return None
    before = _ENDS.split(stop.before)[-1]
    words = before + _ENDS.split(stop.after)[0]
    message = f"'{shortened(words)}' has to be quoted inside {{ }} and [ ]"
    return Cause(message, _quote(words), (stop.line, stop.column - len(before)), len(words))


def in_brackets(stop: Stop) -> Cause | None:
    """Explain what breaks a `{…}` or `[…]`."""
    if stop.opening[:1] not in _CLOSING:
        return None
    opened, closing = stop.opening[0], _CLOSING[stop.opening[0]]
    here, sign = stop.here, stop.after[0]
    if sign in "]}":
        return Cause(f"a '{closing}' is missing before this '{sign}'", f"close the '{opened}' first", here)
    if sign == ":":
        message = f"there is a ': ' too many inside {opened} {closing}"
        return Cause(message, "put ',' between the entries, and quote text that holds ': '", here)
    if stop.before.rstrip().endswith(("'", '"')):
        return _after_quote(stop)
    return Cause(f"a ',' or '{closing}' is missing before this", "put ',' between the entries", here)


def _after_quote(stop: Stop) -> Cause:
    here, quote = stop.here, stop.before.rstrip()[-1:]
    if stop.before.count(quote) % 2:
        hint = "close the quote that opens on a line above"
        return Cause("the quote before this closes one that opens on a line above", hint, here, len(stop.after))
    return Cause("this stands after the closing quote", f"quote the whole text; {_INSIDE}", here, len(stop.after))


def no_colon(stop: Stop) -> Cause | None:
    """Find a line of a mapping that has no `: `."""
    if stop.began is None:
        return None
    words = stop.opening
    hint = "write `key: value`; if it continues the text above, indent it deeper than its key"
    return Cause(f"there is no ': ' after '{shortened(words)}'", hint, stop.began, len(words))


def after_value(stop: Stop) -> Cause | None:
    """Explain what stands on a line after its value."""
    last = stop.before.rstrip()[-1:]
    if not last or stop.after[:1] in ("]", "}"):
        return None
    if last in "'\"":
        return _after_quote(stop)
    if last in "]}":
        return Cause("this stands after the closing bracket", "quote the whole text", stop.here, len(stop.after))
    return opening_sign(stop._replace(began=stop.here))


def among_keys(stop: Stop) -> Cause | None:
    """Explain what stands where the next key of a mapping, or its end, belongs."""
    at, sign = stop.here, stop.after[:1]
    if sign in ("]", "}"):
        return Cause(f"this '{sign}' closes nothing", "delete it, or quote the text it belongs to", at)
    if sign == "-":
        hint = "align it with the items above it, or write it below the key it belongs to"
        return Cause("a list item stands here among keys", hint, at)
    if sign == ":":
        return Cause("there is no key before this ':'", "write `key: value`", at)
    return None if stop.before.strip() else _misaligned(stop)


def _misaligned(stop: Stop) -> Cause:
    hint = "align it with the keys it stands among"
    return Cause("no line above is indented like this one", hint, stop.here, len(stop.after))


def among_items(stop: Stop) -> Cause:
    """Explain what stands where the next item of a list, or its end, belongs."""
    if stop.began and stop.began[1] != stop.column:
        return _misaligned(stop)
    hint = "align it with the keys of the item above, or begin an item with `- `"
    return Cause("a key stands here among list items", hint, stop.here, len(stop.after))


def item_after_key(stop: Stop) -> Cause:
    """Find a list that begins on the line of its key."""
    hint = "write the list below its key, or as `[a, b]`; quote text that begins with '- '"
    return Cause("a list cannot begin on the line of its key", hint, stop.here, len(stop.after))


def nothing_there(stop: Stop) -> Cause | None:
    """Find a comma or closing bracket where a value belongs."""
    sign = stop.after[:1]
    if sign == ",":
        return Cause("there is nothing before this ','", "delete it, or add what is missing", stop.here)
    if sign and sign in "]}":
        return Cause(f"this '{sign}' closes nothing", "delete it, or quote the text", stop.here)
    return None


def no_value(stop: Stop) -> Cause:
    """Find `key:,` and `key:}` inside brackets."""
    hint = "write `key: value`, or leave it out"
    return Cause("there is no space, and no value, after this ':'", hint, stop.here)


def after_the_end(stop: Stop) -> Cause:
    """Find what stands after the end of the document."""
    hint = "align it with the first section; delete lines such as `...` and `%YAML`"
    return Cause("the document ends before this line", hint, stop.here, len(stop.after))


def after_bar(stop: Stop) -> Cause | None:
    """Find a text on the line of the `|` or `>` that announces it."""
    if stop.began is None:
        return None
    hint = "write the text on the lines below, indented deeper than its key, or quote it"
    return Cause(f"nothing can follow '{stop.opening[:1]}' on its line", hint, stop.here, len(stop.after))


def version(stop: Stop) -> Cause:
    """Find a `%YAML` line that asks for another version."""
    return Cause("this asks for a YAML that is not YAML 1", "delete the line", stop.here, len(stop.after))


def _value(text: str) -> str:
    """Cut text where a comment begins or, roughly, where a value inside brackets ends."""
    return re.split(r"\s#|[,\]}](?:\s|$)", text)[0].rstrip()


def _quote(words: str) -> str:
    """Say how to quote `words`: as a whole where that can be shown."""
    if len(words) > _SHOWN or ('"' in words and "'" in words) or "\\" in words:
        return f"put the text between quotes; {_INSIDE}"
    mark = "'" if '"' in words else '"'
    return f"write {mark}{words}{mark}"


_SHOWN = 60  # of a text that is repeated with quotes around it
_INSIDE = "inside double quotes write \\\" for a quote, inside single quotes ''"
_CLOSING = {"{": "}", "[": "]"}
_MAPPINGS = ("cites", "details", "read", "same_as", "says", "status")
_ENDS = re.compile(r"[\s,\[\]{}]")
