"""Names known from tables or told by fixed forms: the world's organisations, operations, former names, platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from onrecord.annotate.found import Found
from onrecord.annotate.lexicon.heads import MEDIUMS, ORGANISATION
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.model import EntityKind

_FORMER = re.compile(
    r"(?:\(\s*|,\s+)(?:formerly|previously|originally|erstwhile|née|earlier)\s+(?:known\s+as\s+|called\s+|named\s+)?"
    r"(?:the\s+)?((?:[A-Z0-9][^\s),;]*\s*)+?)(?=\s*[),;.])"
)
_HELD = frozenset({"occupied", "administered", "controlled", "held", "annexed"})
_GROUP_WORDS = words(
    """militant armed rebel terror terrorist islamist jihadist insurgent separatist paramilitary political resistance
    group groups movement militia organisation organization outfit faction force army"""
)
_WORD = re.compile(r"[\w&'’.+-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Known:
    """A row of data/organisations.tsv."""

    kind: EntityKind
    code: str | None
    sectors: tuple[str, ...]
    country: str | None
    name: str


@lru_cache(maxsize=1)
def known_names() -> dict[str, list[tuple[str, Known]]]:
    """Return the table's names by their first word, the longest first."""
    text = resources.files("onrecord.data").joinpath("organisations.tsv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, Known]]] = {}
    for row in (line.split("\t") for line in text.splitlines() if line and not line.startswith("#")):
        kind, code, sectors, country, names = row
        forms = names.split("|")
        known = Known(_kind(kind), code or None, tuple(sectors.split()), country or None, forms[0])
        for form in forms:
            found.setdefault(_WORD.findall(form)[0].split("-")[0], []).append((form, known))
    return {first: sorted(forms, key=lambda f: (-len(f[0]), f[0])) for first, forms in found.items()}


@lru_cache(maxsize=1)
def _known_forms() -> dict[str, str]:
    return {form: known.name for forms in known_names().values() for form, known in forms}


def first_name(form: str) -> str | None:
    """Return the name under which the table lists a body with this other name, None if it does not."""
    return _known_forms().get(form)


def _kind(word: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {"organisation": "organisation", "group": "group", "mechanism": "mechanism"}
    return kinds[word]


def find_known(line: Line) -> Iterator[Found]:
    """Yield the names of the table, the longest where several begin alike; whole words only."""
    names = known_names()
    for token in line.tokens:
        if not line.free(token.i):
            continue
        for form, known in names.get(token.text.split("-")[0], ()):
            end = _stands(line, token.i, form)
            if end is not None and not _longer_name(line, token.i, form):
                line.take(token.i, end)
                span = line.span(token.i, end)
                country = _said_state(line, token.i) if known.kind == "group" else known.country
                yield Found(
                    span.start, span.end, known.kind, form, key=known.name, country=country,
                    code=known.code, sectors=known.sectors,
                )  # fmt: skip
                break


def _said_state(line: Line, i: int) -> str | None:
    """Return the state that the words before a group's name give it: "the Alban militant group X", "Alba-based X"."""
    while line.low(i - 1) in _GROUP_WORDS:
        i -= 1
    if line.low(i - 1) == "based" and line.word(i - 2) == "-":
        i -= 2
    state = line.state_before(i)
    return state[1].iso3 if state and line.word(i - 1) not in POSSESSIVE else None


def _longer_name(line: Line, i: int, form: str) -> bool:
    """Return whether a general name is part of a longer one: "National Security Council", "ABC-Alba Council"."""
    if line.word(i + 1) == "-" and line.glued(i + 1) and line.cap(i + 2) and line.low(i + 3) in ORGANISATION:
        return True
    before = i - 1
    if " " not in form or before < 1 or not line.cap(before) or not line.free(before) or before in line.in_state:
        return False
    return line.tokens[before].pos == "PROPN" and line.word(before) not in ("UN", "EU")


def _stands(line: Line, i: int, form: str) -> int | None:
    """Return the token after the name `form` if it stands at `i`, with spaces and apostrophes evened out."""
    start = line.tokens[i].start
    end = start + len(form)
    words = line.text[start:end]
    if words.replace("’", "'") != form.replace("’", "'") or end > line.sentence.end:
        return None
    after = line.text[end : end + 1]
    if after.isalnum() or (after == "-" and form.islower()):
        return None
    j = i
    while j < len(line) and line.tokens[j].end <= end:
        if not line.free(j):
            return None
        j += 1
    return j if j > i and line.tokens[j - 1].end == end else None


def find_operations(line: Line) -> Iterator[Found]:
    """Yield "Operation X" and "Exercise X": the capitalised words and numbers after the head."""
    for i in range(len(line)):
        if line.word(i) not in ("Operation", "Exercise", "Op") or not line.free(i):
            continue
        end = i + 1
        while line.free(end) and (line.cap(end) or line.word(end).isdigit() or _inner(line, end)):
            end += 1
        if end > i + 1 and line.low(i + 1) not in ("room", "rooms", "centre", "center"):
            line.take(i, end)
            span = line.span(i, end)
            yield Found(span.start, span.end, "operation", line.words(i, end))


def find_held_places(line: Line) -> Iterator[Found]:
    """Yield places named by who holds them: "Ruritania-occupied Alba", "Ruritanian-administered Alba"."""
    for i in range(2, len(line) - 1):
        if line.low(i) not in _HELD or line.word(i - 1) != "-" or not line.cap(i - 2) or not line.cap(i + 1):
            continue
        end = i + 1
        while line.free(end) and line.cap(end):
            end += 1
        line.take(i - 2, end)
        span = line.span(i - 2, end)
        yield Found(span.start, span.end, "place", line.words(i - 2, end))


def _inner(line: Line, i: int) -> bool:
    if line.word(i) == "-" and line.glued(i) and line.glued(i + 1):
        return line.cap(i + 1) or line.word(i + 1).isdigit()
    return line.low(i) in ("of", "the") and line.cap(i + 1) and line.low(i + 1) != "line"


def take_mediums(line: Line) -> None:
    """Take the names of platforms ("on X", "in a Telegram post"), which are neither persons nor places."""
    for i in range(len(line)):
        if line.word(i) in MEDIUMS and line.free(i) and (line.word(i) not in ("Signal", "Truth", "Social", "Threads")):
            line.take(i, i + 1)
        elif line.word(i) == "Truth" and line.word(i + 1) == "Social":
            line.take(i, i + 2)


def former_names(line: Line) -> list[tuple[int, str]]:
    """Take the former names told in brackets; return each with the end of the name that it follows.

    "the Alba (formerly Admiral Grim)": "Admiral Grim" is an alias of what ends before the bracket, no entity.
    """
    found = []
    words = line.text[line.sentence.start : line.sentence.end]
    for match in _FORMER.finditer(words):
        start, end = line.sentence.start + match.start(), line.sentence.start + match.end(1)
        inside = [t.i for t in line.tokens if start <= t.start and t.end <= end]
        if inside:
            line.take(inside[0], inside[-1] + 1)
            found.append((len(words[: match.start()].rstrip()) + line.sentence.start, match.group(1).strip()))
    return found
