"""Holds an exported record against a key, row by row: what two reports say must be found, by meaning and by place.

A row matches by names, codes, dates and words of the key, and its evidence must overlap the phrase that the row names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]

_ROLES = {
    "entities": {"mention"},
    "figures": {"mention"},
    "statements": {"source", "cue", "content"},
    "events": {"trigger", "actor", "recipient", "place", "date"},
    "relations": {"subject", "object", "party", "trigger"},
}


@dataclass(frozen=True)
class Row:
    """One row of the key: whether it holds, and what was seen instead."""

    id: str
    holds: bool
    seen: str


def fold(text: object) -> str:
    """Return the words of `text` without case, accents and the difference between British and US spelling."""
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    plain = plain.replace("defense", "defence").replace("organization", "organisation")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def squash(text: object) -> str:
    """Return `fold(text)` without blanks."""
    return fold(text).replace(" ", "")


class Exported:
    """An exported record with the reports of the key."""

    def __init__(self, raw: Json, key: Json) -> None:
        self.raw, self.key = raw, key
        self.codes: Mapping[str, str] = key["countries"]
        self.entities = {e["id"]: e for e in raw["entities"]}
        self.reports: dict[str, Json] = {}
        for letter, name in key["reports"].items():
            (self.reports[letter],) = [r for r in raw["reports"] if str(r["source"]).endswith(name)]

    def called(self, entity_id: str | None, name: str) -> bool:
        """Return whether the entity with this id is the one that the key calls `name`."""
        entity = self.entities.get(entity_id or "")
        if entity is None:
            return False
        if entity["kind"] in ("state", "place") and entity["country"] and entity["country"] == self.codes.get(name):
            return True
        names = [entity["name"], *entity["aliases"]]
        want = squash(name)
        if entity["kind"] == "equipment":
            return any(want in squash(n) for n in names)
        if any(want == squash(n) for n in names):
            return True
        body, _, state = name.partition(" of ")
        return (
            bool(state)
            and entity["country"] == self.codes.get(state, "?")
            and any(set(fold(body).split()) <= set(fold(n).split()) for n in names)
        )

    def named(self, name: str, kind: str) -> list[Json]:
        """Return the entities of this kind with this name."""
        return [e for e in self.entities.values() if e["kind"] == kind and self.called(e["id"], name)]

    def touches(self, evidence: list[Json], letter: str, words: str) -> bool:
        """Return whether some of the evidence overlaps `words` in this report."""
        report = self.reports[letter]
        start = report["text"].index(words)
        return any(
            e["report"] == report["id"] and e["start"] < start + len(words) and start < e["end"] for e in evidence
        )

    def carried(self, fact: Json, letters: list[str]) -> bool:
        """Return whether each of these reports carries the fact, with evidence."""
        ids = {self.reports[x]["id"] for x in letters}
        return ids <= set(fact["reports"]) and ids <= {e["report"] for e in fact["evidence"]}

    def countries(self, event: Json) -> set[str | None]:
        """Return the countries of all who have part in an event."""
        ids = [*event["actors"], *event["recipients"]]
        return {self.entities[i]["country"] for i in ids}


def check(raw: Json, key: Json) -> list[Row]:
    """Return every row of the key with its verdict."""
    record = Exported(raw, key)
    matched = {row["id"]: [e for e in raw["events"] if _is_event(record, row, e)] for row in key["events"]}
    parts = (_whole(record), _reports(record), _people(record), _entities(record), _events(record, matched),
             _statements(record), _relations(record), _figures(record, matched), _differences(record), _reuse(record),
             _never(record))  # fmt: skip
    return [row for part in parts for row in part]


def _whole(record: Exported) -> Iterator[Row]:
    texts = {r["id"]: r["text"] for r in record.raw["reports"]}
    spoiled = [f["id"] for table in _ROLES for f in record.raw[table] if not _sound(f, texts, _ROLES[table])]
    yield Row("evidence", not spoiled, f"unsound: {spoiled}")
    stories = {record.reports[x]["story"] for x in record.key["one_story"]}
    yield Row("one-story", len(stories) == 1 and None not in stories, str(stories))


def _sound(fact: Json, texts: Mapping[str, str], roles: set[str]) -> bool:
    exact = all(
        texts[e["report"]][e["start"] : e["end"]] == e["text"]
        and e["role"] in roles
        and 0 < len(e["text"]) <= (600 if e["role"] == "content" else 200)
        for e in fact["evidence"]
    )
    counted = 1 <= fact["independent_sources"] <= len(fact["reports"])
    return bool(fact["evidence"]) and exact and counted and 0 <= fact["confidence"] <= 1


def _reports(record: Exported) -> Iterator[Row]:
    for row in record.key["report_fields"]:
        report = record.reports[row["report"]]
        line = report["dateline"] or {}
        ok = all(fold(row[f]) in fold(report[f]) for f in ("agency", "outlet") if f in row)
        ok = ok and all(fold(row[f]) == fold(line.get(f)) for f in ("place", "date") if f in row)
        yield Row(row["id"], ok, f"{report['outlet']}, {report['agency']}, {line}")


def _people(record: Exported) -> Iterator[Row]:
    for row in record.key["persons"]:
        found = record.named(row["name"], "person")
        ok = len(found) == 1 and found[0]["country"] == row["country"] and record.carried(found[0], row["reports"])
        offices = found[0]["offices"] if ok else []
        ok = ok and any(row["office"] in fold(o["title"]) and o["country"] == row["country"] for o in offices)
        ok = ok and ("rank" not in row or any(row["rank"] in fold(o["rank"]) for o in offices))
        yield Row("person-" + row["id"], ok, str([(e["name"], e["offices"]) for e in found]))
    people = [e["name"] for e in record.raw["entities"] if e["kind"] == "person" and e["named"]]
    yield Row("persons-exactly", len(people) == len(record.key["persons"]), str(people))


def _entities(record: Exported) -> Iterator[Row]:
    for row in record.key["entities"]:
        found = record.named(row["name"], row["kind"])
        ok = len(found) == 1 and record.carried(found[0], row["reports"])
        if ok and "alias" in row:
            ok = any(squash(n) == squash(row["alias"]) for n in (found[0]["name"], *found[0]["aliases"]))
        yield Row("entity-" + row["id"], ok and found[0]["country"] == row.get("country", found[0]["country"]),
                  str([e["name"] for e in found]))  # fmt: skip


def _is_event(record: Exported, row: Json, event: Json) -> bool:
    ids = [*event["actors"], *event["recipients"]]
    place, date = event["place"] or {}, event["date"] or {}
    people = [i for i in ids if record.entities[i]["kind"] == "person" and record.entities[i]["named"]]
    return (
        event["type"] in row["type"]
        and all(_takes_part(record, name, event) for name in row.get("actors", []))
        and (not row.get("persons_only") or len(people) == len(row["actors"]))
        and not (row.get("whole") and event["within"])
        and all(record.touches(event["evidence"], x, words) for x, words in row.get("evidence", {}).items())
        and record.carried(event, row["reports"])
        and fold(row.get("place")) in fold(place.get("name"))
        and row.get("country", place.get("country")) == place.get("country")
        and str(date.get("start") or "").startswith(row.get("date", ""))
        and ("within" not in row or _is_within(record, row, event))
    )


def _takes_part(record: Exported, name: str, event: Json) -> bool:
    by_name = any(record.called(i, name) for i in [*event["actors"], *event["recipients"]])
    return by_name or record.codes.get(name, "?") in record.countries(event)


def _is_within(record: Exported, row: Json, event: Json) -> bool:
    whole = next((e for e in record.raw["events"] if e["id"] == event["within"]), None)
    return whole is not None and all(record.touches(whole["evidence"], x, w) for x, w in row["within_at"].items())


def _events(record: Exported, matched: Mapping[str, list[Json]]) -> Iterator[Row]:
    for row in record.key["events"]:
        yield Row("event-" + row["id"], len(matched[row["id"]]) == 1, f"{len(matched[row['id']])} match")


def _statements(record: Exported) -> Iterator[Row]:
    for row in record.key["statements"]:
        found = [s for s in record.raw["statements"] if _is_statement(record, row, s)]
        ok = len(found) == 1
        if row.get("each"):  # one statement, or one for each report: both are right
            told = all(any(record.carried(s, [x]) for s in found) for x in row["reports"])
            ok = told and len(found) <= len(row["reports"])
        yield Row("statement-" + row["id"], ok, f"{len(found)} match")


def _is_statement(record: Exported, row: Json, statement: Json) -> bool:
    want = {w for words in row["words"] for w in fold(words).split()}

    def carries(text: str) -> bool:
        return len(want & set(fold(text).split())) >= 0.75 * len(want)

    return (
        record.called(statement["speaker"], row["speaker"])
        and statement["kind"] in row["kind"]
        and carries(" ".join(e["text"] for e in statement["evidence"] if e["role"] == "content"))
        and (row.get("each", False) or record.carried(statement, row["reports"]))
        and fold(row.get("channel")) in ("", fold(statement["channel"]))
        and ("relayed_by" not in row or record.called(statement["relayed_by"], row["relayed_by"]))
    )


def _relations(record: Exported) -> Iterator[Row]:
    for row in record.key["relations"]:
        found = [
            r
            for r in record.raw["relations"]
            if r["predicate"] in row["predicate"]
            and ("object" not in row or record.called(r["object"], row["object"]))
            and ("subject" not in row or record.called(r["subject"], row["subject"]))
            and all(any(record.called(p, name) for p in r["parties"]) for name in row.get("parties", []))
        ]
        ok = bool(found) and all(any(record.carried(r, [x]) for r in found) for x in row["reports"])
        yield Row("relation-" + row["id"], ok, f"{len(found)} match")


def _figures(record: Exported, matched: Mapping[str, list[Json]]) -> Iterator[Row]:
    for row in record.key["figures"]:
        events = {e["id"] for e in matched.get(row.get("of", ""), [])}
        events |= {e["id"] for e in record.raw["events"] if e["within"] in events}
        found = [
            f
            for f in record.raw["figures"]
            if f["value"] == row["value"]
            and fold(row.get("unit")).rstrip("s") in fold(f["unit"])
            and fold(row.get("measure")) in fold(f["measure"])
            and ("of" not in row or f["of"] in events)
            and record.carried(f, row["reports"])
            and all(record.touches(f["evidence"], x, words) for x, words in row.get("evidence", {}).items())
        ]
        yield Row("figure-" + row["id"], len(found) == 1, f"{len(found)} match")


def _differences(record: Exported) -> Iterator[Row]:
    for row in record.key["differences"]:
        found = [
            d
            for d in record.raw["differences"]
            if d["kind"] in row["kind"]
            and all(
                record.touches([e for p in d["positions"] for e in p["evidence"]], x, words)
                for x, words in row["evidence"].items()
            )
        ]
        yield Row("difference-" + row["id"], bool(found), f"{len(found)} match")


def _reuse(record: Exported) -> Iterator[Row]:
    ids = {x: record.reports[x]["id"] for x in ("A", "B")}
    for row in record.key["reuse"]:
        ok = False
        for use in record.raw["reuse"]:
            if set(use["reports"]) == set(ids.values()):
                first, second = ("a", "b") if use["reports"][0] == ids["A"] else ("b", "a")
                ok = ok or any(_shared(record, row, p[first], p[second]) for p in use["passages"])
        yield Row("reuse-" + row["id"], ok, "")


def _shared(record: Exported, row: Json, a: Json, b: Json) -> bool:
    starts = {x: record.reports[x]["text"].index(row[x]) for x in ("A", "B")}
    return all(span["start"] < starts[x] + len(row[x]) and starts[x] < span["end"] for x, span in (("A", a), ("B", b)))


def _never(record: Exported) -> Iterator[Row]:
    people = [e for e in record.raw["entities"] if e["kind"] == "person" and e["named"]]
    for row in record.key["never"]:
        bad = [
            e["label"] for e in record.raw["events"] if e["type"] == row.get("events") and _forbidden(record, row, e)
        ]
        bad += [e["name"] for word in row.get("not_person", []) for e in people if squash(word) in squash(e["name"])]
        yield Row("never-" + row["id"], not bad, str(bad))


def _forbidden(record: Exported, row: Json, event: Json) -> bool:
    ids = [*event["actors"], *event["recipients"]]
    wrong = any(_takes_part(record, name, event) for name in row.get("not_actors", []))
    both = row.get("not_both", [])
    met = bool(both) and all(any(record.called(i, name) for i in ids) for name in both)
    return wrong or (met and (bool(event["within"]) or len(ids) <= row.get("unless_more_than", 0)))
