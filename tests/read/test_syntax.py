"""Where the YAML parser stops, the problem names the cause, stands on it and says what to write."""

from collections.abc import Iterator

import pytest
import yaml

from provenance.read import yaml_tree
from tests.read.said import said

START = "reports:\n  r:\n    outlet: X\n"
"""What stands before the cases that begin with a blank."""

CASES = r"""
## tabs

→says: c
=> 4:1+1 a tab cannot indent a line | indent with spaces

  → says: c
=> 4:3+1 a tab cannot indent a line | indent with spaces

reports:
→r: {outlet: X}
=> 2:1+1 a tab cannot indent a line | indent with spaces

    title: |
→→Foo
=> 5:1+2 a tab cannot indent a line | indent with spaces

## signs that begin no text

    author: @handle # who
=> 4:13+7 text cannot begin with '@' | write "@handle"

    title: `code` here
=> 4:12+11 text cannot begin with '`' | write "`code` here"

    title: %50
=> 4:12+3 text cannot begin with '%' | write "%50"

reports: {r: {author: @handle, outlet: X}}
=> 1:23+7 text cannot begin with '@' | write "@handle"

%50: x
=> 1:1+6 text cannot begin with '%' | write "%50: x"

    quote: * and text
=> 4:12+10 text cannot begin with '*' | write "* and text"

    quote: *Foo* bar
=> 4:12+9 text cannot begin with '*' | write "*Foo* bar"

    title: & Sons
=> 4:12+6 text cannot begin with '&' | write "& Sons"

    title: ? Who
=> 4:12+5 text cannot begin with '? ' | write "? Who"

    title: !<Foo bar
=> 4:12+9 text cannot begin with '!' | write "!<Foo bar"

    title: !a!b Foo
=> 4:12+8 text cannot begin with '!' | write "!a!b Foo"

## colons

    title: Foo: bar
=> 4:12+8 this text holds ': ' | write "Foo: bar"

    title: He said: "no"
=> 4:12+13 this text holds ': ' | write 'He said: "no"'

    title: It's "so": yes
=> 4:12+14 this text holds ': ' | put the text between quotes; inside double quotes write \" for a quote, inside single quotes ''

    title: Very long Very long Very long Very long Very long Very long Very long Very long Very long Very long : x
=> 4:12+103 this text holds ': ' | put the text between quotes; inside double quotes write \" for a quote, inside single quotes ''

    title: "Foo": bar
=> 4:12+10 this text holds ': ' | write '"Foo": bar'

    title: “Foo: bar”
=> 4:12+10 this text holds ': ' | write "“Foo: bar”"

    status: retracted: 2025
=> 4:13+15 this text holds ': ' | write {retracted: 2025}

    details: delivered: 2019
=> 4:14+15 this text holds ': ' | write {delivered: 2019}

    says:
      - quote: Foo: bar
=> 5:16+8 this text holds ': ' | write "Foo: bar"

reports:
  r:
    outlet X
    says: c
=> 3:5+8 there is no ': ' after 'outlet X' | write `key: value`, or `id:`

reports:
  r
    outlet: X
=> 2:3+1 there is no ': ' after 'r' | write `key: value`, or `id:`

reports:
  r:
    outlet:X
    says: c
=> 3:5+7 a space is missing after 'outlet:' | write `outlet: …`

    says c
=> 4:5+6 there is no ': ' after 'says c' | write `key: value`; if it continues the text above, indent it deeper than its key

    says c
    title: T
=> 4:5+6 there is no ': ' after 'says c' | write `key: value`; if it continues the text above, indent it deeper than its key

    title: Foo
  bar
=> 5:3+3 there is no ': ' after 'bar' | write `key: value`; if it continues the text above, indent it deeper than its key

    : c
=> 4:5+1 there is no key before this ':' | write `key: value`

## brackets

reports: {r: {outlet: X,
=> 1:14+1 the '{' that opens here is never closed | add '}'

reports: {r: {outlet: :
=> 1:23+1 there is a ': ' too many inside { } | put ',' between the entries, and quote text that holds ': '

reports: {r: {outlet: X, cites: [a, b}}
=> 1:38+1 a ']' is missing before this '}' | close the '[' first

reports:
  a: {outlet: X, cites: [a, b
  b: {outlet: X}
=> 2:25+1 the '[' that opens here is not closed before line 3 | add ']', or the ',' that is missing at the end of a line

reports:
  a: {outlet: X,
      says: c
      cites: b}
=> 2:6+1 the '{' that opens here is not closed before line 4 | add '}', or the ',' that is missing at the end of a line

reports:
  a: {outlet: X
# end
=> 2:6+1 the '{' that opens here is never closed | add '}'

reports:
  a: {outlet: X}}
=> 2:17+1 this '}' closes nothing | delete it, or quote the text it belongs to

    cites: [b]]
=> 4:15+1 this ']' closes nothing | delete it, or quote the text it belongs to

]
=> 1:1+1 this ']' closes nothing | delete it, or quote the text

    cites: [b,, c]
=> 4:15+1 there is nothing before this ',' | delete it, or add what is missing

    cites: [, c]
=> 4:13+1 there is nothing before this ',' | delete it, or add what is missing

reports: {r: {outlet: X, title: Foo: bar}}
=> 1:36+1 there is a ': ' too many inside { } | put ',' between the entries, and quote text that holds ': '

reports: {r: {outlet: X says: c}}
=> 1:29+1 there is a ': ' too many inside { } | put ',' between the entries, and quote text that holds ': '

reports: {r: {outlet: "X" and Y}}
=> 1:27+7 this stands after the closing quote | quote the whole text; inside double quotes write \" for a quote, inside single quotes ''

reports: {r: {outlet: [X] Y}}
=> 1:27+1 a ',' or '}' is missing before this | put ',' between the entries

reports: {r: {notes: |
  x}}
=> 1:22+1 block text ('|') cannot stand inside { } or [ ] | quote the text, or write this record on lines of its own, without { } and [ ]

    title: [Exclusive] Foo
=> 4:24+3 this stands after the closing bracket | quote the whole text

## quotes

    title: "He said
    says: c
=> 4:12+8 the quote that opens here is never closed | close it, or put the whole text between the other kind of quotes

    title: 'It's so'
=> 4:16+5 this stands after the closing quote | quote the whole text; inside double quotes write \" for a quote, inside single quotes ''

    title: "He" said so
=> 4:17+7 this stands after the closing quote | quote the whole text; inside double quotes write \" for a quote, inside single quotes ''

    title: "He
    author: "She"
=> 5:14+4 the quote before this closes one that opens on a line above | close the quote that opens on a line above

    title: "C:\dir"
=> 4:15+2 '\d' does not begin a character here | write the character itself; for a backslash write '\\', or put the text between single quotes

    title: "\ud83d"
=> 4:13+6 '\ud83d' does not begin a character here | write the character itself; for a backslash write '\\', or put the text between single quotes

    title: "\x4"
=> 4:13+2 '\x' does not begin a character here | write the character itself; for a backslash write '\\', or put the text between single quotes

    title: 'open
---
=> 4:12+5 the quote that opens here is never closed | close it, or put the whole text between the other kind of quotes

## indentation and lists

reports:
  r:
      outlet: X
    says: c
=> 4:5+7 no line above is indented like this one | align it with the keys it stands among

   says: c
=> 4:4+7 no line above is indented like this one | align it with the keys it stands among

     says: c
=> 4:6+4 this line is indented as if it continued the one above it | align it with the key it stands beside, or quote the text above

    says:
      - claim: c
       quote: x
=> 6:8+8 no line above is indented like this one | align it with the keys it stands among

    says:
      - claim: c
      quote: x
=> 6:7+8 a key stands here among list items | align it with the keys of the item above, or begin an item with `- `

    says: - claim: c
=> 4:11+10 a list cannot begin on the line of its key | write the list below its key, or as `[a, b]`; quote text that begins with '- '

    - claim: c
=> 4:5+1 a list item stands here among keys | align it with the items above it, or write it below the key it belongs to

claims:
  - c
  d: x
=> 3:3+4 a key stands here among list items | align it with the keys of the item above, or begin an item with `- `

claims: {}
...
reports: {}
=> 3:1+11 the document ends before this line | align it with the first section; delete lines such as `...` and `%YAML`

%YAML 1.2
claims: {}
=> 2:1+10 the document ends before this line | align it with the first section; delete lines such as `...` and `%YAML`

    title: | Foo
=> 4:14+3 nothing can follow '|' on its line | write the text on the lines below, indented deeper than its key, or quote it

    title: &a &b Foo
=> 4:15+6 text cannot begin with '&' | write "&b Foo"

"""


