"""WordPiece (Wu et al. 2016) as BERT's uncased encoders use it: lower case, no accents, longest piece first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_UNKNOWN = "[UNK]"
_LONGEST = 100  # letters; a longer word is unknown
_PARTS = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U0002ebef]|[^\W_]+|_|\S")


class Pieces:
    """Cuts words into pieces of a vocabulary; remembers the words that it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in order of their numbers; "##" begins one that continues a word."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._none = self._ids[_UNKNOWN]
        self.of = lru_cache(1 << 16)(self._of)

    def _of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, at least one."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn").lower()
        ids = [number for part in _parts(plain) for number in self._cut(part)]
        return tuple(ids) or (self._none,)

    def _cut(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self._none]
        found, begin = [], 0
        while begin < len(part):
            lead = "##" if begin else ""
            end = next((e for e in range(len(part), begin, -1) if lead + part[begin:e] in self._ids), None)
            if end is None:
                return [self._none]
            found.append(self._ids[lead + part[begin:end]])
            begin = end
        return found


def _parts(plain: str) -> list[str]:
    """Split off ideographs and signs, and drop what cannot be seen (formats and controls)."""
    seen = "".join(c for c in plain if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn"))
    return _PARTS.findall(seen)
