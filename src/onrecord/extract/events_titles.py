"""The label of a happening that a noun tells: with its actor and verb where a verb carries it."""

from __future__ import annotations

from onrecord.annotate.annotation import Annotation, Sentence, Token
from onrecord.extract.events_clause import after_preposition, phrase
from onrecord.extract.events_phrase import Phrase
from onrecord.extract.events_telling import Located, Party, names
from onrecord.extract.events_tense import finite
from onrecord.model import Status

_FAR = 60  # characters behind the noun that a label may take in


def title(
    annotation: Annotation,
    sentence: Sentence,
    noun: Token,
    around: Phrase,
    carrier: Token | None,
    actors: tuple[Party, ...],
    place: Located | None,
    status: Status,
) -> str:
    """Return "Kenya conducted airstrikes in X" where a verb carries the noun, else the noun's own words."""
    text = annotation.report.text
    end = max(noun.end, _end(sentence, noun, place))
    carried = carrier is not None and noun.dep == "dobj" and 0 < noun.start - carrier.start <= _FAR
    if carrier is not None and carried and actors and status != "denied":
        said = f"{names(annotation, actors)} {finite(sentence, carrier, status)}{text[carrier.end : end]}"
    else:
        said = text[_start(annotation, around) : end]
    said = said[: said.rindex("(")] if said.count("(") > said.count(")") else said
    return " ".join(said.replace("“", "").replace("”", "").replace('"', "").split())


def _start(annotation: Annotation, around: Phrase) -> int:
    """Where the words begin that name the happening: with whose it is, without its date."""
    text = annotation.report.text
    dated = annotation.dates_in(around.span.start, around.span.end)
    whose = [
        m.start
        for m in around.before
        if (m.form == "adjective" or m.kind in ("group", "organisation")) and text[m.start - 1 : m.start] not in "-–"
    ]
    return min([around.core.start, *(whose if not dated else [])])


def _end(sentence: Sentence, noun: Token, place: Located | None) -> int:
    if place is not None and noun.end < place.span.end <= noun.end + _FAR:
        last = sentence.tokens_in(place.span.start, place.span.end)[-1]
        head = sentence.head(last)
        adjective = last.dep in ("amod", "compound") and 0 < head.i - last.i <= 2  # "inside Kenyan territory"
        return head.end if adjective else place.span.end
    ends = [t.end for t in after_preposition(sentence, noun, "of", "on", "against")]
    ends += [phrase(sentence, t)[-1].end for t in after_preposition(sentence, noun, "of")]
    ends += [c.end for t in after_preposition(sentence, noun, "between") for c in sentence.conjuncts(t)]
    return max((e for e in ends if e - noun.end <= _FAR), default=noun.end)
