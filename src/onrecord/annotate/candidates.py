"""Capitalised runs that nothing else has claimed, and what speaks for each kind where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.offices import ROLES
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.annotate.parse import StockName
from onrecord.annotate.persons import OfficeSpan, is_role, owner_before, title_at
from onrecord.model import EntityKind, Office

_MONTHS_AND_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "ramadan",
        "eid",
        "christmas",
        "easter",
    ]
)
_NEVER = frozenset(
    [
        "i",
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "who",
        "what",
        "when",
        "where",
        "why",
        "how",
        "which",
        "and",
        "but",
        "or",
        "nor",
        "if",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "to",
        "up",
        "with",
        "than",
        "then",
        "there",
        "here",
        "not",
        "no",
        "yes",
        "so",
        "such",
        "islam",
        "islamic",
        "muslim",
        "muslims",
        "christian",
        "christians",
        "jewish",
        "jews",
        "jew",
        "sunni",
        "sunnis",
        "shiite",
        "shiites",
        "shia",
        "alawite",
        "alawites",
        "caribbean",
        "pacific",
        "atlantic",
        "mediterranean",
        "balkan",
        "nordic",
        "baltic",
        "sahelian",
        "scandinavian",
        "african",
        "hindu",
        "hindus",
        "sikh",
        "sikhs",
        "buddhist",
        "catholic",
        "catholics",
        "orthodox",
        "druze",
        "kurd",
        "kurds",
        "kurdish",
        "arab",
        "arabs",
        "arabic",
        "english",
        "french",
        "western",
        "eastern",
        "northern",
        "southern",
        "european",
        "europeans",
        "african",
        "africans",
        "asian",
        "asians",
        "american",
        "latin",
        "god",
        "covid",
        "covid-19",
        "meeting",
        "meetings",
        "summit",
        "summits",
        "talks",
        "forum",
        "session",
        "conference",
        "ceremony",
        "agreement",
        "agreements",
        "statement",
        "government",
        "minister",
        "ministers",
        "president",
        "internet",
        "asia",
        "africa",
        "europe",
        "lng",
        "gdp",
        "tv",
        "ai",
        "it",
        "hiv",
        "pm",
        "fm",
        "ceo",
        "dna",
        "gmt",
        "utc",
        "earth",
        "usd",
        "eur",
        "eez",
        "fta",
        "mou",
        "fdi",
        "sme",
        "ied",
        "wmd",
        "idp",
        "idps",
        "ev",
        "evs",
        "am",
        "covid",
        "mps",
        "mp",
        "phd",
        "faq",
        "pdf",
        "url",
        "gps",
        "sms",
        "us$",
        "rs",
        "rs.",
        "km",
        "kg",
        "ist",
        "edt",
        "est",
        "bst",
        "cet",
        "local",
        "breaking",
        "live",
        "update",
        "exclusive",
        "watch",
        "read",
        "middle",
        "east",
        "west",
        "north",
        "south",
        "americas",
    ]
)
_REGIONAL = words("american asian african european arab atlantic caribbean balkan mediterranean")
_FIRMS = words("atomics dynamics electric motors mills staff secretariat assembly foods public")
_COMPANIES = words("companies firms manufacturers banks groups brands contractors conglomerates retailers")
_BODY_NOUNS = words("party group movement militia organisation organization company agency outlet newspaper")
_COUNTERPART = frozenset({"counterpart", "counterparts"})
_STOCK_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
}


@dataclass(slots=True)
class Candidate:
    """A name whose kind is open: words [start, end) of a line, with points for each kind."""

    line: Line
    start: int
    end: int
    name: str
    points: dict[EntityKind, float] = field(default_factory=dict)
    hints: dict[EntityKind, float] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    rank: str | None = None
    full_start: int = -1
    full_end: int = -1
    country: str | None = None
    counterpart: bool = False
    titled: bool = False
    weak: bool = False  # a common word at the head of a sentence, a name only if the report names somebody so

    def add(self, kind: EntityKind, points: float) -> None:
        """Count `points` for `kind`."""
        self.points[kind] = self.points.get(kind, 0.0) + points

    @property
    def size(self) -> int:
        """Return how many words the name has."""
        return len(self.name.split())


def find_candidates(line: Line, offices: Sequence[OfficeSpan], stock: Sequence[StockName]) -> list[Candidate]:
    """Return the open names of a sentence, with the evidence around them counted."""
    found = list(_introduced(line, offices))
    i = 0
    while i < len(line):
        end = _name_end(line, i, False)
        if end <= i or i in line.in_state:
            i += 1
            continue
        start = _skip_opening(line, i, end)
        if start == end and end == i + 1 and _may_be_surname(line, i):
            found.append(replace(_candidate(line, i, end), weak=True))
            line.take(i, end)
        if start < end and not _stopword(line, start, end):
            found.append(_candidate(line, start, end))
            line.take(start, end)
        i = end
    for candidate in found:
        _weigh_context(candidate)
        _weigh_stock(candidate, stock)
    _appositions(line, found, offices)
    return sorted(found, key=lambda c: c.start)


def _candidate(line: Line, start: int, end: int) -> Candidate:
    return Candidate(line, start, end, line.words(start, end))


def _name_end(line: Line, i: int, introduced: bool) -> int:
    """Return where a name that starts at `i` ends; a state's word ends it, but for "Chad Moss" after an office."""
    end = line.run_end(i)
    for j in range(i, end):
        if line.low(j) in _MONTHS_AND_DAYS and not (introduced and _is_part_of_name(line, j)):
            return j
        if j in line.states and not (introduced and j == i and end > line.states[j][0]):
            inside = j > i and introduced and end > line.states[j][0]
            if not inside:
                return j
    return end


