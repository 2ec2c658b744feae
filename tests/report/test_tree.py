"""Trees as lines: strokes, labels, marks, the legend, and what continues below."""

import pytest

from provenance.dates import parse_date
from provenance.report.lines import Style, plain
from provenance.report.tree import ASCII, UNICODE, View, tree_lines
from provenance.trace import Shape, claim_tree, report_tree
from tests.texts import tracer_of


def drawn(text: str, view: View | None = None, shape: Shape | None = None) -> list[str]:
    """Draw the tree of claim `c` and leave the legend out."""
    tracer = tracer_of(text)
    view = view or View(claim="c", width=200)
    rows = claim_tree(tracer.support("c", view.as_of), shape or Shape())
    lines = plain(tree_lines(tracer.graph, rows, view), view.width).splitlines()
    return lines[: lines.index("")] if "" in lines else lines


BRANCHES = """
    claims: {c: C}
    reports:
      a: {outlet: A, says: c, published: 2020-01-01, cites: [b, d]}
      b: {outlet: B, says: c, published: 2020-01-02, cites: [e, f]}
      d: {outlet: D, says: c, published: 2020-01-03, cites: g}
      e: {outlet: E, says: c}
      f: {outlet: F, says: c}
      g: {outlet: G, says: c}
      z: {outlet: Z, says: c}
"""
END = "● origin: what it rests on is not recorded"


def test_strokes_tell_who_hangs_on_whom() -> None:
    assert drawn(BRANCHES) == [
        "A a 2020-01-01",
        "├── B b 2020-01-02",
        f"│   ├── E e undated {END}",
        f"│   └── F f undated {END}",
        "└── D d 2020-01-03",
        f"    └── G g undated {END}",
        f"Z z undated {END}",
    ]


def test_rows_that_wrap_keep_the_strokes_below_them() -> None:
    assert drawn(BRANCHES, View(claim="c", width=44))[1:7] == [
        "├── B b 2020-01-02",
        "│   ├── E e undated ● origin: what it rests",
        "│   │       on is not recorded",
        "│   └── F f undated ● origin: what it rests",
        "│           on is not recorded",
        "└── D d 2020-01-03",
    ]


def test_ascii_strokes_are_ascii() -> None:
    assert all(row.isascii() for row in drawn(BRANCHES, View(claim="c", width=200, guides=ASCII)))


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        ("{claim: c, stance: denies}", "R r undated denies ● origin: what it rests on is not recorded"),
        (
            "{claim: c, certainty: possible}",
            "R r undated, certainty possible ● origin: what it rests on is not recorded",
        ),
        ("{claim: c, basis: own_reporting}", "R r undated ● origin: own reporting"),
        ("{claim: c, basis: unattributed}", "R r undated ● origin: names no source"),
        ("{claim: c, cites: anonymous}", "└── “an aide” anonymous for Town ● origin: an anonymous source"),
        ("{claim: c, cites: named}", "└── Mayor named ● origin: a named source"),
        ("{claim: c, cites: memo}", "└── memo ● origin: a document"),
        ("{claim: c, cites: seen}", "└── seen ● origin: an eyewitness"),
        ("{claim: c, cites: town}", "└── Town town ● origin: a party to the matter"),
        ("{claim: c, cites: {outlet: X}}", "└── X ● origin: the report was not located"),
        (
            "{claim: c, cites: {outlet: unnamed}}",
            "└── an outlet that r does not name ● origin: the report was not located",
        ),
        ("{claim: c, cites: {source: named, mode: quotes}}", "└── Mayor named (quotes) ● origin: a named source"),
        (
            "{claim: c, cites: {source: named, attribution: unclear}}",
            "└── Mayor named – attribution unclear ● origin: a named source",
        ),
        (
            "{claim: c, cites: {unclear: [named, town]}}",
            "├── Mayor named – one of several it may rest on ● origin: a named source",
        ),
        ("{claim: c, cites: mute}", f"└── Mute mute undated which does not say it {END}"),
        ("{claim: c, cites: weaker}", f"└── W weaker undated says w {END}"),
    ],
)
def test_a_label_says_what_is_recorded(statement: str, label: str) -> None:
    rows = drawn(f"""
        parties: {{town: {{name: Town}}}}
        sources:
          anonymous: {{kind: anonymous, described_as: an aide, party: town}}
          named: {{kind: named, name: Mayor}}
          memo: {{kind: document}}
          seen: {{kind: eyewitness}}
        claims: {{w: W, c: {{text: C, stronger_than: w}}}}
        reports:
          r: {{outlet: R, says: [{statement}]}}
          mute: {{outlet: Mute}}
          weaker: {{outlet: W, says: w}}
    """)
    assert label in rows


CHANGED = """
    claims: {c: C}
    reports:
      r: {outlet: R, says: c, published: 2020-01-01, status: {retracted: 2020-01-03}}
      s: {outlet: S, says: c, published: 2020-01-02, status: {corrected: 2020-01-04}}
      t: {outlet: T, says: c, published: 2020-01-03, status: {withdrawn: 2020-01-05}}
"""


