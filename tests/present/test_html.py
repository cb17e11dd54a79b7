from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Record, Story
from onrecord.present import Mark, Readout, html, readouts
from onrecord.present.marks import Tagged, cut
from onrecord.present.to_html import segments, verbatim
from tests.present.fixture import READ_TIMES, STORY, TEXTS, A, B, record

_VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Reads a page: checks that tags nest, keeps text of reports and of marks, and every address in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.marks: list[tuple[int, dict[str, str | None], str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append((tag, held))
        if held.get("class") == "text":
            self.texts.append("")
        if tag == "mark":
            self.marks.append((len(self.texts) - 1, held, ""))
        if tag not in _VOID:
            self.open.append((tag, held))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(held.get("class") == "text" for _, held in self.open):
            self.texts[-1] += data
        if any(tag == "mark" for tag, _ in self.open):
            report, held, text = self.marks[-1]
            self.marks[-1] = (report, held, text + data)

    def ids(self) -> list[str]:
        return [held["id"] or "" for _, held in self.tags if "id" in held]


@pytest.fixture
def told() -> tuple[Readout, ...]:
    return readouts(record(), READ_TIMES)


@pytest.fixture
def page(told: tuple[Readout, ...]) -> Page:
    return Page(html(told))


def test_tags_nest_and_ids_are_unique(page: Page) -> None:
    assert len(page.ids()) == len(set(page.ids())) > 10


def test_every_link_leads_somewhere(page: Page) -> None:
    held = set(page.ids())
    inner = [a["href"] for tag, a in page.tags if tag == "a" and (a["href"] or "").startswith("#")]
    assert inner
    assert {(href or "")[1:] for href in inner} <= held


def test_nothing_is_loaded(told: tuple[Readout, ...], page: Page) -> None:
    assert not [tag for tag, a in page.tags if tag in ("link", "img", "iframe", "object", "embed") or "src" in a]
    outside = [(tag, a) for tag, a in page.tags if any("://" in (value or "") for value in a.values())]
    assert [(tag, a["href"]) for tag, a in outside] == [("a", "https://baltic.example/a")]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp", html(told))


def test_the_policy_allows_only_the_pages_own_style_and_script(told: tuple[Readout, ...], page: Page) -> None:
    policy = next(a["content"] or "" for tag, a in page.tags if tag == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", html(told), re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not [a for _, a in page.tags if "style" in a or any(name.startswith("on") for name in a)]


def test_the_reports_stand_in_full(told: tuple[Readout, ...], page: Page) -> None:
    assert page.texts == [report.text for report in told[0].reports]


def test_every_mark_is_the_slice_that_it_says(told: tuple[Readout, ...], page: Page) -> None:
    assert len(page.marks) > 20
    for number, held, text in page.marks:
        start, end = int(held["data-start"] or ""), int(held["data-end"] or "")
        assert text == told[0].reports[number].text[start:end]


def test_the_evidence_of_a_fact_is_marked_in_every_report(told: tuple[Readout, ...], page: Page) -> None:
    held = record()
    for fact in (*held.events, *held.statements, *held.relations, *held.figures):
        for number, report in enumerate(told[0].reports):
            marked = "".join(t for n, a, t in page.marks if n == number and fact.id in (a["data-f"] or "").split())
            for piece in fact.evidence:
                if piece.report == report.id:
                    assert piece.text in marked


def test_a_choosable_line_names_its_facts(page: Page) -> None:
    lines = {a["id"]: a["data-facts"] for tag, a in page.tags if "data-facts" in a}
    assert (lines["s1-st-ports"] or "").split() == ["st-ports"]
    assert [a["href"] for tag, a in page.tags if a.get("class") == "choose"].count("#s1-ev-signed") == 2


def test_statuses_look_different(page: Page) -> None:
    line = next(a for tag, a in page.tags if a.get("id") == "s1-ev-will-sign")
    assert line["class"] == "fact planned"


def test_hostile_markup_shows_as_text() -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)> & </div></style>]]>\n\n"
    held = record()
    reports = tuple(
        replace(r, text=r.text + nasty, title=nasty, outlet='"><b>x', source="javascript:alert(1)") if r.id == A else r
        for r in held.reports
    )
    entities = tuple(replace(e, name="<i>Tamm</i>") if e.id == "en-tamm" else e for e in held.entities)
    story = replace(STORY, title="</title><script>x</script>")
    text = html(readouts(replace(held, reports=reports, entities=entities, stories=(story,)), {}))
    page = Page(text)
    assert page.texts[[r.endswith(nasty) for r in page.texts].index(True)] == TEXTS[A] + nasty
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [tag for tag, _ in page.tags if tag in ("img", "i")]
    assert not [a for _, a in page.tags if any("javascript:" in (value or "") for value in a.values())]
    assert "<b>x" not in text


def test_several_stories_have_a_list_on_top() -> None:
    two = readouts(replace(record(), stories=(STORY, Story("so-2", "Another", (A, B)))), READ_TIMES)
    page = Page(html(two))
    assert len(page.ids()) == len(set(page.ids()))
    assert [a["href"] for tag, a in page.tags if tag == "a"][:2] == ["#s1-story", "#s2-story"]


def test_an_empty_record_has_a_page() -> None:
    assert "The record holds no story." in html(readouts(Record(), {}))
    Page(html(()))


def test_a_story_of_one_report_has_a_page() -> None:
    told = readouts(replace(record(), stories=(replace(STORY, reports=(A,)),)), {})
    assert Page(html(told)).texts == [TEXTS[A]]


def test_the_same_record_gives_the_same_page(told: tuple[Readout, ...]) -> None:
    assert html(readouts(record(), READ_TIMES)) == html(told)


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32) if c not in (9, 10, 13)]
                  + [chr(c) for c in range(127, 160)]),
    max_size=60,
)  # fmt: skip
_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abcd")), max_size=12)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _SPANS)
def test_overlapping_spans_keep_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    held = [Tagged(s, e, fact, "event") for s, e, fact in spans if s < e <= len(text)]
    marks = cut(held)
    assert "".join(segment.text for segment in segments(text, marks)) == text
    drawn = "".join(
        f"<mark>{verbatim(s.text)}</mark>" if s.mark else str(verbatim(s.text)) for s in segments(text, marks)
    )
    assert Page(f'<div class="text">{drawn}</div>').texts == [text]
    for place in range(len(text)):
        facts = {fact for mark in marks if mark.start <= place < mark.end for fact in mark.facts}
        assert facts == {span.fact for span in held if span.start <= place < span.end}


def test_marks_are_cut_where_spans_begin_and_end() -> None:
    spans = [Tagged(0, 6, "a", "statement"), Tagged(4, 9, "b", "figure"), Tagged(12, 12, "c", "event")]
    assert cut(spans) == (
        Mark(0, 4, ("a",), "statement"),
        Mark(4, 6, ("a", "b"), "figure"),
        Mark(6, 9, ("b",), "figure"),
    )
