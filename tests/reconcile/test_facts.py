"""Facts of several reports that are one fact, and those that are not."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Judgement, Record
from onrecord.reconcile import reconcile
from tests.reconcile.factory import Maker

SETTING = "Fishing delegations filled the chandlery hall of Tornby for the herring quota round."


def record(*makers: Maker) -> Record:
    made = reconcile([m.done() for m in makers])
    assert len(made.stories) == 1
    return made


def report(n: int, words: str) -> Maker:
    return Maker(f"{SETTING}\n{words}", f"Outlet {n}")


def meeting(n: int, a: str, b: str, words: str = "met") -> Maker:
    m = report(n, f"{a} {words} {b}.")
    m.event("CONSULT", words, m.person(a), m.person(b))
    return m


def test_a_meeting_is_one_whatever_the_verb() -> None:
    assert (
        len(
            record(
                meeting(1, "Odran Velk", "Tomas Quilla"), meeting(2, "Tomas Quilla", "Odran Velk", "received")
            ).events
        )
        == 1
    )


def test_one_mans_meetings_with_two_others_are_two() -> None:
    assert len(record(meeting(1, "Odran Velk", "Tomas Quilla"), meeting(2, "Odran Velk", "Ilse Brandvold")).events) == 2


def test_what_one_suffers_and_what_one_does_are_two() -> None:
    first, second = report(1, "Norway shelled a reef."), report(2, "Shells were fired at Norway.")
    norway = first.entity("state", "Norway", country="NOR")
    other = second.entity("state", "Norway", country="NOR")
    first.event("ASSAULT", "shelled", norway)
    second.event("ASSAULT", "Shells were fired", recipients=(other.id,))
    assert len(record(first, second).events) == 2


def test_a_fact_has_the_id_of_its_first_member_and_the_evidence_of_all() -> None:
    makers = [meeting(n, "Odran Velk", "Tomas Quilla") for n in (1, 2, 3)]
    [event] = record(*makers).events
    first = min((m.done() for m in makers), key=lambda f: f.report.id)
    assert event.id == first.events[0].id
    assert event.reports == tuple(sorted(m.id for m in makers))
    assert {e.report for e in event.evidence} == set(event.reports)


def test_support_of_independent_reports_raises_confidence() -> None:
    first, copied = (meeting(n, "Odran Velk", "Tomas Quilla") for n in (1, 2))
    own = Maker(
        "In Tornby, herring quotas brought Odran Velk and Tomas Quilla together: a chandlery hall, a round.", "B"
    )
    own.event("CONSULT", "together", own.person("Odran Velk"), own.person("Tomas Quilla"))
    alone, twice, apart = (record(*makers).events[0] for makers in ([first], [first, copied], [first, own]))
    assert alone.confidence == twice.confidence < apart.confidence <= 0.99
    assert (twice.independent_sources, apart.independent_sources) == (1, 2)


def saying(n: int, speaker: str, words: str, kind: str = "indirect") -> Maker:
    m = report(n, f"{speaker} said {words}.")
    m.statement(m.person(speaker), words, kind=kind)  # type: ignore[arg-type]
    return m


def test_indirect_statements_join_where_words_overlap_strongly() -> None:
    first = saying(1, "Odran Velk", "the herring quota must fall by a third to spare the spawning grounds")
    second = saying(2, "Odran Velk", "herring quotas had to fall by one third so that spawning grounds recover")
    [statement] = record(first, second).statements
    assert [v.compared for v in statement.variants] == ["same", "reworded"]


def test_statements_of_two_speakers_or_two_matters_stay_apart() -> None:
    words = "the herring quota must fall by a third to spare the spawning grounds"
    assert len(record(saying(1, "Odran Velk", words), saying(2, "Ilse Brandvold", words)).statements) == 2
    other = "the chandlery hall of the harbour will be sold to the highest bidder"
    assert len(record(saying(1, "Odran Velk", words), saying(2, "Odran Velk", other)).statements) == 2


def test_part_of_a_quotation_joins_the_whole() -> None:
    whole = saying(1, "Odran Velk", "“Sobering soundings with the herring fleet in Tornby”", "direct")
    setting = "At Tornby, quotas for herring bring fishing delegations together."
    part = Maker(f"{setting} Odran Velk said the voyage brought “sobering soundings”.", "B")
    part.statement(part.person("Odran Velk"), "the voyage brought “sobering soundings”", kind="mixed")
    [statement] = record(whole, part).statements
    assert statement.kind == "mixed"
    assert [g.reason for g in statement.source_groups] == ["both carry the same quotation"]


def supply(n: int, predicate: str, words: str, country: str = "NOR") -> Maker:
    m = report(n, words)
    launchers = m.entity("equipment", "L-40")
    state = m.entity("state", "buyers", country=country)
    m.relation(predicate, "L-40", None, launchers, parties=(state.id,))  # type: ignore[arg-type]
    return m


def test_relations_join_on_predicate_object_and_parties() -> None:
    one = supply(1, "supply", "Supply of L-40 to buyers.")
    assert len(record(one, supply(2, "supply", "L-40 go to buyers.")).relations) == 1
    assert len(record(one, supply(2, "licensed_production", "L-40 built by buyers.")).relations) == 2
    assert len(record(one, supply(2, "supply", "L-40 for buyers.", "PER")).relations) == 2


def test_small_numbers_without_an_event_join_only_in_like_surroundings() -> None:
    def counting(n: int, words: str) -> Maker:
        m = report(n, words)
        m.figure("five trawlers", 5, "trawlers")
        return m

    same = record(
        counting(1, "The coast guard of Brask impounded five trawlers with forged licences."),
        counting(2, "With forged licences, five trawlers lay impounded by the coast guard."),
    )
    apart = record(
        counting(1, "The coast guard of Brask impounded five trawlers with forged licences."),
        counting(2, "An auction of five trawlers drew bids from breakers abroad."),
    )
    assert (len(same.figures), len(apart.figures)) == (1, 2)


def test_links_between_facts_follow_the_merging() -> None:
    first, second = meeting(1, "Odran Velk", "Tomas Quilla"), meeting(2, "Odran Velk", "Tomas Quilla")
    for m in (first, second):
        whole = m.event("CONSULT", "herring quota round", label="herring quota round")
        m.events[0] = replace(m.events[0], within=whole.id)
    made = record(first, second)
    [inner] = [e for e in made.events if e.within]
    assert inner.within in {e.id for e in made.events if e.id != inner.id}
    assert len(made.events) == 2


def test_a_person_may_join_what_the_program_kept_apart() -> None:
    first, second = meeting(1, "Odran Velk", "Tomas Quilla"), meeting(2, "Odran Velk", "Ilse Brandvold")
    wish = Judgement(first.events[0].id, second.events[0].id, "same", 1.0, "a slip of the pen", "reader", "2025-01-01")
    assert len(reconcile([first.done(), second.done()], judgements=[wish]).events) == 1


def test_what_a_person_joins_goes_before_a_copied_passage() -> None:
    shared = "Odran Velk met Tomas Quilla beside the flooded turbine cellar and they inspected every pump there twice."
    made = []
    for n, outlet in enumerate(("Outlet 1", "Outlet 2", "Outlet 3")):
        whom = "Ilse Brandvold" if n == 2 else "Tomas Quilla"
        m = Maker(f"{SETTING}\n{shared.replace('Tomas Quilla', whom)}", outlet)
        m.event("CONSULT", "met", m.person("Odran Velk"), m.person(whom))
        made.append(m)
    findings = [m.done() for m in made]
    assert len(reconcile(findings).events) == 2
    for copied in made[:2]:
        ids = sorted((copied.events[0].id, made[2].events[0].id))
        wish = Judgement(ids[0], ids[1], "same", 1.0, "a slip of the pen", "reader", "2025-01-01")
        assert any({copied.id, made[2].id} <= set(e.reports) for e in reconcile(findings, judgements=[wish]).events)
