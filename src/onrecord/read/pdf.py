"""PDF files: press releases and the like, their lines put together into paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.lines import ends_sentence, opens_sentence
from onrecord.read.reader import Reader, load
from onrecord.read.report import Supplied, make_report

_BYTES = 100  # a PDF may have so many times the characters of the longest report
_STREAM = 10  # and one page unpacked so many: more is a bomb
_STEPS = 2  # steps of drawing for each character of the longest report, over all pages
_FORMS = 5_000  # parts drawn by name: each may draw others, and these others, without end
_SPENT = "draws more than a report has; it cannot be read within bounds"
_PAGES = 500  # pages at most: longer ones are no press release
_EDGE = 2  # lines at the top and at the foot of a page among which headers and page numbers stand
_NUMBER = re.compile(r"\W*(?:page\s)?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?\W*$", re.IGNORECASE)
_FULL = 0.75  # of the longest lines: a line is full, and goes on in the next
_HYPHEN = re.compile(r"[a-z]-$")


def read_pdf(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield the one report of a PDF; `InputError` if it is locked, damaged, too long, or holds pictures only."""
    pages = _pages(load(file, _BYTES * config.max_characters), config.max_characters)
    text = "\n".join(_paragraphs([line for page in _without_edges(pages) for line in page]))
    if not text.strip():
        raise InputError("holds no text; pages that were scanned must be read by a program for that (OCR) first")
    yield make_report(text, Supplied(), source, config)


class _Budget:
    """The steps of drawing that a file may take: a small one can ask for as many as it likes."""

    def __init__(self, steps: int) -> None:
        self.steps, self.forms = steps, _FORMS

    @property
    def is_spent(self) -> bool:
        """Return whether no step is left."""
        return self.steps <= 0 or self.forms <= 0

    def spend(self, operator: bytes, *_: Any) -> None:
        """Count a step; raise `InputError` when none is left, which pypdf may take for a broken part and go on."""
        self.steps -= 1
        self.forms -= operator == b"Do"
        if self.is_spent:
            raise InputError(_SPENT)


def _pages(data: bytes, limit: int) -> list[list[str]]:
    """Return the lines of each page."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    budget = _Budget(_STEPS * limit)
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=_STREAM * limit,
            lzw_maximum_output_length=_STREAM * limit,
            run_length_maximum_output_length=_STREAM * limit,
            array_based_stream_maximum_output_length=_STREAM * limit,
        ):
            return _lines(pypdf.PdfReader(io.BytesIO(data)), limit, budget)
    except InputError:
        raise
    except Exception as error:  # pypdf raises many kinds of errors on broken files
        raise InputError(f"cannot be read as PDF ({type(error).__name__})") from error


def _lines(reader: Any, limit: int, budget: _Budget) -> list[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("is locked by a password")
    if len(reader.pages) > _PAGES:
        raise InputError(f"has {len(reader.pages)} pages, more than the {_PAGES} that are read")
    found, size = [], 0
    for page in reader.pages:
        text = page.extract_text(visitor_operand_before=budget.spend)
        if budget.is_spent:
            raise InputError(_SPENT)
        size += len(text)
        if size > limit:
            raise InputError(f"holds more than {limit:,} characters; split it, or raise max_characters")
        found.append([" ".join(line.split()) for line in text.splitlines()])
    return found


def _without_edges(pages: list[list[str]]) -> Iterator[list[str]]:
    """Yield the pages without the lines that stand at the edge of most, and without page numbers."""
    edges = [set(_edge(page)) for page in pages]
    often = Counter(line for edge in edges for line in edge)
    for page in pages:
        edge = set(_edge(page))
        yield [
            line
            for line in page
            if line not in edge or not (_NUMBER.match(line) or (often[line] > 1 and 2 * often[line] >= len(pages)))
        ]


def _edge(page: list[str]) -> list[str]:
    lines = [line for line in page if line]
    return [*lines[:_EDGE], *lines[-_EDGE:]] if len(lines) > 2 * _EDGE else [*lines[:1], *lines[-1:]]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield paragraphs: a line goes on in the next if it is full, or ends within a sentence that goes on small."""
    width = _width(lines)
    held = ""
    for n, line in enumerate(lines):
        if not line:
            if held and not _goes_on(held, lines[n + 1 :]):
                yield held
                held = ""
            continue
        held = _joined(held, line)
        after = lines[n + 1] if n + 1 < len(lines) else ""
        if after and not _runs_on(line, after, width):
            yield held
            held = ""
    if held:
        yield held


def _goes_on(held: str, rest: list[str]) -> bool:
    """Return whether a paragraph goes on below an empty line, as over the end of a page."""
    after = next((line for line in rest if line), "")
    return bool(after) and after[0].islower() and not ends_sentence(held)


def _joined(held: str, line: str) -> str:
    if not held:
        return line
    if _HYPHEN.search(held) and line[0].islower():
        return held[:-1] + line
    return f"{held} {line}"


def _width(lines: list[str]) -> int:
    """Return the length of the longer lines: nine of ten are no longer."""
    sizes = sorted(len(line) for line in lines if line)
    return sizes[int(0.9 * (len(sizes) - 1))] if sizes else 0


def _runs_on(line: str, after: str, width: int) -> bool:
    if after[0].islower():
        return True
    full = len(line) + 1 + len(after.split()[0]) > _FULL * width
    return full and not (ends_sentence(line) and len(line) < 0.9 * width and opens_sentence(after))


PDF = Reader(name="pdf", suffixes=(".pdf",), read=read_pdf, recognise=lambda head: head.startswith(b"%PDF-"))
