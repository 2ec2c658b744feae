"""YAML 1.2 core scalars: text stays the text a person wrote."""

import pytest

from provenance.read import read_texts
from tests.read.said import said


def title(written: str) -> str | None:
    """Read `written` as the title of a report."""
    loaded = read_texts({"f.yaml": f"reports:\n  r:\n    outlet: X\n    title: {written}\n"})
    assert not loaded.problems, loaded.problems
    return loaded.workspace.reports["r"].title


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "yes",
        "on",
        "Off",
        "y",
        "12:30",
        "12:30:45",
        "1_000",
        "0o14",
        "014",
        "0x1F",
        "1e3",
        ".inf",
        ".NaN",
        "2025-09-03",
        "-1",
        "+1",
        "1.0",
        "true",
        "FALSE",
        "nUll",
        "=",
        "50% of it",
        "a#b",
        "a:b",
        "http://x.org/?a=b&c",
        "Київ",
        "Türkiye'nin",
        "日本語",
        "😀 news",
        "שלום",
        "a\xa0b",
        "a\tb",
        "a [b] {c}",
        "x, y",
        "-x",
        "a - b",
    ],
)
def test_a_word_or_number_is_the_text_it_was_written_as(written: str) -> None:
    assert title(written) == written


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_a_blank_or_null_field_is_absent(written: str) -> None:
    assert title(written) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'null'", "null"),
        ('"~"', "~"),
        ("!!str null", "null"),
        ("! ~", "~"),
        ("!!int 012", "012"),
        ("'It''s'", "It's"),
        (r'"tab\tnew\nline \u0041\x41\U00000041"', "tab\tnew\nline AAA"),
        ('"\\u2028 \\u0085 \\uFEFF \\u0000"', "\u2028 \x85 \ufeff \x00"),
        ("over\n      two lines", "over two lines"),
        ("over\n\n      a gap", "over\na gap"),
        ('"folded\n      quoted"', "folded quoted"),
        ("|\n      kept\n        as is\n", "kept\n  as is\n"),
        ("|-\n      stripped\n", "stripped"),
        ("|+\n      with ends\n", "with ends\n\n"),
        (">\n      folded\n      text\n\n      here\n", "folded text\nhere\n"),
        ("|2\n        two more\n", "  two more\n"),
        ("Foo # and a comment", "Foo"),
        ("\tafter a tab", "after a tab"),
    ],
)
def test_quotes_blocks_and_tags_give_the_text_they_stand_for(written: str, read: str) -> None:
    assert title(written) == read


def test_norway_and_clock_times_survive_in_every_field() -> None:
    loaded = read_texts(
        {
            "f.yaml": """
outlets: {nrk: {name: NO, country: NO, languages: [no, nb], aliases: [on, 1_000]}}
claims: {1.0: 12:30, "012": yes}
reports:
  2025-09-03: {outlet: on, says: {claim: 1.0, details: {no: off, 12:30: 1_000}}}
"""
        }
    )
    assert loaded.problems == ()
    workspace = loaded.workspace
    assert workspace.outlets["nrk"].country == "NO"
    assert workspace.outlets["nrk"].languages == ("no", "nb")
    assert {id_: claim.text for id_, claim in workspace.claims.items()} == {"012": "yes", "1.0": "12:30"}
    assert workspace.reports["2025-09-03"].outlet == "nrk"
    assert workspace.reports["2025-09-03"].says[0].details == (("12:30", "1_000"), ("no", "off"))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_a_byte_order_mark_change_nothing(ending: str, mark: str) -> None:
    text = "claims:\n  c: |\n    two\n    lines\nreports:\n  r: {outlet: X, says: d}\n"
    loaded = read_texts({"f.yaml": mark + text.replace("\n", ending)})
    assert loaded.workspace == read_texts({"f.yaml": text}).workspace
    assert loaded.problems == read_texts({"f.yaml": text}).problems
    assert loaded.problems[0].excerpt == "  r: {outlet: X, says: d}"
    assert loaded.texts["f.yaml"] == text


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x9b", "U+009B"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ufeff", "U+FEFF"),
        ("\ufffe", "U+FFFE"),
        ("\ud800", "U+D800"),
    ],
)
def test_a_sign_that_yaml_cannot_hold_is_shown_by_its_number(sign: str, name: str) -> None:
    escape = f"\\u{name[2:].lower()}"
    expected = [
        (
            f"2:9+1 error control-character: the character {name} cannot stand in a YAML file as it is"
            f' | delete it, or write it as "{escape}" between double quotes'
        )
    ]
    assert said(f"claims:\n  c: 😀 x{sign}y\n") == expected
    assert said(f"claims:\n  # 😀 éé{sign}\n  c: {sign}\n") == expected


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u00ad", "\U0001f600", "\ue000", "\ufffd", "\U0010ffff"])
def test_other_signs_are_text(sign: str) -> None:
    assert title(f"a{sign}b") == f"a{sign}b"


def test_columns_count_code_points() -> None:
    text = "reports:\n  r: {outlet: 😀é Кіт, tytle: x, says: c}\n"
    assert said(text) == [
        "2:23+5 error unknown-key: the report 'r' has no key 'tytle' | did you mean 'title'?",
        "2:39+1 error unknown-id: there is no claim 'c' | add the claim, or mend the id",
    ]


def test_keys_in_any_script_are_read_as_written() -> None:
    text = "claims: {c: C}\nreports: {r: {outlet: X, says: {claim: c, details: {кількість: два, 数: 三}}}}\n"
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    assert loaded.workspace.reports["r"].says[0].details == (("кількість", "два"), ("数", "三"))
    assert said("назва: {}\n") == [
        (
            "1:1+5 error unknown-key: there is no section 'назва' | the sections are case, outlets, parties, sources, "
            "claims, reports, responses, dependences"
        )
    ]


def test_words_behind_a_tab_are_hidden_too() -> None:
    (found,) = said("claims:\n  d: x\t#y\n")
    assert found.startswith("2:8+2 warning text-cut-off: '#y' and what follows it")


def test_true_between_quotes_is_a_text() -> None:
    assert said('outlets: {x: {name: X, state_affiliated: "true"}}\n') == [
        "1:42+6 error wrong-type: 'true' is not true or false | write `true` or `false`, without quotes"
    ]


def test_a_sign_at_the_margin_after_a_blank_first_line_has_its_place() -> None:
    assert said("\n\x01")[0].startswith("2:1+1 error control-character:")


def test_words_hidden_in_a_comment_are_a_warning() -> None:
    text = "claims:\n  c: Told by #War and others\n  d: x\t#y\n  e: 'x' #y\n  f: x # y\n  g: >\n    x #y\n  h: #y\n"
    hint = "quote the text; for a comment write a space after '#'"
    assert said(text) == [
        f"2:14+4 warning text-cut-off: '#War' and what follows it are a comment, not part of the text | {hint}",
        f"3:8+2 warning text-cut-off: '#y' and what follows it are a comment, not part of the text | {hint}",
        "8:3+1 error missing-key: the claim 'h' needs `text` | add `text: …` to it",
        f"8:6+2 warning text-cut-off: '#y' and what follows it are a comment, not part of the text | {hint}",
    ]
