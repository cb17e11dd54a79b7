"""The readers of feeds, tables, archives, mail and PDF, behind the one interface; and plug-ins behind the same."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import BinaryIO

import pytest

from onrecord.config import Config
from onrecord.errors import ConfigError, InputError
from onrecord.model import Issue, Report
from onrecord.read import Reader, Supplied, make_report, read_bytes, read_sources, readers
from tests.fuzz.seeds import pdf_of

BODY = (
    "The two ministers met on Thursday and agreed on a plan for the year. They spoke for two hours about trade, "
    "the border and the river, an aide to the minister said. They will meet again in the spring to sign the plan."
)
MORE = "The plan has three parts, of which the first deals with the river and the last with the price of timber."
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><meta property='og:site_name' content='Valley Post'></head><body>"
    f"<article><h1>Ministers agree on a plan</h1><p>{BODY}</p><p>{MORE}</p></article></body></html>"
)
CONFIG = Config()


def read(path: Path, data: str | bytes, config: Config = CONFIG) -> list[Report | Issue]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_sources([path], config))


def reports(items: list[Report | Issue]) -> list[Report]:
    assert all(isinstance(item, Report) for item in items), items
    return [item for item in items if isinstance(item, Report)]


def reasons(items: list[Report | Issue]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Issue)]


# --- feeds ----------------------------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Valley Post - World</title>
<item><title>Ministers agree &amp; sign</title><link>https://post.invalid/1</link><guid isPermaLink="false">17</guid>
<dc:creator>Jane Doe</dc:creator><pubDate>Thu, 26 Jun 2025 23:15:00 +0200</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>Also read: Another story</p><p>{MORE}</p>
<p>The post Ministers agree appeared first on Valley Post.</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;{MORE} [&amp;#8230;]&lt;/p&gt;</description>
<author>desk@post.invalid (AFP)</author></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>River Gazette</title>
<entry><title type="html">Ministers &lt;b&gt;agree&lt;/b&gt;</title><id>tag:gazette.invalid,2025:1</id>
<link rel="edit" href="https://gazette.invalid/edit"/><link href="https://gazette.invalid/1"/>
<published>2025-06-26T10:00:00Z</published><updated>2025-06-27T10:00:00Z</updated>
<author><name>Jo Berg</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{MORE}</p></div></content></entry>
</feed>"""


def test_rss(tmp_path: Path) -> None:
    first, second, issue = read(tmp_path / "a.rss", RSS)
    assert isinstance(first, Report)
    assert first.text == f"{BODY}\n{MORE}"
    assert (first.title, first.outlet, first.byline) == ("Ministers agree & sign", "Valley Post", "Jane Doe")
    assert (first.published, first.source, first.given_id) == ("2025-06-26", "https://post.invalid/1", "17")
    assert isinstance(second, Report)
    assert (second.text, second.agency, second.byline) == (MORE, "AFP", None)
    assert isinstance(issue, Issue)
    assert issue.reason == "entry 3 holds no text"


def test_atom(tmp_path: Path) -> None:
    (report,) = reports(read(tmp_path / "a.xml", ATOM))
    assert report.text == f"{BODY}\n{MORE}"
    assert (report.title, report.outlet, report.byline) == ("Ministers agree", "River Gazette", "Jo Berg")
    assert (report.published, report.source) == ("2025-06-26", "https://gazette.invalid/1")


def test_rdf(tmp_path: Path) -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Hill Times</title></channel>'
        f"<item><title>T</title><description>{BODY}</description><dc:date>2025-06-26</dc:date></item></rdf:RDF>"
    )
    (report,) = reports(read(tmp_path / "a.rdf", feed))
    assert (report.outlet, report.published, report.text) == ("Hill Times", "2025-06-26", BODY)


def test_entities_of_a_feed_are_neither_expanded_nor_loaded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{bomb}<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
    entry = f"<item><title>&file;</title><description>{BODY} &e11; &file;</description></item>"
    feed = f"<rss><channel>{entry}</channel></rss>"
    for item in read(tmp_path / "a.rss", head + feed):
        assert "hidden" not in repr(item)
        assert "boomboom" not in repr(item)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<a><b/></a>", "is no RSS or Atom feed"),
        ("words alone", "is no RSS or Atom feed"),
        ("<", "is no RSS or Atom feed"),
        ("<rss><channel></channel></rss>", "without entries"),
        ("", "is empty"),
    ],
)
def test_what_is_no_feed_is_one_issue(tmp_path: Path, data: str, reason: str) -> None:
    (found,) = reasons(read(tmp_path / "a.xml", data))
    assert reason in found


