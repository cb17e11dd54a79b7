"""The channel of a statement, from the words around its cue: a post on X, a speech, an interview, ..."""

from __future__ import annotations

import re

from onrecord.extract.channel_words import PATTERNS
from onrecord.extract.outlets import is_outlet

_COMPILED = tuple((name, tuple(re.compile(p, re.I) for p in patterns)) for name, patterns in PATTERNS)
_BEFORE_INTERVIEWS = frozenset(name for name, _ in PATTERNS[: [name for name, _ in PATTERNS].index("interview")])
_WRITTEN = frozenset({"email", "letter", "text message", "statement"})  # so too where an outlet is told
# Before a noun for a channel: it is then not over it that something is said.
_APART = re.compile(
    r"\b(?:after|before|ahead of|prior to|following|since|until|despite|amid|about|regarding|concerning"
    r"|on the (?:sidelines|margins|fringes|eve) of|(?:respon|react|refer|repl|object)\w* to|reference to|reaction to"
    r"|(?:comment|commented|commenting|elaborate|elaborated) on) "
    r"(?:(?!(?:in|at|on|during|told|to|via|through|by|for|said) )[\w'’.-]+ ){0,5}$",
    re.I,
)
_LEADING = re.compile(
    r"(?:in|at|on|during|told|tells?|telling|to|via|through|by|with|wrote|from|over|using|chairing|asked|speaking|questions?"
    r"|quer|answer\w*|repl\w+|response|opening|receiving|hosting)\b",
    re.I,
)

_TOLD = re.compile(
    r"\b(?:told|tells?|telling|spoke to|spoke with|speaking to|speaking with|talking to|talking with|talked to"
    r"|(?:comments?|remarks) to|(?:asked|interviewed|quizzed|pressed) by|q ?& ?a with|exclusive with)\s+",
    re.I,
)
_SAID_ON = re.compile(
    r"(?:\b(?:say|says|said|spoke|speaking|appear\w*|argued|stated|added|asserted)\s+(?:[\w-]+\s+){0,3}?|^)on\s+", re.I
)
_WRITTEN_IN = re.compile(r"\b(?:writing|wrote|writes|written|argued|argues|arguing)\s+(?:[\w-]+\s+){0,2}?in\s+", re.I)
_TOWARDS = re.compile(r"[\w'’.&-]+")
_ARTICLE = re.compile(
    r"The (?!Hague|Gambia|Bahamas|Netherlands|Bronx|Vatican)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
    r"|(?!WIPO|KFOR)[WK][A-Z]{3}(?![\w-])"
)
_WORDS = 7  # at most in the name of an outlet, with what stands before it
_OWN_TV = re.compile(r"\b(?:state|public|national)\b", re.I)


def find_channel(clause: str) -> str | None:
    """Return the channel that the words of a reporting clause name, None where they name none.

    `clause` holds the words around the content, without it; of a text that speaks, its noun alone ("report"). Of
    several channels, the most telling kind counts (order of `PATTERNS`); what an outlet is told is an interview.
    """
    named = next((name for name, patterns in _COMPILED if any(_names(p, clause) for p in patterns)), None)
    if named in _BEFORE_INTERVIEWS or named in _WRITTEN:
        return named
    if _is_for_outlet(clause):
        return "interview"
    return "report" if named is None and _begins_outlet(_WRITTEN_IN, clause) else named


def _names(pattern: re.Pattern[str], clause: str) -> bool:
    """Return whether a pattern stands in a clause, not behind "after", "about" and the like."""
    return any(_LEADING.match(m.group()) or not _APART.search(clause[: m.start()]) for m in pattern.finditer(clause))


def _begins_outlet(pattern: re.Pattern[str], clause: str) -> bool:
    return any(outlet_at(clause[m.end() :]) is not None for m in pattern.finditer(clause))


def _is_for_outlet(clause: str) -> bool:
    """Return whether something is told to an outlet, or said on one that is not simply the state's television."""
    if _begins_outlet(_TOLD, clause):
        return True
    on = (outlet_at(clause[m.end() :]) for m in _SAID_ON.finditer(clause))
    return any(name is not None and not _OWN_TV.search(name) and name[:1].isupper() for name in on)


def outlet_at(words: str) -> str | None:
    """Return the outlet that `words` begin with, None if they begin with none.

    A name that keeps its article ("told The Verge") is an outlet's; so are four letters like a station's ("told WABC").
    """
    kept = _ARTICLE.match(words)
    if kept:
        return kept.group()
    ends = [m.end() for _, m in zip(range(_WORDS), _TOWARDS.finditer(words), strict=False)]
    return next((words[:end] for end in ends if is_outlet(words[:end])), None)
