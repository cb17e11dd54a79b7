from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.annotation import Annotation
from onrecord.model import Findings, Layout, Report, Span
from onrecord.present import Reading, reading, reading_json
from onrecord.present.reading import Block, Content, Furniture, Name, Said, Stretch, Telling, Tone
from onrecord.present.reading_json import reading_schema
from onrecord.present.reading_tiles import Piece, tiles
from onrecord.present.reading_words import FAMILIES, listed_names, rows, summary_of
from tests.present.reading_kit import TEXT, annotation, findings, told


def stretches(of: Reading) -> Iterator[Stretch]:
    yield from (*of.blocks, *of.furniture, *of.names)
    for said in of.statements:
        for telling in said.tellings:
            yield from (*telling.source, *telling.cue, *telling.content)


def pieces(of: Reading) -> list[Piece]:
    return [piece for tile in tiles(of) for piece in tile.pieces]


def named(of: Reading) -> list[tuple[str, str]]:
    return [(name.kind, name.text) for name in of.names]


def test_every_stretch_is_the_slice_that_it_says() -> None:
    held = list(stretches(told()))
    assert len(held) > 25
    assert [s.text for s in held] == [TEXT[s.start : s.end] for s in held]


def test_statements_are_numbered_in_order_of_the_text() -> None:
    assert [(said.number, said.content) for said in told().statements] == [
        (1, 'The port talks ended "in good spirit"'),
        (2, "the two sides are close"),
        (3, '"We shall meet again,"'),
        (4, '"Nobody saw it,"'),
    ]


def test_a_mixed_content_is_cut_at_its_quotation_marks() -> None:
    mixed, belief, direct, _ = told().statements
    assert [(c.tone, c.text) for c in mixed.tellings[0].content] == [
        ("indirect", "The port talks ended "),
        ("direct", '"in good spirit"'),
    ]
    assert [c.tone for c in belief.tellings[0].content] == ["belief"]
    assert [c.tone for c in direct.tellings[0].content] == ["direct"]


def test_names_offices_and_dates_are_marked_and_pronouns_are_not() -> None:
    assert named(told()) == [
        ("office", "Defence Minister"),
        ("person", "Rosa Quell"),
        ("organisation", "Lima Port Council"),
        ("place", "Lima"),
        ("date", "Sunday"),
        ("organisation", "Foreign Ministry"),
        ("person", "Quell"),
    ]
    assert told(names=False).names == ()


def test_a_mention_that_is_not_its_slice_is_not_marked() -> None:
    held = annotation()
    moved = tuple(replace(m, start=m.start + 1) for m in held.mentions)
    assert [kind for kind, _ in named(reading(replace(held, mentions=moved), findings()))] == ["office", "date"]


def test_the_title_is_a_block_and_the_dateline_is_furniture() -> None:
    held = told()
    assert [block.kind for block in held.blocks] == ["title", "paragraph", "paragraph", "paragraph"]
    dim = "".join(p.text for p in pieces(held) if p.furniture and p.furniture != "title")
    assert dim.strip() == "LIMA (NWA) -"


def test_lines_that_one_paragraph_runs_across_are_one_block() -> None:
    text = "A head\n\none\ntwo\n\nthree\n  \nfoot"
    report = Report(id="r-1", text=text)
    layout = Layout(paragraphs=(Span(8, 15), Span(17, 22)), title=Span(0, 6), sign_off=Span(26, 30))
    held = Annotation(report, layout, (), (), (), (), ())
    blocks = reading(held, Findings(report=report)).blocks
    assert [(b.kind, b.text) for b in blocks] == [
        ("title", "A head"),
        ("paragraph", "one\ntwo"),
        ("paragraph", "three"),
        ("sign_off", "foot"),
    ]


def test_the_pieces_are_the_text_and_marks_stay_where_they_are() -> None:
    held = told()
    cut = pieces(held)
    assert "".join(piece.text for piece in cut) == TEXT
    for span in stretches(held):
        assert {span.start, span.end} <= {0, len(TEXT), *(p.start for p in cut)}
    (within,) = [p for p in cut if p.text == "Rosa Quell"]
    assert (within.parts[0].role, within.name and within.name.kind) == ("source", "person")
    (city,) = [p for p in cut if p.text == "Lima"]
    assert city.name is not None
    assert city.name.text == "Lima Port Council"
    assert [p.ends for p in cut if p.ends] == [(1,), (2,), (3,), (4,)]


def test_who_says_it_through_whom_and_to_whom_stand_in_words() -> None:
    first, second, third, fourth = rows(told(), 200)
    assert (first.who, first.title, first.channel) == ("Rosa Quell", "Defence Minister of Peru", "speech")
    assert (first.kind, first.addressees) == ("mixed", "the Lima Port Council")
    assert (second.kind, second.tone, second.title) == ("belief", "belief", None)
    assert second.relayed_by == "the Foreign Ministry"
    assert not third.open
    assert (fourth.who, fourth.open) == ("a dock worker", True)
    assert summary_of(told()).startswith("4 statements by 1 speaker in ")


