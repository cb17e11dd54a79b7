"""Tables as comma- or tab-separated values: one report a row, columns named in the first."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.model import Issue, Report
from onrecord.read.decode import decode
from onrecord.read.reader import Reader
from onrecord.read.rows import TooLong, names_of, numbered_lines, read_row

_DELIMITERS = ",\t;|"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # a line of old Macs, which ended them otherwise, holds several


def read_table(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    """Yield a report for each row that holds one, an issue with the line's number for each that does not."""
    csv.field_size_limit(max(csv.field_size_limit(), 2 * config.max_characters))
    lines = _decoded(numbered_lines(file, config))
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        raise InputError("is empty")
    delimiter = max(_DELIMITERS, key=header.count)
    columns = next(csv.reader([header], delimiter=delimiter))
    _check(columns, config)
    empty = True
    for item in _rows(csv.reader(lines, delimiter=delimiter), columns, source, config):
        empty = False
        yield item
    if empty:
        raise InputError("has no rows below its first line")


def _decoded(lines: Iterator[tuple[int, bytes | str | TooLong]]) -> Iterator[str]:
    for number, line in lines:
        if isinstance(line, TooLong):
            yield "\n"
        else:
            text = decode(line) if isinstance(line, bytes) else line + "\n"
            yield from _LINE.findall(text.removeprefix("\ufeff") if number == 1 else text)


def _check(columns: list[str], config: Config) -> None:
    wanted = names_of(config)["text"]
    if not {c.strip().casefold() for c in columns} & {w.casefold() for w in wanted}:
        shown = ", ".join(repr(c[:30]) for c in columns[:12])
        raise InputError(
            f"has no column {wanted[0]!r} in its first line ({shown}); name the column that holds the text"
        )


def _rows(rows: Iterator[list[str]], columns: list[str], source: str, config: Config) -> Iterator[Report | Issue]:
    before = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            before = _line(rows)
            yield Issue(None, f"{source}:{before}", "read", f"line {before} is no row of a table ({error})")
            continue
        except InputError as error:
            yield Issue(None, f"{source}:{before}", "read", f"what follows line {before} {error}")
            return
        number, before = before + 1, _line(rows)
        if any(cell.strip() for cell in row):
            place = f"{source}:{number}"
            if len(row) > len(columns):
                reason = f"line {number} has {len(row)} cells where the first line names {len(columns)} columns"
                yield Issue(
                    None, place, "read", f"{reason}; put cells with separators or quotation marks in quotation marks"
                )
                continue
            yield from read_row(dict(zip(columns, row, strict=False)), place, f"line {number}", config)


def _line(rows: Iterator[list[str]]) -> int:
    """Return the number of the last line read; the header's was read before."""
    return 1 + int(getattr(rows, "line_num", 0))


TABLE = Reader(name="table", suffixes=(".csv", ".tsv"), read=read_table)
