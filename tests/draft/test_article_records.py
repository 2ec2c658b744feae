"""What a draft says for the person who reads it: ids, claims without quote marks, quotes, comments, the order."""

import pytest

from provenance.attribution import Polarity, SourceClass, find
from provenance.draft.from_article import Wanted
from provenance.draft.from_article.likeness import may_say_the_same
from tests.draft.test_from_article import BRIDGE, RECORDS, article_of, drafted, found_in


def test_an_id_is_made_of_outlet_date_and_a_word_of_the_title() -> None:
    article = article_of(BRIDGE, title="The bridge is shut", published="2025-09-03")
    workspace, _, _ = drafted(article, wanted=Wanted("Post"))
    assert list(workspace.reports) == ["post-2025-09-03-bridge"]
    workspace, _, _ = drafted(article)
    assert list(workspace.reports) == ["report-2025-09-03-bridge"]


def test_another_article_has_another_id_and_nothing_is_not_placed() -> None:
    records = "reports: {post-undated-bridge: {outlet: Post, says: c}}\nclaims: {c: C, jane-doe: D}\n"
    words = "Jane Doe said that wages of the night shift will rise."
    one = found_in(words, "Jane Doe", "said", "that wages of the night shift will rise")
    workspace, text, proposal = drafted(
        article_of(words, title="A bridge for Lipno"), one, records=records, wanted=Wanted("Post", "c")
    )
    assert list(workspace.reports) == ["post-undated-bridge", "post-undated-bridge-lipno"]
    assert list(workspace.sources) == ["jane-doe-source"]
    assert "  # the id 'jane-doe' is taken (data/a.yaml:2): this is another\n  jane-doe-source:" in text
    assert proposal.notes == ()
    workspace, text, _ = drafted(article_of(words, title="Bridge"), records=records, wanted=Wanted("Post", "c"))
    assert list(workspace.reports) == ["post-undated-bridge", "post-undated-bridge-2"]
    assert "  # the id 'post-undated-bridge' is taken (data/a.yaml:1): this is another\n" in text


def test_a_claim_has_no_quote_marks_around_it_and_is_whole_again() -> None:
    words = (
        "“The steel of the bridge is rotten,” said Jane Doe. “Buses must stop.” “The tram,” said Jane Doe, “is safe.”"
    )
    one = found_in(words, "Jane Doe", "said", "“The steel of the bridge is rotten,”", "“Buses must stop.”")
    two = found_in(words, "Jane Doe", "said", "“The tram,”", "“is safe.”")
    workspace, _, _ = drafted(article_of(words), one, two, wanted=Wanted("Post", "wages"))
    texts = {claim.text for claim in workspace.claims.values()}
    assert texts == {"wages", "The steel of the bridge is rotten. Buses must stop.", "The tram is safe."}
    quotes = [said.quote for said in workspace.reports["post-undated"].says]
    assert quotes == ["“The steel of the bridge is rotten,” […] “Buses must stop.”", "“The tram,” […] “is safe.”"]


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("''The VAT's a great tax''", "The VAT's a great tax"),
        ("that “nobody will cross the bridge”", "nobody will cross the bridge"),
        ("“Nobody will cross the bridge.", "Nobody will cross the bridge."),
        ("'It's a great bridge,'", "It's a great bridge"),
        ("'Tis the season of bridges", "'Tis the season of bridges"),
        ("„Die Brücke ist offen für Busse“", "Die Brücke ist offen für Busse"),
    ],
)
def test_quote_marks_come_off_where_they_stand_around_all_of_it(content: str, claim: str) -> None:
    words = f"Jane Doe said {content}."
    one = found_in(words, "Jane Doe", "said", content)
    workspace, _, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert claim in [each.text for each in workspace.claims.values()]


def test_an_act_without_who_acts_is_to_be_written() -> None:
    words = "Jane Doe vowed to close the bridge in winter."
    one = found_in(words, "Jane Doe", "vowed", "to close the bridge in winter")
    _, text, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert "# an act without the one who acts, from the words of Jane Doe: write what is claimed of whom\n" in text


def test_words_that_every_text_has_make_none_alike() -> None:
    words = "“I have told the bank,” said Jane Doe, “that we will ... pay in May.” She said that the bank was late."
    one = found_in(words, "Jane Doe", "said", "“I have told the bank,”", "“that we will ... pay in May.”")
    two = found_in(words, "She", "said", "that the bank was late")
    workspace, _, _ = drafted(article_of(words), one, two, wanted=Wanted("Post", "wages"))
    texts = {claim.text for claim in workspace.claims.values()}
    assert texts == {"wages", "I have told the bank that we will ... pay in May.", "the bank was late"}


def test_a_short_cry_is_not_the_claim() -> None:
    words = "“This is theft!” said Jane Doe."
    one = found_in(words, "Jane Doe", "said", "“This is theft!”")
    workspace, text, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    assert workspace.reports["post-undated"].says == ()
    assert "# a topic, or nothing that is claimed: paragraph 1" in text


def test_quote_marks_around_a_part_of_a_claim_stay() -> None:
    words = "Jane Doe said “rust” has eaten the northern “bridge”."
    one = found_in(words, "Jane Doe", "said", "“rust” has eaten the northern “bridge”")
    workspace, _, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert "“rust” has eaten the northern “bridge”" in [claim.text for claim in workspace.claims.values()]


@pytest.mark.parametrize(("said", "first"), [("“We will shut the bridge”", True), ("“They will shut it now”", False)])
def test_who_speaks_as_we_is_named(said: str, first: bool) -> None:
    words = f"{said}, said Jane Doe."
    one = found_in(words, "Jane Doe", "said", said)
    _, text, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert ("# in the first person, as Jane Doe said it: write what is claimed of whom\n" in text) is first


