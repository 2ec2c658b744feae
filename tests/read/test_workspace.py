"""Several files as one workspace: ids, places, order, and what cannot be looked up."""

import random
from pathlib import Path
from typing import Any

import pytest

from provenance.problems import Place
from provenance.read import Loaded, load, read_texts
from provenance.value import replaced
from tests.read.said import said, said_of
from tests.read.test_records import without_places

FILES = {
    "outlets.yaml": "outlets: {x: {name: X}, y: {name: Y}}\nparties: {p: }\nsources: {s: {kind: named, party: p}}\n",
    "claims.yaml": "case: {title: T}\nclaims: {c: C, d: {text: D, stronger_than: c}}\n",
    "reports.yaml": """
reports:
  a: {outlet: X, says: c}
  b: {outlet: y, says: [{claim: c, cites: [a, s]}, {claim: d, cites: {unclear: [a, p]}}]}
  e: {outlet: Radio Z, says: d, cites: b}
""",
    "more/responses.yml": """
responses:
  - {by: p, claim: c, stance: denies, cites: {outlet: radio Z}}
  - {by: s, claim: d, stance: silent}
dependences:
  - {between: [a, b], kind: shared_error}
  - {between: [b, e], kind: same_wording}
""",
}


def test_records_of_several_files_are_one_workspace() -> None:
    loaded = read_texts(FILES)
    assert loaded.problems == ()
    assert loaded.usable
    assert loaded.complete
    assert loaded.workspace.size == 14
    assert list(loaded.texts) == sorted(FILES)


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_files_sections_and_records_changes_only_places_and_lists(seed: int) -> None:
    shuffle = random.Random(seed).shuffle
    files = []
    for name, text in FILES.items():
        sections = ["".join(part) for part in _sections(text)]
        shuffle(sections)
        files.append((name, "".join(sections)))
    shuffle(files)
    assert _as_sets(read_texts(dict(files))) == _as_sets(read_texts(FILES))


def _sections(text: str) -> list[list[str]]:
    parts: list[list[str]] = []
    for line in text.strip("\n").split("\n"):
        if line.startswith(" "):
            parts[-1].append(line + "\n")
        else:
            parts.append([line + "\n"])
    for part in parts:
        part[1:] = reversed(part[1:])
    return parts


def _as_sets(loaded: Loaded) -> Any:
    assert loaded.problems == ()
    plain = without_places(loaded.workspace)
    for section in ("cases", "responses", "dependences"):
        plain[section] = sorted(map(repr, plain[section]))
    assert all(
        list(found) == sorted(found) for found in plain.values() if isinstance(found, dict) and "id" not in found
    )
    return plain


def test_the_same_texts_in_any_order_give_the_same_problems() -> None:
    texts = {
        "b.yaml": "claims: {c: C}\nreports: {r: {outlet: X, says: z}}",
        "a.yaml": "claims: {c: C, d: {}}",
        "c.yaml": "[]",
    }
    backwards = dict(reversed(texts.items()))
    assert said_of(texts) == said_of(backwards)
    assert read_texts(texts).workspace == read_texts(backwards).workspace


def test_all_problems_of_all_files_at_once_in_order_of_place() -> None:
    texts = {
        "b.yaml": "reports:\n  r: {outlet: X, says: c, cites: [s, q]}\n  q: {outlet: X, titel: T}\n",
        "a.yaml": "claims: {c: C, c: D}\nparties: {r: }\n",
        "c.yaml": "",
        "d.yaml": "- a\n",
    }
    sections = "case, outlets, parties, sources, claims, reports, responses, dependences"
    assert said_of(texts) == [
        "a.yaml 1:16+1 error duplicate-key: 'c' stands here a second time; the first is on line 1 | make one of the two, or give one another name",
        "b.yaml 2:3+1 error duplicate-id: the id 'r' is taken: a.yaml:2:11 defines the party of this id | give this record another id: a bare id has to name one thing",
        "b.yaml 2:35+1 error unknown-id: there is no report, source, party or outlet 's' | add the report, source, party or outlet, or mend the id",
        "b.yaml 3:18+5 error unknown-key: the report 'q' has no key 'titel' | did you mean 'title'?",
        "c.yaml 0:0+1 error empty-file: this file is empty | write a record into it, or delete it",
        f"d.yaml 1:1+1 error wrong-type: a file holds sections, and this is a list | the sections are {sections}",
    ]


