"""German, Russian, Turkish and Ukrainian: what each pattern finds, and what it leaves."""

import pytest

from provenance.attribution import LANGUAGES, Confidence, Polarity, SourceClass, find, is_read, language_of


def parts(text: str, language: str, *outlets: str) -> list[tuple[str, str, list[str]]]:
    found = find(text, language=language, outlets=outlets).attributions
    return [
        (
            text[slice(*each.source)] if each.source else "",
            text[slice(*each.cue)] if each.cue else "",
            [text[slice(*span)] for span in each.content],
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "content"),
    [
        (
            "de",
            "Der Minister sagte, dass die Brücke gesperrt wird.",
            "Der Minister",
            "sagte",
            ["die Brücke gesperrt wird"],
        ),
        ("de", "„Wir sperren sie“, sagte Anna Berg am Montag.", "Anna Berg", "sagte", ["„Wir sperren sie“"]),
        ("de", "Laut Polizei wurde der Mann verletzt.", "Polizei", "Laut", ["wurde der Mann verletzt"]),
        ("de", "Die Brücke ist zu, teilte die Polizei mit.", "die Polizei", "teilte", ["Die Brücke ist zu"]),
        ("de", "Dem Bericht zufolge fehlt Geld.", "Dem Bericht", "zufolge", ["fehlt Geld"]),
        ("de", "Berg, die Ministerin, sagte: „Nein.“", "Berg, die Ministerin", "sagte", ["„Nein.“"]),
        ("ru", "По данным издания «Медуза», завод закрыт.", "издания «Медуза»", "По данным", ["завод закрыт"]),
        ("ru", "Песков заявил, что это неправда.", "Песков", "заявил", ["это неправда"]),
        ("ru", "«Мы закрыты», — сказал Иван Петров.", "Иван Петров", "сказал", ["«Мы закрыты»"]),
        ("ru", "Сделка отменена, сообщает РБК.", "РБК", "сообщает", ["Сделка отменена"]),
        ("uk", "Речник МЗС заявив, що переговорів не було.", "Речник МЗС", "заявив", ["переговорів не було"]),
        ("uk", "Як повідомляє УНІАН, міст закрито.", "УНІАН", "Як повідомляє", ["міст закрито"]),
        (
            "tr",
            "Nefes gazetesinin haberine göre, köprü kapandı.",
            "Nefes gazetesinin",
            "haberine göre",
            ["köprü kapandı"],
        ),
        ("tr", 'Bakan Fidan, "Böyle bir talep yok" dedi.', "Bakan Fidan", "dedi", ['"Böyle bir talep yok"']),
        ("tr", "Erdoğan, sistemin hazır olacağını ifade etti.", "Erdoğan", "ifade etti", ["sistemin hazır olacağını"]),
        ("tr", '"Böyle bir talep yok" dedi Fidan.', "Fidan", "dedi", ['"Böyle bir talep yok"']),
    ],
)
def test_a_pattern_finds_source_cue_and_content(
    language: str, text: str, source: str, cue: str, content: list[str]
) -> None:
    assert parts(text, language) == [(source, cue, content)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Sprecher bestritt, dass es Pläne gibt."),
        ("ru", "МИД опроверг, что были переговоры."),
        ("uk", "Міністерство заперечує, що були переговори."),
        ("tr", "Sözcü, iddiaları yalanladı."),
    ],
)
def test_a_denial_is_one(language: str, text: str) -> None:
    assert [each.polarity for each in find(text, language=language).attributions] == [Polarity.DENIES]


def test_what_nobody_confirmed_and_who_declined() -> None:
    text = "Кремль не подтвердил, что были переговоры. Песков отказался: «Нет»."
    found = find(text, language="ru").attributions
    assert [each.polarity for each in found] == [Polarity.NOT_CONFIRMED, Polarity.DECLINES]