def _is_part_of_name(line: Line, i: int) -> bool:
    """Return whether a short word for a month belongs to a person ("General Li Jun"): no number beside it."""
    return len(line.word(i)) == 3 and not line.word(i + 1).isdigit() and not line.word(i - 1).isdigit()


def _introduced(line: Line, offices: Sequence[OfficeSpan]) -> Iterator[Candidate]:
    """Yield the persons that an office, a rank or a form of address introduces."""
    joined: dict[int, list[OfficeSpan]] = {}
    for n, office in enumerate(offices):
        group = [office]
        for before in reversed(offices[:n]):
            if before.full_end + 1 == group[0].full_start and line.low(before.full_end) in ("and", "&", ","):
                if line.low(before.full_end) == "," and not before.end == before.full_end:
                    break
                group.insert(0, before)
            else:
                break
        joined[office.full_end] = group
    i = 0
    while i < len(line):
        group = joined.get(i, [])
        candidate = _person_at(line, i, group)
        if candidate:
            yield candidate
            i = candidate.end
        else:
            i += 1


def _person_at(line: Line, i: int, group: list[OfficeSpan]) -> Candidate | None:
    comma = bool(group) and line.word(i) == ","
    at = i + comma
    title = title_at(line, at) if at > 0 or line.cap(at) else None
    if not group and title is None:
        return None
    start = title.end if title else at
    end = _name_end(line, start, True)
    if (
        line.low(start - 1) in _BODY_NOUNS
        or end == start
        or line.low(start) in _NEVER
        or line.low(start) in heads.ORGANISATION
    ):
        return None
    if comma and not _closes_apposition(line, start, end, group):
        return None
    if (
        title
        and not group
        and not title.honorific
        and (line.low(end) in heads.ORGANISATION or line.low(start) in _FIRMS)
    ):
        return None
    return _make_person(line, start, end, group, title.start if title else start, title.rank if title else None)


def _closes_apposition(line: Line, start: int, end: int, group: list[OfficeSpan]) -> bool:
    owned = group[-1].country or group[-1].organisation or group[-1].full_start < group[-1].start
    several = len(line.words(start, end).split()) > 1
    return bool(owned) and several and line.word(end) not in POSSESSIVE


def _make_person(line: Line, start: int, end: int, group: list[OfficeSpan], title: int, rank: str | None) -> Candidate:
    line.take(title, end)
    made = _candidate(line, start, end)
    made.add("person", 10)
    made.titled = True
    made.rank = rank
    made.full_start = group[0].full_start if group else title
    usable = [o for o in group if not o.plural]
    country = next((o.country for o in reversed(usable) if o.country), None)
    for office in usable:
        made.offices.append(Office(office.title, rank, office.organisation, office.country or country))
    if rank and not made.offices:
        country, organisation, made.full_start = owner_before(line, title)
        made.offices.append(Office(None, rank, organisation, country))
    made.country = country
    return made


def _skip_opening(line: Line, start: int, end: int) -> int:
    """Leave a common word that opens the sentence (or a quotation) out of the name."""
    opens = start == 0 or _opens_clause(line, start - 1)
    if opens and end > start:
        token = line.tokens[start]
        if token.pos not in ("PROPN", "NOUN", "X") or token.text.lower() in _NEVER:
            return start + 1 if token.pos not in ("ADJ",) or end - start == 1 else start
        if end - start == 1 and token.pos == "NOUN":
            return start + 1
    if line.low(end - 1) in heads.PLACE_AFTER and line.low(start) in heads.DIRECTIONS:
        return start  # "South Alba Sea"
    while start < end and line.low(start) in _NEVER | ROLES | heads.LOCATIVE and end - start > 1:
        start += 1
    return start


