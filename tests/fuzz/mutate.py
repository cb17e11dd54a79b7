"""Files broken on purpose: bytes changed, cut, doubled, spliced; words of each format put where they do harm."""

from __future__ import annotations

import random
import re

_LONGEST = 60_000  # bytes: longer files find no more, and take longer
_NUMBERS = [b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"99999999999999999999", b"1e309", b"NaN", "٣".encode()]
_ODD = [
    b"\x00", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[31m", b"\r", b"\r\n", b"\x0b\x0c", b"\x85", b"\xa0",
    b"\x1a", "\u2028".encode(), "\u202e".encode(), "\u200b".encode(), "\ufeff".encode(), "\ufffe".encode(),
    "e\u0301".encode() * 40, "İ".encode(), "ß".encode(), "🏴‍☠️".encode(), b"\xed\xa0\xbd", b"\xf4\x90\x80\x80",
    b"&#x0;", b"&#xD800;", b"&amp;#0;", b"\\ud83d", b"\\u0000", b"=ED=A0=BD", b"%00", b"../../etc/x",
    b"javascript:alert(1)", b"<script>alert(1)</script>",
]  # fmt: skip
_WORDS: dict[str, list[bytes]] = {
    ".txt": [b"By ", b"(Reuters) - ", b"LIMA, June 31 - ", b"Published: ", b" | ", "“".encode(), b"\n\n", b"-" * 60],
    ".html": [
        b"<p>", b"</p>", b"<div class='caption'>", b"</article>", b"<article>", b"<table><tr><td>", b"<svg>",
        b"<h1>", b"<script type='application/ld+json'>", b'"@graph":', b"<![CDATA[", b"<!--", b"-->",
        b"<?xml version='1.0'?>", b"<meta charset='utf-7'>", b"<meta charset='idna'>", b"<meta charset='hex'>",
        b"<meta charset='unicode_escape'>", b"<base href='file:///'>", b"<br>", b"<a href='x'>", b"&nbsp;",
        b"<link rel='canonical' href='https://[x'>", b"<template>", b"<frameset>", b"<html>", b"<body hidden>",
        b"<p hidden>", b"<math><mi>",
    ],
    ".xml": [
        b"<item>", b"</item>", b"<entry>", b"<![CDATA[", b"]]>", b"<!DOCTYPE rss [", b"<!ENTITY a '&a;'>", b"&a;",
        b"&nl;", b'<?xml version="1.1" encoding="utf-16"?>', b'<?xml version="1.0" encoding="ebcdic-cp-us"?>',
        b"<x:y>", b"<title/>", b"xmlns=''", b"<content type='xhtml'>", b"<link href='https://x y'/>",
        b"<source url='x'/>", b"&lt;p&gt;", b"<description>", b"<pubDate>",
        b"<!ENTITY f SYSTEM 'file:///etc/hostname'>", b"&f;",
    ],
    ".jsonl": [
        b"{", b"}", b"[", b"]", b'"text":', b'"text": null', b'"date":', b'"url":', b"null", b"true", b'"', b"\\",
        b"\n", b'{"text": "' + b"word " * 40 + b'"}', b"[" * 2_000, b'"title": ["a", ["b"]]',
        b'"outlet": {"name": 1}', b"Infinity",
    ],
    ".csv": [
        b'"', b'""', b",", b";", b"\t", b"|", b"\n", b"\r", b"text", b"TEXT,text", b",,,,,,", b'"\n"', b"sep=;\n",
    ],
    ".warc": [
        b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: ", b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: br\r\n", b"Content-Encoding: gzip\r\n", b"HTTP/1.1 200 OK\r\n",
        b"WARC-Type: response\r\n", b"charset=\"\x00\"", b"charset=idna", b"FFFFFFFF\r\n", b"0\r\n",
        b"WARC-Target-URI: <>\r\n", b"Content-Type: text/html\r\n", b"WARC-Target-URI: \x1b]0;x\r\n",
        b"Content-Type: text/html; charset*0=a; charset*=x''%\r\n",
    ],
    ".eml": [
        b"From: ", b"From: <>\r\n", b"From: a@b (((\r\n", b"Date: 0\r\n",
        b"Date: Thu, 26 Jun 99999999 25:61:00 +9999\r\n", b"Content-Type: ", b"multipart/mixed; boundary=\"B\"",
        b"--B\r\n", b"--B--\r\n", b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n", b"charset=\"idna\"", b"charset=utf-7", b"charset*0*=a''%ff",
        b"=?utf-8?b?", b"?=", b"=?x?q?=?=", b"message/rfc822", b"Content-Disposition: attachment; filename*=''%\r\n",
        b"Subject: Re: Fwd[2]: ", b"Content-Location: x\r\n", b"Snapshot-Content-Location: \x1b\r\n",
        b"begin 644 x\r\n", b"\r\n\r\n", b"\r\n ", b",;:<>@[]\\\"",
    ],
    ".pdf": [
        b"/Length ", b"/Kids [2 0 R]", b"/Parent 2 0 R", b"/Filter /FlateDecode",
        b"/Filter [/ASCIIHexDecode /LZWDecode]", b"/Prev 9", b"2 0 R", b"1 0 R", b"<<", b">>", b"stream\n",
        b"endstream", b"obj", b"xref\n", b"trailer", b"startxref\n", b"%%EOF", b"/Encrypt 3 0 R", b"/Contents 6 0 R",
        b"/Contents [2 0 R 4 0 R]", b"(\\377\\000) Tj ", b"[(a) -9999999 (b)] TJ ", b"Td ", b"BT /F9 0 Tf ",
        b"0 0 0 0 0 0 Tm ", b"q " * 300, b"/Encoding /Identity-H", b"/ToUnicode 4 0 R", b"/Count 999999999",
        b"-9 0 obj",
    ],
}  # fmt: skip


class Mutator:
    """Breaks files of one kind; the same seed gives the same files."""

    def __init__(self, seed: int, suffix: str) -> None:
        self.chance = random.Random(f"{seed} {suffix}")
        self.words = [*_ODD, *_WORDS[suffix] * 2]

    def broken(self, data: bytes, others: list[bytes]) -> bytes:
        """Return `data` with one to six changes; `others` are files from which pieces are taken."""
        for _ in range(self.chance.choice((1, 1, 1, 2, 2, 3, 4, 6))):
            step = self.chance.choice(
                (self._byte, self._drop, self._double, self._word, self._word, self._word, self._number, self._swap)
            )
            data = self._splice(data, self.chance.choice(others)) if self.chance.random() < 0.1 else step(data)
        return data[:_LONGEST]

    def _piece(self, data: bytes, most: int = 400) -> tuple[int, int]:
        start = self.chance.randrange(len(data) + 1)
        size = int(self.chance.paretovariate(0.6)) if self.chance.random() < 0.9 else self.chance.randrange(most)
        return start, min(len(data), start + size)

    def _byte(self, data: bytes) -> bytes:
        if not data:
            return bytes([self.chance.randrange(256)])
        at = self.chance.randrange(len(data))
        return data[:at] + bytes([data[at] ^ (1 << self.chance.randrange(8))]) + data[at + 1 :]

    def _drop(self, data: bytes) -> bytes:
        start, end = self._piece(data)
        return data[:start] if self.chance.random() < 0.1 else data[:start] + data[end:]

    def _double(self, data: bytes) -> bytes:
        start, end = self._piece(data)
        times = self.chance.choice((1, 1, 2, 5, 60, 1500))
        return data[:end] + data[start:end][: _LONGEST // times] * times + data[end:]

    def _word(self, data: bytes) -> bytes:
        start, end = self._piece(data) if self.chance.random() < 0.3 else (self.chance.randrange(len(data) + 1),) * 2
        times = self.chance.choice((1, 1, 1, 1, 2, 40, 700))
        word = self.chance.choice(self.words)
        return data[:start] + word * min(times, 1 + _LONGEST // len(word)) + data[end:]

    def _number(self, data: bytes) -> bytes:
        found = list(re.finditer(rb"\d+", data[:_LONGEST]))
        if not found:
            return self._byte(data)
        number = self.chance.choice(found)
        return data[: number.start()] + self.chance.choice(_NUMBERS) + data[number.end() :]

    def _swap(self, data: bytes) -> bytes:
        (a, b), (c, d) = sorted((self._piece(data), self._piece(data)))
        return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[max(b, d) :] if b <= c else data

    def _splice(self, data: bytes, other: bytes) -> bytes:
        start, end = self._piece(other, 2_000)
        at = self.chance.randrange(len(data) + 1)
        return data[:at] + (other[start:end] if self.chance.random() < 0.6 else other[start:])
