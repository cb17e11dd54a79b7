"""Word lists written as one string."""

from __future__ import annotations


def words(*text: str) -> frozenset[str]:
    """Return the words of the strings as a set."""
    return frozenset(word for part in text for word in part.split())
