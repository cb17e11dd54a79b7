"""Second room: sentences, names with offices, places, dates, quotations, and who is meant by "he"."""

from onrecord.annotate.annotation import Annotation, Mention, Quotation, Sentence, Token
from onrecord.annotate.annotator import annotate

__all__ = ["Annotation", "Mention", "Quotation", "Sentence", "Token", "annotate"]
