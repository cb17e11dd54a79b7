"""Files that broke a reader once, made as small as they can be: each costs a line or nothing, and never the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Issue, Report
from tests.fuzz.seeds import mail, record
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
    "an archive cut short": (".warc", record("response", "text/html", b"<html>" * 9)[:-20], "damaged or cut short"),
}


def read(name: str, data: bytes, folder: Path) -> list[Report | Issue]:
    path = folder / f"a{name}"
    path.write_bytes(data)
    read_piped(data, Config())
    return read_file(path, Config())


@pytest.mark.parametrize("case", READ)
def test_the_report_is_read_all_the_same(case: str, tmp_path: Path) -> None:
    (report,) = (item for item in read(*READ[case], tmp_path) if isinstance(item, Report))
    assert SAID in report.text
    assert report.title is None or report.title.startswith(("Plan", "[2JPlan", "Ministers "))


@pytest.mark.parametrize("case", REFUSED)
def test_the_reason_is_said(case: str, tmp_path: Path) -> None:
    suffix, data, reason = REFUSED[case]
    (issue,) = read(suffix, data, tmp_path)
    assert isinstance(issue, Issue)
    assert reason in issue.reason
