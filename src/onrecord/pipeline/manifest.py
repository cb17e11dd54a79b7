"""What a report was read with: versions, settings, hashes of the models; kept in the record for each such reader."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from onrecord.annotate.reader import model_hash
from onrecord.config import Config
from onrecord.model import FORMAT, digest
from onrecord.store import Store
from onrecord.store.tables import SCHEMA_VERSION
from onrecord.version import __version__

_LIBRARIES = ("spacy", "onnxruntime", "numpy", "trafilatura", "lxml", "pypdf", "py3langid", "rapidfuzz")
_KEY = "manifest:"


def reader_id(config: Config) -> str:
    """Return what findings depend on besides the report: the version and the settings, as one word."""
    settings = _settings(replace(config, columns=()))
    return f"{__version__}-{digest(settings)}-{model_hash('fast' if config.fast else 'full')[:12]}"


def manifest(config: Config) -> dict[str, Any]:
    """Return what findings of `config` are made with."""
    net = "fast" if config.fast else "full"
    return {
        "reader": reader_id(config),
        "onrecord": __version__,
        "format": FORMAT,
        "schema": SCHEMA_VERSION,
        "settings": _settings(config),
        "models": {net: model_hash(net), config.pipeline: _version(config.pipeline.replace("_", "-"))},
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
    }


def _settings(config: Config) -> dict[str, Any]:
    """Return the settings that reports are read with; a table of outlets is kept in the record itself."""
    return {name: value for name, value in asdict(config).items() if name != "outlets"}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def keep_manifest(store: Store, config: Config) -> None:
    """Keep in a record what its reports are read with."""
    made = manifest(config)
    store.set_note(_KEY + str(made["reader"]), json.dumps(made, sort_keys=True))


def manifests(store: Store) -> list[dict[str, Any]]:
    """Return what the reports of a record were read with, with how many of them, by reader."""
    readers = list(store.readers().values())
    found = []
    for reader in sorted(set(readers)):
        kept = store.note(_KEY + reader)
        known: dict[str, Any] = json.loads(kept) if kept else {"reader": reader}
        found.append({**known, "reports": readers.count(reader)})
    return found
