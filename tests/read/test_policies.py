"""Policy files: what is read, and every fault with its place."""

import re
from enum import StrEnum
from pathlib import Path
from textwrap import dedent

import pytest

from provenance.read.policies import (
    Document,
    Policies,
    Policy,
    Rule,
    Takes,
    built_in_policies,
    choose_policies,
    load_policies,
    read_policies,
)
from provenance.trace.audit import VOCABULARY
from tests.read.said import lines


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


RULES = {"at_least": Takes(least=2), "no_fruit": Takes(words=tuple(Fruit)), "no_worm": Takes()}


def read(text: str) -> Policies:
    return read_policies(dedent(text).lstrip("\n"), "p.yaml", RULES)


def said(text: str) -> list[str]:
    return lines(read(text).problems)


def faulty(rules: str) -> list[str]:
    """Give what is said of a set of rules that is right but for them.."""
    return lines(read_policies(f"policies: {{p: {{title: P, document: D, rules: {rules}}}}}", "p.yaml", RULES).problems)


def test_a_policy_with_everything() -> None:
    found = read("""
        policies:
          desk:
            title: Our desk's rule
            about: What it asks.
            document:
              - {title: Handbook, publisher: Us, edition: 2019, section: 3, url: "https://example.org/"}
              - Another one
            rules:
              no_worm: true
              at_least: 2
              no_fruit: [pear, apple, pear]
    """)
    assert found == Policies(
        policies=(
            Policy(
                id="desk",
                title="Our desk's rule",
                about="What it asks.",
                documents=(
                    Document(title="Handbook", publisher="Us", edition="2019", section="3", url="https://example.org/"),
                    Document(title="Another one"),
                ),
                rules=(
                    Rule(name="no_worm"),
                    Rule(name="at_least", number=2),
                    Rule(name="no_fruit", words=(Fruit.PEAR, Fruit.APPLE)),
                ),
                file="p.yaml",
            ),
        ),
    )


def test_policies_stand_in_the_order_they_are_written() -> None:
    one = "{title: P, document: D, rules: {no_fruit: apple}}"
    found = read(f"policies:\n  b: {one}\n  a: {one}")
    assert [policy.id for policy in found.policies] == ["b", "a"]
    assert found.policies[0].rules == (Rule(name="no_fruit", words=(Fruit.APPLE,)),)


def test_a_byte_order_mark_and_other_line_ends_are_read() -> None:
    text = "\ufeffpolicies:\r\n  p: {title: P, document: D, rules: {no_worm: true}}\r"
    found = read_policies(text, "p.yaml", RULES)
    assert ([policy.id for policy in found.policies], found.problems) == (["p"], ())


@pytest.mark.parametrize("text", ["", "# nothing but this\n", "~"])
def test_an_empty_file_is_no_policy(text: str) -> None:
    found = read_policies(text, "p.yaml", RULES)
    assert found.policies == ()
    assert lines(found.problems) == [
        "0:0+1 error empty-file: this file is empty | write a policy into it: docs/reference/policies.md shows one"
    ]


def test_every_fault_is_found_at_once_with_its_place() -> None:
    text = """
        polices: {}
        policies:
          A b: {title: P, document: D, rules: {no_worm: true}}
          c: {titel: P, rules: {no_wurm: true, at_least: many, no_fruit: [aple, pear]}}
    """
    assert said(text) == [
        "1:1+7 error unknown-key: a policy file has no key 'polices' | did you mean 'policies'?",
        "3:3+3 error bad-id: 'A b' cannot be an id | write 'a-b'",
        "4:3+1 error missing-key: the policy 'c' needs `document` | add `document: …` to it",
        "4:3+1 error missing-key: the policy 'c' needs `title` | add `title: …` to it",
        "4:7+5 error unknown-key: the policy 'c' has no key 'titel' | did you mean 'title'?",
        "4:25+7 error unknown-key: a set of rules has no key 'no_wurm' | did you mean 'no_worm'?",
        (
            "4:50+4 error wrong-type: 'many' is not a whole number from 2 on | "
            "write a whole number from 2 to 9999, without quotes"
        ),
        "4:67+4 error unknown-value: 'aple' is none of: apple, pear | did you mean 'apple'?",
    ]
    assert read(text).policies == ()
    lines_of_the_text = dedent(text).lstrip("\n").split("\n")
    assert [problem.excerpt for problem in read(text).problems] == [
        lines_of_the_text[problem.place.line - 1] for problem in read(text).problems
    ]


