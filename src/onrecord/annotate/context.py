"""What the words around an open name say for a person, a place or a body."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.annotation import Named
from onrecord.annotate.candidate import Candidate
from onrecord.annotate.equipment import NOT_EQUIPMENT
from onrecord.annotate.lexicon import common, heads
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.annotate.parse import StockName
from onrecord.annotate.persons import is_role
from onrecord.model import EntityKind, Span

_WHERE = ("in", "near", "at", "off", "outside", "inside", "across", "around", "throughout")
_AREAS = frozenset({"area", "areas", "parts", "outskirts", "districts", "suburbs"})
_PARTICLES = frozenset({"bin", "ibn", "bint", "al", "el", "abu", "van", "von"})
_STOCK_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
}
_KINDS: dict[str, EntityKind] = {
    "person": "person", "organisation": "organisation", "place": "place", "group": "group",
    "mechanism": "mechanism", "equipment": "equipment", "operation": "operation",
}  # fmt: skip
Hint = StockName | Named
READ = 2.1  # what the reader's word counts: where it is sure, enough by itself (two points type a name)
_NO_NAMES = frozenset({"office", "rank", "date", "quantity"})


def weigh_context(c: Candidate) -> None:
    """Count what the words before and after a name say for each kind."""
    line, before, after = c.line, c.line.low(c.start - 1), c.line.low(c.end)
    if before in heads.LOCATIVE:
        c.add("place", 2 if before in _WHERE else 1)
        if before in _WHERE and not c.titled:
            c.add("person", -2)
    if before == "to" and line.sentence.head(line.tokens[c.end - 1]).pos == "ADP":
        c.add("place", 1)
    _weigh_place(c, before, after)
    _weigh_person(c, before, after)
    _weigh_body(c, before, after)


def _weigh_place(c: Candidate, before: str, after: str) -> None:
    line = c.line
    if before in heads.PLACE_BEFORE or (before == "of" and line.low(c.start - 2) in heads.PLACE_BEFORE | _AREAS):
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
    _weigh_subject(c)
    _weigh_introduced(c, before)
    if after == "," and line.low(c.end + 1) in ("who", "whose", "whom"):
        c.add("person", 3)
    age = line.word(c.end + 1)
    if after == "," and age.isdigit() and len(age) == 2 and line.word(c.end + 2) in (",", "."):
        c.add("person", 5)
    if not c.titled and (_in_company_list(c) or any(x.isdigit() for x in c.name)):
        c.add("person", -5)
    if not c.titled and before in ("the", "a", "an"):
        c.add("person", -6)
    if c.end < len(line) and line.tokens[c.end].pos in ("NOUN", "PROPN") and head.dep == "compound":
        c.add("person", -1)
    if any(line.low(i) in _PARTICLES for i in range(c.start, c.end)):
        c.add("person", 0.5)


def _weigh_subject(c: Candidate) -> None:
    """Count for a person who says, meets or visits; the subject of another verb counts little."""
    head = c.line.tokens[c.end - 1]
    if head.dep not in ("nsubj", "nsubjpass") and not (head.dep == "conj" and c.size > 1):
        return
    verb = c.line.sentence.head(head)
    if verb.lemma in heads.SPEECH:
        c.add("person", (1.5 if verb.lemma in heads.HUMAN_SUBJECT else 1) + 0.5 * (c.size in (2, 3)))
    elif c.size in (2, 3) and head.dep == "nsubj":
        c.add("person", 0.5)


def _weigh_introduced(c: Candidate, before: str) -> None:
    """Count for a person whom "counterpart", "analyst" or "named" introduces."""
    line = c.line
    first = c.full_start if c.titled else c.start
    at = first - 2 if line.word(first - 1) == "," else first - 1
    if line.low(at) in common.COUNTERPART and (c.size > 1 or at == first - 1):
        c.add("person", 10)
        c.counterpart = True
        state = line.state_before(at)
        c.country = state[1].iso3 if state else c.country
        c.full_start = _noun_start(line, state[0] if state else at)
    elif is_role(line, c.start - 1) and c.size > 1:
        c.add("person", 5)
    elif before in ("named", "identified") or (before == "as" and line.low(c.start - 2) == "identified"):
        c.add("person", 3)


def _in_company_list(c: Candidate) -> bool:
    """Return whether "companies such as" or the like stands up to 20 words before, in the same sentence."""
    before = [c.line.low(i) for i in range(max(0, c.start - 20), c.start)]
    return bool(common.COMPANIES & set(before)) and ("such" in before or "including" in before or "like" in before)


def _noun_start(line: Line, i: int) -> int:
    while i > 0 and line.low(i - 1) in ("his", "her", "their", "the", "its"):
        i -= 1
    return i


def _weigh_body(c: Candidate, before: str, after: str) -> None:
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
        if _head_is_subject(c) or before == "the":
            c.add("organisation", 0.5)
        if before in ("a", "an", "two", "three", "four", "five") or before.isdigit():  # "a UAV": a thing, no body
            c.add("organisation", -3)
    if before in common.BODY_NOUNS:
        c.add("organisation", 4)


def _head_is_subject(c: Candidate) -> bool:
    """Return whether the name is the subject of a verb."""
    return c.line.tokens[c.end - 1].dep in ("nsubj", "nsubjpass")


def weigh_hints(c: Candidate, hints: Sequence[Hint]) -> None:
    """Note what the reader and the pipeline's own recogniser take the name for; where they agree, that is enough."""
    span = c.line.span(c.start, c.end)
    for name in hints:
        if name.start >= span.end or span.start >= name.end:
            continue
        kind, value = _read(c, name, span) if isinstance(name, Named) else _stock(c, name, span)
        if kind is not None:
            c.hints[kind] = c.hints.get(kind, 0.0) + value


def _read(c: Candidate, name: Named, span: Span) -> tuple[EntityKind | None, float]:
    kind = _KINDS.get(name.kind)
    if kind == "equipment" and NOT_EQUIPMENT.fullmatch(c.name):
        return None, 0.0
    same = abs(name.start - span.start) <= 1 and abs(name.end - span.end) <= 1
    if name.kind in _NO_NAMES and name.start <= span.start and span.end <= name.end:
        c.add("person", -2 * name.confidence)
    return kind, name.confidence * (READ if same else 0.4)


def _stock(c: Candidate, name: StockName, span: Span) -> tuple[EntityKind | None, float]:
    kind = _STOCK_KINDS.get(name.label)
    start = _after_state(c, name.start)
    same = abs(start - span.start) <= 4 and abs(name.end - span.end) <= 2
    return kind, (2 if c.size > 1 and kind == "person" else 1) if same else 0.4


def _after_state(c: Candidate, start: int) -> int:
    """Return where a name begins that the recogniser let begin with a state ("Alba Ana Bay")."""
    state = c.line.state_before(c.start)
    return c.line.tokens[c.start].start if state and c.line.tokens[state[0]].start == start else start
