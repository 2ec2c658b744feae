"""How likely a clause is right, told from its tree: a logistic table learned on annotated news."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from provenance.attribution.lexicon.model import Lexicon
from provenance.attribution.parser_clauses import Clause, Token

_SIZES = (2, 4, 8, 16)


@cache
def parser_weights() -> Mapping[str, float]:
    """Give the table that ships."""
    found = json.loads(files("provenance.attribution").joinpath("parser_weights.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def likelihood(told: Iterable[str], weights: Mapping[str, float]) -> float:
    """Give how likely what has these features is right, 0 to 1."""
    total = sum(weights.get(feature, 0.0) for feature in told)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def clause_features(clause: Clause, words: Lexicon, speakers: Container[str], *, quoted: bool) -> Iterator[str]:
    """Give what can be told of a clause; `speakers` are names of those who speak elsewhere in the text."""
    verb, subject = clause.verb, clause.subject
    group, lemma = _group(verb, words)
    who = _kind(subject, words)
    known = subject.lower_ in speakers
    children = {child.dep_ for child in verb.children}
    way = f"{clause.way},{'left' if clause.left else 'right'}"
    yield "any"
    yield f"group={group}"
    yield f"way={way}"
    yield f"group={group},{way}"
    yield f"lemma={lemma}"
    yield f"lemma={lemma},{clause.way}"
    yield f"tag={verb.tag_}"
    yield f"tag={verb.tag_},{group}"
    yield f"dep={verb.dep_}"
    yield f"dep={verb.dep_},{group}"
    yield f"borrowed={clause.borrowed}"
    yield f"who={who}"
    yield f"who={who},{group}"
    yield f"who={who},{clause.way}"
    yield f"known={known}"
    yield f"known={known},{group}"
    yield f"known={known},{clause.way}"
    yield f"subject={subject.dep_},{group}"
    yield f"quoted={quoted}"
    yield f"quoted={quoted},{group}"
    for dep in ("neg", "prt", "mark", "aux", "auxpass", "dative", "agent"):
        if dep in children:
            yield f"has={dep}"
            yield f"has={dep},{group}"
    for child in verb.children:
        if child.dep_ in ("aux", "prt", "mark"):
            yield f"{child.dep_}={child.lower_}"
        if child.dep_ == "prep" and child.i > verb.i:
            yield f"prep={child.lower_}"
            yield f"prep={child.lower_},{lemma}"
    size = sum(last - first for first, last in clause.content) // 6
    yield f"size={next((limit for limit in _SIZES if size <= limit), 32)}"


def _group(verb: Token, words: Lexicon) -> tuple[str, str]:
    """Give the group of meaning and the lemma; a verb the rules do not know has no group and stands for itself."""
    known = words.verbs.get(verb.lower_)
    if known is None:
        return "unknown", str(verb.lower_)
    return words.senses.get(known.lemma, "other"), known.lemma


def _kind(subject: Token, words: Lexicon) -> str:
    low = str(subject.lower_)
    if subject.tag_ in ("PRP", "EX", "WP", "WDT", "DT"):
        return low
    for name, group in (
        ("group", words.groups),
        ("person", words.speakers),
        ("document", words.documents),
        ("outlet", words.outlets),
        ("official", words.officials),
    ):
        if low in group:
            return name
    return str(subject.tag_)
