"""How well the language of an article is read, for the head of its draft."""

from provenance.attribution import is_read

_MEASURED = "en"
_TRIED = {"de": "German", "ru": "Russian"}
_UNMEASURED = {"tr": "Turkish", "uk": "Ukrainian"}


def how_well_read(language: str) -> str | None:
    """Say what a draft in a language (a BCP 47 tag) is worth; None in the one that is measured.

    The figures are in docs/explanation/drafting.md.
    """
    if not is_read(language):
        return f"who says what was not looked for: there are no rules for its language ('{language}')"
    main = language.lower().partition("-")[0].partition("_")[0]
    if main == _MEASURED:
        return None
    if main in _TRIED:
        return (
            f"{_TRIED[main]} is read by a few patterns, which find a part of what is there: read on beside this draft."
        )
    name = _UNMEASURED.get(main, f"the language '{main}'")
    return (
        f"{name} is read by a few patterns, and nobody has measured how well (unmeasured): read on beside this draft."
    )
