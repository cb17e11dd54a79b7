"""Whether words name a news outlet: known ones, and what is called a newspaper, a broadcaster, an agency, ..."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.annotate.lexicon import heads
from onrecord.annotate.lexicon.words import words
from onrecord.read.agencies import AGENCIES

# How an outlet calls itself, at the end of a longer name.
_TITLES = words(
    """News Times Post Herald Tribune Gazette Guardian Journal Chronicle Telegraph Monitor Observer Beacon Ledger Globe
    Independent Mirror Examiner Courier Dispatch Sentinel Standard Express Press Radio TV Television Broadcasting
    Magazine Review Insider Newspaper Weekly Daily Bulletin Inquirer Register Mail Echo Newswire Media Broadcaster
    Reporter Digest Tonight Podcast"""
)
# Of these, what names one by itself after "the".
_LONE = _TITLES - words(
    "News Radio TV Television Broadcasting Press Review Media Reporter Digest Tonight Standard Independent"
)
# Common nouns for one.
_NOUNS = words(
    """newspaper newspapers daily weekly tabloid magazine magazines broadcaster newswire radio television tv channel
    website outlet outlets podcast programme program show station network portal"""
)
_NAMES = words(
    """Politico Axios Fox Vox Haaretz Bild Spiegel Kommersant Izvestia Vedomosti Pravda Meduza
    Novosti Asahi Yomiuri Nikkei Mainichi Dawn Guardian Economist Newsweek Slate BuzzFeed Newsmax HuffPost Mediapart
    Figaro Monde Libération Repubblica Corriere Clarín Milliyet Hürriyet Hurriyet Cumhuriyet Sabah Rudaw Kurdistan24
    Arabiya Jazeera Mayadeen Manar Hadath Zvezda Suspilne Ukrinform Unian Ynet Maariv NDTV WION PBS NPR MSNBC CNBC
    CBC ITV LBC TF1 RTL ZDF ARD ORF SRF RTVE RAI RTÉ SVT NRK YLE TVN TVP Polsat CCTV CGTN NHK KBS SBS ABC NBC CBS CNN
    BBC Sky C-SPAN Bloomberg Xinhua"""
)
_AGENCIES = {name for key, others in AGENCIES.items() for name in (key, *others)}
_KNOWN = (_NAMES | _AGENCIES | heads.AGENCIES | {*heads.OUTLETS}) - {"Agency", "News", "Press"}
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
    parts = [p.title() if p.isupper() and len(p) > 5 else p for p in name.split()]  # "POLITICO"
    if not parts or of:
        return False
    last, titled = parts[-1], parts[-1].rpartition("-")[2]
    if last in _KNOWN or last.lower() in _NOUNS or _AGENCY.search(name) or (titled in _TITLES and name != titled):
        return True
    if name in _LONE and plain[:3].lower() == "the":
        return True
    begins = parts[0] in _KNOWN or " ".join(parts[:2]) in _KNOWN or parts[0].lower() in _NOUNS
    named = {"News", "Radio", "TV"} & {*parts[:-1]}
    return bool(begins or named or {"newspaper", "broadcaster"} & {*parts}) and all(p[:1].isupper() for p in parts[-1:])
