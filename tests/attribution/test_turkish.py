"""Turkish: who says what, in each way the patterns know, and what they leave alone."""

import pytest

from provenance.attribution import Polarity, SourceClass, find
from tests.attribution.reading import row

FOUND = {
    "Milli Savunma Bakanı Yaşar Güler, görüşmelerin sürdüğünü belirtti.": (
        "Milli Savunma Bakanı Yaşar Güler | belirtti | görüşmelerin sürdüğünü",
    ),
    "Kremlin Sözcüsü Dmitri Peskov, anlaşmanın iptal edildiğini açıkladı.": (
        "Kremlin Sözcüsü Dmitri Peskov | açıkladı | anlaşmanın iptal edildiğini",
    ),
    "Bakan Güler anlaşmanın imzalandığını söyledi.": ("Bakan Güler | söyledi | anlaşmanın imzalandığını",),
    "Köprünün kapandığını belirten Güler, “Karar verilmedi” dedi.": (
        "Güler | belirten | Köprünün kapandığını",
        "Güler | dedi | “Karar verilmedi”",
    ),
    "Toplantıda konuşan Milli Savunma Bakanı Yaşar Güler, “Karar verilmedi” dedi.": (
        "Milli Savunma Bakanı Yaşar Güler | dedi | “Karar verilmedi”",
    ),
    "Reuters'a konuşan iki yetkili, görüşmelerin durduğunu aktardı.": (
        "iki yetkili | aktardı | görüşmelerin durduğunu",
    ),
    "Reuters'a göre köprü mart ayında kapandı.": ("Reuters'a | göre | köprü mart ayında kapandı",),
    "Köprü, Nefes gazetesinin haberine göre, mart ayında kapandı.": (
        "Nefes gazetesinin | haberine göre | Köprü … mart ayında kapandı",
    ),
    "Anadolu Ajansının aktardığına göre anlaşma imzalandı.": (
        "Anadolu Ajansının | aktardığına göre | anlaşma imzalandı",
    ),
    "İddiaya göre köprü izinsiz yapıldı.": ("– | İddiaya göre | köprü izinsiz yapıldı",),
    "Edinilen bilgiye göre yangın mutfakta çıktı.": ("– | Edinilen bilgiye göre | yangın mutfakta çıktı",),
    "Muhalefet, seçimin ertelendiğini iddia etti.": ("Muhalefet | iddia etti | seçimin ertelendiğini",),
    "Gazete, uçakların satılacağını öne sürdü.": ("Gazete | öne sürdü | uçakların satılacağını",),
    "Dışişleri Bakanlığı, haberleri yalanladı.": ("Dışişleri Bakanlığı | yalanladı | haberleri",),
    "Kremlin, görüşmenin yapıldığını doğrulamadı.": ("Kremlin | doğrulamadı | görüşmenin yapıldığını",),
    "Bakanlık, iddialarla ilgili yorum yapmaktan kaçındı.": ("Bakanlık | yorum yapmaktan kaçındı | iddialarla ilgili",),
    "Peskov, suçlamaları reddetti.": ("Peskov | reddetti | suçlamaları",),
    "Güler şunları söyledi: “Karar verilmedi.”": ("Güler | şunları söyledi | “Karar verilmedi.”",),
    "Güler, törende şu ifadeleri kullandı: “Karar verilmedi.”": ("Güler | şu ifadeleri kullandı | “Karar verilmedi.”",),
    "“Karar verilmedi” diyen Güler, köprünün açılacağını kaydetti.": (
        "Güler | diyen | “Karar verilmedi”",
        "Güler | kaydetti | köprünün açılacağını",
    ),
    "Milli Savunma Bakanlığından yapılan açıklamada, uçağın düştüğü bildirildi.": (
        "Milli Savunma Bakanlığından | bildirildi | uçağın düştüğü",
    ),
    "Raporda, köprünün eski olduğu belirtildi.": ("Raporda | belirtildi | köprünün eski olduğu",),
    "Köprünün satıldığı iddia edildi.": ("– | iddia edildi | Köprünün satıldığı",),
    "Güler, “Karar verilmedi” diye konuştu.": ("Güler | diye konuştu | “Karar verilmedi”",),
    "Dün Ankara'da konuşan Güler, törenden sonra “Karar verilmedi” ifadesini kullandı.": (
        "Güler | ifadesini kullandı | “Karar verilmedi”",
    ),
    "Türkiye'nin Washington Büyükelçisi Murat Demir, anlaşmanın imzalanacağını duyurdu.": (
        "Türkiye'nin Washington Büyükelçisi Murat Demir | duyurdu | anlaşmanın imzalanacağını",
    ),
    "Kurul Başkanı Ali Görgün ise köprünün açılacağını dile getirdi.": (
        "Kurul Başkanı Ali Görgün | dile getirdi | köprünün açılacağını",
    ),
    "Milli Savunma Bakanlığı (MSB), iddiaları yalanladı.": ("Milli Savunma Bakanlığı | yalanladı | iddiaları",),
    "Anadolu Ajansı (AA) muhabirine konuşan Güler, köprünün açılacağını söyledi.": (
        "Güler | söyledi | köprünün açılacağını",
    ),
    "Peskov, “Hayır” dedi ve görüşmelerin sürdüğünü ekledi.": (
        "Peskov | dedi | “Hayır”",
        "Peskov | ekledi | görüşmelerin sürdüğünü",
    ),
    "Güler, köprünün kapandığını söylemişti.": ("Güler | söylemişti | köprünün kapandığını",),
    "Uzmanlar, köprünün eski olduğuna dikkat çekti.": ("Uzmanlar | dikkat çekti | köprünün eski olduğuna",),
    "“Köprü kapanmayacak” dedi Güler.": ("Güler | dedi | “Köprü kapanmayacak”",),
}


