"""The record whole, in its own format `onrecord/1`: the one export that loses nothing.

Without text, every text is empty and every offset stays; ids are hashes of the text. Cannot carry, then: the hashes of
the pieces of evidence, for which the format has no key (the tables have one).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from onrecord.present.exports.bundle import Bundle
from onrecord.present.exports.plain import encoded


def write_json(bundle: Bundle) -> Mapping[str, Iterable[bytes]]:
    """Return the record as one JSON file."""
    return {"record.json": [encoded(json.dumps(bundle.record.to_dict(), ensure_ascii=False, indent=1) + "\n")]}