def test_a_feed_cut_short_gives_the_entries_before_the_cut(tmp_path: Path) -> None:
    items = read(tmp_path / "a.rss", RSS[: RSS.index("<item><title>Second") + 30])
    assert any(isinstance(item, Report) and item.text == f"{BODY}\n{MORE}" for item in items)


# --- tables ---------------------------------------------------------------------------------------------------------


def test_csv_with_usual_names(tmp_path: Path) -> None:
    header = "id,Headline,Body,published_at,publisher,author\n"
    data = f'{header}7,"Plan, agreed","{BODY}\n{MORE}",2025-06-26,Valley Post,Jane Doe\n'
    (report,) = reports(read(tmp_path / "a.csv", "\ufeff" + data))
    assert report.text == f"{BODY}\n{MORE}"
    assert (report.given_id, report.title, report.published) == ("7", "Plan, agreed", "2025-06-26")
    assert (report.outlet, report.byline) == ("Valley Post", "Jane Doe")
    assert report.source == f"{(tmp_path / 'a.csv').as_posix()}:2"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_separators(tmp_path: Path, delimiter: str) -> None:
    data = delimiter.join(["title", "text", "date"]) + "\r\n" + delimiter.join(["T", BODY, "2025-06-26"]) + "\r\n"
    (report,) = reports(read(tmp_path / "a.csv", data))
    assert (report.title, report.text, report.published) == ("T", BODY, "2025-06-26")


def test_columns_are_named_by_the_caller(tmp_path: Path) -> None:
    config = Config(columns=(("text", "story"), ("outlet", "paper")))
    data = f"text,story,paper\nwrong,{json.dumps(BODY)},Hill Times\n"
    (report,) = reports(read(tmp_path / "a.csv", data, config))
    assert (report.text, report.outlet) == (BODY, "Hill Times")
    row = {"story": BODY, "meta": {"paper": "Hill Times"}, "text": "wrong"}
    config = Config(columns=(("text", "story"), ("outlet", "meta.paper")))
    (report,) = reports(read(tmp_path / "a.jsonl", json.dumps(row), config))
    assert (report.text, report.outlet) == (BODY, "Hill Times")


def test_a_field_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no field 'texte'"):
        read(tmp_path / "a.csv", f"a\n{BODY}\n", Config(columns=(("texte", "a"),)))


def test_a_bad_row_costs_that_row(tmp_path: Path) -> None:
    data = f'text,date\n"{BODY}",2025-06-26\n\nwith, too, many\n"",2025-06-26\n"{MORE}",someday\n'
    items = read(tmp_path / "a.csv", data)
    assert [r.text for r in items if isinstance(r, Report)] == [BODY, MORE]
    assert [reason.split(" has")[0] for reason in reasons(items)] == ["line 4", "line 5", "line 6"]


def test_a_table_without_a_text_column_says_what_it_has(tmp_path: Path) -> None:
    (reason,) = reasons(read(tmp_path / "a.tsv", "name\tprice\nA\t1\n"))
    assert "has no column 'text'" in reason
    assert "'name', 'price'" in reason


def test_a_line_without_end_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    config = Config(max_characters=1_000)
    data = json.dumps({"text": "word " * 100_000}) + "\n" + json.dumps({"text": BODY}) + "\n"
    items = read(tmp_path / "a.jsonl", data, config)
    assert reasons(items) == ["line 1 is longer than the limit for a report"]
    assert [r.text for r in items if isinstance(r, Report)] == [BODY]


# --- web archives ---------------------------------------------------------------------------------------------------


def record(kind: str, content: str, data: bytes, uri: str = "https://post.invalid/1") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content}\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(data) + data + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK", content: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content}", *headers, "", ""]
    return record("response", "application/http; msgtype=response", "\r\n".join(lines).encode() + body)


