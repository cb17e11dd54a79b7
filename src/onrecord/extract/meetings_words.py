"""The words of meetings, visits and calls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from onrecord.annotate.lexicon.words import words

# Nouns for people coming together; those of TALK are also held between two.
TALK = words(
    "meeting talk summit discussion consultation negotiation conversation deliberation call session dialogue "
    "interaction audience"
)
GATHERING = words("meeting summit conference assembly forum congress session gathering conclave council")
# These count only where they are held or go on with somebody.
WEAK_TALK = frozenset({"dialogue", "interaction", "audience", "session", "conversation", "discussion", "consultation"})
VISIT = frozenset({"visit", "trip"})
# Verbs that such a noun is the object of.
HOLD = words(
    "hold have conduct chair co-chair convene begin start resume open conclude continue finish complete lead mediate"
)
HOST = frozenset({"host"})
HAPPEN = words("take hold happen begin start conclude conclude end convene occur open resume continue")
PRESS = frozenset({"press", "news", "media"})
PHONE = frozenset({"phone", "telephone", "telephonic"})
VIDEO = frozenset({"video", "videoconference"})
CALLED = words("receive make place get take initiate")  # what is done with a phone call, beside holding it
SPEAK = frozenset({"speak", "talk"})
CONFER = frozenset({"confer", "consult", "huddle"})
RECEIVE = frozenset({"receive", "host"})
DISCUSS = frozenset({"discuss", "review", "address", "cover", "explore", "examine", "assess"})
EXCHANGE = frozenset({"exchange", "share"})  # views, opinions
VIEWS = frozenset({"view", "opinion"})
COUNTERPARTS = frozenset({"counterpart", "opposite", "homologue"})
SIDELINES = frozenset({"sideline", "margin", "fringe", "sidelines", "margins"})
ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "both"})

Manner = Literal["met", "talked", "negotiated", "phone", "video"]

# Words of coming together; "the talks" and "negotiations" may go on through others, or by letter.
_MET = re.compile(
    r"\b(?:meet\w*|met|(?:sat|sits?|sitting) down|receiv\w+|host\w*|visit\w*|summits?|audience|face-to-face|in person"
    r"|huddl\w+|call(?:ed|s|ing)? (?:up)?on|brought|sessions?|gather\w*|conclave|forum|conference|congress|assembly"
    r"|council|delegation-level)\b",
    re.IGNORECASE,
)
_NEGOTIATED = re.compile(r"\bnegotiat\w+", re.IGNORECASE)
_TALKED = re.compile(
    r"\b(?:talks?|talked|talking|discuss\w*|consult\w*|dialogues?|conversations?|deliberat\w+|confer\w*|exchang\w+"
    r"|interactions?|address\w*|review\w*|shar\w+)\b",
    re.IGNORECASE,
)


def manner_of(triggers: Iterable[str], by_phone: bool) -> Manner:
    """Return what the triggers of a meeting say that two did: met, where any says so, else talked or negotiated."""
    told = " . ".join(triggers)
    if by_phone:
        return "video" if any(word in told.lower() for word in VIDEO) else "phone"
    if _MET.search(told):
        return "met"
    return "negotiated" if _NEGOTIATED.search(told) else "talked" if _TALKED.search(told) else "met"
