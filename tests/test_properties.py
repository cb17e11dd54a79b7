"""What must hold of the whole way from files to record, whatever stands in the files."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import onrecord
from onrecord.config import Config
from onrecord.model import Findings, Record, Report, report_id
from onrecord.model.serial import json_schema
from onrecord.pipeline import read_report
from onrecord.read import merge_copies, read_sources
from onrecord.reconcile import reconcile

SAMPLES = Path(onrecord.__file__).parent / "samples" / "harbour-talks"
FILES = [*sorted(SAMPLES.iterdir()), *sorted((Path(__file__).parent / "pair").glob("*.txt"))]
FACTS = ("entities", "events", "statements", "relations", "figures")
ROLES = {
    "entities": {"mention"},
    "events": {"trigger", "actor", "recipient", "place", "date"},
    "statements": {"source", "cue", "content"},
    "relations": {"subject", "object", "party", "trigger"},
    "figures": {"mention"},
}
TALKS = (
    "LIMA, June 26 - The foreign minister of Kenya, Musalia Oduya, met his Ghanaian counterpart Ama Boateng in Lima "
    "on Tuesday.\n\nThey agreed to open three consulates. “We will not be divided,” Oduya said on Tuesday.\n\n"
    "A spokesman for the ministry said 14 people were hurt in an earlier clash.\n"
)
ODD = {
    "punctuation": "... !!! ??? ,,, ;;;\n\n“ ” ( )",
    "one word": "Hello",
    "capitals": TALKS.upper(),
    "emoji": TALKS.replace("met", "🤝 met") + "🇰🇪🇬🇭 👩‍👩‍👧‍👦",
    "right-to-left marks": TALKS.replace("met", "\u202emet\u202c").replace("said", "\u200fsaid"),
    "zero width": "\u200b".join(TALKS),
    "combining marks": "".join(c + "\u0301" for c in TALKS),
    "no-break spaces": TALKS.replace(" ", "\u00a0"),
    "control characters": TALKS + "".join(map(chr, range(1, 32))) + "\x85\u2028\u2029" + TALKS,
    "zero characters": TALKS.replace("met", "met\x00"),
    "unclosed quotation": TALKS + "\n“We will fight, Oduya said. The talks ended.\n\n" + TALKS,
    "mixed quotations": '"We will “not” agree,\' said Boateng. ‘This is "wrong’ and \'bad", he added. «So», he said.',
    "brackets in brackets": "The minister " + "([{" * 200 + "met" + "}])" * 200 + " the president in Lima.",
    "a long sentence": "Oduya said that " + " and ".join(["the president met the general in Lima"] * 120) + ".",
    "quotation marks alone": "“" * 1000 + '"' * 1000,
    "a table": TALKS + "\n| Name | Office |\n|---|---|\n" + "\n".join(f"| A{n} | Minister |" for n in range(50)),
    "a verse": "\n".join(["Oh, I said I love you", "We met in Paris by moonlight", "Na na na, he told me: stay"] * 10),
    "days that are none": TALKS + "They met on February 31, 2025, on June 99 and on May 0. On 31/13/2025 they left.",
    "the last day": "December 31, 9999\n\n" + TALKS + "It will begin in January. Tomorrow he leaves.",
    "a huge number": "More than " + "9" * 400 + " people were killed in Lima, said Oduya. 1e999 people died.",
    "a dateline alone": "LIMA, June 26 (Reuters) -\n\n",
}


@cache
def read() -> tuple[Findings, ...]:
    """Return what each report of ours says by itself, by report id."""
    return tuple(read_report(report, Config()) for report in reports())


def reports() -> Iterator[Report]:
    found = list(read_sources(FILES, Config()))
    return merge_copies(item for item in found if isinstance(item, Report))


@cache
def whole() -> Record:
    return reconcile(read())


def posted(findings: Findings, outlet: str) -> Findings:
    """Return what the same text says under another outlet."""
    report = findings.report
    copy = replace(report, id=report_id(outlet, report.published, report.text), outlet=outlet, source="copy.txt")
    return read_report(replace(copy, sources=("copy.txt",)), Config())


def facts(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for table in FACTS for fact in record[table]}


def said(fact: dict[str, Any], report: str) -> set[tuple[int, int, str]]:
    """Return the spans and roles of a fact's evidence in one report."""
    return {(e["start"], e["end"], e["role"]) for e in fact["evidence"] if e["report"] == report}


