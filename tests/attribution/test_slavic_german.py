"""Ukrainian, Russian and German: who says what, in each way the patterns know, and what they leave alone."""

import pytest

from provenance.attribution import Polarity, SourceClass, find
from tests.attribution.reading import row

UKRAINIAN = {
    "За словами мера, міст закрито.": ("мера | За словами | міст закрито",),
    "Міст, за словами мера, закрито на ремонт.": ("мера | за словами | Міст … закрито на ремонт",),
    "Міст закрито, повідомляє УНІАН.": ("УНІАН | повідомляє | Міст закрито",),
    "Міст закрито, повідомляє УНІАН з посиланням на мера.": (
        "УНІАН | повідомляє | Міст закрито",
        "мера | з посиланням на | Міст закрито",
    ),
    "УНІАН з посиланням на поліцію повідомляє, що міст закрито.": (
        "УНІАН | повідомляє | міст закрито",
        "поліцію | з посиланням на | міст закрито",
    ),
    "– Ми закриті, – сказав мер Іван Коваль.": ("мер Іван Коваль | сказав | Ми закриті",),
    "Речник відмовився коментувати повідомлення про міст.": (
        "Речник | відмовився коментувати | повідомлення про міст",
    ),
    "Міністерство спростувало інформацію про переговори.": ("Міністерство | спростувало | інформацію про переговори",),
    "Як пише «Вісник», угоду підписано.": ("«Вісник» | Як пише | угоду підписано",),
    "«Ми закриті», — наголосив мер.": ("мер | наголосив | «Ми закриті»",),
    "Мер заявив: «Ми закриті».": ("Мер | заявив | «Ми закриті»",),
    "Речниця поліції Ірина Коваль розповіла, що міст закрито.": (
        "Речниця поліції Ірина Коваль | розповіла | міст закрито",
    ),
    "На думку експертів, міст небезпечний.": ("експертів | На думку | міст небезпечний",),
    "Кремль не підтвердив, що переговори були.": ("Кремль | підтвердив | переговори були",),
    "Кремль не підтвердив інформацію про переговори.": ("Кремль | підтвердив | інформацію про переговори",),
    "Генштаб заперечив, що місто захоплено.": ("Генштаб | заперечив | місто захоплено",),
    "За даними Reuters, завод закрито.": ("Reuters | За даними | завод закрито",),
    "За повідомленням агентства «Новини», завод закрито.": ("агентства «Новини» | За повідомленням | завод закрито",),
    "Міністр оборони, який прибув до Львова, заявив, що міст відкриють.": (
        "Міністр оборони, який прибув до Львова | заявив | міст відкриють",
    ),
    "Згідно зі звітом поліції, водій спав.": ("звітом поліції | Згідно зі | водій спав",),
    "«Водій спав», — йдеться у звіті поліції.": ("звіті поліції | йдеться у | «Водій спав»",),
    "Компанія не відповіла на запит.": ("Компанія | не відповіла на запит | ",),
    "«Ми закриті», — сказав мер і додав, що ремонт триватиме рік.": (
        "мер | сказав | «Ми закриті»",
        "мер | додав | ремонт триватиме рік",
    ),
    "Мер сказав, що міст закрито, і додав, що ремонт триватиме рік.": (
        "Мер | сказав | міст закрито",
        "Мер | додав | ремонт триватиме рік",
    ),
    "Вона сказала, що міст закрито.": ("Вона | сказала | міст закрито",),
}
RUSSIAN = {
    "По словам мэра, мост закрыт.": ("мэра | По словам | мост закрыт",),
    "Мост, по словам мэра, закрыт на ремонт.": ("мэра | по словам | Мост … закрыт на ремонт",),
    "Как пишет «Вестник», сделка отменена.": ("«Вестник» | Как пишет | сделка отменена",),
    "Сделка отменена, сообщает РБК со ссылкой на источник в министерстве.": (
        "РБК | сообщает | Сделка отменена",
        "источник в министерстве | со ссылкой на | Сделка отменена",
    ),
    "Песков отказался комментировать сообщения о сделке.": ("Песков | отказался комментировать | сообщения о сделке",),
    "Министерство опровергло сообщения о переговорах.": ("Министерство | опровергло | сообщения о переговорах",),
    "МИД не подтвердил информацию о переговорах.": ("МИД | подтвердил | информацию о переговорах",),
    "«Мы закрыты», — сказала она и добавила, что ремонт начнется в мае.": (
        "она | сказала | «Мы закрыты»",
        "она | добавила | ремонт начнется в мае",
    ),
    "— Мы закрыты, — сказал мэр.": ("мэр | сказал | Мы закрыты",),
    "«Водитель спал», — говорится в докладе полиции.": ("докладе полиции | говорится в | «Водитель спал»",),
    "Компания не ответила на запрос.": ("Компания | не ответила на запрос | ",),
    "Министр обороны Андрей Иванов заявил, что сделка отменена.": (
        "Министр обороны Андрей Иванов | заявил | сделка отменена",
    ),
    "Он считает, что сделка отменена.": ("Он | считает | сделка отменена",),
    "Согласно отчету полиции, водитель спал.": ("отчету полиции | Согласно | водитель спал",),
    "Мэр заявил: «Мы закрыты».": ("Мэр | заявил | «Мы закрыты»",),
}
GERMAN = {
    "Wie die Polizei mitteilte, wurde der Mann verletzt.": ("die Polizei | mitteilte | wurde der Mann verletzt",),
    "Der Mann wurde verletzt, wie die Polizei mitteilte.": ("die Polizei | mitteilte | Der Mann wurde verletzt",),
    "Der Mann ist, wie der Sender berichtet, verletzt.": ("der Sender | berichtet | Der Mann ist … verletzt",),
    "Die Brücke sei gesperrt, heißt es in einem Bericht der Polizei.": (
        "einem Bericht der Polizei | heißt es in | Die Brücke sei gesperrt",
    ),
    "Der Sprecher lehnte einen Kommentar ab.": ("Der Sprecher | lehnte | einen Kommentar ab",),
    "Die Firma wollte sich zu dem Vorwurf nicht äußern.": ("Die Firma | wollte | sich zu dem Vorwurf nicht äußern",),
    "Der Minister dementierte Berichte über den Verkauf.": ("Der Minister | dementierte | Berichte über den Verkauf",),
    "Einem Bericht der „Morgenpost“ zufolge fehlt Geld.": ("Einem Bericht der „Morgenpost“ | zufolge | fehlt Geld",),
    "Die Brücke wird der Polizei zufolge gesperrt.": ("der Polizei | zufolge | Die Brücke wird … gesperrt",),
    "Nach Angaben des Amtes (BAX) ist die Brücke alt.": ("Amtes | Nach Angaben des | ist die Brücke alt",),
    "„Sie ist alt“, sagte Berg dem Spiegel.": ("Berg | sagte | „Sie ist alt“",),
    "Nach Angaben von Jan Berg, dem Chef der Firma, ist alles gut.": ("Jan Berg | Nach Angaben von | ist alles gut",),
    "„Sie ist alt“, fügte Berg hinzu.": ("Berg | fügte | „Sie ist alt“",),
    "Die Brücke ist laut Polizei von gestern an gesperrt.": (
        "Polizei | laut | Die Brücke ist … von gestern an gesperrt",
    ),
    "Der Sprecher Jan Berg hatte am Freitag erklärt, dass die Brücke alt ist.": (
        "Der Sprecher Jan Berg | erklärt | die Brücke alt ist",
    ),
    "Im Bericht heißt es, dass die Brücke alt ist.": ("Im Bericht | heißt es | die Brücke alt ist",),
    "„Wir sperren sie“, sagte Berg und fügte hinzu, dass es dauern werde.": (
        "Berg | sagte | „Wir sperren sie“",
        "Berg | fügte | es dauern werde",
    ),
    "Berg sagte, dass die Brücke zu ist, und betonte, dass es dauern werde.": (
        "Berg | sagte | die Brücke zu ist",
        "Berg | betonte | es dauern werde",
    ),
    "Nach Angaben des Ministeriums wird die Brücke gesperrt.": (
        "Ministeriums | Nach Angaben des | wird die Brücke gesperrt",
    ),
    "Die Brücke wird nach Angaben der Polizei gesperrt.": ("Polizei | nach Angaben der | Die Brücke wird … gesperrt",),
    "Die Brücke ist laut Polizei gesperrt.": ("Polizei | laut | Die Brücke ist … gesperrt",),
    "Die Regierung bestätigte nicht, dass verhandelt wird.": ("Die Regierung | bestätigte | verhandelt wird",),
}
FOUND = [
    *(("uk", text, read) for text, read in UKRAINIAN.items()),
    *(("ru", text, read) for text, read in RUSSIAN.items()),
    *(("de", text, read) for text, read in GERMAN.items()),
]


