"""English verbs and nouns that report, by what they mean: verbs of one group behave alike."""

_GROUPS = {
    "speak": """
        say add tell note state explain remark comment observe mention declare announce proclaim assert
        contend maintain insist argue claim allege write tweet post retweet blog email reiterate repeat
        emphasize emphasise stress underscore underline clarify elaborate recall continue reply respond
        retort answer counter rejoin quip joke warn caution predict conclude acknowledge admit concede
        confess confide confirm disclose reveal affirm testify attest swear boast brag complain lament
        grumble gripe whine suggest imply hint insinuate report inform notify remind assure reassure opine
        chime interject intone deadpan enthuse gush rave recount relate caution profess volunteer
    """,
    "manner": """
        shout yell scream cry chant exclaim bark snap shoot fire scoff sneer chide murmur mutter whisper
        groan moan fume thunder rail vent crow gloat marvel preach echo blurt blare trumpet sing hit lash
        tear lay laugh interrupt
    """,
    "ask": """
        ask question inquire query wonder challenge press demand probe grill quiz
    """,
    "think": """
        think believe feel suspect assume presume guess reckon figure consider deem regard view see perceive
        expect anticipate foresee doubt know realize realise understand imagine envision speculate surmise
        theorize posit reason judge hold agree disagree concur trust
    """,
    "learn": """
        learn hear read find discover notice see gather determine recognize recognise watch remember forget
        conclude
    """,
    "emotion": """
        hope fear worry fret love hate like dislike resent dread regret admire respect prefer enjoy mourn
        bemoan bristle care wish desire value distrust mind care long dream concern
    """,
    "want": """
        want need intend plan aim seek aspire hope wish desire strive hesitate choose decide resolve
        contemplate mull weigh love
    """,
    "promise": """
        promise pledge vow swear threaten offer agree commit guarantee volunteer refuse decline
    """,
    "request": """
        urge call request demand beg implore beseech exhort encourage order command instruct advise
        recommend propose press push pressure lobby invite dare forbid persuade convince advocate solicit
        petition campaign
    """,
    "blame": """
        criticize criticise attack blast slam denounce condemn blame accuse rebuke chastise scold ridicule
        mock deride lambaste lambast berate bash rip skewer savage assail decry disparage belittle insult
        denigrate vilify demonize castigate excoriate pan taunt tease heckle deplore protest repudiate trash
        hammer fault knock lash rail deny refute rebut disavow renounce
    """,
    "praise": """
        praise hail laud applaud commend salute thank congratulate celebrate tout defend justify welcome
        embrace cheer credit apologize
    """,
    "support": """
        support back endorse favor favour oppose reject approve disapprove dismiss champion promote rebuff
        discount resist
    """,
    "describe": """
        describe call dub label brand characterize characterise portray depict cast compare liken equate
        refer cite quote invoke reference mention talk speak discuss address outline detail present name
        define paint
    """,
    "show": """
        show suggest indicate demonstrate illustrate prove document point signal highlight estimate
        calculate forecast project include list contain feature
    """,
    "rule": """
        rule decide determine require mandate allow permit prohibit ban stipulate decree specify sign vote
    """,
}


def _senses() -> dict[str, str]:
    found: dict[str, str] = {}
    for group, lemmas in _GROUPS.items():
        for lemma in lemmas.split():
            found.setdefault(lemma, group)
    return found


SENSES = _senses()
