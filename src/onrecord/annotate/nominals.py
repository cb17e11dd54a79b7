"""Descriptions that stand for a name: "the two ministers", "both countries", "the ministry", "his counterpart"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.annotation import Mention, Sentence, Token
from onrecord.annotate.focus import Focus, Reading, Seen, distinct
from onrecord.annotate.lexicon.offices import FORMER, PLURALS
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.linking import is_former
from onrecord.annotate.persons import OfficeSpan
from onrecord.annotate.phrases import phrase_start
from onrecord.model import Entity, EntityKind, Office

_COUNTRIES = words("countries nations sides neighbours neighbors parties states delegations governments")
_SIDES = ("sides", "parties", "delegations")
_LEADERS = words("leaders officials men women presidents statesmen heads")
_OVER = words("top senior military army navy defence defense")
_TOP = words("president premier chancellor king queen emir sultan prime prince leader taoiseach pope")
_PREMIER = words("premier pm")
_HEAD_OF_GOVERNMENT = words("prime minister")
_UNDER = words("deputy vice")
_SENT = words("ambassador envoy diplomat")
_BODIES = words(
    """ministry department commission council court party agency bloc group organisation organization alliance army
    military government union body committee authority assembly parliament junta militia movement grouping"""
)
_LOOSE_BODIES = words("bloc group organisation organization alliance body grouping union")
_COUNTERPART = words("counterpart counterparts")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description in place: a mention, and the country and office that an unresolved one tells."""

    mention: Mention
    country: str | None = None
    office: Office | None = None


