"""The words that mean a state: its names, nationality words, people, capital and seats of government.

The table is data/states.tsv (see tools/build_states.py). Words are looked up as they are written: "US" is a state and
"us" is not; capital letters throughout ("KENYA", in headlines and datelines) are understood for words of four letters
and more. Whether "Paris" is the town or the government is for the caller to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal, cast

from onrecord.model import Span

Form = Literal["name", "adjective", "demonym", "capital", "seat"]

_WORD = re.compile(r"(?<![\w@])[^\W\d_]\w*")
_SPACES_AND_APOSTROPHES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "’": "'", "‘": "'", "ʼ": "'"})
_POSSESSIVE = re.compile(r"('s|')$")
_SHORTEST_MISSPELT = 6
_SHORTEST_IN_CAPITALS = 4  # "OMAN" is read, "US" and "UK" are written so anyway


@dataclass(frozen=True, slots=True)
class State:
    """A state: ISO 3166-1 alpha-3 (XKX for Kosovo) and its short English name."""

    iso3: str
    name: str


@dataclass(frozen=True, slots=True)
class StateWord:
    """A word that means a state. `name` is the state's short name; `ambiguous` if it often means something else.

    "demonym" are nouns that are no adjectives ("Kenyans", "Swede"); "Kenyan" is an "adjective" wherever it stands.
    """

    iso3: str
    name: str
    form: Form
    ambiguous: bool = False


@dataclass(frozen=True)
class _Table:
    names: dict[str, str]  # ISO3 to short name, territories too
    states: tuple[State, ...]
    words: dict[str, StateWord | None]  # None: a longer name that holds the word of a state and is none
    by_first: dict[str, tuple[str, ...]]  # first run of letters to the words that begin with it, longest first


@lru_cache(maxsize=1)
def _table() -> _Table:
    text = resources.files("onrecord.data").joinpath("states.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    names = {iso3: word for iso3, form, word, _ in rows if form in ("short", "territory")}
    words: dict[str, StateWord | None] = {}
    for iso3, form, word, doubt in rows:
        if form == "blocked":
            words[word] = None
        elif form != "territory":
            kind = cast("Form", "name" if form == "short" else form)
            words[word] = StateWord(iso3, names[iso3], kind, doubt == "1")
    for word, meant in list(words.items()):
        if len(word) >= _SHORTEST_IN_CAPITALS:
            words.setdefault(word.upper(), meant)
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        first = _WORD.search(word)
        if first and first.start() == 0:
            by_first.setdefault(first.group(), []).append(word)
    states = tuple(sorted((State(r[0], r[2]) for r in rows if r[1] == "short"), key=lambda state: state.iso3))
    return _Table(names, states, words, {first: tuple(found) for first, found in by_first.items()})


def states() -> tuple[State, ...]:
    """Return every state of the table, sorted by ISO3."""
    return _table().states


def state_name(iso3: str) -> str | None:
    """Return the short English name for an ISO3 code, of territories too; None for an unknown code."""
    return _table().names.get(iso3)


def state_of(words: str) -> StateWord | None:
    """Return what `words` mean as a state; "the" before and "'s" after are left aside."""
    plain = words.translate(_SPACES_AND_APOSTROPHES).strip()
    table = _table().words
    for tried in (plain, _POSSESSIVE.sub("", plain)):
        for form in (tried, tried.removeprefix("the ").removeprefix("The ")):
            if form in table:
                return table[form]
    return None


@lru_cache(maxsize=4096)
def resembles_state(word: str) -> bool:
    """Return whether a capitalised word is one letter (or two changed about) off a state's: "Vietnamm", "Kenyna".

    Short words are too near to others, and a word of the table is no misspelling.
    """
    if len(word) < _SHORTEST_MISSPELT or not word[0].isupper() or state_of(word):
        return False
    return any(_one_off(word, known) for known in _long_words().get(word[0], ()))


@lru_cache(maxsize=1)
def _long_words() -> dict[str, tuple[str, ...]]:
    """Return the single words of six letters and more that mean a state or its people, by their first letter."""
    found: dict[str, list[str]] = {}
    for word, meant in sorted(_table().words.items()):
        if meant and meant.form not in ("capital", "seat") and word.isalpha() and len(word) >= _SHORTEST_MISSPELT - 1:
            found.setdefault(word[0], []).append(word)
    return {first: tuple(known) for first, known in found.items()}


def _one_off(word: str, known: str) -> bool:
    """Return whether one letter is added, left out or changed, or two neighbours are exchanged."""
    if abs(len(word) - len(known)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, other = word[at:], known[at:]
    exchanged = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other or rest == other[1:] or rest[1:] == other[1:] or exchanged


def find_states(text: str, span: Span) -> list[tuple[Span, StateWord]]:
    """Return the words within `span` that mean a state, in order, the longest where several begin alike.

    The possessive is left out ("China's" gives "China"); parts joined by hyphens count each ("India-Russia").
    """
    return list(_scan(text[span.start : span.end].translate(_SPACES_AND_APOSTROPHES), span.start))


def _scan(text: str, offset: int) -> Iterator[tuple[Span, StateWord]]:
    table = _table()
    past = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < past or match.group() not in table.by_first:
            continue
        word = next((w for w in table.by_first[match.group()] if _stands(text, start, w)), None)
        if word is None:
            continue
        past = start + len(word)
        meant = table.words[word]
        if meant is not None:
            yield Span(offset + start, offset + past), meant


def _stands(text: str, start: int, word: str) -> bool:
    """Return whether `word` stands whole at `start`: no letter, amount ("US$") or domain name ("China.org") goes on."""
    if not text.startswith(word, start):
        return False
    after = text[start + len(word) : start + len(word) + 2]
    if not after or after[0].isspace():
        return True
    return not (after[0].isalnum() or after[0] in "_$@" or (after[0] == "." and after[1:].islower()))
