"""The tables of furniture: each language's entries, and what must stay."""

import pytest

from provenance.article.furniture import furniture, is_finished


@pytest.mark.parametrize(
    "line",
    [
        "JOIN US ON TELEGRAM",
        "Share this article",
        "▶ Advertisement",
        "Read more: Harbour to close",
        "© 2031 The Eastern Times. All rights reserved.",
        "This website uses cookies to make it better.",
        "Anzeige",
        "Lesen Sie auch: Hafen schließt im Mai",
        "Folgen Sie uns auf Mastodon!",
        "Читайте також: Порт закриють у травні",
        "Підписуйтесь на наш канал",
        "Реклама",
        "Подписывайтесь на наш канал",
        "Читайте также: Порт закроют в мае",
        "REKLAM",
        "Bizi takip edin",
        "İLGİLİ HABER: Liman mayısta kapanıyor",
        "By Ada Moor and Ben O’Quay",
        "Von Ada Moor, Ben Quay und Öz Çelik",
        "Автори: Ада Мур та Бен Квей",
        "Updated: 3 May, 10:00",
    ],
)
def test_a_line_that_is_furniture(line: str) -> None:
    assert furniture(["The harbour will close.", line, "Nobody said why."]) == [False, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Source links were missing from the report, Tern said.",
        "Related companies were not named.",
        "Follow the money, said the mayor.",
        "“Get our money back,” she said.",
        "Read more books, the minister told pupils.",
        "Photographs showed the harbour empty.",
        "Anzeigen gegen den Bürgermeister wurden gestellt.",
        "Источник в порту подтвердил это.",
        "Фото порту показали журналістам.",
        "Kaynaklar bunu doğruladı.",
        "By May the harbour will be closed",
        "By Monday",
        ",",
        "–",
        "Von der Stadt kam keine Antwort",
        "By Ada Moor and Ben Quay.",
        "Read more: " + "the harbour will close, " * 8,
    ],
)
def test_a_line_that_may_be_the_article_stays(line: str) -> None:
    assert furniture([line]) == [False]


@pytest.mark.parametrize(
    "head", ["Other Topics of Interest", "MEHR ZUM THEMA:", "Читайте також", "Новости по теме", "İlgili Haberler"]
)
def test_teasers_below_the_head_of_a_list_go(head: str) -> None:
    lines = [head, "A Teaser – Not the Article", "a summary without an end", "The article goes on.", "No full stop"]
    assert furniture(lines) == [True, True, True, False, False]


def test_no_more_than_six_teasers_go() -> None:
    assert furniture(["Related", *["A teaser"] * 9]) == [True] * 7 + [False] * 3


def test_a_line_that_leads_in_a_quotation_is_no_teaser() -> None:
    assert furniture(["Related", "She said:", "“No.”"]) == [True, False, False]


@pytest.mark.parametrize("line", ["It is.", "Is it?”", "“It is!”)", "So… ", "就是。"])
def test_how_a_sentence_ends(line: str) -> None:
    assert is_finished(line)
    assert not is_finished("It is")


def test_a_long_line_is_no_teaser() -> None:
    assert furniture(["Related", "The harbour will close, " * 9]) == [True, False]


def test_a_head_that_ends_as_a_sentence_is_none() -> None:
    assert furniture(["TOP STORIES.", "HARBOUR CLOSES It will"]) == [False, False]
