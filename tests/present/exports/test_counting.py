"""Which events count, once each, on which day, how much; and the panel of pairs of states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from onrecord.annotate.states import states
from onrecord.extract.plover import MODES, QUADS
from onrecord.model import Date, Entity, Event, Record
from onrecord.present.exports.bundle import Bundle, Options, bundle
from onrecord.present.exports.cameo import CAMEO, cameo_of
from onrecord.present.exports.codes import Codes, acts_for, codes_of
from onrecord.present.exports.counting import counted, last_day, said_when
from onrecord.present.exports.panel import EVENTS_COUNTED, PAIRS_MONTHLY, pairs_of
from tests.present import fixture
from tests.present.exports.kit import A, C, records
from tests.present.exports.test_tables import SLOW

AUGUST = Date("2025-08-04", "2025-08-04", "day", "Monday")


def state(code: str, *sectors: str, kind: str = "state") -> Entity:
    return fixture.entity(f"en-{code}-{''.join(sectors)}", kind, code, fixture.said(A, "Estonian", "mention"),
                          code=code, sectors=sectors)  # fmt: skip


def happening(
    type: str, actors: list[Entity], recipients: list[Entity], words: str = "met Cypriot", **more: Any
) -> Event:
    given_: dict[str, Any] = {"date": AUGUST, **more}
    return fixture.event("ev-1", "x", type, fixture.said(A, words, "trigger"), actors=tuple(e.id for e in actors),
                         recipients=tuple(e.id for e in recipients), **given_)  # fmt: skip


def ready(*events: Event, entities: tuple[Entity, ...] = ()) -> Bundle:
    return bundle(Record(reports=fixture.reports(), entities=entities, events=events), Options(without_text=True))


NAM, PER, FJI = state("NAM"), state("PER", "MIL", kind="organisation"), state("FJI")
FIRM, REBELS = state("NAM", "BUS", kind="organisation"), state("REB", "REB", kind="group")
THREE = dict.fromkeys([("FJI", "NAM"), ("FJI", "PER"), ("NAM", "PER")], "mutual")
ALL = (NAM, PER, FJI, FIRM, REBELS)


def rows(table: Any, of: Bundle) -> list[dict[str, Any]]:
    return [dict(zip((c.name for c in table.columns), row, strict=True)) for row in table.rows(of)]


@pytest.mark.parametrize(
    ("type", "actors", "recipients", "words", "pairs"),
    [
        ("ASSAULT", [NAM], [PER], "met Cypriot", {("NAM", "PER"): "a_to_b"}),
        ("ASSAULT", [PER], [NAM], "met Cypriot", {("NAM", "PER"): "b_to_a"}),
        ("ASSAULT", [PER, NAM], [], "met Cypriot", {}),  # who fights whom is not said
        ("CONSULT", [PER, NAM, FJI], [], "met Cypriot", THREE),
        ("CONSULT", [PER], [PER], "met Cypriot", {}),
        ("SUPPORT", [PER, NAM], [], "signed a memorandum", {("NAM", "PER"): "mutual"}),
        ("SUPPORT", [PER, NAM], [], "met Cypriot", {}),
        ("AID", [FIRM], [PER], "met Cypriot", {}),
        ("ASSAULT", [REBELS], [PER], "met Cypriot", {}),
        ("ACCUSE", [PER, NAM], [NAM, PER], "met Cypriot", {("NAM", "PER"): "mutual"}),
    ],
)  # fmt: skip
def test_which_pairs_an_event_ties(type: str, actors: Any, recipients: Any, words: str, pairs: Any) -> None:
    event = happening(type, actors, recipients, words)
    assert pairs_of(ready(event, entities=ALL), event) == pairs


def test_the_panel_counts_an_event_once_and_weighs_it_by_its_sources() -> None:
    met = happening("CONSULT", [PER, NAM], [], confidence=0.75)
    met = replace(met, reports=(A, fixture.B, C), independent_sources=2)
    struck = replace(happening("ASSAULT", [NAM], [PER], date=None), id="ev-2", quad=4)
    planned = replace(met, id="ev-3", status="planned")
    vague = replace(met, id="ev-4", date=Date("2025", "2025", "year", "2025"))
    panel = rows(PAIRS_MONTHLY, ready(met, struck, planned, vague, entities=ALL))
    assert [(row["month"], row["state_a"], row["state_b"]) for row in panel] == [
        ("2025-08", "NAM", "PER"), ("2025-09", "NAM", "PER"),
    ]  # fmt: skip
    august, september = panel
    assert {k: v for k, v in august.items() if v and k not in PAIRS_MONTHLY.key} == {
        "events": 1, "weight": 2, "expected": 0.75, "mutual": 1, "events_verbal_cooperation": 1,
        "weight_verbal_cooperation": 2,
    }  # fmt: skip
    assert (september["a_to_b"], september["events_material_conflict"], september["dated_by_report"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("date", "start"),
    [
        (AUGUST, "2025-08-04"),
        (Date("2025-08", "2025-08", "month", "August"), "2025-08"),
        (Date("--08-30", "--08-30", None, "August 30"), None),
        (Date(None, None, None, "Thursday"), None),
        (None, None),
    ],
)
def test_only_a_date_with_its_year_is_one(date: Date | None, start: str | None) -> None:
    found = said_when(happening("AID", [], [], date=date))
    assert (found.start if found else None) == start


def test_without_a_date_the_earliest_report_dates_it() -> None:
    undated = replace(happening("AID", [NAM], [PER], date=None), reports=(A, C))
    alone = replace(undated, id="ev-2", reports=(C,))  # a report without a day
    told = rows(EVENTS_COUNTED, ready(undated, alone, entities=ALL))
    assert [(row["start"], row["dated_by"]) for row in told] == [("2025-09-03", "report"), (None, None)]


@pytest.mark.parametrize(("date", "day"), [("2024-02", "2024-02-29"), ("2025", "2025-12-31"), ("2025-03-02",) * 2])
def test_the_last_day(date: str, day: str) -> None:
    assert last_day(date) == day


@SLOW
@given(records())
def test_weights_of_any_record_are_its_sources(record: Record) -> None:
    ready_ = bundle(record, Options())
    for one in counted(ready_):
        assert one.weight == (one.event.independent_sources if one.event.status in ("occurred", "ongoing") else 0)
    for row in rows(PAIRS_MONTHLY, ready_):
        assert row["state_a"] < row["state_b"]
        assert row["events"] == row["a_to_b"] + row["b_to_a"] + row["mutual"]
        assert row["weight"] == sum(row[f"weight_{q}"] for q in ("verbal_cooperation", "material_cooperation",
                                                                   "verbal_conflict", "material_conflict"))  # fmt: skip


def test_every_type_and_mode_has_a_cameo_code_of_three_digits_or_more() -> None:
    used = set()
    for type, quad in QUADS.items():
        for mode in (None, *sorted(MODES.get(type, ()))):
            for contexts in ((), ("military",)):
                code = cameo_of(ready(), happening(type, [], [], mode=mode, contexts=contexts))
                used.add(code.code)
                conflict = type not in ("ACCUSE", "SANCTION", "ASSAULT")  # these change sides: 090, 116, 175
                assert not conflict or (code.quad > 2) == (quad > 2), (type, mode)
    assert used | {"057"} == set(CAMEO)
    signed = happening("SUPPORT", [NAM], [], "signed a memorandum")
    assert cameo_of(ready(signed, entities=ALL), signed).code == "057"


def test_states_have_their_codes() -> None:
    assert codes_of("DEU") == Codes("DE", "GM", "255")
    assert codes_of(None) == codes_of("IGO") == Codes()
    assert {one.iso3 for one in states() if not codes_of(one.iso3).iso2} == set()
    numbers = [codes_of(one.iso3).cow for one in states() if codes_of(one.iso3).cow]
    assert len(numbers) == len(set(numbers)) > 190
    assert [acts_for(e) for e in ALL] == ["NAM", "PER", "FJI", None, None]
