"""Lines and endings that belong to the page or to the desk, not to the report: links, buttons, captions, sign-offs."""

from __future__ import annotations

import re

from onrecord.read.agencies import agency_in_credit, agency_named, is_generic_credit
from onrecord.read.dates import credited_day, is_date_line, labelled_day

_POINTER = re.compile(
    r"[\[(►▶•*>»\s]*(?:also\s+(?:read|see|watch)|read\s+(?:also|more|next|full|the\s+full)|see\s+(?:also|more)|"
    r"more(?:\s+(?:on|from|about|news)\b[^.]{0,60})?|"
    r"related(?:\s+(?:stories|articles?|news|topics|content|coverage|links?))?|recommended(?:\s+\w+)?|"
    r"must\s+(?:read|watch)|don[’']t\s+miss|"
    r"watch(?:\s+(?:live|now|more|video|also))?|listen(?:\s+(?:live|now|to\s+this\s+\w+))?|trending(?:\s+now)?|"
    r"top\s+stories|most\s+read|latest\s+news|"
    r"continue\s+reading|tags?|topics?|keywords?|explore|opinion|in\s+pictures|"
    r"for\s+(?:more|the\s+latest|all\s+the\s+latest)|information\s+from|click\s+(?:here|on)|view\s+(?:all|more|"
    r"comments?))"
    r"(?:\s*[:|>»]+.*|\s+[–—-]+\s.*|\s*\]?\)?)$",
    re.IGNORECASE,
)
_LOOSE_POINTER = re.compile(
    r"(?:ALSO READ|READ ALSO|READ MORE|Also Read|Read Also|Read More|Read more|Also read|SEE ALSO|RELATED)(?:\s*[|"
    r":»>]|\s+-)\s*\S|"
    r"(?i:click here|sign up (?:for|to)|subscribe (?:to|now|for)|follow (?:us|\w+(?: \w+)? on)|join (?:our|us on)|"
    r"download (?:the|our)|"
    r"get (?:the latest|all the latest|daily|breaking)|catch (?:all )?the (?:latest|live)|stay (?:tuned|updated|"
    r"connected)|"
    r"read or share this|share this (?:story|article|post)|thank you for subscribing|enlarge this image|"
    r"story highlights|"
    r"for (?:more|all) (?:\S+ ){0,3}(?:coverage|news)(?: ?:|, (?:visit|click|follow|see|go)))\b"
)
_BUTTONS = re.compile(
    r"(?:(?:share|tweet|e-?mail|print|facebook|twitter|x|whats\s?app|linkedin|telegram|reddit|pinterest|messenger|"
    r"copy(?:\s+link)?|link|save|"
    r"bookmark|comments?|reply|listen|follow(?:\s+us)?|subscribe|sign\s+(?:up|in)|log\s?in|gift|home|menu|search|"
    r"close|loading|play|pause|"
    r"advertisement|advertising|sponsored(?:\s+content)?|promoted|ad|font\s+size|this\s+article|on|google\s+news|"
    r"instagram|youtube|a[+-])"
    r"(?:[\s,|/·•+.:]+|$))+",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"[\W_]*(?:advertisements?|advertising|sponsored|(?:story|article)\s+continues\s+(?:below|after).*|"
    r"advertisement\s*[-–—].*|"
    r"ad\s+feedback|scroll\s+(?:down|to)\s.*|\d+\s+(?:comments?|shares?|views?)|\d+\s*[- ]?min(?:ute)?s?\s+(?:read|"
    r"ago).*|\d+\s+hours?\s+ago)[\W_]*$",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"[\[(]?\s*(?:(?:file\s+|representati(?:ve|onal)\s+)?(?:photos?|images?|pictures?|pics?|"
    r"photographs?)(?:\s+(?:credits?|courtesy|source))?"
    r"(?:\s*[:/|]|\s+(?:by|courtesy|credit|via)\b)|(?:screenshot|illustration|graphic|caption|video|photo|"
    r"image)\s*[:/]|"
    r"file(?:\s+photo)?\s*[-–—:]\s|\(?file\s+photo\)?\.?$|(?:photo|image|picture)s?$|(?:hide|toggle|"
    r"enlarge)\s+caption)",
    re.IGNORECASE,
)
_PHOTO_END = re.compile(
    r"[\[(](?:AP Photo|AFP Photo|Photo|Photograph|Image|Pic)\s?[/:][^\n]{2,60}[\])]\.?$|"
    r"(?:\bAP Photo|\bAFP Photo|\bREUTERS|\bReuters)/\w[^.]{2,50}[\])]?\.?$|"
    r"(?:/\s?Getty Images|Getty Images|[Ff]ile [Pp]hoto|FILE PHOTO|Shutterstock|iStock)[\])]?\.?$"
)
_POSED = re.compile(
    r"\((?:[LRC]|left|right|cent(?:re|er)|front|back)\).*\((?:[LRC]|left|right|cent(?:re|er)|front|back)\)|"
    r",\s(?:(?:far\s|second\sfrom\s|third\sfrom\s)?(?:left|right)|cent(?:re|er)),|"
    r"\bpose(?:s)?\sfor\s(?:a\s)?(?:photo|picture|photograph)"
)
_POSTED = re.compile(r"[—–-]{1,2}\s?[^()]{2,80}\(@\w+\)\s.{0,40}$")  # the foot of a post shown in a report
_PAGE = re.compile(
    r"[-–]\s\S.{0,60}\s[-–]$|"
    r"skip\s(?:links?|to\b.*)$|more\sto\s(?:come|follow).{0,3}$|\S+\.(?:jpe?g|png|gif|webp|mp4|pdf)(?:\s.*)?$|\d{5,}$|"
    r"(?:estimated\s)?read(?:ing)?(?:\stime)?\s?:?\s?[<~]?\s?\d+\s?min(?:ute)?s?(?:\sread)?$|"
    r".{0,120}\bcookies?\b.{0,200}"
    r"\b(?:website|site|experience|consent|opt[ -]?out|browser)\b|video\s?player\s?close$|"
    r".{0,200}\byou can opt[ -]?out\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$")
