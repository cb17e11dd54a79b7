"""Whether words name a news outlet: known ones, and what is called a newspaper, a broadcaster, an agency, ..."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.annotate.lexicon import heads, press
from onrecord.annotate.lexicon.words import words
from onrecord.read.agencies import AGENCIES

# Of how an outlet calls itself, what names one by itself after "the".
_LONE = press.TITLES - words(
    "News Radio TV Television Broadcasting Press Review Media Reporter Digest Tonight Standard Independent Today"
)
_AGENCIES = {name for key, others in AGENCIES.items() for name in (key, *others)}
_LISTED = press.NAMES | _AGENCIES | heads.AGENCIES | {*heads.OUTLETS, *press.LONGER_NAMES}
_KNOWN = _LISTED - {"Agency", "News", "Press"}
_AGENCY = re.compile(r"\b(?:state|official|semi-official|state-run|private|news|press|wire)[\s-]+agency$", re.I)
_OWNED = re.compile(r"(?:^|\s)(?:the|a|an)\s+", re.I)


@lru_cache(maxsize=4096)
def is_outlet(phrase: str) -> bool:
    """Return whether `phrase` names a news outlet, or somebody or something of one ("CNN's Jane Doe")."""
    plain = " ".join(phrase.replace("’", "'").replace(" 's", "'s").replace(" - ", "-").split()).strip(" ,.\"“”'")
    owner, its, _ = plain.partition("'s ")
    if its and is_outlet(owner):
        return True
    name, of, place = _OWNED.sub("", plain, count=1).removesuffix("'s").partition(" of ")
    if name + of + place in _KNOWN or (of and is_outlet(name)):
        return True
    parts = [p.title() if p.isupper() and len(p) > 3 and p not in _KNOWN else p for p in name.split()]  # "POLITICO"
    if not parts or of:
        return False
    last, titled = parts[-1], parts[-1].rpartition("-")[2]
    if last in _KNOWN or last.lower() in press.NOUNS or _AGENCY.search(name):
        return True
    if titled in press.TITLES and name != titled:
        return True
    if name in _LONE and plain[:3].lower() == "the":
        return True
    begins = parts[0] in _KNOWN or " ".join(parts[:2]) in _KNOWN or parts[0].lower() in press.NOUNS
    named = {"News", "Radio", "TV"} & {*parts[:-1]}
    return bool(begins or named or {"newspaper", "broadcaster"} & {*parts}) and all(p[:1].isupper() for p in parts[-1:])
