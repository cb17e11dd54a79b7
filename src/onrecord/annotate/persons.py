"""Offices, ranks and forms of address, and the persons they introduce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.found import Found
from onrecord.annotate.gazetteer import Gazetteer
from onrecord.annotate.lexicon.common import NEVER
from onrecord.annotate.lexicon.offices import HEADS, HONORIFICS, LOOSE, MODIFIERS, PLURALS, PORTFOLIO, RANKS, ROLES
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.annotate.states import resembles_state
from onrecord.model import Office

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "then", "visiting", "new"})
# Offices that are surnames too.
_SURNAMES = words(
    """bishop king prince pope judge justice chancellor mayor cardinal shah sheriff whip chair head chief attorney
    consul queen patriarch emperor sultan khan deputy premier lead"""
)
_MINISTERIAL = frozenset({"minister", "secretary"})
_SENT = words("ambassador envoy commissioner representative consul nuncio")
_DONE = words("ousted deposed jailed detained exiled elected appointed designate")  # participles among the modifiers
_NAME_HALVES = frozenset(word.capitalize() for word in _SURNAMES) | {"Amir", "Emir", "Imam", "Shah"}
_GIVEN = words("shah sultan khan amir emir imam")  # first names too
_AFTER_HEAD = words("general elect designate in")
_IN_CHARGE = words("responsible accountable")
_ENVOYS = words("envoy representative coordinator")
_OF_FIRMS = words("executive ceo chairman chairwoman chairperson founder co-founder")
_RANK_STARTS = frozenset(r[0] for r in RANKS)
_LONGEST_RANK = max(len(r) for r in RANKS)


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """An office where it stands: words [start, end); `full_start` takes in determiner, state and organisation."""

    start: int
    end: int
    head: str
    full_start: int
    full_end: int
    title: str
    plural: bool
    country: str | None
    organisation: str | None

    def office(self, rank: str | None = None) -> Office:
        """Return the office as a fact of a person."""
        return Office(self.title, rank, self.organisation, self.country)


def find_offices(line: Line, found: Sequence[Found]) -> list[OfficeSpan]:
    """Return the offices of the sentence in order; `found` are the names known so far (for "Alba Party leader")."""
    offices: list[OfficeSpan] = []
    line.bodies = {f.end: f for f in found}
    starts = {f.start: f for f in found}
    i = 0
    while i < len(line):
        head = _head(line, i)
        if head is None:
            i += 1
            continue
        span = _office(line, i, head, starts)
        if span is None or (offices and offices[-1].end > span.start):
            i += 1
            continue
        offices.append(span)
        line.take(span.start, span.end)
        if line.word(span.end) == "(" and span.full_end > span.end:
            line.take(span.end, span.full_end)
        i = max(span.end, i + 1)
    return offices


def _head(line: Line, i: int) -> str | None:
    """Return the head noun (singular) if an office has its head at `i`; the last of two heads is the head."""
    word = line.low(i)
    singular = word if word in HEADS else PLURALS.get(word)
    if singular is None or not line.free(i):
        return None
    if _is_half_of_name(line, i) or (line.tokens[i].pos in ("VERB", "AUX") and not line.cap(i)):
        return None
    if word in ("justice", "cardinal", "whip", "judge", "chair") and not line.cap(i) and not line.cap(i + 1):
        return None
    if word == "executive" and line.low(i - 1) != "chief":
        return None
    if word == "pm" and (line.word(i) != "PM" or line.low(i - 1)[-1:].isdigit() or line.low(i - 1) == "."):
        return None  # the time of day
    if _in_rank(line, i):
        return None
    if (word in _SURNAMES and line.cap(i) and _is_surname(line, i)) or _is_first_name(line, i):
        return None
    if word in MODIFIERS and _leads_to_head(line, i + 1):
        return None
    after = "" if line.word(i + 1) in line.surnames or _is_first_name(line, i + 1) else line.low(i + 1)
    if (after in HEADS or after in PLURALS) and line.free(i + 1) and line.cap(i) == line.cap(i + 1):
        return None
    if singular in ("head", "chair", "lead", "chief", "deputy", "cardinal", "representative", "delegate") and line.low(
        i - 1
    ) in ("to", "will", "on", "at", "over", "ahead"):
        return None
    return singular


def _in_rank(line: Line, i: int) -> bool:
    """Return whether the word belongs to a rank of several words: "Air Chief Marshal", "Squadron Leader"."""
    first = max(0, i - _LONGEST_RANK + 1)
    return any(length > 1 and j + length > i for j in range(first, i + 1) if (length := _rank_length(line, j)))


def _is_half_of_name(line: Line, i: int) -> bool:
    """Return whether a hyphen makes the word one half of a surname ("Bay Amir-Roe"), and no "Secretary-General"."""
    glued = line.word(i + 1) in ("-", "–") and line.glued(i + 1) and line.glued(i + 2)
    return glued and line.word(i) in _NAME_HALVES and line.cap(i + 2) and line.low(i + 2) not in _AFTER_HEAD | HEADS


def _leads_to_head(line: Line, i: int) -> bool:
    """Return whether only words of a title stand between `i` and the head of an office ("Deputy Defence Minister")."""
    for j in range(i, min(i + 4, len(line))):
        if line.low(j) in HEADS and line.low(j) not in _SURNAMES:
            return True
        if line.low(j) not in MODIFIERS:
            return False
    return False


def _is_surname(line: Line, i: int) -> bool:
    if _follows_name(line, i):
        line.surnames.add(line.word(i))
        return True
    return line.word(i) in line.surnames and not line.cap(i + 1) and line.low(i - 1) not in _DETERMINERS


def _is_first_name(line: Line, i: int) -> bool:
    """Return whether a word stands between an office and a name: "Foreign Minister Shah Oto Bay"."""
    if line.low(i) not in _GIVEN or not (line.cap(i) and line.cap(i + 1)) or line.low(i - 1) not in HEADS:
        return False
    return line.low(i + 1) not in HEADS | MODIFIERS and line.low(i + 1) not in PLURALS


def _follows_name(line: Line, i: int) -> bool:
    """Return whether a capitalised word that is no part of a title stands right before: "Julia Bishop"."""
    before = i - 1
    if before < 1 or not line.cap(before) or not line.free(before) or before in line.in_state:
        return False
    return line.low(before) not in MODIFIERS | HONORIFICS and line.tokens[before].pos == "PROPN"


def _office(line: Line, i: int, head: str, starts: dict[int, Found]) -> OfficeSpan | None:
    plural = line.low(i) in PLURALS and line.low(i) not in HEADS
    start = _left(line, i)
    end = _right(line, i, head)
    country, organisation, full_start = owner_before(line, start)
    if head in _OF_FIRMS and full_start == start:
        organisation, full_start = _firm_before(line, start)
    full_end = end
    after = _of_state(line, end, starts)
    if after:
        full_end, country = after[0], after[1]
    elif end + 1 in line.states and (
        (head in _SENT and line.low(end) in ("to", "in")) or (head in _ENVOYS and line.low(end) == "for")
    ):  # sent there, not by them
        full_end = line.states[end + 1][0]
    elif organisation is None and (of := _of_organisation(line, end, starts)):
        organisation, country = of.name, country or of.country
        full_end = next(t.i for t in reversed(line.tokens) if t.start < of.end) + 1
    if full_end == end and line.word(end) == "(" and line.word(end + 1).isupper() and line.word(end + 2) == ")":
        full_end = end + 3  # "Inspector General of Police (IGP)", "Superintendent of Police (SP) Operations"
        while line.low(full_end) in PORTFOLIO and line.cap(full_end) and line.free(full_end):
            full_end += 1
    title = line.words(start, end)
    if head == "diplomat" and full_start < start and line.low(full_start - 1) == "top":  # "the top Alban diplomat"
        full_start, title = full_start - 1, f"top {title}"
    while full_start > 0 and line.low(full_start - 1) in _DETERMINERS:
        full_start -= 1
    return OfficeSpan(start, end, head, full_start, full_end, title, plural, country, organisation)


def _left(line: Line, head: int) -> int:
    i = head
    while i > 0 and line.free(i - 1):
        before = line.low(i - 1)
        if i in line.state_ends or i - 1 in line.states:
            break
        if (before in _DONE and _is_verb(line, i - 1)) or (before == "under" and line.low(i) != "secretary"):
            break
        if before in MODIFIERS:
            i -= 1
        elif (
            before in ("and", "&") and line.low(i - 2) in PORTFOLIO and line.low(i - 2) not in HEADS and i - 2 >= 0
        ) or (before == "-" and line.glued(i - 1) and line.glued(i) and line.low(i - 2) in MODIFIERS | {"co", "ex"}):
            i -= 2
        elif _misspelt_state(line.word(i - 1)):
            break
        elif line.cap(i) and line.cap(i - 1) and _MINISTERIAL & {line.low(head), line.low(i)} and _proper(line, i - 1):
            i -= 1
        else:
            break
    while i < head and (line.low(i) in LOOSE or line.low(i) in ("and", "-")) and not _titled(line, i):
        i += 1
    return i


def _misspelt_state(word: str) -> bool:
    """Return whether a word is all but a state's and no place of its own: "Vietnamm", not "Indiana"."""
    return resembles_state(word) and not Gazetteer.default().candidates(word)


