"""Files that broke a reader once, made as small as they can be: each costs a line or nothing, and never the rest."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Issue, Report
from tests.fuzz.seeds import FONT, mail, pdf_of, record, response, stream
from tests.fuzz.sound import read_file, read_piped

SAID = "The two ministers met on Thursday and agreed on a plan for the river."
ENTRY = f"<item><title>Plan</title><description>{SAID}</description></item>"
READ: dict[str, tuple[str, bytes]] = {
    "a name space that is not declared": (".xml", f"<rss><x:y/><channel>{ENTRY}</channel></rss>".encode()),
    "a broken name of an element": (".xml", f"<rss><x\x01:/><channel>{ENTRY}</channel></rss>".encode()),
    "half a character in UTF-8": (".xml", b"<rss><a\xed\xa0\xbd/><channel>%s</channel></rss>" % ENTRY.encode()),
    "half a character by its number": (".xml", f'<rss xmlns="&#xD800;"><channel>{ENTRY}</channel></rss>'.encode()),
    "a number of no character": (".xml", f"<rss><channel>{ENTRY}<a>&#999999999;&#0;</a></channel></rss>".encode()),
    "a day in year 9999999999": (
        ".xml",
        f"<rss><channel>{ENTRY.replace('</item>', '<pubDate>Thu, 26 Jun 9999999999 10:00:00 GMT</pubDate></item>')}"
        "</channel></rss>".encode(),
    ),
    "lines as old Macs end them": (".csv", f"title,text\rPlan,{SAID}\r".encode()),
    "a mail of a year too large": (
        ".eml",
        b"Date: Thu, 26 Jun 99999999999 10:00:00 GMT\r\n" + mail("text/plain", SAID),
    ),
    "a mail of a group": (".eml", mail("text/plain", SAID).replace(b"From: ", b"From: a:b,(;")),
    "a mail of two minds about its letters": (".eml", mail("text/plain; charset*0=a; charset*=x''y", SAID)),
    "an archive of two minds about its letters": (
        ".warc",
        response(f"<html><p>{SAID}</p></html>".encode(), "Content-Type: text/html; charset*0=a; charset*=x''y").replace(
            b"Content-Type: text/html; charset=utf-8\r\n", b"X-Content-Type: ----------------------\r\n"
        ),
    ),
    "a mail in no character set": (".eml", mail('text/plain; charset="idna"', f"{SAID} …")),
    "a broken encoded word": (".eml", mail("text/plain", SAID).replace(b"=?utf-8?q?", b"=?idna?b?=?")),
    "a control character in data": (
        ".html",
        f"<html><meta name='a' content='&amp;#1; &amp;x \x1b'><p>{SAID}</p></html>".encode(),
    ),
    "a page in no character set": (".html", f"<html><meta charset='punycode'><p>{SAID} …</p></html>".encode("cp1252")),
    "a page whose letters are escaped": (
        ".html",
        f"<html><meta charset=unicode_escape><p>{SAID} \\ud800 \x93</p></html>".encode("latin-1"),
    ),
    "an address that is none": (".jsonl", f'{{"url": "\\u0000", "id": "\\u009b", "text": "{SAID}"}}'.encode()),
    "a title that orders a terminal": (".jsonl", f'{{"title": "\\u001b[2JPlan\\n", "text": "{SAID}"}}'.encode()),
    "a title with a control character": (".txt", f"Ministers agree\x1a on a plan\n\n{SAID}\n\n{SAID[4:]}".encode()),
}
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a table without rows": (".csv", b"title,text\n", "has no rows"),
    "an archive without pages": (".warc", record("warcinfo", "application/warc-fields", b"a: b\r\n"), "holds no page"),
    "a mail of two minds about its parts": (
        ".eml",
        mail("multipart/mixed; boundary*0=B; boundary*=x''B", f"--B\r\n\r\n{SAID}\r\n--B--\r\n"),
        "cannot be read as mail",
    ),
    "an archive cut short": (".warc", record("response", "text/html", b"<html>" * 9)[:-20], "damaged or cut short"),
}


def drawn_again_and_again(depth: int) -> bytes:
    """Return a PDF whose parts each draw the next one twice: few bytes, and as many steps as it likes."""
    shared = b"/Font << /F1 3 0 R >> /XObject << /X %d 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 5 0 R /Resources << %s >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", FONT]
    objects += [page % (shared % 6), stream(b"/X Do")]
    for number in range(7, 7 + depth):
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << %s >>" % (shared % number)
        objects.append(stream(b"/X Do /X Do" if number < 6 + depth else b"BT /F1 9 Tf (word) Tj ET", entries))
    return pdf_of(objects)


def packed_tight(words: int) -> bytes:
    """Return a PDF of one page that is small only as long as it is packed."""
    drawn = zlib.compress(b"BT /F1 10 Tf " + b"(ab) Tj " * words + b"ET", 9)
    page = b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", FONT, page]
    return pdf_of([*objects, stream(drawn, b"/Filter /FlateDecode")])


BOMBS: dict[str, tuple[str, bytes, str]] = {
    "a PDF that draws without end": (".pdf", drawn_again_and_again(40), "draws more than a report has"),
    "a PDF packed tight": (".pdf", packed_tight(2_000_000), "cannot be read as PDF"),
    "data with very many parts": (
        ".html",
        f"<script type='application/ld+json'>[{'[],' * 400_000}0]</script><p>Go.</p>".encode(),
        "holds",
    ),
}


def read(name: str, data: bytes, folder: Path) -> list[Report | Issue]:
    path = folder / f"a{name}"
    path.write_bytes(data)
    read_piped(data, Config())
    return read_file(path, Config())


def test_a_path_stays_as_it_is(tmp_path: Path) -> None:
    (report,) = (item for item in read("  b  c .txt", SAID.encode(), tmp_path) if isinstance(item, Report))
    assert report.source == (tmp_path / "a  b  c .txt").as_posix()


def test_entries_within_the_text_of_an_entry_are_its_text_and_one_without_end_loses_none(tmp_path: Path) -> None:
    within = f"<feed>{f'<entry><content><p>{SAID}</p>' * 40}{'</content></entry>' * 40}</feed>"
    (report,) = read(".atom", within.encode(), tmp_path)
    assert isinstance(report, Report)
    without = f"<rss><channel>{ENTRY.removesuffix('</item>')}{ENTRY.replace('Plan', 'Other')}</channel></rss>"
    titles = [item.title for item in read(".rss", without.encode(), tmp_path) if isinstance(item, Report)]
    assert titles == ["Plan", "Other"]


@pytest.mark.parametrize("case", READ)
def test_the_report_is_read_all_the_same(case: str, tmp_path: Path) -> None:
    (report,) = (item for item in read(*READ[case], tmp_path) if isinstance(item, Report))
    assert SAID in report.text
    assert report.title is None or report.title.startswith(("Plan", "[2JPlan", "Ministers "))


@pytest.mark.parametrize("case", [*REFUSED, *BOMBS])
def test_the_reason_is_said(case: str, tmp_path: Path) -> None:
    suffix, data, reason = (REFUSED | BOMBS)[case]
    began = time.process_time()
    (issue,) = read(suffix, data, tmp_path)
    assert time.process_time() - began < 20
    assert isinstance(issue, Issue)
    assert reason in issue.reason
