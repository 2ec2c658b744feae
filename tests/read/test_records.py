"""Every section and field, in its short and its long form."""

from typing import Any

import pytest

from provenance.dates import parse_date
from provenance.model import (
    Attribution,
    Basis,
    Certainty,
    Change,
    Citation,
    CitedKind,
    Credibility,
    DependenceKind,
    Mode,
    OutletKind,
    Reaction,
    Read,
    ReadAs,
    Reliability,
    SourceKind,
    Stance,
    Statement,
    UnclearCitation,
    Workspace,
)
from provenance.problems import Place
from provenance.read import read_texts
from provenance.value import field_names


def read(text: str) -> Workspace:
    """Read one file that has to be without problems."""
    loaded = read_texts({"f.yaml": text})
    assert loaded.problems == ()
    return loaded.workspace


def values(record: object) -> dict[str, Any]:
    """Give the fields of a record that are set, but for its place."""
    fields = {name: getattr(record, name) for name in field_names(record)}
    return {name: value for name, value in fields.items() if value not in (None, (), False) and name != "place"}


SHORTEST = """
claims:
  asked: Russia has asked.
reports:
  nefes-0903: {outlet: Nefes, says: asked, published: 2025-09-03}
  militarnyi: {outlet: Militarnyi, says: asked, cites: nefes-0903}
  kyiv-post: {outlet: Kyiv Post, says: asked, cites: [nefes-0903, militarnyi]}
"""


def test_the_shortest_useful_file() -> None:
    workspace = read(SHORTEST)
    assert values(workspace.claims["asked"]) == {"id": "asked", "text": "Russia has asked."}
    assert list(workspace.outlets) == ["Kyiv Post", "Militarnyi", "Nefes"]
    assert [outlet.implicit for outlet in workspace.outlets.values()] == [True] * 3
    (statement,) = workspace.reports["kyiv-post"].says
    assert (statement.claim, statement.stance, statement.place) == ("asked", Stance.SUPPORTS, Place("f.yaml", 7, 40, 5))
    assert [(cited.kind, cited.id, cited.place.column) for cited in statement.cites if isinstance(cited, Citation)] == [
        (CitedKind.REPORT, "nefes-0903", 55),
        (CitedKind.REPORT, "militarnyi", 67),
    ]
    assert workspace.reports["kyiv-post"].place == Place("f.yaml", 7, 3, 9)


def test_the_short_and_the_long_form_say_the_same() -> None:
    long = """
claims:
  asked: {text: Russia has asked.}
reports:
  nefes-0903:
    outlet: Nefes
    published: 2025-09-03
    says: {claim: asked}
  militarnyi:
    outlet: Militarnyi
    says: [{claim: asked, stance: supports, cites: {report: nefes-0903}}]
  kyiv-post:
    outlet: Kyiv Post
    says:
      - claim: asked
        cites:
          - nefes-0903
          - report: militarnyi
            attribution: clear
"""
    assert without_places(read(long)) == without_places(read(SHORTEST))


def without_places(record: Any) -> Any:
    """Give a record as plain data without the places it stands in."""
    if isinstance(record, tuple):
        return [without_places(item) for item in record if not isinstance(item, Place)]
    if isinstance(record, dict):
        return {key: without_places(item) for key, item in record.items()}
    names = [name for name in field_names(record) if name != "place"]
    return {name: without_places(getattr(record, name)) for name in names} if names else record


def test_every_field_of_case_outlet_party_source_and_claim() -> None:
    workspace = read("""
case: {title: T, question: Q, period: 2025-09/2025-12, notes: N}
outlets:
  aa: {name: Anadolu, aliases: [AA, Anadolu Agency], kind: agency, country: TR, languages: [tr, en], domains: aa.com.tr,
       owner: state, state_affiliated: true, reliability: C, rated_by: desk}
  ap: {aliases: AP, languages: en, domains: [ap.org, apnews.com], state_affiliated: False}
parties:
  ankara: {name: Turkish government, aliases: [Ankara], country: TR}
sources:
  peskov: {kind: named, name: Peskov, described_as: spokesman, party: ankara, same_as: memo, url: https://example.org}
  memo: {kind: document, same_as: [{source: seen, how: possible}, {source: peskov, how: certain}]}
  seen: {kind: eyewitness}
  who: {kind: anonymous, described_as: a source, party: ankara, same_as: {source: who2, how: possible}}
  who2: {kind: anonymous}
claims:
  a: {text: A, stronger_than: b, part_of: [c], could_confirm: ankara, credibility: 2}
  b: B
  c: {text: C, stronger_than: [b, b], could_confirm: [ankara]}
""")
    (case,) = workspace.cases
    assert values(case) == {"title": "T", "question": "Q", "period": parse_date("2025-09/2025-12"), "notes": "N"}
    assert values(workspace.outlets["aa"]) == {
        "id": "aa",
        "name": "Anadolu",
        "aliases": ("AA", "Anadolu Agency"),
        "kind": OutletKind.AGENCY,
        "country": "TR",
        "languages": ("tr", "en"),
        "domains": ("aa.com.tr",),
        "owner": "state",
        "state_affiliated": True,
        "reliability": Reliability.C,
        "rated_by": "desk",
    }
    assert workspace.outlets["ap"].name == "ap"
    assert workspace.outlets["ap"].state_affiliated is False
    assert values(workspace.parties["ankara"]) == {
        "id": "ankara",
        "name": "Turkish government",
        "aliases": ("Ankara",),
        "country": "TR",
    }
    peskov = workspace.sources["peskov"]
    assert (peskov.kind, peskov.name, peskov.described_as) == (SourceKind.NAMED, "Peskov", "spokesman")
    assert (peskov.party, peskov.url) == ("ankara", "https://example.org")
    ties = {id_: [(tie.source, tie.certain) for tie in found.same_as] for id_, found in workspace.sources.items()}
    assert ties == {
        "memo": [("seen", False), ("peskov", True)],
        "peskov": [("memo", True)],
        "seen": [],
        "who": [("who2", False)],
        "who2": [],
    }
    assert values(workspace.claims["a"]) == {
        "id": "a",
        "text": "A",
        "stronger_than": ("b",),
        "part_of": ("c",),
        "could_confirm": ("ankara",),
        "credibility": Credibility.PROBABLY_TRUE,
    }
    assert workspace.claims["c"].stronger_than == ("b",)