def _is_verb(line: Line, i: int) -> bool:
    """Return whether a small participle ("ousted") is what somebody did: a subject or an auxiliary stands before."""
    if i == 0 or line.cap(i) or i in line.state_ends:
        return False
    before = line.tokens[i - 1]
    return before.pos in ("NOUN", "PROPN", "PRON", "AUX") and before.text.lower() not in _DETERMINERS


def _proper(line: Line, i: int) -> bool:
    """Return whether a capitalised word before "Minister" is a portfolio that no list holds."""
    return i > 0 and line.tokens[i].pos in ("PROPN", "NOUN", "ADJ") and line.low(i) not in _DETERMINERS | HEADS


def _titled(line: Line, i: int) -> bool:
    return line.cap(i) and i > 0 and line.low(i) not in ("then",)


def _right(line: Line, head: int, noun: str) -> int:
    end = head + 1
    while line.word(end) in ("-", "–") and line.glued(end) and line.low(end + 1) in _AFTER_HEAD:
        end += 4 if line.low(end + 1) == "in" else 2
    if line.low(end) == "general" and noun in ("secretary", "director", "attorney", "consul", "governor", "inspector",
                                               "solicitor", "auditor"):  # fmt: skip
        end += 1
    if noun == "executive" and line.low(end) == "officer":
        end += 1
    if line.low(end) in _IN_CHARGE and line.low(end + 1) == "for":  # "Minister Responsible for Trade"
        end += 1
    while line.low(end) in ("of", "for") or (line.low(end) == "and" and end > head + 1):
        i = end + 1 + (line.low(end + 1) == "the")
        stop = i
        while (
            line.free(stop)
            and stop not in line.states
            and (line.low(stop) in PORTFOLIO or line.word(stop) in ("'s", "’s"))
        ):
            if line.low(stop) == "minister" and line.low(end) == "and":
                break
            if line.low(stop) == "general" and line.cap(stop + 1):  # a rank: "Chief of Staff General Ana Bay"
                break
            if _rank_length(line, stop) > 1:  # "Minister of Defence Vice Adm. Ana Bay"
                break
            stop += 1
        if stop == i or (line.low(stop) in HEADS and line.low(end) == "and"):
            break
        end = stop
    return end


