"""The title of a story: a headline of its reports, else what happened, in words that say who did what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Entity, Event, Report, first_evidence
from onrecord.reconcile.words import content_words, fold

TELLING = 3  # content words that a title must have at least
_LONGEST = 200  # code points; what is longer is a paragraph that was taken for a headline
_FILE = re.compile(r"\w\.(?:jpe?g|png|gif|webp|svg|pdf|mp4)\b", re.IGNORECASE)
_OPENING = 12  # words of a report that stand in for a title


def story_title(
    reports: Sequence[Report],
    words: Sequence[frozenset[str]],
    events: Sequence[Event],
    entities: Mapping[str, Entity],
) -> str:
    """Return the headline whose words most reports of the story use; without headlines, the event most reports tell.

    `words` are the folded words of each report. The name of a picture or a bare phrase is no headline.
    """
    headlines = sorted({r.title for r in reports if r.title and _is_headline(r.title)})
    if headlines:
        return min(headlines, key=lambda t: (-_used(t, words), t))
    if events:
        return _said(min(events, key=_rank), entities)
    return " ".join(reports[0].text.split()[:_OPENING])


def _is_headline(title: str) -> bool:
    return len(title) <= _LONGEST and len(content_words(title)) >= TELLING and not _FILE.search(title)


def _used(title: str, words: Sequence[frozenset[str]]) -> float:
    own = content_words(title)
    return sum(len(own & own_words) for own_words in words) / (len(own) + 2) if own else 0.0


def _rank(event: Event) -> tuple[object, ...]:
    """Return a key that is smaller the more reports tell an event, and the more its label says."""
    bare = len(content_words(event.label)) < TELLING
    return -len(event.reports), bare, event.status != "occurred", first_evidence(event.evidence), event.id


def _said(event: Event, entities: Mapping[str, Entity]) -> str:
    """Return the label with a capital; before a bare one stand those who act: "Norway and Peru: joint exercise"."""
    names = [entities[a].name for a in event.actors if a in entities]
    label = event.label
    if names and len(content_words(label)) < TELLING and not any(set(fold(n)) & set(fold(label)) for n in names):
        label = f"{' and '.join(sorted(names)[:2])}: {label}"
    return label[:1].upper() + label[1:]
