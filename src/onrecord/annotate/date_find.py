"""Finds expressions of date in text. The most telling patterns go first; what one took, no later one takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.annotate import date_make as make
from onrecord.annotate.date_types import DateExpression, PartialDate
from onrecord.annotate.date_words import (
    ABOUT,
    AND,
    ANY_WEEKDAY,
    COUNT,
    DAY,
    FULL_MONTH,
    MONTH,
    SURE_MONTH,
    TO,
    WEEKDAY,
    YEAR,
    S,
)

Found = tuple[int, int, DateExpression]
Make = Callable[[re.Match[str]], DateExpression | None]

_B = r"(?<![\w$€£.,/:-])"  # before a number
_N = r"(?<![\w@#])"  # before a word
_Y = rf"(?:,?{S}(?P<year>{YEAR})|(?:{S}of)?{S}(?P<shift>last|this|next){S}year\b)?"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{ANY_WEEKDAY})(?:,{S}|{S})(?:the{S})?)?"
_WEEKDAY_AFTER = rf"(?:{S}?\((?P<weekday2>{ANY_WEEKDAY})\))?"
_M, _M2, _D, _D2 = rf"(?P<month>{MONTH})", rf"(?P<month2>{MONTH})", rf"(?P<day>{DAY})", rf"(?P<day2>{DAY})"
_NAME = (
    r"(?:Movement|Brigades?|Division|Regiment|Battalion|Army|Front|Party|Alliance|Coalition|Revolution|Square|Street"
    r"|Avenue|Road|Boulevard|Bridge|University|College|School|Hospital|Stadium|Airport)\b"
)
_BETWEEN = rf"(?:(?P<between>[Bb]etween){S})"
_EARLY = rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:{S}|-)(?:in{S})?)"
_IN = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout)"
_EDGE = rf"(?:(?:end|start|beginning|middle|half|close|month|course|days|weeks|week){S}of)"
_AT = r"(?:[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Ff]or|[Oo]f|[Tt]o|[Tt]hrough)"
_THE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat|[Tt]his|[Oo]ur|\w+['’]s|\w+s['’])"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_YEAR_WORD = (
    r"(?:in|since|by|until|till|from|before|after|during|of|for|through|throughout|between|early|late|mid|year|fiscal"
    r"|back to|dates to|up to)"
)
_NO_FRIDAY = "".join(
    rf"(?<!\b{word} )"
    for word in ("Black", "Good", "Ash", "Palm", "Easter", "Bloody", "Super", "Cyber", "Whit", "Mail on")
) + "".join(rf"(?<!\b{every} )" for every in ("every", "Every", "each", "Each"))
_NO_PAPER = rf"(?!{S}(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Independent|School|Night{S}Live))"
_HOURS = rf"(?:{S}(?:morning|afternoon|evening|night|noon|midnight)\b)?"
_T = r"(?:t|(?<!\w )T)"  # not USA Today, The Tonight Show
_MEETING = (
    r"(?:meeting|talks|session|visit|summit|attack|announcement|decision|vote|signing|ceremony|statement|briefing"
    r"|hearing|ruling|strike|event|agreement|discussion|call)s?\b"
)


def _compiled(*pairs: tuple[str, Make]) -> tuple[tuple[re.Pattern[str], Make], ...]:
    return tuple((re.compile(pattern), maker) for pattern, maker in pairs)


_DAYS = _compiled(
    # 2025-06-26; 29-06-2021
    (rf"{_B}(?P<y>(?:19|20)\d\d)(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?=T\d|(?![\w/-]|\.\d))", make.iso_day),
    (rf"{_B}(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)(?![\w/-]|\.\d)", make.numeric_day),
    # the April 6 Movement
    (rf"{_N}(?:{MONTH}{S}{DAY}|{DAY}{S}{MONTH})(?:{S}\([A-Z][\w-]*\))?{S}{_NAME}", make.name),
    # June 30 to July 2, 2025; 30 June - 2 July; between June 30 and July 2
    (rf"{_N}{_M}{S}{_D}{TO}{_M2}{S}{_D2}{_Y}", make.days_across),
    (rf"{_B}{_D}{S}{_M}{TO}{_D2}{S}{_M2}{_Y}", make.days_across),
    (rf"{_BETWEEN}(?P<all>{_M}{S}{_D}{AND}{_M2}{S}{_D2}{_Y})", make.days_across),
    (rf"{_BETWEEN}(?P<all>{_D}{S}{_M}{AND}{_D2}{S}{_M2}{_Y})", make.days_across),
    # June 25-26, 2025; between June 25 and 26; 25-26 June
    (rf"{_N}{_M}{S}{_D}{TO}{_D2}{_Y}", make.days),
    (rf"{_BETWEEN}?(?P<all>{_N}{_M}{S}{_D}(?P<and>{AND}){_D2}{_Y})", make.days),
    (rf"{_B}{_D}{TO}{_D2}{S}(?:of{S})?{_M}{_Y}", make.days),
    (rf"{_BETWEEN}?(?P<all>{_B}{_D}(?P<and>{AND}){_D2}{S}(?:of{S})?{_M}{_Y})", make.days),
    # Thursday, June 26, 2025; June 26 (Thursday); Thursday (26 June); the 26th of June
    (rf"{_N}(?P<weekday>{ANY_WEEKDAY}),?{S}?\({_M}{S}{_D}{_Y}\)", make.single_day),
    (rf"{_N}(?P<weekday>{ANY_WEEKDAY}),?{S}?\({_D}{S}(?:of{S})?{_M}{_Y}\)", make.single_day),
    (rf"{_N}{_WEEKDAY_BEFORE}{_M}{S}{_D}{_Y}{_WEEKDAY_AFTER}", make.single_day),
    (rf"{_N}(?<![$€£.,/:-]){_WEEKDAY_BEFORE}{_D}{S}(?:of{S})?{_M}{_Y}{_WEEKDAY_AFTER}", make.single_day),
)
_PERIODS = _compiled(
    # the first quarter of 2022; the early 1990s; the late 19th century; New Year's Eve
    (
        rf"{_N}(?P<which>(?i:first|second|third|fourth)){S}(?P<part>quarter|half){S}of{S}(?:(?P<year>{YEAR})"
        rf"|(?P<shift>last|this|next){S}year)",
        make.quarter,
    ),
    (rf"{_N}{_EARLY}?(?P<year>(?:1[5-9]|20)\d0)s\b", make.decade),
    (rf"{_N}{_EARLY}?(?P<century>\d\d?)(?:st|nd|rd|th){S}[Cc]entury\b", make.century),
    (
        rf"{_N}(?P<feast>New{S}Year['’]s{S}(?:Eve|Day)|Christmas{S}(?:Eve|Day)|Boxing{S}Day)(?:,?{S}(?P<year>{YEAR}))?",
        make.feast,
    ),
    # May to June 2025; June 2025; early June last year; last June
    (rf"{_N}(?P<month>{FULL_MONTH})(?:{TO}|{AND})(?P<month2>{FULL_MONTH}),?{S}(?P<year>{YEAR})", make.months),
    (
        rf"{_N}{_EARLY}?{_M}(?:,?{S}(?:of{S})?(?P<year>{YEAR})|(?:{S}of)?{S}(?P<shift>last|this|next){S}year\b)",
        make.month_and_year,
    ),
    (rf"{_N}(?P<which>[Ll]ast|[Tt]his{S}past|[Tt]his|[Nn]ext){S}(?P<month>{FULL_MONTH})", make.shifted_month),
    # Tuesday to Thursday next week
    (
        rf"{_N}(?P<weekday>{WEEKDAY}){TO}(?P<last>{WEEKDAY})(?:{S}(?:of{S})?(?P<week>last|this|next){S}week\b)?",
        make.weekdays,
    ),
    # late Thursday; last Thursday evening; Thursday next week
    (
        rf"{_N}{_NO_FRIDAY}(?:(?P<which>[Ll]ast|[Tt]his{S}(?:past|coming)|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast){S}"
        rf"|(?:[Ll]ate|[Ee]arly){S})?(?P<weekday>{WEEKDAY}){_NO_PAPER}{_HOURS}"
        rf"(?:{S}(?:of{S})?(?P<week>last|this|next){S}week\b)?",
        make.lone_weekday,
    ),
    # yesterday; last night; this morning; today's talks, but not today's world
    (
        rf"{_N}(?P<word>[Tt]he{S}day{S}before{S}yesterday|[Tt]he{S}day{S}after{S}tomorrow|[Yy]esterday|[Tt]omorrow"
        rf"|{_T}onight|{_T}oday(?!['’]s)|{_T}oday(?=['’]s{S}{_MEETING})|[Ll]ast{S}night"
        rf"|[Tt]his{S}(?:morning|afternoon|evening))\b{_HOURS}",
        make.near_day,
    ),
    # the past ten days; the next three months; the past week; last spring; the night before
    (
        rf"{_N}(?:(?:[Tt]he|[Tt]his|[Tt]hese){S})?(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming){S}(?P<count>(?i:{COUNT}))"
        rf"(?P<more>-plus|-odd|\+)?{S}(?P<unit>day|week|month|year|decade)s?\b(?!{S}and{S}a{S}half)",
        make.stretch,
    ),
    (
        rf"{_N}[Tt]h(?:e|is){S}past{S}(?P<unit>week|month|year|decade)(?![\w-])",
        make.past_period,
    ),
    (rf"{_N}(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S}(?P<season>{_SEASON})\b", make.season),
    (
        rf"{_N}[Tt]he{S}(?:(?:previous|preceding|following|next){S}(?:day|night|morning|afternoon|evening|week|month|year)"
        rf"|(?:day|night|evening|morning){S}before(?!{S}yesterday))(?![\w-])",
        make.unknown,
    ),
    # earlier this week; late last month; next year
    (
        rf"{_N}(?P<the>[Tt]he{S})?(?:(?P<part>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Mm]id){S}(?:in{S})?)?"
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S}(?P<unit>week|weekend|month|year)(?![\w-])",
        make.near_period,
    ),
    # two days ago; nearly two years ago; years ago
    (
        rf"{_N}(?:(?P<about>(?i:{ABOUT})){S})?(?P<count>(?i:{COUNT})){S}(?P<unit>day|week|month|year)s?"
        rf"(?P<half>{S}and{S}a{S}half)?{S}ago\b",
        make.ago,
    ),
    (rf"{_N}(?:(?i:several|a{S}few|some|many|just){S})?(?i:days|weeks|months|years|decades){S}ago\b", make.unknown),
    # in January and February; in November; early July; by July; the November summit
    (
        rf"{_N}(?:{_IN}|{_EDGE}|[Ff]rom|[Bb]etween){S}(?P<all>(?P<month>{FULL_MONTH})(?:{TO}|{AND})"
        rf"(?P<month2>{FULL_MONTH}))(?!{S}?\d)",
        make.months,
    ),
    (rf"{_N}(?:{_IN}|{_EDGE}){S}(?P<all>{_EARLY}?(?P<month>{FULL_MONTH}))(?!{S}?\d)", make.month_alone),
    (rf"{_N}{_EARLY}(?P<month>{FULL_MONTH})(?!{S}?\d)", make.month_alone),
    (rf"{_N}{_AT}{S}(?P<all>{_EARLY}?(?P<month>(?!M[Aa][Yy]){FULL_MONTH}))(?!{S}?[A-Z\d])", make.month_alone),
    (rf"{_N}{_THE}{S}(?P<all>{_EARLY}?(?P<month>(?:{SURE_MONTH})\b))(?={S}[a-z])", make.month_alone),
    (rf"{_N}(?P<all>(?P<month>(?:{SURE_MONTH})\b))(?=['’]s\b)", make.month_alone),
)
_YEARS = _compiled(
    # from 2014 to 2020; 2023-24; in 2023; the summer of 2023; post-2020; the 2020 standoff; (2023)
    (
        rf"{_N}(?P<word>(?i:from|between)){S}(?P<all>(?P<year>{YEAR}){S}(?:to|until|till|through|and){S}"
        rf"(?P<last>{YEAR}))",
        make.years,
    ),
    (
        rf"(?:\b(?P<word>(?i:from|in|during|since)){S})?(?P<all>{_B}(?P<year>{YEAR})[-–—/](?P<last>\d{{4}}|\d\d)"
        rf"(?![\w%/-]|[.,:]\d))",
        make.years,
    ),
    (rf"{_N}(?P<word>(?i:{_YEAR_WORD})){S}(?P<all>{_B}(?P<year>{YEAR}))", make.year_after_word),
    (rf"{_N}(?P<word>{_SEASON})(?:{S}of)?{S}(?P<all>(?P<year>{YEAR}))", make.year_after_word),
    (rf"{_N}(?i:post|pre|mid|early|late)-(?P<all>(?P<year>{YEAR}))", make.year_described),
    (rf"{_N}{_THE}{S}(?P<all>(?P<year>{YEAR}))(?={S}[A-Za-z])", make.year_described),
    (rf"\((?P<all>(?P<year>{YEAR}))\)", make.year_described),
)
_MORE_YEARS = re.compile(rf"(?:,{S}(?:and{S}|or{S})?|{S}(?:and|or){S})(?P<year>{YEAR})")


def find_expressions(text: str) -> list[Found]:
    """Return (start, end, expression) for every expression of date in `text`, in order, none within another."""
    found: list[Found] = []
    taken = bytearray(len(text))  # 1 for every code point that a date holds, or words that only look like one
    for pattern, maker in (*_DAYS, *_PERIODS, *_YEARS):
        whole = "all" if "all" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            start, end = match.span(whole)
            if 1 in taken[start:end]:
                continue
            try:
                made = maker(match)
            except make.NotADateError:
                taken[start:end] = bytes([1]) * (end - start)
                continue
            if made is not None:
                end = _last_word(match, made, start, end)
                found.append((start, end, replace(made, text=text[start:end])))
                taken[start:end] = bytes([1]) * (end - start)
    found += list(_more_years(text, found, taken))
    return sorted(found, key=lambda piece: piece[:2])


def _last_word(match: re.Match[str], made: DateExpression, start: int, end: int) -> int:
    """Return where the date ends: before a number that counts something ("On June 26, 2020 people"), or a comma."""
    if made.start and made.start.year is None and match.groupdict().get("year"):
        end = match.start("year")
    return start + len(match.string[start:end].rstrip(" \t\u00a0.,"))


def _more_years(text: str, found: list[Found], taken: bytearray) -> Iterator[Found]:
    """Yield the years that go on a list begun by a found one: "in 2020, 2022 and 2023"."""
    heads = [end for _, end, e in found if e.start and e.start.year and not e.start.month and not e.end]
    for head in heads:
        match = _MORE_YEARS.match(text, head)
        while match and not make.counts(match, "year") and 1 not in taken[match.start("year") : match.end("year")]:
            start, end = match.span("year")
            yield start, end, DateExpression(text[start:end], "calendar", PartialDate(int(match["year"])))
            match = _MORE_YEARS.match(text, end)
