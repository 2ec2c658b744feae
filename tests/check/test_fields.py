"""Codes, addresses, dates and ratings that cannot be meant; and outlets without a record."""

import pytest

from provenance.check.codes import unknown_countries, unknown_languages
from provenance.check.dates import dates_out_of_order
from provenance.check.names import implicit_outlets, outlets_written_two_ways
from provenance.check.ratings import unsigned_ratings
from provenance.check.urls import unusable_urls
from tests.check.found import found, messages


@pytest.mark.parametrize("code", ["TR", "NO", "GB", "UA", "XK", "TW"])
def test_a_country_code_is_known(code: str) -> None:
    assert found(f"outlets: {{o: {{country: {code}}}}}\nparties: {{p: {{country: {code}}}}}\n", unknown_countries) == []


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("tr", "write 'TR'"),
        ("TUR", "write 'TR'"),
        ("uk", "write 'GB'"),
        ("792", "write 'TR'"),
        ("Turkey", "use two capital letters, such as TR"),
        ("ZZ", "use two capital letters, such as TR"),
        ("TR, UA", "use two capital letters, such as TR"),
    ],
)
def test_a_country_code_is_unknown(code: str, hint: str) -> None:
    message = f"unknown-country: '{code}' is no ISO 3166-1 country code | {hint}"
    text = f'outlets: {{o: {{country: "{code}"}}}}\nparties: {{p: {{country: "{code}"}}}}\n'
    assert found(text, unknown_countries) == [f"1:11+1 warning {message}", f"2:11+1 warning {message}"]


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "uk", "mul", "und", "sr-Latn", "no"])
def test_a_language_tag_is_known(tag: str) -> None:
    assert found(f"reports: {{r: {{outlet: X, language: {tag}}}}}\n", unknown_languages) == []


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("english", "use a tag such as tr, uk or pt-BR"),
        ("xx", "use a tag such as tr, uk or pt-BR"),
        ("en_GB", "write 'en-GB'"),
        ("en, tr", "write a list: [en, tr]"),
        ("-", "use a tag such as tr, uk or pt-BR"),
        ("\\0", "use a tag such as tr, uk or pt-BR"),
    ],
)
def test_a_language_tag_is_unknown(tag: str, hint: str) -> None:
    text = f'outlets: {{o: {{languages: ["{tag}", en]}}}}\nreports: {{r: {{outlet: o, language: "{tag}"}}}}\n'
    shown = tag.replace("\\0", "\0")
    message = f"warning unknown-language: '{shown}' is no BCP 47 language tag | {hint}"
    assert found(text, unknown_languages) == [f"1:11+1 {message}", f"2:11+1 {message}"]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org/a?b=c&d#e",
        "HTTPS://EXAMPLE.ORG/",
        "https://пример.укр/новини",
        "http://127.0.0.1:8000/",
        "https://user@example.org/x",
        "https://web.archive.org/web/2025/https://example.org/",
    ],
)
def test_an_address_is_usable(url: str) -> None:
    assert found(f'reports: {{r: {{outlet: X, url: "{url}"}}}}\n', unusable_urls) == []


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("example.org", "write 'https://example.org'"),
        ("www.example.org/a", "write 'https://www.example.org/a'"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT://example.org/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("ftp://example.org", None),
        ("//example.org/", None),
        ("https://", None),
        ("https:///path", None),
        ("https:example.org", None),
        ("http://[::1", None),
        ("https://a b.org", None),
        (r"https://example.org/\n", None),
        (r"java\tscript:x", None),
        (r"https://example.org/\e[31m", None),
        ("see below", None),
    ],
)
def test_an_address_is_not_usable(url: str, hint: str | None) -> None:
    loaded = found(f'reports: {{r: {{outlet: X, url: "{url}"}}}}\n', unusable_urls)
    shown = url.replace(r"\n", "").replace(r"\t", " ").replace(r"\e", "\x1b")
    whole = "write the whole address, beginning with https://, without spaces and line breaks"
    assert loaded == [f"1:11+1 warning unusable-url: '{shown}' is no web address | {hint or whole}"]


