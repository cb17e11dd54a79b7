"""Organisations, mechanisms and bodies of states, by the noun that heads their name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.date_words import MONTH_NUMBER, WEEKDAY_NUMBER
from onrecord.annotate.found import Found
from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.offices import HEADS, PLURALS, PORTFOLIO
from onrecord.annotate.lexicon.words import words
from onrecord.annotate.line import POSSESSIVE, Line
from onrecord.model import EntityKind

_AFTER = frozenset({"of", "for", "on", "to", "against"})
_COMMON = words(
    "the a an this that his her its their our in on at for of and but as by with from when while after before"
)
_SECTORS = (
    (heads.ARMED, "MIL"),
    (frozenset({"police"}), "COP"),
    (frozenset({"court", "tribunal", "judiciary"}), "JUD"),
    (frozenset({"parliament", "senate", "congress", "assembly"}), "LEG"),
    (frozenset({"ministry", "department", "government", "cabinet", "administration", "embassy", "presidency"}), "GOV"),
    (frozenset({"party"}), "PTY"),
    (frozenset({"bank", "company", "corporation", "ltd", "inc", "corp", "airlines", "airways", "industries"}), "BUS"),
    (frozenset({"university", "institute", "college", "school"}), "EDU"),
    (frozenset({"hospital"}), "MED"),
    (frozenset({"intelligence"}), "SPY"),
)


# Initials of ministries, in the words by which the long name is kept, in order of the alphabet.
MINISTRIES = {
    **dict.fromkeys(("MoFA", "MOFA", "MFA"), "foreign ministry"),
    **dict.fromkeys(("MoD", "MOD", "DoD"), "defence ministry"),
    **dict.fromkeys(("MHA", "MoHA"), "home ministry"),
    "MEA": "external ministry",
    "MoI": "interior ministry",
}


def find_organisations(line: Line) -> Iterator[Found]:
    """Yield named organisations and mechanisms, capitalised ("Ministry of Finance", "Alba Accords")."""
    for i in range(len(line)):
        if not line.free(i) or not line.cap(i) or not (line.heads_body(i) or line.low(i) in heads.MECHANISM):
            continue
        if i in line.in_state:
            continue  # "Federation" of a state's own name
        if line.free(i + 1) and line.cap(i + 1) and line.low(i + 1) in heads.ORGANISATION | heads.MECHANISM:
            continue  # "Security Council Committee": the last noun heads the name
        if (
            line.low(i) in heads.WEAK_ORGANISATION
            and line.cap(i + 1)
            and (line.low(i + 1) in HEADS or line.low(i + 1) in PLURALS)
        ):
            continue
        found = _headed(line, i)
        if found:
            yield found


def find_ministries_by_initials(line: Line) -> Iterator[Found]:
    """Yield ministries by the initials that news uses, with the state before them: "the Ruritanian MoFA", "MFA"."""
    for i in range(len(line)):
        portfolio = MINISTRIES.get(line.word(i))
        if portfolio is None or not line.free(i) or i in line.in_state:
            continue
        owner = line.state_before(i)
        if owner:
            yield replace(_body(line, owner[0], i + 1, owner[1].iso3, "ministry"), key=f"{owner[1].iso3}:{portfolio}")
        else:
            line.take(i, i + 1)
            span = line.span(i, i + 1)
            yield Found(span.start, span.end, "organisation", line.word(i), sectors=("GOV",))


def find_state_bodies(line: Line) -> Iterator[Found]:
    """Yield bodies written small beside their state: "Ruritania's foreign ministry", "the Ruritanian army"."""
    for i in range(len(line)):
        if line.low(i) not in heads.STATE_BODIES or not line.free(i):
            continue
        first = i
        while first > 0 and line.free(first - 1) and _describes(line, first - 1):
            first -= 1
        owner = line.state_before(first)
        if not _heads_phrase(line, i):
            continue
        if owner:
            yield _body(line, owner[0], i + 1, owner[1].iso3, line.low(i))
        elif line.low(i + 1) == "of" and i + 2 in line.states:
            end, word = line.states[i + 2]
            yield _body(line, first, end, word.iso3, line.low(i))


def _heads_phrase(line: Line, i: int) -> bool:
    """Return whether the body is not a mere description ("military agency"), but for its people ("army spokesman")."""
    after = line.low(i + 1)
    if after in HEADS or after in PLURALS or after in ("sources", "officials", "official", "source", "officers"):
        return True
    describes = i + 1 < len(line) and line.tokens[i + 1].pos == "NOUN"
    return line.tokens[i].dep not in ("compound", "amod", "nmod") and not describes


def _describes(line: Line, i: int) -> bool:
    word = line.low(i)
    if i + 1 in line.state_ends or word in ("top", "senior"):  # "Alba's top military leaders": people, no body
        return False
    return word in PORTFOLIO or (word in ("and", "&") and line.low(i - 1) in PORTFOLIO and line.low(i + 1) in PORTFOLIO)


def _body(line: Line, start: int, end: int, country: str, head: str) -> Found:
    line.take(start, end)
    span = line.span(start, end)
    words = tuple(sorted(w.lower() for w in _plain(line, start, end)))
    return Found(
        span.start, span.end, "organisation", line.words(start, end).replace("’", "'"),
        key=f"{country}:{' '.join(words)}",
        country=country, code=country, sectors=sectors_of(head),
    )  # fmt: skip


def _plain(line: Line, start: int, end: int) -> list[str]:
    """Return the words of a body without its state: the same for "X's foreign ministry" and "Foreign Ministry of X"."""
    words, i = [], start
    while i < end:
        if i in line.states:
            i = line.states[i][0]
            continue
        word = line.low(i).replace("defense", "defence").replace("affairs", "")
        if word not in ("the", "of", "for", "and", "&", *POSSESSIVE) and word:
            words.append("ministry" if word == "department" else word)
        i += 1
    return words


def sectors_of(head: str) -> tuple[str, ...]:
    """Return the PLOVER sectors that the head noun of an organisation tells."""
    return tuple(code for nouns, code in _SECTORS if head in nouns)[:1]


def _headed(line: Line, head: int) -> Found | None:
    start = _left(line, head)
    end = _right(line, head)
    if (end == head + 1 and start == head) or _is_portfolio(line, start, end):
        return None
    if end == head + 1 and start == head - 1 and line.tokens[start].pos in ("DET", "PRON", "VERB", "ADV"):
        return None
    noun = line.low(head)
    if noun == "presidency" and end == head + 1:
        return None
    kind = _kind(line, head, start, end)
    country = _country(line, start, end)
    owner = line.state_before(start)
    if kind == "organisation" and country is None and owner:
        country = owner[1].iso3
        if line.word(start - 1) in POSSESSIVE or owner[0] == start - 1:
            start = owner[0]
    if kind == "organisation" and country and noun in heads.STATE_BODIES | {"department"}:
        return _body(line, start, end, country, noun)
    line.take(start, end)
    span = line.span(start, end)
    sectors = sectors_of(noun) if kind == "organisation" else ()
    return Found(
        span.start,
        span.end,
        kind,
        line.words(start, end).replace("’", "'"),
        country=country,
        code=country,
        sectors=sectors,
    )


def _is_portfolio(line: Line, start: int, end: int) -> bool:
    """Return whether the words are what a minister is for: "Minister for Information and Broadcasting"."""
    before = start - 1 - (line.low(start - 1) == "the")
    held = before > 0 and line.low(before) in ("of", "for") and line.low(before - 1) in ("minister", "secretary")
    return held and all(line.low(i) in PORTFOLIO or line.low(i) in ("and", "&") for i in range(start, end))


def _left(line: Line, head: int) -> int:
    """Return where the capitalised words before the head begin."""
    i = head
    while i > 0:
        before = i - 1
        if before + 1 in line.state_ends:
            first = line.state_ends[before + 1]
            if line.word(before) in POSSESSIVE or not line.free(first):
                break
            i = first
        elif not line.free(before):
            break
        elif line.cap(before) and line.low(before) not in _COMMON and not (before == 0 and _opens(line, before)):
            i = before
        elif (
            line.word(before) in ("-", "–", *POSSESSIVE) and line.glued(before) and before > 0 and line.cap(before - 1)
        ):
            if (line.word(before) in POSSESSIVE and before in line.state_ends) or not line.free(before - 1):
                break
            i = before - 1
        elif line.low(before) in ("and", "&", "of") and line.cap(before - 1) and _joins(line, before):
            i = before - 1
        else:
            break
    return i


def _opens(line: Line, i: int) -> bool:
    return line.low(i) in _COMMON or line.tokens[i].pos in ("DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ", "VERB")


def _joins(line: Line, i: int) -> bool:
    """Return whether "and" or "of" at `i` lies inside a name: "Trade and Industry Ministry"."""
    if line.low(i) == "of":
        return False
    return line.low(i - 1) in PORTFOLIO and line.low(i + 1) in PORTFOLIO and line.free(i - 1)


def _right(line: Line, head: int) -> int:
    """Return where the name ends: after "of X and Y", "for X"."""
    end = head + 1
    while line.low(end) in _AFTER or (line.low(end) in ("and", "&") and end > head + 1):
        i = end + 1
        i += line.low(i) == "the"
        if line.word(i) in WEEKDAY_NUMBER or (line.word(i) in MONTH_NUMBER and line.word(i + 1).isdigit()):
            break  # "signed the Alba Accord on Tuesday"
        if i in line.states:
            if line.low(end) not in ("of",):
                break
            end = line.states[i][0]
            continue
        if line.low(end) in ("and", "&") and line.low(i) not in PORTFOLIO:
            break
        stop = i
        while line.free(stop) and line.cap(stop) and stop not in line.states and line.low(stop) not in _COMMON:
            stop += 1
        if stop == i:
            break
        end = stop
    return end


def _country(line: Line, start: int, end: int) -> str | None:
    for i in range(start, end):
        if i in line.states and line.states[i][1].form != "capital" and not _hyphened(line, i):
            return line.states[i][1].iso3
    return None


def _hyphened(line: Line, i: int) -> bool:
    """Return whether a state is one of a pair ("Alba-Bora Council"), so that the body is not its own."""
    return "-" in (line.word(i - 1), line.word(line.states[i][0]))


def _kind(line: Line, head: int, start: int, end: int) -> EntityKind:
    noun = line.low(head)
    if noun in heads.MECHANISM and noun not in ("forum", "conference"):
        return "mechanism"
    if noun in heads.MECHANISM_AS_ORGANISATION and any(
        line.low(i) in ("joint", "intergovernmental") for i in range(start, end)
    ):
        return "mechanism"
    return "organisation"


def find_small_mechanisms(line: Line) -> Iterator[Found]:
    """Yield a capitalised name before a small noun of agreement: "the ABC-D mechanism", "the Alba format"."""
    for i in range(1, len(line)):
        joint = line.low(i) in heads.MECHANISM_AS_ORGANISATION  # "the ABC-D commission": of two states
        if (line.low(i) not in heads.MECHANISM_STRONG and not joint) or line.cap(i):
            continue
        start = i
        while start > 0 and line.free(start - 1) and _nameable(line, start - 1):
            start -= 1
        if start == i or (start == 0 and _opens(line, 0)):
            continue
        if joint and ("-" not in line.words(start, i) or not line.words(start, i).isupper()):
            continue
        weak = line.low(i) in (
            "process",
            "agreement",
            "agreements",
            "framework",
            "pact",
            "treaty",
            "accord",
            "dialogue",
        )
        if weak and line.word(i - 1).islower():
            continue
        line.take(start, i)
        span = line.span(start, i)
        yield Found(span.start, span.end, "mechanism", line.words(start, i), full_end=line.tokens[i].end)


def _nameable(line: Line, i: int) -> bool:
    word = line.word(i)
    if i in line.states or i + 1 in line.state_ends:
        return False
    if word in ("-", "–", "&", "+"):
        return line.glued(i) and line.glued(i + 1)
    if line.low(i) in _COMMON:
        return False
    return line.cap(i) or (any(c.isdigit() for c in word) and "+" in word)
