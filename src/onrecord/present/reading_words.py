"""What the formats say about a reading in words: its head, its statements as rows, its names as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.present.reading import Name, NameKind, Reading, Said, Who
from onrecord.present.view import address
from onrecord.present.words import counted, day, shortened, the_body, the_state, tidy

FAMILIES: tuple[tuple[str, str, tuple[NameKind, ...]], ...] = (
    ("person", "persons", ("person",)),
    ("office", "offices", ("office",)),
    ("body", "organisations", ("organisation", "mechanism", "group")),
    ("land", "states and places", ("state", "place")),
    ("thing", "equipment and operations", ("equipment", "operation")),
    ("date", "dates", ("date",)),
)
"""Names that look alike: a word for them in styles, one for readers, and their kinds."""
_FAMILY = {kind: family for family, _, kinds in FAMILIES for kind in kinds}
_TITLE = 90  # code points of a text without a title that stand for one
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement in words. `who` may be the source's own words (`open`), then nobody is known by them.

    `title` is the speaker's office, where the table meets the speaker first.
    """

    number: int
    who: str
    title: str | None
    open: bool
    cue: str
    kind: str
    tone: str
    channel: str | None
    relayed_by: str | None
    addressees: str | None
    confidence: float
    content: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One who or which is named: how often, and in which office."""

    name: str
    title: str | None
    times: int


def family(name: Name) -> str:
    """Return the word for names that look like this one."""
    return _FAMILY[name.kind]


def families_of(reading: Reading) -> list[tuple[str, str]]:
    """Return the families of names that the reading marks, each with its word for readers."""
    held = {family(name) for name in reading.names}
    return [(word, plural) for word, plural, _ in FAMILIES if word in held]


def title_of(reading: Reading) -> str:
    """Return the title of the report, else its first words."""
    body = next((b.text for b in reading.blocks if b.kind == "paragraph"), reading.report.text)
    return tidy(reading.report.title or "") or shortened(tidy(body), _TITLE)


def credit_of(reading: Reading) -> str:
    """Return where the report comes from and when: "Pacific Ledger, 12 March 2025"; its file's name without either."""
    report = reading.report
    dated = day(report.published or (report.dateline.date if report.dateline else None))
    origin = report.outlet or report.agency or address(report.source)
    return ", ".join(tidy(part) for part in (origin, report.byline, dated) if part)


def summary_of(reading: Reading) -> str:
    """Return how much there is: "7 statements by 2 speakers in 236 words"; who is not known counts as no speaker."""
    speakers = {said.speaker for said in reading.statements if said.speaker}
    said = counted(len(reading.statements), "statement")
    by = f" by {counted(len(speakers), 'speaker')}" if speakers else ""
    return f"{said}{by} in {counted(len(_WORD.findall(reading.report.text)), 'word')}"


def rows(reading: Reading, most: int) -> list[Row]:
    """Return the statements in words, contents of about `most` characters at most."""
    known = {who.id: who for who in reading.who}
    found, met = [], set[str | None]()
    for said in reading.statements:
        found.append(_row(said, known, most, said.speaker not in met))
        met.add(said.speaker)
    return found


def _row(said: Said, known: dict[str, Who], most: int, first: bool) -> Row:
    speaker = known.get(said.speaker or "")
    tones = {content.tone for telling in said.tellings for content in telling.content}
    return Row(
        number=said.number,
        who=speaker.name if speaker else tidy(said.speaker_text),
        title=speaker.title if speaker and first else None,
        open=speaker is None,
        cue=tidy(said.cue),
        kind=said.kind if said.act == "speech" else f"belief, {said.kind}" if said.kind != "indirect" else "belief",
        tone="belief" if said.act == "belief" else "mixed" if len(tones) > 1 else next(iter(tones), "indirect"),
        channel=said.channel,
        relayed_by=_called(known, (said.relayed_by,)),
        addressees=_called(known, said.addressees),
        confidence=said.confidence,
        content=shortened(tidy(said.content), most),
    )


def _called(known: dict[str, Who], ids: Iterable[str | None]) -> str | None:
    names = [called(known[one]) for one in ids if one in known]
    return ", ".join(names) or None


def called(who: Who) -> str:
    """Return a name as it stands in a sentence."""
    if who.kind == "state":
        return the_state(who.name)
    return the_body(who.name) if who.kind in ("organisation", "mechanism") else who.name


def who_is(reading: Reading) -> dict[str, str]:
    """Return for each id who that is: "Ingrid Solvang, Defence Minister of Norway"."""
    return {who.id: f"{who.name}, {who.title}" if who.title else who.name for who in reading.who}


def listed_names(reading: Reading) -> list[tuple[str, str, list[Listed]]]:
    """Return the families of names but offices, which stand with their holders; in each, who is named, in order."""
    known = {who.id: who for who in reading.who}
    found = []
    for word, plural in families_of(reading):
        if word != "office":
            own = [name for name in reading.names if family(name) == word]
            found.append((word, plural, _counted(own, known)))
    return found


def _counted(names: Sequence[Name], known: dict[str, Who]) -> list[Listed]:
    times: dict[tuple[str, str | None], int] = {}
    for name in names:
        meant = [known[e] for e in name.entities if e in known]
        for key in [(who.name, who.title) for who in meant] or [(tidy(name.text), None)]:
            times[key] = times.get(key, 0) + 1
    return [Listed(name, title, count) for (name, title), count in times.items()]
