"""Who said what: statements by speaker, variants under one another with the words that differ; beliefs apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Statement, Variant
from onrecord.model.facts import Compared
from onrecord.present.common import differing, fact_line, heading
from onrecord.present.events import figure_lines, kind_of
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import called, person
from onrecord.present.wording import marked
from onrecord.present.words import listed, quoted, tidy

_KINDS = {"direct": "in quotation marks", "indirect": "reported speech", "mixed": "partly in quotation marks"}
_UNKNOWN = "Speakers whom the record cannot tie to one person or body"
_COMPARED: dict[Compared, str] = {
    "same": "the same words",
    "shortened": "shortened",
    "reworded": "worded differently",
    "one_word": "one word differs",
    "meaning": "the meaning differs",
}


def section(view: View) -> Section:
    """Return the section: a heading for each speaker in order of first word; beliefs at the end."""
    speech = [s for s in view.statements if s.act == "speech"]
    belief = [s for s in view.statements if s.act == "belief"]
    lines = _by_speaker(view, speech)
    if belief:
        lines.append(heading([Piece("What they are said to think, want or see", "tag")], _by_speaker(view, belief)))
    return Section("statements", "Who said what", tuple(lines))


def _by_speaker(view: View, statements: Sequence[Statement]) -> list[Line]:
    speakers: dict[str, list[Statement]] = {}
    for statement in statements:
        known = statement.speaker if statement.speaker in view.entities else None
        speakers.setdefault(known or "", []).append(statement)
    unknown = speakers.pop("", [])
    lines = [heading(person(view, speaker), [_line(view, s) for s in own]) for speaker, own in speakers.items()]
    return [*lines, *([heading([Piece(_UNKNOWN, "tag")], [_line(view, s) for s in unknown])] if unknown else [])]


def _line(view: View, statement: Statement) -> Line:
    cue, who = _cue(statement), _unknown(view, statement)
    manner = [_KINDS[statement.kind], *_manner(view, statement)]
    end = [Piece(" — " + "; ".join(manner), "muted"), *differing(view, statement.id)]
    children = figure_lines(view, statement.id)
    variants = [v for v in statement.variants if v.report in view.rank]
    if any(v.compared != "same" for v in variants):
        children = [*_variants(view, variants), *children]
        said = [Piece(f"{cue}, in the words of each report" if cue else "in the words of each report")]
    else:
        said = [*([Piece(f"{cue}: ", "muted")] if cue else []), Piece(tidy(statement.content), "words")]
    return _with_events(view, statement, fact_line(view, statement, [*who, *said, *end], children))


def _unknown(view: View, statement: Statement) -> list[Piece]:
    """Return the words of the report for a speaker whom it does not tie to one person or body."""
    if statement.speaker in view.entities:
        return []
    words = tidy(statement.speaker_text)
    return [Piece(quoted(words) if words else "Somebody not named", "name"), Piece(" " if _cue(statement) else ": ")]


def _with_events(view: View, statement: Statement, line: Line) -> Line:
    """Let a line stand for the events too that the cue of its statement is."""
    return replace(line, facts=(*line.facts, *(event.id for event in view.spoken_by(statement.id))))


def _cue(statement: Statement) -> str:
    """Return the cue as it stands before the words; "according to" goes without saying under the speaker's name."""
    cue = tidy(statement.cue)
    if cue.casefold().startswith(("according to", "as per")):
        return ""
    return cue[:1].lower() + cue[1:] if cue[1:2].islower() else cue


def _manner(view: View, statement: Statement) -> Iterable[str]:
    if statement.channel:
        yield _channel(tidy(statement.channel))
    if statement.addressees:
        yield "to " + listed([called(view, entity) for entity in statement.addressees])
    if statement.relayed_by:
        yield f"according to {called(view, statement.relayed_by)}"
    for event in view.spoken_by(statement.id):
        yield kind_of(event)


def _channel(channel: str) -> str:
    """Return "on X", "in remarks to reporters", "in an interview", "at a press conference"."""
    if channel[:1].isupper():
        return f"on {channel}"
    first = channel.split(" ")[0]
    if first.endswith("s") and first != "press":
        return f"in {channel}"
    place = "at" if channel.endswith(("conference", "briefing", "meeting", "summit", "rally")) else "in"
    return f"{place} {'an' if first[:1] in 'aeiou' else 'a'} {channel}"


def _variants(view: View, variants: Sequence[Variant]) -> list[Line]:
    """Return one line for each wording, its outlets first; the first wording is what the others are compared to."""
    wordings: dict[str, list[Variant]] = {}
    for variant in variants:
        wordings.setdefault(tidy(variant.content), []).append(variant)
    own = list(wordings.values())
    return [
        _variant(view, group, pieces, first=n == 0)
        for n, (group, pieces) in enumerate(zip(own, marked(list(wordings)), strict=True))
    ]


def _variant(view: View, group: Sequence[Variant], pieces: Sequence[Piece], first: bool) -> Line:
    outlets = listed([view.outlet(v.report) for v in group])
    kind = "" if first or group[0].compared == "same" else f" — {_COMPARED[group[0].compared]}"
    return Line((Piece(f"{outlets}: ", "name"), *pieces, Piece(kind, "muted")), kind="variant")