def _may_be_surname(line: Line, i: int) -> bool:
    """Return whether a word that opens a sentence, and is taken for a common noun, stands like a name: a bare subject."""
    subject = line.tokens[i].dep in ("nsubj", "nsubjpass") and line.tokens[i].pos in ("NOUN", "ADJ", "VERB", "ADV", "X")
    return subject and line.low(i) not in _NEVER and line.tokens[i].tag != "NNS"


def _opens_clause(line: Line, i: int) -> bool:
    """Return whether a mark opens what follows; a straight mark after a comma or stop closes a quotation."""
    if line.word(i) in ('"', "'"):
        return line.word(i - 1)[-1:] not in (",", ".", "!", "?")
    return line.word(i) in ("“", "‘", ":", "—", "–", "-", "(", "...", "…")


def _stopword(line: Line, start: int, end: int) -> bool:
    words = [line.low(i) for i in range(start, end)]
    if words[-1] in _REGIONAL:
        return True
    if all(w in _NEVER or w in _MONTHS_AND_DAYS or not w[0].isalpha() for w in words):
        return True
    return end - start == 1 and (
        len(words[0]) < 2 or words[0] in heads.ORGANISATION | heads.MECHANISM | heads.PLACE_AFTER
    )


def _weigh_context(c: Candidate) -> None:
    line, before, after = c.line, c.line.low(c.start - 1), c.line.low(c.end)
    if before in heads.LOCATIVE:
        c.add("place", 2 if before in ("in", "near", "at", "outside", "across") else 1)
    if before == "to" and line.sentence.head(line.tokens[c.end - 1]).pos == "ADP":
        c.add("place", 1)
    _weigh_place(c, before, after)
    _weigh_person(c, before, after)
    _weigh_body(c, before, after)


def _weigh_place(c: Candidate, before: str, after: str) -> None:
    line = c.line
    if before in heads.PLACE_BEFORE or (before == "of" and line.low(c.start - 2) in heads.PLACE_BEFORE):
        c.add("place", 4)
    if before in heads.DIRECTIONS:
        c.add("place", 3)
    last = line.low(c.end - 1)
    if after in heads.PLACE_AFTER or (c.size > 1 and last in heads.PLACE_AFTER):
        c.add("place", 4)
    if after in heads.HAPPENINGS and before != "of":
        c.add("place", 2)
    if after == "," and c.end + 1 in line.states and line.states[c.end + 1][1].form == "name":
        follows = line.word(line.states[c.end + 1][0])
        if follows not in POSSESSIVE and (follows in (",", ".", ")", "") or before in heads.LOCATIVE):
            c.add("place", 3)
            c.country = c.country or line.states[c.end + 1][1].iso3
    state = line.state_before(c.start)
    if state and line.word(c.start - 1) in POSSESSIVE:
        c.country = c.country or state[1].iso3
        if c.size == 1:
            c.add("place", 1)
        elif line.tokens[c.end - 1].dep == "nsubj":
            c.add("person", 1.5)


def _weigh_person(c: Candidate, before: str, after: str) -> None:
    line, head = c.line, c.line.tokens[c.end - 1]
    if head.dep in ("nsubj", "nsubjpass") or (head.dep == "conj" and c.size > 1):
        verb = line.sentence.head(head)
        if verb.lemma in heads.SPEECH:
            c.add("person", (1.5 if verb.lemma in heads.HUMAN_SUBJECT else 1) + 0.5 * (c.size in (2, 3)))
        elif c.size in (2, 3) and head.dep == "nsubj":
            c.add("person", 0.5)
    if after == "," and line.low(c.end + 1) in ("who", "whose", "whom"):
        c.add("person", 3)
    if (
        after == ","
        and line.word(c.end + 1).isdigit()
        and line.word(c.end + 2) in (",", ".")
        and len(line.word(c.end + 1)) == 2
    ):
        c.add("person", 5)
    first = c.full_start if c.titled else c.start
    at = first - 2 if line.word(first - 1) == "," else first - 1
    if line.low(at) in _COUNTERPART and (c.size > 1 or at == first - 1):
        c.add("person", 10)
        c.counterpart = True
        state = line.state_before(at)
        c.country = state[1].iso3 if state else c.country
        c.full_start = _noun_start(line, state[0] if state else at)
    elif is_role(line, c.start - 1) and c.size > 1:
        c.add("person", 5)
    elif before in ("named", "identified") or (before == "as" and line.low(c.start - 2) == "identified"):
        c.add("person", 3)
    if (_in_company_list(c) or any(x.isdigit() for x in c.name)) and not c.titled:
        c.add("person", -5)
    if before in ("the", "a", "an") and not c.titled:
        c.add("person", -6)
    if c.end < len(line) and line.tokens[c.end].pos in ("NOUN", "PROPN") and head.dep == "compound":
        c.add("person", -1)
    if any(line.low(i) in ("bin", "ibn", "bint", "al", "el", "abu", "van", "von") for i in range(c.start, c.end)):
        c.add("person", 0.5)


