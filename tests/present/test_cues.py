"""How statements are introduced: in the report's own words, and never in invented grammar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model import Evidence, Record, Report, Statement, Story
from onrecord.present import Line, readouts
from tests.present.fixture import A, B, record, said

ONE = "r-one"
TAMM = next(e for e in record().entities if e.id == "en-tamm")


def shown(text: str, cue: str, content: str, **more: Any) -> str:
    """Return the line of the one statement that `text` makes."""
    evidence = []
    for words, role in ((cue, "cue"), (content, "content")):
        start = text.index(words)
        evidence.append(Evidence(ONE, start, start + len(words), words, role))  # type: ignore[arg-type]
    given: dict[str, Any] = {"kind": "indirect", "cue": cue, **more}
    statement = Statement(
        id="st-one", evidence=tuple(evidence), reports=(ONE,), speaker="en-tamm", speaker_text="Tamm", content=content,
        **given,
    )  # fmt: skip
    held = Record(
        reports=(Report(id=ONE, text=text),),
        stories=(Story("so-one", "One", (ONE,)),),
        entities=(replace(TAMM, evidence=(evidence[0],), reports=(ONE,)),),
        statements=(statement,),
    )
    sections = {section.key: section for section in readouts(held, {})[0].sections}
    (line,) = _facts(sections["statements"].lines)
    return line.text


def _facts(lines: tuple[Line, ...]) -> list[Line]:
    return [found for line in lines for found in ([line] if line.facts else _facts(line.children))]


@pytest.mark.parametrize(
    ("text", "cue", "content", "begins"),
    [
        ("Tamm said that the port is open.", "said", "the port is open", "said that the port is open — "),
        ("Tamm told Lykos on Monday that the port is open.", "told", "the port is open", "told Lykos on Monday that"),
        ("Tamm described the port as “open”.", "described", "the port as “open”", "described the port as “open” — "),
        ("The port is open, Tamm said.", "said", "The port is open", "said: The port is open — "),
        ("The port is open, Tamm told a news conference on Monday.", "told", "The port is open",
         "told a news conference: The port is open — "),
        ("The port is open, Tamm told reporters", "told", "The port is open", "told reporters: The port is open — "),
        ("The port is open, Tamm told media. Lykos said no.", "told", "The port is open", "told media: The port is"),
        ("They met, Tamm adding that the port is open.", "adding", "the port is open", "“adding that” the port"),
        ("The port is open, it was stated.", "was stated", "The port is open", "“was stated”: The port is open — "),
        ("According to Tamm, the port is open.", "According to", "the port is open", "the port is open — "),
    ],
)  # fmt: skip
def test_a_cue_stands_as_the_report_has_it(text: str, cue: str, content: str, begins: str) -> None:
    assert shown(text, cue, content).startswith(begins)


def test_a_quotation_stands_behind_a_colon() -> None:
    text = "Tamm said in a statement: “The port is open.”"
    told = shown(text, "said", "“The port is open.”", kind="direct", channel="statement")
    assert told == "said in a statement: “The port is open.” — in quotation marks"


def test_words_of_another_sentence_never_come_between() -> None:
    text = "Tamm said so. The port is open."
    assert shown(text, "said", "The port is open").startswith("said: The port is open")


def test_a_channel_that_the_cue_does_not_name_is_said() -> None:
    text = "The port is open, Tamm said at the pier."
    told = shown(text, "said", "The port is open", channel="press conference")
    assert told.endswith("reported speech; at a press conference")


def test_several_wordings_have_the_cue_of_every_report() -> None:
    held = record()
    cues = (said(A, "said in a post on X", "cue"), said(B, "believes", "cue"))
    statements = tuple(replace(s, evidence=(*s.evidence, *cues)) if s.id == "st-ports" else s for s in held.statements)
    sections = {section.key: section for section in readouts(replace(held, statements=statements), {})[0].sections}
    line = next(line for line in _facts(sections["statements"].lines) if "st-ports" in line.facts)
    assert line.text.startswith("said in a post on X / believes, in the words of each report — in quotation marks")
