"""Rules and the reader together, with attributions made by hand: what holds whatever the net says."""

from dataclasses import replace

import pytest

from onrecord.annotate import Annotation, Attribution, annotate
from onrecord.config import Config
from onrecord.extract.attributed import attributed
from onrecord.extract.statements import find_statements
from onrecord.model import Report, Span, Statement

TEXT = (
    "Norwegian Defence Minister Astrid Holm met Kenyan Defence Minister Daniel Otieno in Oslo on Monday. "
    "Holm came out in favour of longer patrols. Otieno did not call for sanctions. The visit focused on fisheries. "
    "Otieno told the council that the port was open."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def attribution(source: str, cue: str, content: str, confidence: float = 0.9) -> Attribution:
    at = TEXT.index(f"{source} {cue}")
    return Attribution(Span(at, at + len(source)), span(cue), (span(content),), confidence)


@pytest.fixture(scope="module")
def bare() -> Annotation:
    return replace(annotate(Report(id="r-1", text=TEXT), Config()), attributions=())


def found(annotation: Annotation, *attributions: Attribution) -> list[Statement]:
    return find_statements(replace(annotation, attributions=attributions))


def test_what_only_the_reader_is_sure_of_is_a_statement(bare: Annotation) -> None:
    told = found(bare, attribution("Holm", "came out in favour of", "longer patrols"))
    said = next(s for s in told if s.cue == "came out in favour of")
    assert said.speaker is not None
    assert bare.entity(said.speaker).name == "Astrid Holm"
    assert [e.text for e in said.evidence] == ["Holm", "came out in favour of", "longer patrols"]


def test_what_the_reader_doubts_is_none(bare: Annotation) -> None:
    assert found(bare, attribution("Holm", "came out in favour of", "longer patrols", 0.2)) == found(bare)


def test_what_somebody_did_not_say_is_none(bare: Annotation) -> None:
    assert found(bare, attribution("Otieno", "did not call for", "sanctions")) == found(bare)


def test_a_visit_says_nothing(bare: Annotation) -> None:
    assert found(bare, attribution("The visit", "focused on", "fisheries")) == found(bare)


def test_what_both_find_is_one_statement(bare: Annotation) -> None:
    alone = [s for s in found(bare) if "port" in s.content]
    both = [s for s in found(bare, attribution("Otieno", "told", "the port was open", 0.99)) if "port" in s.content]
    assert len(alone) == len(both) == 1
    assert both[0].content == "the port was open"
    assert both[0].speaker == alone[0].speaker


def test_a_source_ends_at_the_comma_behind_the_name(bare: Annotation) -> None:
    told = Attribution(
        span("Norwegian Defence Minister Astrid Holm"), span("came out in favour of"), (span("longer patrols"),), 0.9
    )
    source = attributed(replace(bare, attributions=(told,)))[0].source
    assert source is not None
    assert source.span.of(TEXT) == "Norwegian Defence Minister Astrid Holm"