def linked(record: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield (table that must hold it, fact, id) for every id that a fact refers to."""
    for fact in facts(record).values():
        for e in fact["evidence"]:
            yield "entities", fact["id"], e["entity"]
        for key in ("speaker", "relayed_by", "subject", "object"):
            yield "entities", fact["id"], fact.get(key)
        for key in ("actors", "recipients", "addressees", "parties"):
            yield from (("entities", fact["id"], x) for x in fact.get(key, ()))
        yield from (("entities", fact["id"], p["entity"]) for p in fact.get("participants", ()))
        yield from (("events", fact["id"], x) for x in (fact.get("within"), *fact.get("after", ())))
        yield "events statements", fact["id"], fact.get("of")


def check(record: Record) -> None:
    """Assert what the format promises of every record."""
    exported = json.loads(json.dumps(record.to_dict()))
    jsonschema.validate(exported, json_schema())
    texts = {r["id"]: r["text"] for r in exported["reports"]}
    held = {table: {row["id"] for row in exported[table]} for table in FACTS}
    for table in (*FACTS, "reports", "stories", "differences"):
        ids = [row["id"] for row in exported[table]]
        assert ids == sorted(set(ids)), table
    for table in FACTS:
        for fact in exported[table]:
            check_fact(fact, texts, ROLES[table])
    for where, fact, link in linked(exported):
        assert link is None or any(link in held[table] for table in where.split()), (fact, link)
    for difference in exported["differences"]:
        assert set(difference["about"]) <= set(facts(exported))
        assert len({position["value"] for position in difference["positions"]}) > 1
    for row in exported["coverage"]:
        carried = {report for report, how in row["reports"].items() if how != "silent"}
        assert carried <= set(facts(exported)[row["fact"]]["reports"])


def check_fact(fact: dict[str, Any], texts: dict[str, str], roles: set[str]) -> None:
    assert fact["evidence"]
    for e in fact["evidence"]:
        assert e["text"]
        assert e["text"] == texts[e["report"]][e["start"] : e["end"]]
        assert e["role"] in roles
    assert fact["reports"] == sorted({e["report"] for e in fact["evidence"]})
    grouped = [report for group in fact["source_groups"] for report in group["reports"]]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= set(fact["reports"])
    assert fact["independent_sources"] == len(fact["source_groups"]) + len(set(fact["reports"]) - set(grouped))
    for report in fact["reports"]:
        mentions = {e["mention"] for e in fact["evidence"] if e["report"] == report}
        assert mentions == set(range(len(mentions)))


def test_the_record_of_our_reports_is_sound() -> None:
    assert whole().events
    assert whole().statements
    check(whole())


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_findings_give_the_same_record(seed: int) -> None:
    shuffled = random.Random(seed).sample(read(), len(read()))
    assert reconcile(shuffled).to_dict() == whole().to_dict()


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    program = "import json, sys, onrecord; print(json.dumps(onrecord.build(sys.argv[1:]).to_dict()))"
    run = subprocess.run(
        [sys.executable, "-c", program, *map(str, FILES)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout) == json.loads(json.dumps(whole().to_dict()))


@pytest.mark.parametrize("which", range(len(FILES)))
def test_an_exact_copy_raises_no_count(which: int) -> None:
    """A fact keeps the count that it had, whatever ids the copy's place in the order gives."""
    original = read()[which]
    copy = posted(original, "The Quiet Courier")
    before, after = whole().to_dict(), reconcile([*read(), copy]).to_dict()
    joined = 0
    for old in facts(before).values():
        if old["evidence"][0]["role"] == "mention":
            continue
        for new in facts(after).values():
            if new["id"][:2] == old["id"][:2] and all(said(old, r) <= said(new, r) for r in old["reports"]):
                assert new["independent_sources"] <= old["independent_sources"], old
                joined += copy.report.id in new["reports"]
    assert joined


@pytest.mark.parametrize("which", range(len(FILES)))
def test_an_unrelated_report_changes_no_fact_of_others(which: int) -> None:
    lonely = Report(
        id=report_id("Notes", "1987-05-04", RECIPE), text=RECIPE, outlet="Notes", published="1987-05-04", source="n.txt"
    )
    some = read()[: which + 1]
    added = read_report(replace(lonely, sources=("n.txt",)), Config())
    assert added.entities
    before, after = facts(reconcile(some).to_dict()), facts(reconcile([*some, added]).to_dict())
    assert {key: after.get(key) for key in before} == before
    assert all(after[key]["reports"] == [lonely.id] for key in after.keys() - before.keys())


RECIPE = (
    "The baker Oswin Tarrel said on Monday that his rye bread needs two days.\n\n"
    "“Flour and water are enough,” Tarrel said. The bakers' guild of Morvane gave him 12 medals.\n"
)


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_text_gives_a_sound_record(name: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    rows = [{"text": ODD[name], "outlet": "Odd", "date": "2025-06-27"}, {"text": TALKS, "outlet": "Even"}]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    record = onrecord.build(path)
    assert "Even" in [r.outlet for r in record.reports]
    assert not [i for i in record.issues if "could not be analysed" in i.reason]
    check(record)


def test_wrong_types_in_jsonl_cost_a_line_at_most(tmp_path: Path) -> None:
    values: list[Any] = [None, 1, 1.5, True, [], ["a"], {}, {"a": 1}, "", "\ud83d", "\x00", 1e308, float("nan")]
    keys = ("id", "text", "outlet", "title", "url", "unknown")
    rows = [{"text": f"{TALKS}\n{n} {k}", "outlet": "X", k: v} for k in keys for n, v in enumerate(values)]
    path = tmp_path / "wrong.jsonl"
    path.write_text("\n".join([*map(json.dumps, rows), "{bad", "[1]", "[" * 50_000, ""]), encoding="utf-8")
    found = list(read_sources([path], Config()))
    assert len(found) == len(rows) + 3
    assert len([i for i in found if isinstance(i, Report)]) >= len(values) * 2


def test_a_killed_build_goes_on(tmp_path: Path) -> None:
    """The process ends at once, with no chance to tidy up, after each step in turn; the next run ends as if never."""
    program = (
        "import os, sys, onrecord\n"
        "left = int(sys.argv[1])\n"
        "def count(stage, done, total):\n"
        "    global left\n"
        "    left -= 1\n"
        "    if left < 0: os._exit(9)\n"
        "onrecord.build(sys.argv[3:], sys.argv[2], progress=count)\n"
    )
    out = tmp_path / "r.db"
    for steps in (len(FILES), len(FILES) + 3, 2 * len(FILES) + 1):
        command = [sys.executable, "-c", program, str(steps), str(out), *map(str, FILES)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 9
    record = onrecord.build(FILES, out)
    assert record.to_dict() == whole().to_dict()
