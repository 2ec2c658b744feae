"""JSON text -> values, bounded in depth; every value has a pointer (RFC 6901)."""

import json
from collections import Counter
from typing import TypeAlias

from provenance.draft.problems import UnreadableError, no_json
from provenance.limits import DEPTH
from provenance.problems import Place
from provenance.read.wording import shortened
from provenance.safe import visible

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def read_json(text: str, file: str) -> Json:
    """Read one JSON text. Raises UnreadableError: where it is none, nested too deep, or has a key twice."""
    text = text.removeprefix("\ufeff")
    _refuse_depth(text, file)

    def pairs(found: list[tuple[str, Json]]) -> Json:
        read = dict(found)
        if len(read) < len(found):
            twice = min(key for key, times in Counter(key for key, _ in found).items() if times > 1)
            message = f"an object has the key '{shortened(twice)}' twice"
            raise UnreadableError(no_json(Place(file), message, "rename or delete one of them"))
        return read

    try:
        found: Json = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        line = text.split("\n")[error.lineno - 1] if error.lineno <= text.count("\n") + 1 else ""
        place = Place(file, error.lineno, error.colno)
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise UnreadableError(no_json(place, message, "mend it there, or export it again", line[:2_000])) from None
    except ValueError:  # a number of more digits than Python reads
        raise UnreadableError(no_json(Place(file), "a number has too many digits", "write it as text")) from None
    return found


def _refuse_depth(text: str, file: str) -> None:
    """Refuse nesting that a recursive parser could not follow; brackets in texts do not count."""
    deepest = DEPTH.now()
    depth, inside, escaped = 0, False, False
    for at, sign in enumerate(text):
        if inside:
            escaped, inside = sign == "\\" and not escaped, sign != '"' or escaped
        elif sign == '"':
            inside = True
        elif sign in "[{":
            depth += 1
            if depth > deepest:
                place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
                message = f"this is nested more than {DEPTH.shown(deepest)} deep"
                raise UnreadableError(
                    no_json(place, message, f"no format that can be imported needs so many; {DEPTH.raised}")
                )
        elif sign in "]}":
            depth -= 1


def pointer(*steps: str | int) -> str:
    """Write the way to a value: `/nodes/0/title`."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def words_of(found: Json) -> str:
    """Give a value as text: a list joined by "; ", what is no text as JSON; half of a surrogate pair made visible."""
    if isinstance(found, str):
        return visible_halves(found)
    if isinstance(found, list) and all(isinstance(item, str) for item in found):
        return "; ".join(words_of(item) for item in found)
    return json.dumps(found, ensure_ascii=False)


def visible_halves(words: str) -> str:
    """Make lone surrogates visible: no file can hold them."""
    return "".join(visible(sign) if "\ud800" <= sign <= "\udfff" else sign for sign in words)
