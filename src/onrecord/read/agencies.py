"""The news agencies of the world: short name, and the longer or other names under which they are credited."""

from __future__ import annotations

import re

AGENCIES: dict[str, tuple[str, ...]] = {
    "AA": ("Anadolu", "Anadolu Agency", "Anadolu Ajansi", "Anadolu Ajansı"),
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP News"),
    "Agerpres": (),
    "Agencia Brasil": ("Agência Brasil",),
    "AKIpress": ("AKI Press",),
    "ANA": ("African News Agency",),
    "AMNA": ("ANA-MPA", "Athens-Macedonian News Agency", "Athens News Agency"),
    "Andina": ("Andina News Agency",),
    "ANI": ("Asian News International", "ANI News"),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "ANSA": ("Agenzia Nazionale Stampa Associata",),
    "Antara": ("Antara News", "Antara News Agency"),
    "AP": ("Associated Press", "The Associated Press", "AP News"),
    "APA": ("Austria Press Agency", "Austria Presse Agentur", "APA-OTS"),
    "APA News": ("Azeri Press Agency",),
    "APP": ("Associated Press of Pakistan",),
    "APS": ("Algerie Presse Service", "Algérie Presse Service", "Algeria Press Service"),
    "Armenpress": (),
    "ATA": ("Albanian Telegraphic Agency",),
    "AZERTAC": ("Azertag", "AzerTAc", "Azerbaijan State News Agency"),
    "Bakhtar": ("Bakhtar News Agency",),
    "Belga": ("Belga News Agency",),
    "BelTA": ("BELTA", "Belarusian Telegraph Agency"),
    "Bernama": ("Malaysian National News Agency",),
    "Bloomberg": ("Bloomberg News",),
    "BNA": ("Bahrain News Agency",),
    "BNS": ("Baltic News Service",),
    "BSS": ("Bangladesh Sangbad Sangstha",),
    "BTA": ("Bulgarian News Agency", "Bulgarian Telegraph Agency"),
    "CNA": ("Central News Agency", "Focus Taiwan"),
    "CNN": ("CNN Newsource", "CNN Wire"),
    "CNS": ("China News Service",),
    "CP": ("Canadian Press", "The Canadian Press"),
    "CTK": ("ČTK", "Czech News Agency"),
    "DPA": ("dpa", "Deutsche Presse-Agentur", "dpa International"),
    "dpa-AFX": (),
    "EFE": ("Agencia EFE", "EFE News"),
    "ENA": ("Ethiopian News Agency",),
    "Europa Press": (),
    "Fars": ("FNA", "Fars News Agency"),
    "Fides": ("Agenzia Fides",),
    "Fena": ("FENA",),
    "GNA": ("Ghana News Agency",),
    "Hina": ("HINA", "Croatian News Agency"),
    "IANS": ("Indo-Asian News Service", "Indo Asian News Service"),
    "ILKHA": ("Ilke News Agency",),
    "INA": ("Iraqi News Agency",),
    "Interfax": ("Interfax-Ukraine", "Interfax-AVN", "Interfax-Kazakhstan", "Interfax-Azerbaijan"),
    "IPS": ("Inter Press Service",),
    "IRNA": ("Islamic Republic News Agency",),
    "ISNA": ("Iranian Students' News Agency", "Iranian Students News Agency"),
    "Jiji": ("Jiji Press",),
    "JTA": ("Jewish Telegraphic Agency",),
    "Kabar": ("Kabar News Agency",),
    "Kazinform": (),
    "KCNA": ("Korean Central News Agency",),
    "Khaama": ("Khaama Press",),
    "Khovar": (),
    "KNA": ("Kenya News Agency",),
    "KPL": ("Lao News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "Kyodo": ("Kyodo News",),
    "LANA": ("Libyan News Agency",),
    "LETA": (),
    "Lusa": ("LUSA", "Lusa News Agency"),
    "MAP": ("Maghreb Arabe Presse", "Maghreb Arab Press"),
    "Mehr": ("MNA", "Mehr News Agency"),
    "MENA": ("Middle East News Agency",),
    "MINA": ("Mi'raj News Agency", "Mi’raj News Agency"),
    "Moldpres": ("Infotag",),
    "Montsame": ("MONTSAME",),
    "MTI": ("Hungarian News Agency",),
    "NAMPA": ("Namibia Press Agency",),
    "NAN": ("News Agency of Nigeria",),
    "New Ziana": ("Ziana",),
    "NNA": ("National News Agency",),
    "Notimex": (),
    "NTB": ("Norsk Telegrambyra",),
    "NZPA": ("New Zealand Press Association",),
    "ONA": ("Oman News Agency",),
    "PA": ("PA Media", "Press Association", "PA news agency", "The Press Association"),
    "Pajhwok": ("Pajhwok Afghan News",),
    "PANA": ("Panapress",),
    "PAP": ("Polish Press Agency", "Polska Agencja Prasowa"),
    "Petra": ("Jordan News Agency", "PETRA"),
    "PNA": ("Philippine News Agency",),
    "PPI": ("Pakistan Press International",),
    "Prensa Latina": ("PL",),
    "PTI": ("Press Trust of India", "PTI News"),
    "QNA": ("Qatar News Agency",),
    "RHC": ("Radio Havana Cuba",),
    "RIA Novosti": ("RIA", "RIA Novosti news agency"),
    "Reuters": ("Thomson Reuters", "Reuters News"),
    "RSS": ("Rastriya Samachar Samiti",),
    "Ritzau": (),
    "SABA": ("Saba News Agency", "Yemen News Agency"),
    "SANA": ("Syrian Arab News Agency",),
    "SANEWS": ("SAnews.gov.za", "SAnews"),
    "SDA": ("Keystone-SDA", "Keystone-ATS"),
    "SONNA": ("Somali National News Agency",),
    "SPA": ("Saudi Press Agency",),
    "Sputnik": ("Sputnik News", "Sputnik International"),
    "SRNA": ("Srna",),
    "STA": ("Slovenian Press Agency",),
    "STT": ("STT-Lehtikuva",),
    "SUNA": ("Sudan News Agency",),
    "Tanjug": ("TANJUG",),
    "TAP": ("Tunis Afrique Presse",),
    "TASR": (),
    "Tasnim": ("Tasnim News Agency",),
    "TASS": ("ITAR-TASS", "Itar-Tass", "TASS news agency"),
    "Télam": ("Telam",),
    "TNA": ("Thai News Agency",),
    "Trend": ("Trend News Agency",),
    "TT": ("TT News Agency",),
    "UKRINFORM": ("Ukrinform",),
    "UNB": ("United News of Bangladesh",),
    "UNI": ("United News of India",),
    "UNN": ("Ukrainian National News",),
    "UPI": ("United Press International",),
    "UrduPoint": ("UrduPoint News", "Pakistan Point News", "UrduPoint / Pakistan Point News"),
    "UzA": ("UZA",),
    "VNA": ("Vietnam News Agency",),
    "WAFA": ("Palestinian News Agency", "Palestine News and Information Agency"),
    "WAM": ("Emirates News Agency",),
    "Xinhua": ("Xinhua News Agency", "New China News Agency", "Xinhuanet"),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
}
_GENERIC = frozenset({"agencies", "news agencies", "agency", "wire services", "wires", "agency inputs"})


def _key(words: str) -> str:
    return re.sub(r"[\s.]+", " ", words).strip(" ,;:'’\"").casefold()


_BY_NAME = {_key(name): short for short, others in AGENCIES.items() for name in (short, *others)}
_SPLIT = re.compile(r"\s*(?:[/|,;&•·]|\band\b|\s[-–—]\s)\s*")


def agency_named(words: str) -> str | None:
    """Return the short name of the agency that `words` name as a whole ("the Press Trust of India" gives "PTI")."""
    key = _key(words)
    return _BY_NAME.get(key) or _BY_NAME.get(key.removeprefix("the "))


def agency_in_credit(words: str) -> str | None:
    """Return the last agency named in a credit such as "UrduPoint News / Sputnik" or "AP, AFP"; None if there is none.

    The last one counts: outlets that pass on another agency's copy put their own name first.
    """
    found = [agency for piece in _SPLIT.split(words) if (agency := agency_named(piece))]
    return found[-1] if found else None


def is_generic_credit(words: str) -> bool:
    """Return whether `words` credit agencies without naming one ("Agencies", "wire services")."""
    return _key(words) in _GENERIC
