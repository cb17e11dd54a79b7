import time

import pytest

from onrecord.annotate.parse import parse
from onrecord.config import Config
from onrecord.errors import MissingModelError
from onrecord.model import Layout, Report, Span
from tests.annotate.reading import read


def words(text: str) -> list[list[str]]:
    sentences, _ = parse(Report(id="r", text=text), Layout(paragraphs=(Span(0, len(text)),)), Config().pipeline)
    return [[t.text for t in s.tokens] for s in sentences]


def test_letter_before_a_full_stop_is_a_word() -> None:
    assert words("She wrote on X. Nobody read it.")[0][-2:] == ["X", "."]


def test_initial_stays_whole() -> None:
    assert "J." in words("Reporters met J. Harrow at noon.")[0]


def test_missing_space_after_a_sentence() -> None:
    found = words("The talks ended.Nobody spoke.")
    assert [w for s in found for w in s] == ["The", "talks", "ended", ".", "Nobody", "spoke", "."]


def test_offsets_are_those_of_the_report() -> None:
    text = "First line here.\n\nÉlan Vey said “no” on X. Then she left."
    for sentence in read(text).sentences:
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_missing_pipeline_is_told_clearly() -> None:
    with pytest.raises(MissingModelError, match="no_such_pipeline"):
        parse(Report(id="r", text="A."), Layout(paragraphs=(Span(0, 2),)), "no_such_pipeline")


@pytest.mark.slow
def test_long_paragraph_takes_linear_time() -> None:
    piece = "Kenyan Defence Minister Oto Brannigan met Mara Tellis in Drumkeer and he said it was over. "

    def seconds(times: int) -> float:
        started = time.process_time()
        read(piece * times)
        return time.process_time() - started

    seconds(10)
    assert seconds(1200) < 8 * seconds(300) + 2


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The Alba Council's Secretary General, Dr. Fahad Al-Rumi, condemned the raid.", "General", "condemned"),
        ("Earlier the two presidents talked by telephone about grain.", "presidents", "talked"),
        ("The National Security Adviser, Qasim al-Rumi, called on the states to pay.", "Adviser", "called"),
    ],
)
def test_the_verb_is_the_root_also_where_it_looks_like_a_participle(text: str, subject: str, verb: str) -> None:
    (sentence,) = read(text).sentences
    (root,) = [t for t in sentence.tokens if t.dep == "ROOT"]
    assert root.text == verb
    assert [t.text for t in sentence.children(root, "nsubj")] == [subject]


def test_a_participle_that_describes_is_no_root() -> None:
    (sentence,) = read("A treaty, the first in years, signed by both sides in Oslo on Monday.").sentences
    assert [t.text for t in sentence.tokens if t.dep == "ROOT"] == ["treaty"]


def test_who_reports_at_the_end_is_not_what_was_announced() -> None:
    (sentence,) = read("Jana Holm announced the sale of the port, the Lima Post reported on Monday.").sentences
    (root,) = [t for t in sentence.tokens if t.dep == "ROOT"]
    assert root.text == "reported"
    assert [t.text for t in sentence.children(root, "ccomp")] == ["announced"]
