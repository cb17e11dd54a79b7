"""SOURCES.toml: what is followed, who asks, how far a fetch may go, and what is wanted."""

from __future__ import annotations

import ipaddress
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from onrecord.errors import ConfigError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A watch list: names and words as they are written, states by name or ISO 3166-1 alpha-3.

    With `match` "all", a report must hold one of each kind that is given; with "any", one is enough.
    """

    name: str
    names: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    match: Literal["any", "all"] = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; with `pages`, the page of each entry is fetched, otherwise the feed's own text is the report."""

    url: str
    outlet: str | None = None
    pages: bool = True
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder whose files are read as they come or change."""

    path: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far one fetch may go, and how a host is treated. Times in seconds, `recheck` in hours after the first visit.

    `give_up` is how often a page is tried in vain; `max_wait` the longest that a run waits for one host's turn.
    """

    timeout: float = 30.0
    max_bytes: int = 10_000_000
    redirects: int = 5
    delay: float = 1.0
    max_wait: float = 60.0
    back_off: float = 60.0
    hosts_at_once: int = 4
    give_up: int = 8
    recheck: tuple[float, ...] = (1.0, 6.0, 24.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What SOURCES.toml says. `contact` is told to every host; `every` is the minutes between two rounds."""

    contact: str = ""
    every: float = 30.0
    feeds: tuple[Feed, ...] = ()
    folders: tuple[Folder, ...] = ()
    topics: Mapping[str, Topic]
    allow_private: tuple[Network, ...] = ()
    limits: Limits = Limits()


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; `ConfigError` says in one line what is wrong with it."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML ({error})") from error
    try:
        return parse_settings(said, path.parent)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def parse_settings(said: Mapping[str, Any], base: Path) -> Settings:
    """Return the settings of a parsed file; folders are taken from `base`."""
    known = {"contact", "every", "feed", "folder", "topics", "allow_private", "limits"}
    if unknown := sorted(set(said) - known):
        raise ConfigError(f"{unknown[0]!r} is no setting; there are {', '.join(sorted(known))}")
    topics = {name: _made(Topic, {"name": name, **_table(t, name)}, f"topics.{name}") for name, t in _named(said)}
    feeds = tuple(_made(Feed, _table(f, "feed"), "feed") for f in _tables(said, "feed"))
    folders = tuple(_folder(_table(f, "folder"), base) for f in _tables(said, "folder"))
    settings = Settings(
        contact=_of(str, said.get("contact", ""), "contact").strip(),
        every=float(_of((int, float), said.get("every", 30), "every")),
        feeds=feeds,
        folders=folders,
        topics=topics,
        allow_private=tuple(_network(n) for n in _of(list, said.get("allow_private", []), "allow_private")),
        limits=_made(Limits, _table(said.get("limits", {}), "limits"), "limits"),
    )
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    if not settings.feeds and not settings.folders:
        raise ConfigError('it names nothing to follow; add [[feed]] url = "https://…" or [[folder]] path = "…"')
    if settings.feeds and not settings.contact:
        raise ConfigError('hosts are to know who asks; add contact = "mailto:you@example.org"')
    if any(not c.isascii() or not c.isprintable() for c in settings.contact):
        raise ConfigError("contact holds a character that a request cannot carry")
    named = [t for feed in settings.feeds for t in feed.topics] + [t for f in settings.folders for t in f.topics]
    if unknown := sorted(set(named) - settings.topics.keys()):
        raise ConfigError(f"there is no [topics.{unknown[0]}], which a source names")
    for name, topic in settings.topics.items():
        if not (topic.names or topic.states or topic.words):
            raise ConfigError(f"[topics.{name}] names nothing: give names, states or words")


def _named(said: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(_table(said.get("topics", {}), "topics").items())


def _tables(said: Mapping[str, Any], key: str) -> list[Any]:
    found: list[Any] = _of(list, said.get(key, []), f"[[{key}]]")
    return found


def _table(value: Any, where: str) -> dict[str, Any]:
    found: dict[str, Any] = _of(dict, value, where)
    return found


def _of(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ConfigError(f"{where} is not written as it should be ({str(value)[:40]!r})")
    return value


def _folder(said: dict[str, Any], base: Path) -> Folder:
    folder = _made(Folder, said, "folder")
    return Folder(path=str(base / folder.path), topics=folder.topics)


def _made(kind: type[Any], said: dict[str, Any], where: str) -> Any:
    """Return a value of one of the classes above, its keys and types checked against its fields."""
    known = {f.name: str(f.type) for f in fields(kind)}
    if unknown := sorted(set(said) - known.keys()):
        raise ConfigError(f"{unknown[0]!r} is no setting of {where}; there are {', '.join(known)}")
    try:
        return kind(**{name: _value(known[name], value, f"{where}: {name}") for name, value in said.items()})
    except TypeError as error:
        missing = str(error).rpartition("argument: ")[2] or str(error)
        raise ConfigError(f"{where} lacks {missing}") from None


def _value(kind: str, value: Any, where: str) -> Any:
    if kind.startswith("tuple"):
        inner = str if "str" in kind else (int, float)
        return tuple(_of(inner, item, where) for item in _of(list, value, where))
    if kind.startswith("Literal"):
        if value not in ("any", "all"):
            raise ConfigError(f'{where} is "any" or "all", not {value!r}')
        return value
    if kind == "bool":
        if not isinstance(value, bool):
            raise ConfigError(f"{where} is true or false, not {value!r}")
        return value
    if kind in ("int", "float"):
        number = _of((int, float), value, where)
        if number < 0:
            raise ConfigError(f"{where} is negative")
        return number
    return _of(str, value, where)


def _network(said: Any) -> Network:
    try:
        return ipaddress.ip_network(_of(str, said, "allow_private"), strict=False)
    except ValueError as error:
        raise ConfigError(f"allow_private: {error}; write a network such as 10.1.0.0/16") from None
