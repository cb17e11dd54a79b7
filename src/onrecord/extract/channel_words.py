"""The words by which a reporting clause names its channel. Data only; written from general knowledge.

Patterns read the words of a clause joined by single spaces, where marks stand as words of their own ("the state 's
e - mail"). They ignore case but within `(?-i:...)`.
"""

from __future__ import annotations


def _any(text: str) -> str:
    """Return a pattern for any of some words, `_` within one standing for a space."""
    return "(?:" + "|".join(word.replace("_", " ") for word in text.split()) + ")"


_OWN = _any(
    """the his her its their a an social media messaging microblogging micro-blogging platform platforms official
    verified own personal public private app site service network channel channels account accounts handle page pages
    website popular so-called local"""
)
_ON = rf"(?<!broadcast )(?<!streamed )(?<!aired )(?<!live )(?:on|in|via|to|through|using|over)\s+(?:{_OWN}\s+|- )*"
_DET = _any("a an the his her its their this that another one several two some each my our last")
_FREE = r"(?:(?!(?:of|with|after|before|to|and|or|in|at|on|that|who|by|from) )[\w'’./&-]+ ){0,5}"  # words between
_ITS = rf"(?:{_DET} {_FREE})"
_WHOSE = rf"(?:{_ITS}|{_FREE})"
_IN = rf"(?:in|during|at|throughout|from|over|amid|chairing|opening|hosting|attending) {_WHOSE}"
_MEDIA = (
    r"(?:(?:a|the|some) (?:[\w-]+ )?(?:group|number|pool|gaggle|scrum|handful|huddle|crowd|throng) of )?"
    r"(?:(?:the|some|many|several|other|visiting|travelling|traveling|waiting|gathered|assembled) )?(?:[\w-]+ )?"
    r"(?:reporters|journalists|newsmen|pressmen|media ?persons|media ?men|news ?people|news ?persons|correspondents"
    r"|(?:press|media) corps|representatives of the (?:press|media)|media representatives)"
    r"|(?:the|local|foreign|international|national) (?:(?:local|foreign|international|national|assembled) )?"
    r"(?:press|media)(?= |$)(?! (?:conference|briefing|agency|outlet))|media(?= (?:on|in|at|after|that|,)|$)"
)
_SPEAKING = r"(?:speaking|spoke|speaks|talking|talked|addressing|addressed|addresses|appearing|testifying)"
_EVENTS = _any(
    """rally rallies gathering ceremony ceremonies graduation commencement convention parade forum town_hall crowd
    luncheon lunch breakfast dinner banquet gala reception symposium seminar workshop webinar congregation audience
    panel_discussion roundtable round-table celebration celebrations commemoration inauguration fundraiser congress
    demonstration march vigil plenary expo exhibition festival mass funeral memorial conclave swearing-in
    iftar town-hall get-together"""
)
_CROWDS = _any(
    """supporters worshippers worshipers delegates well-wishers troops soldiers followers mourners graduates cadets
    pilgrims attendees students protesters demonstrators fans onlookers loyalists activists"""
)
_CHAMBERS = _any(
    "lawmakers legislators parliamentarians mps deputies senators parliament congress businessmen executives residents"
)
_CONTESTS = _any(
    """presidential vice-presidential televised tv primary parliamentary republican democratic first second third final
    last earlier mayoral gubernatorial senate leaders"""
)
_REPORTS = _any(
    """report reports study studies survey surveys poll polls audit audits filing filings paper papers op-ed op_-_ed
    opinion_piece editorial essay column article articles commentary blog_post blog_posts blog blogpost blog_entry memo
    memos memorandum memoir memoirs autobiography biography book books newsletter indictment affidavit complaint
    lawsuit petition dissent ruling verdict judgment judgement assessment analysis review white_paper research_note
    note_to_clients client_note investor_note factsheet fact_sheet dossier preprint documentary court_documents
    court_papers court_records court_document legal_documents charging_documents court_filing court_filings cable
    forecast outlook dispatch_to_clients bulletin"""
)
_TEXTS = _any(
    """report reports study survey poll polls audit review analysis filing filings assessment investigation inquiry
    paper memo memorandum memoir indictment affidavit complaint lawsuit editorial op-ed book article essay documents
    records blog findings"""
)
_STATEMENTS = r"(?:statements?|communiqu[eé]s?|read(?: ?- ?)?outs?|declaration|proclamation)"
_ISSUED = (
    r"(?:in|via|through|by|with|from|according to|signed|made|making|issu\w+|releas\w+|publish\w+|post\w*|put out|sent"
    r"|circulat\w+|shar\w+|gave|giving|deliver\w+|provid\w+|adopt\w+)"
)

PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "X",
        (
            rf"\b{_ON}[‘'“\"]?\s?(?-i:X)(?![\w'’-])",
            r"(?-i:\bX) (?:posts?|account|handle|feed|page|users?|\(formerly)\b",
            r"\bformerly (?:known as |called )?(?:(?-i:T)witter)\b",
        ),
    ),
    (
        "Twitter",
        (
            rf"\b{_ON}[‘'“\"]?\s?Twitter\b",
            r"\bTwitter (?:posts?|account|handle|page|user|thread|feed|message)s?\b",
            r"\b(?:re)?tweet(?:ed|s|ing)?\b",
        ),
    ),
    ("Telegram", (r"(?-i:\bTelegram)\b",)),
    ("Truth Social", (r"(?-i:\bTruth Social)\b",)),
    ("Facebook", (r"\bFacebook (?:posts?|page|account|live|message|video)\b", rf"\b{_ON}Facebook\b")),
    ("Instagram", (r"\bInstagram (?:posts?|page|account|story|live|video)\b", rf"\b{_ON}Instagram\b")),
    ("Weibo", (r"\bWeibo\b",)),
    ("WeChat", (r"\bWeChat\b",)),
    ("YouTube", (r"\bYouTube (?:video|channel|address)\b", r"\b(?:on|via|to) YouTube\b")),
    ("WhatsApp", (r"\bWhatsApp\b",)),
    ("LinkedIn", (r"\bLinkedIn\b",)),
    ("Bluesky", (r"\bBluesky\b",)),
    ("Threads", (r"\bon (?-i:Threads)\b",)),
    ("TikTok", (rf"\b{_ON}TikTok\b", r"\bTikTok (?:posts?|video|account)\b")),
    (
        "press conference",
        (
            r"\b(?:press|news|media) conferences?\b",
            r"\b(?:news|press|media|daily|weekly|regular|monthly|routine|virtual|online) (?:[\w-]+ )?briefings?\b",
            rf"\b(?:in|at|during|told|telling) {_ITS}briefings?\b(?! (?:paper|note))",
            r"\bpresser\b",
            r"\b(?:press|media) (?:interaction|meet|appearance|point|encounter)s?\b",
            r"\bjoint (?:press|media) statements?\b",
        ),
    ),
    (
        "remarks to reporters",
        (
            r"\b(?:told|tells?|telling|briefed|briefing|informed|informing|answering|replied to|spoken? to"
            rf"|interacting with|{_SPEAKING} (?:to|with)|addressing|addressed) (?:{_MEDIA})"
            r"(?! (?:outlet|group|company))",
            rf"\b(?:to|with) (?!(?:state|local|foreign) media)(?:{_MEDIA})\b",
            rf"\b(?:asked|pressed|questioned|quizzed|pushed) (?:[\w']+ )?by (?:{_MEDIA}|a (?:reporter|journalist))\b",
            rf"\b(?:questions?|quer(?:y|ies)) (?:[\w-]+ )?(?:from|by|of) (?:{_MEDIA}|a (?:reporter|journalist))\b",
            r"\b(?:reporters|reporter ['’]s|journalists|journalist ['’]s|media) ['’]?\s?(?:questions?|quer(?:y|ies))\b",
            r"\b(?:press|media) (?:gaggle|availability|stakeout|scrum)\b",
            r"\b(?:answer|reply|response)\w* to (?:a |the |some )?(?:reporter|journalist)(?:s|s ['’]| ['’]s)? "
            r"(?:[\w-]+ )?(?:questions?|quer(?:y|ies))\b",
        ),
    ),
    (
        "interview",
        (
            rf"\b(?:in|during|for|via|through|from|by|to|at|over|on|per|citing|gave|giving|granted|granting) "
            rf"{_WHOSE}interviews?\b(?! with \d)(?! -)",
            r"\binterviews? (?:with(?! \d)|published|broadcast|aired|taped|conducted|quoted|cited|carried)\b",
            r"\binterviewed (?:by|on|for|in|at)\b",
            r"\bin (?:a |an )(?:[\w-]+ )?(?:Q ?& ?A|question ?- ?and ?- ?answer)\b",
            r"\bin an exclusive (?:with|to|for)\b",
            r"\bon (?:the|its|his|her|their) (?:[\w'’.-]+ ){0,4}(?:programme|program|show)\b",
            r"\b(?:on|in|during) (?:a|an|the|his|her) (?:[\w'’.-]+ ){0,4}podcast\b",
        ),
    ),
    (
        "phone call",
        (
            r"\b(?:phone|telephone|video)[ -]{1,3}?(?:call|conversation|talk)s?\b",
            r"\b(?:by|over|over the|via|via satellite|on the|by satellite) (?:tele)?phone\b",
            rf"\b(?:in|during|on) {_ITS}call (?:with|to|from|between|on)\b",
        ),
    ),
    (
        "letter",
        (
            rf"\b(?:in|wrote|through|by|signed|sent|read) {_ITS}letter\b",
            r"\b(?:wrote|writes|writing|written) to (?!(?:clients|investors|mark|say|tell|ask)\b)"
            r"(?![^.]*\b(?:on|via) (?-i:[A-Z]))",
            r"\b(?:sent|sends|wrote|penned|signed) (?:[\w'’.-]+ ){0,4}letter\b",
            r"\bletters? (?:to|from|sent|addressed|dated|seen|obtained)\b",
            r"^letters?$",
            r"\bwritten (?:reply|response) to\b",
        ),
    ),
    (
        "email",
        (
            rf"\b(?:in|by|via|per|over|through) {_WHOSE}e(?: ?- ?)?mails?\b",
            r"\be(?: ?- ?)?mailed\b",
            r"\be(?: ?- ?)?mail (?:exchange|message|statement|reply|response|interview)\b",
            r"\be(?: ?- ?)?mails? (?:to|from|sent|seen|obtained)\b",
            r"^e-?mails?$",
        ),
    ),
    (
        "text message",
        (
            r"\b(?:in|by|via|sent) (?:a |an |the )?text(?: |-| - )messages?\b",
            r"\b(?:in|by|via) (?:a )?text(?= (?:to|that|on|,)|$)",
        ),
    ),
    ("television", (r"\btelevised (?:statement|comment|interview)s?\b",)),
    (
        "testimony",
        (
            r"\btestif(?:y|ies|ied|ying)\b(?! to (?:the|his|her|its|a))",
            rf"\b(?:in|during|at) {_WHOSE}testimony\b",
            r"\b(?:gave|giving|gives) (?:[\w]+ )?(?:evidence|testimony)\b",
            rf"\b(?:in|at|during|told|telling) {_WHOSE}(?:hearings?|trial|inquest|court_martial)\b".replace("_", " "),
            rf"\b(?:told|telling|informing) {_ITS}(?:court|judge|judges|jury|jurors|tribunal|inquest|inquiry)\b",
            rf"\b(?:told|telling) {_ITS}(?-i:Senate|House|Congressional|congressional|parliamentary|select) {_FREE}"
            r"(?:committee|subcommittee|panel)\b",
            r"\bsaid (?:[\w-]+ )?in (?:open )?court\b(?! (?:documents|papers|records|filings))",
        ),
    ),
    (
        "debate",
        (
            rf"\b(?:during|at|from) {_WHOSE}debates?\b(?! (?:over|about|on)\b)",
            rf"\bin {_WHOSE}(?:['’]s|{_CONTESTS}) (?:[\w-]+ )?debates?\b",
            r"\bdebate stage\b",
        ),
    ),
    (
        "speech",
        (
            r"\b(?:speech|speeches|keynote|sermons?|homily|lecture|oration|eulogy)\b",
            r"\b(?:televised|video|opening|inaugural|nationwide|closing|concluding|national|welcome|welcoming|prepared"
            r"|radio|keynote|live|recorded|pre-recorded|victory|concession|public|introductory) (?:[\w-]+ )?"
            r"(?:address|addresses|remarks)\b",
            r"\b(?:in|during|delivering|delivered|giving) (?:a|an|his|her|the|their|this) (?:[\w'’-]+ ){0,4}address\b",
            r"\b(?:in|during) (?:a|an|his|her|their|some)? ?(?:[\w'’-]+ )?remarks (?:to|at|before|during|marking) "
            rf"(?!{_MEDIA})",
            rf"\baddress(?:ing|ed) (?!{_MEDIA})(?:the|a|an|his|her|members|delegates|lawmakers|parliament|congress"
            r"|supporters|students|(?-i:[A-Z]))",
            r"(?<!work )(?<!mail )(?<!home )\baddress to (?:the nation|a joint|parliament|congress|lawmakers)\b",
            r"\b(?:throughout|in|during) (?:his|her|their) (?:[\w-]+ )?remarks\b",
            r"\b(?:at|during) (?:the )?friday prayers?\b",
            r"\bstate(?: -)? of(?: -)? the(?: -)? (?:union|nation)\b",
            rf"\b(?:at|to|before|during|in|told|telling) {_ITS}{_EVENTS}(?! (?:hall|centre|center|goers))\b",
            rf"\b(?:told|telling) {_WHOSE}{_CROWDS}\b",
            r"\b(?:told|telling) (?:a|an|the) (?:[\w'’.-]+ ){0,4}(?:conference|summit|event)\b",
            r"\bat (?:a|an) (?:[\w'’.-]+ ){0,4}(?:conference|summit|event)\b",
            rf"\b{_SPEAKING} (?:[\w]+ )?(?:at|during|in|to|before) {_WHOSE}"
            r"(?:conference|summit|event|session|launch|opening|anniversary|dialogue|assembly|university|institute"
            r"|academy|rally|forum)\b",
            rf"\b{_SPEAKING} (?:to|before|in front of|in) {_WHOSE}(?:{_CHAMBERS}|{_CROWDS})\b",
            rf"\b(?:opening|inaugurating|launching|closing|concluding) {_ITS}"
            rf"(?:{_EVENTS}|conference|summit|session|meeting)\b",
            r"\b(?:on the (?:[\w]+ )?floor|the (?:house|senate|assembly) floor)\b",
        ),
    ),
    (
        "television",
        (
            r"\b(?:on|via|to|told|over|in) (?:[\w'’.-]+ ){0,4}(?:television|TV|broadcaster)\b",
            r"\b(?:state|public|national) (?:-? ?(?:run|owned) )?(?:television|TV|broadcaster)\b",
            r"\b(?:television|TV) (?:station|channel|network|commercial|ad|broadcast|appearance)s?\b",
            r"\b(?:the|on|of) (?:[\w-]+ ){0,2}talk shows?\b",
            r"\btelevised (?:[\w-]+ )?broadcast\b",
        ),
    ),
    (
        "radio",
        (
            r"\b(?:on|told|over|via|to) (?:[\w'’.-]+ ){0,4}radio\b",
            r"\bradio (?:broadcast|show|programme|program|talk)\b",
        ),
    ),
    (
        "video",
        (
            r"\b(?:in|via) (?:[\w-]+ )?footage\b",
            rf"\b(?:in|via) {_ITS}(?:video|videotape|video message|video statement|video clip|footage|clip)\b"
            r"(?! ?-? ?(?:link|conference|call|game))",
            r"\bvideo (?:message|statement|clip|recording)s?\b",
        ),
    ),
    ("audio recording", (rf"\b(?:in|via) {_ITS}(?:audio|voice) (?:message|recording|statement|tape|clip|note)s?\b",)),
    (
        "social media",
        (
            r"\bsocial (?:media|network|networks|networking)\b",
            rf"\b(?:in|via) {_ITS}(?:online )?(?<!blog )(?-i:posts?)\b",
            r"(?<!statement )\b(?:posted|wrote) online\b",
            r"^(?-i:posts?)$",
            rf"\b(?:on|via|through|to) (?:{_OWN} )*(?-i:VKontakte|VK|Snapchat|Reddit|Mastodon|Viber|Signal|Discord|Koo"
            r"|Gab|Parler|Rumble|Substack|LiveJournal|Odnoklassniki|Douyin)\b",
            r"\b(?:re)?posted(?= [:,.]|$)",
        ),
    ),
    (
        "statement",
        (
            rf"\b{_ISSUED} {_WHOSE}(?<!mission )(?<!bank )(?<!financial ){_STATEMENTS}\b",
            rf"\b(?<!mission ){_STATEMENTS} (?:said|says|read|reads|added|from|by|issued|released|posted|published)\b",
            rf"^{_STATEMENTS}$",
            r"\b(?:press|news|media) ?-? ?(?:releases?|notes?|statement)\b",
            r"\bin (?:a|the|its) (?:[\w-]+ )?note verbale\b|\bin (?:a|the|its) diplomatic note\b",
            r"\bon (?:its|the|his|her|their) (?:[\w'’-]+ ){0,3}(?:website|web site|web ?page|home ?page|site)\b",
            rf"\b(?:in|according to) {_ITS}(?:release|advisory|circular|notification|manifesto)\b",
            r"\bin (?:a|an|its|the) (?:\w+ )?(?:summary|account) of\b",
            r"^release$",
        ),
    ),
    (
        "report",
        (
            rf"\b(?:in|according to|through) (?!the polls){_WHOSE}{_REPORTS}\b(?! from the (?:ground|scene))",
            rf"^{_TEXTS}$",
        ),
    ),
    (
        "meeting",
        (
            rf"\b{_IN}(?:meetings?|talks|conversations?|discussions?|sessions?|consultations|negotiations)\b"
            r"(?! (?:hall|room|place|point))",
            rf"\b(?:told|telling) {_ITS}(?:meeting|session)\b",
            r"\b(?:[Rr]eceiving|[Hh]osting|[Mm]eeting(?: with)?) (?-i:(?:the )?(?:[a-z]+ ){0,3}[A-Z])",
        ),
    ),
)

# "... in a post on X on Monday" at the end of reported words, where the parser hung it on them.
TAIL = (
    rf"\b(?:in (?:a|an|his|her|its|their) (?:[\w’'.-]+ ){{0,4}}?"
    r"(?:post|tweet|statement|interview|letter|speech|address|e-?mail|press release|news release|communiqu[eé]|message)"
    r"|(?:at|during) an? (?:[\w’'.-]+ ){0,3}?(?:press|news|media) (?:conference|briefing)"
    rf"|(?:in an? (?:[\w’'.-]+ ){{0,3}}?)?(?:via|on|through) (?:{_OWN} )*"
    r"(?-i:X|Twitter|Facebook|Telegram|Instagram|Weibo|Truth Social|Bluesky|LinkedIn))"
    r"(?: (?:on|to|with|from|for|released|published|posted|issued|late|early|carried|in) [^,;:.\"“”]{1,60})?$"
)
# With one of these before it in the reported words, such an end belongs to them: "had posted threats on Facebook".
POSTED = r"\b(?:post|shar|publish|upload|writ|wrot|spread|circulat|appear|stream|tweet|air|broadcast|releas|issu)\w*\b"