FORMS = {
    "outlet": "outlets: {i: }",
    "party": "parties: {i: }",
    "source": "sources: {i: {kind: named}}",
    "claim": "claims: {i: T}",
    "report": "reports: {i: {outlet: X}}",
}


@pytest.mark.parametrize("second", FORMS)
@pytest.mark.parametrize("first", FORMS)
def test_an_id_is_unique_over_all_kinds_and_files(first: str, second: str) -> None:
    loaded = read_texts({"a.yaml": f"{FORMS[first]}\n", "b.yaml": f"{FORMS[second]}\n"})
    (problem,) = loaded.problems
    assert str(problem.place) == f"b.yaml:1:{FORMS[second].index('i:') + 1}"
    place = f"a.yaml:1:{FORMS[first].index('i:') + 1}"
    assert problem.message == f"the id 'i' is taken: {place} defines the {first} of this id"
    assert loaded.workspace.size == 1


BROKEN = ["claims: {c: C", "claims: [\n", "\x00", "a: 1\n---\nb: 2\n", "claims: {c: *c}\n", "[" * 100]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_file_that_cannot_be_parsed_may_define_what_others_name(broken: str) -> None:
    loaded = read_texts({"a.yaml": "reports: {r: {outlet: X, says: c, cites: [s], titel: T}}\n", "b.yaml": broken})
    assert not loaded.complete
    assert loaded.problems[0].code == "unknown-key"
    assert [problem.place.file for problem in loaded.problems] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("claims: [c]\n", ["wrong-type"]),
        ("claims: c\n", ["wrong-type"]),
        ("clams: {c: C}\n", ["unknown-key"]),
        ("report: {s: {outlet: X}}\n", ["unknown-key"]),
    ],
)
def test_a_section_that_cannot_be_read_may_define_them_too(text: str, codes: list[str]) -> None:
    loaded = read_texts({"a.yaml": "reports: {r: {outlet: X, says: c, cites: [s]}}\n", "b.yaml": text})
    assert [problem.code for problem in loaded.problems] == codes
    assert not loaded.complete


def test_other_files_do_not_hide_unknown_ids() -> None:
    for other in ("", "- a\n", "people: {c: C}\n", "notes: {c: C}\n", "claims: {d: {}}\n"):
        assert "unknown-id" in "".join(said_of({"a.yaml": "reports: {r: {outlet: X, says: c}}\n", "b.yaml": other}))


def test_the_nearest_id_is_suggested_and_only_of_the_kind_that_belongs_there() -> None:
    text = """
claims: {s400-asked: A, s400-return: R}
parties: {s400-askd: }
reports: {r: {outlet: X, says: s400-aked}, q: {outlet: X, says: zzz}}
"""
    assert said(text) == [
        "4:32+9 error unknown-id: there is no claim 's400-aked' | did you mean 's400-asked'?",
        "4:65+3 error unknown-id: there is no claim 'zzz' | add the claim, or mend the id",
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("c b", "write a list: [c, b]"),
        ("'c,b'", "write a list: [c, b]"),
        ("'c,'", "did you mean 'c'?"),
        ("c xyz", "add the claim, or mend the id"),
        ("','", "add the claim, or mend the id"),
    ],
)
def test_several_ids_in_one_text_are_a_list(written: str, hint: str) -> None:
    (line,) = said(f"claims: {{c: C, b: B, d: {{text: D, stronger_than: {written}}}}}\n")
    assert line.partition(" | ")[2] == hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("A" * 60, f"write '{'a' * 60}'"),
        ("A" * 61, "use a-z, digits, '.', '_' and '-', beginning with a letter or digit"),
        ("Unnamed/", "use a-z, digits, '.', '_' and '-', beginning with a letter or digit"),
    ],
)
def test_an_id_is_suggested_where_it_would_be_one(written: str, hint: str) -> None:
    (line,) = said(f"claims: {{{written}: C}}\n")
    assert line.partition(" | ")[2] == hint