def owner_before(line: Line, start: int) -> tuple[str | None, str | None, int]:
    """Return (country, organisation, first word) of the state or organisation named right before the office."""
    state = line.state_before(start)
    if state:
        return state[1].iso3, None, state[0]
    before = start - 1
    if _is_initials(line, before):
        return None, line.word(before), before
    if line.word(before) in POSSESSIVE:
        before -= 1
    found = line.bodies.get(line.tokens[before].end) if before >= 0 else None
    if found and found.kind in ("organisation", "group", "mechanism"):
        first = next(t.i for t in line.tokens if t.end > found.start)
        return found.country, found.name, first
    return None, None, start


def _firm_before(line: Line, start: int) -> tuple[str | None, int]:
    """Return the name (and its first word) that stands right before "chief executive" or "chairman"."""
    first = start
    while first > 0 and line.free(first - 1) and line.cap(first - 1):
        if first == 1 and line.tokens[0].pos != "PROPN":
            break
        if first - 1 in line.in_state or line.low(first - 1) in NEVER:
            break
        first -= 1
    return (line.words(first, start), first) if first < start else (None, start)


def _is_initials(line: Line, i: int) -> bool:
    """Return whether a body known by its initials stands right before an office: "ABC President"."""
    word = line.word(i)
    return 3 <= len(word) <= 6 and word.isupper() and word.isalpha() and line.free(i) and line.low(i) not in NEVER


