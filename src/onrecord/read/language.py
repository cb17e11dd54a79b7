"""Which language a report is in; only English is read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_ENOUGH = 200  # letters: below this, py3langid guesses
_SAMPLE = 4_000
_SURE = 0.95
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese", "zxx": "no language (names, numbers or a table)",
}  # fmt: skip


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign_language(text: str) -> str | None:
    """Return the language of `text` by name if it is surely not English; None also where there is too little text."""
    sample = _sample(text)
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < _ENOUGH:
        latin = sum(c < "ɐ" for c in letters)
        return (
            "a language that is not written in Latin letters"
            if len(letters) > 20 and 2 * latin < len(letters)
            else None
        )
    code, probability = _identifier().classify(sample)
    if code == "en" or probability < _SURE:
        return None
    return _NAMES.get(code, f"the language {code!r}")


def _sample(text: str) -> str:
    """Return the beginning and the middle: a report may lead with a foreign headline or quotation."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]
