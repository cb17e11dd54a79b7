"""One report as it is read aloud: its text, the names in it, and who says what. Plain data; the formats draw it.

The form of its JSON, `onrecord-read/1`, is these types: docs/read.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import EntityKind, Report
from onrecord.model.facts import Act, StatementKind

FORMAT = "onrecord-read/1"

NameKind = EntityKind | Literal["office", "date"]
BlockKind = Literal["title", "outlet", "byline", "dateline", "agency", "sign_off", "paragraph", "other"]
Role = Literal["source", "cue", "content"]
Tone = Literal["direct", "indirect", "belief"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the report: `text` is exactly `report.text[start:end]`, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Content(Stretch):
    """A stretch of what is said. `tone`: word for word, in the report's words, or thought rather than said."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class Name(Stretch):
    """A name, an office or a date. `entities` are the ids of whom it means, none where that stays open."""

    kind: NameKind
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block(Stretch):
    """A paragraph, or a line that is none: the title, the sign-off. Between blocks there is white space alone."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Furniture(Stretch):
    """What stands around the body, or at the head of a paragraph: a dateline, a credit."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody or something that a name, a speaker, a relay or an addressee means. `title`: the office in words."""

    id: str
    kind: EntityKind
    name: str
    named: bool
    title: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where the report tells a statement: who, by which words, and what, in pieces."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Content, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement. `number` counts in order of the text from 1; `speaker`, `relayed_by` and `addressees` are ids."""

    number: int
    id: str
    speaker: str | None
    speaker_text: str
    cue: str
    content: str
    kind: StatementKind
    act: Act
    channel: str | None
    relayed_by: str | None
    addressees: tuple[str, ...]
    confidence: float
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report with what is marked in it, each table in order of the text; `who` by id."""

    report: Report
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    names: tuple[Name, ...] = ()
    statements: tuple[Said, ...] = ()
    who: tuple[Who, ...] = ()
    refused: tuple[str, ...] = ()