@pytest.mark.parametrize(
    ("language", "text", "class_"),
    [
        ("de", "Laut Spiegel ist es so.", SourceClass.OUTLET),
        ("de", "Laut Umfrage ist es so.", SourceClass.DOCUMENT),
        ("de", "„So ist es“, sagten Experten.", SourceClass.GROUP),
        ("de", "„So ist es“, sagte er.", SourceClass.PRONOUN),
        ("de", "„So ist es“, sagte Anna Berg.", SourceClass.PERSON),
        ("ru", "По данным источника, это так.", SourceClass.ANONYMOUS),
        ("ru", "По данным источника министерства, это так.", SourceClass.PARTLY_ANONYMOUS),
        ("uk", "За даними поліції, це так.", SourceClass.OFFICIAL_OTHER),
    ],
)
def test_the_class_of_a_source_is_told_by_its_words(language: str, text: str, class_: SourceClass) -> None:
    assert [each.class_ for each in find(text, language=language).attributions] == [class_]


def test_an_outlet_that_is_known_is_one_whatever_its_name() -> None:
    text = "Laut Morgenpost ist es so."
    assert [each.class_ for each in find(text, language="de", outlets=["Morgenpost"]).attributions] == [
        SourceClass.OUTLET
    ]


def test_names_in_quotation_marks_and_names_in_apposition() -> None:
    found = find("По данным издания «Медуза», завод закрыт.", language="ru").attributions
    assert [each.entity for each in found] == ["Медуза"]
    found = find("„So ist es“, sagte Ministerin Anna Berg.", language="de").attributions
    assert [each.entity for each in found] == ["Anna Berg"]


def test_a_sentence_without_a_pattern_is_said_to_have_none() -> None:
    text = "Die Brücke ist zu. Laut Polizei wird sie es bleiben."
    found = find(text, language="de")
    assert [text[slice(*span)] for span in found.unattributed] == ["Die Brücke ist zu."]


def test_hedges_and_confidence() -> None:
    (one,) = find("Laut Polizei wurde er angeblich verletzt.", language="de").attributions
    assert one.hedge is not None
    assert one.confidence is Confidence.HIGH
    (two,) = find("Berg sagte, die Brücke sei zu.", language="de").attributions
    assert (two.hedge, two.confidence) == (None, Confidence.LOW)


def test_a_quotation_goes_on_behind_its_source() -> None:
    text = "„Wir sperren sie“, sagte Berg. „Heute“, sagte Anna Berg, „und morgen.“"
    assert parts(text, "de")[-1] == ("Anna Berg", "sagte", ["„Heute“", "„und morgen.“"])


@pytest.mark.no_cover  # it covers what others do, many times over
@pytest.mark.parametrize("language", ["de", "ru", "tr", "uk"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        ",",
        "„",
        "„„„“",
        "sagte",
        "«",
        "dedi.",
        "x" * 100_000,
        "\x00\u202e",
        "сказал " * 3_000,
        "– , – " * 3_000,
    ],
)
def test_nothing_breaks_it(language: str, text: str) -> None:
    for each in find(text, language=language).attributions:
        for start, end in (each.source or (0, 1), each.cue or (0, 1), *each.content):
            assert 0 <= start < end <= len(text)


def test_only_the_paragraphs_are_read() -> None:
    text = "Laut Polizei ist es so.\nLaut Spiegel ist es so."
    assert len(find(text, language="de", paragraphs=[(0, 23)]).attributions) == 1


def test_a_language_that_is_not_read_gives_nothing() -> None:
    found = find("Selon la police, le pont est fermé.", language="fr")
    assert (found.attributions, found.unattributed) == ((), ())
    assert [is_read(tag) for tag in ("de-AT", "en_GB", "fr", "")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed by the police and is to be opened in spring.", "en"),
        ("Die Brücke ist von der Polizei gesperrt und nicht mehr offen.", "de"),
        ("Мост закрыт на ремонт, и в мэрии не знают, как это исправить.", "ru"),
        ("Міст закрито на ремонт, і в мерії не знають, як це виправити.", "uk"),
        ("Köprü bu ay için kapatıldı ve bir daha açılmayacak.", "tr"),
        ("El puente está cerrado.", None),
        ("", None),
    ],
)
def test_the_language_is_told_by_its_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_every_language_has_its_words() -> None:
    assert set(LANGUAGES) == {"en", "de", "ru", "tr", "uk"}
