import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotations import find_quotations
from onrecord.model import Span


def paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def quoted(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will stay," she said.', ["We will stay,"]),
        ("“We will stay,” she said. “And pay.”", ["We will stay,", "And pay."]),
        ("He called it ‘a good start’ on Monday.", ["a good start"]),
        ("He said 'never again' and left.", ["never again"]),
        ("“They told us ‘go home’ twice,” he said.", ["They told us ‘go home’ twice,"]),
        ("\"They told us 'go home' twice,\" he said.", ["They told us 'go home' twice,"]),
        ("The minister’s plan and the states’ rights won’t end in the ’90s.", []),
        ("The minister's plan and the states' rights won't end.", []),
        ("«Nous restons», he said.", ["Nous restons"]),
        ("She called it “good” and held ”to clear up doubts.”", ["good", "to clear up doubts."]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_span_holds_the_marks() -> None:
    text = "He said “yes” today."
    (quotation,) = find_quotations(text, paragraphs(text))
    assert text[quotation.start : quotation.end] == "“yes”"


def test_quotation_over_paragraphs_has_one_number() -> None:
    text = "“First part.\n“Second part.\n“Third part,” she said. “Another,” she added."
    found = find_quotations(text, paragraphs(text))
    assert [q.number for q in found] == [0, 0, 0, 1]
    assert quoted(text) == ["First part.", "Second part.", "Third part,", "Another,"]


def test_unclosed_mark_is_not_trusted() -> None:
    text = "“We never closed this.\nShe went home and said nothing.\n“Next one is fine,” he said."
    assert quoted(text) == ["Next one is fine,"]


def test_unclosed_mark_does_not_reach_the_next_paragraph() -> None:
    text = 'He said "something odd.\nShe said no such thing" today.'
    assert quoted(text) == []


@given(st.text(alphabet="ab .,'\"“”‘’\n", max_size=80))
def test_quotations_never_overlap_and_lie_in_paragraphs(text: str) -> None:
    spans = paragraphs(text)
    found = find_quotations(text, spans)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(p.start <= q.start < q.inner.start <= q.inner.end <= q.end <= p.end for p in spans) for q in found)


def test_time_is_linear() -> None:
    text = "'a “b 'c ‘d \" e' " * 20_000
    started = time.process_time()
    find_quotations(text, [Span(0, len(text))])
    assert time.process_time() - started < 10
