"""The words of meetings, visits and calls."""

from __future__ import annotations

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
SPEAK = frozenset({"speak", "talk"})
CONFER = frozenset({"confer", "consult", "huddle"})
RECEIVE = frozenset({"receive", "host"})
DISCUSS = frozenset({"discuss", "review", "address", "cover", "explore", "examine", "assess"})
EXCHANGE = frozenset({"exchange", "share"})  # views, opinions
VIEWS = frozenset({"view", "opinion"})
COUNTERPARTS = frozenset({"counterpart", "opposite", "homologue"})
SIDELINES = frozenset({"sideline", "margin", "fringe", "sidelines", "margins"})
ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "both"})