def _in_company_list(c: Candidate) -> bool:
    """Return whether "companies such as" or the like stands up to 20 words before, in the same sentence."""
    before = [c.line.low(i) for i in range(max(0, c.start - 20), c.start)]
    return bool(_COMPANIES & set(before)) and ("such" in before or "including" in before or "like" in before)


def _noun_start(line: Line, i: int) -> int:
    while i > 0 and line.low(i - 1) in ("his", "her", "their", "the", "its"):
        i -= 1
    return i


def _weigh_body(c: Candidate, before: str, after: str) -> None:
    line = c.line
    if after in heads.UNNAMED_GROUPS or after in (
        "militia",
        "militias",
        "cartel",
        "gang",
        "jihadists",
        "movement",
        "faction",
    ):
        c.add("group", 4)
    elif after in ("group", "party", "bloc", "coalition", "alliance", "newspaper", "agency", "company"):
        c.add("organisation", 4)
    elif after in ("leader", "spokesman", "spokeswoman", "spokesperson", "chief", "officials", "members", "forces"):
        c.add("organisation", 1.5)
    if c.size == 1 and c.name.isupper() and len(c.name) > 1:
        c.add("organisation", 1.5)
        c.add("person", -3)
        if head_is_subject(c) or before == "the":
            c.add("organisation", 0.5)
        if before in ("a", "an", "two", "three", "four", "five") or before.isdigit():  # "a UAV": a thing, no body
            c.add("organisation", -3)
    if before in _BODY_NOUNS:
        c.add("organisation", 4)


def head_is_subject(c: Candidate) -> bool:
    """Return whether the name is the subject of a verb."""
    return c.line.tokens[c.end - 1].dep in ("nsubj", "nsubjpass")


def _weigh_stock(c: Candidate, stock: Sequence[StockName]) -> None:
    span = c.line.span(c.start, c.end)
    for name in stock:
        if name.start < span.end and span.start < name.end:
            kind = _STOCK_KINDS.get(name.label)
            if kind is None:
                continue
            same = abs(name.start - span.start) <= 4 and abs(name.end - span.end) <= 2
            value = (2 if c.size > 1 and kind == "person" else 1) if same else 0.4
            c.hints[kind] = max(c.hints.get(kind, 0), value)


def _appositions(line: Line, found: Sequence[Candidate], offices: Sequence[OfficeSpan]) -> None:
    """Give offices told after the name: "Ana Bay, Ruritania's foreign minister," and "Bay is the first prime minister"."""
    ends = {c.end: c for c in found}
    for office in offices:
        if office.plural or (office.full_end < len(line) and line.low(office.full_end) == "counterpart"):
            continue
        i = _before_office(line, office.full_start)
        if line.word(i) == ",":
            owner = ends.get(i) if _is_apposition(line, office) else None
            taken = any(c.full_start == office.full_start and c is not owner for c in found if c.titled)
            if owner and not taken:
                owner.add("person", 8)
                owner.offices.append(office.office(owner.rank))
                owner.full_end = office.full_end if owner.full_end < 0 else owner.full_end
        elif line.low(i) in ("is", "was", "became", "as") and line.low(i) != "as":
            owner = ends.get(i)
            if owner and not any(c.full_start <= office.start < c.start for c in found if c.titled):
                owner.add("person", 8)
                owner.offices.append(office.office(owner.rank))


def _is_apposition(line: Line, office: OfficeSpan) -> bool:
    """Return whether an office after a comma describes the name before it, and is no item of a list."""
    described = office.full_start < office.start or " " in office.title or office.organisation is not None
    return described or line.low(office.end) in ("of", "for", "to", "at")


def _before_office(line: Line, i: int) -> int:
    """Return the word before the noun phrase of an office: over "the first", "a senior", "who is"."""
    i -= 1
    while i > 0 and line.low(i) in (
        "the",
        "a",
        "an",
        "first",
        "second",
        "new",
        "current",
        "former",
        "also",
        "visiting",
    ):
        i -= 1
    if line.low(i) in ("is", "was") and line.low(i - 1) in ("who",) and line.word(i - 2) == ",":
        return i - 2
    return i
