"""The same words come out of every format that can hold them, whatever they are."""

from __future__ import annotations

import csv
import gzip
import io
import json
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Issue, Report
from onrecord.read import read_sources
from tests.fuzz.seeds import record
from tests.fuzz.sound import read_file

SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CLOSE = "The two ministers met on Thursday and agreed on a plan for the river."
# what is no white space, no control character and no half of a pair: such words stay as they are in every format
SIGNS = st.characters(exclude_categories=("C", "Z"), exclude_characters="<>&\ufeff")
LINES = st.lists(st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=8).map(" ".join), max_size=4)
TEXTS = LINES.map(lambda lines: "\n".join([*lines, CLOSE]))
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def read(name: str, data: bytes) -> list[Report | Issue]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_file(path, Config())


def text_of(name: str, data: bytes) -> str:
    (report,) = (item for item in read(name, data) if isinstance(item, Report))
    return report.text


def row(text: str) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["title", "text"], ["Plan", text]])
    return out.getvalue().encode()


@SOME
@given(TEXTS)
@example('"\n' + CLOSE)
@example("a,b;c|d\te\n" + CLOSE)
def test_plain_formats_keep_every_character(text: str) -> None:
    held = text.encode()
    assert text_of("a.txt", held) == text
    assert text_of("a.txt.gz", gzip.compress(held)) == text
    assert text_of("a.txt", text.encode("utf-16")) == text
    assert text_of("a.jsonl", json.dumps({"text": text}).encode()) == text
    assert text_of("a.jsonl", json.dumps({"text": text}, ensure_ascii=False).encode()) == text
    assert text_of("a.csv", row(text)) == text
    assert text_of("a.wet", record("conversion", "text/plain", held)) == text


@SOME
@given(TEXTS, st.sampled_from(["quoted-printable", "base64", "8bit"]))
def test_a_mail_keeps_its_lines(text: str, transfer: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "desk@post.invalid", "Plan"
    mail.set_content(f"{CLOSE}\n{text}", cte=transfer)
    kept = [line for line in text.split("\n") if not line.startswith((">", "--"))]
    found = text_of("a.eml", mail.as_bytes())
    assert found.split("\n")[0] == CLOSE
    assert found.endswith(CLOSE) or len(kept) < text.count("\n") + 1


@SOME
@given(st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=8).map(" ".join))
def test_an_entry_of_a_feed_keeps_its_words_however_they_are_written(words: str) -> None:
    said = f"{words} and {CLOSE}"
    for body in (escape(f"<p>{said}</p>"), f"<![CDATA[<p>{said}</p>]]>", escape(said)):
        feed = f"<rss><channel><item><description>{body}</description></item></channel></rss>"
        assert text_of("a.rss", feed.encode()) == " ".join(said.split())


@SOME
@given(st.dictionaries(st.sampled_from(["title", "outlet", "author", "id", "url", "date", "agency"]), ANY))
@example({"title": "\x1b[2J\x1b[31mred"})
@example({"outlet": "a\nb\u2028c\x85d"})
@example({"url": "\x00", "id": "\x9b"})
def test_what_is_said_of_a_report_is_one_line_each(values: dict[str, str]) -> None:
    items = read("a.jsonl", json.dumps({"text": CLOSE, **values}).encode())
    assert any(isinstance(item, Report) for item in items)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY | st.just("text"), inner, max_size=3),
    max_leaves=12,
)


@SOME
@given(st.dictionaries(st.sampled_from(["text", "title", "outlet", "author", "date", "id", "url"]), JSON))
def test_values_of_any_kind_cost_their_line_at_most(values: dict[str, object]) -> None:
    assert len(read("a.jsonl", json.dumps(values).encode() + b'\n{"text": "' + CLOSE.encode() + b'"}\n')) >= 2


@SOME
@given(JSON)
def test_data_of_any_kind_in_a_page_leave_its_article(data: object) -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": data, "author": data, "publisher": data, "@graph": data})
    page = f"<html><script type='application/ld+json'>{linked.replace('<', ' ')}</script><p>{CLOSE}</p></html>"
    assert text_of("a.html", page.encode("utf-8", "replace")) == CLOSE


@SOME
@given(st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=30))
@example("\x1b[2J")
@example("a\nb")
def test_a_file_of_any_name_is_shown_in_one_line(name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"x{name}.txt"
        try:
            path.write_text(CLOSE, encoding="utf-8")
        except OSError:
            return  # longer than the file system allows
        (found,) = read_file(path, Config())
        assert isinstance(found, Report)
        assert [*read_sources([folder], Config())] == [found]
