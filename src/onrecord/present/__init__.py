"""The readout of each story, and the reading of one report: drawn as terminal text, Markdown, HTML or JSON."""

from onrecord.present.assemble import readouts
from onrecord.present.reading import Reading
from onrecord.present.reading_html import reading_html
from onrecord.present.reading_json import reading_json
from onrecord.present.reading_make import reading
from onrecord.present.reading_terminal import print_reading
from onrecord.present.readout import Line, Mark, Piece, Readout, ReportView, Section, Support, Words
from onrecord.present.terminal import print_terminal
from onrecord.present.to_html import html
from onrecord.present.to_json import json_text
from onrecord.present.to_markdown import markdown

__all__ = [
    "Line",
    "Mark",
    "Piece",
    "Reading",
    "Readout",
    "ReportView",
    "Section",
    "Support",
    "Words",
    "html",
    "json_text",
    "markdown",
    "print_reading",
    "print_terminal",
    "reading",
    "reading_html",
    "reading_json",
    "readouts",
]
