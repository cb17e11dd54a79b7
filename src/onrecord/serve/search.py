"""What a person types into a search field, as an expression that SQLite's full-text search takes."""

from __future__ import annotations

import re

_MOST = 16  # terms
_LONGEST = 100  # characters of one
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_LETTER = re.compile(r"\w")


def expression(said: str) -> str | None:
    """Return the expression; None where nothing was typed that could be searched for.

    All words must stand, "words in quotation marks" side by side, -word must not stand, word* begins a word. Whatever
    else is typed is text, never syntax.
    """
    wanted, barred = list[str](), list[str]()
    for minus, phrase, word in _TERM.findall(said)[:_MOST]:
        text = (phrase or word)[:_LONGEST]
        if not _LETTER.search(text):
            continue
        begins = word.endswith("*")
        quoted = '"' + text.rstrip("*").replace('"', '""').replace("\0", "") + '"' + ("*" if begins else "")
        (barred if minus else wanted).append(quoted)
    if not wanted:
        return None
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in barred)


def note_on(said: str) -> str | None:
    """Return why nothing can be found, if that is so; None for a search that makes sense or none at all."""
    if said.strip() and expression(said) is None:
        return "A search needs at least one letter or digit; signs and emoji alone are in no index."
    return None
