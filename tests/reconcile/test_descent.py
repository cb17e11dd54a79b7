"""Whether two reports share a text, or only what both quote."""

from __future__ import annotations

import pytest

from onrecord.model import Findings, Report
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.descent import Descent
from onrecord.reconcile.independence import find_sources
from onrecord.reconcile.outlets import read_ties
from onrecord.reconcile.texts import read_text

PROSE = "inspectors sealed the grain terminal after weevils were found in three of its silos"
OWN = ("Farmers upriver wait for word from the capital.", "Bread prices rose at once in the old town of Brask.")


def descent(first: str, second: str, agency: str | None = None, table: str = "") -> Descent:
    reports = [
        Report(id=f"r-{n}", text=f"{OWN[n]}\n{text}", outlet=f"Outlet {n}", agency=(agency, None)[n])
        for n, text in enumerate((first, second))
    ]
    texts = [read_text(Findings(report=r)) for r in reports]
    return find_sources(texts, find_reuse(texts), read_ties([table])).descent("r-1", "r-0")


def test_a_run_of_prose_is_a_copy_and_an_agency_copy_where_one_is_credited() -> None:
    found = descent(f"On Friday {PROSE}.", f"The {PROSE}, they said.")
    assert (found.kind, found.agency) == ("copy", None)
    assert found.share > 0.3
    assert descent(f"On Friday {PROSE}.", f"The {PROSE}, they said.", agency="NWA").kind == "agency"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"“The {PROSE},” the mayor said.", f"The mayor: “My {PROSE}.”"),
        (f"'The {PROSE},' the mayor said.", f'"My {PROSE}," said the mayor of Brask.'),
        (f"My {PROSE} — Aurel Tamm (@aureltamm) May 4, 2021\nHe was there.", f"He wrote that my {PROSE}."),
        (f"“The {PROSE},” the mayor said.", f"The mayor wrote that {PROSE}."),
    ],
)
def test_words_that_either_marks_as_quoted_are_a_quotation(first: str, second: str) -> None:
    assert descent(first, second).kind == "quotation"


def test_names_and_titles_are_nobodys_prose() -> None:
    title = "Aurel Tamm, Author Of The Grain Terminal And Its Silos: A History Of Weevils"
    assert not descent(f"So says {title}.", f"We met {title}.").copied


def test_few_words_are_no_copy_unless_one_owner_stands_behind_both() -> None:
    few = "sealed the draughty terminal after weevils were found"
    first, second = f"Guards {few} early on.", f"Somebody {few}, we hear."
    assert descent(first, second).kind == "independent"
    assert descent(first, second, table="owner\tBrask Press\tOutlet 0|Outlet 1").copied


def test_reports_that_share_nothing_are_independent() -> None:
    assert descent("One.", "Two.") == Descent("independent")
