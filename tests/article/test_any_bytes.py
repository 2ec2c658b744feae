"""Any bytes give an article or a problem, never a crash; encodings are read as declared, or as they look."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.article import Article, ArticleError, read_article, read_bytes
from provenance.article.decoding import decode

pytestmark = pytest.mark.no_cover  # it covers what others do, many times over


PIECES = st.sampled_from(
    [b"<p>", b"</p>", b"<a href='http://a.example'>", b"</a>", b"<br>", b"<script type='application/ld+json'>", b"</script>", b"<div>",
     b"A sentence that is said, she said. ", b"\xff", b"\x00", b"\xd0\x9f", b'{"@type":"NewsArticle","headline":["x"],"author":{}}',
     b"<meta charset=", b"utf-16>", b"<table><td>", b"&#0;&#xd800;", b"<!--", b"<base href='//['>", b"<svg><p>", b"<html lang=x>"]
)  # fmt: skip


def read_or_refused(data: bytes, file: str) -> Article | None:
    try:
        return read_bytes(data, file)
    except ArticleError as error:
        return None if error.problem.place.file == file and error.problem.hint else pytest.fail(str(error))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(b"".join), st.sampled_from(["a.html", "a.txt", "-"]))
def test_any_page_gives_an_article_or_a_problem(data: bytes, file: str) -> None:
    article = read_or_refused(data, file)
    if article is None:
        return
    spans = article.paragraphs
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(any(s.start <= link.start < link.end <= s.end for s in spans) for link in article.links)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_problem(data: bytes) -> None:
    for file in ("a.html", "a.txt", "-"):
        read_or_refused(data, file)


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 50_000 + b"x",
        b"<b>" * 50_000 + b"x",
        b"<table>" * 5_000,
        b"<p>It is.<br>" * 5_000,
        b"<script type='application/ld+json'>" + b"[" * 100_000,
        b"<title>" + b"x - " * 50_000,
        b"<meta name=author content='" + b" and" * 50_000 + b"'>",
        b"<time datetime='" + b"1" * 300_000 + b"'>",
        b"<a href='http://a.example/" + b"x" * 300_000 + b"'>x</a>",
        b"<" * 50_000,
    ],
)
def test_a_page_without_measure(data: bytes) -> None:
    assert read_bytes(data, "a.html").file == "a.html"


RUSSIAN = "Порт закроют в мае, сообщила газета. Мэр этого не подтвердил. "


@pytest.mark.parametrize(
    ("data", "encoding", "lossy"),
    [
        (f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251"), "cp1251", False),
        (f'<?xml version="1.0" encoding="koi8-r"?><p>{RUSSIAN}'.encode("koi8-r"), "koi8-r", False),
        (f"<p>{RUSSIAN}".encode("cp1251"), "cp1251", False),
        (f"<meta charset=utf-8><p>{RUSSIAN * 3}".encode("cp1251"), "cp1251", False),
        (f"<meta charset=cp1251><p>{RUSSIAN}".encode("utf-16"), "utf-16", False),
        (f"<meta charset=rot13><p>{RUSSIAN}".encode(), "utf-8", False),
        (f"<meta charset=utf-16><p>{RUSSIAN}".encode(), "utf-8", False),
        ("<meta charset=iso-8859-1><p>“It is.”".encode("cp1252"), "cp1252", False),
        (f"<p>{RUSSIAN * 40}".encode() + b"\xff", "utf-8", True),
    ],
)
def test_encodings(data: bytes, encoding: str, lossy: bool) -> None:
    article = read_bytes(data, "a.html")
    assert (article.encoding, article.lossy) == (encoding, lossy)
    text = decode(data).text
    assert ("\ufffd" in text) is lossy
    assert RUSSIAN.strip() in text or "“It is.”" in text


def test_what_the_server_says_goes_before_what_the_page_says() -> None:
    data = f"<meta charset=koi8-r><p>{RUSSIAN}".encode("cp1251")
    assert read_bytes(data, "a.html", charset="windows-1251").encoding == "cp1251"


def test_a_mark_of_utf8_stays_in_a_text() -> None:
    article = read_bytes("\ufeffIt is.".encode(), "a.txt")
    assert (article.text, article.paragraphs) == ("\ufeffIt is.", ((1, 7),))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff".encode(), b"\xff\xfe"])
def test_empty_article(data: bytes) -> None:
    with pytest.raises(ArticleError) as refused:
        read_bytes(data, "a.html")
    assert refused.value.problem.code == "empty-article"
    assert refused.value.problem.message == "there is no text in this"


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04", b"\x89PNG", b"text\x00text", b"\x1f\x8b\x08"])
def test_binary_file(data: bytes) -> None:
    with pytest.raises(ArticleError) as refused:
        read_bytes(data, "a.html")
    assert refused.value.problem.code == "binary-file"


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PROVENANCE_MAX_ARTICLE_BYTES", "1 MiB")
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(ArticleError) as refused:
        read_article(str(file))
    assert refused.value.problem.message == "this is larger than 1 MiB"
    with pytest.raises(ArticleError, match="this is larger than 1 MiB"):
        read_bytes(file.read_bytes(), "a.txt")


@pytest.mark.parametrize("name", ["missing.txt", "a\x00b", "."])
def test_unreadable(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as refused:
        read_article(f"{tmp_path}/{name}")
    assert refused.value.problem.code == "unreadable"


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="this is not a regular file"):
        read_article(str(tmp_path))


def test_a_text_in_an_old_encoding_is_read_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    article = read_bytes("“Geschlossen”, hieß es: für länger.".encode("cp1252"), "a.txt")
    assert (article.text, article.encoding) == ("“Geschlossen”, hieß es: für länger.", "cp1252")
