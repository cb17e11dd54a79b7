"""Reads the labelled events: windows whose words are triggers and parties, and which party goes with which trigger."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import in_context, lines
from onrecord.annotate.reader.deeds import MODES, PARTS, STATUSES, TYPES
from onrecord.annotate.reader.pieces import Pieces
from onrecord.annotate.reader.words import Word, find_words, make_windows
from training.data import Example, Place, paragraphs_of, place_of

UNKNOWN = -1


@dataclass
class Deed:
    """An event of a window: its trigger's words, and for each role which of the window's spans play it."""

    trigger: Place
    type: int
    status: int  # UNKNOWN where only the ties are known
    mode: int  # UNKNOWN where the type has none
    ties: tuple[frozenset[int] | None, ...]  # actors, recipients, place and date, as numbers of spans; None: unknown
    spans: tuple[int, ...] | None = None  # among which of the window's spans these are all; None: among all


@dataclass
class Told:
    """What is known of a window's events; UNKNOWN where nobody labelled a word."""

    triggers: list[int]
    parts: list[int]
    spans: list[Place] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)


def labelled(paths: Sequence[Path], corpora: Path) -> list[dict[str, Any]]:
    """Return the labelled sentences with their context; offsets count from the start of the context.

    Of the stretches `open` nobody says whether they tell an event; of a row that is not `whole` only who did it and to
    whom is known, not where, when and who else takes part in anything.
    """
    found = []
    for row in (row for path in paths for row in lines(path)):
        text, base = in_context(row, corpora) or ("", 0)
        events = [_shifted(event, base) for event in row["events"]]
        open_ = [(start - base, end - base) for start, end in row.get("open", ())]
        shown = {"text": text, "from": row["start"] - base}
        found.append({**shown, "events": events, "open": open_, "whole": "open" not in row})
    return found


def _shifted(event: dict[str, Any], base: int) -> dict[str, Any]:
    spans = {role: [(s - base, e - base) for s, e in event[role]] for role in ("actors", "recipients")}
    one = {role: [(event[role][0] - base, event[role][1] - base)] if event[role] else [] for role in ("place", "date")}
    start, end = event["trigger"]
    return {**event, **spans, **one, "trigger": (start - base, end - base)}


def tied(document: dict[str, Any], verbs: Sequence[dict[str, Any]], pieces: Pieces) -> Iterator[Example]:
    """Yield the windows of an article with the verbs of `training.syntax`, of which only the ties are known."""
    text = document["text"]
    for window in make_windows(find_words(text, paragraphs_of(text)), pieces.of):
        count = len(window.words)
        starts = [w.start for w in window.words]
        known = Told([UNKNOWN] * count, [UNKNOWN] * count)
        last = window.words[-1].end if window.words else 0
        for verb in verbs:
            if not (starts[0] <= verb["trigger"][0] and verb["trigger"][1] <= last):
                continue
            numbers = [
                [_number(known, place, None) for span in verb[role] if (place := place_of(window.words, starts, *span))]
                for role in ("actors", "recipients", "others")
            ]
            trigger = place_of(window.words, starts, *verb["trigger"])
            if trigger is not None:
                ties = (frozenset(numbers[0]), frozenset(numbers[1]) - frozenset(numbers[0]), None)
                near = tuple(sorted({n for some in numbers for n in some}))
                known.deeds.append(Deed(trigger, UNKNOWN, UNKNOWN, UNKNOWN, ties, near))
        if known.deeds:
            yield Example(document["doc"], window, [UNKNOWN] * count, [UNKNOWN] * count, told=known)


def told(rows: Sequence[dict[str, Any]], pieces: Pieces, seed: int, together: int = 4) -> Iterator[Example]:
    """Yield windows of labelled sentences, several in one as paragraphs of a report stand together."""
    order = list(rows)
    random.Random(seed).shuffle(order)
    for at in range(0, len(order), together):
        text, some = "", []
        for row in order[at : at + together]:
            some.append((len(text), row))
            text += row["text"].replace("\n", " ") + "\n"
        for window in make_windows(find_words(text, paragraphs_of(text)), pieces.of):
            count = len(window.words)
            known = Told([UNKNOWN] * count, [UNKNOWN] * count)
            for base, row in some:
                _tell(known, window.words, base, row)
            yield Example("deeds", window, [UNKNOWN] * count, [UNKNOWN] * count, told=known)


def _tell(known: Told, words: Sequence[Word], base: int, row: dict[str, Any]) -> None:
    starts = [w.start for w in words]
    inside = place_of(words, starts, base + row["from"], base + len(row["text"]))
    if inside is None:
        return
    for i in range(*inside):
        known.triggers[i] = 0
        known.parts[i] = 0 if row["whole"] else UNKNOWN
    for start, end in row["open"]:
        place = place_of(words, starts, base + start, base + end)
        for i in range(*place) if place else ():
            known.triggers[i] = UNKNOWN
    for event in row["events"]:
        trigger = place_of(words, starts, base + event["trigger"][0], base + event["trigger"][1])
        if trigger is None:
            continue
        kind = TYPES.index(event["type"])
        known.triggers[trigger[0] : trigger[1]] = [1 + 2 * kind] + [2 + 2 * kind] * (trigger[1] - trigger[0] - 1)
        ties = []
        for roles in (("actors",), ("recipients",), ("place", "date")):
            numbers = set()
            for role in roles:
                for start, end in event[role]:
                    span = place_of(words, starts, base + start, base + end)
                    if span is not None:
                        numbers.add(
                            _number(known, span, PARTS.index({"place": "place", "date": "date"}.get(role, "party")))
                        )
            ties.append(frozenset(numbers))
        mode = f"{event['type']}:{event['mode']}" if event["mode"] else event["type"]
        status = STATUSES.index(event["status"])
        known.deeds.append(Deed(trigger, kind, status, MODES.index(mode) if mode in MODES else UNKNOWN, tuple(ties)))


def _number(known: Told, span: Place, part: int | None) -> int:
    if span not in known.spans:
        known.spans.append(span)
        if part is not None and all(known.parts[i] <= 0 for i in range(*span)):
            known.parts[span[0] : span[1]] = [1 + 2 * part] + [2 + 2 * part] * (span[1] - span[0] - 1)
    return known.spans.index(span)
