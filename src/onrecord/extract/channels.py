"""The channel of a statement, from the words around its cue: a post on X, a speech, an interview, ..."""

from __future__ import annotations

import re

from onrecord.extract.outlets import is_outlet

_OWN = (
    "the his her its their a an social media messaging microblogging platform platforms official verified own app site "
    "service network channel account handle page"
)
_ON = rf"(?:on|in|via|to|through|using|over)\s+(?:(?:{'|'.join(_OWN.split())})\s+)*"
_MEDIA = r"(?:(?:[\w-]+ )?(?:reporters|journalists|newsmen|media ?persons|news ?people)|the (?:press|media))"
_ITS = r"(?:(?:a|an|the|his|her|its|their|this|that) )(?:(?!of |with |after )[\w'’.-]+ ){0,3}"
_PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "X",
        (
            rf"\b{_ON}[‘'“\"]?\s?X\b",
            r"\bX (?:post|account|handle|\(formerly)\b",
            r"\bformerly (?:known as )?Twitter\b",
        ),
    ),
    (
        "Twitter",
        (
            rf"\b{_ON}[‘'“\"]?\s?Twitter\b",
            r"\bTwitter (?:post|account|handle|page|user|thread|feed)s?\b",
            r"\b[Rr]?[Tt]weet(?:ed|s|ing)?\b",
        ),
    ),
    ("Telegram", (r"\bTelegram\b",)),
    ("Truth Social", (r"\bTruth Social\b",)),
    ("Facebook", (r"\bFacebook (?:post|page|account|live)\b", rf"\b{_ON}Facebook\b")),
    ("Instagram", (r"\bInstagram (?:post|page|account|story)\b", rf"\b{_ON}Instagram\b")),
    ("Weibo", (r"\bWeibo\b",)),
    ("YouTube", (r"\bYouTube (?:video|channel)\b", r"\bon YouTube\b")),
    ("WhatsApp", (r"\bWhatsApp\b",)),
    ("LinkedIn", (r"\bLinkedIn\b",)),
    ("Bluesky", (r"\bBluesky\b",)),
    ("TikTok", (rf"\b{_ON}TikTok\b", r"\bTikTok (?:post|video|account)\b")),
    ("press conference", (r"\b(?:press|news|media) conferences?\b", r"\bbriefings?\b", r"\bpresser\b")),
    (
        "remarks to reporters",
        (
            rf"\b(?:told|tells?|telling|spoke to|speaking to|talking to|speaking with) (?:the |some )?{_MEDIA}\b",
            rf"\b(?:to|asked by|questions? (?:from|by)) (?:the |some )?{_MEDIA}\b",
            r"\b(?:press|media) (?:gaggle|availability|stakeout)\b",
        ),
    ),
    ("interview", (r"\binterview(?:ed|s)?\b(?! with \d)",)),
    (
        "phone call",
        (r"\b(?:phone|telephone|video)[ -]?(?:call|conversation)s?\b", r"\b(?:by|over the) (?:tele)?phone\b"),
    ),
    (
        "letter",
        (r"\b(?:in|wrote) (?:a|an|the|his|her|its|their|this|that) (?:\w+ )?letter\b", r"\bletter to\b", r"^letters?$"),
    ),
    (
        "email",
        (
            rf"\b(?:in|by|via|per) (?:{_ITS})?e(?: ?- ?)?mails?\b",
            r"\be(?: ?- ?)?mailed\b",
            r"\be(?: ?- ?)?mail (?:exchange|message|statement|reply)\b",
            r"^e-?mails?$",
        ),
    ),
    ("television", (r"\b[Tt]elevised (?:statement|comment|interview)s?\b",)),
    (
        "speech",
        (
            r"\b(?:speech|speeches|keynote|sermon)\b",
            r"\b(?:televised|video|opening|inaugural|nationwide|closing|national) (?:address|remarks|message)\b",
            r"\bin (?:a|an|his|her) (?:\w+ )?address\b",
            r"\b[Aa]ddressing (?:the|a|an|his|her|members|delegates|lawmakers|parliament)\b",
            r"\baddress to\b",
            r"\bState of the Union\b",
            rf"\b(?:at|to|during|in|told|telling) {_ITS}"
            r"(?:rally|rallies|gathering|ceremony|graduation|commencement|convention|parade|forum|town hall|crowd"
            r"|luncheon|symposium|congregation|audience)\b",
            rf"\b(?:told|telling) (?:{_ITS})?(?:supporters|worshippers|worshipers|delegates|well-wishers|troops)\b",
            r"\b(?:told|telling) (?:a|an|the) (?:[\w'’.-]+ ){0,3}(?:conference|summit)\b",
            r"\bat (?:a|an) (?:[\w'’.-]+ ){0,3}(?:conference|summit|memorial|funeral|event)\b",
        ),
    ),
    (
        "television",
        (
            r"\b(?:state|public|national) (?:-run )?(?:television|TV|broadcaster)\b",
            r"\bon (?:[\w'’.-]+ ){0,3}(?:television|TV)\b",
            r"\b(?:television|TV) (?:station|channel|network|commercial|ad)s?\b",
            r"\b(?:the|on|of) (?:[\w-]+ ){0,2}talk shows?\b",
        ),
    ),
    ("radio", (r"\b(?:on|told) (?:\w+ ){0,3}[Rr]adio\b",)),
    ("social media", (r"\bsocial media\b", r"\bin a post\b", r"\b(?:posted|wrote) online\b", r"^posts?$")),
    (
        "statement",
        (
            r"\b(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Rr]eadout|[Dd]eclaration)\b",
            r"\b(?:press|news|media) ?-?releases?\b",
            r"\bin (?:a|an|its|the) (?:\w+ )?(?:summary|account) of\b",
            r"^release$",
        ),
    ),
    (
        "report",
        (
            rf"\b(?:in|according to) {_ITS}(?:report|study|survey|poll|audit|filing)\b",
            r"^(?:report|study|survey|poll|audit|review|analysis|filing|assessment|investigation|inquiry|paper)s?$",
        ),
    ),
    (
        "meeting",
        (rf"\b(?:in|during|at) (?:{_ITS})?(?:meeting|talks|conversation|discussion|session)s?\b",),
    ),
)
_COMPILED = tuple((name, tuple(re.compile(p) for p in patterns)) for name, patterns in _PATTERNS)
_BY_RANK = [name for name, _ in _PATTERNS]


