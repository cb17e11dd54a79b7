"""Second room: sentences, names with offices, places, dates, quotations, and who is meant by "he"."""

from onrecord.annotate.annotation import Annotation, Attribution, Mention, Named, Quotation, Sentence, Token
from onrecord.annotate.annotator import annotate

__all__ = ["Annotation", "Attribution", "Mention", "Named", "Quotation", "Sentence", "Token", "annotate"]
