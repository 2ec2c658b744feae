"""The report in Markdown, as markdown-it (CommonMark, GitHub's tables and links) reads it: the terminal's sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from provenance.export.figure import Export, export_of
from provenance.export.markdown import plain, render
from provenance.export.references import references_of
from provenance.export.words import sound_address
from provenance.model import Report
from provenance.safe import one_line
from provenance.wording.findings import finding_words
from provenance.wording.gaps import gap_sentences
from provenance.wording.origins import say_origin
from provenance.wording.responses import response_sentences
from provenance.wording.verdict import not_established, status_words
from tests.export.cases import cases
from tests.export.hostile import HOSTILE, hostile_export
from tests.texts import tracer_of

every_case = pytest.mark.parametrize("found", [*(case.export() for case in cases().values()), hostile_export()])
TEXTS: dict[int, list[Token]] = {}
"""What is read of an export, by its id: a hostile one is long."""

OURS = {"heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td"}


@dataclass
class Part:
    """What stands under a heading: its paragraphs, list items and table rows, as text."""

    texts: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def tokens_of(text: str) -> list[Token]:
    return MarkdownIt("gfm-like").parse(text)


def read(found: Export) -> list[Token]:
    if id(found) not in TEXTS:
        TEXTS[id(found)] = tokens_of(render(found)[0].text)
    return TEXTS[id(found)]


def shown(inline: Token) -> str:
    """Give the text of a paragraph or cell; in it is nothing but text, what we make strong, and links in tables."""
    children = inline.children or []
    kinds = {child.type for child in children}
    assert kinds <= {"text", "strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close"}, kinds
    return "".join(child.content for child in children)


def parts_of(found: Export) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    heading = False
    name = ""
    for token in read(found):
        if token.type == "fence":
            assert token.info == "mermaid"
        elif token.type != "inline":
            assert token.type.removesuffix("_open").removesuffix("_close") in OURS
            heading = token.type == "heading_open"
            if token.type == "tr_open":
                parts[name].rows.append([])
        elif heading:
            name = shown(token)
            parts[name] = Part()
        elif parts[name].rows:  # tables stand alone under their heading
            parts[name].rows[-1].append(shown(token))
        else:
            parts[name].texts.append(shown(token))
    return parts


def lines(sentences: Iterator[str]) -> list[str]:
    return [one_line(sentence).strip() for sentence in sentences]


@pytest.mark.no_cover  # it covers what others do, many times over
@every_case
def test_the_sentences_are_those_of_the_terminal(found: Export) -> None:
    (answer,) = found.answers
    graph = found.tracer.graph
    parts = parts_of(found)
    head = next(iter(parts))
    assert head == one_line(answer.text).strip()
    assert one_line(status_words(answer)).strip() in parts[head].texts
    assert one_line(not_established(graph, answer)).strip() in parts[head].texts
    empty = Part()
    assert parts.get("Findings", empty).texts == lines(f"{one.kind}: {finding_words(one)}" for one in answer.findings)
    assert parts.get("Gaps, worst first", empty).texts == lines(
        f"[ ] {kind}: {words}" for kind, words in gap_sentences(answer.gaps)
    )
    assert parts.get("Responses", empty).texts == lines(response_sentences(graph, answer.responses))
    said = [(str(origin.group), say_origin(graph, origin)) for origin in answer.origins]
    rows = [[group, *lines(iter((one.name, one.why, one.reached_by)))] for group, one in said]
    assert parts.get("Origins", empty).rows[1:] == rows


def titled(report: Report) -> str:
    title, url = report.title or report.url or "", report.url
    return title if url in (None, title) or sound_address(url) else f"{title} ({url})"


@every_case
def test_reports_stand_in_a_table(found: Export) -> None:
    rows = parts_of(found).get("Reports", Part()).rows
    assert rows[1:] == [
        lines(
            iter(
                (
                    each.report.published.text if each.report.published else "undated",
                    each.outlet.name,
                    titled(each.report),
                    each.report.id,
                    each.report.archived or "",
                    "; ".join(f"{change} {date.text}" for change, date in each.changes),
                )
            )
        )
        for each in references_of(found)
    ]


@every_case
def test_only_sound_addresses_of_reports_become_links(found: Export) -> None:
    inline = [token for token in read(found) if token.type == "inline"]
    seen = {str(child.attrs["href"]) for token in inline for child in token.children or [] if child.type == "link_open"}
    reports = [each.report for each in references_of(found)]
    sound = {address for report in reports for url in (report.url, report.archived) if (address := sound_address(url))}
    normal = MarkdownIt().normalizeLink
    assert seen == {normal(address) for address in sound}


def test_the_timeline_tells_what_happened_and_what_it_changed() -> None:
    parts = parts_of(cases()["doubts"].export())
    texts = parts["Dated"].texts
    assert "2025-09-06 The Times (fallen) was retracted" in texts
    assert any(text.startswith("2025-09-04T10:00+02:00 The Times (hard) supports it") for text in texts)
    assert not any("2026" in text for text in texts)  # after the date that is asked for


def test_of_several_claims_each_has_a_part_and_the_graph_stands_once() -> None:
    tracer = tracer_of("""
    claims: {a: The first., b: The second.}
    reports:
      one: {outlet: One, says: a}
      two: {outlet: Two, says: [{claim: b, cites: one}]}
    """)
    found = export_of(tracer, [tracer.trace("a"), tracer.trace("b")])
    text = render(found)[0].text
    assert text.startswith("# 2 claims\n\n```mermaid\n")
    assert text.count("```mermaid") == 1
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## The first.",
        "## The second.",
        "## Reports",
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
@pytest.mark.parametrize("before", ["", "- ", "| a |\n|---|\n| "], ids=["paragraph", "item", "cell"])
def test_a_text_stays_a_text(before: str, text: str) -> None:
    inline = [token for token in tokens_of(f"{before}{plain(text)}\n") if token.type == "inline" and token.content]
    expected = one_line(text).strip()
    seen = [shown(token) for token in inline]
    assert seen == ["a"] * before.startswith("|") + [expected] * bool(expected)


@settings(deadline=None, database=None, max_examples=60)
@given(
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("`*_[]()<>|#&;:/\\-+=1.w@!~$^\"'\n ")),
        min_size=1,
    )
)
def test_any_text_stays_a_text(text: str) -> None:
    said = plain(f"x {text}") if text[:1].isspace() else plain(text)
    inline = [token for token in tokens_of(f"- {said}\n") if token.type == "inline"]
    expected = one_line(f"x {text}" if text[:1].isspace() else text).strip()
    assert [shown(token) for token in inline] == ([expected] if expected else [])


def test_an_address_that_cannot_be_a_link_is_written_beside_the_title() -> None:
    tracer = tracer_of("claims: {c: C}\nreports: {a: {outlet: A, says: c, title: T, url: 'https://a.example/x|y'}}")
    text = render(export_of(tracer, [tracer.trace("c")]))[0].text
    assert "| T (https\\://a.example/x&#124;y) |" in text
