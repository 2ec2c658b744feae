"""The page in Chromium: drawn, clicked, filtered, replayed, by pointer and by keys, and with scripts turned off."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.dates import parse_date
from provenance.export.figure import Export, export_of
from provenance.export.html import render
from provenance.read import load
from provenance.trace import Tracer
from tests.export.cases import DATA, cases
from tests.export.chromium import Browser, chromium, find_chromium
from tests.export.hostile import hostile_export
from tests.export.readers import node_modules

PROGRAM = find_chromium()
pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed: the page was not opened"),
    pytest.mark.no_cover,
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert PROGRAM is not None
    with chromium(PROGRAM) as found:
        yield found


def shown(
    browser: Browser, tmp_path: Path, export: Export, *, width: int = 1280, scripts: bool = True, scheme: str = "light"
) -> Browser:
    """Open the page of an export in a new tab."""
    path = tmp_path / "page.html"
    path.write_text(render(export)[0].text, encoding="utf-8")
    browser.tab(width=width, scripts=scripts, prefers_color_scheme=scheme).open(path)
    return browser


def quiet(browser: Browser) -> bool:
    """Tell that nothing was asked of the network but the page itself, and nothing complained."""
    asked = [url for url in browser.requests if not url.startswith(("file://", "data:"))]
    assert (asked, browser.complaints) == ([], [])
    return True


def visible(browser: Browser, what: str) -> list[str]:
    """Give the ids of the elements that are seen."""
    found: list[str] = browser.run(
        f"[...document.querySelectorAll({json.dumps(what)})].filter((each) => each.checkVisibility("
        "{opacityProperty: true, visibilityProperty: true})).map((each) => each.id)"
    )
    return found


def node_of(export: Export, record: str) -> str:
    (found,) = [node.id for node in export.figure.nodes if node.record == record]
    return found


S400 = cases()["s400"].export()


def test_it_is_drawn(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    assert visible(browser, "#canvas g.node") == [node.id for node in S400.figure.nodes]
    assert len(visible(browser, "#canvas g.edge")) == len(S400.figure.edges)
    assert browser.run("document.title") == "Russia has asked Turkey to sell back its S-400 systems. – provenance"
    assert quiet(browser)


def test_a_click_on_a_record_shows_all_of_it(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    nefes = node_of(S400, "nefes-0903")
    browser.click(f"#{nefes}")
    said = browser.run("document.getElementById('details').innerText")
    assert said.split("\n")[0] == "Close"
    for words in ("Nefes", "2025-09-03", "öğrenildi", "rests on 0, and 3 rest on it."):
        assert words in said
    faded = browser.run("[...document.querySelectorAll('#canvas g.node.faded')].map((each) => each.id)")
    assert set(faded) == {
        node_of(S400, record) for record in ("global-defense-corp", "national-interest", "unnamed:national-interest")
    }
    browser.press("Escape")
    assert browser.run("document.getElementById('details').hidden") is True
    assert browser.run("document.activeElement.id") == nefes
    assert quiet(browser)


def test_a_hover_over_a_citation_says_who_cites_whom_in_what_words(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    (number,) = [
        number
        for number, edge in enumerate(S400.figure.edges)
        if (edge.citing, edge.cited) == (node_of(S400, "militarnyi"), node_of(S400, "nefes-0903"))
    ]
    assert browser.run("document.getElementById('words').hidden") is True
    browser.move(f"#e{number} path.line")
    browser.run("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
    words = browser.run("document.getElementById('words').textContent")
    assert words.startswith("Militarnyi cites Nefes: ")
    assert "hardens claim" in words


@pytest.mark.parametrize(
    ("control", "value", "records"),
    [
        ("by-country", "TR", {"nefes-0903", "turkiye-today"}),
        ("by-outlet", "kyiv-post-outlet", {"kyiv-post"}),
        ("search", "ÖĞRENILDI".lower(), {"nefes-0903"}),
        ("search", "nothing like it", set()),
    ],
)
def test_filters_and_search_leave_what_is_asked_for(
    browser: Browser, tmp_path: Path, control: str, value: str, records: set[str]
) -> None:
    shown(browser, tmp_path, S400)
    browser.run(
        f"(() => {{ const control = document.getElementById('{control}'); control.value = {json.dumps(value)};"
        " control.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    expected = {node_of(S400, record) for record in records}
    assert {f"n{id_[1:]}" for id_ in visible(browser, "table.records > tbody > tr")} == expected
    faded = set(browser.run("[...document.querySelectorAll('#canvas g.node.faded')].map((each) => each.id)"))
    assert faded == {node.id for node in S400.figure.nodes} - expected
    assert browser.run("document.getElementById('shown').textContent") == f"{len(records)} of 7 records shown"
    browser.click("#show-all")
    assert len(visible(browser, "table.records > tbody > tr")) == len(S400.nodes)


def test_the_slider_replays_what_as_of_answers(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    last = int(browser.run("document.getElementById('date').max"))
    assert last > 2
    for step in range(last + 1):
        browser.run(
            f"(() => {{ const date = document.getElementById('date'); date.value = {step};"
            " date.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )
        label = browser.run("document.getElementById('moment').textContent").removesuffix(" (the last)")
        if label == "before the first date":
            continue
        tracer = S400.tracer
        then = tracer.trace("s400-asked", parse_date(label))
        nodes = tracer.support("s400-asked", parse_date(label)).nodes
        said = browser.run("document.getElementById('then').textContent")
        assert said.startswith(f"{label}: {then.status.upper()} ")
        seen = {f"n{number}" for number, node in enumerate(S400.nodes) if node in nodes}
        out = set(browser.run("[...document.querySelectorAll('#canvas g.node.out')].map((each) => each.id)"))
        assert out == {node.id for node in S400.figure.nodes} - seen
    assert quiet(browser)


def test_it_is_worked_by_keys_alone(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    for _ in range(30):
        browser.press("Tab")
        if browser.run("document.activeElement.matches('#canvas g.node')"):
            break
    assert browser.run("document.activeElement.id") == "n0"
    browser.press("ArrowRight")
    assert browser.run("document.activeElement.id") == "n1"
    browser.press("ArrowDown")
    assert browser.run("document.activeElement.matches('#canvas g.edge')") is True
    assert browser.run("document.activeElement.getAttribute('aria-label')").count(" cites ") == 1
    browser.press("Enter")
    browser.press("Enter")
    assert browser.run("document.getElementById('details').hidden") is False
    browser.press("Escape")
    assert browser.run("document.getElementById('details').hidden") is True


def test_of_several_claims_one_can_be_chosen(browser: Browser, tmp_path: Path) -> None:
    tracer, _ = cases()["doubts"].trace()
    export = export_of(tracer, [tracer.trace(claim) for claim in sorted(tracer.workspace.claims)])
    shown(browser, tmp_path, export)
    assert len(visible(browser, ".claim")) == len(export.answers)
    assert visible(browser, "#choose, #replay") == ["choose"], "that a choice brings the replay is said"
    browser.click("#claims a[href='#claim-1']")
    assert visible(browser, ".claim") == ["claim-1"]
    assert quiet(browser)


def in_window(browser: Browser, node: str) -> bool:
    """Tell whether a node stands in the window of the picture, and on the screen above the panel."""
    found: bool = browser.run(
        f"""(() => {{
          const box = document.querySelector("#{node} .box").getBoundingClientRect();
          const around = document.getElementById("canvas").getBoundingClientRect();
          const panel = document.getElementById("details");
          const foot = panel.hidden ? innerHeight : panel.getBoundingClientRect().top || innerHeight;
          return box.left >= around.left && box.right <= around.right && box.top >= Math.max(0, around.top)
            && box.bottom <= Math.min(foot, around.bottom);
        }})()"""
    )
    return found


def test_a_claim_that_is_chosen_is_brought_into_the_picture(browser: Browser, tmp_path: Path) -> None:
    tracer = Tracer(load(str(DATA)).workspace)
    claims = sorted(tracer.workspace.claims)
    export = export_of(tracer, [tracer.trace(claim) for claim in claims])
    shown(browser, tmp_path, export)
    browser.run("document.getElementById('picture').scrollIntoView()")
    hidden = [claim for claim in ("s400-asked", "coati", "iraq-tubes") if not origin_seen(browser, export, claim)]
    assert hidden, "all stand in one window: nothing is tested"
    for claim in hidden:
        link = f"document.querySelector(\"#claims a[href='#claim-{claims.index(claim)}']\")"
        browser.run(f"{link}.click(); document.getElementById('picture').scrollIntoView()")
        assert origin_seen(browser, export, claim), claim


def origin_seen(browser: Browser, export: Export, claim: str) -> bool:
    """Tell whether an origin of a claim is seen in the picture's window."""
    (answer,) = [answer for answer in export.answers if answer.claim == claim]
    return any(in_window(browser, f"n{export.nodes.index(origin.node)}") for origin in answer.origins)


