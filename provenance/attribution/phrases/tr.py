"""Turkish: unmeasured, since no annotated text is at hand (docs/explanation/drafting.md)."""

from provenance.attribution.phrases.model import Phrases, VerbLast, words

_SAYS = (
    "ifade etmişti", "iddia etmişti", "öne sürmüştü", "dile getirmişti",
    "ifade etti", "ifade ettiler", "ifade ediyor", "iddia etti", "iddia ettiler", "iddia ediyor", "öne sürdü", "öne sürdüler", "ileri sürdü", "ileri sürdüler",
    "dile getirdi", "dile getirdiler", "ilan etti", "teyit etti", "dikkat çekti", "dikkati çekti", "altını çizdi", "işaret etti", "diye konuştu", "diye yazdı",
    "diye ekledi", "diye uyardı", "diye sordu", "şeklinde konuştu", "ifadesini kullandı", "ifadelerini kullandı", "ifadelerine yer verdi",
    "değerlendirmesinde bulundu", "açıklamasında bulundu", "uyarısında bulundu", "şöyle konuştu", "şöyle dedi", "şunları söyledi", "şunları kaydetti",
    "şu ifadeleri kullandı", "şu ifadelere yer verdi", "şu açıklamayı yaptı",
)  # fmt: skip
_PASSIVE = words("bildirildi belirtildi kaydedildi vurgulandı aktarıldı duyuruldu açıklandı denildi söylendi savunuldu")
_ALLEGED = frozenset(["iddia edildi", "iddia ediliyor", "öne sürüldü", "öne sürülüyor", "ileri sürüldü"])
_TOLD = frozenset(
    [
        "edinilen bilgiye", "edinilen bilgilere", "alınan bilgiye", "alınan bilgilere", "iddiaya", "iddialara", "söylenene", "söylenenlere",
        "bildirildiğine", "belirtildiğine", "aktarıldığına", "basında çıkan haberlere",
    ],
)  # fmt: skip

PHRASES = Phrases(
    says=words(
        "söyledi söylediler söylüyor söyledim açıkladı açıkladılar açıklıyor bildirdi bildirdiler bildiriyor duyurdu duyurdular belirtti belirttiler belirtiyor dedi "
        "dediler diyor yazdı yazdılar yazıyor kaydetti kaydettiler vurguladı vurguladılar vurguluyor aktardı aktardılar aktarıyor savundu savundular savunuyor anlattı "
        "ekledi eklediler doğruladı doğruladılar hatırlattı anımsattı paylaştı söylemişti açıklamıştı belirtmişti bildirmişti duyurmuştu yazmıştı kaydetmişti vurgulamıştı aktarmıştı",
    ).union(_SAYS),
    denies=words("yalanladı yalanladılar yalanlıyor reddetti reddettiler reddediyor").union(["inkar etti", "inkâr etti"]),
    declines=frozenset(
        [
            "yorum yapmaktan kaçındı", "yorum yapmaktan kaçındılar", "yorum yapmayı reddetti", "yorum yapmadı", "yorumda bulunmadı", "açıklama yapmaktan kaçındı",
            "açıklama yapmayı reddetti", "konuşmaktan kaçındı", "konuşmayı reddetti", "bilgi vermekten kaçındı", "yanıt vermedi", "cevap vermedi",
            "yanıt vermekten kaçındı",
        ],
    ),
    unconfirmed=words("doğrulamadı doğrulamadılar doğrulamıyor").union(["teyit etmedi", "teyit etmediler"]),
    nots=frozenset(),
    that=frozenset(),
    according=(),
    after=words("göre"),
    ends=words("ve ama fakat ancak"),
    pronouns=words("o onlar ben biz"),
    hedges=words("sözde güya"),
    outlets=words(
        "gazete- ajans- kanalı- televizyon- dergi- sitesi- nefes hürriyet milliyet cumhuriyet anadolu aa dha iha anka reuters bloomberg bbc cnn "
        "euronews afp",
    ),
    officials=words(
        "bakanlı- hükümet- hükûmet- polis- emniyet- jandarma- valili- elçili- büyükelçili- konsoloslu- kremlin msb dışişleri- genelkurmay- başsavcılı- savcılı- "
        "mahkeme- belediye- başkanlı- müdürlü- meclis- komutanlı- komiserli- afad tüik beyaz",
    ),
    titles=words(
        "bakan bakanı bakanının bakana bakanına bakandan bakanından cumhurbaşkanı- başkan başkanı başkanının başkana başkanına başbakan- başkanvekil- sözcü- vali "
        "valisi valisinin elçi elçisi- büyükelçi büyükelçisi büyükelçisinin savcı savcısı- müdürü- sekreteri- komutan komutanı komutanının komiseri "
        "danışmanı- yardımcısı- temsilcisi- lideri- milletvekili-",
    ),
    people=words("muhabir- gazeteci- yazar yazarı- editör- avukat- profesör- doktor"),
    nameless=words("kaynak- kaynağ- yetkili yetkilisi- yetkililer- yetkiliye tanık- tanığ-"),
    documents=words("haberler haberlere rapor- araştırma- anket- belge- mektup- mektub- açıklama- bildiri-"),
    groups=words("uzman- analist- gözlemci- muhalefet- şirket- sendika- parti- üniversite- dernek- derneğ- vakıf vakfı- banka- kurum- kurul- akademisyen- eleştirmen-"),
    last=VerbLast(
        saying=words("belirten söyleyen diyen açıklayan bildiren duyuran vurgulayan kaydeden aktaran savunan anlatan ekleyen hatırlatan yalanlayan").union(
            ["ifade eden", "iddia eden", "öne süren", "ileri süren", "dile getiren", "dikkat çeken"],
        ),
        denying=words("yalanlayan"),
        doing=words(
            "belirten söyleyen diyen açıklayan bildiren duyuran vurgulayan kaydeden aktaran savunan anlatan ekleyen hatırlatan yalanlayan eden süren getiren çeken "
            "konuşan yapan veren yanıtlayan katılan bulunan değerlendiren düzenleyen gelen giden kullanan",
        ),
        passive=_PASSIVE | _ALLEGED | {"ifade edildi", "dile getirildi"},
        alleging=_ALLEGED | {f"{told} göre" for told in ("iddiaya", "iddialara", "söylenene", "söylenenlere")},
        by="tarafından",
        topics=words(
            "açıklamada açıklamasında haberde haberinde haberlerinde raporda raporunda mektupta mektubunda bildiride bildirisinde yazıda yazısında duyuruda",
        ),
        reports=words(
            "haberine haberlerine açıklamasına aktardığına bildirdiğine belirttiğine yazdığına söylediğine duyurduğuna iddiasına verilerine ifadesine bilgiye bilgilere",
        ),
        reporting=words("aldığı yapılan yazılı yayımlanan yayınlanan verdiği yaptığı"),
        told=_TOLD,
        whatever=words("dedi dediler diyor"),
        objects=words("iddia suçlama haber söylenti bilgi itham"),
        compared=words("daha yüzde en"),
        topic="ise",
    ),
    adverbs=words(
        "ayrıca daha sonra ise de da dün bugün ardından öte yandan öğleden pazartesi salı çarşamba perşembe cuma cumartesi pazar günü böylece nitekim üstelik "
        "dolayısıyla örneğin sonunda önce hatta bu arada",
    ),
    abbreviations=words("dr prof vb vs bkz"),
)  # fmt: skip
