"""What must hold of any record, whatever the findings: order, copies, removal, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Date, Fact, Findings, Record
from onrecord.reconcile import reconcile
from tests.reconcile.factory import Maker
from tests.reconcile.samples import copy_of, post, wire

FAST = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
PEOPLE = ("Odran Velk", "Sigrun Aasland", "Tomas Quilla", "Ilse Brandvold", "Aurel Tamm")
PLACES = ("Sellin", "Brask", "Tornby")
SAYINGS = (
    "the ferry line will open before winter",
    "no patrol has left the northern harbour",
    "grain prices are a matter for both parliaments",
)
DAYS = ("2025-03-01", "2025-03-02", "2025-05-20")


@st.composite
def findings(draw: st.DrawFn, outlet: str) -> Findings:
    """Return a report made of sentences about few people, so that reports often tell the same."""
    meetings = draw(st.lists(st.tuples(*[st.sampled_from(PEOPLE)] * 2), max_size=2))
    attacks = draw(st.lists(st.tuples(st.sampled_from(PLACES), st.integers(2, 40)), max_size=2))
    sayings = draw(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SAYINGS)), max_size=2))
    lines = [f"{a} met {b} on 1 March." for a, b in meetings]
    lines += [f"A bombing in {place} killed {dead} sailors." for place, dead in attacks]
    lines += [f"“{words},” {who} said." for who, words in sayings]
    published = draw(st.none() | st.sampled_from(DAYS))
    m = Maker("\n".join([f"Notes of {outlet}.", *lines]), outlet, published)
    everybody = sorted({p for pair in meetings for p in pair} | {who for who, _ in sayings})
    people = {name: m.person(name) for name in everybody}
    for n, (a, b) in enumerate(meetings):
        day = Date("2025-03-01", "2025-03-01", "day", "1 March")
        m.event("CONSULT", "met", *{people[a].id: people[a], people[b].id: people[b]}.values(), date=day, nth=n)
    for n, (place, dead) in enumerate(attacks):
        event = m.event("ASSAULT", "bombing", place=place, label=f"bombing in {place}", nth=n)
        m.figure(f"{dead} sailors", dead, "sailors", event, measure="killed")
    for who, words in dict(sayings).items():
        m.statement(people[who], f"“{words},”")
    done = m.done()
    unique = {f.id: f for f in done.figures}
    said = {s.id: s for s in done.statements}
    return replace(
        done, figures=tuple(unique[i] for i in sorted(unique)), statements=tuple(said[i] for i in sorted(said))
    )


def several() -> st.SearchStrategy[list[Findings]]:
    outlets = ("Aft", "Bow", "Cog", "Dock")
    return (
        st.tuples(*[findings(o) for o in outlets])
        .map(list)
        .flatmap(lambda all_: st.integers(2, len(all_)).map(lambda n: all_[:n]))
    )


def facts(record: Record) -> Iterator[Fact]:
    for table in (record.entities, record.events, record.statements, record.relations, record.figures):
        yield from table


def content(record: Record, without: str = "") -> set[frozenset[tuple[str, int, int, str]]]:
    """Return each fact as the places of its evidence, one report left out."""
    found = (
        frozenset((e.report, e.start, e.end, e.role) for e in fact.evidence if e.report != without)
        for fact in facts(record)
    )
    return {places for places in found if places}


def links(value: Any) -> set[str]:
    """Return all ids of facts that a part of a record speaks of."""
    record: Record = value
    found: set[str] = set()
    for event in record.events:
        found |= {*event.actors, *event.recipients, *event.after, *(p.entity for p in event.participants)}
        found |= {event.within} if event.within else set()
    for statement in record.statements:
        found |= {x for x in (statement.speaker, statement.relayed_by, *statement.addressees) if x}
    for relation in record.relations:
        found |= {x for x in (relation.subject, relation.object, *relation.parties) if x}
    found |= {f.of for f in record.figures if f.of}
    found |= {a for d in record.differences for a in d.about} | {c.fact for c in record.coverage}
    return found | {e.entity for fact in facts(record) for e in fact.evidence if e.entity}


@FAST
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(given_: list[Findings], random: Any) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert reconcile(shuffled) == reconcile(given_)


@FAST
@given(several())
def test_the_same_findings_twice_are_the_same_record(given_: list[Findings]) -> None:
    assert reconcile([*given_, *given_]) == reconcile(given_)


@FAST
@given(several())
def test_every_id_is_unique_and_every_link_resolves(given_: list[Findings]) -> None:
    record = reconcile(given_)
    ids = [fact.id for fact in facts(record)] + [s.id for s in record.stories] + [r.id for r in record.reports]
    ids += [d.id for d in record.differences]
    assert len(ids) == len(set(ids))
    assert links(record) <= {fact.id for fact in facts(record)}
    texts = {r.id: r.text for r in record.reports}
    assert all(texts[e.report][e.start : e.end] == e.text for fact in facts(record) for e in fact.evidence)
    assert all(1 <= fact.independent_sources <= len(fact.reports) for fact in facts(record))
    assert all(sorted(r for g in fact.source_groups for r in g.reports) == list(fact.reports) for fact in facts(record))
    assert {row.story for row in record.coverage} <= {s.id for s in record.stories}


@FAST
@given(several(), st.integers(0, 3))
def test_a_copy_never_adds_an_independent_source(given_: list[Findings], which: int) -> None:
    copied = copy_of(given_[which % len(given_)], "Zenith")
    before = {frozenset(_own(f, copied)): f.independent_sources for f in facts(reconcile(given_))}
    after = reconcile([*given_, copied])
    for fact in facts(after):
        places = frozenset(_own(fact, copied))
        if places in before:
            assert fact.independent_sources <= before[places]
        else:  # no fact but those that the reports gave before
            raise AssertionError(f"{fact.id} is new")


def _own(fact: Fact, copied: Findings) -> set[tuple[str, int, int]]:
    return {(e.report, e.start, e.end) for e in fact.evidence if e.report != copied.report.id}


@FAST
@given(several())
def test_an_unrelated_report_changes_no_fact_of_the_others(given_: list[Findings]) -> None:
    m = Maker("The museum of glass in Ostervik reopened after repairs to its roof.", "Quiet Weekly")
    m.entity("place", "Ostervik")
    other = m.done()
    before = {f.id: f for f in facts(reconcile(given_))}
    after = {f.id: f for f in facts(reconcile([*given_, other])) if f.reports != (other.report.id,)}
    assert before == after


def test_removing_a_report_removes_what_only_it_carried() -> None:
    extra = Maker("Sellin, 27 June. Aurel Tamm said: “The pier is closed.”", "Pier Gazette")
    extra.statement(extra.person("Aurel Tamm"), "“The pier is closed.”")
    everything: Sequence[Findings] = [post(), wire(), extra.done()]
    full = reconcile(everything)
    for gone in everything:
        rest = reconcile([f for f in everything if f is not gone])
        assert content(full, without=gone.report.id) == content(rest)
