"""Web pages: the article apart from all that stands around it."""

from onrecord.read.page.article import article_text, holds_most
from onrecord.read.page.blocks import fragment_text
from onrecord.read.page.dom import parse_page
from onrecord.read.page.notices import is_notice

__all__ = ["article_text", "fragment_text", "holds_most", "is_notice", "parse_page"]
