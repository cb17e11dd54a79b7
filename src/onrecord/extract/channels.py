"""The channel of a statement, from the words around its cue: a post on X, a speech, an interview, ..."""

from __future__ import annotations

import re

_OWN = (
    "the his her its their a an social media messaging microblogging platform platforms official verified own app site "
    "service network channel account handle page"
)
_ON = rf"(?:on|in|via|to|through|using|over)\s+(?:(?:{'|'.join(_OWN.split())})\s+)*"
_MEDIA = r"(?:reporters|journalists|the press|newsmen|media ?persons|the media)"
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
            r"\bTwitter (?:post|account|handle|page)\b",
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
    ("press conference", (r"\b(?:press|news|media) conferences?\b", r"\bbriefings?\b", r"\bpresser\b")),
    (
        "remarks to reporters",
        (
            rf"\b(?:told|tells?|telling|spoke to|speaking to|talking to|speaking with) (?:the )?{_MEDIA}\b",
            rf"\bto {_MEDIA}\b",
        ),
    ),
    ("interview", (r"\binterview(?:ed|s)?\b",)),
    (
        "phone call",
        (r"\b(?:phone|telephone|video)[ -]?(?:call|conversation)s?\b", r"\b(?:by|over the) (?:tele)?phone\b"),
    ),
    ("letter", (r"\b(?:in|wrote) (?:a|an|the|his|her|its|their) (?:\w+ )?letter\b", r"\bletter to\b")),
    ("email", (r"\b(?:in|by|via) (?:an? )?e-?mail\b", r"\be-?mailed\b")),
    (
        "speech",
        (
            r"\b(?:speech|keynote)\b",
            r"\b(?:televised|video|opening|inaugural|nationwide|closing|national) (?:address|remarks|message)\b",
            r"\bin (?:a|an|his|her) (?:\w+ )?address\b",
            r"\b[Aa]ddressing (?:the|a|an|his|her|members|delegates|lawmakers|parliament)\b",
            r"\baddress to\b",
        ),
    ),
    ("television", (r"\b(?:state|public|national) (?:television|TV|broadcaster)\b", r"\bon (?:television|TV)\b")),
    ("radio", (r"\b(?:on|told) (?:\w+ ){0,3}[Rr]adio\b",)),
    ("social media", (r"\bsocial media\b", r"\bin a post\b", r"\b(?:posted|wrote) online\b")),
    (
        "statement",
        (r"\b(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Rr]eadout|[Dd]eclaration)\b", r"\b(?:press|news|media) release\b"),
    ),
    ("report", (r"\b(?:in|according to) (?:a|an|its|the|their) (?:\w+ ){0,3}report\b",)),
)
_COMPILED = tuple((name, tuple(re.compile(p) for p in patterns)) for name, patterns in _PATTERNS)


def find_channel(clause: str) -> str | None:
    """Return the channel that the words of a reporting clause name, None where they name none.

    `clause` holds the words around the content, without it. Of several, the most telling kind counts (order above).
    """
    return next((name for name, patterns in _COMPILED if any(p.search(clause) for p in patterns)), None)
