"""Pages: which text is the article, links at exact offsets, what the page says of itself."""

import socket
import sys

import pytest

from provenance.article import Article, ArticleError, Fetched, MissingExtraError, read_bytes, read_fetched

LONG = "The harbour of Eastmouth will close in the first week of May, the newspaper Tern reported on Friday, citing"

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>Harbour to close – The Eastern Times</title>
<link rel="canonical" href="https://eastern.example/news/1">
<meta property="og:title" content="Harbour to close | The Eastern Times">
<meta property="og:site_name" content="The Eastern Times">
<meta name="author" content="By Ada Moor and Ben Quay">
<meta property="article:published_time" content="2031-05-02T10:00:00Z">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [
  {{"@type": "NewsMediaOrganization", "@id": "#org", "name": "The Eastern Times Ltd"}},
  {{"@type": "Person", "@id": "#ada", "name": "Ada Moor"}},
  {{"@type": ["NewsArticle"], "headline": "Harbour to close", "author": [{{"@id": "#ada"}}], "publisher": {{"@id": "#org"}},
    "datePublished": "2031-05-02T12:00:00.123+0200", "dateModified": "2031-05-03"}}]}}
</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour to close</h1>
<p>{LONG} <a href="/docs/plan?x=1">a plan of
   the&nbsp;council</a> that it had seen.</p>
<figure><img src="a.jpg"><figcaption>The harbour last year. Picture: Ben Quay for the Eastern Times archive</figcaption></figure>
<p>JOIN US ON TELEGRAM</p>
<p>{LONG.replace("May", "June")} <em>two</em> men, <a href="mailto:a@b.example">one</a> of
<a href="https://tern.example/story"><b>them</b></a> a fisher of the har&shy;bour.</p>
<p><a href="/news/2">Read more: Fishers stand firm against the plan of the council</a></p>
<p>{LONG.replace("May", "July")} nobody, and the mayor has not confirmed it to this paper.</p>
</article>
<div id="comments" class="comments"><p>My neighbour, who knows all there is to know, told everybody weeks ago that this
 would happen, and nobody in our street wanted to believe a single word of it then.</p></div>