class Nominals:
    """Resolves descriptions against the focus; `entities` of a mention stays empty where it is open."""

    def __init__(self, focus: Focus) -> None:
        self._focus = focus
        self._persons = [e for e in focus.entities.values() if e.kind == "person"]

    def find(self, reading: Reading, token: Token) -> Nominal | None:
        """Return the description that has its head at `token`, if one does."""
        sentence, low = reading.sentence, token.text.lower()
        if low in _COUNTERPART:
            return self._counterpart(reading, token)
        for office in reading.offices:
            if office.end - 1 == token.i:
                return self._office(reading, office)
        start = phrase_start(sentence, token.i)
        first = sentence.tokens[start].text.lower()
        if low in _COUNTRIES and _two(sentence, start, token.i):
            return _nominal(sentence, start, token.i, "state", self.two_countries(token.start, low in _SIDES))
        if low in _LEADERS and _two(sentence, start, token.i):
            return _nominal(sentence, start, token.i, "person", self._two_persons(token.start, None))
        if low in ("pair", "duo") and first == "the":
            return _nominal(sentence, start, token.i, "person", self._two_persons(token.start, None))
        if low in ("country", "nation") and first == "the" and start == token.i - 1:
            return _nominal(sentence, start, token.i, "state", self.country_in_focus(token.start))
        if low in _BODIES and first == "the" and token.dep not in ("compound", "amod"):
            kind: EntityKind = "organisation"
            return _nominal(sentence, start, token.i, kind, self._body(sentence, start, token))
        return None

    def two_countries(self, offset: int, groups: bool = False) -> tuple[str, ...]:
        """Return the ids of the two states last spoken of, by name or by their officials; mediators are none of them.

        Where more are spoken of, the only two between whom the report tells of anything, else nobody.
        """
        held: list[str] = []
        for seen in self._focus.back(offset):
            pairs = self._focus.pairs(seen)
            if len(pairs) == 1 and not held:
                return pairs[0]
            held = distinct([*held, *(s for one in seen for s in self._side(one, groups))])
            if len(held) == 2:
                return tuple(held)
            if len(held) > 2:
                break
        armed = any(self._focus.entities[e].kind == "group" for e in held)
        return () if armed else self._focus.opponents()

    def _side(self, seen: Seen, groups: bool) -> list[str]:
        """Return the state (or the armed group) that a mention brings to mind as a side."""
        if seen.quoted or seen.aside:
            return []
        if groups and seen.kind in ("group", "organisation") and not seen.adjective:
            state = self._states_of(self._focus.entities[seen.entity].country or "") if seen.kind != "group" else []
            return [state[0] if state else seen.entity]
        country = self._focus.country(seen)
        return self._states_of(country) if country else []

    def _states_of(self, country: str) -> list[str]:
        return [e.id for e in self._focus.entities.values() if e.kind == "state" and e.country == country][:1]

    def country_in_focus(self, offset: int) -> tuple[str, ...]:
        """Return the state meant by "the country": the only one of the nearest sentence that names any."""
        for seen in self._focus.back(offset, 2):
            states = [s for s in seen if s.kind == "state"]
            if states:
                sure = len({s.entity for s in states}) == 1 and not all(s.adjective for s in states)
                return (states[0].entity,) if sure else ()
        return ()

    def country_of(self, entity: str) -> str | None:
        """Return the state (ISO3) of an entity."""
        return self._focus.entities[entity].country

    def _two_persons(self, offset: int, head: str | None) -> tuple[str, ...]:
        """Return the two persons last spoken of whose office has this head; none if a third stands as near."""
        held: list[str] = []
        for seen in self._focus.back(offset):
            persons = [s for s in seen if s.kind == "person" and not (s.quoted or s.aside)]
            here = distinct([s.entity for s in persons if self._holds(s.entity, head)])
            fresh = distinct([*held, *here])
            if len(fresh) == 2:
                return tuple(fresh)
            if len(fresh) > 2:
                return ()
            held = fresh
        return ()

    def _holds(self, entity: str, head: str | None) -> bool:
        offices = self._focus.entities[entity].offices
        wanted = _title_words(head)
        return head is None or any(wanted <= _title_words((o.title or "").replace("-", " ")) for o in offices)

    def _body(self, sentence: Sentence, start: int, token: Token) -> tuple[str, ...]:
        low = token.text.lower()
        said = {t.text.lower() for t in sentence.tokens[start + 1 : token.i]}
        for seen in self._focus.back(token.start):
            for s in reversed(seen):
                entity = self._focus.entities[s.entity]
                if entity.kind not in ("organisation", "group", "mechanism"):
                    continue
                names = {w for n in (entity.name, *entity.aliases) for w in n.lower().split()}
                loose = low in _LOOSE_BODIES and _is_bloc(entity)
                if (low in names and said <= names) or (loose and not said):
                    return (entity.id,)
        return ()

    def _office(self, reading: Reading, office: OfficeSpan) -> Nominal | None:
        sentence = reading.sentence
        start = office.full_start
        if office.plural:
            return self._plural_office(sentence, office) or _officials(reading, office)
        first = sentence.tokens[start].text.lower()
        if first not in ("the", "his", "her", "their", "its") and not office.country:
            return None
        country = office.country
        follows = sentence.tokens[start + 1].text.lower() if start + 1 < len(sentence.tokens) else ""
        if first == "the" and follows in ("country", "nation"):
            state = self.country_in_focus(sentence.tokens[start].start)
            country = self._focus.entities[state[0]].country if state else None
        found = self._same_person(sentence, start)
        if not found and (country or first == "the"):  # "its president": of whom is not known
            found = self._by_office(office, country, sentence.tokens[start].start)
        told = Office(office.title, None, office.organisation, country)
        mention = _mention(sentence, start, office.full_end - 1, "person", found, told)
        return Nominal(mention, country, told)

    def _same_person(self, sentence: Sentence, start: int) -> tuple[str, ...]:
        """Return the subject of "Ana Bay, on her first visit as Alba's premier": who acts "as" somebody is that one."""
        if start == 0 or sentence.tokens[start - 1].text.lower() != "as":
            return ()
        said = [s for s in self._focus.here(sentence.tokens[start].start) if s.kind == "person" and not s.quoted]
        found = distinct([s.entity for s in said])
        return tuple(found) if len(found) == 1 and any(s.subject for s in said) else ()

    def _by_office(self, office: OfficeSpan, country: str | None, offset: int) -> tuple[str, ...]:
        """Return the person of this office: where a country is said the only one who fits, else the last spoken of."""
        if country:
            fitting = [e.id for e in self._persons if _fits(e, office, country)]
            return (fitting[0],) if len(fitting) == 1 else () if fitting else self._stateless(office, offset)
        title = _title_words(office.title)
        holders = {e.id for e in self._persons if self._titled(e.id, title)}
        if len(holders) > 1:
            return self._holder_in_focus(holders, offset)
        near = [s.entity for seen in self._focus.back(offset, 4) for s in seen if s.entity in holders]
        return tuple(near[:1])

    def _holder_in_focus(self, holders: set[str], offset: int) -> tuple[str, ...]:
        """Return which of several holders "the premier" means: who alone was the subject just before, else nobody."""
        here = {s.entity for s in self._focus.here(offset)} & holders
        for seen in [] if here else list(self._focus.back(offset, 3))[1:]:
            persons = [s for s in seen if s.kind == "person" and not s.quoted]
            subjects = distinct([s.entity for s in persons if s.subject])
            if subjects:
                return tuple(subjects) if len(subjects) == 1 and subjects[0] in holders else ()
            if holders & {s.entity for s in persons}:
                return ()
        return ()

    def _stateless(self, office: OfficeSpan, offset: int) -> tuple[str, ...]:
        """Return the subject of the sentences before, if it holds the office and its state was not said yet."""
        if self._focus.here(offset):
            return ()
        for seen in self._focus.back(offset, 2):
            subjects = distinct([s.entity for s in seen if s.kind == "person" and s.subject and not s.quoted])
            if subjects:
                entity = self._focus.entities[subjects[0]]
                same = entity.country is None and any(_same_office(o.title, office) for o in entity.offices)
                return (entity.id,) if len(subjects) == 1 and same else ()
        return ()

    def _titled(self, entity: str, title: set[str]) -> bool:
        return any(_may_be_called(o, title) for o in self._focus.entities[entity].offices)

    def _plural_office(self, sentence: Sentence, office: OfficeSpan) -> Nominal | None:
        start = office.start
        while start > 0 and sentence.tokens[start - 1].text.lower() in ("the", "two", "both"):
            start -= 1
        after = [t.text.lower() for t in sentence.tokens[office.end : office.end + 4]]
        head = office.head
        offset = sentence.tokens[start].start
        if _two(sentence, start, office.start) or self._only_two(sentence, start, office):
            found = self._two_persons(offset, "minister" if head == "minister" else None if head == "leader" else head)
            return _nominal(sentence, start, office.end - 1, "person", found)
        if after[:1] == ["of"] and set(after[1:]) & {"both", "two"} and set(after[1:]) & _COUNTRIES:
            states = self.two_countries(offset)
            countries = [self._focus.entities[s].country for s in states]
            persons = [[e.id for e in self._persons if c and _fits(e, office, c)] for c in countries]
            found = tuple(p[0] for p in persons) if persons and all(len(p) == 1 for p in persons) else ()
            return _nominal(sentence, start, office.end - 1, "person", found)
        return None

    def _only_two(self, sentence: Sentence, start: int, office: OfficeSpan) -> bool:
        """Return whether "the ministers" can only mean two: no more in the report hold such an office."""
        plain = office.end - start == 2 and sentence.tokens[start].text.lower() == "the"
        return plain and sum(self._holds(e.id, office.head) for e in self._persons if e.named) == 2

    def _counterpart(self, reading: Reading, token: Token) -> Nominal | None:
        """Resolve "his Ruritanian counterpart": the one person of that state with the office of whom "his" means."""
        sentence = reading.sentence
        start = token.i
        mine = [m for m in reading.mentions if m.kind == "state"]
        countries: list[str] = []
        while start > 0:
            before = sentence.tokens[start - 1]
            state = next((m for m in mine if m.start <= before.start < m.end), None)
            if state:
                countries.insert(0, self._focus.entities[state.entities[0]].country or "")
            elif before.text.lower() not in ("and", ",", "the", "his", "her", "their"):
                break
            start -= 1
            if before.text.lower() in ("his", "her", "their"):
                break
        found = [self._of_country(c) for c in distinct(countries)]
        resolved = tuple(f for f in found if f) if all(found) else ()
        country = countries[0] if len(set(countries)) == 1 else None
        return Nominal(_mention(sentence, start, token.i, "person", resolved), country)

    def _of_country(self, country: str) -> str | None:
        fitting = [e.id for e in self._persons if e.country == country and e.offices and e.named]
        return fitting[0] if len(fitting) == 1 else None


