"""A fact in one line of text and in the words of its first report, for lists."""

from __future__ import annotations

import sqlite3
from copy import copy
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Difference, Entity, Event, Evidence, Fact, Record, Statement, Story
from onrecord.model.report import Report
from onrecord.model.serial import loads
from onrecord.present.alone import brief
from onrecord.present.cues import lead
from onrecord.present.differences import TITLES
from onrecord.present.index import Index
from onrecord.present.view import View
from onrecord.present.who import handle, name_of
from onrecord.present.words import bare, capital, shortened, tidy

MOST = 300  # characters of a line; a name of ten thousand is cut


class Titles:
    """Words for the facts of a record whose reports stand in an index already."""

    def __init__(self, index: sqlite3.Connection, entities: dict[str, Entity], events: dict[str, Event]) -> None:
        self._db = index
        self._index = Index(Record())
        self._index.entities, self._index.events = entities, events
        self._view = lru_cache(maxsize=256)(self._made)

    def _made(self, report: str) -> View:
        """Return a view of one report alone: words that it does not hold need none of the others."""
        body, text = self._db.execute("SELECT body, text FROM reports WHERE id = ?", (report,)).fetchone()
        own = copy(self._index)
        own.reports = {report: report_of(body, text)}
        return View(own, Story("", "", (report,)))

    def of(self, fact: Fact) -> tuple[str, str]:
        """Return (a line of text, the exact words that tell it first)."""
        first = min(fact.evidence, key=lambda e: (e.report, e.start, -e.end))
        view = self._view(first.report)
        words = shortened(tidy(_words(fact, first)), MOST)
        if isinstance(fact, Entity):
            return shortened(tidy(fact.name), MOST) or "(no name)", words
        if isinstance(fact, Event):
            return capital(shortened(tidy(handle(view, fact)), MOST)), words
        if isinstance(fact, Statement):
            return _said(view, fact), shortened(tidy(fact.content), MOST)
        return capital(shortened(tidy(brief(view, fact)), MOST)), words

    def of_difference(self, difference: Difference, about: list[str]) -> tuple[str, str]:
        """Return (what it is about, the values that stand against one another); `about` are titles of facts."""
        what = "; ".join(dict.fromkeys(about))
        values = list(dict.fromkeys(tidy(p.value) for p in difference.positions))
        title = f"{TITLES[difference.kind]}: {what}" if what else TITLES[difference.kind]
        return shortened(title, MOST), shortened(" / ".join(shortened(v, 80) for v in values), MOST)


def report_of(body: str, text: str) -> Report:
    """Return a report of the index: its text is kept beside the rest."""
    return replace(loads(Report, body[:-1] + ', "text": ""}'), text=text)


def _said(view: View, statement: Statement) -> str:
    speaker = name_of(view, statement.speaker) if statement.speaker else tidy(statement.speaker_text)
    before = tidy(lead(view, statement) or statement.cue)
    content = shortened(bare(tidy(statement.content)), 160)
    return capital(shortened(f"{shortened(speaker, 80) or 'Somebody not named'} {before} “{content}”", MOST))


def _words(fact: Fact, first: Evidence) -> str:
    roles = ("content", "trigger", "mention", "object")
    return next((e.text for role in roles for e in fact.evidence if e.role == role), first.text)
