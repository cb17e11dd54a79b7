"""How news outlets are called: words at the end of their names, and common nouns for them."""

from __future__ import annotations

from onrecord.annotate.lexicon.words import words

# How an outlet calls itself, at the end of a longer name.
TITLES = words(
    """News Times Post Herald Tribune Gazette Guardian Journal Chronicle Telegraph Monitor Observer Beacon Ledger Globe
    Independent Mirror Examiner Courier Dispatch Sentinel Standard Express Press Radio TV Television Broadcasting
    Magazine Review Insider Newspaper Weekly Daily Bulletin Inquirer Register Mail Echo Newswire Media Broadcaster
    Reporter Digest Tonight Podcast Today Statesman Argus Advertiser Enquirer"""
)
# Common nouns for one.
NOUNS = words(
    """newspaper newspapers daily dailies weekly tabloid tabloids magazine magazines broadcaster broadcasters newswire
    radio television tv channel channels website websites outlet outlets podcast programme program show station
    stations network networks portal portals"""
)
# One-word names that stand for an outlet wherever something is told to it or said on it.
NAMES = words(
    """Politico Axios Semafor Fox Vox Vice Quartz Haaretz Maariv Walla Bild Spiegel Stern Kommersant Izvestia Vedomosti
    Pravda Meduza Lenta Novosti Asahi Yomiuri Nikkei Mainichi Sankei Hankyoreh Caixin Dawn Guardian Economist Newsweek
    Slate Salon BuzzFeed Newsmax HuffPost Mediapart Figaro Monde Libération Parisien Repubblica Stampa Corriere Clarín
    Infobae Milenio Universal Telesur Milliyet Hürriyet Hurriyet Cumhuriyet Sabah Rudaw Kurdistan24 Arabiya Jazeera
    Mayadeen Manar Hadath Asharq Ahram Zvezda Suspilne Hromadske Ukrinform Unian Ynet NDTV WION Mint Geo Samaa ARY TOLO
    TOLOnews Rappler Kompas Tempo Malaysiakini Onet Rzeczpospolita Deadline Variety Billboard Breitbart ProPublica
    TechCrunch Gizmodo Mashable Wired Esquire Cosmopolitan Vogue TMZ Newsday PBS NPR MSNBC CNBC CBC ITV LBC TF1 RTL ZDF
    ARD ORF SRF RTVE RAI RTÉ RTE SVT NRK YLE TVN TVP Polsat CCTV CGTN NHK KBS SBS ABC NBC CBS CNN BBC RFI RFE RFERL VOA
    SABC CBN OANN NewsNation Telemundo Univision Globo Folha Estadão Sky C-SPAN Bloomberg Xinhua Yle"""
)
LONGER_NAMES = (
    "Vanity Fair", "Rolling Stone", "Der Spiegel", "Die Welt", "Die Zeit", "Le Monde", "Le Figaro", "Le Parisien",
    "El País", "El Pais", "El Mundo", "El Tiempo", "El Universal", "El Espectador", "La Nación", "La Nacion",
    "La Repubblica", "La Stampa", "Corriere della Sera", "Il Sole 24 Ore", "Süddeutsche Zeitung",
    "Neue Zürcher Zeitung",
    "Frankfurter Allgemeine Zeitung", "Novaya Gazeta", "Gazeta Wyborcza", "Yedioth Ahronoth", "Chosun Ilbo",
    "Dong-A Ilbo", "JoongAng Ilbo", "Roll Call", "Mother Jones", "National Review", "USA Today", "USA TODAY",
    "New Yorker",
    "Asharq Al-Awsat", "Al-Ahram", "O Globo", "Ukrainska Pravda", "Kyiv Independent", "Meet the Press",
    "Face the Nation", "Good Morning America", "Radio Liberty", "Channel 4", "Channel 12", "Channel 13", "Channel 14",
    "ABS-CBN", "War on the Rocks", "Middle East Eye", "Business Insider",
)  # fmt: skip
# Nouns that mean an outlet only behind "news", "press" or "wire".
COMBINED = words("agency agencies service services site sites")
KINDS = words("news press wire")
# Common nouns after or before which a capitalised name is that of an outlet.
BESIDE = words(
    "newspaper daily weekly tabloid magazine broadcaster newswire television tv radio channel station website"
)
# What an outlet does to somebody's words, and what an outlet does that says something.
CARRIED = words(
    """carried broadcast aired published reported quoted cited relayed distributed transmitted run released posted
    obtained seen interviewed"""
)
REPORTS = words("report quote cite say write add announce claim broadcast air publish carry reveal state disclose tell")
