"""Who said what: statements by speaker, variants under one another with the words that differ; beliefs apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Statement, Variant
from onrecord.model.facts import Compared
from onrecord.present.common import differing, fact_line, heading
from onrecord.present.cues import all_cues, lead, marked_cue
from onrecord.present.events import type_tag
from onrecord.present.figures import figure_lines
from onrecord.present.readout import Line, Piece, Section
from onrecord.present.view import View
from onrecord.present.who import called, first_capital, person
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
    lines = [heading(first_capital(person(view, speaker)), _lines(view, own)) for speaker, own in speakers.items()]
    return [*lines, *([heading([Piece(_UNKNOWN, "tag")], _lines(view, unknown))] if unknown else [])]


def _lines(view: View, statements: Sequence[Statement]) -> list[Line]:
    """Return the statements of one speaker, what stands in quotation marks first."""
    order = list(_KINDS)
    return [_line(view, s) for s in sorted(statements, key=lambda s: (order.index(s.kind), view.first(s)))]


def _line(view: View, statement: Statement) -> Line:
    before, who = lead(view, statement), _unknown(view, statement)
    manner = [_KINDS[statement.kind], *_manner(view, statement, before)]
    end = [Piece(" — " + "; ".join(manner), "muted"), *_types(view, statement), *differing(view, statement.id)]
    children = [f for owner in _owners(view, statement) for f in figure_lines(view, owner)]
    variants = [v for v in statement.variants if v.report in view.rank]
    if any(v.compared != "same" for v in variants):
        children = [*_variants(view, variants), *children]
        cue = all_cues(view, statement)
        said = [Piece(f"{cue}, in the words of each report" if cue else "in the words of each report")]
    else:
        said = [*([Piece(before, "muted")] if before else []), Piece(tidy(statement.content), "words")]
    return _with_events(view, statement, fact_line(view, statement, [*who, *said, *end], children))


def _unknown(view: View, statement: Statement) -> list[Piece]:
    """Return the words of the report for a speaker whom it does not tie to one person or body."""
    if statement.speaker in view.entities:
        return []
    words = tidy(statement.speaker_text)
    return [
        Piece(quoted(words) if words else "Somebody not named", "name"),
        Piece(" " if marked_cue(view, statement) else ": "),
    ]


def _with_events(view: View, statement: Statement, line: Line) -> Line:
    """Let a line stand for the events too that the cue of its statement is."""
    return replace(line, facts=(*line.facts, *(event.id for event in view.spoken_by(statement.id))))


def _owners(view: View, statement: Statement) -> list[str]:
    """Return the ids whose figures stand under a statement: its own, and those of the events that its cue is."""
    return [statement.id, *(event.id for event in view.spoken_by(statement.id))]


def _types(view: View, statement: Statement) -> list[Piece]:
    return [type_tag(event) for event in view.spoken_by(statement.id)]


def _manner(view: View, statement: Statement, before: str) -> Iterable[str]:
    """Yield channel, addressees and who relayed it, as far as the words before the content do not say so."""
    if statement.channel and tidy(statement.channel).casefold().rpartition(" ")[2] not in before.casefold():
        yield _channel(tidy(statement.channel))
    addressees = [name for entity in statement.addressees if (name := called(view, entity)) not in before]
    if addressees:
        yield "to " + listed(addressees)
    if statement.relayed_by:
        yield f"according to {called(view, statement.relayed_by)}"


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