def test_what_is_not_like_any_word_is_answered_with_all_of_them() -> None:
    assert faulty("{no_fruit: zzzzz}") == [
        "1:57+5 error unknown-value: 'zzzzz' is none of: apple, pear | write some of these words"
    ]


def test_of_an_unknown_rule_nothing_more_is_asked() -> None:
    assert [line.split(" ")[2] for line in faulty("{no_wurm: , no_worm: true}")] == ["unknown-key:"]


def test_problems_show_the_line_they_stand_in() -> None:
    found = read("policies:\n  p: {title: P}")
    assert [problem.excerpt for problem in found.errors] == ["  p: {title: P}"] * 2


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("1", "'1' is not a whole number from 2 on"),
        ("0", "'0' is not a whole number from 2 on"),
        ("-2", "'-2' is not a whole number from 2 on"),
        ("2.0", "'2.0' is not a whole number from 2 on"),
        ("'2'", "'2' is not a whole number from 2 on"),
        ("10000", "'10000' is not a whole number from 2 on"),
        ("٣", "'٣' is not a whole number from 2 on"),
        ("[2]", "a list is not a whole number from 2 on"),
    ],
)
def test_a_number_is_a_whole_one_and_large_enough(written: str, problem: str) -> None:
    found = faulty(f"{{at_least: {written}}}")
    assert [line.partition(": ")[2].partition(" | ")[0] for line in found] == [problem]


def test_a_rule_that_asks_for_nothing_is_refused() -> None:
    assert faulty("{no_worm: false}") == [
        "1:56+5 error unknown-value: `no_worm: false` asks for nothing | write `true`, or leave it out"
    ]
    assert faulty("{no_worm: yes}") == [
        "1:56+3 error wrong-type: 'yes' is not true or false | write `true` or `false`, without quotes"
    ]
    assert faulty("{no_fruit: []}") == [
        "1:57+2 error empty-value: this list is empty | write some of: apple, pear",
    ]


@pytest.mark.parametrize(
    ("rule", "example"),
    [("no_worm", "`true`"), ("at_least", "a whole number from 2 on"), ("no_fruit", "some of apple, pear")],
)
def test_a_rule_left_blank_is_not_passed_over(rule: str, example: str) -> None:
    assert faulty(f"{{{rule}: , no_worm: true}}" if rule != "no_worm" else "{no_worm: }") == [
        (
            f"1:47+{len(rule)} error missing-key: `{rule}` does not say what it asks | "
            f"write {example} after it, or leave the rule out"
        )
    ]


def test_a_policy_without_rules_or_documents_is_refused() -> None:
    assert faulty("{}") == [
        (
            "1:46+2 error empty-value: a policy without rules would let everything pass | "
            "the rules are at_least, no_fruit, no_worm"
        )
    ]
    assert faulty("[no_worm]")[0].startswith("1:46+9 error wrong-type: a set of rules has to be a mapping")
    assert said("policies: {p: {title: P, document: [], rules: {no_worm: true}}}") == [
        (
            "1:36+2 error empty-value: this list is empty | "
            "name what the policy is taken from, if it is a rule of your own desk"
        )
    ]
    assert said("policies: {p: {title: P, document: {publisher: Us}, rules: {no_worm: true}}}") == [
        "1:36+15 error missing-key: a document needs `title` | add `title: …` to it"
    ]


@pytest.mark.parametrize(("written", "what"), [("{}", "empty"), ("[]", "a list"), ("text", "the text 'text'")])
def test_policies_map_ids_to_policies(written: str, what: str) -> None:
    assert said(f"policies: {written}") == [
        (
            f"1:11+{len(written)} error wrong-type: `policies` maps ids to policies, and this is {what} | "
            "write `id: {…}` lines below it, without `- `"
        )
    ]


def test_of_a_file_with_an_error_no_policy_is_given() -> None:
    right = "right: {title: P, document: D, rules: {no_worm: true}}"
    found = read(
        f"policies:\n  {right}\n  wrong: {{title: P, document: D, rules: {{no_worm: true, no_fruit: [pear, aple]}}}}"
    )
    assert (found.policies, [problem.code for problem in found.errors]) == ((), ["unknown-value"])


def test_a_rule_asked_twice_is_refused() -> None:
    assert faulty("{no_worm: true, no_worm: true}")[0].startswith("1:62+7 error duplicate-key: 'no_worm' stands here")


