"""What our own reader or checks would refuse is taken out of a proposal, and noted; the rest stands."""

import pytest

from provenance.draft import propose
from provenance.draft.proposal import Entry, Proposal, Value
from provenance.draft.settled import NotAsMeantError, settle
from provenance.read import read_texts
from tests.draft.proposed import checked, proposed


def settled(*entries: tuple[str, str, dict[str, Value]]) -> tuple[str, list[str]]:
    made = tuple(Entry(section, id_, "in:1", fields) for section, id_, fields in entries)
    proposal, text = settle(Proposal(files=("in",), entries=made, notes=(), known=()), {})
    checked(text)
    return text, [note.what for note in proposal.notes]


def test_dates_out_of_order_lose_the_later_act() -> None:
    table = "report,outlet,published,accessed\na,A,2025-09-03,2025-09-01\n"
    workspace, notes = proposed(table, claim="c")
    assert workspace.reports["a"].accessed is None
    assert [what.endswith("left out: {'accessed': '2025-09-01'}") for _, what in notes] == [True]


def test_a_record_that_cannot_be_read_falls_with_what_rests_on_it() -> None:
    text, notes = settled(
        ("claims", "c", {"text": "C"}),
        ("claims", "d", {"text": " "}),
        ("reports", "a", {"outlet": "A", "says": "d"}),
        ("reports", "b", {"outlet": "B", "says": "c"}),
    )
    assert text.endswith("reports:\n  b:\n    outlet: B\n    says: c\n")
    assert [note.split(":")[0] for note in notes] == ["d", "a"]
    assert notes[1] == "a: there is no claim 'd'; left out: {'outlet': 'A', 'says': 'd'}"


@pytest.mark.parametrize(
    "text",
    ["null", "true", "~", "2025", "- a", "a: b", "#x", "'", '"', "a\nb", "\u202eabc", "\x00\x1b", "😀", "%a", "@"],
)
def test_any_text_reads_back_as_it_was_meant(text: str) -> None:
    written, notes = settled(("claims", "c", {"text": text}))
    assert checked(written).workspace.claims["c"].text == text
    assert not notes
    assert "\u202e" not in written


def test_what_no_round_can_mend_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.draft.settled.meant", lambda _: {})
    with pytest.raises(NotAsMeantError):
        settled(("claims", "c", {"text": "C"}))


def test_two_files_of_two_formats_make_one_proposal() -> None:
    empty = read_texts({})
    inputs = [("a.csv", "report,outlet\na,A\n"), ("b.json", '{"nodes": [{"id": "b"}]}')]
    proposal, text = propose(inputs, empty.workspace, {}, claim="c")
    assert {"a", "b"} <= checked(text).workspace.reports.keys()
    assert proposal.files == ("a.csv", "b.json")


def test_only_the_date_that_is_too_early_is_left_out() -> None:
    text, notes = settled(
        ("claims", "c", {"text": "C"}),
        (
            "reports",
            "a",
            {
                "outlet": "A",
                "published": "2025-09-03",
                "accessed": "2025-09-04",
                "status": {"retracted": "2025-09-01"},
                "says": "c",
            },
        ),
        (
            "reports",
            "b",
            {
                "outlet": "B",
                "published": "2025-09-03",
                "accessed": "2025-09-01",
                "status": {"retracted": "2025-09-05"},
                "says": "c",
            },
        ),
        (
            "reports",
            "d",
            {
                "outlet": "D",
                "published": "2025-09-03",
                "accessed": "2025-09-01",
                "status": {"retracted": "2025-09-01"},
                "says": "c",
            },
        ),
    )
    reports = checked(text).workspace.reports
    assert {id_: (bool(one.accessed), len(one.changes)) for id_, one in reports.items()} == {
        "a": (True, 0),
        "b": (False, 1),
        "d": (False, 0),
    }
    assert [note.partition(":")[0] for note in notes] == ["a", "b", "d", "d"]


def test_a_file_of_the_workspace_that_is_called_proposal_is_read_too() -> None:
    claim = Entry("claims", "c", "in:1", {"text": "C"})
    made = Proposal(files=("in",), entries=(claim,), notes=(), known=())
    _, text = settle(made, {"proposal": "claims: {c: C}"})
    assert text.endswith("claims: {}\n") or "  c:" not in text
