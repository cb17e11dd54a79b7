"""Two deeds are never one event, and one deed told in other words is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Date, Event, EventType, Place, Record, Status
from onrecord.reconcile import reconcile
from onrecord.reconcile.deeds import deed_words, kinds
from tests.reconcile.factory import Maker

SETTING = "Brask and Tornby, two ports on the herring coast, have quarrelled over the estuary lights since the spring."


def deed(
    n: int,
    type_: EventType,
    trigger: str,
    rest: str = "",
    status: Status = "occurred",
    when: str = "",
    published: str | None = None,
) -> Maker:
    """Return a report in which Brask does something to Tornby."""
    text = f"{SETTING}\nBrask {trigger} {rest} Tornby{' ' + when if when else ''}."
    m = Maker(text, f"Outlet {n}", published=published)
    act(m, type_, trigger, f"Brask {trigger} {rest}".strip(), status, when)
    return m


def act(m: Maker, type_: EventType, trigger: str, label: str, status: Status, when: str = "") -> Event:
    known = {e.name: e for e in m.entities}
    brask = known.get("Brask") or m.entity("organisation", "Brask")
    tornby = known.get("Tornby") or m.entity("organisation", "Tornby")
    date = Date(None, None, None, when) if when else None
    return m.event(type_, trigger, brask, label=label, status=status, date=date, recipients=(tornby.id,))


def events(*makers: Maker) -> list[Event]:
    record: Record = reconcile([m.done() for m in makers])
    assert len(record.stories) == 1
    return list(record.events)


@pytest.mark.parametrize(
    ("type_", "first", "second"),
    [
        ("AGREE", "invited", "accepted an invitation from"),
        ("AGREE", "agreed to dredge the estuary with", "agreed to raise pilot wages with"),
        ("SANCTION", "recalled its envoy from", "closed its border with"),
        ("REJECT", "rejected the pilotage tariff of", "denied the smuggling charges of"),
        ("SUPPORT", "praised the lifeboat crews of", "signed a contract with"),
    ],
)
def test_deeds_of_other_words_are_two(type_: EventType, first: str, second: str) -> None:
    assert len(events(deed(1, type_, first), deed(2, type_, second))) == 2


@pytest.mark.parametrize(
    ("type_", "first", "second"),
    [
        ("SANCTION", "expelled the harbour master of", "ordered the expulsion of the harbour master of"),
        ("SUPPORT", "thanked", "expressed deep gratitude to"),
        ("AGREE", "agreed to dredge the estuary with", "reached an agreement to dredge the estuary with"),
        ("SUPPORT", "signed a pilotage contract with", "signed a pilotage agreement with"),
    ],
)
def test_one_deed_in_other_words_is_one(type_: EventType, first: str, second: str) -> None:
    assert len(events(deed(1, type_, first), deed(2, type_, second))) == 1


def test_a_light_verb_leaves_the_deed_to_its_noun() -> None:
    [event] = deed(1, "ASSAULT", "carried out airstrikes on").events
    assert kinds(deed_words(event)) >= {"#airstrike"}
    [event] = deed(1, "SANCTION", "expelled the envoy of").events
    assert deed_words(event) == {"expel"}
    [event] = deed(1, "ASSAULT", "Morgenrot bomb attack").events
    assert kinds(deed_words(event)) >= {"#bomb"}


def test_a_deed_a_fortnight_later_is_another() -> None:
    def on(n: int, day: str) -> Maker:
        m = deed(n, "ASSAULT", "shelled the quays of")
        m.events[0] = replace(m.events[0], date=Date(day, day, "day", None))
        return m

    assert len(events(on(1, "2025-03-03"), on(2, "2025-03-04"))) == 1
    assert len(events(on(1, "2025-03-03"), on(2, "2025-03-17"))) == 2


def on_two_days(type_: EventType, trigger: str, *published: str) -> Record:
    days = ((1, "Tuesday"), (2, "Wednesday"))
    own = published or (None, None)
    makers = [deed(n, type_, trigger, when=day, published=own[n - 1]) for n, day in days]
    return reconcile([m.done() for m in makers])


@pytest.mark.parametrize("published", [(), ("2025-05-01", "2025-05-01")])
def test_two_weekdays_of_a_deed_that_is_done_once_are_a_difference(published: tuple[str, ...]) -> None:
    record = on_two_days("SUPPORT", "signed a pilotage contract with", *published)
    [difference] = [d for d in record.differences if d.kind == "date"]
    assert sorted(e.text for p in difference.positions for e in p.evidence) == ["Tuesday", "Wednesday"]


def test_two_days_of_reports_that_follow_one_another_are_two_deeds() -> None:
    record = on_two_days("SUPPORT", "signed a pilotage contract with", "2025-05-01", "2025-05-02")
    assert len(record.events) == 2
    assert record.differences == ()


def test_an_attack_on_another_day_is_another_attack_unless_told_on_one_day() -> None:
    assert len(on_two_days("ASSAULT", "shelled the quays of").events) == 2
    assert len(on_two_days("ASSAULT", "shelled the quays of", "2025-05-01", "2025-05-02").events) == 2
    record = on_two_days("ASSAULT", "shelled the quays of", "2025-05-01", "2025-05-01")
    assert [d.kind for d in record.differences] == ["date"]


def test_without_place_and_day_words_alone_make_no_event_one() -> None:
    def told(n: int, *parties: str) -> Maker:
        setting = (SETTING, "Over the estuary lights of the herring coast two ports are at odds.")[n % 2]
        after = ("An aide spoke of a new spring.", "Nobody would say what it costs.")[n % 2]
        words = f"{' '.join(parties)} signed the pilotage contract"
        m = Maker(f"{setting} {words}. {after}", f"Outlet {n}")
        held = [m.entity("organisation", name) for name in parties]
        m.event("AGREE", "signed the pilotage contract", *held)
        return m

    assert len(events(told(1, "Brask", "Tornby"), told(2, "Brask", "Tornby"))) == 1
    assert len(events(told(1, "Brask"), told(2, "Brask", "Tornby"))) == 1
    assert len(events(told(1, "Brask", "Tornby"), told(2, "Brask", "Orsk"))) == 2
    assert len(events(told(1, "Brask"), told(2, "Tornby"))) == 2
    assert len(events(told(1), told(2))) == 2
    assert len(events(told(1), told(2, "Brask"))) == 2


def test_the_same_words_in_another_place_are_another_attack() -> None:
    def blast(n: int, place: Place) -> Maker:
        m = Maker(f"{SETTING}\nA car bomb exploded outside the market of {place.name}.", f"Outlet {n}")
        m.event("ASSAULT", "car bomb exploded", place=place.name)
        m.events[0] = replace(m.events[0], place=place)
        return m

    here = Place("Sellin", "NOR", geonameid=1, latitude=60.0, longitude=5.0)
    north = Place("Ostervik", "NOR", geonameid=2, latitude=66.0, longitude=13.0)
    assert len(events(blast(1, here), blast(2, north))) == 2
    assert len(events(blast(1, here), blast(2, here))) == 1


@pytest.mark.parametrize(
    ("of_deed", "of_plan", "differs"),
    [
        ("2025-05-02", "2025-05-02", True),
        ("2025-05-02", "2025-05-03", True),
        ("2025-05-02", "2025-05-01", False),
        ("2025-05-02", None, False),
        (None, None, False),
    ],
)
def test_a_plan_joins_the_deed_and_differs_unless_it_may_be_older(
    of_deed: str | None, of_plan: str | None, differs: bool
) -> None:
    done = deed(1, "SUPPORT", "signed a pilotage contract with", published=of_deed)
    plan = deed(2, "SUPPORT", "will sign a pilotage contract with", status="planned", published=of_plan)
    record = reconcile([done.done(), plan.done()])
    [event] = record.events
    assert event.status == "occurred"
    found = [sorted(p.value for p in d.positions) for d in record.differences if d.kind == "status"]
    assert found == ([["occurred", "planned"]] if differs else [])


def test_a_plan_beside_the_reports_own_deed_is_a_second_deed() -> None:
    done = deed(1, "SUPPORT", "signed a pilotage contract with")
    both = Maker(f"{SETTING}\nBrask signed a towing contract with Tornby. Brask will sign a pilotage contract.", "B")
    act(both, "SUPPORT", "signed a towing contract", "Brask signed a towing contract", "occurred")
    act(both, "SUPPORT", "sign a pilotage contract", "Brask will sign a pilotage contract", "planned")
    found = events(done, both)
    assert sorted(len(e.reports) for e in found if e.status == "planned") == [1]


def test_places_of_one_country_are_a_difference() -> None:
    def at(n: int, place: Place) -> Maker:
        m = deed(n, "SUPPORT", "signed a pilotage contract with", f"in {place.name} with")
        [event] = m.events
        evidence = (*event.evidence, m.at(place.name, "place"))
        m.events[0] = replace(event, place=place, evidence=evidence)
        return m

    here = Place("Sellin", "NOR", geonameid=1, latitude=60.0, longitude=5.0)
    north = Place("Ostervik", "NOR", geonameid=2, latitude=66.0, longitude=13.0)
    record = reconcile([at(1, here).done(), at(2, north).done()])
    assert len(record.events) == 1
    assert [d.kind for d in record.differences] == ["place"]