def test_every_field_of_a_report_its_statements_and_citations() -> None:
    workspace = read("""
outlets: {x: }
parties: {p: }
sources: {s: {kind: named}}
claims: {c: C, d: D}
reports:
  r:
    outlet: x
    title: T
    author: A
    url: https://example.org
    archived: https://archive.org
    published: 2025-09
    accessed: 2025-10-01
    language: en
    read: {via: q}
    status: {withdrawn: 2025-12, corrected: 2025-11}
    says:
      - {claim: c, stance: denies, certainty: probable, basis: unattributed, quote: Q, where: 3, details: {when: 2019, n: 1}}
      - claim: d
        cites:
          - s
          - {report: q, mode: translates, quote: said so, url: https://example.org/q, attribution: unclear}
          - {unclear: [p, {outlet: unnamed}, {outlet: Local TV}]}
          - {party: p}
          - {source: s}
          - {outlet: x}
          - x
  q: {outlet: x, read: translation, status: live}
""")
    report = workspace.reports["r"]
    assert (report.title, report.author, report.url) == ("T", "A", "https://example.org")
    assert (report.archived, report.language) == ("https://archive.org", "en")
    assert (report.published, report.accessed) == (parse_date("2025-09"), parse_date("2025-10-01"))
    assert report.read == Read(form=ReadAs.VIA, via="q")
    changes = ((Change.CORRECTED, parse_date("2025-11")), (Change.WITHDRAWN, parse_date("2025-12")))
    assert report.changes == changes
    first, second = report.says
    assert values(first) == {
        "claim": "c",
        "stance": Stance.DENIES,
        "certainty": Certainty.PROBABLE,
        "basis": Basis.UNATTRIBUTED,
        "quote": "Q",
        "where": "3",
        "details": (("n", "1"), ("when", "2019")),
    }
    assert cited(second) == [
        ("source", "s"),
        ("report", "q"),
        [("party", "p"), ("outlet", "unnamed"), ("outlet", "Local TV")],
        ("party", "p"),
        ("source", "s"),
        ("outlet", "x"),
        ("outlet", "x"),
    ]
    assert isinstance(second.cites[1], Citation)
    assert values(second.cites[1]) == {
        "kind": CitedKind.REPORT,
        "id": "q",
        "mode": Mode.TRANSLATES,
        "quote": "said so",
        "url": "https://example.org/q",
        "attribution": Attribution.UNCLEAR,
    }
    assert (workspace.reports["q"].read, workspace.reports["q"].says) == (Read(form=ReadAs.TRANSLATION), ())
    assert workspace.reports["q"].changes == ()


def cited(statement: Statement) -> list[Any]:
    """Give kind and id of each citation, and a list of them where it is unclear."""
    return [
        [(str(one.kind), one.id) for one in citation.alternatives]
        if isinstance(citation, UnclearCitation)
        else (str(citation.kind), citation.id)
        for citation in statement.cites
    ]


def test_every_field_of_a_response_and_a_dependence() -> None:
    workspace = read("""
parties: {p: }
sources: {s: {kind: named, party: p}}
claims: {c: C}
reports: {r: {outlet: X, says: c}, q: {outlet: Y, says: c}}
responses:
  - {by: p, claim: c, stance: not_asked}
  - {by: s, claim: c, stance: partly, date: 2025, on_record: false, quote: Q, reported_by: [r, q], cites: {outlet: y}}
dependences:
  - {between: [r, s, p, y], kind: same_image, basis: B}
""")
    short, long = workspace.responses
    assert values(short) == {"by": "p", "claim": "c", "stance": Reaction.NOT_ASKED}
    assert short.on_record is None
    assert (long.by, long.stance, long.date) == ("s", Reaction.PARTLY, parse_date("2025"))
    assert (long.on_record, long.quote, long.reported_by) == (False, "Q", ("r", "q"))
    assert [values(one) for one in long.cites] == [
        {"kind": CitedKind.OUTLET, "id": "Y", "attribution": Attribution.CLEAR}
    ]
    (tie,) = workspace.dependences
    assert values(tie) == {"between": ("r", "s", "p", "Y"), "kind": DependenceKind.SAME_IMAGE, "basis": "B"}


@pytest.mark.parametrize("blank", ["", " ~", " {}"])
def test_a_record_that_needs_nothing_may_be_blank(blank: str) -> None:
    workspace = read(f"outlets:\n  x:{blank}\nparties:\n  p:{blank}\n")
    assert (workspace.outlets["x"].name, workspace.parties["p"].name) == ("x", "p")


@pytest.mark.parametrize(
    "blank", ["cites:", "cites: []", "says: []", "says:", "status:", "status: live", "status: {}", "read:"]
)
def test_a_blank_field_says_nothing(blank: str) -> None:
    workspace = read(f"reports:\n  r:\n    outlet: X\n    {blank}\n")
    assert values(workspace.reports["r"]) == {"id": "r", "outlet": "X"}
