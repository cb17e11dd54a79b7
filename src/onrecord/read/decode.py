"""Bytes to text: byte order marks, UTF-8, UTF-16 with and without mark, cp1252; anything else by charset-normalizer."""

from __future__ import annotations

import codecs
import contextlib
import re

from charset_normalizer import from_bytes

from onrecord.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"RIFF",
)  # fmt: skip
_NO_CHARSETS = frozenset({  # codecs of Python's that are no character sets; UTF-7, as browsers, since it hides markup
    "idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "undefined",
    "mbcs", "oem", "utf-7",
})  # fmt: skip
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_TYPOGRAPHY = frozenset("“”‘’„‚–—…•€£¥©®™°«»§¶·¿¡ºª½¼¾¢×±´¨ \xad")


def decode(data: bytes) -> str:
    """Return `data` as text with line feeds as line ends and nothing else changed; `InputError` if it is no text."""
    return normalise_line_ends(_decode(data))


def decode_declared(data: bytes, *charsets: str | None) -> str:
    """Decode as any text; where that would guess, the first of the declared character sets that fits counts.

    What is valid UTF-8 beyond ASCII is UTF-8 whatever is declared: text in another set hardly ever looks so.
    """
    if not data.isascii() and b"\x00" not in data:
        with contextlib.suppress(UnicodeDecodeError):
            return normalise_line_ends(data.decode("utf-8-sig"))
    for charset in filter(None, charsets):
        with contextlib.suppress(LookupError, ValueError):  # ValueError: all that UnicodeError is, and a zero character
            if codecs.lookup(charset).name not in _NO_CHARSETS:
                return normalise_line_ends(data.decode(charset))
    return decode(data)


def normalise_line_ends(text: str) -> str:
    """Return `text` with a line feed for each carriage return, alone or before a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    if data.startswith(_MAGIC):
        raise InputError("is a binary file, not text")
    sample = data[:_SAMPLE]
    if encoding := _unmarked_utf16(sample):
        return data.decode(encoding, "replace")
    if len(_CONTROL.findall(sample)) * 50 > len(sample) or b"\x00" in sample:
        raise InputError("is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _unmarked_utf16(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, where every second byte of Western text is zero."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _decode_legacy(data: bytes) -> str:
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    in_sequences = sum(len(s) for s in _MULTIBYTE.findall(sample))
    if high and in_sequences >= 0.8 * high:  # UTF-8 with a few damaged bytes: better than mojibake everywhere
        return data.decode("utf-8", "replace")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _looks_western(text[:_SAMPLE]):
        return text
    best = from_bytes(sample).best()
    if best is None:
        raise InputError("is not text in any encoding that could be recognised; save it as UTF-8")
    return data.decode(best.encoding, "replace")


def _looks_western(text: str) -> bool:
    high = [c for c in text if c > "\x7f"]
    letters = sum(c.isalpha() and c.isascii() for c in text)
    odd = sum(c not in _TYPOGRAPHY and not c.isalpha() for c in high)
    return len(high) < 0.25 * (letters + len(high)) and odd <= 0.2 * len(high) + 1
