"""An audit as lines."""

from provenance.dates import parse_date
from provenance.read.policies import Policy, read_policies
from provenance.report.audit import audit_lines
from provenance.report.lines import Style, plain, wrap
from provenance.trace.audit import VOCABULARY, audit_claim
from tests.texts import tracer_of
from tests.trace.audited import policy_of

LEAK = """
    sources: {leak: {kind: anonymous, described_as: an official}}
    claims: {c: "Something happened."}
    reports:
      a: {outlet: A, says: c, cites: {source: leak, mode: quotes, quote: an official said}}
      b: {outlet: B, says: c, cites: [a, {outlet: unnamed, attribution: unclear}]}
"""


def page(text: str, *policies: Policy, width: int | None = None) -> list[str]:
    return plain(audit_lines(audit_claim(tracer_of(text), "c", policies)), width).splitlines()


def desk(rules: str) -> Policy:
    text = (
        "policies: {desk: {title: Our rule, about: What it asks., document: [{title: Handbook, publisher: Us, "
        f"edition: 2019, section: 3, url: 'https://example.org/'}}, By heart], rules: {{{rules}}}}}}}"
    )
    found = read_policies(text, "rules/desk.yaml", VOCABULARY)
    assert not found.problems
    return found.policies[0]


def test_a_page_says_the_verdict_of_each_policy_and_rule_in_words() -> None:
    assert page(
        LEAK, desk("no_loop: true, not_single: [anonymous, unattributed]"), policy_of("origins_at_least: 1")
    ) == [
        "Something happened.",
        "c",
        "",
        "FAIL · 1 of 2 policies holds",
        "",
        "FAIL desk (rules/desk.yaml) – Our rule",
        "  What it asks.",
        "  After Us, Handbook (2019), 3, https://example.org/",
        "  After By heart",
        "  PASS no_loop – no loop is on record",
        "  FAIL not_single: anonymous, unattributed – it may rest on a single origin that is anonymous",
        "       at leak and an outlet that b does not name",
        "       a → leak (quotes, “an official said”)",
        "       b → an outlet that b does not name (in doubt)",
        "",
        "PASS p (p.yaml) – P",
        "  After D",
        "  PASS origins_at_least: 1 – 1 origin surely counts, 1 asked for",
        "",
        (
            "Not checked: whether the claim is true; whether the records are complete and right: a rule holds of what is "
            "recorded."
        ),
    ]


def test_where_nothing_supports_the_claim_that_is_said_once_a_policy() -> None:
    text = "claims: {c: C}"
    assert page(text, policy_of("no_loop: true, origins_at_least: 2"), policy_of("no_loop: true"))[3:-2] == [
        "FAIL · 0 of 2 policies hold",
        "",
        "FAIL p (p.yaml) – P",
        "  After D",
        "  FAIL – nothing to audit: no standing report supports the claim",
        "",
        "FAIL p (p.yaml) – P",
        "  After D",
        "  FAIL – nothing to audit: no standing report supports the claim",
    ]


def test_of_many_citations_the_first_are_shown_and_the_rest_counted() -> None:
    def shown(number: int) -> list[str]:
        reports = "\n".join(f"  r{one}: {{outlet: O{one}, says: c, cites: s}}" for one in range(number))
        text = f"claims: {{c: C}}\nsources: {{s: {{kind: anonymous}}}}\nreports:\n{reports}"
        rows = page(text, policy_of("not_only: anonymous"))
        return rows[rows.index("       at s") + 1 : -2]

    assert shown(6) == [f"       r{one} → s" for one in range(6)]
    assert shown(7)[5:] == ["       r5 → s", "       and 1 more citation; --json has all"]
    assert shown(9)[5:] == ["       r5 → s", "       and 3 more citations; --json has all"]


def test_what_broke_the_rule_above_is_not_shown_again() -> None:
    text = "claims: {c: C}\nsources: {s: {kind: anonymous}}\nreports: {a: {outlet: A, says: c, cites: s}}"
    asked = "not_only: anonymous, no_loop: true, not_single: anonymous, no_finding: drift, described: [access, age]"
    assert page(text, policy_of(asked))[7:-2] == [
        "  FAIL not_only: anonymous – every origin is anonymous",
        "       at s",
        "       a → s",
        "  PASS no_loop – no loop is on record",
        "  FAIL not_single: anonymous – it rests on a single origin, which is anonymous",
        "       at the same, by the same citations",
        "  PASS no_finding: drift – no such finding",
        "  FAIL described: access – not recorded for 1 of 1 origin",
        "       at the same, by the same citations",
        "  FAIL described: age – not recorded for 1 of 1 origin",
        "       at a",
        "       a → s",
    ]


def test_of_many_records_the_first_are_named_and_the_rest_counted() -> None:
    def named(number: int) -> str:
        reports = "\n".join(f"  r{one}: {{outlet: O{one}, says: c}}" for one in range(number))
        return page(f"claims: {{c: C}}\nreports:\n{reports}", policy_of("no_origin: unrecorded"))[-3]

    assert named(1) == "       at r0"
    assert named(7) == "       at r0, r1, r2, r3, r4, r5 and r6"
    assert named(8) == "       at r0, r1, r2, r3, r4, r5 and 2 more"


def test_the_verdict_of_one_policy_is_counted_as_one() -> None:
    assert page(LEAK, policy_of("no_loop: true"))[3] == "PASS · 1 of 1 policy holds"
    assert page(LEAK, policy_of("origins_at_least: 2"))[3] == "FAIL · 0 of 1 policy holds"


def test_at_a_date_that_is_said() -> None:
    audit = audit_claim(tracer_of(LEAK), "c", [policy_of("no_loop: true")], parse_date("2020-01"))
    assert plain(audit_lines(audit)).splitlines()[1] == "c · as of 2020-01"


def test_colour_only_repeats_what_a_word_says() -> None:
    lines = list(audit_lines(audit_claim(tracer_of(LEAK), "c", [policy_of("no_loop: true, origins_at_least: 2")])))
    coloured = {text for row in wrap(lines, None) for text, style in row if style in (Style.ORIGIN, Style.BAD)}
    assert coloured == {"PASS", "FAIL"}


def test_hostile_text_is_harmless_and_rows_keep_the_width() -> None:
    policy = read_policies(
        'policies: {p: {title: "\\e[31mred\\u202e", about: "[bold]x[/bold]", document: "\\a", rules: {no_loop: true}}}',
        "p\x1b.yaml",
        VOCABULARY,
    ).policies[0]
    rows = page(LEAK, policy, width=40)
    assert rows[5] == r"PASS p (p\x1b.yaml) – \x1b[31mred\u202e"
    assert "  [bold]x[/bold]" in rows
    assert r"  After \x07" in rows
    assert max(map(len, rows)) <= 40
