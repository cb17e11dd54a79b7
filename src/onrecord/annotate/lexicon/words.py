"""Writes word lists as plain text."""

from __future__ import annotations


def words(*text: str) -> frozenset[str]:
    """Return the words of the strings, parted by white space, as a set."""
    return frozenset(word for part in text for word in part.split())
