"""Small valid files of every kind that is read, all of our own words: what the fuzzer begins with."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

PAGES = Path(__file__).parents[1] / "read" / "pages"
BODY = (
    "The two ministers met on Thursday and agreed on a plan for the year. They spoke for two hours about trade, "
    "the border and the river, an aide to the minister said. They will meet again in the spring to sign the plan."
)
MORE = "“The plan has three parts,” he said on 26 June 2025, “of which the last deals with the price of timber.”"
TEXT = (
    "Ministers agree on a plan\nBy Jane Doe\nJune 26, 2025\n\n"
    f"LIMA, June 26 (Reuters) - {BODY}\n\n{MORE}\n\nALSO READ: Another story\n\n"
    "(Reporting by Jo Berg; Editing by A. B.)\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Ministers agree | Valley Post</title>"
    "<meta property='og:site_name' content='Valley Post'>"
    "<meta property='og:title' content='Ministers agree &amp; sign'>"
    "<meta property='article:published_time' content='2025-06-26T10:00:00Z'>"
    '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Ministers agree",'
    '"author":[{"@id":"#a"},{"name":"AFP"}],"publisher":{"name":"Valley Post"},"datePublished":"2025-06-26",'
    '"articleBody":"' + BODY + '"},{"@id":"#a","name":"Jane Doe"}]}</script></head><body>'
    '<nav><a href="/w">World</a></nav>'
    f"<article><h1>Ministers agree on a plan</h1><p>{BODY}</p>"
    "<figure><img src='a'><figcaption>A river</figcaption></figure>"
    f"<p>{MORE}<br><br>They left.</p>"
    "<ul><li>One <b>part</b></li></ul></article><footer>All rights reserved</footer></body></html>"
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY nl "Valley">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>&nl; Post - World</title><item><title>Ministers agree &amp; sign</title><link>https://post.invalid/1</link>
<guid isPermaLink="false">17</guid><dc:creator>Jane Doe</dc:creator><pubDate>Thu, 26 Jun 2025 23:15:00 +0200</pubDate>
<content:encoded><![CDATA[<p>{BODY}</p><p>{MORE}</p>]]></content:encoded></item>
<item><description>&lt;p&gt;{MORE} [&amp;#8230;]&lt;/p&gt;</description><author>desk@post.invalid (AFP)</author></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>River Gazette</title><entry><title
type="html">Ministers &lt;b&gt;agree
&lt;/b&gt;</title><id>tag:gazette.invalid,2025:1</id><link rel="alternate" href="https://gazette.invalid/1"/>
<published>2025-06-26T10:00:00Z</published><author><name>Jo Berg</name></author>
<source><title>Hill Times</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{MORE}</p></div></content></entry></feed>"""
ROW = {"id": 7, "title": "Plan", "text": f"{BODY}\n{MORE}", "date": "2025-06-26", "outlet": "X", "author": ["A", "B"]}
MAIL = (
    "From: Valley News Agency <desk@vna.invalid>\r\nTo: all@lists.invalid\r\n"
    "Subject: Fwd: Ministers =?utf-8?q?agr=C3=A9e?=\r\n"
    "Date: Thu, 26 Jun 2025 23:30:00 -0700\r\nMessage-ID: <17@vna.invalid>\r\nMIME-Version: 1.0\r\n"
)


def record(kind: str, content: str, data: bytes, uri: str = "https://post.invalid/1") -> bytes:
    """Return one record of a web archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content}\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(data) + data + b"\r\n\r\n"


def response(body: bytes, *headers: str) -> bytes:
    """Return the record of an answer of a server that holds a page."""
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *headers, "", ""]
    return record("response", "application/http; msgtype=response", "\r\n".join(lines).encode() + body)


def chunked(data: bytes) -> bytes:
    """Return data as a server sends them whose length it does not know."""
    pieces = [data[n : n + 500] for n in range(0, len(data), 500)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_of(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, the first of which is its root."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return data as an object of a PDF, with what else is said of them."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(*pages: list[str]) -> bytes:
    """Return a PDF with these lines, as simple as one can be."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        objects.append(stream(f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET".encode("latin-1", "replace")))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R " % len(objects)
            + b"/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return pdf_of(objects)


def mail(content: str, body: str) -> bytes:
    """Return a mail with one part, or with several where `body` tells them apart at B."""
    return f"{MAIL}Content-Type: {content}\r\n\r\n{body}".encode()


def _mails() -> list[bytes]:
    page = PAGE.replace("\n", "\r\n")
    plain = "--B\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
    parts = f"{plain}--B\r\nContent-Type: text/html\r\n\r\n{page}\r\n--B--\r\n"
    saved = f"--B\r\nContent-Type: text/html\r\nContent-Location: https://post.invalid/1\r\n\r\n{page}\r\n--B--\r\n"
    return [
        mail("text/plain; charset=utf-8", f"{BODY}\r\n\r\n{MORE}\r\n-- \r\nThe desk\r\n"),
        mail("text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable", BODY.replace(" ", "=20")),
        mail('multipart/mixed; boundary="B"', parts),
        mail('multipart/related; boundary="B"', saved),
    ]


def _archives() -> list[bytes]:
    page = PAGE.encode()
    whole = [
        record("warcinfo", "application/warc-fields", b"software: x\r\n"),
        response(page),
        response(chunked(page), "Transfer-Encoding: chunked"),
        response(gzip.compress(page, mtime=0), "Content-Encoding: gzip"),
        record("resource", "text/html", page),
        record("conversion", "text/plain", TEXT.encode()),
    ]
    return [b"".join(whole), whole[1] + whole[5], whole[2], whole[3]]


def seeds() -> dict[str, list[bytes]]:
    """Return valid files by their suffix: each reader's, with its kinds and encodings."""
    table = f'id,title,text,date,outlet\n7,"Plan, agreed","{BODY}\n{MORE}",2025-06-26,X\n8,T,{MORE},someday,X\n'
    rows = "\n".join([json.dumps(ROW), json.dumps({"text": MORE, "source": {"name": "X"}}), "", '{"text": 3}', "{"])
    lines = [
        "Ministry of Rivers",
        "The two ministers met on Thursday in the old town hall and",
        "agreed on a plan for the year, which deals with trade, the bor-",
        "der and the river.",
        "Page 1 of 2",
    ]
    return {
        ".txt": [TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("cp1252", "replace"), f"{BODY}\n{MORE}".encode()],
        ".html": [PAGE.encode(), *(path.read_bytes() for path in sorted(PAGES.glob("*.html")))],
        ".xml": [RSS.encode(), ATOM.encode()],
        ".jsonl": [rows.encode(), rows.encode("utf-16"), (json.dumps(ROW) + "\n").encode() * 3],
        ".csv": [table.encode(), table.replace(",", "\t").encode(), ("\ufeff" + table.replace("\n", "\r\n")).encode()],
        ".warc": _archives(),
        ".eml": _mails(),
        ".pdf": [pdf(lines, lines), pdf([BODY, MORE])],
    }
