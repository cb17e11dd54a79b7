"""Ids, and model values as JSON and back."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.model import Entity, Evidence, Passage, Record, Report, Reuse, Span, digest, fact_id, first_evidence
from onrecord.model.serial import dumps, json_schema, loads, record_from_dict

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(spans, spans)
def test_spans(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)
    assert a.covers(b) == (shared == set(range(b.start, b.end)))


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_digests_tell_parts_apart(a: list[str], b: list[str]) -> None:
    assert (digest(*a) == digest(*b)) == (a == b)


@given(st.permutations([("r-1", 0, 3, 0), ("r-1", 9, 12, 1), ("r-2", 4, 6, 0)]))
def test_an_id_rests_on_the_first_telling_alone(order: list[tuple[str, int, int, int]]) -> None:
    evidence = [Evidence(r, s, e, "x" * (e - s), "mention", m) for r, s, e, m in order]
    first = Evidence("r-1", 0, 3, "xxx", "mention", 0)
    assert fact_id("en", "person", evidence) == fact_id("en", "person", [first])
    assert fact_id("en", "state", evidence) != fact_id("en", "person", evidence)
    assert first_evidence(evidence) == ("r-1", 0, 3)


def test_a_fact_without_evidence_has_no_id() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        fact_id("en", "person", [])


def record() -> Record:
    evidence = (Evidence("r-1", 0, 3, "Ana", "mention"),)
    return Record(
        reports=(Report(id="r-1", text="Ana"),),
        entities=(Entity(id="en-1", evidence=evidence, reports=("r-1",), kind="person", name="Ana"),),
        reuse=(Reuse(("r-1", "r-2"), 0.5, (Passage(Span(0, 3), Span(1, 4), "copy"),)),),
    )


def test_a_record_reads_back_equal() -> None:
    assert record_from_dict(record().to_dict()) == record()
    assert loads(Record, dumps(record())) == record()


def test_the_schema_takes_a_record_and_refuses_another() -> None:
    data = record().to_dict()
    jsonschema.validate(data, json_schema())
    for broken in (
        {**data, "format": "onrecord/2"},
        {**data, "more": []},
        {k: v for k, v in data.items() if k != "reuse"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, json_schema())
    data["entities"][0]["kind"] = "animal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())


@pytest.mark.parametrize("data", [{}, {"format": "onrecord/2"}, {"format": "onrecord/1", "reports": [{"id": 3}]}])
def test_another_format_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        record_from_dict(data)


def test_a_damaged_value_is_refused() -> None:
    with pytest.raises(RecordError, match="damaged"):
        loads(Report, "{")
