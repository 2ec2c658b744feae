"""What a tree tells of who says what; no parser is needed here."""

import pytest

from provenance.attribution import Attribution, Confidence, Found, Polarity, SourceClass, parser
from provenance.attribution.parser import judged
from provenance.attribution.parser_clauses import clauses
from tests.attribution.trees import FakeTree, told, tree

OPPOSES = "Anna/NNP/nsubj/1 opposes/VBZ/ROOT/1 the/DT/det/3 plan/NN/dobj/1 ././punct/1"
CLAUSES = {
    "thing": (OPPOSES, ["Anna | opposes | the plan"]),
    "auxiliaries": (
        "Anna/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 back/VB/ROOT/3 it/PRP/dobj/3",
        ["Anna | did not back | it"],
    ),
    "and": (
        "Anna/NNP/nsubj/1 came/VBD/ROOT/1 and/CC/cc/1 praised/VBD/conj/1 it/PRP/dobj/3",
        ["Anna | came | ", "Anna | praised | it"],
    ),
    "infinitive": (
        "Anna/NNP/nsubj/1 hopes/VBZ/ROOT/1 to/TO/aux/3 win/VB/xcomp/1",
        ["Anna | hopes | to win", "Anna | to win | "],
    ),
    "by doing": (
        "Anna/NNP/nsubj/1 began/VBD/ROOT/1 by/IN/prep/1 praising/VBG/pcomp/2 it/PRP/dobj/3",
        ["Anna | began | by praising it", "Anna | praising | it"],
    ),
    "noun doing": ("men/NNS/ROOT/0 backing/VBG/acl/0 it/PRP/dobj/1", ["men backing it | backing | it"]),
    "before": (
        "It/PRP/nsubj/1 fell/VBD/ccomp/4 ,/,/punct/4 Anna/NNP/nsubj/4 said/VBD/ROOT/4",
        ["It | fell | ", "Anna | said | It fell"],
    ),
    "comma": (
        "Anna/NNP/nsubj/1 said/VBD/ROOT/1 ,/,/punct/1 it/PRP/nsubj/4 fell/VBD/ccomp/1 today/NN/npadvmod/1 ././punct/1",
        ["Anna | said | it fell today", "it | fell | "],
    ),
    "no subject": ("Oppose/VB/ROOT/0 it/PRP/dobj/0", []),
    "no verb": ("The/DT/det/1 plan/NN/ROOT/1", []),
}