def test_what_a_publisher_did_afterwards_is_marked_in_words() -> None:
    assert [row.replace(f" {END}", "") for row in drawn(CHANGED)] == [
        "R r 2020-01-01 RETRACTED 2020-01-03",
        "S s 2020-01-02 CORRECTED 2020-01-04",
        "T t 2020-01-03 WITHDRAWN 2020-01-05",
    ]


def test_before_that_day_it_is_not() -> None:
    view = View(claim="c", width=200, as_of=parse_date("2020-01-03"))
    assert [row.replace(f" {END}", "") for row in drawn(CHANGED, view)] == [
        "R r 2020-01-01 RETRACTED 2020-01-03",
        "S s 2020-01-02",
        "T t 2020-01-03",
    ]


def test_only_what_was_retracted_or_withdrawn_is_struck() -> None:
    tracer = tracer_of(CHANGED)
    lines = tree_lines(tracer.graph, claim_tree(tracer.support("c")), View(claim="c"))
    assert [each.spans[0][1] for each in lines] == [Style.STRUCK, Style.STRONG, Style.STRUCK]


def legend(text: str, shape: Shape | None = None) -> str:
    tracer = tracer_of(text)
    rows = claim_tree(tracer.support("c"), shape or Shape())
    lines = plain(tree_lines(tracer.graph, rows, View(claim="c", width=200))).splitlines()
    return lines[-1] if "" in lines else ""


def test_the_legend_explains_the_signs_that_are_used_and_no_others() -> None:
    both = "claims: {c: C}\nreports: {a: {outlet: A, says: c, cites: [a, b]}, b: {outlet: B, says: c}"
    assert legend(BRANCHES) == ""
    assert legend(f"{both}, d: {{outlet: D, says: c, cites: b}}}}") == (
        "(*) shown in full further up · ↻ a loop: not followed again"
    )
    assert legend(BRANCHES, Shape(depth=0)) == "… left out by --depth"


def test_the_signs_stand_on_their_rows() -> None:
    rows = drawn("""
        claims: {c: C}
        reports:
          a: {outlet: A, says: c, cites: [b, d]}
          b: {outlet: B, says: c, cites: [d, a]}
          d: {outlet: D, says: c}
    """)
    assert rows == [
        "A a undated",
        "├── B b undated",
        "│   ├── A a undated ↻ loop: back to where it came from",
        f"│   └── D d undated {END}",
        f"└── D d undated {END} (*)",
    ]


def test_downwards_an_edge_is_told_from_the_side_of_who_cites() -> None:
    rows = drawn(
        """
        claims: {c: C}
        sources: {s: {kind: named, name: S, party: p}, t: {kind: document}}
        parties: {p: {name: P}}
        reports:
          a: {outlet: A, says: c, cites: {unclear: [s, t]}}
          b: {outlet: B, says: c, cites: mute}
          mute: {outlet: M}
        """,
        View(claim="c", width=200, down=True),
        Shape(down=True),
    )
    assert rows == [
        f"M mute undated {END}",
        "└── B b undated cites it for what it does not say",
        "S s for P ● origin: a named source",
        "└── A a undated – may rest on it or on another",
        "t ● origin: a document",
        "└── A a undated – may rest on it or on another (*)",
    ]


def test_the_tree_of_a_report_names_the_claim_of_each_statement() -> None:
    tracer = tracer_of("claims: {c: C, d: D}\nreports: {r: {outlet: R, says: [{claim: d}, {claim: c}]}}")
    rows = report_tree(tracer.graph, "r")
    assert plain(tree_lines(tracer.graph, rows, View(width=200, guides=UNICODE))).splitlines() == [
        f"R r undated says d {END}",
        f"R r undated says c {END}",
    ]


def test_a_chain_deeper_than_the_width_continues_at_the_margin() -> None:
    rows = "\n".join(f"  r{number}: {{outlet: O, says: c, cites: r{number + 1}}}" for number in range(5))
    text = f"claims: {{c: C}}\nreports:\n{rows}\n  r5: {{outlet: O, says: c}}"
    tracer = tracer_of(text)
    lines = plain(tree_lines(tracer.graph, claim_tree(tracer.support("c")), View(claim="c", width=44)), 44)
    assert lines.splitlines() == [
        "O r0 undated",
        "└── O r1 undated",
        "    └── O r2 undated",
        "        └── O r3 undated … continued below:",
        "                r3",
        "",
        "continued: r3",
        "O r3 undated",
        "└── O r4 undated",
        "    └── O r5 undated ● origin: what it rests",
        "            on is not recorded",
    ]


def test_names_in_every_script_are_drawn_whole() -> None:
    rows = drawn(
        """
        claims: {c: C}
        reports:
          a: {outlet: הארץ, says: c, cites: b}
          b: {outlet: 産経新聞, says: c, cites: d}
          d: {outlet: الجزيرة, says: c, cites: e}
          e: {outlet: "👩\u200d💻 दैनिक", says: c}
        """,
        View(claim="c", width=60),
    )
    assert [row.lstrip("└─ ").split(" undated")[0] for row in rows if "undated" in row] == [
        *("הארץ a", "産経新聞 b", "الجزيرة d", "👩\u200d💻 दैनिक e"),
    ]
