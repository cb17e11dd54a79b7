"""Place and date of an event: from the phrases that hang on its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.annotate.annotation import Annotation, Mention, Sentence, Token
from onrecord.annotate.gazetteer import Gazetteer
from onrecord.annotate.lexicon.common import WISHES
from onrecord.annotate.lexicon.words import words
from onrecord.extract.events_clause import clause
from onrecord.extract.events_telling import Dated, Located
from onrecord.extract.meetings_words import SIDELINES
from onrecord.extract.triggers_nouns import NOUNS
from onrecord.model import Place, Span

IN = frozenset({"in", "at", "near", "inside", "outside", "around", "across", "throughout", "along", "on"})
# "On" leads to a topic with words of talking, never to where they talked.
WITHIN = IN - {"on"}
# What somebody talks about or reacts to: the place behind one of these is the topic's, not the event's.
_TOPICAL = words(
    "situation crisis war conflict issue question development developments tension tensions ceasefire truce peace "
    "escalation reconstruction process problem dispute stability security fighting violence hostilities genocide "
    "famine humanitarian solution settlement unrest instability turmoil escalations events interest interests"
)
# A date behind one of these is a limit or a reason, not the day of the event.
_NOT_WHEN = frozenset(
    {"for", "since", "until", "till", "before", "after", "from", "than", "by", "following", "ahead", "to"}
)


def locate(
    annotation: Annotation, sentence: Sentence, heads: Iterable[Token], preps: frozenset[str] = IN
) -> Located | None:
    """Return the place in the phrases of place that hang on one of `heads`; a town before a state."""
    found = [m for head in heads for m in _place_mentions(annotation, sentence, head, preps)]
    exact = [m for m in found if m.kind == "place"]
    chosen = next(iter(exact or found), None)
    if chosen is None:
        return None
    listed = [m for m in found if m.end < chosen.start and " and" in annotation.report.text[m.end : chosen.start]]
    place = located(annotation, sentence, listed[0] if listed else chosen)
    if place.place.country is None:  # "at the Blue Palace in X": the town says where
        towns = [m for m in exact if annotation.report.text[chosen.end : m.start].strip().lower() == "in"]
        known = [t for t in (located(annotation, sentence, m) for m in towns[:1]) if t.place.country is not None]
        return known[0] if known else place
    return place


def _place_mentions(
    annotation: Annotation, sentence: Sentence, head: Token, preps: frozenset[str], depth: int = 3
) -> Iterator[Mention]:
    for prep in sentence.children(head, "prep"):
        aside = prep.text.lower() == "on" and any(t.lemma.lower() in SIDELINES for t in sentence.children(prep, "pobj"))
        if (prep.text.lower() not in preps and not aside) or _topical(sentence, prep):
            continue
        for pobj in sentence.children(prep, "pobj"):
            if pobj.lemma.lower() in _TOPICAL | WISHES:
                continue
            mention = annotation.mention_of(pobj)
            if mention is not None and mention.kind in ("place", "state") and _names_place(annotation, mention):
                yield mention
            if pobj.lemma.lower() in NOUNS:
                continue
            if pobj.lemma.lower() in ("territory", "soil", "airspace", "water"):
                owners = [annotation.mention_of(t) for t in sentence.children(pobj, "amod", "poss", "compound")]
                yield from (m for m in owners if m is not None and m.kind == "state" and m.entities)
            yield from _beside(annotation, sentence, pobj, ("appos", "conj"))
            if depth:
                yield from _place_mentions(annotation, sentence, pobj, preps | {"of"}, depth - 1)
            yield from _beside(annotation, sentence, pobj, ("nmod", "compound", "poss"))


def _beside(annotation: Annotation, sentence: Sentence, head: Token, deps: tuple[str, ...]) -> Iterator[Mention]:
    """The places that hang on the head itself: "the town of X, Y", "at X's station", "a X suburb"."""
    own = annotation.mention_of(head)
    for child in sentence.children(head, *deps):
        beside = annotation.mention_of(child)
        if beside is not None and beside.kind == "place" and beside != own and _names_place(annotation, beside):
            yield beside


def _topical(sentence: Sentence, prep: Token) -> bool:
    """Whether the words before the preposition are a topic: "exchanged views on the situation in X"."""
    return prep.i > 0 and sentence.tokens[prep.i - 1].lemma.lower() in _TOPICAL


def _names_place(annotation: Annotation, mention: Mention) -> bool:
    """Whether the mention is a name, and no "X-occupied" region: that is named only by the side that holds it."""
    if mention.form != "name":
        return False
    before = annotation.report.text[max(0, mention.start - 14) : mention.start].rstrip().lower()
    return not before.endswith(("occupied", "administered", "controlled", "held", "annexed"))


def located(annotation: Annotation, sentence: Sentence, mention: Mention) -> Located:
    """Return the place that `mention` names, resolved with the states named beside it."""
    entity = annotation.entity(mention.entities[0]) if mention.entities else None
    country = entity.country if entity else None
    name = mention.text
    if country is None and mention.kind == "place":
        country = _state_beside(annotation, sentence, mention)
    if mention.kind == "state":
        name = entity.name if entity is not None and mention.form == "adjective" else name
        return Located(Place(name, country), Span(mention.start, mention.end), exact=False)
    joined = _region_of_two(annotation, mention)
    place = resolve_place(annotation, joined.of(annotation.report.text) if joined else name, country)
    return Located(place, joined or Span(mention.start, mention.end))


def _region_of_two(annotation: Annotation, mention: Mention) -> Span | None:
    """The span of "X and Y" where that is the name of one place."""
    for other in annotation.mentions_in(mention.end, mention.end + 40)[:1]:
        if annotation.report.text[mention.end : other.start] == " and " and other.kind in ("place", "state"):
            both = Span(mention.start, other.end)
            if Gazetteer.default().candidates(both.of(annotation.report.text)):
                return both
    return None


def _state_beside(annotation: Annotation, sentence: Sentence, mention: Mention) -> str | None:
    """Return the country of a state named right beside a place: "Qom, Iran", "Iran's Qom"."""
    for other in annotation.mentions_in(max(sentence.start, mention.start - 40), min(sentence.end, mention.end + 30)):
        if other.kind != "state" or not other.entities:
            continue
        between = annotation.report.text[min(mention.end, other.end) : max(mention.start, other.start)].strip().lower()
        after = other.start >= mention.end
        following = annotation.report.text[other.end : other.end + 2]
        if after and (other.form != "name" or following in ("'s", "’s")):
            continue
        if (after and between in (",", "(", "in")) or (
            not after
            and between
            in (
                "'s",
                "’s",
                "",
                "city of",
                "town of",
                "capital",
                "'s capital",
                "’s capital",
                "capital of",
                "'s capital,",
                "’s capital,",
            )
        ):
            return annotation.entity(other.entities[0]).country
    return None


def resolve_place(annotation: Annotation, name: str, country: str | None) -> Place:
    """Return the place with what the gazetteer knows about it; the states that the report names weigh for it."""
    states = [annotation.entity(e).country for m in annotation.mentions if m.kind == "state" for e in m.entities]
    gazetteer = Gazetteer.default()
    found = annotation.place(name)
    if found is None or (country is not None and found.country != country):
        found = gazetteer.find(name, country, [state for state in states if state])
    return replace(found, name=name, country=country or found.country) if found is not None else Place(name, country)


def when(annotation: Annotation, sentence: Sentence, heads: Iterable[Token]) -> Dated | None:
    """Return the date that hangs on one of `heads`; the nearest to its head."""
    for head in heads:
        inside = {t.i for t in clause(sentence, head)}
        found = []
        for mention in annotation.dates_in(sentence.start, sentence.end):
            tokens = sentence.tokens_in(mention.start, mention.end)
            if tokens and tokens[0].i in inside and _says_when(sentence, tokens, head):
                found.append((abs(tokens[0].i - head.i), mention.start, mention))
        if found:
            date = min(found, key=lambda f: f[:2])[2]
            return Dated(date.date, Span(date.start, date.end))
    return None


def _says_when(sentence: Sentence, tokens: tuple[Token, ...], head: Token) -> bool:
    """Whether the date says when `head` was: it hangs on it, not on another noun, nor behind "since" or "for"."""
    inside = {t.i for t in tokens}
    here = next((t for t in tokens if sentence.head(t).i not in inside), tokens[0])
    if here.i == head.i:
        return True
    by_word = here.dep in ("pobj", "npadvmod", "tmod", "advmod")
    for _ in range(8):
        above = sentence.head(here)
        if here.i != head.i and here.pos in ("ADP", "SCONJ", "VERB") and here.text.lower() in _NOT_WHEN:
            return False
        if above.i == head.i and here.dep == "xcomp":  # "agreed to meet on Monday": the day of the meeting
            return False
        if above.i == head.i or above is here:
            return True
        if above.pos in ("NOUN", "PROPN") and (not by_word or above.lemma.lower() in NOUNS):
            return False
        here = above
    return False
