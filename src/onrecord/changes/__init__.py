"""Room of the edited article: which reports are texts of one article, what changed between them, what corrects what."""

from onrecord.changes.articles import article_keys, is_version
from onrecord.changes.compare import Change, compare_texts
from onrecord.changes.marks import ONE_ARTICLE, SINCE, mark
from onrecord.changes.news import News, find_news
from onrecord.changes.notices import Notice, find_notices
from onrecord.changes.ties import Tie, find_ties

__all__ = [
    "ONE_ARTICLE",
    "SINCE",
    "Change",
    "News",
    "Notice",
    "Tie",
    "article_keys",
    "compare_texts",
    "find_news",
    "find_notices",
    "find_ties",
    "is_version",
    "mark",
]
