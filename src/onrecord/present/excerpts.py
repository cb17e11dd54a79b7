"""The words of a report that tell an event, as a phrase that can stand by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Event, Evidence
from onrecord.present.view import View
from onrecord.present.words import tidy

_LONGEST = 220  # code points of an excerpt
_SHORT = 110  # a sentence up to here is not cut
_LEAST = 20  # fewer say too little
_NEAR = 90  # code points between a subject and its verb
_ADJACENT = 2  # code points between "April 22" and "attack"
_SENTENCE_END = re.compile(r"(?<=[\w”\"’'%)])[.!?](?=[”\"’']?(?:\s|$))|\n(?=\s*(?:\n|$))")
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[—–-]\s|[—–]")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3}|\b[a-z]\.[a-z])$")


def excerpt(view: View, event: Event) -> str:
    """Return an exact stretch of the report that tells the event first; the event's label where there is none."""
    told: dict[tuple[str, int], list[Evidence]] = {}
    for piece in view.evidence(event):
        told.setdefault((piece.report, piece.mention), []).append(piece)
    for (report, _), pieces in told.items():
        triggers = [piece for piece in pieces if piece.role == "trigger"]
        if triggers:
            text = view.reports[view.rank[report]].text
            return tidy(stretch(text, pieces, triggers[0]))
    return tidy(event.label)


def stretch(text: str, pieces: Sequence[Evidence], trigger: Evidence) -> str:
    """Return the words from the subject (or what stands right before the trigger) to the end of a short sentence.

    A longer one is cut at the first clause end after the evidence; " …" says so.
    """
    start = _start(text, pieces, trigger)
    stop = _sentence_end(text, trigger.end)
    if stop - start <= _SHORT:
        return text[start:stop]
    own = max([trigger.end, *(p.end for p in pieces if p.end <= min(stop, start + _LONGEST))])
    for found in _CLAUSE_END.finditer(text, max(own, start + _LEAST), min(stop, start + _LONGEST)):
        return f"{text[start : found.start()]} …"
    return text[start:stop] if stop - start <= _LONGEST else f"{text[start:own]} …"


def _start(text: str, pieces: Sequence[Evidence], trigger: Evidence) -> int:
    """Return where the nearest subject begins; without one, where "April 22" right before the trigger does."""
    start, subject = trigger.start, False
    before = sorted((p for p in pieces if p.end <= trigger.start), key=lambda p: -p.end)
    for piece in before:
        reach = _NEAR if piece.role == "actor" else -1 if subject else _ADJACENT
        if start - piece.end <= reach and not _SENTENCE_END.search(text, piece.end, start):
            start, subject = piece.start, subject or piece.role == "actor"
    return start


def _sentence_end(text: str, start: int) -> int:
    for found in _SENTENCE_END.finditer(text, start):
        if found[0][0] == "\n" or not _ABBREVIATION.search(text, max(0, found.start() - 6), found.start()):
            return found.start()
    return len(text)
