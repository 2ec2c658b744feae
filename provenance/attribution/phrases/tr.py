"""Turkish: unmeasured, since no annotated text is at hand (docs/explanation/drafting.md)."""

from provenance.attribution.phrases.model import Phrases, words

_PAIRS = (
    "ifade etti",
    "ifade ettiler",
    "iddia etti",
    "iddia ettiler",
    "öne sürdü",
    "öne sürdüler",
    "dile getirdi",
    "ilan etti",
)

PHRASES = Phrases(
    says=words(
        "söyledi söylediler söylüyor açıkladı açıkladılar açıklıyor bildirdi bildirdiler bildiriyor duyurdu duyurdular belirtti belirttiler belirtiyor dedi dediler "
        "diyor yazdı yazdılar yazıyor kaydetti kaydettiler vurguladı vurguladılar aktardı aktardılar aktarıyor savundu savundular anlattı ekledi doğruladı doğruladılar "
        "hatırlattı uyardı konuştu",
    ).union(_PAIRS),
    denies=words("yalanladı yalanladılar yalanlıyor reddetti reddettiler"),
    declines=words("kaçındı"),
    nots=frozenset(),
    that=frozenset(),
    according=(),
    after=words("göre"),
    ends=words("ve ama fakat ancak"),
    pronouns=words("o onlar ben biz"),
    hedges=words("sözde güya"),
    outlets=words(
        "gazetesi gazetesinin gazete ajansı ajansının ajans kanalı televizyonu dergisi sitesi nefes hürriyet sabah milliyet cumhuriyet anadolu aa dha iha reuters bloomberg "
        "bbc cnn",
    ),
    officials=words("bakanlığı bakanı bakan cumhurbaşkanı başkanı hükümet sözcüsü sözcü polis valiliği valisi büyükelçi kremlin msb dışişleri"),
    nameless=words("kaynak kaynaklar kaynaklara kaynağı kaynakları yetkili yetkililer"),
    documents=words("rapor raporu rapora araştırma araştırmaya anket belge mektup açıklama açıklamaya"),
    groups=words("uzmanlar uzmanlara analistler gözlemciler muhalefet"),
    last=True,
    adverbs=words("ayrıca daha sonra"),
    abbreviations=words("dr prof vb vs bkz"),
)  # fmt: skip
