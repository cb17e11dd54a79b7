"""The trained reader of the second room: statements and names from one pass of a small net."""

from onrecord.annotate.reader.model import model_hash
from onrecord.annotate.reader.reader import NAMES, Reader, Reading, load_reader

__all__ = ["NAMES", "Reader", "Reading", "load_reader", "model_hash"]
