"""Cooperation on equipment told in nouns: "the supply of A, licensed production of B tanks and C, ...".

A mode noun ("supply of") opens a run of items; the run goes on through "and", and through commas that an "and" closes.
Past that, a comma continues it only for ships, which are delivered one by one; anything else is left out rather than
given a mode that the report may not mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.annotate import Annotation, Mention, Sentence
from onrecord.extract.relations_build import Draft, Piece, piece, words_of
from onrecord.extract.relations_parties import programme_parties
from onrecord.extract.status import status_of
from onrecord.model import Predicate, Span, Status

_MAKE = r"(?:production|manufacture|manufacturing|assembly|fabrication)"
_MODES: tuple[tuple[Predicate | None, str], ...] = (
    ("licensed_production", rf"licen[cs]ed?[\s-]+{_MAKE}|{_MAKE}\s+under\s+licen[cs]e"),
    ("joint_production", rf"(?:joint|co)[\s-]*{_MAKE}"),
    ("joint_development", rf"(?:joint|co)[\s-]*development(?:\s+and\s+(?:(?:joint|co)[\s-]*)?{_MAKE})?"),
    ("delivery", r"deliver(?:y|ies)"),
    ("supply", r"suppl(?:y|ies)|sales?|purchases?|procurement|acquisition|exports?|imports?|transfers?"),
    (None, rf"(?:{_MAKE}|research|development)\s+and\s+(?:\w+\s+)?(?:maintenance|repair|upgrade|development|testing)"),
    ("production", _MAKE),
    (None, r"upgrad\w+|moderni[sz]\w+|maintenance|overhaul\w*|repairs?|leas(?:e|ing)|training|test\w*|research|use"
           r"|trials?|deployment|launch\w*|loss|destruction|display|integration|development|refit\w*|transit|spare\s+parts"),
)  # fmt: skip
_OF = r"\s+(?:contracts?\s+)?(?:(?:to|by|from)\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z]\w+)?\s+)?of\s+"
_OPENS = re.compile(r"\b(?:" + "|".join(f"(?P<m{n}>{w})" for n, (_, w) in enumerate(_MODES)) + ")" + _OF, re.IGNORECASE)
_CLOSES = re.compile(
    r"\s*(?:[a-z][\w-]*\s+){0,3}?(?:"
    + "|".join(f"(?P<m{n}>{w})" for n, (m, w) in enumerate(_MODES) if m)
    + r")\b(?!\s+of\b)",
    re.IGNORECASE,
)
_SHIP = re.compile(
    r"\b(?:carrier|frigate|submarine|destroyer|corvette|warship|cruiser|vessel|ship|patrol\s+boat|tanker|icebreaker)s?\b"
    r"|\b(?:INS|HMS|USS|PNS|BNS|KRI|ARA|ROKS|JS|HMAS|HMCS|FS|ITS|TCG|BAP|SLNS|UMS|BRP|INS|NNS|RSS|ORP)\s",
    re.IGNORECASE,
)
_ONGOING = re.compile(r"\b(?:ongoing|continuing|continued|current)\s+(?:\w+\s+){0,4}?$", re.IGNORECASE)
_FILL = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "CCONJ", "ADV", "SYM"})


@dataclass
class _Run:
    """A mode with the items that it holds so far; `pending` came after commas that no "and" has closed yet."""

    mode: Predicate
    cue: Span
    items: list[Mention] = field(default_factory=list)
    pending: list[Mention] = field(default_factory=list)
    closed: bool = False


def find_programmes(annotation: Annotation) -> Iterator[Draft]:
    """Yield a draft for each piece of equipment that a mode noun governs."""
    for sentence in annotation.sentences:
        items = [m for m in annotation.mentions_in(sentence.start, sentence.end) if _is_item(m)]
        if not items:
            continue
        for mode, cue, item in _modes(annotation, sentence, items):
            draft = _draft(annotation, sentence, mode, cue, item)
            if draft.parties:  # a programme of nobody's is no fact
                yield draft


def _is_item(mention: Mention) -> bool:
    return mention.kind == "equipment" and mention.form == "name" and len(mention.entities) == 1


def _modes(
    annotation: Annotation, sentence: Sentence, items: list[Mention]
) -> Iterator[tuple[Predicate, Span, Mention]]:
    text = annotation.report.text
    before: dict[int, Mention | None] = dict(zip((m.start for m in items), [None, *items], strict=False))
    run: _Run | None = None
    for item in items:
        own = _own_mode(text, sentence, item)
        last = before[item.start]
        opened = _opened(annotation, sentence, last.end if last else sentence.start, item)
        if own is not None:
            yield from _finished(run)
            run = None
            yield (*own, item)
        elif opened is not None:
            yield from _finished(run)
            run = None if opened[0] is None else _Run(opened[0], opened[1], [item])
        elif run is not None and last is not None and not _continue(annotation, sentence, run, last, item):
            yield from _finished(run)
            run = None
    yield from _finished(run)


def _finished(run: _Run | None) -> Iterator[tuple[Predicate, Span, Mention]]:
    if run is not None:
        for item in run.items:
            yield run.mode, run.cue, item


def _own_mode(text: str, sentence: Sentence, item: Mention) -> tuple[Predicate, Span] | None:
    """Read "AK-12 rifle production": the mode noun stands behind its item."""
    found = _CLOSES.match(text, item.end, sentence.end)
    if not found or re.search(r"[,;()]|\band\b", found[0]):
        return None
    n, name = next((int(k[1:]), k) for k, v in found.groupdict().items() if v)
    mode = _MODES[n][0]
    return None if mode is None else (mode, Span(found.start(name), found.end(name)))


def _opened(
    annotation: Annotation, sentence: Sentence, start: int, item: Mention
) -> tuple[Predicate | None, Span] | None:
    """Return the mode (None for a noun that is no mode) opened between `start` and the item, if its "of" reaches it."""
    found = list(_OPENS.finditer(annotation.report.text, start, item.start))
    if not found:
        return None
    n, name = next((int(k[1:]), k) for k, v in found[-1].groupdict().items() if v)
    span = Span(found[-1].start(name), found[-1].end(name))
    between = sentence.tokens_in(found[-1].end(), item.start)
    reaches = len(between) <= 8 and all(_fills(t.pos, t.tag, t.text) for t in between)
    return (_MODES[n][0] if reaches else None), span


def _fills(pos: str, tag: str, text: str) -> bool:
    return pos in _FILL or tag in ("VBN", "VBG") or text.lower() == "of" or text in "-–“\"'‘"


def _continue(annotation: Annotation, sentence: Sentence, run: _Run, last: Mention, item: Mention) -> bool:
    """Take `item` into the run as far as the words since `last` allow; False where they end the run."""
    between = annotation.report.text[last.end : item.start]
    plain = re.sub(r"\([^()]*\)", " ", between)
    if ";" in plain or not _bare(annotation, sentence, last, item):
        return False
    comma = "," in plain
    joined = re.search(r"\b(?:and|as\s+well\s+as|along\s+with|or)\b|&", plain, re.IGNORECASE) is not None
    if joined and (not comma or not run.closed):
        run.items += [*run.pending, item]
        run.pending, run.closed = [], True
    elif not joined and not comma:
        run.items.append(item)  # "the INS Arang frigate", "an upgraded X of type Y": one phrase
    elif _is_ship(annotation, item) and run.mode in ("supply", "delivery"):
        run.items.append(item)
    elif not run.closed:
        run.pending.append(item)
    return True


def _bare(annotation: Annotation, sentence: Sentence, last: Mention, item: Mention) -> bool:
    """Return whether only the stuff of lists stands between two items: nouns, numbers, commas, "in Peru"."""
    text = annotation.report.text
    depth = 0
    places = [m for m in annotation.mentions_in(last.end, item.start) if m.kind in ("place", "state")]
    for token in sentence.tokens_in(last.end, item.start):
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")":
            continue
        placed = token.text.lower() in ("in", "at", "for", "to") and any(
            not text[token.end : p.start].strip(" the") for p in places
        )
        listed = token.text in (",", "&") or token.text.lower() in ("as", "well", "along", "with")
        if not (placed or listed or _fills(token.pos, token.tag, token.text)):
            return False
    return True


def _is_ship(annotation: Annotation, item: Mention) -> bool:
    text = annotation.report.text
    return _SHIP.search(text[item.start : item.end + 24].split(",")[0]) is not None


def _draft(annotation: Annotation, sentence: Sentence, mode: Predicate, cue: Span, item: Mention) -> Draft:
    states = programme_parties(annotation, sentence, cue, item)
    return Draft(
        mode,
        (Piece(cue, "trigger"), piece(item, "object"), *states),
        object=item.entities[0],
        parties=tuple(p.entity for p in states if p.entity),
        status=_status(annotation, sentence, cue),
        confidence=0.8 if len(states) == 2 else 0.6,
    )


def _status(annotation: Annotation, sentence: Sentence, cue: Span) -> Status:
    before = words_of(annotation, sentence)[: cue.start - sentence.start]
    if _ONGOING.search(before):
        return "ongoing"
    tokens = sentence.tokens_in(cue.start, cue.end)
    return status_of(sentence, tokens[-1]) if tokens else "occurred"
