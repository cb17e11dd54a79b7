"""Points to the words that tell a coded event: `python -m training.point --help`.

Two public corpora say of a sentence which event it tells, who did it and to whom, but the one (PLV) not with which
words, and both not with which status. A net that learned from our own labels says where the type is told best; where it
sees other events, nothing is claimed. The rows have the form of our own labels.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.corpora import FILES, lines
from onrecord.annotate.reader.decode import shares
from onrecord.annotate.reader.deeds import SIZES, STATUSES, TYPES, mode_of
from onrecord.annotate.reader.words import find_words, make_windows
from training.data import Example, paragraphs_of, pieces_of, place_of
from training.deeds import UNKNOWN
from training.tagging import Nets

EXCLUDED = Path(__file__).parent / "events" / "exclude-from-training.json"
_ARTICLE = re.compile(r"(?:the|an?|some)\s+(?=\S)", re.IGNORECASE)  # our labels leave it out
_SURELY_NONE = 0.9  # chance of no event from which a word counts as telling none
_POINTED = 0.2  # chance from which a word is pointed to
# Where their codebooks and ours part (benchmarks/gold/events.md): their type may be one of several of ours.
_OURS = {
    "YIELD": ("CONCEDE", "RETREAT"),
    "COERCE": ("COERCE", "SANCTION"),
    "REJECT": ("REJECT", "SANCTION"),
    "ACCUSE": ("ACCUSE", "SANCTION"),
    "AGREE": ("AGREE", "CONSULT", "COOPERATE", "AID"),
    "THREATEN": ("THREATEN", "ASSAULT", "SANCTION", "COERCE"),
}


def coded(corpora: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the sentences of a corpus: text, types, places of actors and recipients, of the trigger if it is told."""
    excluded = set(json.loads(EXCLUDED.read_text(encoding="utf-8"))[name])
    for row in lines(corpora / FILES[name][0]):
        if row["id"] not in excluded:
            kind = row.get("event16") or row["type"]
            types = [TYPES.index(t) for t in _OURS.get(kind, (kind,))]
            yield {"doc": row["id"], "text": row["text"], "types": types, **_places(row)}


def _places(row: dict[str, Any]) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {"actors": [], "recipients": [], "told": []}
    for role in ("actor", "recipient") if "spans" not in row else ():
        at = row["text"].find(row[role])
        article = _ARTICLE.match(row[role])
        found[role + "s"] = [[at + (article.end() if article else 0), at + len(row[role])]] if at >= 0 else []
    for span in row.get("spans", ()):
        role = "told" if span["tag"] == "EVT" else "actors" if "SRC" in span["tag"] else "recipients"
        if span["start"] is not None and "LOC" not in span["tag"]:
            found[role].append([span["start"], span["end"]])
    return found


def point(nets: Nets, pieces: Any, corpus: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the row with its event as we label; None where nothing tells it for us."""
    text = row["text"].replace("\n", " ")
    windows = list(make_windows(find_words(text, paragraphs_of(text)), pieces.of))
    if len(windows) != 1:
        return None
    window = windows[0]
    unknown = [UNKNOWN] * len(window.words)
    scores = nets.emit(Example("coded", window, unknown, unknown)).deeds
    triggers, _, statuses, modes = np.split(scores, np.cumsum(SIZES)[:-1].tolist(), axis=1)
    chance = shares(triggers)
    allowed = chance[:, [1 + 2 * t for t in row["types"]]].copy()
    if row["told"]:
        place = place_of(window.words, [w.start for w in window.words], *row["told"][0])
        allowed[[i for i in range(len(allowed)) if place is None or not place[0] <= i < place[1]]] = 0
    if allowed.max() < _POINTED:
        return None
    at, kind = divmod(int(allowed.argmax()), len(row["types"]))
    last, going_on = at + 1, 2 + 2 * row["types"][kind]
    while last < len(window.words) and chance[last].argmax() == going_on:
        last += 1
    type_ = TYPES[row["types"][kind]]
    open_ = [[w.start, w.end] for w, c in zip(window.words, chance, strict=True) if c[0] < _SURELY_NONE]
    event = {
        "type": type_, "mode": mode_of(row["types"][kind], modes[at]), "status": STATUSES[int(statuses[at].argmax())],
        "trigger": [window.words[at].start, window.words[last - 1].end],
        "actors": row["actors"], "recipients": row["recipients"], "place": None, "date": None,
    }  # fmt: skip
    where = {"corpus": corpus, "doc": row["doc"], "start": 0, "end": len(text)}
    return {"id": f"{corpus}/{row['doc']}", **where, "events": [event], "open": open_}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--corpus", nargs="+", default=["plv-train", "plover-gsr-dev"])
    parser.add_argument("--out", type=Path, required=True, help="a file of JSON lines")
    parser.add_argument("nets", type=Path, nargs="+", help="weights of nets that know events")
    args = parser.parse_args()
    torch.set_num_threads(1)
    pieces, nets = pieces_of(args.encoder), Nets(args.encoder, args.nets)
    with args.out.open("w", encoding="utf-8") as sink:
        for corpus in args.corpus:
            for row in coded(args.corpora, corpus):
                pointed = point(nets, pieces, corpus, row)
                if pointed is not None:
                    sink.write(json.dumps(pointed) + "\n")


if __name__ == "__main__":
    main()
