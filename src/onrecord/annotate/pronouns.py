"""Whom "he", "their" and "it" mean: by subjects first, and open rather than guessed."""

from __future__ import annotations

from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.focus import Focus, Seen, distinct
from onrecord.annotate.lexicon.heads import SPEECH
from onrecord.annotate.lexicon.words import words
from onrecord.model import EntityKind

MALE = words("he him his himself")
FEMALE = words("she her hers herself")
THEY = words("they them their theirs themselves")
IT = words("it its itself")
PRONOUNS = MALE | FEMALE | THEY | IT
_THINGS: tuple[EntityKind, ...] = ("state", "organisation", "group", "mechanism")
_ENCOUNTERS = words("meeting talks conversation discussion discussions meetings dialogue encounter call exchange")
_WEATHER = words("seem appear take happen turn become make rain remain")  # often with an "it" that means nothing
_FEMALE_TITLES = words(
    "spokeswoman congresswoman chairwoman queen princess mrs ms mrs. ms. first-lady empress baroness"
)
_MALE_TITLES = words("spokesman congressman chairman king prince mr mr. sir sultan emir emperor")


class Pronouns:
    """Resolves pronouns in order of the text; learns from each whether a person is a he or a she."""

    def __init__(self, focus: Focus) -> None:
        self._focus = focus
        self._gender: dict[str, str] = {}

    def resolve(self, sentence: Sentence, token: Token, quoted: bool) -> Mention:
        """Return the mention of a pronoun; `entities` is empty where it stays open, always within quotations."""
        low = token.text.lower()
        kind: EntityKind = "person"
        found: tuple[str, ...] = ()
        if not quoted:
            if low in MALE | FEMALE:
                found = self._one_person(token, "m" if low in MALE else "f")
            elif low in THEY:
                found = self._several(sentence, token)
            else:
                found = self._thing(sentence, token)
        if low in IT:
            kind = "organisation"
        if found:
            kind = self._focus.entities[found[0]].kind
        return Mention(token.start, token.end, token.text, kind, "pronoun", found, token.start, token.end)

    def _said(self, token: Token, reach: int) -> list[list[Seen]]:
        """Return what was mentioned before, in this sentence and back; what stands in a quotation is another's."""
        return [[s for s in seen if not s.quoted] for seen in self._focus.back(token.start, reach)]

    def _fits(self, entity: str, gender: str) -> bool:
        held = self._gender.get(entity) or self._by_title(entity)
        return held is None or held == gender

    def _by_title(self, entity: str) -> str | None:
        titles = {w for o in self._focus.entities[entity].offices for w in (o.title or "").lower().split()}
        if titles & _FEMALE_TITLES:
            return "f"
        return "m" if titles & _MALE_TITLES else None

    def _one_person(self, token: Token, gender: str) -> tuple[str, ...]:
        chosen = self._right_before(token)
        for back, seen in enumerate(self._focus.back(token.start, 3)):
            if chosen:
                break
            persons = [s for s in seen if s.kind == "person" and not s.quoted and self._fits(s.entity, gender)]
            chosen = _choose(persons, near=back == 0)
            if persons:
                break
        if chosen is None:
            return ()
        self._gender[chosen] = gender
        return (chosen,)

    def _right_before(self, token: Token) -> str | None:
        """Return the person of "Ana Bay and her daughter": named right before the pronoun but for "and"."""
        here = [s for s in self._focus.here(token.start) if s.kind == "person"]
        close = here and token.dep == "poss" and token.start - here[-1].end <= len(" and ")
        return here[-1].entity if close else None

    def _several(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        here = self._focus.here(token.start)
        persons = distinct([s.entity for s in here if s.kind == "person" and not s.quoted])
        follows = sentence.tokens[token.i + 1].text.lower() if token.i + 1 < len(sentence.tokens) else ""
        if len(persons) == 2 and (
            follows in _ENCOUNTERS or (token.dep == "nsubj" and not self._crowd(sentence, token))
        ):
            return tuple(persons)
        met = self._who_met(token)
        if met:
            return met
        for seen in self._said(token, 1):
            for kinds in (("person",), ("state", "group")):
                subjects = distinct([s.entity for s in seen if s.subject and s.kind in kinds and not s.adjective])
                if len(subjects) == 2:
                    return tuple(subjects)
            if any(s.subject for s in seen):
                break
        return ()

    def _who_met(self, token: Token) -> tuple[str, ...]:
        """Return the two office holders of whom alone the sentence before tells ("A met B. They agreed")."""
        if token.dep != "nsubj" or self._focus.here(token.start) or self._focus.crowded_before():
            return ()
        before = [s for s in self._said(token, 1)[-1] if not s.aside] if self._focus.lines() > 1 else []
        persons = [s for s in before if s.kind == "person"]
        found = distinct([s.entity for s in persons])
        others = any(s.subject and s.kind != "person" for s in before)
        held = all(self._focus.entities[e].offices for e in found)
        return tuple(found) if len(found) == 2 and held and not others and any(s.subject for s in persons) else ()

    def _crowd(self, sentence: Sentence, token: Token) -> bool:
        """Return whether a plural noun before the pronoun might be meant instead."""
        return any(t.tag in ("NNS", "NNPS") and t.dep in ("nsubj", "nsubjpass") for t in sentence.tokens[: token.i])

    def _thing(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        low = token.text.lower()
        own = _own_report(sentence, token)
        if own is not None:
            return tuple(distinct([s.entity for s in self._said(token, 0)[0] if _holds(s, own)]))
        if low == "it" and not _speaks(sentence, token):
            return ()
        for seen in self._said(token, 1):
            subjects = [s for s in seen if s.subject and s.kind in _THINGS and not s.adjective]
            if subjects:
                last = distinct([s.entity for s in subjects])
                things = [s.entity for s in seen if s.kind in _THINGS and not s.adjective]
                if low == "its" and things[-1] != last[-1]:
                    return ()
                return (last[-1],) if low != "it" or len(last) == 1 else ()
            if any(s.subject for s in seen):
                break
        return ()


def _choose(persons: list[Seen], near: bool) -> str | None:
    """Choose the subject; in the same sentence the last subject, before that the only one or the first."""
    subjects = [s for s in persons if s.subject]
    if subjects:
        return subjects[-1].entity if near else subjects[0].entity
    only = distinct([s.entity for s in persons])
    return only[0] if len(only) == 1 else None


def _speaks(sentence: Sentence, token: Token) -> bool:
    return token.dep == "nsubj" and sentence.head(token).lemma in SPEECH and sentence.head(token).pos == "VERB"


def _own_report(sentence: Sentence, token: Token) -> Token | None:
    """Return the speaker of "Alba said it had signed": "it" acts in the speaker's own report."""
    verb = sentence.head(token)
    if token.text.lower() != "it" or token.dep != "nsubj" or verb.pos != "VERB" or verb.dep != "ccomp":
        return None
    said = sentence.head(verb)
    if (
        verb.lemma in _WEATHER
        or said.lemma not in SPEECH
        or said.i > verb.i
        or sentence.children(verb, "ccomp", "csubj")
    ):
        return None
    return next(iter(sentence.children(said, "nsubj")), None)


def _holds(seen: Seen, head: Token) -> bool:
    return seen.kind in _THINGS and not seen.adjective and seen.start <= head.start < seen.end
