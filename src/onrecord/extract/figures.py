"""Figures: a number, what it counts, what befell it, and the event that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate import Annotation, Sentence
from onrecord.extract.figures_events import Triggers, by_another_blow
from onrecord.extract.figures_measures import Measure, Told, measure
from onrecord.extract.figures_units import Counted, counted
from onrecord.extract.figures_votes import VOTES, ballots, cast
from onrecord.extract.figures_words import DULL
from onrecord.extract.numbers import Quantity, find_quantities
from onrecord.model import Event, Evidence, Figure, Span, fact_id

_AGO = re.compile(r"\s+(?:ago|later|earlier|prior|old|from\s+now|of\s+age|to\s+the\s+day)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age|ages|at\s+the\s+age\s+of)\s+$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both|our|their|its|his|her|every|each)\s+(?:first\s+|last\s+)?$", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:article|articles|section|chapter|resolution|flight|no\.?|number|page|group\s+of|phase|part|paragraph|rule|act"
    r"|annex|unit|block|route|highway|room|gate|type|mark|mk|channel|line|lot|sector|stage|day|week|round|version"
    r"|magnitude|magnitude\s+of|degree|grade|level|appendix|clause|law|decree|order|protocol)\s+$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z][\w'’-]+\s+[A-Z][\w'’-]+,\s+$")
_PARENT = re.compile(
    r"\b(?:grand)?(?:mother|father|parents?)\s+(?:of|to)\s+$|\b(?:dad|mom|mum|gang|group|party|family)\s+of\s+$",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\s*-?\s*(?:in|out\s+of)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten)|-thirds?\b", re.IGNORECASE
)
_SCORE = re.compile(
    r"\b(?:beat|won|win|lost|defeat\w*|draw|drew|score\w*|goals?|match|innings|wickets?)\b", re.IGNORECASE
)
_COLLECTIVE = frozenset({"aircraft", "personnel", "people", "crew", "police", "troop", "men", "women", "children"})
_QUANTITIES = frozenset({"money", "share", "amount", "duration", "distance"})
_TOLL_GOES_ON = 3  # sentences over which a report goes on telling whom one attack struck
_GREAT = 50
_FEW = 12  # a definite phrase counts so few in passing
_PART = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|those\s+)?"
    r"(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens?\b)",
    re.IGNORECASE,
)  # "one of six ships": of a counted whole
_OF_WHICH = re.compile(r"\s+of\s+which\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\bincluding\s+(?P<one>an?)(?=\s+(?:[\w-]+\s+){0,2}(?:child|boy|girl|woman|baby|infant|toddler|teenager)\b(?!\s+from))",
    re.IGNORECASE,
)  # "killed nine people, including a child"


# Verbs with the particle "over"; behind the latter it may also say "more than": "took over 300 hours".
_ALWAYS_OVER = frozenset({"hand", "turn"})
_OFTEN_OVER = frozenset(
    {"take", "win", "give", "pass", "sign", "bring", "carry", "send", "transfer", "ship", "deliver"}
)
_GERUNDS = {"handing": "hand", "turning": "turn", "taking": "take", "giving": "give", "bringing": "bring"}  # as nouns


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    counted: Counted
    measure: Measure | None
    sentence: Sentence


def find_figures(annotation: Annotation, events: Sequence[Event]) -> list[Figure]:
    """Return the report's figures, sorted by id; what is told twice (value, unit, measure, event) is one figure.

    `of` is the event whose trigger governs the number or stands closest to it. Dates, ages, designators, ordinals,
    scores and counts in passing ("the two ministers") give none.
    """
    triggers = Triggers(annotation, events)
    told: dict[tuple[object, ...], list[tuple[_Found, str | None]]] = {}
    toll: tuple[int, str] | None = None
    for found in _found(annotation):
        of = triggers.of(found.sentence, found.counted.token, found.measure, found.quantity.start)
        casualty = found.measure is not None and found.measure.casualty
        apart = by_another_blow(found.sentence, found.counted.token)
        if of is None and casualty and toll and found.sentence.index - toll[0] <= _TOLL_GOES_ON and not apart:
            of = toll[1]
        if of is None and toll is not None and toll[0] == found.sentence.index and _where_struck(found):
            of = toll[1]
        if of is not None and casualty:
            toll = (found.sentence.index, of)
        told.setdefault((*_amounts(found), found.counted.unit.lower()), []).append((found, of))
    measured = [part for group in told.values() for part in _by_measure(group)]
    parts = [part for group in measured for part in _by_event(group) if _says_something(part)]
    figures = [_figure(annotation, part) for part in _by_unit(parts)]
    return sorted(figures, key=lambda figure: figure.id)


def _where_struck(found: _Found) -> bool:
    """Whether it counts the places of a toll: "12 people were killed in three provinces"."""
    prep = found.sentence.head(found.counted.token)
    return found.counted.kind == "thing" and found.measure is None and prep.text.lower() in ("in", "across", "at")


def _says_something(tellings: list[tuple[_Found, str | None]]) -> bool:
    """Whether the number is a quantity by itself, or says what was done; a bare small count of nouns tells nothing."""
    return any(of or found.measure or found.counted.kind in _QUANTITIES or _many(found) for found, of in tellings)


def _many(found: _Found) -> bool:
    """Whether people or things are counted as nobody counts in passing: with a bound, or a great many people."""
    kind, quantity = found.counted.kind, found.quantity
    return (kind in ("people", "thing") and quantity.bound != "exact") or (
        kind == "people" and quantity.value >= _GREAT
    )


def _by_measure(group: list[tuple[_Found, str | None]]) -> list[list[tuple[_Found, str | None]]]:
    """Part tellings of one number by what befell the counted; one that does not say joins the only one that does."""
    parts: dict[str | None, list[tuple[_Found, str | None]]] = {}
    for item in group:
        parts.setdefault(item[0].measure.name if item[0].measure else None, []).append(item)
    if len(parts) == 2 and None in parts:
        return [group]
    return list(parts.values())


def _by_event(group: list[tuple[_Found, str | None]]) -> list[list[tuple[_Found, str | None]]]:
    """Part tellings of one number by their event; a telling without one joins the first."""
    parts: dict[str | None, list[tuple[_Found, str | None]]] = {}
    for item in group:
        parts.setdefault(item[1], []).append(item)
    loose = parts.pop(None, [])
    if not parts:
        return [loose]
    first = next(iter(parts))
    parts[first] = sorted([*parts[first], *loose], key=lambda item: item[0].quantity.start)
    return list(parts.values())


def _by_unit(parts: list[list[tuple[_Found, str | None]]]) -> list[list[tuple[_Found, str | None]]]:
    """Join tellings of one number, measure and event where one unit holds the other: "soldiers", "Kenyan soldiers"."""
    joined: list[list[tuple[_Found, str | None]]] = []
    for part in parts:
        same = next((other for other in joined if _is_same_count(other, part)), None)
        if same is None:
            joined.append(list(part))
        else:
            same.extend(part)
            same.sort(key=lambda item: item[0].quantity.start)
    return joined


def _is_same_count(one: list[tuple[_Found, str | None]], other: list[tuple[_Found, str | None]]) -> bool:
    (a, b), (event, second) = (one[0][0], other[0][0]), (_event_of(one), _event_of(other))
    if _amounts(a) != _amounts(b) or a.quantity.bound != b.quantity.bound or event is None or event != second:
        return False
    measures = {f.measure.name if f.measure else None for f, _ in (*one, *other)}
    if len(measures) != 1 or None in measures:
        return False
    shorter, longer = sorted((_fullest(p).counted.unit.lower().split() for p in (one, other)), key=len)
    return bool(shorter) and shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def _event_of(tellings: list[tuple[_Found, str | None]]) -> str | None:
    return next((of for _, of in tellings if of), None)


def _fullest(tellings: list[tuple[_Found, str | None]]) -> _Found:
    """The telling that says most exactly what is counted; of equals, the first."""
    return max((found for found, _ in tellings), key=lambda found: len(found.counted.unit.split()))


def _amounts(found: _Found) -> tuple[float, float, float]:
    n, factor = found.quantity, found.counted.factor
    return n.value * factor, n.low * factor, n.high * factor


def _figure(annotation: Annotation, tellings: list[tuple[_Found, str | None]]) -> Figure:
    evidence: list[Evidence] = []
    for mention, (found, _) in enumerate(tellings):
        words = Span(found.quantity.start, max(found.counted.end, found.quantity.end))
        spans = [words]
        if found.measure and found.measure.span and not words.covers(found.measure.span):
            spans.append(found.measure.span)
        evidence += [_evidence(annotation, span, mention) for span in sorted(spans)]
    first, of = _fullest(tellings), _event_of(tellings)
    value, low, high = _amounts(first)
    words = Span(first.quantity.start, max(first.counted.end, first.quantity.end))
    return Figure(
        id=fact_id("fi", "figure", evidence),
        evidence=tuple(evidence),
        reports=(annotation.report.id,),
        confidence=_confidence(first),
        value=value,
        low=low,
        high=high,
        bound=first.quantity.bound,
        unit=first.counted.unit or "people",
        measure=next((found.measure.name for found, _ in tellings if found.measure), None),
        text=re.sub(r"\s+", " ", words.of(annotation.report.text)),
        of=of,
    )


def _confidence(found: _Found) -> float:
    if found.measure is not None and found.measure.casualty:
        return 0.85
    return {"money": 0.85, "share": 0.85, "distance": 0.85, "duration": 0.8, "people": 0.75, "thing": 0.75}.get(
        found.counted.kind, 0.6
    )


def _evidence(annotation: Annotation, span: Span, mention: int) -> Evidence:
    report = annotation.report
    return Evidence(report.id, span.start, span.end, span.of(report.text), "mention", mention)


def _found(annotation: Annotation) -> Iterator[_Found]:
    text = annotation.report.text
    for sentence in annotation.sentences:
        last: Told | None = None
        for number in _quantities(text, sentence):
            quantity = _without_particle(annotation, sentence, number)
            what = None if _no_count(annotation, sentence, quantity) else counted(annotation, sentence, quantity)
            what = cast(text, sentence, quantity) or _of_which(text, sentence, quantity, last) or what
            if what is None:
                continue
            told = measure(annotation, sentence, quantity, what, last)
            what = _unit_of(what, told)
            if _worth_telling(annotation, sentence, quantity, what, told):
                last = Told(quantity, what, told)
                yield _Found(quantity, what, told, sentence)


def _quantities(text: str, sentence: Sentence) -> list[Quantity]:
    """Return the numbers of a sentence; "including a child" is one child."""
    ones = [
        Quantity(m.start("one"), m.start("one"), m.end("one"), 1.0, 1.0, 1.0, words=True)
        for m in _ONE_MORE.finditer(text, sentence.start, sentence.end)
    ]
    votes = ballots(text, sentence)
    found = find_quantities(text, sentence.start, sentence.end)
    found = [q for q in found if not any(v.start < q.end and q.start < v.end for v in votes)]
    return sorted([*found, *votes, *ones], key=lambda q: q.start)


def _of_which(text: str, sentence: Sentence, quantity: Quantity, last: Told | None) -> Counted | None:
    """Read "six ships, two of which were sent": the number counts what the one before it does."""
    found = _OF_WHICH.match(text, quantity.end, sentence.end)
    number = sentence.tokens_in(quantity.inner, quantity.end)
    if found is None or last is None or not number or last.counted.kind not in ("people", "thing", "other"):
        return None
    return replace(last.counted, token=number[-1], end=found.end())


def _without_particle(annotation: Annotation, sentence: Sentence, quantity: Quantity) -> Quantity:
    """Leave out an "over" that belongs to the verb: "handed over two ships" is two and no bound."""
    if annotation.report.text[quantity.start : quantity.inner].strip().lower() != "over":
        return quantity
    (over,) = [t for t in sentence.tokens if t.start == quantity.start][:1] or (None,)
    verb = sentence.tokens[over.i - 1] if over is not None and over.i > 0 else None
    if over is None or verb is None or verb.pos not in ("VERB", "NOUN") or quantity.unit is not None:
        return quantity
    lemma = verb.lemma.lower()
    lemma = _GERUNDS.get(lemma, lemma)
    particle = over.dep == "prt" or quantity.value < _FEW
    if lemma in _ALWAYS_OVER or (lemma in _OFTEN_OVER and particle):
        return replace(quantity, start=quantity.inner, bound="exact")
    return quantity


def _unit_of(what: Counted, told: Measure | None) -> Counted:
    """Deaths, lives and bare numbers count people; who voted is counted in votes."""
    if told is not None and told.name in VOTES:
        return replace(what, unit="votes")
    tolls = told is not None and told.casualty and what.token.lemma.lower() in (
        "death", "fatality", "injury", "arrest", "life", "casualty", "dead", "wounded", "injured", "missing", "killing"
    )  # fmt: skip
    tolls = tolls and what.unit != "civilians"
    return replace(what, unit="people") if tolls or (what.kind == "bare" and told is not None) else what


def _no_count(annotation: Annotation, sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the number is a date, an age, a label, a fraction or a score."""
    text = annotation.report.text
    if any(d.start <= quantity.inner and quantity.end <= d.end for d in annotation.dates):
        return True
    before = text[max(sentence.start, quantity.start - 24) : quantity.start]
    if quantity.unit is None and (_AGED.search(before) or _LABEL.search(before) or _PARENT.search(before)):
        return True
    if re.search(r"\w,\s+$", before) and re.match(r",(?!\d)", text[quantity.end : quantity.end + 2]):
        return True  # "Ana Ruiz, 50, said"
    if (
        quantity.bound == "exact"
        and _NAMED.search(before)
        and re.match(r"[.;)](?!\d)", text[quantity.end : quantity.end + 2])
    ):
        return True  # "killing Ana Ruiz, 50."
    one_of = quantity.value == 1 and re.match(r"\s+of\s+(?!them\b|whom\b)", text[quantity.end : quantity.end + 12])
    if one_of and not _PART.match(text, quantity.end):
        return True  # "one of the soldiers" tells who, not how many
    if _FRACTION.match(text, quantity.end, sentence.end) or re.search(r"\bone\s+in\s+$", before, re.IGNORECASE):
        return True
    hyphened = text[quantity.inner : quantity.end].count("-") == 1 and not quantity.words and quantity.high < 12
    if hyphened and _SCORE.search(sentence_text(annotation, sentence)):
        return True
    previous = [t for t in sentence.tokens if t.end <= quantity.inner][-1:]
    name = bool(previous) and previous[0].pos == "PROPN" and previous[0].end + 1 == quantity.start
    return name and quantity.bound == "exact" and quantity.unit is None and not _followed_by_count(sentence, quantity)


