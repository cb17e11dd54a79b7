"""The trained net as it ships: files checked by their hash, run by ONNX Runtime on one thread, no torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.reader.pieces import Pieces
from onrecord.annotate.reader.words import Window
from onrecord.errors import MissingModelError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "reader"
SHARED = ("words.npy", "scales.npy", "vocabulary.txt")


class Emitted(NamedTuple):
    """What the net says of a window's words: scores for roles, names and events, words x labels, and vectors of links.

    `links` join cues with sources and contents (see `Links`), `ties` triggers with whom they tell of (see `Ties`).
    """

    roles: NDArray[np.float32]
    names: NDArray[np.float32]
    links: NDArray[np.float32]
    deeds: NDArray[np.float32]
    ties: NDArray[np.float32]


def between_marks(pieces: Sequence[int]) -> list[int]:
    """Return pieces between the encoder's marks for the two ends of a window."""
    return [101, *pieces, 102]


def open_session(net: bytes) -> Any:
    """Return a session of ONNX Runtime on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(net, options, providers=["CPUExecutionProvider"])


def run(session: Any, window: Window, embedded: NDArray[np.float32]) -> Emitted:
    """Run a net over a window whose pieces, marks too, are embedded: pieces x width."""
    given = {
        "words": embedded[None],
        "features": np.array([[0, *window.features, 0]]),
        "first": np.array(window.first) + 1,
    }
    return Emitted(*session.run(list(Emitted._fields), given))


class Model:
    """A net with its vocabulary and embeddings. `settings` is its part of reader.json."""

    def __init__(self, settings: dict[str, Any], net: bytes, folder: Path) -> None:
        """Set up a session on one thread; the same input gives the same output."""
        self.settings = settings
        self._session = open_session(net)
        self._words = np.load(folder / "words.npy", mmap_mode="r")
        self._scales = np.load(folder / "scales.npy")
        vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        self.pieces_of = Pieces(vocabulary).of

    def emit(self, window: Window) -> Emitted:
        """Run the net over a window."""
        pieces = np.array(between_marks(window.pieces))
        embedded = self._words[pieces].astype(np.float32) * self._scales[pieces, None].astype(np.float32)
        return run(self._session, window, embedded)


@lru_cache(maxsize=2)
def load_model(name: str) -> Model:
    """Load the model `full` or `fast`; `MissingModelError` if a file is missing or is not what was shipped."""
    settings = json.loads(_checked("reader.json", None))
    for file in SHARED:
        _checked(file, settings["files"][file])
    part = settings["models"][name]
    return Model(part, _checked(part["file"], settings["files"][part["file"]]), FOLDER)


def _checked(file: str, expected: str | None) -> bytes:
    try:
        content = (FOLDER / file).read_bytes()
    except OSError as error:
        raise MissingModelError(f"{FOLDER / file} cannot be read ({error.strerror}); install onrecord again") from error
    if expected is not None and hashlib.sha256(content).hexdigest() != expected:
        raise MissingModelError(f"{FOLDER / file} is not the file that was shipped; install onrecord again")
    return content


def model_hash(name: str) -> str:
    """Return the SHA-256 of a model's net as hexadecimal digits: what was read with another one is read again."""
    settings = json.loads(_checked("reader.json", None))
    return str(settings["files"][settings["models"][name]["file"]])
