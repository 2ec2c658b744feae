"""Policies: named rules to hold a claim's record against, out of YAML (docs/reference/policies.md)."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from provenance.files import read_text
from provenance.problems import Place, Problem, Severity
from provenance.read import fields as f
from provenance.read.fields import FieldReader, Fields, Reader, read_fields
from provenance.read.hints import did_you_mean
from provenance.read.names import Names
from provenance.read.nodes import Node
from provenance.read.wording import shortened
from provenance.read.yaml_tree import parse_yaml
from provenance.value import replaced, value

_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@value
class Takes:
    """What a rule is asked with: some of `words`, else a whole number from `least` on, else `true`."""

    words: tuple[StrEnum, ...] = ()
    least: int | None = None


Vocabulary = Mapping[str, Takes]
"""The rules there are, by name."""


@value
class Document:
    """What a policy is taken from."""

    title: str
    publisher: str | None = None
    edition: str | None = None
    section: str | None = None
    url: str | None = None


@value
class Rule:
    """One thing a policy asks: a rule's name, with the words or the number it is asked with (neither: `true`)."""

    name: str
    words: tuple[StrEnum, ...] = ()
    number: int | None = None


@value
class Policy:
    """Rules that hold together. `file` is where they stand, None for those that come with the program."""

    id: str
    title: str
    about: str | None = None
    documents: tuple[Document, ...]
    rules: tuple[Rule, ...]
    file: str | None = None


