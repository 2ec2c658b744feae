"""Comments put in odd places of a text, each where it changes nothing of what the text says."""

import random

from provenance.editing.shape import Shape, shape_of
from provenance.read.yaml_tree import parse_yaml

WORDS = ("# why", "#", "# x: {y}", "#tight", "# –\u00e9 'a' \"b\"", "# - one", "#   indented", "# a # b")


def said(text: str) -> tuple[Shape, ...]:
    """Give the shape of a text; () where it is no YAML."""
    root, problems = parse_yaml(text, "a.yaml")
    return () if root is None or problems else (shape_of(root),)


def with_comments(text: str, drawn: random.Random, most: int = 12) -> str:
    """Put comments and blank lines between and behind the lines of a text."""
    wanted = said(text)
    for number in range(drawn.randint(0, most)):
        lines = text.split("\n")
        at = drawn.randrange(len(lines))
        comment = f"{drawn.choice(WORDS)} {number}"
        if drawn.random() < 0.3 and lines[at].strip():
            lines[at] += " " * drawn.randint(1, 4) + comment
        elif drawn.random() < 0.2:
            lines[at:at] = [""] * drawn.randint(1, 3)
        else:
            lines[at:at] = [" " * drawn.randint(0, 9) + comment]
        tried = "\n".join(lines)
        text = tried if said(tried) == wanted else text
    return text
