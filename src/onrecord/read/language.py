"""Which language a report is in; English is read, the others are kept as they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

UNKNOWN = "und"
_ENOUGH = 200  # letters: below this, py3langid guesses
_SAMPLE = 4_000
_SURE = 0.95
_LIKELY = 0.6  # enough where the small words of English are missing
_SMALL = frozenset((
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "was", "by", "at", "is", "said", "from", "as",
    "has", "have", "it", "be", "an", "are", "were",
))  # fmt: skip
_OFTEN = 0.1  # share of the words; news has about 0.35
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "und": "a language that is not written in Latin letters", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str:
    """Return the language of `text` (ISO 639-1): "en" unless it is surely another one, "und" if only that is sure.

    A text of few letters is taken for English if it is in Latin letters.
    """
    sample = _sample(text)
    letters = [c for c in sample if c.isalpha()]
    latin = 2 * sum(c < "ɐ" for c in letters) >= len(letters)
    if len(letters) < _ENOUGH and (latin or len(letters) <= 20):
        return "en"
    code, probability = _identifier().classify(sample)
    if probability >= _SURE or (probability >= _LIKELY and not _sounds_english(sample)):
        return str(code)
    return "en" if latin else UNKNOWN


def _sounds_english(text: str) -> bool:
    """Return whether the small words of English stand in a text as often as in news, names and quotations apart."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return sum(word in _SMALL for word in words) >= _OFTEN * len(words)


def language_name(code: str) -> str:
    """Return the name of a language in English."""
    return _NAMES.get(code, f"the language {code!r}")


def _sample(text: str) -> str:
    """Return the beginning and the middle: a report may lead with a foreign headline or quotation."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]
