"""German: tried on annotated news (docs/explanation/drafting.md)."""

from provenance.attribution.phrases.model import Phrases, words

PHRASES = Phrases(
    says=words(
        "sagt sagte sagten sagen erklärt erklärte erklärten erklären berichtet berichtete berichteten berichten meldet meldete meldeten melden "
        "schreibt schrieb schrieben schreiben betont betonte betonten teilte teilten mitgeteilt behauptet behauptete behaupteten "
        "fügte ergänzte äußerte äußerten kritisiert kritisierte kritisierten fordert forderte forderten warnt warnte warnten kündigte kündigten "
        "bestätigt bestätigte bestätigten meint meinte meinten glaubt glaubte versichert versicherte antwortet antwortete antworteten "
        "begründete begründet bezeichnete bezeichnet beklagte beklagt verkündete verkündet zitiert zitierte erzählt erzählte "
        "schilderte schildert bekräftigte bekräftigt unterstrich lobte lobt verwies vermutet vermutete "
        "argumentierte argumentiert resümiert konstatiert konstatierte twitterte mahnte mahnt informierte mitteilt mitteilte mitteilten ankündigte ankündigten hinwies",
    ).union(["heißt es in", "heißt es im", "hieß es in", "hieß es im", "heißt es aus", "hieß es aus", "hieß es von", "hieß es vom", "heißt es", "hieß es"]),
    denies=words("bestreitet bestritt bestritten dementiert dementierte dementierten leugnet leugnete widerspricht widersprach"),
    declines=words("lehnte lehnten verweigerte verweigerten wollte wollten"),
    nots=words("nicht"),
    that=words("dass daß"),
    according=(
        "nach angaben von", "nach angaben der", "nach angaben des", "nach angaben", "nach aussage von", "nach aussagen von", "nach den worten von",
        "nach worten von", "nach ansicht von", "nach ansicht der", "nach ansicht des", "nach einschätzung von", "nach einschätzung der",
        "nach einschätzung des", "nach informationen von", "nach informationen der", "nach informationen des", "unter berufung auf", "laut",
    ),
    after=words("zufolge"),
    ends=words(
        "dass daß der die das und aber oder weil wenn als wie ob während nachdem am im in seit ist sind war waren hat haben hatte hatten wird werden "
        "wurde wurden soll sollen kann können nicht auch sei seien habe hätte würde würden mit auf für bei zu zum zur aus nach über gegen dem den einem einen unserem unserer unseren vor hinzu gegenüber",
    ),
    pronouns=words("er sie ich wir"),
    hedges=words("angeblich mutmaßlich vermeintlich offenbar"),
    outlets=words(
        "-zeitung -nachrichtenagentur agentur medien -magazin -magazins spiegel bild welt zeit dpa reuters afp ap tass -rundfunk -sender -senders ard zdf ntv taz faz süddeutsche "
        "tagesschau wochenzeitung",
    ),
    officials=words(
        "-ministerium -ministeriums -regierung -polizei -behörde -behörden kreml kremls -staatsanwaltschaft -amt -amts -gericht -gerichts bundeswehr nato "
        "-netzagentur -verwaltung -rathaus -kommission",
    ),
    nameless=words("-quelle -quellen insider kreise kreisen informant informanten diplomaten -kreise -kreisen augenzeugen"),
    documents=words("-meldung -meldungen -angaben -definition -analyse -prognose -daten -bericht -berichts -berichten -studie -umfrage -papier brief dokument -dokumente -gutachten -statistik -urteil -erklärung -mitteilung"),
    titles=words(
        "-minister -ministerin -ministers -präsident -präsidentin -präsidenten -kanzler -kanzlerin -kanzlers -sprecher -sprecherin -sprechers -bürgermeister "
        "-bürgermeisterin -botschafter -botschafterin -chef -chefin -senator -senatorin -senators -vorsitzende -vorsitzender -vorsitzenden -staatsanwalt "
        "-staatsanwältin -abgeordnete -abgeordneter -abgeordneten -staatssekretär -staatssekretärin -general -landrat -landrätin herr herrn frau",
    ),
    people=words(
        "-reporter -reporterin -journalist -journalistin -korrespondent -korrespondentin -redakteur -redakteurin -chefredakteur -autor -autorin -anwalt -anwältin "
        "-experte -expertin -forscher -forscherin -professor -professorin -historiker -historikerin -zeuge -zeugin",
    ),
    claims=words("berichte bericht meldungen meldung vorwürfe vorwurf anschuldigungen angaben gerüchte behauptung behauptungen darstellung"),
    like=words("wie"),
    joins=words("und"),
    comment=words("kommentar kommentare stellungnahme auskunft äußern kommentieren"),
    would=words("wollte wollten"),
    refers=frozenset(["unter berufung auf"]),
    of=words("der des einer eines"),
    articles=words("der des dem den einer eines einem"),
    have=words("hat haben hatte hatten"),
    objects=words("die das den dem der ein eine einen sein seine seinen ihr ihre ihren sich es dies dieses"),
    finite=words("ist sind war waren hat haben hatte hatten wird werden wurde wurden sich sei seien"),
    nouns=True,
    groups=words("händler händlern fachleute fachleuten forschern kritikern beobachtern ökonomen experten beobachter kritiker forscher analysten wissenschaftler aktivisten -opposition -partei -verband -gewerkschaft anwohner -bewohner"),
    adverbs=words("so etwa darin dazu unter anderem auch zudem weiter dann später bereits außerdem dagegen jetzt nun noch montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    abbreviations=words("dr prof bzw ca nr st usw mio mrd z b d h u a"),
)  # fmt: skip
