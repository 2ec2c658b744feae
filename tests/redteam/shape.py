"""Shapes: a small workspace in `NAME.yaml`, and beside it in `NAME.expected.yaml` what was worked out for it by hand.

An expected file is a list of questions: `claim` (`c` if none), `as_of` (none), and of the answer the parts the shape is about.
`status`, `count` (`MIN..MAX`) and `bounded` (false) are always asked. A list that is given is given whole, with two
exceptions: of each item only the fields written there and those in `ALWAYS` are compared, and the gaps `undated` and
`unarchived`, which nearly every report here has, only where one is named. Gaps are written `KIND SUBJECT`, stances
that nobody takes are left out.
"""

import json
from difflib import unified_diff
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml

from provenance.dates import parse_date
from provenance.export.answer import answer_json
from provenance.model import Workspace
from provenance.read import Loaded, read_texts
from provenance.trace import Tracer
from provenance.trace.answer import FindingKind

FOLDER = Path(__file__).parent
WORKED_OUT = ".expected.yaml"
NAMES = sorted(path.name.removesuffix(WORKED_OUT) for path in FOLDER.glob(f"*{WORKED_OUT}"))

ALWAYS = {
    "origins": ("id", "kind", "group", "doubt"),
    "common_links": ("id", "reports"),
    "responses": ("party", "stance"),
    "findings": ("kind", "at", "from", "what", "doubt"),
}
"""The fields of an item that are compared whether they are written or not; not written, they are absent or null."""

WIDESPREAD = ("undated", "unarchived")

Item = dict[str, Any]
Asked = dict[str, Any]
"""One question and the parts of its answer that were worked out."""


class _Plain(yaml.SafeLoader):
    """YAML in which a date is text."""


_Plain.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def text_of(name: str) -> str:
    """Give the workspace of a shape, with the comment that says what it is."""
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def load_shape(name: str) -> Loaded:
    """Read the workspace of a shape."""
    return read_texts({f"{name}.yaml": text_of(name)})


def questions(name: str) -> list[Asked]:
    """Give what was worked out for a shape."""
    text = (FOLDER / f"{name}{WORKED_OUT}").read_text(encoding="utf-8")
    found: list[Asked] = yaml.load(text, _Plain)
    return found


def answer_to(workspace: Workspace, asked: Asked) -> dict[str, Any]:
    """Answer a question with what `provenance trace CLAIM --json` prints."""
    date = parse_date(str(asked["as_of"])) if "as_of" in asked else None
    answer: dict[str, Any] = json.loads(answer_json(Tracer(workspace).trace(asked.get("claim", "c"), date)))
    return answer


def difference(asked: Asked, answer: dict[str, Any]) -> str:
    """Give the lines in which the answer differs from what was worked out; nothing if in none."""
    expected = {"bounded": False} | {key: value for key, value in asked.items() if key not in ("claim", "as_of")}
    given = _as_asked(expected, answer)
    for key in ALWAYS.keys() & expected.keys():
        expected[key], given[key] = _comparable(key, expected[key], given[key])
    lines = unified_diff(_lines(expected), _lines(given), "worked out by hand", "the program", n=99, lineterm="")
    return "\n".join(lines)


def _as_asked(expected: Asked, answer: dict[str, Any]) -> dict[str, Any]:
    """Give the parts of an answer that a question asks for, in the form it writes them."""
    count = answer["origin_count"]
    gaps = [(gap["kind"], gap["subject"]) for gap in answer["gaps"]]
    named = {gap.split(" ")[0] for gap in expected.get("gaps", ())}
    given = answer | {
        "count": f"{count['min']}..{count['max']}",
        "bounded": count["bounded"],
        "decided_by": count["decided_by"],
        "stances": {stance: number for stance, number in answer["stances"].items() if number},
        "gaps": [f"{kind} {subject}" for kind, subject in gaps if kind not in WIDESPREAD or kind in named],
    }
    return {key: given[key] for key in expected}


def _comparable(key: str, expected: list[Item], given: list[Item]) -> tuple[list[Item], list[Item]]:
    """Keep of each item the fields that are asked for; put findings into one order."""
    if key == "findings":
        expected, given = sorted(expected, key=_finding_order), sorted(given, key=_finding_order)
    fields = [dict.fromkeys((*ALWAYS[key], *(item or {}))) for item, _ in zip_longest(expected, given)]
    return (
        [{name: item.get(name) for name in names} for item, names in zip(expected, fields, strict=False)],
        [{name: item.get(name) for name in names} for item, names in zip(given, fields, strict=False)],
    )


def _finding_order(found: Item) -> tuple[object, ...]:
    kind = list(FindingKind).index(FindingKind(found["kind"]))
    return kind, *(str(found.get(name)) for name in ("at", "from", "what", "name", "claim", "date", "doubt"))


def _lines(answer: dict[str, Any]) -> list[str]:
    """Write an answer with one item of a list to a line."""
    lines = []
    for key, value in answer.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {json.dumps(item, ensure_ascii=False)}" for item in value)]
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return lines
