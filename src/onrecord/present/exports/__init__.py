"""Exports: the record in the formats of other tools. `write` is the way in; docs/exports.md says what each loses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.model.sheet import Sheet
from onrecord.present.exports.bundle import Bundle, Options, bundle
from onrecord.present.exports.to_csv import all_tables, write_csv
from onrecord.present.exports.to_ftm import write_ftm
from onrecord.present.exports.to_gdelt import write_gdelt
from onrecord.present.exports.to_graphml import write_graphml
from onrecord.present.exports.to_icews import write_icews
from onrecord.present.exports.to_json import write_json
from onrecord.present.exports.to_jsonld import write_jsonld
from onrecord.present.exports.to_parquet import write_parquet
from onrecord.present.exports.to_plover import write_plover
from onrecord.present.exports.to_polecat import write_polecat
from onrecord.store import is_record

__all__ = ["FORMATS", "Format", "Name", "Options", "files", "tables", "write"]

Files = Mapping[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is in a few words, how it is made, and whether it is a folder of several files."""

    what: str
    make: Callable[[Bundle], Files]
    folder: bool = False


class Name(StrEnum):
    """The formats by name."""

    json = "json"
    csv = "csv"
    parquet = "parquet"
    plover = "plover"
    polecat = "polecat"
    icews = "icews"
    gdelt = "gdelt"
    jsonld = "jsonld"
    ftm = "ftm"
    graphml = "graphml"


FORMATS: Mapping[str, Format] = {
    Name.json: Format("the whole record, onrecord/1", write_json),
    Name.csv: Format("tidy tables, one file each, with a data dictionary", write_csv, folder=True),
    Name.parquet: Format("the same tables as Parquet", write_parquet, folder=True),
    Name.plover: Format("events as PLOVER JSON, one a line", write_plover),
    Name.polecat: Format("events as POLECAT rows", write_polecat),
    Name.icews: Format("events as ICEWS rows", write_icews),
    Name.gdelt: Format("events and mentions as GDELT 2.0 rows", write_gdelt, folder=True),
    Name.jsonld: Format("schema.org with W3C Web Annotations", write_jsonld),
    Name.ftm: Format("FollowTheMoney entities, one a line", write_ftm),
    Name.graphml: Format("a graph for network tools", write_graphml),
}


def files(name: str, record: Record, options: Options = Options()) -> Files:  # noqa: B008
    """Return the files of an export by name, as pieces of bytes; raise `InputError` for an unknown format."""
    if name not in FORMATS:
        raise InputError(f"{name}: no format; one of {', '.join(FORMATS)}")
    return FORMATS[name].make(bundle(record, options))


def tables(record: Record, *, without_text: bool = False) -> dict[str, Sheet[Bundle]]:
    """Return all tables of the exports by name, in their order: as data frames, or to look at in a notebook."""
    held = bundle(record, Options(without_text))
    return {table.name: Sheet(table, held) for table in all_tables()}


def write(name: str, record: Record, path: Path | None, options: Options = Options()) -> None:  # noqa: B008
    """Write an export to a file, to a folder if the format has several files, or with no path to standard output.

    A file is replaced once the new one is whole; a record is never written over (`InputError`).
    """
    made = files(name, record, options)
    if not FORMATS[name].folder:
        (pieces,) = made.values()
        _print(pieces) if path is None else _write(pieces, path)
        return
    if path is None:
        raise InputError(f"{name} is several files; name a folder for them: -o FOLDER")
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: a file, and {name} is several; name a folder")
    path.mkdir(parents=True, exist_ok=True)
    for file, pieces in made.items():
        _write(pieces, path / file)


def _print(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _write(pieces: Iterable[bytes], path: Path) -> None:
    if path.is_dir():
        raise InputError(f"{path}: a folder; name a file")
    if path.exists() and not path.is_file():  # a device or a pipe is written to as it is
        with path.open("wb") as sink:
            sink.writelines(pieces)
        return
    if path.is_file() and is_record(path):
        raise InputError(f"{path}: a record, which is not written over; name another file for the output")
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as sink:
            sink.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
