"""Lines within an article that are the page's: invitations, links to other reports, captions, buttons."""

from __future__ import annotations

import re

from onrecord.read.dates import is_date_line, labelled_day
from onrecord.read.furniture import is_furniture

_LONGEST = 400  # characters: longer lines are paragraphs
_LABELLED = 100  # characters of a line that says when the page was published
_LINK = re.compile(
    r"\W*(?:more|related|see|read|watch|listen|also|must[ -]read|recommended|up next|don[’']t miss|explainer|opinion|"
    r"analysis|in pictures)(?:\s+(?:more|next|also|here|this|on this|from|now|related|to this|stories|story|articles?|"
    r"on|the full (?:story|report)))*\s*(?:[:|►▶>»–—]|-\s)",
    re.IGNORECASE,
)
_INVITE = re.compile(
    r"(?:\W*(?:please\s+)?(?:sign up|subscribe|register|log in|sign in|create an account|join|follow|like us|"
    r"download|click|tap|donate|support|become a member|get|receive|want|"
    r"stay (?:informed|updated|in touch|up to date|connected|tuned|ahead)|"
    r"enjoy(?:ing)?|have you got|got a (?:story|tip|question|news tip)|do you (?:have|know)|contact|e-?mail|"
    r"send (?:us|your)|write to|reach|share your|tell us|let us know|help us|for more|for the latest|"
    r"for all the latest|check out|find out more|keep up|visit|catch up|access the|explore the)\b).*"
    r"\b(?:newsletters?|inbox|subscri\w+|e-?mail(?:ed|s|ing)?|alerts?|notifications?|our (?:\w+\s){0,3}(?:page|app|"
    r"channel|website|site|team|section|community|podcast|journalism|coverage|forum|stories|live)|whats\s?app|"
    r"telegram channel|facebook|twitter|instagram|youtube|tiktok|linkedin|threads|bluesky|google news|app store|"
    r"account|sign up|signing up|comments?|story tip|members?|free trial|paywall|updates and|latest features|"
    r"award-winning|breaking news)\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\W*(?:subscribe|sign up|register|log ?in|sign in|join|donate|follow)"
    r"(?:\s+(?:now|today|here|up|us|free|for free))*\W*$|"
    r".*\b(?:affiliate commission|earn (?:a|an) (?:affiliate )?commission|terms (?:of|and) (?:use|service|conditions)|"
    r"privacy (?:policy|notice)|invitation-only community|enable javascript|"
    r"(?:your|this) browser (?:does|version)|browser version with|supports? html5|failed to load|try refreshing|"
    r"not a bot|ad[ -]?blocker|has not loaded yet|unbiased and products|we use cookies|accept (?:all )?cookies|"
    r"by (?:signing up|clicking|submitting|subscribing|providing your)|independent journalism (?:is|needs)|"
    r"all rights reserved|may not be (?:published|reproduced|republished)|invest in (?:journalism|democracy)|"
    r"the post .{1,200} appeared first on|without (?:css|styles) and javascript|support for css)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\W*(?:article content|story continues.*|continue reading.*|advertisement\b.*|ad feedback|"
    r"share(?: this)?(?: article| story)?|save|listen|summary|comments?|read more|related|recommended|most read|"
    r"most popular|tags?|topics?|copy link|print|e-?mail|view comments?|show (?:more|less)|load more|back to top|"
    r"close|by|updated|published|remove ads|don[’']t want to see this\?.*|listen to (?:this )?(?:article|story).*|"
    r"\d+ min(?:ute)? (?:read|listen)|photos?|video|gallery|image \d+ of \d+|\d+\s*(?:/|of)\s*\d+|next|previous|"
    r"follow|new|live|exclusive|hide caption|toggle caption|enlarge this image|"
    r"this is a breaking (?:news? )?story.*|more to follow.*|enjoying our latest content\?|"
    r"doi\s*:?\s*https?://\S+|https?://\S+|[_*•·\-–—=~+#\s]+|top stories|latest news|what do you think\?.*|"
    r".{0,20}have your say.*|join the (?:conversation|discussion).*)\W*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r".*[\[(](?:picture|photo|photograph|image|pic|credit|photos|pictures|images|illustration|graphic)s?\s?"
    r"(?:[:/]|by\b|courtesy|credit).{0,80}[\])]\.?$|"
    r"\W*(?:photo(?:graph)?|picture|image|illustration|video|graphic)s?(?: credit| courtesy| source| by)?\s?[:|].*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\W*(?:e-?mail|twitter|x|tel|phone|contact|follow)\s?:?\s*\S*@\S+.*$|@\w+\W*$", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}\s?[A-Z]{2,5},\s+[A-Z][a-z]+ \d{1,2}, \d{4}$")


_MARKUP = re.compile(r"\+{3}|\{:|\[#\w+:|\[/?\w+(?:\s\w+=\S+)*\]$")  # left by the program that the page was written in
_OFFER = re.compile(
    r"(?i:\W*(?:please\s)?(?:subscribe|sign up|sign in|register|log in|create an account|become a member|join)\b)|"
    r"(?i:.*\b(?:unlock (?:more|this)|reserved for subscribers|free to read|already a (?:member|subscriber)|"
    r"(?:newsletters?|inbox)\b.{0,40}(?:sign|subscri|deliver)|(?:sign|subscri|deliver).{0,40}\b(?:newsletters?|inbox)))\b"
)


def is_offer(line: str) -> bool:
    """Return whether a line invites to subscribe, to register, or to a newsletter: what stands in its box does too."""
    return len(line) < _LONGEST and bool(_OFFER.match(line))


def is_notice(line: str) -> bool:
    """Return whether a line of a page is not of its article."""
    if len(line) > _LONGEST:
        return False
    if labelled_day(line) and len(line) < _LABELLED:
        return True
    if (
        is_furniture(line)
        or _MARKUP.match(line)
        or _SHORT.match(line)
        or _CONTACT.match(line)
        or _TIME.match(line)
        or is_date_line(line)
    ):
        return True
    return bool(_LINK.match(line) or _INVITE.match(line) or _BUSINESS.match(line) or _CAPTION.match(line))
