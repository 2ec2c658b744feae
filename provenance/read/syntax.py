"""What is wrong where the YAML parser stops, in the words of a person who writes records by hand.

A parser says where it gave up and what it hoped for; the cause is often elsewhere (the quote that
was never closed). Each rule of `causes` looks at the text there. The words of both of PyYAML's parsers
are known; what no rule knows is said in the parser's own words.
"""

from collections.abc import Callable
from typing import Any

from provenance.problems import Place, Problem, Severity
from provenance.read import causes
from provenance.read.causes import Cause, Stop


def explain(error: Any, text: str, file: str, innermost: tuple[int, int] | None = None) -> Problem:
    """Make a problem out of what the parser raised (a `yaml.MarkedYAMLError`).

    `innermost` is where the innermost mapping or list begins that is still open there.
    """
    said = f"{error.problem}{f', {error.context}' if error.context else ''}"
    lines = text.split("\n")
    at = _within(lines, error.problem_mark)
    began = innermost if "flow node" in said else error.context_mark and _within(lines, error.context_mark)
    rules = (rule for words, rule in _RULES if any(word in said for word in words))
    cause = next((found for rule in rules if (found := rule(Stop(lines, *at, began)))), None)
    if cause is None:
        hint = "check the indentation, and quote text that holds ': ', '#', '?', '[' or '{'"
        cause = Cause(f"this is not YAML: {said}", hint, at)
    place = Place(file, cause.at[0] + 1, cause.at[1] + 1, max(1, cause.length))
    return Problem(code="not-yaml", severity=Severity.ERROR, place=place, message=cause.message, hint=cause.hint)


def _within(lines: list[str], mark: Any) -> tuple[int, int]:
    """Give a mark as line and column of the text: libyaml puts the end of a text without a last line break below it."""
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


# What the parser says (a part of it), and who can explain it; tried in this order.
_RULES: tuple[tuple[tuple[str, ...], Callable[[Stop], Cause | None]], ...] = (
    (("cannot start any token", "tab character"), causes.tab),
    (("cannot start any token",), causes.first_sign),
    (("unexpected end of stream", "unexpected document"), causes.open_quote),
    (("unknown escape", "hexdecimal", "hexadecimal", "escape code"), causes.escape),
    (("mapping values are not allowed",), causes.colon),
    (("node content",), causes.nothing_there),
    (("parsing a flow",), causes.never_closed),
    (("parsing a flow",), causes.question_mark),
    (("parsing a flow",), causes.in_brackets),
    (("could not find expected ':'",), causes.no_colon),
    (("found unexpected ':'",), causes.no_value),
    (("parsing a block mapping",), causes.after_value),
    (("parsing a block mapping",), causes.among_keys),
    (("parsing a block collection",), causes.among_items),
    (("sequence entries are not allowed",), causes.item_after_key),
    (("mapping keys are not allowed",), causes.question),
    (("<document start>",), causes.after_the_end),
    (("scanning a block scalar",), causes.after_bar),
    (("incompatible YAML",), causes.version),
    (("alphabetic", "tag", "directive", "anchor", "alias"), causes.opening_sign),
)
