"""The readout of a story as notebooks show it: lists in plain markup, nothing loaded and nothing run."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model.markup import block, shown
from onrecord.present.assemble import headline
from onrecord.present.foot import citation
from onrecord.present.readout import Line, Readout, Section


def story_html(readout: Readout) -> str:
    """Return the sections of a readout as lists, the exact words folded under their lines."""
    sections = "".join(map(_section, readout.sections))
    reports = "".join(f"<li><bdi>{shown(citation(report))}</bdi></li>" for report in readout.reports)
    return block(readout.title, f"<p>{shown(headline(readout))}</p>{sections}<p><b>Reports</b></p><ol>{reports}</ol>")


def _section(section: Section) -> str:
    note = f"<p>{shown(section.note)}</p>" if section.note else ""
    return f"<p><b>{shown(section.title)}</b></p>{note}{_list(section.lines)}"


def _list(lines: Iterable[Line]) -> str:
    return f"<ul>{''.join(map(_line, lines))}</ul>"


def _line(line: Line) -> str:
    support = f" <small>({shown(line.support.text)})</small>" if line.support else ""
    told = "".join(f"<li><b>{shown(w.outlet)}</b> <bdi>{shown(w.text)}</bdi></li>" for w in line.words)
    words = f"<details><summary>the exact words</summary><ul>{told}</ul></details>" if told else ""
    return f"<li><bdi>{shown(line.text)}</bdi>{support}{words}{_list(line.children) if line.children else ''}</li>"