def test_what_is_not_yaml_is_a_problem() -> None:
    assert [problem.code for problem in read("policies: {p: [}").errors] == ["not-yaml"]


def test_records_are_no_policies() -> None:
    assert said("claims: {c: C}") == [
        "1:1+1 error missing-key: a policy file needs `policies` | add `policies: …` to it",
        "1:1+6 error unknown-key: a policy file has no key 'claims' | the keys are policies",
    ]


def test_a_warning_does_not_make_policies_unusable() -> None:
    found = read("policies: {p: {title: &name P, document: D, rules: {no_worm: true}}}")
    assert ([problem.code for problem in found.problems], found.errors) == (["unused-anchor"], ())
    assert len(found.policies) == 1


def test_a_file_is_loaded_and_one_that_cannot_be_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("policies: {p: {title: P, document: D, rules: {no_worm: true}}}", "utf-8")
    assert [policy.file for policy in load_policies(str(path), RULES).policies] == [str(path)]
    assert [problem.code for problem in load_policies(str(tmp_path), RULES).errors] == ["unreadable"]


# What comes with the program ------------------------------------------------------------------------------------------


def test_the_policies_that_come_with_the_program_name_their_documents() -> None:
    found = built_in_policies(VOCABULARY)
    assert [policy.id for policy in found] == ["two-source", "anonymous", "circular", "described", "admiralty"]
    for policy in found:
        assert policy.file is None
        assert policy.about
        assert policy.documents
        assert all(document.publisher for document in policy.documents)


def test_what_they_ask() -> None:
    asked = {policy.id: [(rule.name, rule.number or rule.words) for rule in policy.rules] for policy in _built_in()}
    assert asked == {
        "two-source": [("origins_at_least", 2), ("declared_independent", 2)],
        "anonymous": [("not_single", ("anonymous", "unattributed", "unrecorded", "unlocated"))],
        "circular": [("no_loop", ())],
        "described": [("described", ("access", "basis", "age"))],
        "admiralty": [("rating_allowed", ())],
    }


def _built_in() -> tuple[Policy, ...]:
    return built_in_policies(VOCABULARY)


def test_policies_are_chosen_by_id_and_by_file_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("mine.yaml", "circular"):
        (tmp_path / name).write_text("policies: {circular: {title: P, document: D, rules: {no_loop: true}}}", "utf-8")

    def chosen(*wanted: str) -> list[tuple[str, str | None]]:
        found = choose_policies(wanted, VOCABULARY)
        assert (found.problems, found.unknown) == ((), ())
        return [(policy.id, policy.file) for policy in found.policies]

    assert chosen() == [(policy.id, None) for policy in _built_in()]
    assert chosen("described", "circular", "described") == [("described", None), ("circular", None)]
    assert chosen("mine.yaml", "circular") == [("circular", "mine.yaml"), ("circular", None)]
    assert chosen("./circular", "./circular") == [("circular", "./circular")]


def test_unknown_names_are_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text("policies: {}", "utf-8")
    found = choose_policies(["nothing", "circular", "bad.yaml"], VOCABULARY)
    assert found.unknown == ("nothing",)
    assert [problem.place.file for problem in found.errors] == ["bad.yaml"]
    assert [policy.id for policy in found.policies] == ["circular"]


# The page about them --------------------------------------------------------------------------------------------------

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "policies.md").read_text("utf-8")


def test_the_policy_shown_on_the_page_can_be_read() -> None:
    shown = re.findall(r"<!-- policy -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
    found = [read_policies(text, "p.yaml", VOCABULARY) for text in shown]
    assert [(one.problems, len(one.policies)) for one in found] == [((), 1)]


def test_the_page_has_every_rule_once_and_no_other() -> None:
    assert re.findall(r"^\| `(\w+)` \| ", PAGE.split("## The rules")[1], re.MULTILINE) == list(VOCABULARY)


def test_the_page_has_every_policy_with_its_title_documents_and_rules() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \| (.*?) \| (.*?) \|$", PAGE.split("## Writing")[0], re.MULTILINE)
    assert [(id_, title) for id_, title, _, _ in rows] == [(policy.id, policy.title) for policy in _built_in()]
    for policy, (_, _, after, rules) in zip(_built_in(), rows, strict=True):
        assert after.count(" · ") + after.count(" and *") + 1 == len(policy.documents)
        assert re.findall(r"`(\w+):", rules) == [rule.name for rule in policy.rules]
