"""A record's tables as tuples, as data frames and in notebooks."""

from __future__ import annotations

import copy
import pickle
import re
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from html.parser import HTMLParser
from typing import Any

import pytest

import onrecord
from onrecord.errors import MissingLibraryError
from onrecord.model import Record, Story
from onrecord.model.rows import Rows
from onrecord.model.serial import record_from_dict
from tests.present import fixture
from tests.present.exports.kit import NASTY, csv_rows, export, full_record

FIELDS = [field.name for field in fields(Record)]
EVIL = '</td></table><script>alert(1)</script><img src=http://x.example/a.png onerror="alert(1)">$\\href{x}{y}$ \ud800'
_TAGS = "div p b table thead tbody tr th td bdi ul ol li small details summary"


def test_a_table_is_a_tuple_like_any_other() -> None:
    record = full_record()
    assert isinstance(record.statements, tuple) and record.statements == tuple(record.statements)
    assert hash(record.statements) == hash(tuple(record.statements))
    for made in (replace(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert made == record
        assert all(type(getattr(made, name)) is Rows and getattr(made, name).table == name for name in FIELDS)
    assert record_from_dict(record.to_dict()) == record
    assert all(type(rows) is list for name, rows in record.to_dict().items() if name != "format")


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_every_table_has_the_columns_and_values_of_the_exports(library: str) -> None:
    pytest.importorskip(library)
    tables = onrecord.tables(full_record())
    made = {name: data for name, data in export("csv", full_record()).items() if name.removesuffix(".csv") in tables}
    assert len(made) == len(tables) > 30
    for name, data in made.items():
        sheet = tables[name.removesuffix(".csv")]
        frame = getattr(sheet, f"to_{library}")()
        assert ",".join(frame.columns) == data.decode("utf-8").partition("\n")[0]
        kinds = [column.kind for column in sheet.columns]
        assert _told(_rows(frame), kinds) == _told([tuple(row.values()) for row in csv_rows(data)], kinds)


def _rows(frame: Any) -> list[tuple[Any, ...]]:
    return frame.rows() if hasattr(frame, "rows") else list(frame.itertuples(index=False, name=None))


def _told(rows: Sequence[tuple[Any, ...]], kinds: Sequence[str]) -> list[tuple[Any, ...]]:
    return [tuple(map(_cell, row, kinds)) for row in rows]


def _cell(value: Any, kind: str) -> Any:
    """Return a value of a data frame or of a CSV; empty text is a missing value in the latter."""
    if value is None or str(value) in ("", "<NA>", "nan"):
        return None
    return float(value) if kind == "number" else str(value).lower() if kind == "boolean" else str(value)


@pytest.mark.parametrize("name", [*FIELDS, "evidence"])
def test_a_table_of_the_record_is_that_of_the_exports(name: str) -> None:
    pytest.importorskip("polars")
    for record in (full_record(), Record()):
        frame = getattr(record, name).to_polars()
        assert frame.equals(onrecord.tables(record)[name].to_polars())
        assert len(frame) == len(getattr(record, name).to_pandas())


def test_codes_stay_text_and_numbers_numbers() -> None:
    pytest.importorskip("polars")
    first, *rest = fixture.record().entities
    record = replace(fixture.record(), entities=(replace(first, code="007"), *rest))
    polars, pandas = record.entities.to_polars(), record.entities.to_pandas()
    assert "007" in list(polars["code"]) and "007" in list(pandas["code"])
    chosen = ["named", "confidence", "independent_sources"]
    assert [str(polars[name].dtype) for name in chosen] == ["Boolean", "Float64", "Int64"]
    assert [str(pandas[name].dtype) for name in chosen] == ["boolean", "Float64", "Int64"]


def test_without_text_no_words_of_reports_are_in_the_tables() -> None:
    pytest.importorskip("polars")
    record = full_record()
    frame = onrecord.tables(record, without_text=True)["evidence"].to_polars()
    assert set(frame["text"]) == {""} and len(frame) == len(record.evidence.to_polars())
    assert list(frame["words_sha256"]) == list(record.evidence.to_polars()["words_sha256"])


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_library_that_is_absent_is_named_with_what_to_install(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError, match=re.escape(f'pip install "onrecord[{library}]"')):
        getattr(Record().statements, f"to_{library}")()


class _Markup(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _hostile() -> Record:
    record = full_record()
    return replace(
        record,
        reports=tuple(replace(r, outlet=EVIL, title=EVIL, source="javascript:alert(1)") for r in record.reports),
        stories=(Story("so-reval", EVIL, fixture.STORY.reports),),
        entities=tuple(replace(e, name=EVIL, aliases=(EVIL,)) for e in record.entities),
        events=tuple(replace(e, label=EVIL, topics=(EVIL,)) for e in record.events),
        statements=tuple(replace(s, content=EVIL, speaker_text=EVIL, cue=EVIL) for s in record.statements),
    )


def test_what_notebooks_show_is_text_and_loads_nothing() -> None:
    record = _hostile()
    shown: list[Any] = [record, record.stories[0], record.evidence, *onrecord.readouts(record)]
    shown += [getattr(record, name) for name in FIELDS] + list(onrecord.tables(record).values())
    for value in shown:
        html = value._repr_html_()
        html.encode("utf-8")
        page = _Markup(html)
        assert page.tags <= set(_TAGS.split()) and page.attributes <= {"class", "style", "title"} and not page.open
        assert "mathjax_ignore" in html
    assert "<script>alert(1)" in _Markup(record.statements._repr_html_()).text


def test_a_notebook_shows_the_first_rows_and_how_many_are_left() -> None:
    many = Record(stories=tuple(Story(f"so-{n:03d}", NASTY, ()) for n in range(30)))
    assert "20 more of 30 rows" in many.stories._repr_html_()
    assert "10 more of 30 stories" in many._repr_html_() and "stories 30" in many._repr_html_()
    assert "more of" not in Record()._repr_html_() + Record().figures._repr_html_()