def test_every_address_of_a_record_is_looked_at() -> None:
    text = """
sources: {s: {kind: document, url: one}}
claims: {c: C}
parties: {p: }
reports:
  r: {outlet: X, url: two, archived: three, says: {claim: c, cites: [{source: s, url: four}]}}
  q: {outlet: X, says: {claim: c, cites: {unclear: [{report: r, url: five}, s]}}}
responses:
  - {by: p, claim: c, stance: denies, cites: {report: r, url: six}}
"""
    assert messages(text, unusable_urls) == [
        "2:11 'one' is no web address",
        "6:3 'three' is no web address",
        "6:3 'two' is no web address",
        "6:70 'four' is no web address",
        "7:53 'five' is no web address",
        "9:46 'six' is no web address",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("published: 2025-09-03, accessed: 2025-09-02", ["read (2025-09-02) before it was published (2025-09-03)"]),
        ("published: 2025-09-03, accessed: 2025-09-03", []),
        ("published: 2025-09, accessed: 2025-09-01", []),
        ("published: 2025-09, accessed: 2025-08", ["read (2025-08) before it was published (2025-09)"]),
        ('published: "2025-09-03?", accessed: 2024', []),
        ('published: 2025-09-03, accessed: "2024?"', []),
        ("published: 2025-09-03/.., accessed: 2024", ["read (2024) before it was published (2025-09-03/..)"]),
        ("published: ../2025-09-03, accessed: 1999", []),
        ("accessed: 1999", []),
        (
            "published: 2025-09-03T10:00+02:00, status: {retracted: 2025-09-03T07:59, corrected: 2025-09-03T08:00}",
            ["retracted (2025-09-03T07:59) before it was published (2025-09-03T10:00+02:00)"],
        ),
        (
            "published: 2025, status: {corrected: 2023, withdrawn: 2024}",
            [f"{what} before it was published (2025)" for what in ("corrected (2023)", "withdrawn (2024)")],
        ),
    ],
)
def test_what_comes_before_publication(fields: str, expected: list[str]) -> None:
    text = f"reports: {{r: {{outlet: X, {fields}}}}}\n"
    assert messages(text, dates_out_of_order) == [f"1:11 'r' was {what}" for what in expected]


def test_a_rating_needs_somebody_who_answers_for_it() -> None:
    text = "outlets: {a: {reliability: F}, b: {reliability: A, rated_by: desk}, c: {rated_by: desk}}\n"
    assert messages(text, unsigned_ratings) == ["1:11 'a' is rated F by nobody"]


def test_outlets_without_a_record_are_listed_once_at_their_first_use() -> None:
    text = """
outlets: {x: {name: Ex}}
claims: {c: C}
reports:
  q: {outlet: ex, says: c}
  r: {outlet: Radio, says: {claim: c, cites: [{outlet: TV}, {outlet: unnamed}, {outlet: EX}]}}
  s: {outlet: radio, says: {claim: c, cites: {outlet: tv}}}
"""
    assert messages(text, implicit_outlets) == [
        "6:3 the outlet 'Radio' has no record",
        "6:47 the outlet 'TV' has no record",
    ]


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Kyiv Post", "KyivPost"], [("KyivPost", "Kyiv Post")]),
        (["Kyiv Post", "Kyiv-Post", "kyiv_post"], [("Kyiv-Post", "Kyiv Post"), ("kyiv_post", "Kyiv Post")]),
        (["Türkiye Today", "Turkiye Today"], [("Türkiye Today", "Turkiye Today")]),
        (["The Times", "Times"], []),
        (["RIA", "TASS"], []),
        (["!", "?"], []),
        (["Известия", "ИЗВЕСТИЯ"], []),
    ],
)
def test_outlets_whose_names_differ_only_in_signs(names: list[str], pairs: list[tuple[str, str]]) -> None:
    reports = "".join(f'  r{number}: {{outlet: "{name}"}}\n' for number, name in enumerate(names))
    shown = [message.partition(" ")[2] for message in messages(f"reports:\n{reports}", outlets_written_two_ways)]
    assert sorted(shown) == sorted(f"'{one}' is counted as another outlet than '{other}'" for one, other in pairs)


def test_a_recorded_outlet_is_the_one_that_is_meant() -> None:
    text = "outlets: {kyiv-post: {aliases: [KP]}}\nreports: {r: {outlet: Kyiv Post}, s: {outlet: K P}}\n"
    assert messages(text, outlets_written_two_ways) == [
        "2:11 'Kyiv Post' is counted as another outlet than 'kyiv-post'",
        "2:35 'K P' is counted as another outlet than 'kyiv-post'",
    ]
