"""Topics: does a report hold what is looked for? The answer says what was found, or what was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.states import find_states, state_of, states
from onrecord.errors import ConfigError
from onrecord.model import Report, Span, digest
from onrecord.watch.settings import Topic


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a report is wanted, and why, in words."""

    wanted: bool
    why: str


def judge(report: Report, topics: Iterable[Topic]) -> Verdict:
    """Return whether a report is of one of the topics; without any topic, everything is wanted."""
    listed = list(topics)
    text = f"{report.title or ''}\n{report.text}"
    for topic in listed:
        if found := _matched(text, topic):
            return Verdict(True, f"{topic.name}: {', '.join(found)}")
    if not listed:
        return Verdict(True, "no topic is asked for")
    return Verdict(False, f"holds nothing of {' or '.join(topic.name for topic in listed)}")


def _matched(text: str, topic: Topic) -> list[str]:
    """Return what of a topic stands in the text; empty if that is not enough."""
    kinds = [
        [name for name in topic.names if _pattern(name, True).search(text)] if topic.names else None,
        _states_in(text, topic.states) if topic.states else None,
        [word for word in topic.words if _pattern(word, False).search(text)] if topic.words else None,
    ]
    asked = [found for found in kinds if found is not None]
    enough = all(asked) if topic.match == "all" else any(asked)
    return [word for found in asked for word in found] if enough else []


@lru_cache(maxsize=1024)
def _pattern(words: str, as_written: bool) -> re.Pattern[str]:
    """Return the pattern of whole words, whatever white space stands between them; common words in any ending -s."""
    pieces = r"\s+".join(re.escape(piece) for piece in words.split())
    ending = "" if as_written else "(?:e?s)?"
    return re.compile(rf"(?<!\w){pieces}{ending}(?!\w)", 0 if as_written else re.IGNORECASE)


def _states_in(text: str, wanted: Iterable[str]) -> list[str]:
    codes = {code_of(said): said for said in wanted}
    held = {word.iso3 for _, word in find_states(text, Span(0, len(text)))}
    return [said for code, said in codes.items() if code in held]


def code_of(said: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a state that the settings name; `ConfigError` if there is none such."""
    if said.upper() in {state.iso3 for state in states()}:
        return said.upper()
    word = state_of(said)
    if word is None:
        raise ConfigError(f"topics: {said!r} is no state that is known; write its name or its ISO 3166-1 alpha-3 code")
    return word.iso3


def check_states(topics: Iterable[Topic]) -> None:
    """Raise `ConfigError` if a topic names a state that is not known."""
    for topic in topics:
        for said in topic.states:
            code_of(said)


def key_of(names: Iterable[str], topics: Mapping[str, Topic]) -> str:
    """Return a hash of what is asked for: another one means that what was kept out is to be looked at again."""
    asked = [topics[name] for name in sorted(names)]
    return digest([[t.name, t.names, t.states, t.words, t.match] for t in asked])


def shortened(report: Report) -> str:
    """Return a report's title, or how it begins, for the line that says that it was kept out."""
    said = " ".join((report.title or report.text).split())
    return said if len(said) <= 80 else said[:79].rstrip() + "…"