@pytest.mark.parametrize(("language", "text", "read"), FOUND)
def test_what_is_found(language: str, text: str, read: tuple[str, ...]) -> None:
    assert tuple(row(text, one) for one in find(text, language=language).attributions) == read


LEFT = (
    ("uk", "Про це повідомляє УНІАН."),
    ("uk", "Про це повідомило агентство Reuters з посиланням на джерела."),
    ("uk", "Міністр відмовився від посади."),
    ("uk", "Мер відповів на запитання."),
    ("uk", "Вони говорять українською."),
    ("ru", "Министр отказался от должности."),
    ("ru", "Об этом сообщает РБК."),
    ("ru", "Согласно."),
    ("de", "Der Bundestag lehnte den Antrag ab."),
    ("de", "Die Firma wollte sich vergrößern."),
    ("de", "Der Film heißt anders."),
    ("de", "Im Mai wurde der Bau der Brücke verkündet, die alt war."),
    ("de", "Der Minister hat am Freitag seine Sicht bekräftigt, alle Brücken seien alt."),
    ("de", "Wie groß die Brücke ist, sagte Berg nicht."),
    ("de", "Der Minister fühlt sich bestätigt, dass es so kam."),
    ("de", "Sie ist so groß, wie er sagte."),
)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_what_is_left_alone(language: str, text: str) -> None:
    assert [row(text, one) for one in find(text, language=language).attributions] == []


