"""Many near-identical pages must not cost the square of their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from onrecord.model import Findings, Report
from onrecord.reconcile import (
    cluster,
    copies,
    differing_events,
    differing_numbers,
    differing_words,
    independence,
    linking,
    reconcile,
)
from tests.reconcile.factory import Maker

PAGE = """The harbour council of Brask voted on Monday to close the old ferry pier: inspectors found cracked pillars.
Engineers will drain the basin next month, and fishing boats must move to the northern quay until spring.
“Nobody will lose a berth over this,” harbour master Ilse Brandvold said. The repair costs {n} million crowns."""


def page(n: int) -> Findings:
    m = Maker(PAGE.format(n=n), f"Outlet {n}")
    m.statement(m.person("Ilse Brandvold"), "“Nobody will lose a berth over this,”")
    return m.done()


def test_pages_of_one_text_are_compared_with_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = {"texts": 0, "facts": 0}
    honest_compare, honest_score = copies._compare, cluster._score

    def counting_compare(*args: object) -> object:
        compared["texts"] += 1
        return honest_compare(*args)  # type: ignore[arg-type]

    def counting_score(*args: object) -> float:
        compared["facts"] += 1
        return honest_score(*args)  # type: ignore[arg-type,type-var]

    monkeypatch.setattr(copies, "_compare", counting_compare)
    monkeypatch.setattr(cluster, "_score", counting_score)
    record = reconcile([page(n) for n in range(500)])
    assert compared["texts"] <= 500 * (copies.NEIGHBOURS + 2)
    assert compared["facts"] <= 500 * 4
    assert len(record.stories) == 1
    [statement] = record.statements
    assert (len(statement.reports), statement.independent_sources) == (500, 1)


def test_pages_that_share_only_a_common_phrase_are_not_compared() -> None:
    texts = [
        f"Word{n} at the end of the day it was one of the most talked about. Thing{n} other{n}." for n in range(60)
    ]
    record = reconcile([Findings(report=Report(id=f"r-{n:03}", text=t)) for n, t in enumerate(texts)])
    assert record.reuse == ()


CHANGED = """The harbour council of Brask agreed with the ferrymen on {day} June to close a pier: experts found cracks.
Engineers will drain the basin next month, and fishing boats must move to the northern quay until spring.
“Nobody will lose a {word} berth over this,” harbour master Ilse Brandvold said. The repair costs {n} million crowns."""
COMPARING = (
    (cluster, "_score"),
    (copies, "_compare"),
    (differing_events, "dates_fit"),
    (differing_numbers, "alike"),
    (differing_numbers, "compatible"),
    (differing_words, "_two_wordings"),
    (independence, "_common_origin"),
    (linking, "persons_clash"),
)


def changed_page(n: int) -> Findings:
    """Return a page of the one text with a day, a number and a word of the quotation that few others have."""
    word = "".join("bdfgklmnprstvz"[n // 14**k % 14] + "aeo"[n // 3**k % 3] for k in range(3))
    m = Maker(CHANGED.format(day=1 + n % 3, word=word, n=n + 20), f"Outlet {n}")
    m.statement(m.person("Ilse Brandvold"), f"“Nobody will lose a {word} berth over this,”")
    council = m.entity("organisation", "harbour council of Brask")
    day = m.date(f"{1 + n % 3} June", f"2031-06-{1 + n % 3:02}")
    m.event("AGREE", "agreed", council, m.entity("group", "ferrymen"), date=day, label="agreed to close a pier")
    m.figure(f"{n + 20} million crowns", n + 20, "million crowns", measure="price")
    return m.done()


def counted(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, calls: Counter[str]) -> None:
    honest: Callable[..., Any] = getattr(module, name)

    def counting(*args: Any) -> Any:
        calls[name] += 1
        return honest(*args)

    monkeypatch.setattr(module, name, counting)


def test_pages_that_each_change_a_word_are_not_compared_two_by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    for module, name in COMPARING:
        counted(monkeypatch, module, name, calls)
    record = reconcile([changed_page(n) for n in range(500)])
    assert set(calls) == {name for _, name in COMPARING}
    assert {name: n for name, n in calls.items() if n > 500 * 25} == {}
    assert len(record.stories) == 1
    told = {d.kind: len(d.positions) for d in record.differences}
    assert told["wording"] == told["number"] == 500