@pytest.mark.no_cover  # it covers what others do, many times over
def test_suggestions_end_where_there_are_too_many_to_compare() -> None:
    claims = "".join(f"  claim-number-{number}: C\n" for number in range(3_000))
    reports = "".join(f"  r{number}: {{outlet: X, says: claim-numbr-{number}}}\n" for number in range(200))
    problems = read_texts({"f.yaml": f"claims:\n{claims}reports:\n{reports}"}).problems
    hints = [str(problem.hint).split(" ")[0] for problem in problems]
    assert len(problems) == 200
    assert hints[0] == "did"
    assert hints[-1] == "add"


@pytest.mark.no_cover  # it covers what others do, many times over
def test_many_records_in_one_file_are_read(tmp_path: Path) -> None:
    reports = "".join(
        f"  r{number}: {{outlet: Outlet {number % 50}, says: c, published: 2025-09-03, cites: r{number // 2}, title: {'T' * 300}}}\n"
        for number in range(12_000)
    )
    file = tmp_path / "large.yaml"
    file.write_text(f"claims: {{c: C}}\nreports:\n{reports}")
    assert file.stat().st_size > 4_500_000
    loaded = load(str(file))
    assert loaded.problems == ()
    assert len(loaded.workspace.reports) == 12_000


def test_a_section_with_nothing_below_it_holds_nothing_and_hides_nothing() -> None:
    text = "claims:\nreports:\n  r: {outlet: O, says: nowhere}\nparties: {p: {name: P}}"
    assert said(text) == ["3:24+7 error unknown-id: there is no claim 'nowhere' | add the claim, or mend the id"]
    loaded = read_texts({"f.yaml": "outlets:\nclaims: {c: C}\nsources:\nreports: {r: {outlet: O, says: c}}\n"})
    assert (loaded.problems, list(loaded.workspace.claims), list(loaded.workspace.reports)) == ((), ["c"], ["r"])


def test_of_two_records_of_one_id_the_first_is_kept() -> None:
    texts = {
        "a.yaml": "claims: {c: First}\noutlets: {o: {name: Paper}}",
        "b.yaml": "claims: {c: Second}\noutlets: {o: {name: Gazette}}\nreports: {r: {outlet: Paper, says: c}}",
    }
    workspace = read_texts(texts).workspace
    assert (workspace.claims["c"].text, workspace.outlets["o"].name, workspace.reports["r"].outlet) == (
        "First",
        "Paper",
        "o",
    )


def test_records_stand_in_order_of_their_ids() -> None:
    ids = [f"n{number}" for number in range(20)]
    text = "".join(
        f"{section}:\n" + "".join(f"  {id_}-{section}: {record}\n" for id_ in reversed(ids))
        for section, record in (
            ("outlets", "{kind: agency}"),
            ("parties", "{country: NO}"),
            ("sources", "{kind: document}"),
            ("claims", "C"),
            ("reports", "{outlet: O}"),
        )
    )
    loaded = read_texts({"f.yaml": text})
    assert loaded.usable
    workspace = loaded.workspace
    for records in (workspace.outlets, workspace.parties, workspace.sources, workspace.claims, workspace.reports):
        assert list(records) == sorted(records)
        assert len(records) >= 20


def test_a_problem_shows_its_line_where_it_has_one_and_its_text_was_read() -> None:
    loaded = read_texts({"f.yaml": "claims: {c: C}\n", "empty.yaml": "# nothing\n"})
    [empty] = loaded.problems
    assert (empty.code, empty.place.line, empty.excerpt) == ("empty-file", 0, None)
    elsewhere = replaced(empty, place=Place("elsewhere.yaml", 3, 1))
    assert loaded.with_excerpts([elsewhere]) == [elsewhere]
    [shown] = loaded.with_excerpts([replaced(empty, place=Place("f.yaml", 1, 1))])
    assert shown.excerpt == "claims: {c: C}"
