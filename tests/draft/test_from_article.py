"""What is found in an article becomes a record that says no more than the article does."""

import pytest

from provenance.article import Article, Link, Span
from provenance.attribution import Attribution, Confidence, Conflict, Found, Polarity, SourceClass
from provenance.draft.from_article import Wanted, propose_article
from provenance.draft.proposal import Proposal
from provenance.model import Citation, Workspace
from provenance.read import read_texts
from provenance.safe import visible
from tests.draft.proposed import checked
from tests.export.hostile import HOSTILE

RECORDS = """
claims: {bridge: The ministry has closed the northern bridge for repairs.}
outlets: {herald: {name: The Herald, aliases: [Herald], domains: [herald.example]}, gazette: {name: Gazette}}
parties: {ministry: {name: Ministry of Transport, aliases: [the ministry]}}
sources: {jane: {kind: named, name: Jane Doe}}
reports: {gazette-1: {outlet: gazette, says: bridge, url: "https://gazette.example/1", title: Bridge shut}}
"""


def found_in(text: str, *marked: str, polarity: Polarity = Polarity.ASSERTS, **more: object) -> Attribution:
    """Make an attribution of words of a text: source, cue and contents; "" for none."""
    spans = [None if not words else (text.index(words), text.index(words) + len(words)) for words in marked]
    fields = {
        "class_": SourceClass.PERSON,
        "entity": marked[0] or None,
        "hedge": None,
        "nested": False,
        "confidence": Confidence.HIGH,
        "rule": "a rule",
        **more,
    }
    content = tuple(span for span in spans[2:] if span)
    return Attribution(source=spans[0], cue=spans[1], content=content, polarity=polarity, **fields)  # type: ignore[arg-type]


def article_of(text: str, **more: object) -> Article:
    rows, start = [], 0
    for row in text.split("\n"):
        rows.append(Span(start, start + len(row)))
        start += len(row) + 1
    return Article(file="in.txt", text=text, paragraphs=tuple(rows), **more)  # type: ignore[arg-type]


def drafted(
    article: Article, *found: Attribution, records: str = "", wanted: Wanted | None = None, **more: object
) -> tuple[Workspace, str, Proposal]:
    texts = {"data/a.yaml": records} if records else {}
    loaded = read_texts(texts)
    everything = Found(attributions=found, unattributed=(), conflicts=())
    if more:
        everything = Found(attributions=found, **more)  # type: ignore[arg-type]
    proposal, text = propose_article(article, everything, loaded.workspace, texts, wanted or Wanted())
    return checked(text, records).workspace, text, proposal


def cited(workspace: Workspace, report: str) -> list[list[str]]:
    says = workspace.reports[report].says
    return [[one.id for one in said.cites if isinstance(one, Citation)] for said in says]


BRIDGE = "The northern bridge was closed for repairs by the ministry, Gazette reported on Monday."


def test_an_outlet_that_is_named_is_cited_with_the_words_that_name_it() -> None:
    article = article_of(BRIDGE, site="The Herald", url="https://www.herald.example/a", title="Northern bridge closed")
    one = found_in(
        BRIDGE,
        "Gazette",
        "reported",
        "The northern bridge was closed for repairs by the ministry",
        class_=SourceClass.OUTLET,
    )
    workspace, text, _ = drafted(article, one, records=RECORDS, wanted=Wanted(claim="bridge"))
    (report,) = (report for report in workspace.reports.values() if report.outlet == "herald")
    (said,) = report.says
    assert (said.claim, said.where) == ("bridge", "paragraph 1")
    assert said.quote == "The northern bridge was closed for repairs by the ministry"
    (citation,) = said.cites
    assert isinstance(citation, Citation)
    assert (citation.id, citation.quote) == ("gazette", "Gazette reported")
    assert "# paragraph 1, 0–76, outlet, high, a rule: “The northern bridge" in text


def test_a_link_to_a_report_on_record_cites_that_report() -> None:
    start = BRIDGE.index("Gazette")
    article = article_of(BRIDGE, links=(Link(start, start + 7, "https://gazette.example/1"),))
    one = found_in(BRIDGE, "Gazette", "reported", "The northern bridge was closed", class_=SourceClass.OUTLET)
    workspace, _, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert cited(workspace, "post-undated") == [["gazette-1"]]