def _officials(reading: Reading, office: OfficeSpan) -> Nominal | None:
    """Return people without a name who lead for one state: "Alba's top military leaders". No list of names follows."""
    sentence, start = reading.sentence, office.full_start
    if not office.country or office.full_end > office.end or not _OVER & set(office.title.lower().split()):
        return None
    before = sentence.tokens[start - 1].text.lower() if start else ""
    first = sentence.tokens[office.start].start
    last = sentence.tokens[min(office.end + 1, len(sentence.tokens) - 1)].start
    if before in ("and", ",", "&") or any(first <= m.start <= last for m in reading.mentions if m.kind == "person"):
        return None
    told = Office(office.title, None, office.organisation, office.country)
    return Nominal(_mention(sentence, start, office.end - 1, "group", (), told), office.country, told)


def _fits(entity: Entity, office: OfficeSpan, country: str) -> bool:
    wanted = {PLURALS.get(w, w) for w in _title_words(office.title)}
    return entity.country == country and any(
        o.organisation == office.organisation and (wanted <= _title_words(o.title) or _same_office(o.title, office))
        for o in entity.offices
    )


def _same_office(title: str | None, office: OfficeSpan) -> bool:
    """Return whether two titles surely mean one office: equal and of two words, or a head of state called leader."""
    held, said = _title_words(title), _title_words(office.title)
    if said == {"top", "diplomat"} or (said == {"diplomat"} and office.title.lower().startswith("top")):
        return bool(held & {"foreign", "external"}) or {"secretary", "state"} <= held
    if said == {"defence", "chief"}:
        return "defence" in held and bool(held & {"minister", "secretary"})
    return (held == said and len(said) > 1) or (said == {"leader"} and bool(held & _TOP))