@value
class Policies:
    """What reading gave: the policies as written, and every problem on the way; of a file with an error, no policy.

    `unknown` are names that were asked for and are neither a policy nor a file.
    """

    policies: tuple[Policy, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give the problems for which the policies may not be used."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def choose_policies(wanted: Sequence[str], vocabulary: Vocabulary) -> Policies:
    """Give the policies that are meant, each once: a built-in one by its id, those of a file; all built in for none."""
    known = {policy.id: policy for policy in built_in_policies(vocabulary)}
    unknown = tuple(name for name in wanted if name not in known and not os.path.lexists(name))
    files = dict.fromkeys(name for name in wanted if name not in known and name not in unknown)
    loaded = {name: load_policies(name, vocabulary) for name in files}
    chosen = [
        loaded[name].policies if name in loaded else (known[name],) for name in wanted or known if name not in unknown
    ]
    return Policies(
        policies=tuple(dict.fromkeys(policy for policies in chosen for policy in policies)),
        problems=tuple(problem for found in loaded.values() for problem in found.problems),
        unknown=unknown,
    )


def load_policies(file: str, vocabulary: Vocabulary) -> Policies:
    """Read a YAML file of policies. Never raises for what is in it."""
    text, problems = read_text(file)
    return Policies(problems=tuple(problems)) if text is None else read_policies(text, file, vocabulary)


def built_in_policies(vocabulary: Vocabulary) -> tuple[Policy, ...]:
    """Give the policies that come with the program; they are written like anybody's."""
    from importlib.resources import files  # noqa: PLC0415 - only an audit needs it

    text = files("provenance").joinpath("policies.yaml").read_text("utf-8")
    found = read_policies(text, "policies.yaml", vocabulary)
    assert not found.problems, found.problems
    return tuple(replaced(policy, file=None) for policy in found.policies)


def read_policies(text: str, file: str, vocabulary: Vocabulary) -> Policies:
    """Read the text of one file: its section `policies` maps ids to policies."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    tree, problems = parse_yaml(text, file)
    reader = Reader(file, Names(), problems)
    found: list[Policy] = []
    if tree is not None and not tree.is_null:
        found = _policies(reader, tree, vocabulary)
    elif not problems:
        problems.append(_empty_file(file))
    lines = text.split("\n")
    shown = (_with_excerpt(problem, lines) for problem in dict.fromkeys(problems))
    read = Policies(policies=tuple(found), problems=tuple(sorted(shown, key=lambda problem: problem.sort_key)))
    return replaced(read, policies=()) if read.errors else read


def _empty_file(file: str) -> Problem:
    return Problem(
        code="empty-file",
        severity=Severity.ERROR,
        place=Place(file),
        message="this file is empty",
        hint="write a policy into it: docs/reference/policies.md shows one",
    )


def _with_excerpt(problem: Problem, lines: Sequence[str]) -> Problem:
    line = problem.place.line
    return replaced(problem, excerpt=lines[min(line, len(lines)) - 1]) if line else problem


def _policies(reader: Reader, tree: Node, vocabulary: Vocabulary) -> list[Policy]:
    section = read_fields(reader, tree, {"policies": _as_it_is}, "a policy file", required=("policies",))
    node: Node | None = section.get("policies")
    if node is None:
        return []
    if not node.pairs:
        hint = "write `id: {…}` lines below it, without `- `"
        reader.error("wrong-type", node, f"`policies` maps ids to policies, and this is {_what(node)}", hint)
    found = (_policy(reader, id_, written, vocabulary) for id_, written in node.pairs)
    return [policy for policy in found if policy is not None]


def _policy(reader: Reader, id_: Node, node: Node, vocabulary: Vocabulary) -> Policy | None:
    fields: Fields = {"title": f.text, "about": f.text, "document": _documents, "rules": _rules_of(vocabulary)}
    required = ("title", "document", "rules")
    known = f.valid_id(reader, id_)
    values = read_fields(reader, node, fields, "the policy", required=required, id_=id_)
    values["documents"] = values.pop("document", ())
    if known is None or not all(values.get(name) for name in ("title", "documents", "rules")):
        return None
    return Policy(id=known, **values, file=reader.file)


def _documents(reader: Reader, node: Node) -> tuple[Document, ...]:
    if node.kind == "sequence" and not node.items:
        hint = "name what the policy is taken from, if it is a rule of your own desk"
        reader.error("empty-value", node, "this list is empty", hint)
    found = (_document(reader, item) for item in f.listed(node))
    return tuple(document for document in found if document is not None)


def _document(reader: Reader, node: Node) -> Document | None:
    if node.kind == "scalar":
        title = f.text(reader, node)
        return None if title is None else Document(title=title)
    values = read_fields(reader, node, DOCUMENT, "a document", required=("title",))
    return Document(**values) if "title" in values else None


def _rules_of(vocabulary: Vocabulary) -> FieldReader:
    """Make a reader of rules, each asked once, in the order they are written."""
    fields = {name: _rule(name, takes) for name, takes in vocabulary.items()}

    def read(reader: Reader, node: Node) -> tuple[Rule, ...]:
        if node.kind == "mapping" and not node.pairs:
            hint = f"the rules are {', '.join(fields)}"
            reader.error("empty-value", node, "a policy without rules would let everything pass", hint)
        for key, asked in node.pairs:
            if key.text in fields and asked.is_null:
                hint = f"write {_example(vocabulary[key.text])} after it, or leave the rule out"
                reader.error("missing-key", key, f"`{key.text}` does not say what it asks", hint)
        return tuple(read_fields(reader, node, fields, "a set of rules").values())

    return read


def _example(takes: Takes) -> str:
    if takes.words:
        return f"some of {', '.join(takes.words)}"
    return "`true`" if takes.least is None else f"a whole number from {takes.least} on"


def _rule(name: str, takes: Takes) -> Callable[[Reader, Node], Rule | None]:
    def read(reader: Reader, node: Node) -> Rule | None:
        if takes.words:
            words = _words(reader, node, takes.words)
            return Rule(name=name, words=words) if words else None
        if takes.least is not None:
            number = _number(reader, node, takes.least)
            return None if number is None else Rule(name=name, number=number)
        asked = f.flag(reader, node)
        if asked is False:
            reader.error("unknown-value", node, f"`{name}: false` asks for nothing", "write `true`, or leave it out")
        return Rule(name=name) if asked else None

    return read


def _words(reader: Reader, node: Node, options: tuple[StrEnum, ...]) -> tuple[StrEnum, ...]:
    """Read one word or a list of words; a repeated one counts once."""
    if node.kind == "sequence" and not node.items:
        reader.error("empty-value", node, "this list is empty", f"write some of: {', '.join(options)}")
    found = (_word(reader, item, options) for item in f.listed(node))
    return tuple(dict.fromkeys(word for word in found if word is not None))


def _word(reader: Reader, node: Node, options: tuple[StrEnum, ...]) -> StrEnum | None:
    written = f.text(reader, node)
    if written is None:
        return None
    if written not in options:
        hint = did_you_mean(reader.names, written, options) or "write some of these words"
        reader.error("unknown-value", node, f"'{shortened(written)}' is none of: {', '.join(options)}", hint)
        return None
    return next(option for option in options if option == written)


def _number(reader: Reader, node: Node, least: int) -> int | None:
    if node.plain and _NUMBER.fullmatch(node.text) and int(node.text) >= least:
        return int(node.text)
    hint = f"write a whole number from {least} to 9999, without quotes"
    reader.error("wrong-type", node, f"{f.quoted(node)} is not a whole number from {least} on", hint)
    return None


def _what(node: Node) -> str:
    return "empty" if node.kind == "mapping" else f.a_kind(node)


def _as_it_is(_reader: Reader, node: Node) -> Node:
    return node


DOCUMENT: Fields = {"title": f.text, "publisher": f.text, "edition": f.text, "section": f.text, "url": f.text}
