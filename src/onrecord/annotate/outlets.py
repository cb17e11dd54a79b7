"""News outlets: known ones, and names that "newspaper", "news agency" and the like stand beside or at the end of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.annotate.annotation import Sentence, Token
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon.heads import AGENCIES, OUTLETS
from onrecord.annotate.lexicon.press import (
    BESIDE,
    CARRIED,
    COMBINED,
    KINDS,
    LONGER_NAMES,
    NAMES,
    NOUNS,
    REPORTS,
    TITLES,
)
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import Line
from onrecord.read.agencies import AGENCIES as CREDITED

_LOOSE = (
    KINDS
    | BESIDE
    | words("the a an agency state official semi-official state-run state-owned local private independent - run owned")
)
_TOLD = words("told tell tells telling by with to per via citing quoting reported")
_NEVER_FIRST = words(
    """the a an in on at by for and but or as when while after before according state local national public private
    official independent foreign international several many other most some both all his her its their this that these
    those one another no each every"""
)
_UNNAMED = (NOUNS - words("programme program show podcast")) | {"media"}
_EDITIONS = TITLES | words("Politics Persian Arabic Türk Turk Business World International Africa Urdu Live Online")
_LONGEST = 5  # words of the name of an unknown outlet


def find_outlets(line: Line) -> Iterator[Found]:
    """Take the names of agencies and outlets; yield one as an organisation only where it tells or is told something.

    A name that nothing but the words beside it shows for an outlet is taken only where it is yielded, too.
    """
    for i in range(len(line)):
        end = _known_end(line, i)
        known = end is not None
        if end is None:
            end = _unknown_end(line, i)
        if end is None:
            continue
        while known and line.free(end) and line.word(end) in _EDITIONS:
            end += 1
        if known:
            line.take(i, end)
        last = _class_end(line, end)
        first = _class_start(line, i)
        if not (_is_subject(line, first, last) or _is_told(line, i)):
            continue
        line.take(i, end)
        span, full_start, full_end = line.span(i, end), line.tokens[first].start, line.tokens[last - 1].end
        yield Found(
            span.start, span.end, "organisation", line.words(i, end), full_start=full_start, full_end=full_end,
            sectors=("JRN",),
        )  # fmt: skip


def _is_subject(line: Line, start: int, end: int) -> bool:
    return any(t.dep == "nsubj" for t in line.tokens[start:end])


def _is_told(line: Line, i: int) -> bool:
    """Return whether something is told to what begins at `i`, or passed on by it: "told CNN", "carried by TASS"."""
    while i > 0 and (line.low(i - 1) in _LOOSE or i - 1 in line.in_state):
        i -= 1
    return i > 0 and line.low(i - 1) in _TOLD


def _class_end(line: Line, end: int) -> int:
    """Return where the common noun for an outlet ends that follows a name: "news agency", "television"."""
    if line.low(end) in KINDS and line.low(end + 1) in COMBINED | NOUNS and line.free(end + 1):
        return end + 2
    if line.word(end) in BESIDE | {"agency", "TV"} and line.free(end):
        return end + 1
    return end


def _class_start(line: Line, start: int) -> int:
    """Return where the common noun for an outlet begins that precedes a name: "the news agency", "daily"."""
    if line.low(start - 1) in COMBINED and line.low(start - 2) in KINDS:
        return start - 2
    return start - 1 if start > 0 and line.low(start - 1) in BESIDE else start


def _known_end(line: Line, i: int) -> int | None:
    if not line.free(i) or not line.cap(i):
        return i + 1 if line.word(i) == "dpa" else None
    for name in _known_by_first().get(line.word(i), ()):
        parts = name.split()
        if all(line.word(i + n) == part and line.free(i + n) for n, part in enumerate(parts)):
            return i + len(parts)
    return i + 1 if line.word(i) in AGENCIES or line.word(i).title() == "Reuters" else None


@lru_cache(maxsize=1)
def _known_by_first() -> dict[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    longer = {name for names in CREDITED.values() for name in names if " " in name}
    for name in {*OUTLETS, *LONGER_NAMES, *longer}:
        found.setdefault(name.split()[0], []).append(name)
    return {first: sorted(names, key=lambda n: (-len(n), n)) for first, names in found.items()}


def _unknown_end(line: Line, i: int) -> int | None:
    """Return where a capitalised name that begins at `i` ends, if words beside it or in it show an outlet."""
    if not line.cap(i) or line.low(i) in _NEVER_FIRST or _goes_on(line, i - 1):
        return None
    end = i
    while end < len(line) and line.free(end) and (line.cap(end) or (line.word(end) == "-" and line.cap(end + 1))):
        end += 1
    if not 0 < end - i <= _LONGEST:
        return None
    of_state = line.states.get(i, (0, None))[0] == end
    if of_state:
        return None  # "Ruritanian television" has no name
    if line.word(i) in NAMES and line.low(i - 1) in ("told", "tell", "tells", "telling"):
        return end
    titled = end - i > 1 and line.word(end - 1) in TITLES
    return end if titled or _class_start(line, i) < i or _class_end(line, end) > end else None


def _goes_on(line: Line, i: int) -> bool:
    """Return whether the word at `i` belongs to the same name as the next."""
    return line.free(i) and line.cap(i) and line.low(i) not in _NEVER_FIRST


def unnamed_outlets(sentence: Sentence) -> Iterator[Token]:
    """Yield the nouns for outlets without a name that tell or carry something: "state media", "a local newspaper"."""
    for token in sentence.tokens:
        if is_outlet_noun(sentence, token) and (_tells(sentence, token) or _carries(sentence, token)):
            yield token


def is_outlet_noun(sentence: Sentence, token: Token) -> bool:
    """Return whether a word is a common noun for an outlet."""
    low, before = token.text.lower(), sentence.tokens[token.i - 1].text.lower() if token.i else ""
    return low in _UNNAMED or (low in COMBINED and before in KINDS)


def _tells(sentence: Sentence, token: Token) -> bool:
    return token.dep == "nsubj" and sentence.head(token).lemma.lower() in REPORTS


def _carries(sentence: Sentence, token: Token) -> bool:
    """Return whether an outlet is who carried, who was told, or according to whom."""
    above = sentence.head(token)
    if token.dep in ("dobj", "dative"):
        return above.lemma.lower() == "tell"
    if token.dep != "pobj":
        return False
    over = sentence.head(above)
    said = above.text.lower()
    if said == "by":
        return over.text.lower() in CARRIED
    return (said == "to" and over.text.lower() == "according") or (said == "with" and over.lemma.lower() == "interview")
