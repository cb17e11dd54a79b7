"""Broken files on the whole way: to a sound record, and to pages, tables and a terminal that they cannot harm."""

from __future__ import annotations

import io
import re
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console

import onrecord
from onrecord.config import Config
from onrecord.model import Record
from onrecord.pipeline import build_into
from onrecord.present import html, json_text, markdown, print_terminal, readouts
from onrecord.present.exports import FORMATS, files
from onrecord.store import Store, examine
from tests.fuzz.mutate import Mutator
from tests.fuzz.seeds import BODY, seeds
from tests.test_properties import check

EACH = 2  # broken files of each kind
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE = (
    f"Minister {SCRIPT} Ana Lind met the minister of Kenya, Musalia Oduya, in Lima on Tuesday.\n\n"
    "“We \x1b[2J\x1b]0;owned\x07 agree,” Lind said. ”\u202edeliaf“ Oduya said that "
    "[bold]14[/bold] people were hurt.\n\n"
    f"=cmd|' /C calc'!A0 said {BODY}\n"
)


def broken(folder: Path) -> list[Path]:
    """Write a few broken files of each kind, and one that means harm to whoever shows it."""
    made = []
    for suffix, whole in seeds().items():
        mutator = Mutator(3, suffix)
        for n in range(EACH):
            made.append(folder / f"{n}{suffix}")
            made[-1].write_bytes(mutator.broken(whole[n % len(whole)], whole))
    made.append(folder / "hostile.txt")
    made[-1].write_text(f"{SCRIPT}\x1b[31m\n\n{HOSTILE}")
    return made


def test_broken_files_give_a_sound_record_that_harms_no_reader(tmp_path: Path) -> None:
    paths = broken(tmp_path)
    with Store.open(tmp_path / "r.db", create=True) as store:
        build_into(store, paths, Config())
        assert not list(examine(store))
        record = store.record()
    check(record)
    assert {report.source for report in record.reports} & {str(paths[-1])}
    assert not [issue for issue in record.issues if "please report" in issue.reason]
    assert onrecord.build(paths[::-1]) == record
    shown_safely(record)


def shown_safely(record: Record) -> None:
    told = readouts(record)
    page = html(told)
    assert "<script>alert" not in page
    assert not re.search(r"<img[^>]*onerror", page)
    assert json_text(told)
    assert "<script>alert" not in markdown(told)
    out = io.StringIO()
    print_terminal(told, Console(file=out, width=100, force_terminal=False))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", out.getvalue())
    assert "agree,” — in quotation marks" in out.getvalue()
    for name in FORMATS if find_spec("pyarrow") else FORMATS.keys() - {"parquet"}:
        for parts in files(name, record).values():
            assert name == "parquet" or b"".join(parts).decode()