WHO = (
    ("uk", "Джерело в уряді повідомило, що міст закриють.", SourceClass.PARTLY_ANONYMOUS, "Джерело в уряді"),
    ("uk", "У міністерстві повідомили, що міст закрито.", SourceClass.OFFICIAL_OTHER, "міністерстві"),
    ("uk", "Речник Кремля Іван Коваль сказав, що міст закрито.", SourceClass.OFFICIAL_OTHER, "Іван Коваль"),
    ("uk", "Президент України Іван Коваль повідомив, що міст закрито.", SourceClass.OFFICIAL_OTHER, "Іван Коваль"),
    ("uk", "Речниця поліції Ірина Коваль сказала, що міст закрито.", SourceClass.OFFICIAL_OTHER, "Ірина Коваль"),
    ("uk", "Журналіст видання «Вісник» Іван Коваль сказав, що міст закрито.", SourceClass.PERSON, "Іван Коваль"),
    (
        "ru",
        "По словам источника агентства Reuters, сделка отменена.",
        SourceClass.ANONYMOUS,
        "источника агентства Reuters",
    ),
    (
        "ru",
        "Министерство обороны России сообщило, что мост закрыт.",
        SourceClass.OFFICIAL_OTHER,
        "Министерство обороны России",
    ),
    ("ru", "Агентство Reuters сообщило, что мост закрыт.", SourceClass.OUTLET, "Reuters"),
    ("ru", "Министр обороны Андрей Иванов заявил, что мост закрыт.", SourceClass.OFFICIAL_OTHER, "Андрей Иванов"),
    ("de", "„So ist es“, sagte Verteidigungsminister Jan Berg.", SourceClass.OFFICIAL_OTHER, "Jan Berg"),
    ("de", "Jan Berg, der Sprecher der Regierung, sagte: „Nein.“", SourceClass.OFFICIAL_OTHER, "Jan Berg"),
    ("de", "Der Sprecher der Regierung, Jan Berg, sagte: „Nein.“", SourceClass.OFFICIAL_OTHER, "Jan Berg"),
    ("de", "„So ist es“, sagte Jan Berg vom Verband Lipno.", SourceClass.GROUP, "Jan Berg"),
    ("de", "Laut Bundesnetzagentur ist die Brücke alt.", SourceClass.OFFICIAL_OTHER, "Bundesnetzagentur"),
    ("de", "Einem Bericht der „Morgenpost“ zufolge fehlt Geld.", SourceClass.OUTLET, "Morgenpost"),
)


@pytest.mark.parametrize(("language", "text", "class_", "entity"), WHO)
def test_who_it_is(language: str, text: str, class_: SourceClass, entity: str) -> None:
    (one,) = find(text, language=language, outlets=["Morgenpost"]).attributions
    assert (one.class_, one.entity) == (class_, entity)


def test_an_outlet_is_known_by_whole_words() -> None:
    text = "„So ist es“, sagte Anna Postberg."
    assert [one.class_ for one in find(text, language="de", outlets=["Post"]).attributions] == [SourceClass.PERSON]


POLARITIES = (
    ("uk", "Речник відмовився коментувати повідомлення.", Polarity.DECLINES),
    ("uk", "Кремль не підтвердив інформацію про переговори.", Polarity.NOT_CONFIRMED),
    ("uk", "Міністерство спростувало інформацію про переговори.", Polarity.DENIES),
    ("ru", "Компания не ответила на запрос.", Polarity.DECLINES),
    ("de", "Die Regierung bestätigte nicht, dass verhandelt wird.", Polarity.NOT_CONFIRMED),
    ("de", "Der Sprecher lehnte einen Kommentar ab.", Polarity.DECLINES),
)


@pytest.mark.parametrize(("language", "text", "polarity"), POLARITIES)
def test_what_the_source_does_with_it(language: str, text: str, polarity: Polarity) -> None:
    assert [one.polarity for one in find(text, language=language).attributions] == [polarity]


def test_whom_an_outlet_refers_to_is_nested() -> None:
    text = "Сделка отменена, сообщает РБК со ссылкой на министра."
    assert [one.nested for one in find(text, language="ru").attributions] == [False, True]