def _is_bloc(entity: Entity) -> bool:
    """Return whether "the group" may mean it: an armed group, or a body of no one state, known by initials."""
    if entity.kind == "group" or entity.code in ("IGO", "NGO"):
        return True
    initials = any(n.isupper() and " " not in n for n in (entity.name, *entity.aliases))
    return entity.kind == "organisation" and entity.country is None and not entity.sectors and initials


def _may_be_called(office: Office, said: set[str]) -> bool:
    """Return whether the words of "the minister" or "the air chief" may mean the holder of this office or rank."""
    held = _title_words(office.title)
    if said == {"air", "chief"} and (office.rank or "").lower() == "air chief marshal":
        return True
    if is_former(office.title) and not said & FORMER:
        return False
    if said in (_HEAD_OF_GOVERNMENT, {"president"}, {"chancellor"}) and held & _UNDER:
        return False
    if said == {"minister"} and held >= _HEAD_OF_GOVERNMENT and not held & _UNDER:
        return False  # who is prime minister is not called "the minister"
    return said <= held or (said <= _SENT and bool(held & _SENT))


def _title_words(title: str | None) -> set[str]:
    """Return the words of a title, small; "premier" and "PM" are those of a prime minister."""
    found = set((title or "").lower().replace("defense", "defence").split())
    return (found - _PREMIER) | _HEAD_OF_GOVERNMENT if found & _PREMIER else found


def _two(sentence: Sentence, start: int, end: int) -> bool:
    said = [t.text.lower() for t in sentence.tokens[start:end]]
    return bool(said) and (said[0] == "both" or said[:2] in (["the", "two"], ["the", "both"]) or said == ["two"])


def _mention(
    sentence: Sentence, first: int, last: int, kind: EntityKind, found: Sequence[str], office: Office | None = None
) -> Mention:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    text = " ".join(t.text for t in sentence.tokens[first : last + 1])
    return Mention(start, end, text, kind, "nominal", tuple(found), start, end, office)


def _nominal(sentence: Sentence, first: int, last: int, kind: EntityKind, found: Sequence[str]) -> Nominal:
    return Nominal(_mention(sentence, first, last, kind, found))
