"""Web pages: the article is the text, the page's own data says whose it is and of when."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Issue, Report
from onrecord.read import read_sources
from onrecord.read.metadata import read_page_data

PARAGRAPHS = [
    "LIMA (AP) — The two ministers met on Thursday and agreed on a plan for the year, an aide to one of them said.",
    "They spoke for two hours about trade, the border and the river, and will meet in the spring to sign the plan.",
    "“We have come a long way since the autumn,” the minister told reporters after the meeting in the town hall.",
    "The plan has three parts, of which the first deals with the river and the last with the price of timber.",
]
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "Page"},
        {
            "@type": "NewsArticle",
            "headline": "Ministers agree on a plan",
            "datePublished": "2025-06-26T10:00:00+02:00",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Jo Berg"}],
            "publisher": {"@type": "Organization", "name": "The Borough Post"},
        },
    ],
}


def page(head: str = "", body: str | None = None) -> str:
    article = "".join(f"<p>{p}</p>\n" for p in PARAGRAPHS) if body is None else body
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Home</a> "
        f"<a href='/w'>World</a></nav><article><h1>Ministers agree on a plan</h1>{article}</article>"
        "<footer>Contact us at the desk</footer></body></html>"
    )


def script(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def read(path: Path, markup: str | bytes) -> Report | Issue:
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    (item,) = read_sources([path], Config())
    return item


def read_report(path: Path, markup: str | bytes) -> Report:
    item = read(path, markup)
    assert isinstance(item, Report)
    return item


def test_a_page_with_data(tmp_path: Path) -> None:
    head = script(DATA) + "<link rel='canonical' href='https://post.invalid/2025/plan'>"
    report = read_report(tmp_path / "a.html", page(head))
    assert report.title == "Ministers agree on a plan"
    assert report.outlet == "The Borough Post"
    assert report.byline == "Jane Doe, Jo Berg"
    assert report.published == "2025-06-26"
    assert report.source == "https://post.invalid/2025/plan"
    assert report.agency == "AP"
    assert report.dateline is not None
    assert report.dateline.place == "Lima"
    for paragraph in PARAGRAPHS:
        assert paragraph in report.text
    assert "Contact us" not in report.text


def test_a_page_with_meta_elements_only(tmp_path: Path) -> None:
    head = (
        "<meta property='og:title' content='Ministers agree on a plan - The Borough Post'>"
        "<meta property='og:site_name' content='The Borough Post'>"
        "<meta property='article:published_time' content='2025-06-26T10:00:00Z'>"
        "<meta name='author' content='Jane Doe'>"
    )
    report = read_report(tmp_path / "a.htm", page(head).replace("<h1>Ministers agree on a plan</h1>", ""))
    assert report.title == "Ministers agree on a plan"
    assert report.outlet == "The Borough Post"
    assert report.byline == "Jane Doe"
    assert report.published == "2025-06-26"
    assert report.source == (tmp_path / "a.htm").as_posix()


def test_a_page_that_says_nothing_about_itself(tmp_path: Path) -> None:
    report = read_report(tmp_path / "a.html", page())
    assert report.title == "Ministers agree on a plan"
    assert report.outlet is None
    assert report.published is None


def test_an_agency_as_author_is_the_agency(tmp_path: Path) -> None:
    data = {"@type": "NewsArticle", "headline": "Plan", "author": {"name": "Agence France-Presse"}}
    markup = page(script(data)).replace("LIMA (AP) — ", "")
    report = read_report(tmp_path / "a.html", markup)
    assert report.agency == "AFP"
    assert report.byline is None


def test_the_article_of_the_data_is_read_where_the_page_holds_a_part_of_it(tmp_path: Path) -> None:
    data = {
        "@type": "NewsArticle",
        "articleBody": "\n".join([*PARAGRAPHS, *PARAGRAPHS[:2], "The talks &amp; the plan go on."]),
    }
    short = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3])
    report = read_report(tmp_path / "a.html", page(script(data), short))
    assert report.text.endswith("The talks & the plan go on.")
    assert report.text.split("\n")[:4] == PARAGRAPHS


def test_a_broken_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    markup = page("<script type='application/ld+json'>{broken</script>")
    for cut in (markup.replace("</p>", "").replace("</article>", "</div></b>"), markup[: markup.index("<footer>") + 4]):
        report = read_report(tmp_path / "a.html", cut)
        assert PARAGRAPHS[1] in report.text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><body></body></html>", "holds no article"),
        (
            "<html><head><title>Log in</title></head><body><form><input name='a'></form></body></html>",
            "holds no article",
        ),
        ("Only words, and nothing else at all.", "holds no HTML"),
        ("<", "holds no article"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary file"),
        ("", "is empty"),
    ],
    ids=["empty body", "form", "plain text", "bracket", "binary", "empty"],
)
def test_a_page_without_article_is_one_issue(tmp_path: Path, markup: str | bytes, reason: str) -> None:
    issue = read(tmp_path / "a.html", markup)
    assert isinstance(issue, Issue)
    assert reason in issue.reason


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "no-such-charset"])
def test_the_declared_character_set_counts(tmp_path: Path, charset: str) -> None:
    markup = page().replace("utf-8", charset).replace("“", "«").replace("”", "»").replace("—", "-")
    encoding = "utf-8" if charset in {"utf-8", "no-such-charset"} else "cp1252"
    assert "«We have come" in read_report(tmp_path / "a.html", markup.encode(encoding)).text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" * 50_000,
        "<div>" * 3_000 + "word",
        script({"@graph": [[[[]]]], "@type": None}),
        script(
            {"@type": ["NewsArticle", 3], "headline": ["x"], "author": [None, 3], "publisher": 7, "datePublished": {}}
        ),
        "<link rel='canonical' href='javascript:void(0)'><meta property='og:url' content='nonsense'>",
        "<!-- " + "-" * 100_000,
        "<a " + "b='c' " * 20_000,
    ],
    ids=["paragraphs", "depth", "empty lists", "odd types", "odd addresses", "comment", "attributes"],
)
def test_odd_markup_gives_data_or_none_and_soon(markup: str) -> None:
    began = time.process_time()
    data = read_page_data(markup)
    assert data.url is None
    assert data.published is None
    assert time.process_time() - began < 5


def test_a_headline_cut_short_in_the_data_is_read_from_the_page() -> None:
    data = {"@type": "NewsArticle", "headline": "Ministers agree on..."}
    assert read_page_data(page(script(data))).title == "Ministers agree on a plan"


LONG = "Ministers agree on a plan for the river and the border after a night of talks in Sellin"


@pytest.mark.parametrize(
    ("data", "heading", "shared", "title"),
    [
        ("Talks on dams end", "Ministers part without a plan", "Ministers part without a plan", "heading"),
        (
            "Two ministers agree on a plan for the long border river",
            "Two ministers finally agree on a plan for the long border river",
            "Two ministers finally agree on a plan for the long border river",
            "data",
        ),
        ("Ministers agree on a plan", "Ministers agree on a plan", "Ferry talks: what you must know", "data"),
        (LONG, LONG, "Ministers agree on a plan for the river and the border", "shared"),
        (LONG, LONG, "Ministers agree on a plan for the river", "heading"),
        (None, LONG, "Ministers agree on a plan for the river", "heading"),
        (None, LONG, "Ministers agree on a plan for the river and the border and ferries", "shared"),
        ("Ministers agree in Sellin", "Ministers agree in Sellin", "Ministers agree", "heading"),
    ],
    ids=[
        "two agree",
        "an edit",
        "made for sharing",
        "told shorter",
        "cut",
        "cut, no data",
        "a form of it",
        "short already",
    ],
)
def test_which_of_several_titles_counts(data: str | None, heading: str, shared: str, title: str) -> None:
    head = f'<meta property="og:title" content="{shared}">'
    markup = page(head + (script({"@type": "NewsArticle", "headline": data}) if data else ""))
    found = read_page_data(markup.replace("<h1>Ministers agree on a plan</h1>", f"<h1>{heading}</h1>")).title
    assert found == {"data": data, "heading": heading, "shared": shared}[title]
