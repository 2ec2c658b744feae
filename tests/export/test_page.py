"""The page as a file: what is in it, that it asks for nothing, and that nothing in it acts."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from provenance.dates import parse_date
from provenance.export.figure import export_of
from provenance.export.html import render
from provenance.trace import Shape
from provenance.wording.findings import finding_words
from tests.export.cases import cases
from tests.export.hostile import hostile_export
from tests.texts import tracer_of

EXPORTS = {**{name: case.export() for name, case in cases().items()}, "hostile-texts": hostile_export()}
every_export = pytest.mark.parametrize("name", EXPORTS)

_EMPTY = {"meta", "link", "input", "br", "img", "hr"}


class Read(HTMLParser):
    """The elements of a page as Python's own parser sees them, and its text outside of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inside: list[str] = []
        self.words: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in self.raw:
            self.raw[self.inside[-1]].append(data)
        else:
            self.words.append(data)


def page(name: str) -> Read:
    return Read(render(EXPORTS[name])[0].text)


def text_of(read: Read) -> str:
    return " ".join("".join(read.words).split())


@every_export
def test_every_element_is_closed_and_every_id_is_there_once(name: str) -> None:
    read = page(name)
    assert read.inside == []
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {word for _, each in read.elements for word in each.get("aria-labelledby", "").split()}
    assert named <= set(ids) | {"details-title"}, "the title of a record that is opened is made then"
    links = {each["href"][1:] for tag, each in read.elements if tag == "a" and each.get("href", "").startswith("#")}
    assert links <= set(ids)


@every_export
def test_it_asks_for_nothing_and_only_its_own_style_and_script_are_let(name: str) -> None:
    read = page(name)
    for tag, each in read.elements:
        assert tag not in ("img", "iframe", "object", "embed", "base", "form" if "action" in each else "iframe")
        assert not [key for key in each if key.startswith("on") or key in ("src", "srcset", "style", "srcdoc")]
        if "href" in each:
            assert each["href"].startswith(("#", "http://", "https://")) or (tag, each["href"]) == ("link", "data:,")
            assert tag == "a" or each["href"] == "data:,"
    (policy,) = [each["content"] for tag, each in read.elements if each.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    scripts = [each for tag, each in read.elements if tag == "script"]
    assert [each.get("type") for each in scripts] == ["application/json", None]
    for text in (*read.raw["style"], read.raw["script"][-1]):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert all("url(" not in text and "@import" not in text for text in read.raw["style"])


@every_export
def test_what_the_answer_says_stands_in_the_page(name: str) -> None:
    said = text_of(page(name))
    for answer in EXPORTS[name].answers:
        assert " ".join(answer.text.split()) in said or name.startswith("hostile")
        assert answer.status.upper() in said
        assert {gap.kind for gap in answer.gaps} <= set(re.findall(r"[a-z-]+", said))
        if not name.startswith("hostile"):
            for finding in answer.findings:
                assert finding.kind in said
                assert finding_words(finding).split("“")[0].split(" (")[0].strip().rstrip(":") in said
        assert "it does not show whether" in said.lower() or not answer.supporting


def test_every_node_has_its_row_and_its_place_in_the_picture() -> None:
    for name, export in EXPORTS.items():
        ids = {each.get("id") for _, each in page(name).elements}
        numbers = range(len(export.nodes))
        assert {f"r{number}" for number in numbers} | {f"n{number}" for number in numbers} <= ids


def test_several_claims_stand_in_one_page_each_with_its_answer() -> None:
    case = cases()["doubts"]
    tracer, _ = case.trace()
    claims = sorted(tracer.workspace.claims)
    read = Read(render(export_of(tracer, [tracer.trace(claim) for claim in claims]))[0].text)
    ids = {each.get("id") for _, each in read.elements}
    assert {f"claim-{number}" for number in range(len(claims))} <= ids
    assert all(tracer.workspace.claims[claim].text in text_of(read) for claim in claims)


def test_it_is_the_same_each_time() -> None:
    assert render(cases()["doubts"].export()) == render(cases()["doubts"].export())


def test_the_page_of_a_part_says_what_it_leaves_out() -> None:
    tracer = tracer_of(
        "claims: {c: C}\nreports: {a: {outlet: A, says: c, published: 2025-09-03}, "
        "b: {outlet: B, says: c, cites: a, published: 2025-09-02}}"
    )
    answers = [tracer.trace("c")]
    part = " ".join(Read(render(export_of(tracer, answers, Shape(prune=frozenset({"a"}))))[0].text).words)
    whole = " ".join(Read(render(export_of(tracer, answers))[0].text).words)
    assert "left out here: a; status and count are of the whole" in part
    assert "left out here" not in whole
    assert "the latest report is of 2025-09-03" in part


def test_a_cut_off_date_before_every_date_is_said_to_be_so() -> None:
    tracer = tracer_of("claims: {c: C}\nreports: {a: {outlet: A, says: c, published: 2025-09-03}}")
    answers = [tracer.trace("c", parse_date("2025-09-01"))]
    words = " ".join(Read(render(export_of(tracer, answers))[0].text).words)
    assert "Every date on this clock is after the cut-off date" in words
    assert "Nothing on record carries a date" not in words


def test_our_sentences_run_as_english_does_whatever_name_begins_them() -> None:
    tracer = tracer_of(
        """
        outlets: {sahifa: {name: صحيفة المرفأ}}
        claims: {c: {text: C., could_confirm: [p]}}
        parties: {p: {name: بلدية}}
        reports: {r: {outlet: sahifa, says: c, published: 2025-09-03}}
        responses: [{by: p, claim: c, stance: denies, reported_by: [r]}]
        """
    )
    text = render(export_of(tracer, [tracer.trace("c")], Shape()))[0].text
    said = re.findall(r"<(li|p)( [^>]*)?>[^<]*(?:صحيفة المرفأ|بلدية)[^<]*(?:supports it|reported|denies)", text)
    assert said
    assert [attributes for _, attributes in said if "dir" in attributes] == []
