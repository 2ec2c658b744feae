"""Texts found again by their words are those that a comparison with each would find."""

import random

from provenance.article import Article, Span
from provenance.draft.from_article.likeness import ALIKE, Alike, likeness, may_say_the_same
from provenance.draft.from_article.places import Places

WORDS = [
    "bridge",
    "river",
    "closed",
    "12",
    "40",
    "not",
    "school",
    "market",
    "harbour",
    "never",
    "council",
    "town",
    "the",
    "of",
]


def test_what_is_alike_is_what_comparing_with_each_finds() -> None:
    draw = random.Random(7)
    texts = [" ".join(draw.choices(WORDS, k=draw.randint(1, 7))) for _ in range(120)]
    alike = Alike()
    for number, text in enumerate(texts):
        there = list(enumerate(texts[:number]))
        near = [(likeness(text, each), str(n)) for n, each in there if likeness(text, each) >= ALIKE]
        same = [str(n) for n, each in there if may_say_the_same(text, each)]
        assert list(alike.near(text)) == near
        assert alike.same(text) == (same[0] if same else None)
        alike.add(str(number), text)


def test_a_place_is_in_its_paragraph_or_in_none() -> None:
    spans = (Span(3, 10), Span(12, 20))
    places = Places(Article(file="a", text="x" * 25, paragraphs=spans))
    found = [places.paragraph(at) for at in (0, 3, 9, 10, 12, 20)]
    assert found == [None, (1, spans[0]), (1, spans[0]), None, (2, spans[1]), None]
