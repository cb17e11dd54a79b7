"""Former names of ships, organisations and places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate import Annotation, Mention, Sentence
from onrecord.extract.relations_build import Draft, Piece, piece
from onrecord.model import Span

_NAME = r"[“\"'‘]?(?P<name>[A-Z][\w.&’'-]*(?:\s+(?:[A-Z\d][\w.&’'-]*|of|de|and(?=\s+[A-Z])))*)"
_FORMER = re.compile(
    rf"(?:\s+[a-z]+){{0,3}}\s*(?:,\s+|\(\s*|[–—-]\s*)?(?P<cue>(?:formerly|previously|originally|earlier|once|hitherto)"
    rf"(?:\s+(?:known\s+as|called|named|designated|christened))?|ex-)\s*(?:the\s+)?{_NAME}"
)
_NOW = re.compile(
    r"\s*(?:,\s+|\(\s*)?(?P<cue>(?:since\s+|now\s+|later\s+|was\s+|has\s+been\s+)?(?:renamed|now\s+(?:known\s+as|called|named)))\s+(?:as\s+|the\s+)?$"
)
_RENAMED = ("equipment", "organisation", "place", "state", "group", "mechanism", "operation")


def find_former_names(annotation: Annotation) -> Iterator[Draft]:
    """Yield drafts of formerly_named: the subject is the thing under its present name."""
    for sentence in annotation.sentences:
        inside = annotation.mentions_in(sentence.start, sentence.end)
        named = [m for m in inside if len(m.entities) == 1 and m.form == "name"]
        for n, mention in enumerate(named):
            if mention.kind in _RENAMED:
                yield from _former(annotation, sentence, mention, named[n + 1] if n + 1 < len(named) else None)


def _former(annotation: Annotation, sentence: Sentence, thing: Mention, following: Mention | None) -> Iterator[Draft]:
    """Read "KRI Bayu (formerly Sovereign)": the former name is words, no entity."""
    text = annotation.report.text
    found = _FORMER.match(text, thing.end, sentence.end)
    apart = found is not None and re.search(r"[,(–—-]\s*$", text[thing.end : found.start("cue")]) is not None
    if found and (apart or "known" in found["cue"] or "called" in found["cue"]):
        name = Span(found.start("name"), found.end("name"))
        cue = Span(found.start("cue"), found.end("cue"))
        pieces = (piece(thing, "subject"), Piece(cue, "trigger"), Piece(name, "object"))
        yield Draft("formerly_named", pieces, thing.entities[0], confidence=0.85, former=name.of(text))
    elif following is not None and following.kind == thing.kind and following.entities != thing.entities:
        renamed = _NOW.fullmatch(text, thing.end, following.start)
        if renamed is not None:
            cue = Span(renamed.start("cue"), renamed.end("cue"))
            pieces = (piece(following, "subject"), Piece(cue, "trigger"), Piece(thing.span, "object"))
            yield Draft("formerly_named", pieces, following.entities[0], confidence=0.75, former=thing.text)