_TOLD = re.compile(r"\b(?:told|tells?|telling|spoke to|spoke with|speaking to|speaking with|talking to)\s+")
_SAID_ON = re.compile(
    r"\b(?:say|says|said|spoke|speaking|appear\w*|argued|stated|added|asserted)\s+(?:[\w-]+\s+){0,3}?on\s+"
)
_TOWARDS = re.compile(r"[\w'’.&-]+")
_WORDS = 7  # at most in the name of an outlet, with what stands before it
_OWN_TV = re.compile(r"\b(?:state|public|national)\b", re.I)


def find_channel(clause: str) -> str | None:
    """Return the channel that the words of a reporting clause name, None where they name none.

    `clause` holds the words around the content, without it; of a text that speaks, its noun alone ("report"). Of
    several channels, the most telling kind counts (order above); what an outlet is told is an interview with it.
    """
    named = next((name for name, patterns in _COMPILED if any(p.search(clause) for p in patterns)), None)
    if named in _BY_RANK[: _BY_RANK.index("interview")] or not _is_for_outlet(clause):
        return named
    return "interview"


def _is_for_outlet(clause: str) -> bool:
    """Return whether something is told to an outlet, or said on one that is not simply the state's television."""
    told = (m.end() for m in _TOLD.finditer(clause))
    if any(outlet_at(clause[at:]) for at in told):
        return True
    on = (outlet_at(clause[m.end() :]) for m in _SAID_ON.finditer(clause))
    return any(name is not None and not _OWN_TV.search(name) and name[:1].isupper() for name in on)


def outlet_at(words: str) -> str | None:
    """Return the outlet that `words` begin with, None if they begin with none."""
    ends = [m.end() for _, m in zip(range(_WORDS), _TOWARDS.finditer(words), strict=False)]
    return next((words[:end] for end in ends if is_outlet(words[:end])), None)
