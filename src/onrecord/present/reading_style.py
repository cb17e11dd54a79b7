"""What the marks of a reading look like on a terminal, and text that no terminal obeys."""

from __future__ import annotations

import re

TONES = {"direct": "green", "indirect": "cyan", "mixed": "green", "belief": "magenta"}
ROLES = {"source": "bold yellow", "cue": "italic yellow"}
NAMES = {
    "person": "underline",
    "office": "underline dim",
    "body": "italic underline blue",
    "land": "underline blue",
    "thing": "underline red",
    "date": "underline dim",
}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACE = str.maketrans("\n\t\u2028\u2029", "    ")


def safe(text: str) -> str:
    """Return text of the same length that no terminal obeys: pictures stand for its control characters."""
    return _CONTROL.sub(lambda found: _picture(found[0]), text.translate(_SPACE))


def _picture(control: str) -> str:
    return chr(0x2400 + ord(control)) if control < "\x20" else "\u2421" if control == "\x7f" else "\ufffd"


def can_raise(encoding: str) -> bool:
    """Return whether raised digits can be written in an encoding."""
    try:
        "⁰¹²³⁴⁵⁶⁷⁸⁹".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
