"""Edited articles: which texts are of one article, what changed, what corrects what, and what facts say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.changes import article_keys, compare_texts, find_notices, find_ties, is_version, mark
from onrecord.model import Entity, Evidence, Record, Report, SourceGroup

BODY = (
    "Ana Lind met Jo Berg in Oslo on Monday.\n"
    "At least 7 boats were seized in March, the coast guard said. The ministers agreed to meet again.\n"
    "“We have settled the matter,” Lind said."
)


def report(text: str, id_: str = "r-1", **more: str) -> Report:
    return Report(id=id_, text=text, outlet=more.pop("outlet", "Fjord Post"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/news/1", "http://www.a.example/news/1/#top", True),
        ("https://a.example/news/1?utm_source=x", "https://a.example/news/1", True),
        ("https://a.example/news?id=1", "https://a.example/news?id=2", False),
        ("https://a.example/news/1", "https://b.example/news/1", False),
    ],
)
def test_the_address_of_an_article(one: str, other: str, same: bool) -> None:
    keys = [article_keys(Report(id="r", text="x", sources=(source,))) for source in (one, other)]
    assert (keys[0] == keys[1] != ()) == same


def test_a_front_page_a_row_and_a_missing_file_name_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    for source in ("https://a.example/", "https://a.example", "rows.jsonl:3", str(tmp_path / "b.txt")):
        assert article_keys(Report(id="r", text="x", sources=(source,))) == ()
    assert len(article_keys(Report(id="r", text="x", sources=(str(tmp_path / "a.txt"),)))) == 1
    assert len(article_keys(Report(id="r", text="x", outlet="Post", given_id="77"))) == 1


def test_two_texts_are_of_one_article_if_they_are_alike() -> None:
    assert is_version(report(BODY), report(BODY.replace("7", "9")))
    assert not is_version(report(BODY), report("Farmers in the valley expect a poor harvest after weeks of drought."))
    assert is_version(report(BODY, title="Row ends"), report("Wholly other words.", title="Row Ends"))


def test_what_changed_is_told_sentence_by_sentence() -> None:
    new = (
        "Ana Lind met Jo Holm in Oslo on Monday.\n"
        "At least 9 boats were seized in March, the coast guard said.\n"
        '"We have settled the matter," Lind said.\n'
        "The talks go on in Bergen next week."
    )
    changes = compare_texts(report(BODY), report(new))
    told = [
        (c.kind, c.before.of(BODY) if c.before else None, c.after.of(new) if c.after else None, c.what) for c in changes
    ]
    assert told == [
        ("name", BODY.split("\n")[0], new.split("\n")[0], ("Berg", "Holm")),
        (
            "number",
            "At least 7 boats were seized in March, the coast guard said.",
            "At least 9 boats were seized in March, the coast guard said.",
            ("7", "9"),
        ),
        ("removed", "The ministers agreed to meet again.", None, ("", "")),
        ("added", None, "The talks go on in Bergen next week.", ("", "")),
    ]  # fmt: skip


def test_marks_and_spaces_are_no_change() -> None:
    assert compare_texts(report(BODY), report(BODY.replace("“", '"').replace("”", '"').replace(" ", "  "))) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: The number of boats is nine.", "correction"),
        ("CORRECTION (March 4) — The minister is Jo Holm.", "correction"),
        ("(Corrects spelling of minister's name in paragraph 2)", "correction"),
        ("An earlier version of this article misstated the number of boats.", "correction"),
        ("A previous version of this story incorrectly said seven boats were seized.", "correction"),
        ("This article was amended on 4 March 2025 because an earlier version gave a wrong number.", "correction"),
        ("This story has been corrected to fix the number of boats.", "correction"),
        ("An article on Monday about the talks in Oslo misidentified the Danish minister.", "correction"),
        ("CORRECTION:\nThe number of boats is nine.", "correction"),
        ("Editor's note: This piece was updated; the name was misstated.", "correction"),
        ("We wrongly reported that seven boats were seized.", "correction"),
        ("This story has been retracted because its source could not be confirmed.", "retraction"),
        ("We have withdrawn our earlier story on the boats.", "retraction"),
        ("Retraction: boats were not seized", "retraction"),
        ("Editors, please disregard the Oslo story sent at 10:00.", "retraction"),
    ],
)
def test_what_outlets_print_about_their_own_faults(text: str, kind: str) -> None:
    (notice,) = find_notices(report(BODY + "\n" + text + "\nThe talks go on.\n"))
    assert (notice.kind, notice.text) == (kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry corrected the budget figures on Monday.",
        "The report wrongly accused the minister, her office said.",
        "The bill has been withdrawn by the government.",
        "“This story has been retracted,” she said of a rival's article.",
        "Editor's note: The author is a former diplomat.",
        "She left a day after the article was retracted by several outlets.",
        "Prison officers work at the Department of Corrections.",
        "Norway withdrew its ambassador and the treaty was withdrawn.",
    ],
)
def test_what_is_no_notice(text: str) -> None:
    assert find_notices(report(text)) == ()


def test_a_later_text_is_tied_and_a_silent_change_is_told_from_a_correction() -> None:
    old, silent = report(BODY, "r-1"), report(BODY.replace("7", "9"), "r-2")
    (tie,) = find_ties([old, silent], {"//a": ("r-1", "r-2")})
    assert (tie.kind, tie.earlier, tie.later, tie.notice) == ("version", "r-1", "r-2", None)
    assert [c.kind for c in tie.changes] == ["number"]
    said = report(BODY.replace("7", "9") + "\nCorrection: the number of boats is nine.", "r-3")
    (tie,) = find_ties([old, said], {"//a": ("r-1", "r-3")})
    assert tie.kind == "correction"
    assert tie.notice is not None


def test_an_old_notice_says_nothing_of_a_new_change() -> None:
    notice = "\nCorrection: the minister is Jo Berg."
    old, new = report(BODY + notice, "r-1"), report(BODY.replace("7", "9") + notice, "r-2")
    ties = find_ties([old, new], {"//a": ("r-1", "r-2")})
    assert [(tie.kind, tie.earlier, tie.later) for tie in ties] == [
        ("version", "r-1", "r-2"),
        ("correction", None, "r-1"),
    ]


def test_a_correction_finds_the_report_that_it_speaks_of() -> None:
    first = report(BODY, "r-1", title="Ministers settle boat row", published="2025-03-03")
    other = report("Farmers in the valley expect a poor harvest this year.", "r-2", published="2025-03-03")
    foreign = report(BODY + " More.", "r-3", outlet="Other Daily", title="Boats", published="2025-03-03")
    held = [first, other, foreign]
    reissued = report(
        BODY.replace("7", "9"), "r-4", title="CORRECTED: Ministers settle boat row", published="2025-03-04"
    )
    (tie,) = find_ties([*held, reissued], {})
    assert (tie.kind, tie.earlier, [c.kind for c in tie.changes]) == ("correction", "r-1", ["number"])
    text = "Corrections\nAn article on Monday about boats seized in March, after which Ana Lind met Berg, misstated it."
    (tie,) = find_ties([*held, report(text, "r-5", published="2025-03-05")], {})
    assert (tie.earlier, tie.changes) == ("r-1", ())
    (tie,) = find_ties([*held, report(text, "r-6", published="2025-06-05")], {})
    assert tie.earlier is None
    (tie,) = find_ties([*held, report("Retraction: a story on whales was withdrawn.", "r-7")], {})
    assert (tie.kind, tie.earlier) == ("retraction", None)


def entity(id_: str, words: str, *reports: Report) -> Entity:
    evidence = tuple(
        Evidence(r.id, r.text.index(words), r.text.index(words) + len(words), words, "mention") for r in reports
    )
    ids = tuple(r.id for r in reports)
    groups = tuple(SourceGroup((i,), "own words") for i in ids)
    counted = len(ids)
    return Entity(
        id=id_,
        evidence=evidence,
        reports=ids,
        source_groups=groups,
        independent_sources=counted,
        kind="person",
        name=words,
    )


def test_facts_say_what_became_of_their_reports() -> None:
    old, new = report(BODY, "r-1"), report(BODY.replace("Berg", "Holm"), "r-2")
    both, gone, kept = entity("en-1", "Ana Lind", old, new), entity("en-2", "Jo Berg", old), entity("en-3", "Oslo", old)
    record = Record(reports=(old, new), entities=(both, gone, kept))
    marked = mark(record, find_ties([old, new], {"//a": ("r-1", "r-2")}))
    one, two, three = marked.entities
    assert (one.independent_sources, one.source_groups) == (1, (SourceGroup(("r-1", "r-2"), "texts of one article"),))
    assert two.source_groups[0].reason == (
        "own words; since then: the report was changed without a word on it, and these words are no longer in it (r-2)"
    )
    assert three == kept
    retraction = report("Retraction: a story on boats seized in March. Ana Lind met Jo Berg in Oslo on Monday", "r-4")
    marked = mark(replace_reports(record, old, retraction), find_ties([old, retraction], {}))
    assert all("its outlet retracted the report (r-4)" in e.source_groups[0].reason for e in marked.entities[1:])


def replace_reports(record: Record, *reports: Report) -> Record:
    return Record(reports=reports, entities=record.entities)