@pytest.mark.parametrize(("rows", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clauses(rows: str, expected: list[str]) -> None:
    text, parsed = tree(rows)
    found = list(clauses(parsed, 0))
    assert [
        f"{text[slice(*one.source)]} | {text[slice(*one.cue)]} | {told(one.content, text)}" for one in found
    ] == expected


def test_clause_counts_from_where_the_paragraph_starts() -> None:
    _, parsed = tree(OPPOSES)
    (one,) = clauses(parsed, 100)
    assert (one.source, one.cue, one.content) == ((100, 104), (105, 112), ((113, 121),))


def test_subject_is_not_sought_for_ever() -> None:
    rows = [f"do/VB/xcomp/{max(0, at - 1)}" for at in range(50)]
    _, parsed = tree(" ".join(rows))
    assert list(clauses(parsed, 0)) == []


def attribution(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    return Attribution(
        source=source,
        cue=cue,
        content=(content,),
        class_=SourceClass.PERSON,
        entity="Anna Kowalska",
        polarity=Polarity.ASSERTS,
        hedge=None,
        nested=False,
        confidence=Confidence.HIGH,
        rule="subject",
    )


SURE = {"any": 5.0}


def test_what_is_added_takes_the_name_its_source_has_elsewhere() -> None:
    text, parsed = tree(OPPOSES)
    after = f"{text} Anna said no."
    known = attribution((len(text) + 1, len(text) + 5), (len(text) + 6, len(text) + 10), (len(text) + 11, len(after)))
    (one,) = judged(after, [known], [((0, len(text)), parsed)], SURE)
    assert (one.class_, one.entity, one.confidence, one.rule) == (
        SourceClass.PERSON,
        "Anna Kowalska",
        Confidence.LOW,
        "parser-dobj",
    )


@pytest.mark.parametrize("cue", [(5, 12), (0, 3)])
def test_nothing_is_added_where_the_rules_found_something(cue: tuple[int, int]) -> None:
    """Neither the same cue again, nor a cue in what someone says already."""
    text, parsed = tree(OPPOSES)
    assert judged(text, [attribution((0, 4), cue, (5, len(text)))], [((0, len(text)), parsed)], SURE) == []


def test_nothing_is_added_inside_a_quotation() -> None:
    text, parsed = tree("“Anna/NNP/nsubj/1 opposes/VBZ/ROOT/1 it”/PRP/dobj/1")
    assert judged(text, [], [((0, len(text)), parsed)], SURE) == []


def test_nothing_is_added_inside_what_is_added() -> None:
    text, parsed = tree("Anna/NNP/nsubj/1 says/VBZ/ROOT/1 Bo/NNP/nsubj/3 knows/VBZ/ccomp/1 it/PRP/dobj/3")
    found = judged(text, [], [((0, len(text)), parsed)], {"any": 5.0, "lemma=say": 1.0})
    assert [text[slice(*one.cue)] for one in found if one.cue] == ["says"]


def test_what_is_unlikely_is_not_added() -> None:
    text, parsed = tree(OPPOSES)
    assert judged(text, [], [((0, len(text)), parsed)], {"any": -1.0}) == []


@pytest.mark.parametrize(
    ("rows", "polarity"),
    [
        ("Anna/NNP/nsubj/1 denied/VBD/ROOT/1 it/PRP/dobj/1", Polarity.DENIES),
        ("Anna/NNP/nsubj/1 declined/VBD/ROOT/1 it/PRP/dobj/1", Polarity.DECLINES),
        ("Anna/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 confirm/VB/ROOT/3 it/PRP/dobj/3", Polarity.NOT_CONFIRMED),
        ("Anna/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 deny/VB/ROOT/3 it/PRP/dobj/3", Polarity.ASSERTS),
        ("She/PRP/nsubj/1 frobbed/VBD/ROOT/1 it/PRP/dobj/1", Polarity.ASSERTS),
    ],
)
def test_polarity(rows: str, polarity: Polarity) -> None:
    text, parsed = tree(rows)
    (one,) = judged(text, [], [((0, len(text)), parsed)], SURE)
    assert one.polarity is polarity


def test_refined(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added stands in the order of the text, and its sentence is no longer one without an attribution."""
    text, parsed = tree(OPPOSES)
    text = text.replace(" .", ".")
    monkeypatch.setattr(parser, "_reader", lambda: lambda pieces: (parsed for _ in pieces))
    monkeypatch.setattr(parser, "parser_weights", lambda: SURE)
    found = Found(attributions=(), unattributed=((0, len(text)),), conflicts=())
    refined = parser.refine(text, found)
    assert ([one.cue for one in refined.attributions], refined.unattributed) == ([(5, 12)], ())


def test_headlines_and_overlong_paragraphs_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reader(pieces: list[str]) -> list[FakeTree]:
        read.extend(pieces)
        return [FakeTree() for _ in read]

    monkeypatch.setattr(parser, "_reader", lambda: reader)
    parser.parsed(
        f"Anna opposes plan\nAnna opposes \ud800 it.\n{'Anna opposes it. ' * 1000}\nAnna opposes {'(' * 300}.\n"
    )
    assert read == ["Anna opposes \ufffd it."]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MODEL", "no_such_model")
    parser._reader.cache_clear()
    with pytest.raises(parser.MissingParserError) as caught:
        parser.refine("Anna opposes it.", Found(attributions=(), unattributed=(), conflicts=()))
    assert str(caught.value) == (
        "refining with a parser needs an extra that is not installed: pip install 'source-provenance[nlp]'"
    )
