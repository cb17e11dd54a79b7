from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.reader.words import PIECES, case_of, find_words, make_windows
from onrecord.model import Span

TEXTS = st.text(alphabet="ab AB.,!?\"'“”‘’\n-1é中\u200f😀", max_size=400)


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))] if text else []


def one_each(word: str) -> list[int]:
    return [1] * len(word)


@given(TEXTS)
def test_words_are_slices_in_order(text: str) -> None:
    words = [w for paragraph in find_words(text, whole(text)) for w in paragraph]
    assert all(a.end <= b.start for a, b in pairwise(words))
    for word in words:
        assert text[word.start : word.end] == word.text or "''" in text


@given(TEXTS)
def test_every_word_stands_in_one_window_that_fits(text: str) -> None:
    paragraphs = find_words(text, whole(text))
    windows = list(make_windows(paragraphs, one_each))
    assert [w for window in windows for w in window.words] == [w for p in paragraphs for w in p]
    for window in windows:
        assert len(window.pieces) == len(window.features) <= PIECES
        assert len(window.first) == len(window.words)


def test_a_paragraph_of_many_sentences_is_cut_after_one() -> None:
    text = " ".join(["It rained on the hills again."] * 60)
    windows = list(make_windows(find_words(text, whole(text)), lambda _: [1]))
    assert len(windows) == 2
    assert windows[0].words[-1].text == "."


def test_short_paragraphs_share_a_window() -> None:
    text = "One.\nTwo."
    windows = list(make_windows(find_words(text, [Span(0, 4), Span(5, 9)]), lambda _: [1]))
    assert [w.text for w in windows[0].words] == ["One", ".", "Two", "."]


def test_case() -> None:
    assert [case_of(w) for w in ("talks", "Talks", "A", "NATO", "McCain", "12", "”")] == [0, 1, 1, 2, 3, 0, 0]


def test_words_know_that_they_are_quoted() -> None:
    text = "He said, “We agree,” and left."
    words = find_words(text, whole(text))[0]
    assert [w.text for w in words if w.feature >= 4] == ["“", "We", "agree", ",", "”"]


def test_two_single_marks_quote_as_one_double_mark() -> None:
    text = "''We agree,'' he said."
    words = find_words(text, whole(text))[0]
    assert [w.text for w in words if w.feature >= 4] == ['"', "We", "agree", ",", '"']


def test_a_possessive_stands_by_itself() -> None:
    text = "Oto’s aide didn't ask O'Neill's."
    assert [w.text for w in find_words(text, whole(text))[0]] == [
        "Oto", "’s", "aide", "didn't", "ask", "O'Neill", "'s", ".",
    ]  # fmt: skip