def _followed_by_count(sentence: Sentence, quantity: Quantity) -> bool:
    after = next((t for t in sentence.tokens if t.start >= quantity.end), None)
    return after is not None and after.tag in ("NNS", "JJ") and quantity.value >= 2


def sentence_text(annotation: Annotation, sentence: Sentence) -> str:
    """Return the words of a sentence."""
    return annotation.report.text[sentence.start : sentence.end]


def _worth_telling(
    annotation: Annotation, sentence: Sentence, quantity: Quantity, what: Counted, told: Measure | None
) -> bool:
    text = annotation.report.text
    before = text[max(sentence.start, quantity.start - 24) : quantity.start]
    casualty = told is not None and told.casualty
    if told is not None and told.name in VOTES:
        return True
    if what.kind == "bare":
        return casualty or (told is not None and told.name == "attended")
    if quantity.unit is None and 1900 <= quantity.value <= 2100 and "," not in text[quantity.inner : quantity.end]:
        return not quantity.words and (what.kind in ("people", "distance", "amount") or casualty)
    if what.kind == "duration":
        return not _AGO.match(text, what.end, sentence.end) and _lasting(quantity, what)
    if what.kind in ("money", "share", "distance", "amount"):
        return quantity.value != 1 or what.kind != "amount"
    if casualty:
        return quantity.value > 0
    if quantity.value == 1 and told is not None:
        return bool(_PART.match(text, quantity.end) or _OF_WHICH.match(text, quantity.end))
    if what.hyphen or quantity.value < 2 or (what.token.lemma.lower() in DULL and " of " not in what.unit):
        return False
    if _DEFINITE.search(before) and quantity.value <= _FEW:
        return False
    if what.token.lemma.lower() in ("man", "woman", "child", "person", "people", "boy", "girl") and quantity.value < 3:
        return False
    collective = what.token.text.lower() in _COLLECTIVE or what.token.pos == "NUM"
    if not collective and what.token.tag not in ("NNS", "NNPS") and not what.hyphen:
        return False
    return what.kind in ("people", "thing") or (what.token.tag in ("NNS", "NNPS") and quantity.value > 2)


def _lasting(quantity: Quantity, what: Counted) -> bool:
    """A lone "one day" or "a year" lasts nothing; "more than a year", "half a century" and "three days" do."""
    return quantity.high >= 2 or quantity.bound != "exact" or 0 < quantity.value < 1 or what.factor > 1
