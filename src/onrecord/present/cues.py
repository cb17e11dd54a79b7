"""How a statement is introduced: in the words of the report that stand between the speaker and what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Evidence, Statement
from onrecord.present.view import View
from onrecord.present.words import QUOTES, quoted, tidy

_SOURCE = ("according to", "as per")  # goes without saying under the speaker's name
_UNFINISHED = re.compile(r"(?:\w{2,}ing|was|were|is|are|been|being|to)\b", re.IGNORECASE)
_NEAR = 70  # code points between a cue and its content
_BREAK = re.compile(rf"[.!?;{QUOTES}()]|\n\s*\n|\s[–—-]\s")
_TOLD = re.compile(
    r"told((?:\s(?:(?:[A-Z]\.)+|[\w’'-]+)){1,5}?)(?=[,.;:]|\s(?:on|in|at|about|during|that|while|as|after|before|by|via|when|following)\b|\s*$)"
)


def lead(view: View, statement: Statement) -> str:
    """Return what stands before the content: "told reporters that ", "said: ", "“adding that” "; "" for "according to".

    Only the report's own words are used. A cue that is no finite verb stands in quotation marks as the report's word.
    """
    cue = plain(statement.cue)
    if not cue:
        return ""
    run = next(_runs(view, statement), None)
    words, open_ = run or (_told(view, statement) or cue, False)
    direct = statement.kind == "direct" or statement.content[:1] in QUOTES
    said = quoted(words) if _UNFINISHED.match(words) else words
    return f"{said} " if open_ and not direct else f"{said}: "


def plain(cue: str) -> str:
    """Return a cue as it stands within a sentence; nothing for "according to"."""
    cue = tidy(cue)
    if cue.casefold().startswith(_SOURCE):
        return ""
    return cue[:1].lower() + cue[1:] if cue[1:2].islower() else cue


def marked_cue(view: View, statement: Statement) -> str:
    """Return the cue alone ("told" with whom), in quotation marks if it is no finite verb."""
    return _marked(_told(view, statement) or plain(statement.cue))


def all_cues(view: View, statement: Statement) -> str:
    """Return the cue of every report, once each: "told reporters / said"."""
    found = [_marked(_addressed(text, cue) or plain(cue.text)) for text, cue, _ in _tellings(view, statement)]
    return " / ".join(dict.fromkeys(cue for cue in found if cue)) or marked_cue(view, statement)


def _marked(cue: str) -> str:
    return quoted(cue) if _UNFINISHED.match(cue) else cue


def _tellings(view: View, statement: Statement) -> Iterator[tuple[str, Evidence, list[Evidence]]]:
    """Yield the text, the cue and all evidence of each telling that has a cue."""
    told: dict[tuple[str, int], list[Evidence]] = {}
    for piece in view.evidence(statement):
        told.setdefault((piece.report, piece.mention), []).append(piece)
    for (report, _), pieces in told.items():
        for cue in (piece for piece in pieces if piece.role == "cue"):
            yield view.reports[view.rank[report]].text, cue, pieces


def _own_tellings(view: View, statement: Statement) -> Iterator[tuple[str, Evidence, list[Evidence]]]:
    """Yield the tellings with the cue that the statement is on record with."""
    own = tidy(statement.cue).casefold()
    return (telling for telling in _tellings(view, statement) if tidy(telling[1].text).casefold() == own)


def _runs(view: View, statement: Statement) -> Iterator[tuple[str, bool]]:
    """Yield cue and what links it to the content right behind it: ("said in a note that", True), ("said", False)."""
    for text, cue, pieces in _own_tellings(view, statement):
        after = [p for p in pieces if p.role == "content" and p.start >= cue.end]
        if not after or not tidy(statement.content).startswith(tidy(after[0].text)[:40]):
            continue
        gap = text[cue.end : after[0].start]
        own = any(p.role == "source" and p.start >= cue.end and p.end <= after[0].start for p in pieces)
        if len(gap) <= _NEAR and not own and not _BREAK.search(gap.rstrip()):
            words = tidy(text[cue.start : after[0].start])
            words = words[:1].lower() + words[1:] if words[1:2].islower() else words
            yield words.rstrip(" ,:"), not words.endswith((",", ":"))


def _told(view: View, statement: Statement) -> str | None:
    """Return "told reporters" as a report has it; None for other cues."""
    return next((words for text, cue, _ in _own_tellings(view, statement) if (words := _addressed(text, cue))), None)


def _addressed(text: str, cue: Evidence) -> str | None:
    found = _TOLD.match(text, cue.start)
    return tidy(found.group()) if found else None
