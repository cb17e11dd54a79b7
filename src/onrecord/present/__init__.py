"""The readout of each story: made from the record, drawn as terminal text, Markdown, HTML or JSON."""

from onrecord.present.assemble import readouts
from onrecord.present.readout import Line, Mark, Piece, Readout, ReportView, Section, Support, Words
from onrecord.present.terminal import print_terminal
from onrecord.present.to_html import html
from onrecord.present.to_json import json_text
from onrecord.present.to_markdown import markdown

__all__ = [
    "Line",
    "Mark",
    "Piece",
    "Readout",
    "ReportView",
    "Section",
    "Support",
    "Words",
    "html",
    "json_text",
    "markdown",
    "print_terminal",
    "readouts",
]