def test_a_claim_on_record_is_named_as_likely_and_never_taken() -> None:
    article = article_of(BRIDGE, title="Ministry has closed northern bridge for repairs")
    workspace, text, _ = drafted(article, records=RECORDS, wanted=Wanted("Post"))
    assert [s.claim for s in workspace.reports["post-undated-ministry"].says] != ["bridge"]
    assert "# likely 'bridge' (data/a.yaml:2): The ministry has closed the northern bridge for repairs." in text


def test_other_contents_are_claims_of_their_own() -> None:
    words = f"{BRIDGE}\nJane Doe said that wages of the night shift will rise in spring."
    article = article_of(words)
    one = found_in(
        words, "Gazette", "reported", "The northern bridge was closed for repairs", class_=SourceClass.OUTLET
    )
    two = found_in(words, "Jane Doe", "said", "that wages of the night shift will rise in spring")
    workspace, _, _ = drafted(article, one, two, records=RECORDS, wanted=Wanted("Post", "bridge"))
    _, second = workspace.reports["post-undated"].says
    assert cited(workspace, "post-undated") == [["gazette"], ["jane"]]
    assert workspace.claims[second.claim].text == "wages of the night shift will rise in spring"


def test_nameless_sources_keep_only_how_they_are_described() -> None:
    words = "The northern bridge was closed for repairs, a ministry source told Gazette."
    one = found_in(
        words,
        "a ministry source",
        "told",
        "The northern bridge was closed for repairs",
        class_=SourceClass.PARTLY_ANONYMOUS,
        entity=None,
    )
    workspace, text, _ = drafted(article_of(words), one, wanted=Wanted("Post"))
    (source,) = workspace.sources.values()
    assert (source.kind, source.name, source.described_as) == ("anonymous", None, "a ministry source")
    assert "told" in text


def test_a_denial_is_a_response_and_no_support() -> None:
    words = f"{BRIDGE}\nThe ministry denied that the northern bridge was closed for repairs."
    no = found_in(
        words,
        "The ministry",
        "denied",
        "that the northern bridge was closed for repairs",
        polarity=Polarity.DENIES,
        class_=SourceClass.OFFICIAL_OTHER,
    )
    workspace, _, _ = drafted(article_of(words), no, records=RECORDS, wanted=Wanted("Post", "bridge"))
    (response,) = workspace.responses
    assert (response.by, response.claim, response.stance) == ("ministry", "bridge", "denies")
    assert response.reported_by == ("post-undated",)
    assert [(s.claim, s.cites) for s in workspace.reports["post-undated"].says] == [("bridge", ())], "of the first line"
    only = article_of(words.partition("\n")[2])
    no = found_in(
        only.text, "The ministry", "denied", "that the northern bridge was closed for repairs", polarity=Polarity.DENIES
    )
    workspace, text, _ = drafted(only, no, records=RECORDS, wanted=Wanted("Post", "a"))
    assert workspace.reports["post-undated"].says == ()
    assert "# nothing that states 'a' was found in it: add a statement if it does" in text


@pytest.mark.parametrize(
    ("content", "same"),
    [
        ("the ministry has closed the northern bridge for repairs", True),
        ("the ministry has not closed the northern bridge for repairs", False),
        ("the ministry hasn't closed the northern bridge for repairs", False),
        ("the ministry has closed the northern bridge for repairs until 2027", True),
    ],
)
def test_the_contrary_of_a_claim_never_supports_it(content: str, same: bool) -> None:
    words = f"Jane Doe said {content}."
    one = found_in(words, "Jane Doe", "said", content)
    workspace, text, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    (said,) = workspace.reports["post-undated"].says
    assert (said.claim == "bridge") is same
    assert same or "near, but perhaps its contrary or other figures: 'bridge' (data/a.yaml:2)" in text


def test_other_figures_are_another_claim() -> None:
    words = "Jane Doe said that 12 soldiers were killed in the attack on the harbour in May."
    one = found_in(words, "Jane Doe", "said", "that 12 soldiers were killed in the attack on the harbour in May")
    wanted = Wanted("Post", "In the attack on the harbour 40 soldiers were killed.")
    workspace, _, _ = drafted(article_of(words), one, wanted=wanted)
    assert [workspace.claims[said.claim].text[:2] for said in workspace.reports["post-undated"].says] == ["12"]