def test_on_a_phone_a_record_that_is_opened_stays_in_sight(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400, width=390)
    nefes = node_of(S400, "nefes-0903")
    browser.click(f"#{nefes}")
    assert in_window(browser, nefes)


def test_no_text_of_the_records_acts(browser: Browser, tmp_path: Path) -> None:
    export = hostile_export()
    shown(browser, tmp_path, export)
    for node in export.figure.nodes[:12]:
        browser.run(f"document.getElementById('{node.id}').dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
    assert browser.run("document.scripts.length") == 2
    assert browser.run("document.querySelectorAll('img, iframe, object, b, table.x').length") == 0
    assert quiet(browser)


def test_not_even_what_gets_into_the_page_acts(browser: Browser, tmp_path: Path) -> None:
    """The policy stops what an escape that failed would let in."""
    path = tmp_path / "page.html"
    text = render(S400)[0].text
    evil = "<script>document.title = 'evil'</script><img src=x onerror=\"document.title='evil'\">"
    path.write_text(text.replace("<footer>", f"{evil}<footer>"), encoding="utf-8")
    browser.tab().open(path)
    assert browser.run("document.title") != "evil"
    assert [words for words in browser.complaints if "Content Security Policy" in words]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "case"), [(1280, "s400"), (390, "s400"), (1280, "doubts"), (1280, "loop"), (1280, "hostile")]
)
def test_axe_finds_nothing_serious(browser: Browser, tmp_path: Path, scheme: str, width: int, case: str) -> None:
    export = cases()[case].export()
    shown(browser, tmp_path, export, width=width, scheme=scheme)
    browser.run((Path(node_modules("axe-core")) / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + ";0")
    if export.nodes:
        browser.run("document.getElementById('n0').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    found = browser.run("axe.run(document, {iframes: false}).then((found) => found.violations)")
    serious = [
        (one["id"], [node["target"] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("case", cases())
def test_on_a_phone_nothing_sticks_out(browser: Browser, tmp_path: Path, case: str) -> None:
    shown(browser, tmp_path, cases()[case].export(), width=390)
    assert browser.run("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_picture_and_the_tables_are_there(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400, scripts=False)
    seen = browser.call("DOMSnapshot.captureSnapshot", computedStyles=[])
    drawn = [seen["strings"][at] for at in seen["documents"][0]["layout"]["text"] if at >= 0]
    assert {"öğrenildi", "hardens claim", "Global Defense Corp"} <= {words.strip(" “”") for words in drawn}
    assert not [words for words in drawn if words.strip() in ("Show all", "Play")]
    assert quiet(browser)


def test_on_paper_what_is_folded_is_open(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, S400)
    folded = browser.run("document.querySelectorAll('details:not([open])').length")
    assert folded > 0
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run("document.querySelectorAll('details:not([open])').length") == 0
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("document.querySelectorAll('details:not([open])').length") == folded
    assert browser.printed().startswith(b"%PDF-")
