"""Room of the edited article: which reports are texts of one article, what changed between them, what corrects what."""

from onrecord.changes.articles import article_keys, is_version

__all__ = ["article_keys", "is_version"]