@pytest.mark.parametrize(
    ("cue", "content", "kept"),
    [
        ("called", "the plan of the mayor reckless and dangerous", False),
        ("criticised", "the closure of the northern bridge in winter", False),
        ("talked about", "the costs of the closure for small firms", False),
        ("asked about", "the costs of the closure for small firms", False),
        ("asked", "“Who pays for the closure of the bridge?”", False),
        ("said", "“Who pays for the closure of the bridge?”", False),
        ("said", "“It is shut. Who pays for the closure of the bridge?”", True),
        ("complained of late", "that the closure ruins many small firms", True),
        ("said", "the closure ruins many small firms", True),
        ("told us", "about the closure of the bridge in winter", False),
        ("said", "about 40 small firms were ruined in winter", True),
        ("bildirdi", "köprünün kapatıldığını", True),
        ("bildirdi", "köprünün açılacağını", True),
        ("bildirdi", "yeni köprünün planını", False),
    ],
)
def test_a_question_and_a_topic_make_no_claim(cue: str, content: str, kept: bool) -> None:
    words = f"Jane Doe {cue} {content}."
    one = found_in(words, "Jane Doe", cue, content)
    workspace, text, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert (len(workspace.claims) == 2, len(workspace.sources) == 1) == (kept, kept)
    assert kept or "which claims nothing: paragraph 1" in text or "# a topic, or nothing that is claimed: " in text


def test_a_quote_begins_behind_that_and_shows_where_it_is_cut() -> None:
    long = "that the works will take three months " + "and a very long time " * 20
    words = f"Jane Doe said {long.strip()}."
    one = found_in(words, "Jane Doe", "said", long.strip())
    workspace, _, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    (said,) = workspace.reports["post-undated"].says
    assert said.quote is not None
    assert said.quote.startswith("the works will take")
    assert said.quote.endswith(" […]")
    assert said.quote.removesuffix(" […]") in words


@pytest.mark.parametrize("content", ["to comment", "to answer questions of this newspaper", "to a request for comment"])
def test_a_response_is_quoted_with_its_cue_and_is_on_the_claim(content: str) -> None:
    words = f"The ministry declined {content}."
    one = found_in(
        words, "The ministry", "declined", content, polarity=Polarity.DECLINES, class_=SourceClass.OFFICIAL_OTHER
    )
    workspace, _, _ = drafted(article_of(words), one, records=RECORDS, wanted=Wanted("Post", "bridge"))
    (response,) = workspace.responses
    assert (response.claim, response.quote) == ("bridge", f"The ministry declined {content}")


def test_who_is_nested_is_named_with_what_they_did() -> None:
    words = "He denied that the bridge is shut, the Gazette wrote."
    one = found_in(
        words, "He", "denied", "that the bridge is shut", nested=True, entity="John Roe", polarity=Polarity.DENIES
    )
    _, text, _ = drafted(article_of(words), one, wanted=Wanted("Post", "wages"))
    assert "# who told the one who told it: John Roe, denies: paragraph 1, 0–33, person, high" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", None),
        ("de-AT", "German is read by a few patterns"),
        ("tr", "Turkish is read by a few patterns, and nobody has measured how well (unmeasured)"),
        ("uk", "Ukrainian is read by a few patterns, and nobody has measured how well (unmeasured)"),
        ("es", "who says what was not looked for: there are no rules for its language ('es')"),
    ],
)
def test_the_head_says_how_well_a_language_is_read(language: str, said: str | None) -> None:
    _, text, proposal = drafted(article_of(BRIDGE), wanted=Wanted("Post", language=language))
    assert len(proposal.warnings) == (said is not None)
    assert said is None or f"\n#\n# {said}" in text.partition("claims:")[0]


@pytest.mark.parametrize(
    ("site", "url", "outlet", "comment"),
    [
        ("Herald", "https://news.example/a", "herald", "the domain 'news.example' is not among its own; check it"),
        ("Herald | World", None, "herald", "by the name of the page, 'Herald': the page names no address; check it"),
        ("Gazette", "https://www.herald.example/a", "herald", None),
        ("Courier", "https://news.example/a", "courier", None),
    ],
)
def test_an_outlet_is_found_by_its_domain_then_by_its_name(
    site: str, url: str | None, outlet: str, comment: str | None
) -> None:
    workspace, text, _ = drafted(article_of(BRIDGE, site=site, url=url), records=RECORDS, wanted=Wanted(claim="bridge"))
    (report,) = (report for report in workspace.reports.values() if report.id != "gazette-1")
    assert report.outlet == outlet
    assert ("by the name of the page" in text) is (comment is not None)
    assert comment is None or comment in text
    assert outlet != "courier" or workspace.outlets["courier"].domains == ("news.example",)


def test_the_work_grows_with_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f"Jane Doe said that depot{n} and wagon{n} near canal{n} will burn." for n in range(200)]
    article = article_of("\n".join(rows))
    compared: list[str] = []

    def counted(one: str, other: str) -> bool:
        compared.append(one)
        return may_say_the_same(one, other)

    monkeypatch.setattr("provenance.draft.from_article.propositions.may_say_the_same", counted)
    found = find(article.text, paragraphs=article.paragraphs, language="en", outlets=())
    workspace, _, _ = drafted(article, *found.attributions, wanted=Wanted("Post"))
    assert len(workspace.claims) == 200
    assert len(compared) <= 3 * 200
