"""Long texts are cut, and kinds are joined, as messages say them."""

from provenance.read.wording import either, shortened


def test_a_text_of_sixty_characters_is_said_whole_and_a_longer_one_ends_in_an_ellipsis() -> None:
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 59 + "…"


def test_white_space_is_one_space() -> None:
    assert shortened("  a\n\tb ") == "a b"


def test_kinds_are_joined_with_or() -> None:
    assert either(["outlet"]) == "an outlet"
    assert either(["outlet", "party", "claim"]) == "an outlet, a party or a claim"
    assert either(["outlet", "party"], article=False) == "outlet or party"
