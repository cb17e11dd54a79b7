from __future__ import annotations

import pytest

from onrecord.config import Config
from onrecord.errors import InputError
from onrecord.read import read_bytes

PARAGRAPH = "The ferry to Lima left at noon with sixty people and came back in the evening with all of them on board."


@pytest.mark.parametrize(
    "head", ["<!DOCTYPE html><html>", "\ufeff<HTML lang='en'>", "<?xml version='1.0'?>\n<!-- a --> <!-- b -->\n<html>"]
)
def test_a_page_is_known_by_how_it_begins(head: str) -> None:
    page = f"{head}<body><article><p>{PARAGRAPH}</p><p>{PARAGRAPH[4:]}</p></article></body></html>"
    report = read_bytes(page.encode(), "standard input", Config())
    assert report.text.startswith(PARAGRAPH)
    assert "<" not in report.text
    assert report.source == "standard input"


def test_anything_else_is_plain_text() -> None:
    for text in (PARAGRAPH, f"<b>{PARAGRAPH}", "<!-- x --> " * 300 + PARAGRAPH):
        assert read_bytes(text.encode(), "standard input", Config()).text == text


@pytest.mark.parametrize(("data", "why"), [(b"", "is empty"), (b" \n", "is empty"), (bytes(range(256)), "binary")])
def test_what_is_no_report_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_bytes(data, "standard input", Config())
