"""English verbs that report, by frame: how they take what is said."""

SAY = """
say add note argue claim state explain write acknowledge admit announce assert allege contend insist maintain
declare warn caution predict recall reply respond retort quip joke tweet retweet post reveal disclose confirm
confide concede conclude stress emphasize emphasise underscore underline reiterate repeat suggest imply hint
mention observe remark report proclaim profess affirm testify swear vow pledge promise boast brag complain
lament grumble gripe groan moan mutter murmur whisper shout yell scream cry chant exclaim bark snap shoot fire
scoff sneer chide opine muse ponder reason speculate surmise theorize posit postulate estimate forecast
project calculate believe think feel suspect assume presume guess reckon figure hope fear worry wonder doubt
know realize understand learn hear deny refute rebut dispute agree disagree concur counter clarify elaborate
specify point decide determine rule find discover notice anticipate expect foresee continue interject intone
deadpan enthuse gush rave fume thunder rail vent bemoan cheer fret recount relate remember blog email quote
cite attest certify verify stipulate decree advise recommend propose urge demand request insinuate intimate
signal indicate show demonstrate prove illustrate highlight tout decry deplore marvel crow gloat preach
lecture theorise hypothesize envision imagine dream consider deem judge conjecture infer gather read trumpet
broadcast publish volunteer plead pray quibble demur object protest swear spell interrupt chime echo blurt
blare babble rejoin riposte parry reflect summarize summarise cable text message telegraph
""".split()

TELL = """
tell inform remind notify assure reassure persuade convince brief alert advise warn promise teach ask urge
instruct order command beg implore beseech exhort encourage press invite lobby pressure dare forbid
""".split()

ASK = ["ask", "inquire", "query", "wonder", "ponder"]

WANT = """
want wish hope plan intend aim vow pledge promise threaten seek refuse decline agree offer propose expect
decide resolve aspire prefer desire hesitate claim volunteer demand request ask choose strive love hate like
dislike consider contemplate mull weigh favor favour need
""".split()

JUDGE = """
criticize criticise praise attack blast slam denounce condemn blame accuse rebuke chastise scold ridicule mock
deride lambaste berate bash rip skewer savage assail decry disparage belittle insult label brand dub call
describe characterize characterise portray depict cast hail laud applaud commend salute thank congratulate
celebrate endorse support back favor favour oppose reject dismiss rebuff discount downplay defend justify
question challenge dispute doubt contest debate discuss address cite quote invoke mention reference propose
advocate promote champion demand urge recommend request seek want welcome embrace approve disavow renounce
repudiate retract apologize express voice reiterate outline detail explain unveil announce view see regard
perceive consider deem compare liken equate admire respect love hate like dislike resent fear dread trust
distrust believe value prefer protest regret deplore bemoan lament mourn complain allege propose present
publicize tout trumpet pitch predict forecast project estimate reveal disclose report denigrate vilify
demonize lambast castigate excoriate pan ban prohibit pardon solicit ignore issue predict underestimate
overestimate hint heckle taunt tease acknowledge recognize recognise admit concede confirm deny refute rebut
explain emphasize emphasise stress highlight underscore reaffirm reconsider sign suggest urge withhold worry
clarify criticise disclose denounce note accept name allow permit share release file issue needle brush wave
shrug hammer knock ding fault credit flout tease boo jeer scorn snub spurn sue challenge condone downgrade
question unveil float pitch urge accuse charge credit criticize demonise second echo rebut pillory trash
upbraid admonish reprimand reproach censure decry bemoan eulogize lionize glorify romanticize trivialize
minimize exaggerate overstate understate misstate mischaracterize misrepresent contradict undercut cast
foresee envisage rule uphold affirm overturn strike ratify
""".split()

SHOW = """
show suggest indicate reveal find demonstrate confirm estimate conclude note state say read conclude imply
point predict project illustrate prove document detail allow require mandate specify list mention
""".split()

PHRASAL = {
    "adhere": "to",
    "agree": "with to on",
    "aim": "for",
    "allude": "to",
    "apologize": "for",
    "appeal": "to for",
    "approve": "of",
    "argue": "for against",
    "ask": "about for",
    "back": "away",
    "balk": "at",
    "believe": "in",
    "boast": "of about",
    "brag": "about",
    "bring": "up",
    "bristle": "at",
    "brush": "off aside",
    "call": "for on upon out",
    "campaign": "on for",
    "care": "about",
    "cast": "doubt",
    "chafe": "at",
    "comment": "on",
    "commit": "to",
    "complain": "about of",
    "decide": "on against",
    "disagree": "with",
    "disapprove": "of",
    "double": "down",
    "dream": "of about",
    "dwell": "on",
    "elaborate": "on",
    "fight": "back",
    "fire": "back",
    "focus": "on",
    "go": "after",
    "hear": "about of from",
    "hint": "at",
    "hit": "back",
    "hope": "for",
    "inquire": "about",
    "insist": "on",
    "joke": "about",
    "know": "about of",
    "lash": "out",
    "laugh": "at off",
    "lay": "out",
    "learn": "of about",
    "light": "into",
    "lit": "into",
    "lobby": "for against",
    "long": "for",
    "look": "forward",
    "marvel": "at",
    "mull": "over",
    "muse": "about",
    "object": "to",
    "opine": "on",
    "opt": "for",
    "pander": "to",
    "play": "down up",
    "plead": "for with",
    "point": "to out",
    "pray": "for",
    "push": "for back",
    "rail": "against",
    "react": "to with",
    "read": "from",
    "refer": "to",
    "reflect": "on",
    "respond": "to with",
    "rule": "out",
    "scoff": "at",
    "shoot": "back",
    "shrug": "off",
    "shy": "away",
    "side": "with",
    "sign": "on off",
    "single": "out",
    "size": "up",
    "sneer": "at",
    "sound": "like",
    "speak": "about of out against",
    "stand": "by",
    "subscribe": "to",
    "talk": "about of up",
    "tear": "into",
    "testify": "about to",
    "think": "about of",
    "touch": "on",
    "vote": "for against",
    "vouch": "for",
    "warn": "of about against",
    "weigh": "in",
    "wish": "for",
    "wonder": "about",
    "worry": "about",
}
"""Which words a verb takes with it, for the whole to report: "point to"."""

OTHER = """
be have do go come make take get give put keep let run win lose lead live work play move help start begin stop
end try turn become seem appear look leave stay remain follow use meet hold bring build buy sell pay send
spend sit stand walk drive fall rise grow cut open close close return arrive enter join serve receive earn
raise fail face focus fill form force create cause change carry catch kill die hit beat break happen include
involve contain cover concern depend die draw drop gain gather handle hang hire include increase kick launch
lie lift lose manage mark miss near pass perform pick place produce protect prove provide pull push reach
reduce rely remain remove replace represent result save secure set settle share sign sleep slow spread stem
strike struggle succeed suffer surge survive tend travel visit vote wait watch wear host air aim act add allow
appoint attend attract avoid ban base campaign compete compose contribute convert declare decline defeat
deliver design develop drag elect emerge enjoy escape exist expand experience fight fire fly force gather
generate hand hope identify impose influence invite issue jump keep know lack last lay learn lock march marry
matter mount nominate obtain occur offer operate oversee own own park post prepare prevent process promise
publish pursue range rank record refuse register release resign rest retire ride rise roll rule seize shake
shift shut sing sink skip speak spring stage stick study submit sue surround sweep swing switch talk target
teach tell test throw tie touch trail train transfer treat trigger trim undergo unite warn wash weigh welcome
wonder worry wrap yield throw threaten
""".split()
