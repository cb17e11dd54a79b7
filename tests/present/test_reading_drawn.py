"""A reading drawn: on a terminal with and without colour, and as a page."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from rich.console import Console

from onrecord.model import Report
from onrecord.present import Reading, print_reading, reading_html
from onrecord.present.reading import Block, Content, Name, Stretch
from onrecord.present.reading_plain import bracketed
from onrecord.present.reading_style import safe
from onrecord.present.reading_tiles import tiles
from tests.present.reading_kit import TEXT, told
from tests.present.test_html import Page
from tests.present.test_reading import readings

_ANSI = re.compile(r"\x1b\[[\d;]*m")


def printed(held: Reading, width: int = 100, colour: bool = False, encoding: str = "utf-8") -> str:
    sink = io.BytesIO()
    file = io.TextIOWrapper(sink, encoding=encoding, errors="replace", newline="")
    console = Console(file=file, width=width, force_terminal=colour, color_system="standard" if colour else None)
    print_reading(held, console, width)
    file.flush()
    return sink.getvalue().decode(encoding)


def hostile(text: str) -> Reading:
    return Reading(report=Report(id="r-1", text=text, title=text), blocks=(Block(0, len(text), text, "paragraph"),))


def test_without_colour_brackets_mark_who_says_what() -> None:
    said = " ".join(printed(told()).split())
    assert '[1: The port talks ended "in good spirit"], {Defence Minister Rosa Quell} *told* the Lima Port' in said
    assert "{Quell} *believes* that [2: the two sides are close]." in said
    assert '[4: "Nobody saw it,"] {a dock worker} *said*.' in said
    assert "\x1b" not in said


def test_a_terminal_that_wants_no_colours_gets_brackets_too() -> None:
    sink = io.StringIO()
    print_reading(told(), Console(file=sink, force_terminal=True, color_system="standard", no_color=True), 100)
    assert "{a dock worker} *said*" in sink.getvalue()


def test_a_pipe_gets_no_white_space_at_the_ends_of_lines() -> None:
    assert not [line for line in printed(told()).split("\n") if line != line.rstrip()]


@pytest.mark.parametrize("width", [40, 60, 76, 100, 200])
def test_every_width_holds_and_every_statement_has_its_row(width: int) -> None:
    said = printed(told(), width)
    assert max(map(len, said.split("\n"))) <= width
    rows = said.split("STATEMENTS")[1]
    assert [n for n in "1234" if re.search(rf"^ *{n}\b", rows, re.M)] == list("1234")
    assert "“a dock" in rows


def test_colours_tell_parts_and_tones_apart() -> None:
    said = printed(told(), colour=True)
    shown = {text: code for code, text in re.findall(r"\x1b\[([\d;]+)m([^\x1b]+)\x1b\[0m", said.split("STATEMENTS")[0])}
    assert '"in good spirit"' in shown
    tones = {shown['"in good spirit"'], shown["The port talks ended "], shown["the two sides are close"]}
    assert len({code.split(";")[-1] for code in tones}) == 3
    assert shown["Rosa Quell"] == "1;4;33"
    assert shown["Foreign Ministry"].startswith("3;4")


def test_numbers_are_raised_where_the_terminal_can() -> None:
    for encoding, number in (("utf-8", "³"), ("ascii", "[3]")):
        said = _ANSI.sub("", printed(told(), colour=True, encoding=encoding))
        assert f'"We shall meet again,"{number} she said.' in " ".join(said.split())


def test_a_terminal_obeys_nothing_in_the_text() -> None:
    nasty = "\x1b]0;owned\x07 \x1b[2J \x9b31m [red]x[/red] :smile: \x08\x7f"
    assert len(safe(nasty)) == len(nasty)
    said = printed(hostile(nasty), colour=True)
    assert "[red]x[/red] :smile:" in said
    assert not re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]", _ANSI.sub("", said))
    assert "\x1b]" not in said
    assert "\x1b[2J" not in said


def test_wide_letters_and_marks_of_direction_keep_their_place() -> None:
    text = "\u200f王毅说：“很好” 👩🏽‍🚀 said"
    start = text.index("“")
    mark = Content(start, start + 4, text[start : start + 4], "direct")
    held = replace(
        hostile(text),
        statements=(replace(told().statements[2], number=1, tellings=(replace(told().statements[2].tellings[0],
                    source=(Stretch(1, 3, text[1:3]),), cue=(), content=(mark,)),)),),
    )  # fmt: skip
    assert "\u200f{王毅}说：[1: “很好”] 👩🏽‍🚀 said" in printed(held)
    assert Page(reading_html(held)).texts == [text]


@given(readings())
def test_brackets_change_no_letter(held: Reading) -> None:
    blank = replace(held, report=replace(held.report, text=re.sub(r"[{}\[\]*]", "x", held.report.text)))
    for tile in tiles(blank):
        if tile.block is not None:
            text = "".join(piece.text for piece in tile.pieces)
            assert re.sub(r"\[\d+: |[{}\]*]", "", bracketed(tile)) == text
            assert bracketed(tile).count("{") == bracketed(tile).count("}")


@given(readings())
def test_the_page_holds_any_text_as_it_is(held: Reading) -> None:
    page = Page(reading_html(held))
    shown = held.report.text.replace("\x1b", "")
    assert [text.replace("\x1b", "") for text in page.texts] == [shown]
    assert len(page.ids()) == len(set(page.ids()))


def test_the_page_marks_the_slices_and_ties_numbers_to_rows() -> None:
    page = Page(reading_html(told()))
    assert page.texts == [TEXT]
    spans = [held for tag, held in page.tags if tag == "span" and "data-start" in held]
    assert len(spans) > 15
    inner = [held["href"] or "" for tag, held in page.tags if tag == "a" and "href" in held]
    assert {f"#s{n}" for n in range(1, 5)} | {f"#t{n}" for n in range(1, 5)} == set(inner)
    assert {href[1:] for href in inner} <= set(page.ids())
    assert "Rosa Quell, Defence Minister of Peru" in {held.get("title") for held in spans}


def test_the_page_loads_nothing_and_runs_only_its_own_script() -> None:
    text = reading_html(told())
    page = Page(text)
    assert not [tag for tag, held in page.tags if tag in ("link", "img", "iframe", "object") or "src" in held]
    assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttp", text)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [held for _, held in page.tags if "style" in held or any(name.startswith("on") for name in held)]


def test_hostile_markup_is_text() -> None:
    nasty = "</p></article><script>alert(1)</script><b onclick=x>\"'&amp; {{ 7*7 }}"
    name = Name(0, 4, nasty[:4], "person", ("en-1",))
    held = hostile(nasty)
    said = replace(told().statements[3], speaker_text=nasty, cue=nasty, channel=nasty, content=nasty, tellings=())
    who = tuple(replace(who, id="en-1", name=nasty, title=nasty) for who in told().who[:1])
    page = Page(reading_html(replace(held, names=(name,), statements=(said,), who=who, refused=(nasty,))))
    assert page.texts == [nasty]
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [held for _, held in page.tags if "onclick" in held]


def test_a_report_without_statements_says_so() -> None:
    assert "Nobody is quoted" in printed(hostile("Rain fell."))
    assert "Nobody is quoted" in reading_html(hostile("Rain fell."))