def chunked(data: bytes) -> bytes:
    pieces = [data[n : n + 100] for n in range(0, len(data), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


ARCHIVE = (
    record("warcinfo", "application/warc-fields", b"software: x\r\n"),
    record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
    response(PAGE.encode()),
    response(b"\x89PNG\r\n", content="image/png"),
    response(PAGE.encode(), status="404 Not Found"),
)


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_gives_its_pages_and_skips_the_rest(tmp_path: Path, packed: bool) -> None:
    data = b"".join(gzip.compress(r) if packed else r for r in ARCHIVE)
    (report,) = reports(read(tmp_path / ("a.warc.gz" if packed else "a.warc"), data))
    assert report.text == f"{BODY}\n{MORE}"
    assert (report.source, report.outlet) == ("https://post.invalid/1", "Valley Post")


@pytest.mark.parametrize(
    "stored",
    [
        response(chunked(PAGE.encode()), "Transfer-Encoding: chunked"),
        response(gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
        response(zlib.compress(PAGE.encode()), "Content-Encoding: deflate"),
        response(chunked(gzip.compress(PAGE.encode())), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        response(PAGE.encode(), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        record("resource", "text/html", PAGE.encode()),
    ],
    ids=["chunked", "gzip", "deflate", "both", "unpacked before", "resource"],
)
def test_bodies_are_unpacked(tmp_path: Path, stored: bytes) -> None:
    (report,) = reports(read(tmp_path / "a.warc", stored))
    assert report.text == f"{BODY}\n{MORE}"


def test_extracted_texts_of_an_archive(tmp_path: Path) -> None:
    (report,) = reports(read(tmp_path / "a.warc.gz", gzip.compress(record("conversion", "text/plain", BODY.encode()))))
    assert report.text == BODY


def test_a_bomb_and_a_page_without_article_cost_a_line_each(tmp_path: Path) -> None:
    bomb = response(gzip.compress(b"<html>" + b" " * 20_000_000), "Content-Encoding: gzip")
    items = read(tmp_path / "a.warc", bomb + response(b"<html></html>") + ARCHIVE[2])
    assert len(reports(items[2:])) == 1
    first, second = reasons(items)
    assert "unpacks to more than 10,000,000 bytes" in first
    assert "holds no article" in second


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_cut_short_gives_what_stands_before(tmp_path: Path, packed: bool) -> None:
    data = b"".join(gzip.compress(r) if packed else r for r in (ARCHIVE[2], ARCHIVE[2]))[:-40]
    report, issue = read(tmp_path / ("a.warc.gz" if packed else "a.warc"), data)
    assert isinstance(report, Report)
    assert isinstance(issue, Issue)
    assert "cut short" in issue.reason


def test_a_large_archive_needs_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    large = tmp_path / "a.warc.gz"
    filler = gzip.compress(response(b"\x00" * 5_000_000, content="video/mp4"))
    with large.open("wb") as file:
        for _ in range(40):
            file.write(filler)
        file.write(gzip.compress(ARCHIVE[2]))
    list(read_sources([large], CONFIG))  # so that what is loaded once is not counted
    tracemalloc.start()
    found = list(read_sources([large], CONFIG))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(reports(found)) == 1
    assert peak < 40_000_000


# --- mail and PDF ---------------------------------------------------------------------------------------------------

MAIL = (
    "From: Valley News Agency <desk@vna.invalid>\r\nTo: all@lists.invalid\r\n"
    "Subject: Fwd: Ministers =?utf-8?q?agr=C3=A9e?=\r\n"
    "Date: Thu, 26 Jun 2025 23:30:00 -0700\r\nMessage-ID: <17@vna.invalid>\r\nMIME-Version: 1.0\r\n"
)


def test_a_plain_mail(tmp_path: Path) -> None:
    text = f"{BODY}\n\n{MORE}\n\n-- \nThe desk\nPhone 12345\n"
    data = MAIL + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text
    (report,) = reports(read(tmp_path / "a.eml", data))
    assert report.text == f"{BODY}\n\n{MORE}"
    assert (report.title, report.published, report.given_id) == ("Ministers agrée", "2025-06-26", "<17@vna.invalid>")
    assert report.outlet == "Valley News Agency"


def test_a_mail_in_html_with_an_attachment(tmp_path: Path) -> None:
    html = (
        f"<html><body><table><tr><td><p>{BODY}</p><p>{MORE}</p></td></tr></table><p>Unsubscribe here</p></body></html>"
    )
    data = (
        MAIL
        + 'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nSee the HTML.\r\n'
        f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n"
        "--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
        "Other words.\r\n--B--\r\n"
    )
    (report,) = reports(read(tmp_path / "a.eml", data))
    assert report.text == f"{BODY}\n{MORE}"


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.invalid/1\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        f"Content-Location: https://post.invalid/1\r\n\r\n{PAGE}\r\n--B--\r\n"
    )
    (report,) = reports(read(tmp_path / "a.mhtml", data))
    assert (report.text, report.source) == (f"{BODY}\n{MORE}", "https://post.invalid/1")


def pdf(*pages: list[str]) -> bytes:
    """Return a PDF with these lines, as simple as one can be."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R " % len(objects)
            + b"/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return pdf_of(objects)


def test_a_pdf(tmp_path: Path) -> None:
    first = [
        "Ministry of Rivers",
        "Ministers agree on a plan",
        "The two ministers met on Thursday in the old town hall and",
    ]
    first += ["agreed on a plan for the year, which deals with trade, the bor-", "der and the river.", "Page 1 of 2"]
    second = ["Ministry of Rivers", "They will meet again in the spring to sign the plan there.", "Page 2 of 2"]
    (report,) = reports(read(tmp_path / "a.pdf", pdf(first, second)))
    assert "met on Thursday in the old town hall and agreed on a plan" in report.text
    assert "the border and the river.\n" in report.text
    assert "Page" not in report.text
    assert report.title == "Ministers agree on a plan"


@pytest.mark.parametrize(
    ("data", "reason"),
    [(pdf([]), "holds no text"), (pdf([BODY])[:300], "cannot be read as PDF"), (b"words", "cannot be read as PDF")],
    ids=["scan", "cut", "no pdf"],
)
def test_a_pdf_without_text_is_one_issue(tmp_path: Path, data: bytes, reason: str) -> None:
    (found,) = reasons(read(tmp_path / "a.pdf", data))
    assert reason in found


# --- the interface --------------------------------------------------------------------------------------------------


def test_any_file_may_be_packed(tmp_path: Path) -> None:
    row = json.dumps({"text": BODY}) + "\n"
    for name, data in (("a.txt.gz", BODY), ("b.jsonl.gz", row), ("c.html.gz", PAGE), ("d.csv.gz", f'text\n"{BODY}"\n')):
        assert reports(read(tmp_path / name, gzip.compress(data.encode())))[0].text.startswith(BODY)
    assert "is damaged" in reasons(read(tmp_path / "e.txt.gz", b"no gzip at all"))[0]


@pytest.mark.parametrize("data", [PAGE, RSS, MAIL + "\r\n" + BODY, BODY], ids=["page", "feed", "mail", "text"])
def test_data_without_a_name_are_recognised(data: str) -> None:
    assert read_bytes(data.encode(), "standard input", CONFIG).text.startswith(BODY)


def test_data_without_a_report_are_refused() -> None:
    with pytest.raises(InputError, match="entry 1 holds no text"):
        read_bytes(b"<rss><channel><item/></channel></rss>", "standard input", CONFIG)


def _read_upper(file: BinaryIO, source: str, config: Config) -> Iterator[Report | Issue]:
    yield make_report(file.read().decode().capitalize(), Supplied(outlet="Plug"), source, config)


UPPER = Reader(name="upper", suffixes=(".upper",), read=_read_upper)
GREEDY = Reader(name="greedy", suffixes=(".txt",), read=_read_upper)
BROKEN = "no reader"


def test_a_plug_in_is_used_and_a_bad_one_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint(name, f"{__name__}:{name.upper()}", "onrecord.readers") for name in ("upper", "greedy", "broken")
    ]
    monkeypatch.setattr(readers, "entry_points", lambda group: points if group == "onrecord.readers" else [])
    readers.find_readers.cache_clear()
    try:
        items = read(tmp_path / "a.upper", BODY.upper())
    finally:
        readers.find_readers.cache_clear()
    assert reports(items[2:])[0].outlet == "Plug"
    broken, greedy = reasons(items)
    assert "broken" in broken
    assert ".txt is read by text already" in greedy


def test_every_reader_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    for reader in readers.BUILT_IN:
        for data in (b"", bytes(range(256)) * 4, b"\xff\xfe", b"<" * 5_000, b"%PDF-1.7", b"WARC/1.0\r\n\r\n"):
            if reader.name == "text" and data.startswith(b"WARC"):
                continue  # a text all the same
            path = tmp_path / f"a{reader.suffixes[0]}"
            items = read(path, data)
            assert all(isinstance(i, Issue) and "please report" not in i.reason for i in items), (reader.name, data[:9])
            assert items
            assert all(isinstance(i, Issue) for i in _safely(reader, data))


def _safely(reader: Reader, data: bytes) -> list[Report | Issue]:
    try:
        return list(reader.read(io.BytesIO(data), "here", CONFIG))
    except (InputError, EOFError):
        return []
