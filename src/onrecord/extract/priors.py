"""How sure a saying is: by its pattern, as counted on the first 520 training documents of PolNeAR, and by the reader.

How the two go together was fitted on the 70 articles held back from the reader's training (logistic regression).

A saying counts as right where its content and its source both match one that the corpus's readers marked.
"""

from __future__ import annotations

import math
from typing import Literal

from onrecord.annotate.annotation import Annotation
from onrecord.extract import cues
from onrecord.extract.tellings import Telling

Voice = Literal["say", "other", "belief"]

# (pattern, voice): right, of. "say": a verb that only speech can be meant by; "other": any other cue of speech.
_COUNTS: dict[tuple[str, Voice], tuple[int, int]] = {
    ("according", "other"): (151, 194),
    ("as", "other"): (152, 219),
    ("as", "belief"): (19, 36),
    ("aside", "say"): (120, 149),
    ("aside", "other"): (14, 18),
    ("aside", "belief"): (5, 20),
    ("carried", "other"): (17, 35),
    ("front", "say"): (164, 224),
    ("front", "other"): (22, 35),
    ("front", "belief"): (4, 17),
    ("label", "other"): (3, 3),
    ("nominal", "other"): (16, 34),
    ("nominal", "belief"): (2, 5),
    ("noun", "other"): (428, 660),
    ("noun", "belief"): (22, 37),
    ("quote", "say"): (2102, 2263),
    ("quote", "other"): (141, 195),
    ("that", "say"): (1733, 2132),
    ("that", "other"): (272, 363),
    ("that", "belief"): (145, 302),
    ("to", "say"): (26, 32),
    ("to", "other"): (41, 61),
    ("to", "belief"): (39, 90),
    ("urge", "other"): (64, 91),
    ("with", "other"): (160, 281),
    ("with", "belief"): (19, 33),
}
OPEN = 0.86  # times that, where it stays open whom the source means: 1495 of 2228 are right, of all 5878 of 7526


READ = (-0.20, 0.91)  # log odds of what only the reader found: constant, times its own log odds
BOTH = (0.15, 0.74, 0.30)  # of what both found: constant, times the reader's, times the pattern's
UNREAD = 0.35  # times the pattern's share, where the reader found nothing: 41 of 162 were right


def prior(annotation: Annotation, telling: Telling) -> float:
    """Return how likely a saying like this is right, 0 to 1."""
    read = _odds(telling.confidence) if telling.confidence is not None else None
    if telling.pattern == "read" and read is not None:
        return _chance(READ[0] + READ[1] * read)
    counted = _counted(annotation, telling)
    if read is None:
        return counted * (UNREAD if telling.relay is None else 1.0)
    return _chance(BOTH[0] + BOTH[1] * read + BOTH[2] * _odds(counted))


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.01), 0.99)
    return math.log(chance / (1 - chance))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _counted(annotation: Annotation, telling: Telling) -> float:
    """Return the share of sayings of the rules' pattern that were right before the reader was heard."""
    voice = _voice(annotation, telling)
    right, of = _COUNTS.get((telling.pattern, voice)) or _COUNTS[telling.pattern, "other"]
    return (right + 1) / (of + 2)


def _voice(annotation: Annotation, telling: Telling) -> Voice:
    if telling.belief:
        return "belief"
    tokens = annotation.sentences[telling.sentence].tokens
    verb = next((t for t in tokens if telling.verb is not None and t.start == telling.verb.start), None)
    return "say" if verb is not None and cues.base(verb.lemma) in cues.SPEAKING else "other"
