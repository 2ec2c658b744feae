"""English verbs that report, by frame."""

SAY = """
say add note argue claim state explain write acknowledge admit announce assert allege contend insist maintain declare warn caution
predict recall reply respond retort quip joke tweet retweet post reveal disclose confirm confide concede conclude stress emphasize
emphasise underscore underline reiterate repeat suggest imply hint mention observe remark report proclaim profess affirm testify
swear vow pledge promise boast brag complain lament grumble gripe groan moan mutter murmur whisper shout yell scream cry chant exclaim
bark snap shoot fire scoff sneer chide opine muse ponder reason speculate surmise theorize posit postulate estimate forecast project
calculate believe think feel suspect assume presume guess reckon figure hope fear worry wonder doubt know realize understand learn hear
deny refute rebut dispute agree disagree concur counter clarify elaborate specify point decide determine rule find discover notice
anticipate expect foresee continue interject intone deadpan enthuse gush rave fume thunder rail vent bemoan cheer fret
recount relate remember blog email quote cite attest certify verify stipulate decree advise recommend propose urge demand request
insinuate intimate signal indicate show demonstrate prove illustrate highlight tout decry deplore marvel crow gloat preach lecture
theorise hypothesize envision imagine dream consider deem judge conjecture infer gather read trumpet broadcast publish
volunteer plead pray quibble demur object protest swear spell interrupt chime echo blurt blare babble rejoin riposte parry reflect summarize summarise cable text message telegraph
""".split()

TELL = """
tell inform remind notify assure reassure persuade convince brief alert advise warn promise teach ask urge instruct order command beg
implore beseech exhort encourage press invite lobby pressure dare forbid
""".split()

ASK = """ask inquire query wonder ponder""".split()

WANT = """
want wish hope plan intend aim vow pledge promise threaten seek refuse decline agree offer propose expect decide resolve aspire prefer
desire hesitate claim volunteer demand request ask choose strive love hate like dislike consider contemplate mull weigh favor favour need
""".split()

JUDGE = """
criticize criticise praise attack blast slam denounce condemn blame accuse rebuke chastise scold ridicule mock deride lambaste berate
bash rip skewer savage assail decry disparage belittle insult label brand dub call describe characterize characterise portray depict
cast hail laud applaud commend salute thank congratulate celebrate endorse support back favor favour oppose reject dismiss rebuff
discount downplay defend justify question challenge dispute doubt contest debate discuss address cite quote invoke mention reference
propose advocate promote champion demand urge recommend request seek want welcome embrace approve disavow renounce repudiate retract
apologize express voice reiterate outline detail explain unveil announce view see regard perceive consider deem compare liken equate
admire respect love hate like dislike resent fear dread trust distrust believe value prefer protest regret deplore bemoan lament mourn
complain allege propose present publicize tout trumpet pitch predict forecast project estimate reveal disclose report denigrate vilify demonize
lambast castigate excoriate pan ban prohibit pardon solicit ignore issue predict underestimate overestimate hint heckle taunt tease
acknowledge recognize recognise admit concede confirm deny refute rebut explain emphasize emphasise stress highlight underscore reaffirm
reconsider sign suggest urge withhold worry clarify criticise disclose denounce note accept name allow permit share release file issue needle brush wave shrug hammer knock ding fault credit flout tease boo jeer scorn snub
spurn sue challenge condone downgrade question unveil float pitch urge accuse charge credit criticize demonise second echo rebut pillory
trash upbraid admonish reprimand reproach censure decry bemoan eulogize lionize glorify romanticize trivialize minimize exaggerate overstate
understate misstate mischaracterize misrepresent contradict undercut cast foresee envisage rule uphold affirm overturn strike ratify
""".split()

SHOW = """show suggest indicate reveal find demonstrate confirm estimate conclude note state say read conclude imply point predict project
illustrate prove document detail allow require mandate specify list mention""".split()

