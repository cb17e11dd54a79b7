"""Words that two reports share."""

from __future__ import annotations

from onrecord.model import Findings, Passage, Report, Reuse
from onrecord.reconcile.copies import find_reuse
from onrecord.reconcile.texts import read_text
from tests.reconcile.factory import Maker

LEAD = "Tidewater inspectors sealed the grain terminal after weevils were found in three silos."
OWN_A = "Farmers upriver wait for word from the capital."
OWN_B = "Bread prices rose at once, traders in the old town complained bitterly."


def reuse(*texts: str) -> tuple[tuple[Reuse, ...], dict[str, str]]:
    findings = [Findings(report=Report(id=f"r-{n}", text=text)) for n, text in enumerate(texts)]
    return find_reuse([read_text(f) for f in findings]), {f.report.id: f.report.text for f in findings}


def words_of(row: Reuse, texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(p.a.of(texts[row.reports[0]]), p.b.of(texts[row.reports[1]])) for p in row.passages]


def test_a_copied_sentence_is_one_passage_with_its_exact_place() -> None:
    [row], texts = reuse(f"{LEAD}\n{OWN_A}", f"{OWN_B}\n{LEAD}")
    assert words_of(row, texts) == [(LEAD[:-1], LEAD[:-1])]
    assert [p.kind for p in row.passages] == ["copy"]
    assert row.share == round(13 / 21, 4)


def test_case_dashes_and_accents_make_no_difference() -> None:
    [row], texts = reuse(
        "A blast killed 14 stevedores including a Chilean cook.",
        "He spoke of it: killed 14 Stévedores — including a Chilean cook — and more.",
    )
    assert words_of(row, texts) == [
        ("killed 14 stevedores including a Chilean cook", "killed 14 Stévedores — including a Chilean cook")
    ]


def test_titles_and_names_alone_are_no_copy() -> None:
    rows, _ = reuse(
        "The Foreign Minister of the Republic of Peru Tomas Quilla left.",
        "We saw the Foreign Minister of the Republic of Peru Tomas Quilla smile.",
    )
    assert rows == ()


def test_common_phrases_are_no_copy() -> None:
    rows, _ = reuse("It was one of the first of its kind in the town.", "That is one of the first of its kind at sea.")
    assert rows == ()


def test_shared_quotations_are_marked_and_do_not_count_as_copied() -> None:
    quote = "We will drain every last cellar before the frost"
    [row], texts = reuse(f"Mayor Aurel Tamm: “{quote},” he wrote.", f'"{quote}", promised the mayor of Brask.')
    assert words_of(row, texts) == [(quote, quote)]
    assert (row.passages[0].kind, row.share) == ("quotation", 0.0)


def test_a_shared_communique_is_official_text() -> None:
    words = "both parties reaffirmed their resolve to dredge the shipping lane jointly"
    found = []
    for n, text in enumerate((f"The ministry said in a statement that {words}.", f"According to a statement {words}.")):
        m = Maker(text, f"Outlet {n}")
        ministry = m.entity("organisation", "ministry" if n == 0 else "statement", named=False)
        m.statement(ministry, words, cue="said" if n == 0 else "According", kind="indirect", channel="statement")
        found.append(m.done())
    [row] = find_reuse(sorted((read_text(f) for f in found), key=lambda t: t.report.id))
    assert [p.kind for p in row.passages] == ["official"]


def test_identical_texts_are_whole_copies_however_short() -> None:
    [row], texts = reuse("Pier shut.", "Pier shut.")
    assert row == Reuse(("r-0", "r-1"), 1.0, (Passage(row.passages[0].a, row.passages[0].b, "copy"),))
    assert words_of(row, texts) == [("Pier shut", "Pier shut")]


def test_nothing_shared_gives_no_row() -> None:
    assert reuse(OWN_A, OWN_B, "")[0] == ()
