"""English, measured on annotated news (docs/explanation/drafting.md)."""

from collections.abc import Iterable

from provenance.attribution.lexicon import en_verbs
from provenance.attribution.lexicon.en_forms import forms
from provenance.attribution.lexicon.en_senses import SENSES
from provenance.attribution.lexicon.model import Lexicon, Verb


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _verbs() -> dict[str, Verb]:
    """Every form of every verb; the first frame that names a lemma is its own."""
    frames = (
        ("tell", en_verbs.TELL),
        ("ask", en_verbs.ASK),
        ("say", en_verbs.SAY),
        ("want", en_verbs.WANT),
        ("show", en_verbs.SHOW),
        ("judge", en_verbs.JUDGE),
        ("seem", ["seem", "appear", "look", "sound"]),
        ("phrase", list(en_verbs.PHRASAL)),
    )
    found: dict[str, Verb] = {}
    for frame, lemmas in frames:
        for lemma in lemmas:
            for form, kind in forms(lemma):
                found.setdefault(form, Verb(lemma=lemma, frame=frame, form=kind))
    return found


def _all_forms(lemmas: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for lemma in lemmas:
        for form, kind in forms(lemma):
            found.setdefault(form, kind)
    return found


_SAY_NOUNS = """
claim statement accusation allegation assertion argument suggestion announcement declaration belief view
opinion insistence contention warning admission denial promise pledge vow comment remark prediction conclusion
hope fear concern conviction assessment complaint charge criticism question idea notion theory explanation
response answer reply call demand request proposal recommendation report finding testimony estimate revelation
rumor rumour speculation position stance support opposition plan desire confidence doubt sense suspicion worry
expectation assurance defense attack praise endorsement condemnation speech call message tweet
""".split()

_AUXILIARIES = _words(
    """
        am is are was were be been being has have had having do does did will would shall should can could
        may might must 's 're 've 'd 'll 'm isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't
        didn't won't wouldn't shouldn't can't couldn't mustn't cannot ain't
        """
)
_DETERMINERS = _words(
    """
        the a an this that these those some any no every each another his her its their our your my both all
        many several most few more other such one two three four five
        """
)
_PREPOSITIONS = _words(
    """
        of in on at by for with from to into about after before during under over against between among
        through without within toward towards upon near since until despite amid like as than off above
        below behind beyond across along via per including outside inside throughout regarding concerning
        following
        """
)
_PEOPLE = _words(
    """
        man woman boy girl mother father wife husband son daughter brother sister professor lawyer author
        """
)
_TITLES = _words(
    """
        mr mrs ms dr sen rep gov gen lt col sgt capt adm maj rev prof sir dame lord lady senator
        representative congressman congresswoman governor president minister chancellor secretary mayor
        judge justice king queen prince princess pope premier chairman chairwoman spokesman spokeswoman
        spokesperson director professor chief general colonel captain ambassador
        """
)
_OFFICIAL_POLITICAL = _words(
    """
        president minister ministers senator sen rep congressman congresswoman governor gov mayor chancellor
        premier lawmaker lawmakers politician politicians secretary deputy mp mps candidate candidates
        nominee senate house congress parliament government white administration cabinet kremlin
        president-elect vice-president campaign party republicans democrats republican democrat delegate
        legislator legislators speaker prime councilman councilwoman commissioner ankara moscow washington
        kyiv kiev beijing brussels berlin london paris tehran russia turkey ukraine china iran israel
        germany france poland britain india japan syria iraq egypt belarus hungary romania georgia armenia
        azerbaijan greece italy spain canada mexico brazil us usa uk eu nato
        """
)
_OFFICIAL_OTHER = _words(
    """
        police sheriff officer officers spokesman spokeswoman spokesperson ambassador general colonel judge
        justice prosecutor prosecutors attorney ministry agency department bureau official officials
        commission court fbi cia nasa army navy military pentagon regulator diplomat diplomats nato u.n. eu
        authorities investigators inspector council embassy office
        """
)
_DOCUMENTS = _words(
    """
        report reports study studies poll polls survey surveys document documents filing filings email
        emails letter memo law lawsuit complaint indictment statement transcript data records record review
        analysis book article bill order ad ads video audio tape footage figures numbers research paper text
        headline editorial column post memoir manifesto constitution rules policy platform press-release
        results website affidavit dossier tweet tweets evidence
        """
)
_GROUPS = _words(
    """
        officials people voters critics experts analysts supporters protesters residents lawmakers americans
        republicans democrats sources members leaders researchers scientists activists students reporters
        journalists advisers aides others many some most observers group organization association union
        committee company firm university institute crowd campaign team party opponents advocates lawyers
        historians economists percent % half majority respondents backers women men workers delegates
        conservatives liberals strategists authors scholars pundits
        """
)
_ANONYMOUS = _words(
    """
        source sources insider insiders person people someone anonymous unnamed unidentified official
        officials aide aides adviser advisers
        """
)
LEXICON = Lexicon(
    language="en",
    verbs=_verbs(),
    senses=SENSES,
    plain_verbs=_all_forms(en_verbs.OTHER),
    nouns=dict.fromkeys(_SAY_NOUNS, "noun"),
    adjectives=_words(
        """
        sure aware unaware certain confident convinced clear unclear skeptical sceptical doubtful hopeful
        optimistic pessimistic worried concerned afraid fearful eager keen willing unwilling reluctant
        hesitant critical supportive proud angry furious disappointed surprised pleased happy glad grateful
        sorry opposed adamant determined committed interested intent bent content ready wary mindful
        suspicious dismissive scornful likely unlikely possible mistrustful uneasy uncomfortable comfortable
        tired upset frustrated mad
        """
    ),
    denying=_words("deny refute rebut dispute reject contest disavow discount dismiss disagree denial"),
    declining=_words("decline refuse"),
    confirming=_words("confirm verify corroborate acknowledge"),
    answering=_words("say comment respond answer reply elaborate discuss disclose specify return explain reveal"),
    phrasal={lemma: tuple(after.split()) for lemma, after in en_verbs.PHRASAL.items()},
    auxiliaries=_AUXILIARIES,
    be=_words("am is are was were be been being 's 're 'm isn't aren't wasn't weren't get gets got"),
    negations=_words(
        """
        not never no n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
        wouldn't shouldn't can't couldn't cannot nor neither
        """
    ),
    adverbs=_words(
        """
        also still just even once never not now then again ever always often soon already later earlier ago
        instead further too yet first twice all both sometimes perhaps maybe thus therefore however
        meanwhile rather quite almost really indeed today yesterday tomorrow tonight so only recently long
        publicly much well far here there simply flatly
        """
    ),
    adverb_endings=("ly",),
    determiners=_DETERMINERS,
    possessives=_words("his her its their our your my whose 's '"),
    prepositions=_PREPOSITIONS,
    subordinators=_words(
        """
        that because while when if although though whereas unless since until as after before whether where
        why how once so than whenever wherever lest albeit
        """
    ),
    relatives=_words("who which whom that whose"),
    conjunctions=_words("and but or nor yet"),
    that=_words("that"),
    to=_words("to"),
    by=_words("by"),
    according=tuple(
        tuple(phrase.split())
        for phrase in ("according to", "per", "in the words of", "in the view of", "in the opinion of")
    ),
    hedges=_words("reportedly allegedly purportedly supposedly apparently"),
    subject_pronouns=_words(
        """
        i you he she it we they who that this these those one everyone everybody someone somebody nobody
        others anyone
        """
    ),
    pronouns={
        form: whom
        for whom, forms_ in (
            ("he", "he him his himself"),
            ("she", "she her herself"),
            ("they", "they them their"),
            ("it", "it its"),
            ("i", "i me my"),
            ("we", "we us our"),
        )
        for form in forms_.split()
    },
    calendar=_words(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december jan feb mar apr jun jul aug sept oct nov dec yesterday
        today tonight tomorrow morning afternoon evening night week month year day weekend early late last
        next this hours hour minutes weeks months years days earlier ago later
        """
    ),
    abbreviations=_words(
        """
        mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj rev hon st jr sr prof vs v
        no inc corp co ltd jan feb mar apr aug sept oct nov dec u.s u.n d.c u.s. u.n. d.c. u.k. e.u. a.m.
        p.m. i.e. e.g. n.y. n.j. calif fla mass ala ariz ark colo conn del ill ind kan ky la md mich minn
        miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo pres supt det op-ed pvt
        """
    ),
    titles=_TITLES,
    official_political=_OFFICIAL_POLITICAL,
    official_other=_OFFICIAL_OTHER,
    outlets=_words(
        """
        outlet newspaper newspapers news magazine daily times post journal tribune herald gazette website
        broadcaster cnn bbc nbc abc cbs msnbc fox npr pbs reuters ap afp bloomberg politico axios breitbart
        guardian telegraph agency site channel tv radio press media network interfax tass huffpost yahoo
        buzzfeed vox slate salon newsweek economist forbes vice al-jazeera gazeta pravda asahi yomiuri
        spiegel figaro monde hurriyet haaretz ukrinform suspilne meduza cnbc c-span univision telemundo
        sputnik rt rferl unian drudge infowars newsmax mcclatchy weekly blog today observer mail mirror sun
        chronicle globe inquirer examiner
        """
    ),
    outlet_nouns=_words(
        """
        outlet outlets newspaper magazine website broadcaster daily weekly tabloid newswire blog channel
        newsletter station
        """
    ),
    journalists=_words(
        """
        reporter reporters editor editors columnist columnists correspondent anchor host author contributor
        owner publisher founder blogger moderator commentator writer journalist
        """
    ),
    bodies=_words(
        """
        party committee commission university institute association union group campaign house senate
        congress court department ministry agency office council board bank company corp inc foundation
        center centre college school army navy police nato eu un white administration government kremlin
        service bureau league federation organization organisation society club parliament pac states
        intelligence security defense defence military police immigration enforcement
        """
    ),
    documents=_DOCUMENTS,
    groups=_GROUPS,
    people=_PEOPLE,
    anonymous=_ANONYMOUS,
    function=_PREPOSITIONS | _AUXILIARIES | _DETERMINERS,
    speakers=_PEOPLE | _TITLES,
    nouns_of_sources=_DOCUMENTS | _GROUPS | _ANONYMOUS | _PEOPLE | _words("police authorities prosecutors lawmakers"),
    officials=_OFFICIAL_POLITICAL | _OFFICIAL_OTHER,
    female=_words(
        """
        mrs ms she her woman spokeswoman congresswoman chairwoman queen princess lady mother wife daughter
        sister actress
        """
    ),
    male=_words("mr he his man spokesman congressman chairman king prince sir father husband son brother"),
)  # fmt: skip
