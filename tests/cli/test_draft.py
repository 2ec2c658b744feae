"""`draft` on the command line: what it prints where, that it changes no file, and what a person can mend."""

import hashlib
import json
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from provenance.attribution import parser
from provenance.report.draft import yaml_lines
from provenance.report.lines import plain
from tests.article.server import page, serving
from tests.cli.ran import Provenance, Write
from tests.cli.test_terminal import show

ARTICLE = (
    "The northern bridge is closed for repairs, the newspaper Gazette reported.\n"
    "Jane Doe said that wages of the night shift will rise in spring.\n"
)
RECORDS = "claims: {bridge: The northern bridge is closed.}\noutlets: {gazette: {name: Gazette}}\n"


@pytest.fixture
def article(write: Write, tmp_path: Path) -> Path:
    write(RECORDS)
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    return path


def test_a_draft_passes_check_beside_the_records(provenance: Provenance, article: Path) -> None:
    ran = provenance("draft", "a.txt", "--outlet", "Post", "--claim", "bridge", "-o", "data/new.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert provenance("check").code == 0
    text = (article.parent / "data" / "new.yaml").read_text()
    assert "outlet: gazette" in text
    assert provenance("draft", "a.txt", "--outlet", "Post", "--claim", "bridge", "--data", "none").code == 2
    assert provenance("trace", "bridge").out.startswith("The northern bridge is closed.")


def test_a_file_that_is_there_is_never_changed(provenance: Provenance, article: Path) -> None:
    ran = provenance("draft", "a.txt", "-o", "a.txt")
    message = "provenance: 'a.txt' is there already, and a draft changes no file; name a new one\n"
    assert ran == (2, "", message)
    assert article.read_text() == ARTICLE


def test_several_articles_are_one_line_of_json_each_and_a_fault_stops_none(
    provenance: Provenance, article: Path
) -> None:
    (article.parent / "b.txt").write_text("Nothing.\n")
    ran = provenance("draft", "--json", "a.txt", "missing.txt", "b.txt")
    rows = [json.loads(row) for row in ran.out.splitlines()]
    assert ran.code == 2
    assert ran.err.startswith("missing.txt: error unreadable: ")
    assert [row["file"] for row in rows] == ["a.txt", "b.txt"]
    assert rows[0]["text"] == ARTICLE
    first = rows[0]["attributions"][0]
    assert ARTICLE[slice(*first["cue"])] == "reported"
    assert ARTICLE[slice(*first["content"][0])] == "The northern bridge is closed for repairs"
    assert "Gazette" in ARTICLE[slice(*first["source"])]
    assert first.keys() == {
        *("source", "cue", "content", "class", "entity", "polarity", "hedged", "nested", "link", "confidence", "rule")
    }


def test_what_cannot_be_written_is_refused_before_anything_is_asked(provenance: Provenance, article: Path) -> None:
    assert article.exists()
    ran = provenance("draft", "a.txt", "--review", "-o", "missing/new.yaml")
    assert ran.code == 2
    assert ran.err.startswith("provenance: 'missing/new.yaml' cannot be written: there is no such folder")
    ran = provenance("draft", "a.txt", "--json", "-o", "new.yaml")
    assert (ran.code, ran.out) == (2, "")


def test_one_draft_is_made_of_one_article(provenance: Provenance, article: Path) -> None:
    assert article.exists()
    ran = provenance("draft", "a.txt", "a.txt")
    assert ran == (2, "", "provenance: one article makes one draft; several at once are read with --json\n")


def test_an_article_comes_from_standard_input(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article.exists()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(ARTICLE.encode())))
    ran = provenance("draft", "-", "--outlet", "Post")
    assert (ran.code, "outlet: gazette" in ran.out) == (0, True)


def test_other_languages_are_read_where_they_are_named(provenance: Provenance, article: Path) -> None:
    text = "Laut Polizei ist die Brücke im Norden gesperrt.\n"
    article.write_text(text)
    found = json.loads(provenance("draft", "--json", "a.txt", "--language", "de").out)["attributions"]
    assert [text[slice(*each["source"])] for each in found] == ["Polizei"]
    ran = provenance("draft", "a.txt", "--language", "xx")
    assert (ran.code, ran.err.startswith("provenance: there is no lexicon for 'xx'; there are: en, ")) == (2, True)


