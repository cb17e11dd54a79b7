"""Bytes to text: what was encoded comes back; what is no text is refused."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.read.decode import decode

TEXT = "“Terror has no excuse,” the minister’s aide said — at the café in Zürich.\nHe added nothing.\n"
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=200)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("cp1252"),
    ],
    ids=["utf8", "utf8 mark", "16le mark", "16be mark", "32le mark", "16le", "16be", "cp1252", "crlf", "cr cp1252"],
)
def test_each_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == TEXT


@given(PRINTABLE)
def test_utf8_comes_back(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    if not text.startswith("\ufeff"):
        assert decode(b"A " + text.encode()) == "A " + text


@given(PRINTABLE)
def test_utf16_with_a_mark_comes_back(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@given(
    st.lists(
        st.sampled_from([" “now", " then” ", " it’s", " café. ", " menü\n", " —\n", " word"]), min_size=1, max_size=40
    )
)
def test_cp1252_comes_back(pieces: list[str]) -> None:
    """As words have it: a letter beyond ASCII stands among others within; two in a row can be UTF-8 as well."""
    text = "The minister of the valley said to all who were there: " + "".join(pieces)
    assert decode(text.encode("cp1252")) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data)
    except InputError as error:
        assert str(error)
    else:
        assert "\r" not in text


def test_nothing_but_line_ends_is_changed() -> None:
    text = " \tA\u00a0B\u2028C\x0bD\ufb01 e\u0301 \n\n\n"
    assert decode(text.encode()) == text


def test_other_old_encodings_are_recognised() -> None:
    text = "Министр обороны встретился с коллегой и обсудил с ним планы на будущий год. " * 20
    assert decode(text.encode("cp1251")) == text


def test_a_few_damaged_bytes_do_not_spoil_the_rest() -> None:
    data = TEXT.encode() * 10
    damaged = data[:-3] + b"\xff" + data[-3:]
    assert decode(damaged).startswith(TEXT * 9)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        bytes(range(256)) * 8,
        b"text with a \x00 in it" * 9,
        bytes(1000),
    ],
    ids=["pdf", "zip", "png", "all bytes", "zero byte", "zeros"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary file"):
        decode(data)


def test_megabytes_take_little_time() -> None:
    began = time.process_time()
    assert len(decode(("“é” " * 1_250_000).encode("cp1252"))) == 5_000_000
    assert len(decode(b"\xff\xfe" + ("é " * 1_250_000).encode("utf-16-le"))) == 2_500_000
    assert time.process_time() - began < 10
