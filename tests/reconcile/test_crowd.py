"""Many near-identical pages must not cost the square of their number."""

from __future__ import annotations

import pytest

from onrecord.model import Findings, Report
from onrecord.reconcile import cluster, copies, reconcile
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