def test_what_was_not_looked_for_is_said(provenance: Provenance, article: Path) -> None:
    article.write_text("La ministra dijo que el puente está cerrado.\n")
    ran = provenance("draft", "a.txt")
    assert "# who says what was not looked for: there are no rules for its language ('und')" in ran.out
    assert "not looked for" not in provenance("draft", "a.txt", "--language", "en").out


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Laut Polizei ist die Brücke im Norden nicht mehr offen.\n", "Polizei"),
        ("Як повідомляє УНІАН, міст на півночі закрито для ремонту.\n", "УНІАН"),
        ("Как сообщает РБК, мост на севере закрыт и его не откроют.\n", "РБК"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_words(
    provenance: Provenance, article: Path, text: str, source: str
) -> None:
    article.write_text(text)
    (found,) = json.loads(provenance("draft", "--json", "a.txt").out)["attributions"]
    assert text[slice(*found["source"])] == source


def test_a_private_address_is_refused_and_no_file_is_written(provenance: Provenance, article: Path) -> None:
    ran = provenance("draft", "http://127.0.0.1:1/x", "-o", "new.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "127.0.0.1" in ran.err
    assert sorted(path.name for path in article.parent.iterdir()) == ["a.txt", "data"]


PAGE = """<!doctype html><html lang="en"><head><title>Bridge closed</title>
<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2025-09-03T10:00:00Z">
</head><body><article><h1>Bridge closed</h1>
<p>The northern bridge is closed for repairs, the newspaper <a href="https://gazette.example/1">Gazette</a> reported.</p>
<p>The mayor of the town said that the works will take three months and cost two million.</p></article></body></html>"""


def test_a_page_is_fetched_once_and_kept_with_its_hash(provenance: Provenance, article: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed: no page was read")
    with serving() as server:
        server.answers["/story"] = page(PAGE.encode())
        address = f"{server.url}/story"
        ran = provenance("draft", address, "--claim", "bridge", "-o", "data/new.yaml", "--allow-private")
        assert (ran.code, ran.err) == (0, "")
        assert len(server.requests) == 1
    kept = (article.parent / "data" / "new.html").read_bytes()
    text = (article.parent / "data" / "new.yaml").read_text()
    assert kept == PAGE.encode()
    assert f"# the page as fetched: data/new.html, sha256 {hashlib.sha256(kept).hexdigest()}" in text
    assert "    title: Bridge closed\n" in text
    assert "    published: 2025-09-03T10:00:00Z\n" in text
    assert "url: https://gazette.example/1" in text
    assert provenance("check").code == 0
    assert provenance("draft", address, "-o", "data/new.yaml").err.endswith("name a new one\n")


def test_without_its_extra_a_page_is_not_read(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article.parent / "a.html").write_text(PAGE)
    monkeypatch.setitem(sys.modules, "provenance.article.page", None)
    ran = provenance("draft", "a.html")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'source-provenance[draft]'" in ran.err


def test_a_report_that_is_there_makes_no_file(provenance: Provenance, article: Path) -> None:
    report = "reports: {post-1: {outlet: gazette, says: bridge, title: Northern bridge closed}}\n"
    (article.parent / "data" / "records.yaml").write_text(f"{RECORDS}{report}")
    article.write_text("Northern bridge closed\n\nIt is closed.\n")
    ran = provenance("draft", "a.txt", "--outlet", "Gazette", "--claim", "bridge", "-o", "new.yaml")
    assert ran.err == "provenance: all of it is in your records already; no file was written\n"
    assert "  # duplicate of data/records.yaml:3\n" in ran.out
    assert "  # post-1:\n" in ran.out
    assert not (article.parent / "new.yaml").exists()


def test_a_parser_adds_what_is_asked_for_and_installed(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.attribution.parser._reader", parser._reader.__wrapped__)
    monkeypatch.setattr("provenance.attribution.parser.MODEL", "a_model_that_is_not_there")
    assert article.exists()
    ran = provenance("draft", "a.txt", "--nlp")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'source-provenance[nlp]'" in ran.err
    assert provenance("draft", "a.txt", "--nlp", "--language", "de").code == 0


def test_each_attribution_can_be_kept_dropped_mended_or_added_to(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spaced = ARTICLE.replace("northern bridge", "northern  bridge")  # what is copied from a screen has one blank
    article.write_text(spaced)
    answers = ["f", "", "reported", "northern bridge", "outlet", "asserts", "k", "d"]
    answers += ["a", "Jane Doe", "said", "wages of the night shift", "person", "denies", "q"]
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(answers) + "\n"))
    ran = provenance("draft", "a.txt", "--outlet", "Post", "--claim", "bridge", "--review")
    assert ran.code == 0
    assert "1 of 2" in ran.err
    assert "k or Enter alone: it is right." in " ".join(ran.err.split())
    assert "by hand: “northern bridge is closed for repairs, the newspaper Gazette reported”" in ran.out
    assert "stance: denies" in ran.out
    assert "will rise" not in ran.out
    assert article.read_text() == spaced


def test_a_review_can_be_left_early_and_added_to_at_the_end(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article.exists()
    monkeypatch.setattr(sys, "stdin", StringIO("q\n"))
    everything = provenance("draft", "a.txt", "--outlet", "Post", "--review").out
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    assert provenance("draft", "a.txt", "--outlet", "Post").out == everything
    answers = [
        "x",
        "d",
        "d",
        "a",
        "Doe",
        "said",
        "no such words",
        "wages of the night shift",
        "no class",
        "person",
        "",
        "q",
    ]
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(answers) + "\n"))
    ran = provenance("draft", "a.txt", "--outlet", "Post", "--review")
    assert "'x' is none of the letters" in ran.err
    assert "the article does not have these words: no such words" in ran.err
    message = "'no class' is no class of the source; write one of these words: outlet, official-political,"
    assert message in " ".join(ran.err.split())
    assert ran.out.count("by hand") == 1
    assert "source: doe" in ran.out


def test_the_end_of_the_input_ends_a_review(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("k\n"))
    ran = provenance("draft", "a.txt", "--review", "-o", "new.yaml")
    assert ran.code == 130
    assert not (article.parent / "new.yaml").exists()


@pytest.mark.parametrize("width", [120, 60])
def test_a_terminal_shows_the_marked_article_beside_the_draft(article: Path, width: int) -> None:
    shown = show(article.parent, "draft", "a.txt", "--outlet", "Post", width=width, environment={"NO_COLOR": "1"})
    assert "‹The northern bridge is closed for repairs›¹" in shown.replace("\n", " ")
    assert "{reported}¹" in shown
    assert ("│" in shown) is (width > 100)
    article_rows = shown.partition("# Proposed from")[0] if width < 100 else shown
    assert max(map(len, article_rows.splitlines())) <= width


def test_a_narrow_terminal_wraps_no_row_of_a_draft(provenance: Provenance, article: Path) -> None:
    piped = provenance("draft", "a.txt", "--outlet", "Post").out
    shown = show(article.parent, "draft", "a.txt", "--outlet", "Post", width=70, environment={"NO_COLOR": "1"})
    assert max(map(len, piped.splitlines())) > 70
    assert shown.endswith(piped)


def test_a_row_that_is_wrapped_goes_on_as_what_it_is() -> None:
    rows = plain(yaml_lines("  # " + "word " * 9 + "\n  - quote: " + "word " * 9 + "\n"), 30)
    assert rows.splitlines()[1::2] == ["  # word word word word", "      word word word word word"]


def test_a_fix_that_changes_nothing_is_not_by_hand(
    provenance: Provenance, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article.exists()
    untouched = provenance("draft", "a.txt", "--outlet", "Post").out
    monkeypatch.setattr(sys, "stdin", StringIO("f\n\n\n\n\n\nq\n"))
    ran = provenance("draft", "a.txt", "--outlet", "Post", "--review")
    assert "nothing was changed" in ran.err
    assert ran.out == untouched
