"""The readout as Markdown, to paste into a note; whatever a report holds is escaped and shows as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.present.assemble import headline
from onrecord.present.foot import citation, credit, headline_of, imprint, read_at
from onrecord.present.readout import Line, Piece, Readout, Section

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")
_LINK = re.compile(r"\b(https?|ftp)://|\bwww\.", re.IGNORECASE)


def markdown(readouts: Sequence[Readout]) -> str:
    """Return the readouts as one Markdown text (CommonMark with tables)."""
    if not readouts:
        return "The record holds no story.\n"
    return "\n\n---\n\n".join("\n".join(_story(readout)) for readout in readouts) + "\n"


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is: no markup, no HTML, no links made by themselves."""
    plain = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    plain = _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", plain)
    return _LINK.sub(lambda m: m[0].replace(":", "&#58;").replace(".", "&#46;"), plain)


def _story(readout: Readout) -> Iterator[str]:
    yield f"# {escaped(readout.title)}"
    yield ""
    yield escaped(headline(readout))
    yield ""
    yield "| | Outlet | Title | Date |"
    yield "|--:|---|---|---|"
    for report in readout.reports:
        cells = (credit(report), headline_of(report), report.date or "no date")
        yield f"| {report.number} | " + " | ".join(escaped(cell) for cell in cells) + " |"
    for shared in readout.shared:
        yield f"\n{escaped(shared)}"
    for section in readout.sections:
        yield from _section(section)
    yield from _foot(readout)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {section.title}"
    yield ""
    if section.note:
        yield f"{escaped(section.note)}\n"
    for line in section.lines:
        yield from [_compact(line)] if section.key == "alone" else _line(line, 0)


def _compact(line: Line) -> str:
    """Return a heading and what stands under it in one item."""
    said = "".join(map(_piece, line.pieces))
    return f"- {said}: " + "; ".join(escaped(child.text) for child in line.children)


def _line(line: Line, depth: int) -> Iterator[str]:
    said = "".join(_piece(piece) for piece in line.pieces)
    support = f" *({escaped(line.support.text)})*" if line.support else ""
    yield f"{'  ' * depth}- {said}{support}"
    for child in line.children:
        yield from _line(child, depth + 1)


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    if piece.style not in ("name", "differ", "tag") or not piece.text.strip():
        return text
    left, right = len(piece.text) - len(piece.text.lstrip()), len(piece.text) - len(piece.text.rstrip())
    return " " * left + f"**{text.strip()}**" + " " * right


def _foot(readout: Readout) -> Iterator[str]:
    yield ""
    yield "## To cite this"
    yield ""
    for report in readout.reports:
        address = (
            f" <{report.address}>" if _is_address(report.address) else f" {escaped(report.address or 'No address')}"
        )
        yield f"{report.number}. {escaped(citation(report))}{address}. Read: {escaped(read_at(report))}."
    yield ""
    for name, value in imprint(readout):
        yield f"- {name}: {escaped(value)}"


def _is_address(address: str | None) -> bool:
    return bool(address and re.fullmatch(r"https?://[^\s<>\"'`\\]+", address))