def test_names_are_listed_by_whom_they_mean() -> None:
    listed = {plural: [(one.name, one.times) for one in held] for _, plural, held in listed_names(told())}
    assert listed["persons"] == [("Rosa Quell", 2)]
    assert listed["states and places"] == [("Lima", 1)]
    assert listed["dates"] == [("Sunday", 1)]


def test_the_json_fits_its_schema_and_holds_the_spans() -> None:
    data = json.loads(reading_json(told()))
    jsonschema.validate(data, reading_schema())
    assert data["report"]["text"] == TEXT
    assert data["refused"] == ["a statement was refused: it quotes nothing"]
    told_at = data["statements"][0]["tellings"][0]["source"][0]
    assert TEXT[told_at["start"] : told_at["end"]] == told_at["text"] == "Defence Minister Rosa Quell"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "more": 1}, reading_schema())


def test_the_example_of_the_page_is_of_the_form_that_it_explains() -> None:
    page = (Path(__file__).parents[2] / "docs" / "read.md").read_text(encoding="utf-8")
    text = re.search(r"For the text `([^`]+)`", page)
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert text
    assert example
    schema = reading_schema()
    said = json.loads(example[1])
    jsonschema.validate(said, {"$ref": "#/$defs/Said", "$defs": schema["$defs"]})
    marked = [s for part in ("source", "cue", "content") for s in said["tellings"][0][part]]
    assert [s["text"] for s in marked] == [text[1][s["start"] : s["end"]] for s in marked]
    assert set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) == set(schema["properties"]) - {"format", "made_with"}


def test_the_same_findings_in_any_order_give_the_same_reading() -> None:
    held = annotation()
    turned = replace(held, mentions=held.mentions[::-1], dates=held.dates[::-1])
    other = replace(findings(), statements=findings().statements[::-1], entities=findings().entities[::-1])
    assert reading_json(reading(turned, other)) == reading_json(told())


FAMILY_KINDS = tuple(kind for _, _, kinds in FAMILIES for kind in kinds)
_TEXTS = st.text(st.sampled_from('ab \n"“”é漢字\u200f\u202e👩🏽‍🚀{}[]*<&\x1b\r'), min_size=1, max_size=50)
_SPAN = st.tuples(st.integers(-2, 55), st.integers(-2, 55))


def spans(text: str, drawn: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    return [(start, end, text[start:end]) for start, end in drawn if 0 <= start < end <= len(text)]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text with any marks: nested, crossing, touching, over several lines."""
    text = draw(_TEXTS)
    several = st.lists(_SPAN, max_size=4)
    said = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        tones = st.sampled_from(get_args(Tone))
        content = tuple(Content(*s, draw(tones)) for s in spans(text, draw(several)))
        source, cue = (tuple(Stretch(*s) for s in spans(text, draw(several))) for _ in range(2))
        said.append(
            Said(
                number=number, id=f"st-{number}", speaker=None, speaker_text="x", cue="said", content=text,
                kind="mixed", act="speech", channel=None, relayed_by=None, addressees=(), confidence=0.5,
                tellings=(Telling(source, cue, content),),
            )
        )  # fmt: skip
    kinds = st.sampled_from(FAMILY_KINDS)
    return Reading(
        report=Report(id="r-1", text=text),
        blocks=tuple(lines(text)),
        furniture=tuple(Furniture(*s, "dateline") for s in spans(text, draw(st.lists(_SPAN, max_size=1)))),
        names=tuple(Name(*s, draw(kinds)) for s in spans(text, draw(several))),
        statements=tuple(said),
    )


def lines(text: str) -> Iterator[Block]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(at, at + len(line), line, "paragraph")
        at += len(line) + 1


@given(readings())
def test_marks_tile_any_text_exactly(held: Reading) -> None:
    text, at = held.report.text, 0
    for piece in pieces(held):
        assert piece.start == at
        assert piece.text == text[at : piece.end] != ""
        at = piece.end
        roles = {(p.number, p.role) for p in piece.parts}
        for said in held.statements:
            for telling in said.tellings:
                own = {"source": telling.source, "cue": telling.cue, "content": telling.content}
                for role, marked in own.items():
                    inside = any(s.start <= piece.start and piece.end <= s.end for s in marked)
                    assert ((said.number, role) in roles) == inside
        held_names = [n for n in held.names if n.start <= piece.start and piece.end <= n.end]
        assert (piece.name is None) == (not held_names)
    assert at == len(text)
    assert [t.block for t in tiles(held) if t.block] == list(held.blocks)