def cases() -> Iterator[tuple[str, str]]:
    """Give the texts above (→ is a tab) and what is said of each."""
    for block in CASES.split("\n\n"):
        if not block.strip() or block.strip().startswith("##"):
            continue
        text, _, expected = block.strip("\n").replace("→", "\t").rpartition("=> ")
        yield (START + text if text[0] in " \t" else text), expected


BOTH_PARSERS = [
    (text, expected, parser)
    for text, expected in cases()
    for parser in ("libyaml", "python")
    if parser == "libyaml" or "\\ud83d" not in text  # PyYAML's own parser reads half a surrogate pair
]


@pytest.mark.parametrize(("text", "expected", "parser"), BOTH_PARSERS)
def test_the_cause_is_named_and_placed(text: str, expected: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "python":
        monkeypatch.setattr(yaml_tree, "Parser", yaml.Loader)
    assert [found.replace(" error not-yaml:", "") for found in said(text)] == [expected]


CAUSES = [
    ("a: : b\nc: d", "1:4+1 this is not YAML: mapping values are not allowed"),
    ("# c\na: : b\n", "2:4+1 this is not YAML: mapping values are not allowed"),
    ("reports\n\nclaims:\n", "1:1+7 there is no ': ' after 'reports'"),
    ("a:\n- : *b c\n d", "2:3+1 there is no key before this ':'"),
    ('a: "b\n\\u12"\n', "2:1+4 '\\u12' does not begin a character here"),
    ("a: b: c: d\n", "1:4+7 this text holds ': ' | write \"b: c: d\""),
    ("status: retracted:\n", "1:9+10 this text holds ': ' | write \"retracted:\""),
    (f"a: {'b' * 57}: c\n", f"1:4+60 this text holds ': ' | write \"{'b' * 57}: c\""),
    (f"a: {'b' * 58}: c\n", "1:4+61 this text holds ': ' | put the text between quotes"),
    ("a: [?", "1:6+1 this is not YAML: "),
    ("a: &x [-\nb: X\n", "1:8+1 this is not YAML: "),
    ("a: &x [b\n", "1:7+1 the '[' that opens here is never closed"),
    ("a: [b,\n: c\n", "2:1+1 there is a ': ' too many inside [ ]"),
    ("a: {b\n],\nc: 1\n", "2:1+1 a '}' is missing before this ']'"),
    ("a: 'b\n  ']c\n", "2:4+1 this ']' closes nothing"),
    ("a: @b\\c\n", "1:4+4 text cannot begin with '@' | put the text between quotes"),
    ("a: @it's\n", "1:4+5 text cannot begin with '@' | write \"@it's\""),
    ("%YAML 3.1\n---\na: b\n", "1:1+9 this asks for a YAML that is not YAML 1 | delete the line"),
]


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize(("text", "expected"), CAUSES)
def test_what_stands_around_it_decides(text: str, expected: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "python":
        monkeypatch.setattr(yaml_tree, "Parser", yaml.Loader)
    (found,) = said(text)
    assert found.replace(" error not-yaml:", "").startswith(expected)


@pytest.mark.parametrize("text", ["a: [b:,c]\n", "a: {b:,c: d}\n", "a: {b:}\n"])
def test_a_colon_with_nothing_behind_it_inside_brackets_is_refused_by_libyaml(text: str) -> None:
    assert said(text) == [
        "1:6+1 error not-yaml: there is no space, and no value, after this ':' | write `key: value`, or leave it out"
    ]


def test_a_first_line_that_is_indented_ends_the_document_at_the_next_that_is_not() -> None:
    assert said("  claims: {}\nreports: {}\n") == [
        "2:1+11 error not-yaml: the document ends before this line | align it with the first section; delete lines such as `...` and `%YAML`"
    ]


def test_what_no_rule_explains_is_said_in_the_words_of_the_parser() -> None:
    assert said("%YAML 1.2\n%YAML 1.2\n---\nclaims: {}\n") == [
        "2:1+1 error not-yaml: this is not YAML: found duplicate %YAML directive | check the indentation, and quote text that holds ': ', '#', '?', '[' or '{'"
    ]


@pytest.mark.parametrize(
    "frame", ["{published: 2025-09-13?, outlet: X}", "{status: {retracted: 2025-09-13?}, outlet: X}"]
)
def test_a_date_with_a_question_mark_is_read_in_brackets_or_has_to_be_quoted(
    frame: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"reports: {{r: {frame}}}\n"
    assert said(text) == []
    monkeypatch.setattr(yaml_tree, "Parser", yaml.Loader)
    column = text.index("2025") + 1
    assert said(text) == [
        f"1:{column}+11 error not-yaml: '2025-09-13?' has to be quoted inside {{ }} and [ ] | write \"2025-09-13?\""
    ]


def test_a_long_line_is_explained_in_no_time() -> None:
    spaces = " " * 200_000
    for text in (f"a: {spaces}: b: {spaces}c: d\n", f"{{a: {spaces}b: {spaces}c: d}}\n", f"a:{spaces}'x{spaces}\n"):
        assert [found.split(" ")[2] for found in said(text)] == ["not-yaml:"]