@pytest.mark.parametrize("text", FOUND)
def test_what_is_found(text: str) -> None:
    read = [row(text, one) for one in find(text, language="tr").attributions]
    assert read == list(FOUND[text])


LEFT = (
    "Geçen yıla göre ihracat yüzde on arttı.",
    "Buna göre köprü bugün kapanacak.",
    "2022'ye göre fiyatlar arttı.",
    "İzmir, Ankara'ya göre daha sıcak.",
    "Kanuna göre bu yasak.",
    "Güler, toplantıda konuştu.",
    "Yazar, üç kitap yazdı.",
    "Meclis, teklifi reddetti.",
    "Sürücü, kazadan kaçındı.",
    "Bakan Güler Avrupa Birliği'nin hazır olduğunu söyledi.",
    "Dün, köprünün kapandığını söyledi.",
    "Köprü açıklandı.",
)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left_alone(text: str) -> None:
    assert [row(text, one) for one in find(text, language="tr").attributions] == []


WHO = {
    "Milli Savunma Bakanı Yaşar Güler, görüşmelerin sürdüğünü belirtti.": (
        SourceClass.OFFICIAL_OTHER,
        "Yaşar Güler",
    ),
    "Kremlin Sözcüsü Dmitri Peskov, bunun yanlış olduğunu söyledi.": (SourceClass.OFFICIAL_OTHER, "Dmitri Peskov"),
    "Ankara Cumhuriyet Başsavcılığı, soruşturma açıldığını duyurdu.": (
        SourceClass.OFFICIAL_OTHER,
        "Ankara Cumhuriyet Başsavcılığı",
    ),
    "Cumhuriyet gazetesi, köprünün kapandığını yazdı.": (SourceClass.OUTLET, "Cumhuriyet"),
    "Anadolu Ajansının aktardığına göre anlaşma imzalandı.": (SourceClass.OUTLET, "Anadolu Ajansı"),
    "Reuters'ın haberine göre anlaşma imzalandı.": (SourceClass.OUTLET, "Reuters"),
    "İHA'ya göre köprü kapandı.": (SourceClass.OUTLET, "İHA"),
    "Reuters muhabiri Anna Berg, köprünün kapandığını aktardı.": (SourceClass.PERSON, "Anna Berg"),
    "Milli Savunma Bakanlığından yapılan açıklamada, uçağın düştüğü bildirildi.": (
        SourceClass.OFFICIAL_OTHER,
        "Milli Savunma Bakanlığı",
    ),
    "AA muhabirinin aldığı bilgiye göre iki kişi yaralandı.": (SourceClass.PERSON, "AA muhabirinin"),
    "Adını vermeyen bir yetkili, köprünün kapandığını söyledi.": (SourceClass.ANONYMOUS, "Adını vermeyen bir yetkili"),
    "O, köprünün kapandığını söyledi.": (SourceClass.PRONOUN, None),
}


@pytest.mark.parametrize("text", WHO)
def test_who_it_is(text: str) -> None:
    (one,) = find(text, language="tr").attributions
    assert (one.class_, one.entity) == WHO[text]


POLARITIES = {
    "Sözcü, iddiaları yalanladı.": Polarity.DENIES,
    "Peskov, suçlamaları reddetti.": Polarity.DENIES,
    "Kremlin, görüşmenin yapıldığını doğrulamadı.": Polarity.NOT_CONFIRMED,
    "Bakanlık, konuyla ilgili yorum yapmayı reddetti.": Polarity.DECLINES,
    "Bakanlık, sorulara yanıt vermedi.": Polarity.DECLINES,
    "Kremlin, görüşmenin yapıldığını doğruladı.": Polarity.ASSERTS,
}


@pytest.mark.parametrize("text", POLARITIES)
def test_what_the_source_does_with_it(text: str) -> None:
    assert [one.polarity for one in find(text, language="tr").attributions] == [POLARITIES[text]]


def test_what_nobody_is_named_for_is_hedged() -> None:
    for text in ("İddiaya göre köprü izinsiz yapıldı.", "Köprünün satıldığı iddia edildi."):
        (one,) = find(text, language="tr").attributions
        assert one.hedge is not None
        assert one.class_ is SourceClass.UNKNOWN