PHRASAL = {
    "call": ("for", "on", "upon", "out"), "point": ("to", "out"), "talk": ("about", "of"), "refer": ("to",), "allude": ("to",),
    "speak": ("about", "of", "out", "against"), "argue": ("for", "against"), "push": ("for", "back"), "lash": ("out",), "weigh": ("in",),
    "warn": ("of", "about", "against"), "complain": ("about", "of"), "apologize": ("for",), "vote": ("for", "against"), "insist": ("on",),
    "agree": ("with", "to", "on"), "disagree": ("with",), "object": ("to",), "respond": ("to", "with"), "react": ("to", "with"),
    "comment": ("on",), "elaborate": ("on",), "focus": ("on",), "hint": ("at",), "boast": ("of", "about"), "brag": ("about",),
    "joke": ("about",), "dream": ("of", "about"), "think": ("about", "of"), "worry": ("about",), "care": ("about",), "believe": ("in",),
    "shoot": ("back",), "fire": ("back",), "hit": ("back",), "go": ("after",), "lay": ("out",), "single": ("out",), "touch": ("on",),
    "rail": ("against",), "campaign": ("on", "for"), "inquire": ("about",), "ask": ("about", "for"), "fight": ("back",), "stand": ("by",),
    "dwell": ("on",), "cast": ("doubt",), "back": ("away",), "double": ("down",), "rule": ("out",), "play": ("down", "up"),
    "look": ("forward",), "vouch": ("for",), "balk": ("at",), "scoff": ("at",), "side": ("with",), "size": ("up",), "lobby": ("for", "against"),
    "wonder": ("about",), "hear": ("about", "of", "from"), "learn": ("of", "about"), "know": ("about", "of"), "plead": ("for", "with"),
    "appeal": ("to", "for"), "pander": ("to",), "bristle": ("at",), "chafe": ("at",), "marvel": ("at",), "laugh": ("at", "off"), "sneer": ("at",),
    "wish": ("for",), "hope": ("for",), "aim": ("for",), "pray": ("for",), "mull": ("over",), "reflect": ("on",), "sign": ("on", "off"),
    "shy": ("away",), "shrug": ("off",), "brush": ("off", "aside"), "talk": ("about", "of", "up"), "lit": ("into",), "light": ("into",),
    "approve": ("of",), "disapprove": ("of",), "warn": ("of", "about", "against"), "decide": ("on", "against"), "opt": ("for",), "subscribe": ("to",), "adhere": ("to",), "testify": ("about", "to"), "read": ("from",), "long": ("for",),
    "commit": ("to",), "sound": ("like",), "bring": ("up",), "distance": (), "tear": ("into",), "opine": ("on",), "muse": ("about",),
}  # fmt: skip

OTHER = """
be have do go come make take get give put keep let run win lose lead live work play move help start begin stop end try turn become
seem appear look leave stay remain follow use meet hold bring build buy sell pay send spend sit stand walk drive fall rise grow cut
open close close return arrive enter join serve receive earn raise fail face focus fill form force create cause change carry catch
kill die hit beat break happen include involve contain cover concern depend die draw drop gain gather handle hang hire include increase
kick launch lie lift lose manage mark miss near pass perform pick place produce protect prove provide pull push reach reduce rely remain
remove replace represent result save secure set settle share sign sleep slow spread stem strike struggle succeed suffer surge survive tend
travel visit vote wait watch wear host air aim act add allow appoint attend attract avoid ban base campaign compete compose
contribute convert declare decline defeat deliver design develop drag elect emerge enjoy escape exist expand experience fight fire
fly force gather generate hand hope identify impose influence invite issue jump keep know lack last lay learn lock march
marry matter mount nominate obtain occur offer operate oversee own own park post prepare prevent process promise publish pursue
range rank record refuse register release resign rest retire ride rise roll rule seize shake shift
shut sing sink skip speak spring stage stick study submit sue surround sweep swing switch talk target teach tell test throw tie touch trail
train transfer treat trigger trim undergo unite warn wash weigh welcome wonder worry wrap yield throw threaten
""".split()