@pytest.mark.parametrize(
    "request_",
    ["who asked not to be named", "speaking on condition of anonymity", "who was not authorised to speak"],
)
def test_who_asks_not_to_be_named_is_not(request_: str) -> None:
    words = f"A commander of the Third Brigade, {request_}, said that the northern bridge was closed for repairs."
    content = "that the northern bridge was closed for repairs"
    for source, described in (
        ("A commander of the Third Brigade", None),
        (request_.split(maxsplit=1)[0], "a source who asked"),
    ):
        one = found_in(words, source, "said", content, entity="Third Brigade")
        workspace, _, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
        (kept,) = (each for each in workspace.sources.values() if each.id != "jane")
        assert (kept.kind, kept.name) == ("anonymous", None)
        assert source == "speaking" or str(kept.described_as).startswith(described or source)


def test_what_a_source_is_only_reported_to_do_cites_nobody() -> None:
    words = "Moscow is reportedly considering to close the northern bridge for repairs."
    hedge = (words.index("reportedly"), words.index("reportedly") + 10)
    content = "to close the northern bridge for repairs"
    one = found_in(words, "Moscow", "is reportedly considering", content, hedge=hedge)
    workspace, _, _ = drafted(article_of(words), one, wanted=Wanted("Post"))
    said = workspace.reports["post-undated"].says[-1]
    assert (said.cites, said.basis, said.certainty) == ((), "unattributed", "uncommitted")


