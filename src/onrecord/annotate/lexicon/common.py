"""Common words around names: what is never one, what tells a firm, a party or a region; in lower case."""

from __future__ import annotations

from onrecord.annotate.lexicon.words import words

MONTHS_AND_DAYS = words(
    """january february march april may june july august september october november december jan feb apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun ramadan eid christmas easter"""
)
NEVER = words(
    """i a an the this that these those it he she they we you his her its their our my your who what when where why how
    which and but or nor if as at by for from in into of off on onto out over to up with than then there here not no
    yes so such islam islamic muslim muslims christian christians jewish jews jew sunni sunnis shiite shiites shia
    alawite alawites caribbean pacific atlantic mediterranean balkan nordic baltic sahelian scandinavian african
    hindu hindus sikh sikhs buddhist catholic catholics orthodox druze kurd kurds kurdish arab arabs arabic english
    french western eastern northern southern european europeans africans asian asians american latin god covid
    covid-19 meeting meetings summit summits talks forum session conference ceremony agreement agreements statement
    government minister ministers president internet asia africa europe lng gdp tv ai hiv pm fm ceo dna gmt utc
    earth usd eur eez fta mou fdi sme ied wmd idp idps ev evs am mps mp phd faq pdf url gps sms us$ rs rs. km kg ist
    edt est bst cet local breaking live update exclusive watch read middle east west north south americas"""
)
REGIONAL = words("american asian african european arab atlantic caribbean balkan mediterranean")
FIRMS = words("atomics dynamics electric motors mills staff secretariat assembly foods public")
COMPANIES = words("companies firms manufacturers banks groups brands contractors conglomerates retailers")
BODY_NOUNS = words("party group movement militia organisation organization company agency outlet newspaper")
COUNTERPART = frozenset({"counterpart", "counterparts"})
# What somebody may have done at the wish of a government: "at Lima's request", "at the invitation of Lima".
WISHES = words(
    """request requests invitation behest urging insistence initiative instigation suggestion prompting bidding command
    orders instruction instructions direction discretion disposal expense mercy"""
)
