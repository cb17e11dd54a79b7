"""Helps the tests of this room to read a short text and look at what was found."""

from functools import lru_cache

from onrecord.annotate import Annotation, Mention, annotate
from onrecord.config import Config
from onrecord.model import Entity, Report


@lru_cache(maxsize=64)
def read(text: str) -> Annotation:
    """Annotate a text as the body of a report."""
    return annotate(Report(id="r-test", text=text), Config())


def names(text: str, kind: str) -> list[str]:
    """Return the names of the named entities of one kind, sorted."""
    return sorted(e.name for e in read(text).entities if e.kind == kind and e.named)


def entity(text: str, name: str) -> Entity:
    """Return the one entity of this name."""
    found = [e for e in read(text).entities if e.name == name]
    assert len(found) == 1, [(e.kind, e.name) for e in read(text).entities]
    return found[0]


def mention(text: str, words: str) -> Mention:
    """Return the first mention with exactly these words."""
    return next(m for m in read(text).mentions if m.text == words)


def meant(text: str, words: str) -> list[str]:
    """Return the names of those whom the first mention with these words means, sorted."""
    annotation = read(text)
    return sorted(annotation.entity(e).name for e in mention(text, words).entities)