def test_one_flat_attribution_leaves_a_statement_flat() -> None:
    content = "the northern bridge was closed for repairs"
    words = f"Jane Doe said {content}. John Roe said {content}, allegedly."
    one = found_in(words, "Jane Doe", "said", content)
    hedge = (words.index("allegedly"), words.index("allegedly") + 9)
    two = found_in(words, "John Roe", "said", content, hedge=hedge)
    workspace, _, _ = drafted(article_of(words), one, two, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert [said.certainty for said in workspace.reports["post-undated"].says] == [None]


def test_the_outlet_itself_reports_on_its_own_word() -> None:
    words = "The Post has learned that the northern bridge was closed for repairs."
    content = "that the northern bridge was closed for repairs"
    one = found_in(words, "The Post", "has learned", content, class_=SourceClass.OUTLET, entity="Post")
    workspace, _, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert [said.basis for said in workspace.reports["post-undated"].says] == ["own_reporting"]


def test_a_link_in_the_content_is_not_the_sources_and_another_outlets_report_is_not_its() -> None:
    start = BRIDGE.index("bridge")
    article = article_of(BRIDGE, links=(Link(start, start + 6, "https://gazette.example/1"),))
    one = found_in(BRIDGE, "Gazette", "reported", "The northern bridge was closed", class_=SourceClass.OUTLET)
    workspace, _, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert cited(workspace, "post-undated") == [["gazette"]]
    start = BRIDGE.index("Gazette")
    article = article_of(
        BRIDGE.replace("Gazette", "Courier"), links=(Link(start, start + 7, "https://gazette.example/1"),)
    )
    one = found_in(article.text, "Courier", "reported", "The northern bridge was closed", class_=SourceClass.OUTLET)
    workspace, _, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert cited(workspace, "post-undated") == [["courier"]]


def test_no_answer_is_silence_and_what_an_outlet_could_not_verify_is_no_response() -> None:
    words = "The ministry did not respond to questions. The Gazette could not verify the report."
    one = found_in(
        words,
        "The ministry",
        "did not respond",
        "to questions",
        polarity=Polarity.DECLINES,
        class_=SourceClass.OFFICIAL_OTHER,
    )
    two = found_in(
        words,
        "The Gazette",
        "could not verify",
        "the report",
        polarity=Polarity.NOT_CONFIRMED,
        class_=SourceClass.OUTLET,
    )
    workspace, text, _ = drafted(article_of(words), one, two, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert [(response.by, response.stance) for response in workspace.responses] == [("ministry", "silent")]
    assert "# not-confirmed, and no party or source that could answer" in text


def test_what_is_not_confirmed_by_somebody_unknown_is_a_response_of_a_new_party() -> None:
    words = "The closure of the northern bridge for repairs has not been confirmed by Ankara."
    one = found_in(
        words,
        "Ankara",
        "confirmed",
        "The closure of the northern bridge for repairs",
        polarity=Polarity.NOT_CONFIRMED,
        class_=SourceClass.OFFICIAL_POLITICAL,
    )
    workspace, text, _ = drafted(article_of(words), one, wanted=Wanted("Post"))
    (response,) = workspace.responses
    assert (response.by, response.stance, workspace.parties["ankara"].name) == ("ankara", "neither", "Ankara")
    assert "`not_asked` if nobody asked" in text


def test_a_report_that_is_likely_there_already_is_a_comment() -> None:
    words = f"{BRIDGE}\nJane Doe said that wages of the night shift will rise in spring."
    article = article_of(words, url="https://gazette.example/1")
    one = found_in(words, "Jane Doe", "said", "that wages of the night shift will rise in spring")
    workspace, text, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Gazette", "bridge"))
    assert list(workspace.reports) == ["gazette-1"]
    assert "  # gazette-1:\n  #   outlet: gazette\n" in text
    assert "  # duplicate of data/a.yaml:6\n" in text


def test_what_no_source_is_found_for_stands_at_the_end() -> None:
    conflict = Conflict(first=(0, 3), second=(4, 9), words="two dates")
    _, text, _ = drafted(article_of(BRIDGE), wanted=Wanted("Post"), unattributed=((0, 11),), conflicts=(conflict,))
    assert "  # the article disagrees with itself: two dates\n  post-undated:\n" in text
    assert text.endswith("\n\n# No attribution found in 1 sentence:\n# - “The norther”\n")


def test_hedged_words_make_an_uncommitted_statement_on_nobodys_word() -> None:
    words = "The northern bridge was reportedly closed for repairs."
    span = (words.index("reportedly"), words.index("reportedly") + 10)
    one = found_in(words, "", "reportedly", "The northern bridge was", "closed for repairs", hedge=span)
    workspace, _, _ = drafted(article_of(words), one, wanted=Wanted("Post"))
    (said,) = workspace.reports["post-undated"].says
    assert (said.certainty, said.basis, said.cites) == ("uncommitted", "unattributed", ())


def test_one_source_is_cited_once_however_often_it_is_named() -> None:
    words = f"{BRIDGE}\nThe bridge in the north was closed for repairs, Gazette wrote."
    contents = ("The northern bridge was closed for repairs", "The bridge in the north was closed for repairs")
    found = [
        found_in(words, "Gazette", cue, content, class_=SourceClass.OUTLET)
        for cue, content in zip(("reported", "wrote"), contents, strict=True)
    ]
    workspace, text, _ = drafted(article_of(words), *found, wanted=Wanted("Post"))
    assert [len(said.cites) for said in workspace.reports["post-undated"].says] == [1]
    assert text.count("a rule: “") == 2


def test_the_reports_of_a_cited_outlet_on_the_claim_are_named_as_likely() -> None:
    article = article_of(BRIDGE)
    one = found_in(BRIDGE, "Gazette", "reported", "The northern bridge was closed", class_=SourceClass.OUTLET)
    workspace, text, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Gazette", "bridge"))
    assert "# your records have a report of this outlet on this claim: 'gazette-1' (data/a.yaml:6)" in text
    workspace, text, _ = drafted(article, one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert "# likely its report 'gazette-1' (data/a.yaml:6)\n" in text
    assert cited(workspace, "post-undated") == [["gazette"]]


def test_a_topic_supports_nothing_and_a_short_claim_is_one_of_its_own() -> None:
    words = "Jane Doe called the story reckless. The bridge was built in 1962, the Gazette said."
    topic = found_in(words, "Jane Doe", "called", "the story reckless")
    claim = found_in(words, "Gazette", "said", "The bridge was built in 1962", class_=SourceClass.OUTLET)
    workspace, text, _ = drafted(article_of(words), topic, claim, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert cited(workspace, "post-undated") == [["gazette"]]
    assert "# a topic, or nothing that is claimed: paragraph 1, 0–34, person" in text
    assert "# nothing that states 'bridge' was found in it" in text
    (said,) = workspace.reports["post-undated"].says
    assert workspace.claims[said.claim].text == "The bridge was built in 1962"


def test_a_body_is_a_party_and_one_of_many_has_no_name() -> None:
    words = "The council denied that the bridge was closed. A spokesman denied that the bridge was closed."
    body, one = (
        found_in(
            words,
            source,
            "denied",
            "that the bridge was closed",
            class_=SourceClass.OFFICIAL_OTHER,
            polarity=Polarity.DENIES,
            entity=None,
        )
        for source in ("The council", "A spokesman")
    )
    workspace, _, _ = drafted(article_of(words), body, one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert [response.by for response in workspace.responses] == ["the-council", "post-undated-a-spokesman"]
    source = workspace.sources["post-undated-a-spokesman"]
    assert (source.kind, source.name, source.described_as) == ("anonymous", None, "A spokesman")


def test_what_says_too_little_is_about_the_claim_itself() -> None:
    words = "The news was first reported by Gazette."
    one = found_in(words, "Gazette", "reported", "The news", class_=SourceClass.OUTLET)
    workspace, _, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert [said.claim for said in workspace.reports["post-undated"].says] == ["bridge"]


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "null", "- a", "a: b", "# x", "x\n  y: z", "'", "\\", "%", "@", "*a", "&a", "!x"]
)
@pytest.mark.parametrize(
    "class_", [SourceClass.OUTLET, SourceClass.PERSON, SourceClass.ANONYMOUS, SourceClass.DOCUMENT]
)
def test_no_text_breaks_out_of_a_draft(hostile: str, class_: SourceClass) -> None:
    name = " ".join(hostile.split()) or "x"
    words = f"{name} said that the {name} bridge was closed for repairs by {name}."
    article = Article(
        file=name,
        text=words,
        paragraphs=(Span(0, len(words)),),
        title=hostile,
        site=hostile,
        authors=(hostile, hostile),
        published=hostile,
        language=hostile,
        url=hostile,
    )
    one = found_in(words, name, "said", words.partition(" said ")[2], class_=class_)
    no = found_in(words, name, "said", words.partition(" said ")[2], class_=class_, polarity=Polarity.DENIES)
    conflict = Conflict(first=(0, 1), second=(0, 1), words=hostile)
    workspace, text, _ = drafted(article, one, no, unattributed=((0, len(words)),), conflicts=(conflict,))
    assert len(workspace.reports) == 1
    assert [row for row in text.split("\n") if row != visible(row)] == []


def test_a_full_name_is_matched_and_a_short_one_only_named_as_likely() -> None:
    records = RECORDS.replace(
        "jane: {kind: named, name: Jane Doe}", "jane: {kind: named, name: Jane Doe}, roe: {kind: named, name: Roe}"
    )
    words = "Jane Doe said that the northern bridge was closed for repairs. Roe said that the northern bridge was closed for repairs."
    content = "that the northern bridge was closed for repairs"
    full, short = (found_in(words, name, "said", content) for name in ("Jane Doe", "Roe"))
    workspace, text, _ = drafted(article_of(words), full, short, records=records, wanted=Wanted("Post", "bridge"))
    assert cited(workspace, "post-undated") == [["jane", "roe-2"]]
    assert "# - jane (data/a.yaml:5)" in text
    assert "# likely 'roe' (data/a.yaml:5)\n  roe-2: {kind: named, name: Roe}" in text


def test_what_is_doubtful_of_the_page_is_said() -> None:
    article = article_of(
        BRIDGE,
        published="2025-09-03",
        published_by="guessed",
        lossy=True,
        encoding="cp1252",
        authors=("A. Writer", "B."),
    )
    workspace, text, _ = drafted(article, wanted=Wanted(claim="C"))
    (report,) = workspace.reports.values()
    assert report.published is not None
    assert (report.published.text, report.author) == ("2025-09-03?", "A. Writer, B.")
    assert "# who published it is not in what was read: name it with --outlet" in text
    assert "# the date was worked out from the page, which names none for the article: check it" in text
    assert "# some of it was no text in cp1252" in text


def test_an_attribution_without_content_or_inside_another_supports_nothing() -> None:
    words = "Jane Doe said nothing. John Roe said that Jane Doe said that the northern bridge was closed for repairs."
    bare = found_in(words, "Jane Doe", "said")
    inner = found_in(words, "Jane Doe", "said", "that the northern bridge was closed for repairs", nested=True)
    workspace, text, _ = drafted(article_of(words), bare, inner, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert workspace.reports["post-undated"].says == ()
    assert "# who told the one who told it: Jane Doe, asserts: paragraph 1, 0–" in text


def test_a_pronoun_that_stands_for_nobody_cites_nobody() -> None:
    words = "He said that the northern bridge was closed for repairs."
    content = "that the northern bridge was closed for repairs"
    one = found_in(words, "He", "said", content, class_=SourceClass.PRONOUN, entity=None)
    workspace, text, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    (said,) = workspace.reports["post-undated"].says
    assert (said.basis, said.cites) == ("unattributed", ())
    assert "# nobody is named who can be cited: paragraph 1, 0–55, pronoun" in text