_RULE = re.compile(r"[\W_]+$|(?:ends?|-30-|\(ends?\)|more to follow.*)$", re.IGNORECASE)

_INPUTS = re.compile(
    r"[\[(—–-]*\s*(?:(?:with|additional|compiled\s+from|some)\s+)(?:[\w-]+\s+){0,3}(?:inputs?|contributions?|"
    r"files?|reporting|material)\s+"
    r"(?:from|by)\s.*$|[\[(—–-]*\s*(?:agency\s+)?inputs?\s+(?:from|by)\s.*$|"
    r"[\[(—–-]*\s*with\s+(?:[\w-]+\s+){0,5}(?:inputs?|files)[\])]?\.?$|[\[(]\s*(?:\w+\s+){0,3}inputs?\s*[\])]\.?$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"[\[(—–-]*\s*(?i:(?:(?:additional|extra|further)\s+)?(?:reporting|reported|writing|written|editing|edited|"
    r"compiled|compilation|"
    r"translated|translation|posted|published|produced)\s+(?:and\s+\w+\s+)?(?:by|in)\b)\s*:?\s*[A-Z].*$"
)
_CONTRIBUTED = re.compile(
    r".{2,160}\bcontributed\s+(?:\w+\s+)?to\s+this\s+(?:report|story|article)\b.{0,60}$", re.IGNORECASE
)
_RIGHTS = re.compile(r"[\[(]?\s*(?:©|\(c\)|copyright\b)|.*\ball\s+rights\s+reserved\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"[\[(*]*\s*(?:(?:except\s+for\s+the\s+headline,?\s+)?(?:this|the)\s+(?:above\s+)?(?:story|report|article|copy|"
    r"news|piece|content|material|post)\b.*"
    r"\b(?:syndicated|auto-?generated|not\s+been\s+edited|(?:been\s+)?published\s+(?:from|without|by|on|in|with)|"
    r"agency\s+feed|wire\s+feed|"
    r"(?:first|originally)\s+(?:appeared|published)|originally|updated\s+(?:with|to)|translated|"
    r"may\s+not\s+be\s+published|corrected)\b|"
    r"disclaimer\s*:|editor[’']?s?[’']?\s+note\s*:|correction\s*:)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[\[(]?\s*(?:source|sources|via|agency|agencies|credits?|courtesy)\s*:\s*(?P<names>\S.{0,70})$", re.IGNORECASE
)
_DASHED = re.compile(r"[-–—]{1,3}\s?(?P<name>[^\W\d_].{0,60})$")
_BRACKETED = re.compile(r"[\[(](?P<name>[^\[\]()]{2,60})[\])]\.?$")
_INITIALS = re.compile(r"/?[A-Za-z]{1,4}(?:[/.][A-Za-z]{1,4}){1,5}/?$|/[a-z]{2,4}$|[a-z]{2,4}/$")
_AGENCY_INITIALS = re.compile(r"(?P<name>[A-Z]{2,6})(?:[\s/]+(?:[A-Z]{2,4}|[a-z]{2,4}))+(?:/[a-z]{2,4})*$")
_ENDING = re.compile(
    r"[\[(](?:(?i:end|ends|more|eom)|[A-Z](?:/[A-Z]{1,3}\d{0,2})+)[\])]\s*(?:[a-z]{1,4}(?:[./][a-z]{1,4})*)?$"
)
_LETTERS = re.compile(r"(?!END|MORE|ALL|EOM)[A-Z]{3,8}")
_GLUED = re.compile(
    r"(?<=[.!?\"”’'])\s*(?:[\[(](?P<round>[^\[\]()]{2,60})[\])]\.?|[-–—]{1,3}\s?(?P<dashed>[A-Z][\w .&/-]{1,40}))$"
)


def is_furniture(line: str) -> bool:
    """Return whether `line` is a link, button, advert, caption or rule, wherever in the text it stands."""
    return bool(
        _ADVERT.match(line)
        or _POINTER.match(line)
        or (len(line) < 200 and _LOOSE_POINTER.match(line))
        or _BUTTONS.fullmatch(line)
        or is_caption(line)
        or _ADDRESS.match(line)
        or _PAGE.match(line)
        or _POSTED.match(line)
        or _RULE.match(line)
    )


def is_caption(line: str) -> bool:
    """Return whether `line` credits or describes a picture."""
    return bool(_PHOTO.match(line) or (len(line) < 500 and _PHOTO_END.search(line[-120:])))


def is_posed(line: str) -> bool:
    """Return whether `line` says who stands where in a picture ("Jane Doe, left, and ...")."""
    return bool(_POSED.search(line[:400]))


def is_sign_off(line: str) -> bool:
    """Return whether `line`, at the end of a report, is the desk's: credit, initials, rights, notice."""
    return bool(
        _INPUTS.match(line)
        or _CREDITS.match(line)
        or _CONTRIBUTED.match(line)
        or _RIGHTS.match(line)
        or _NOTICE.match(line)
        or _SOURCE.match(line)
        or _INITIALS.match(line)
        or labelled_day(line)
        or is_date_line(line)
        or credited_day(line)
        or sign_off_agency(line)
        or is_generic_credit(line.strip("()[]-–— ."))
    )


def sign_off_agency(line: str) -> str | None:
    """Return the agency that a closing line credits: "--IANS", "(With PTI inputs)", "© 2025 AFP", "Reuters"."""
    name = re.sub(r"\s*\([A-Z]{2,8}\)$", "", line)
    if agency := agency_named(name.strip("()[]-–—./ ")):
        return agency
    for pattern in (_DASHED, _BRACKETED, _AGENCY_INITIALS):
        found = pattern.match(line)
        if found and (agency := agency_in_credit(found["name"])):
            return agency
    if _INPUTS.match(line) or _CONTRIBUTED.match(line):
        return _agency_among(line)
    if found := _SOURCE.match(line):
        return agency_in_credit(found["names"].rstrip("])."))
    if _RIGHTS.match(line) or _NOTICE.match(line):
        return _agency_among(line)
    return None


def glued_sign_off(line: str) -> tuple[int, str | None] | None:
    """Return (where it starts, agency) of a credit at the very end of the last paragraph: "... stability. (Xinhua)"."""
    if ending := _ENDING.search(line, max(0, len(line) - 30)):
        return ending.start(), None
    found = _GLUED.search(line, max(0, len(line) - 90))
    if not found:
        return None
    words = found["round"] or found["dashed"]
    inside = f"({words})"
    agency = agency_in_credit(words) or (_agency_among(words) if _INPUTS.match(inside) else None)
    if agency is None and found["round"] and _LETTERS.fullmatch(words):
        agency = words  # an agency that the table does not know
    if agency is None and not _INPUTS.match(inside) and not _CREDITS.match(inside):
        return None
    start = found.start("round") - 1 if found["round"] else line.rindex(found.group().lstrip(), 0)
    return start, agency


def _agency_among(line: str) -> str | None:
    """Return the first agency named in a longer credit line, longest names first."""
    words = re.findall(r"[^\W_][\w’'&-]*", line)
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            piece = " ".join(words[start : start + length])
            if piece[0].isupper() and (agency := agency_named(piece)):
                return agency
    return None