def _of_state(line: Line, end: int, starts: dict[int, Found]) -> tuple[int, str] | None:
    """Return (end, country) where "of X" or "to X" follows."""
    if line.low(end) not in ("of",):
        return None
    i = end + 1 + (line.low(end + 1) == "the")
    if i in line.states and line.states[i][1].form in ("name", "capital") and line.tokens[i].start not in starts:
        return line.states[i][0], line.states[i][1].iso3
    return None


def _of_organisation(line: Line, end: int, starts: dict[int, Found]) -> Found | None:
    """Return the organisation, group or mechanism that "of" or "to" names after an office."""
    if line.low(end) not in ("of", "to", "for", "at"):
        return None
    i = end + 1 + (line.low(end + 1) == "the")
    found = starts.get(line.tokens[i].start) if i < len(line) else None
    return found if found and found.kind in ("organisation", "group", "mechanism") else None


@dataclass(frozen=True, slots=True)
class Title:
    """Rank and form of address before a name: words [start, end)."""

    start: int
    end: int
    rank: str | None
    honorific: bool


def title_at(line: Line, i: int) -> Title | None:
    """Return the ranks and forms of address that stand at `i`, if any."""
    start, rank, honorific = i, None, False
    while line.free(i):
        length = _rank_length(line, i)
        if length:
            rank = f"{rank} {line.words(i, i + length)}" if rank else line.words(i, i + length)
            i += length
        elif line.low(i) in HONORIFICS and line.cap(i) and i not in line.in_state:
            honorific = True
            i += 1
            i += line.word(i) == "."
        elif line.word(i) == "(" and line.word(i + 2) == ")" and line.low(i + 1) in ("retd", "ret", "retired"):
            i += 3
        else:
            break
    return Title(start, i, rank, honorific) if i > start else None


def _rank_length(line: Line, i: int) -> int:
    if line.low(i) not in _RANK_STARTS and line.word(i + 1) != "-":
        return 0
    if not line.cap(i):
        return 0
    joined = line.low(i) + ("-" + line.low(i + 2) if line.word(i + 1) == "-" and line.glued(i + 1) else "")
    if "-" in joined and (joined,) in RANKS:
        return 3
    for rank in RANKS:
        if all(line.low(i + n) == word for n, word in enumerate(rank)):
            return len(rank)
    return 0


def is_role(line: Line, i: int) -> bool:
    """Return whether the word at `i` is a noun that may introduce a person by name ("analyst", "counterpart")."""
    return line.low(i) in ROLES or line.low(i).removesuffix("s") in ROLES
