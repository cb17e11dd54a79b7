"""The channel of a statement, from the words around its cue: a post on X, a speech, an interview, ..."""

from __future__ import annotations

import re

_ON = r"(?:on|via|to|through|using|over)\s+(?:(?:the|his|her|its|their|a|an|social|media|messaging|microblogging|platform|platforms|official|verified|own|app|site|service|network|channel|account|handle|page)\s+)*"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("X", rf"\b{_ON}(?:X\b|Twitter\b)|\b(?:[Tt]weet(?:ed|s|ing)?|[Rr]etweet(?:ed|s|ing)?|X post|X account|X handle|X \(formerly)\b|\bformerly Twitter\b|\bX, formerly\b"),
        ("Telegram", r"\bTelegram\b"),
        ("Truth Social", r"\bTruth Social\b"),
        ("Facebook", r"\bFacebook (?:post|page|account|live)\b|\b(?:on|to|via) (?:his |her |its |their )?(?:official )?Facebook\b"),
        ("Instagram", r"\bInstagram (?:post|page|account|story)\b|\b(?:on|to|via) (?:his |her |its |their )?Instagram\b"),
        ("Weibo", r"\bWeibo\b"),
        ("YouTube", r"\bYouTube (?:video|channel)\b|\bon YouTube\b"),
        ("WhatsApp", r"\bWhatsApp\b"),
        ("LinkedIn", r"\bLinkedIn\b"),
        ("press conference", r"\b(?:press|news|media) (?:conference|briefing)s?\b|\b(?:told|briefed) (?:a |the )?(?:\w+ )?briefing\b|\bat a briefing\b|\bpresser\b"),
        ("remarks to reporters", r"\b(?:told|tells?|telling|spoke to|speaking to|talking to|briefed) (?:the )?(?:reporters|journalists|the press|newsmen|media persons|mediapersons|the media)\b"),
        ("interview", r"\binterview(?:ed|s)?\b"),
        ("phone call", r"\b(?:phone|telephone|video)[ -]?(?:call|conversation)s?\b|\bby (?:phone|telephone)\b|\bover the phone\b"),
        ("letter", r"\b(?:in|wrote) (?:a|an|the|his|her|its|their) (?:\w+ )?letter\b|\bletter to\b"),
        ("email", r"\bin an? e-?mail(?:ed)?\b|\bby e-?mail\b|\bemailed\b"),
        ("speech", r"\b(?:speech|keynote|(?:televised|video|opening|inaugural|nationwide|closing|national|recorded) (?:address|remarks|message)|in (?:a|an|his|her) (?:\w+ )?address|[Aa]ddressing (?:the|a|an|his|her|members|delegates|lawmakers|parliament)|address to)\b"),
        ("television", r"\b(?:state|public|national) (?:television|TV|broadcaster)\b|\bon (?:television|TV)\b"),
        ("radio", r"\b(?:on|told) (?:\w+ ){0,3}[Rr]adio\b"),
        ("social media", r"\bsocial media (?:post|platforms?|account|page)?\b|\bin a (?:social media )?post\b|\b(?:posted|wrote) online\b"),
        ("statement", r"\b(?:[Ss]tatement|[Cc]ommuniqu[eé]|(?:press|news) release|[Rr]eadout|[Dd]eclaration)\b"),
        ("report", r"\b(?:in|according to) (?:a|an|its|the|their) (?:\w+ ){0,3}report\b"),
    )
)  # fmt: skip


def find_channel(clause: str) -> str | None:
    """Return the channel that the words of a reporting clause name, None where they name none.

    `clause` holds the words around the content, without it. Of several, the most telling kind counts (order above).
    """
    return next((name for name, pattern in _PATTERNS if pattern.search(clause)), None)