<footer><p>© 2031 The Eastern Times. All rights reserved.</p></footer></body></html>"""


def read(text: str, file: str = "page.html", **more: str) -> Article:
    return read_bytes(text.encode(), file, **more)  # type: ignore[arg-type]


def paragraphs(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.paragraphs]


def test_the_paragraphs_are_the_article_and_no_more() -> None:
    article = read(PAGE)
    assert article.text == "\n".join(paragraphs(article))
    assert paragraphs(article) == [
        f"{LONG} a plan of the council that it had seen.",
        f"{LONG.replace('May', 'June')} two men, one of them a fisher of the harbour.",
        f"{LONG.replace('May', 'July')} nobody, and the mayor has not confirmed it to this paper.",
    ]


def test_links_have_exact_offsets_and_whole_addresses() -> None:
    article = read(PAGE)
    assert [(article.text[start:end], url) for start, end, url in article.links] == [
        ("a plan of the council", "https://eastern.example/docs/plan?x=1"),
        ("them", "https://tern.example/story"),
    ]


def test_what_the_page_says_of_itself() -> None:
    article = read(PAGE)
    assert (article.title, article.site, article.authors) == ("Harbour to close", "The Eastern Times", ("Ada Moor",))
    assert (article.published, article.published_by) == ("2031-05-02T12:00:00+02:00", "json-ld")
    assert (article.modified, article.language) == ("2031-05-03", "en-GB")
    assert article.url == "https://eastern.example/news/1"


def test_a_page_that_says_nothing_gets_nothing() -> None:
    article = read(f"<p>{LONG} nobody.</p><p>{LONG} <a href='/x'>nobody</a> else.</p>")
    assert (article.title, article.site, article.authors, article.language) == (None, None, (), None)
    assert (article.published, article.published_by, article.modified, article.url) == (None, None, None, None)
    assert article.links == ()


def test_a_page_without_an_article_has_no_paragraphs() -> None:
    article = read("<html><head><title>Nothing</title></head><body><nav><a href='/'>Home</a></nav></body></html>")
    assert (article.text, article.paragraphs, article.title) == ("", (), "Nothing")


@pytest.mark.parametrize(
    ("head", "published", "by"),
    [
        ('<meta property="article:published_time" content="2031-05-02T10:00Z">', "2031-05-02T10:00Z", "meta"),
        ('<meta name="date" content="2031-02-30"><meta name="dc.date" content="2031-02-03">', "2031-02-03", "meta"),
        ('<meta name="date" content="Fri, 02 May 2031 10:00:00 +0200">', "2031-05-02T10:00:00+02:00", "meta"),
        ('<time datetime="2031-05-02 10:00:30+03">today</time>', "2031-05-02T10:00:30+03:00", "time"),
        ('<link rel="canonical" href="https://a.example/2021/05/02/harbour">', "2021-05-02", "guessed"),
    ],
)
def test_the_date_says_where_it_was_found(head: str, published: str, by: str) -> None:
    article = read(f"<html><head>{head}</head><body><p>{LONG} it.</p></body></html>")
    assert (article.published, article.published_by) == (published, by)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Von Ada Moor und Ben Quay, dpa", ("Ada Moor", "Ben Quay", "dpa")),
        ("https://eastern.example/staff/ada", ()),
        ("ada@eastern.example", ()),
        ("Ada Moor; Ada Moor", ("Ada Moor",)),
    ],
)
def test_authors_are_names(author: str, names: tuple[str, ...]) -> None:
    assert read(f'<meta name="author" content="{author}"><p>{LONG} it.</p>').authors == names


def test_a_name_that_is_written_backwards_is_turned() -> None:
    assert read(f'<meta name="dc.creator" content="Moor, Ada"><p>{LONG} it.</p>').authors == ("Ada Moor",)


def test_a_quotation_set_apart_that_a_paragraph_holds_is_said_once() -> None:
    pulled = "<figure><blockquote><p>Nobody asked the fishers of this town</p></blockquote></figure>"
    body = f"<article><p>{LONG} it.</p>{pulled}<p>{LONG} him: “Nobody asked the fishers of this town”, he said.</p></article>"
    assert [words[-9:] for words in paragraphs(read(f"<html><body>{body}</body></html>"))] == ["iting it.", " he said."]


def test_lines_apart_by_two_breaks_are_paragraphs() -> None:
    body = f"<article>{LONG} one.<br><br>{LONG} two,<br>and three.<br> <br>{LONG} four.</article>"
    assert paragraphs(read(f"<html><body>{body}</body></html>")) == [
        f"{LONG} one.",
        f"{LONG} two, and three.",
        f"{LONG} four.",
    ]


def test_characters_that_no_page_may_hold_are_spaces() -> None:
    body = f"<p>{LONG} one&#1;two\x0bthree&#x1F;four\ufffe five&#8217;s &#12345; &#x12; &#8 end.</p><p>{LONG} more.</p>"
    assert paragraphs(read(f"<html><body><article>{body}</article></body></html>"))[0] == (
        f"{LONG} one two three four five’s 〹 end."
    )


def test_what_is_said_twice_stays_twice() -> None:
    said = "<p>“We will not leave this harbour, whatever the council of the town decides.”</p>"
    body = f"<article><p>{LONG} one.</p>{said}<p>{LONG} two.</p>{said}<p>{LONG} three.</p></article>"
    assert sum(words.startswith("“We will") for words in paragraphs(read(f"<html><body>{body}</body></html>"))) == 2


def test_links_are_resolved_against_where_the_page_came_from() -> None:
    page = f"<article><p>{LONG} <a href='b'>it</a>.</p><p>{LONG} more.</p></article>"
    fetched = Fetched(
        url="https://a.example/x",
        final_url="https://a.example/y/z",
        bytes=page.encode("cp1251"),
        content_type="text/html; charset=windows-1251",
        accessed="2031-05-02T10:00:00Z",
        sha256="",
    )
    article = read_fetched(fetched)
    assert (article.file, article.url, article.encoding) == ("https://a.example/x", "https://a.example/y/z", "cp1251")
    assert [link.url for link in article.links] == ["https://a.example/y/b"]


def test_a_text_that_was_fetched_is_text() -> None:
    fetched = Fetched(
        url="https://a.example/x",
        final_url="https://a.example/x",
        bytes=b"<p> It is text.",
        content_type="text/plain",
        accessed="",
        sha256="",
    )
    assert read_fetched(fetched).text == "<p> It is text."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Harbour to close | The Eastern Times</title>", "Harbour to close | The Eastern Times"),
        (
            "<meta property=og:site_name content='The Eastern Times'><title>Harbour – The Eastern times</title>",
            "Harbour",
        ),
        ("<title>Harbour to close | Tern</title><h1>Harbour <i>to</i> close</h1>", "Harbour to close"),
        ("<meta property=og:title content='A | B | C'><h1>A | B</h1>", "A | B"),
        (
            '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"It&#8217;s A"};//]]></script>',
            "It’s A",
        ),
        ('<script type="application/ld+json">{"@type":"Article","headline":["It&#8217;s\nA"]};</script>', "It’s A"),
        ('<script type="application/ld+json">{"@type":"Article","headline":</script><h1>B</h1>', "B"),
    ],
)
def test_titles(head: str, title: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>{LONG} it.</p></body></html>").title == title


def test_a_link_over_two_paragraphs_is_two() -> None:
    body = (
        f"<article><a href='https://a.example/'><p>{LONG} one.</p><p>{LONG} two.</p></a><p>{LONG} three.</p></article>"
    )
    article = read(f"<html><body>{body}</body></html>")
    assert [article.text[start:end][-4:] for start, end, _ in article.links] == ["one.", "two."]


def test_a_marked_byline_names_the_author() -> None:
    head = "<div itemprop='author'>By Ada Moor</div><a rel='author' href='/b'>Ben Quay</a>"
    assert read(f"<html><body>{head}<p>{LONG} it.</p></body></html>").authors == ("Ada Moor", "Ben Quay")


def test_a_library_that_stumbles_costs_only_what_it_would_have_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("provenance.article.choosing.bare_extraction", stumble)
    monkeypatch.setattr("provenance.article.moments.find_date", stumble)
    monkeypatch.setattr("provenance.article.bylines.extract_metadata", stumble)
    article = read(f"<html><head><title>Harbour</title></head><body><p>{LONG} it.</p></body></html>")
    assert (article.title, article.published, article.authors, article.paragraphs) == ("Harbour", None, (), ())


def test_reading_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    assert read(PAGE).paragraphs


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("provenance.article.page")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("provenance.article.page", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError) as missing:
        read(PAGE)
    assert missing.value.problem.message == "reading a page (HTML) needs an extra that is not installed"
    assert missing.value.problem.hint == (
        "pip install 'source-provenance[draft]', or save the article's text as a .txt file"
    )
    assert read("A text.", "a.txt").text == "A text."


def test_not_a_page() -> None:
    with pytest.raises(ArticleError) as refused:
        read("<!doctype html>")
    assert refused.value.problem.code == "not-a-page"
    assert str(refused.value) == (
        "page.html: this cannot be read as a page (HTML) (save the page again, or its text as a .txt file)"
    )
