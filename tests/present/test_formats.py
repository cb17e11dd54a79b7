from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from onrecord.model import Record, Story
from onrecord.present import Readout, json_text, markdown, print_terminal, readouts
from onrecord.present.to_markdown import escaped
from tests.present.fixture import READ_TIMES, STORY, A, record


@pytest.fixture
def told() -> tuple[Readout, ...]:
    return readouts(record(), READ_TIMES)


def printed(told: tuple[Readout, ...], width: int, **options: bool) -> str:
    sink = io.StringIO()
    print_terminal(told, Console(file=sink, width=width, **options))  # type: ignore[arg-type]
    return sink.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_terminal_keeps_to_its_width(told: tuple[Readout, ...], width: int) -> None:
    assert max(len(line) for line in printed(told, width).splitlines()) <= width


def test_without_colour_differing_words_stand_between_asterisks(told: tuple[Readout, ...]) -> None:
    assert "nothing to *hide*" in printed(told, 100)
    assert "*hide*" not in printed(told, 100, force_terminal=True)


def test_the_terminal_shows_every_section_and_the_foot(told: tuple[Readout, ...]) -> None:
    text = printed(told, 100)
    for section in told[0].sections:
        assert section.title.upper() in text
    assert told[0].record_hash in text
    assert "read: 4 September 2025, 08:30 UTC" in text
    assert "read: not kept" in text


def test_brackets_and_control_codes_of_a_report_are_only_text() -> None:
    held = record()
    title = "[bold red]x[/] \x1b[31mboo"
    reports = tuple(replace(r, title=title) if r.id == A else r for r in held.reports)
    text = printed(readouts(replace(held, reports=reports), {}), 100)
    assert "[bold red]x[/] [31mboo" in text
    assert "\x1b" not in text


def test_markdown_has_sections_support_and_citations(told: tuple[Readout, ...]) -> None:
    text = markdown(told)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        *(f"## {section.title}" for section in told[0].sections), "## To cite this",
    ]  # fmt: skip
    assert "nothing to **hide**" in text
    assert "<https://baltic.example/a>" in text
    assert told[0].record_hash in text


def test_markdown_shows_hostile_text_as_text() -> None:
    assert escaped("<script>a</script> *b* [c](d) | `e`") == (
        "\\<script\\>a\\</script\\> \\*b\\* \\[c\\](d) \\| \\`e\\`"
    )
    assert "http://" not in escaped("see http://evil.example")
    assert escaped("1. one") == "1\\. one"


def test_json_is_the_readout_as_data(told: tuple[Readout, ...]) -> None:
    data = json.loads(json_text(told))
    assert data["format"] == "onrecord-readout/1"
    story = data["readouts"][0]
    assert [section["key"] for section in story["sections"]] == [section.key for section in told[0].sections]
    first = story["sections"][0]["lines"][0]
    assert first["text"] == told[0].sections[0].lines[0].text
    assert first["facts"] == ["ev-meet"]
    assert first["support"]["independent_sources"] == 2
    assert "text" not in story["reports"][0]


def test_the_same_record_gives_the_same_text(told: tuple[Readout, ...]) -> None:
    again = readouts(record(), dict(reversed(READ_TIMES.items())))
    assert json_text(again) == json_text(told)
    assert markdown(again) == markdown(told)
    assert printed(again, 90) == printed(told, 90)


def test_an_empty_record_is_said_to_be_empty() -> None:
    none = readouts(Record(), {})
    assert markdown(none) == "The record holds no story.\n"
    assert printed(none, 80) == "The record holds no story.\n"
    assert json.loads(json_text(none))["readouts"] == []


def test_several_stories_follow_one_another() -> None:
    two = readouts(replace(record(), stories=(STORY, Story("so-2", "Another", (A,)))), {})
    assert [line for line in markdown(two).splitlines() if line.startswith("# ")] == [f"# {STORY.title}", "# Another"]
