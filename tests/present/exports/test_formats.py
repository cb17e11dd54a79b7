"""The formats of other tools, read back by a second reader each; what they hold, and what they must not."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Fact, Record
from onrecord.present.exports import FORMATS, files
from onrecord.present.exports.coded import number_of
from onrecord.present.exports.to_ftm import schema_of
from onrecord.present.exports.to_gdelt import EVENTS, MENTIONS
from onrecord.present.exports.to_icews import HEADER as ICEWS
from onrecord.present.exports.to_polecat import HEADER as POLECAT
from tests.present.exports.kit import A, B, C, export, full_record, records, shuffled, tab_rows

PLAIN = sorted(set(FORMATS) - {"csv", "parquet"})  # tables have a module of tests of their own
SOME = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
OCCURRED = ["ev-conference", "ev-envoy", "ev-fire", "ev-meet", "ev-plan", "ev-signed", "ev-strike"]


def one(name: str, record: Record, without_text: bool = False) -> bytes:
    (data,) = export(name, record, without_text).values()
    return data


def lines(name: str, record: Record, without_text: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in one(name, record, without_text).decode("utf-8").splitlines()]


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


@SOME
@given(records())
def test_no_word_of_a_report_is_in_an_export_without_text(record: Record) -> None:
    for name in {*FORMATS} - {"parquet"}:
        for file, data in export(name, record, without_text=True).items():
            assert b"qz" not in data, (name, file)


@SOME
@given(records())
def test_words_are_there_with_text(record: Record) -> None:
    for name in ("json", "csv", "jsonld", "ftm"):
        assert b"qz" in b"".join(export(name, record).values())


@SOME
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_record_changes_nothing(record: Record, random: Random) -> None:
    for name in PLAIN:
        assert export(name, shuffled(record, random)) == export(name, record), name


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"parquet"}))
def test_an_empty_record_is_written(name: str) -> None:
    for data in export(name, Record()).values():
        data.decode("utf-8")


def test_an_unknown_format_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="xls: no format; one of json, csv"):
        files("xls", Record())


# PLOVER


def test_plover_has_each_event_that_counts_once() -> None:
    rows = by_id(lines("plover", full_record()))
    assert sorted(rows) == OCCURRED
    assert all({"id", "date", "actor", "event"} <= set(row) for row in rows.values())
    meet = rows["ev-meet"]
    assert (meet["date"], meet["event"], meet["mode"], meet["quad_code"]) == ("2025-09-03", ["CONSULT"], ["visit"], 1)
    assert [(a["code"], a["identifier_text"], a["office"]) for a in meet["actor"]] == [
        ("EST", "Liis Tamm", "Defence Minister")
    ]
    assert [(r["code"], r["sector"]) for r in meet["recipient"]] == [("CYP", ["GOV"])]
    assert meet["event_loc"]["resolved_place"] == "Reval"
    assert [c["publication"] for c in meet["cite_info"]] == ["Baltic Courier", "Meridian News Agency", "Morning Post"]


def test_plover_dates_a_month_from_its_first_to_its_last_day() -> None:
    strike = by_id(lines("plover", full_record()))["ev-strike"]
    assert (strike["date"], strike["enddate"]) == ("2025-08-01", "2025-08-31")


def test_a_planned_meeting_is_agreed_on_the_day_of_the_report() -> None:
    plan = by_id(lines("plover", full_record()))["ev-plan"]
    assert (plan["event"], plan["date"]) == (["AGREE"], "2025-09-03")
    assert "a planned meeting" in plan["comment"] and "dated by its earliest report" in plan["comment"]


def test_plover_offsets_find_the_words() -> None:
    record = full_record()
    texts = {report.id: report.text for report in record.reports}
    bare = by_id(lines("plover", record, without_text=True))
    for row in lines("plover", record):
        found = [texts[i["report"]][i["start"] : i["end"]] for i in row["text_info"]]
        assert set(found) == set(row["event_text"])
        assert bare[row["id"]]["text_info"] == row["text_info"]
        assert "event_text" not in bare[row["id"]]


# Rows


@pytest.mark.parametrize(("name", "header"), [("polecat", POLECAT), ("icews", ICEWS)])
def test_rows_have_the_header_and_one_line_an_event(name: str, header: tuple[str, ...]) -> None:
    rows = tab_rows(one(name, full_record()))
    assert list(rows[0]) == list(header)
    ids = [row["Event ID"] for row in rows]
    days = [id for id in OCCURRED if id != "ev-strike"]  # of the strike only the month is known
    assert sorted(ids) == sorted(days if name == "polecat" else (str(number_of(id)) for id in days))


def test_the_headers_have_as_many_columns_as_the_formats() -> None:
    assert [len(set(header)) for header in (POLECAT, ICEWS, EVENTS, MENTIONS)] == [40, 20, 61, 16]


def test_polecat_cells() -> None:
    meet = next(row for row in tab_rows(one("polecat", full_record())) if row["Event ID"] == "ev-meet")
    held = {key: value for key, value in meet.items() if value}
    assert held == {
        "Event ID": "ev-meet", "Event Date": "2025-09-03", "Event Type": "CONSULT", "Event Mode": "visit",
        "Quad Code": "VERBAL COOPERATION", "Actor Name": "Liis Tamm", "Actor Country": "EST", "Actor COW": "366",
        "Primary Actor Sector": "GOV", "Actor Sectors": "GOV;MIL", "Actor Title": "Defence Minister",
        "Actor Name Raw": "Liis Tamm", "Recipient Name": "Andreas Lykos", "Recipient Country": "CYP",
        "Recipient COW": "352", "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV",
        "Recipient Title": "Foreign Minister", "Placename": "Reval", "City": "Reval", "Country": "EST",
        "Source": "Baltic Courier;Meridian News Agency;Morning Post", "Publication Date": "2025-09-03",
        "Story People": "Andreas Lykos;Liis Tamm",
        "Story Organizations": "Foreign Ministry of Cyprus;Joint Harbour Board",
        "Language": "en", "Version": "onrecord/1",
    }  # fmt: skip


def test_icews_keeps_the_leading_zero() -> None:
    meet = next(row for row in tab_rows(one("icews", full_record())) if row["Event ID"] == str(number_of("ev-meet")))
    assert (meet["CAMEO Code"], meet["Event Text"], meet["Intensity"]) == ("042", "Make a visit", "1.9")
    assert (meet["Source Name"], meet["Source Country"], meet["Target Country"]) == ("Liis Tamm", "Estonia", "Cyprus")
    assert (meet["Sentence Number"], meet["Publisher"], meet["City"]) == ("1", "Baltic Courier", "Reval")


def test_gdelt_events_and_mentions() -> None:
    made = export("gdelt", full_record())
    events = {row["GlobalEventID"]: row for row in tab_rows(made["events.export.csv"])}
    mentions = tab_rows(made["events.mentions.csv"])
    assert list(mentions[0]) == list(MENTIONS) and list(next(iter(events.values()))) == list(EVENTS)
    assert {row["GlobalEventID"] for row in mentions} == set(events)
    meet = events[str(number_of("ev-meet"))]
    codes = [meet[name] for name in ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")]
    assert codes == ["042", "042", "04", "1"]
    assert (meet["Day"], meet["MonthYear"], meet["Year"], meet["FractionDate"]) == (
        "20250903", "202509", "2025", "2025.7479"
    )  # fmt: skip
    assert (meet["Actor1Code"], meet["Actor2Code"]) == ("ESTGOVMIL", "CYPGOV")
    assert (meet["NumMentions"], meet["NumSources"], meet["NumArticles"]) == ("3", "2", "3")
    assert (meet["ActionGeo_CountryCode"], meet["ActionGeo_Fullname"]) == ("EN", "Reval, Estonia")
    assert meet["SOURCEURL"] == "https://baltic.example/a"
    assert events[str(number_of("ev-fire"))]["IsRootEvent"] == "0"


def test_gdelt_offsets_are_places_in_the_text() -> None:
    record = full_record()
    text = {report.id: report.text for report in record.reports}
    mentions = tab_rows(export("gdelt", record)["events.mentions.csv"])
    met = [row for row in mentions if row["GlobalEventID"] == str(number_of("ev-meet"))]
    assert [row["Extras"].split(";")[0] for row in met] == [f"report:{id}" for id in (A, B, C)]
    assert text[A][int(met[0]["Actor1CharOffset"]) :].startswith("Liis Tamm")
    assert text[B][int(met[1]["ActionCharOffset"]) :].startswith("met Deputy")
    assert met[1]["Actor1CharOffset"] == "-1"


# Graphs


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_jsonld_reads_back_in_rdflib() -> None:
    rdflib = pytest.importorskip("rdflib")
    record = full_record()
    graph = rdflib.Graph().parse(data=one("jsonld", record).decode("utf-8"), format="json-ld")
    schema, oa = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/oa#")
    articles = {
        str(graph.value(node, schema.articleBody)) for node in graph.subjects(rdflib.RDF.type, schema.NewsArticle)
    }
    assert articles == {report.text for report in record.reports}
    meet = rdflib.URIRef("urn:onrecord:ev-meet")
    assert set(graph.objects(meet, rdflib.RDF.type)) == {schema.MeetAction, schema.Event}
    assert str(graph.value(meet, schema.agent)) == "urn:onrecord:en-tamm"
    texts = {f"urn:onrecord:{report.id}": report.text for report in record.reports}
    quotes = 0
    for target in graph.objects(None, oa.hasTarget):
        text = texts[str(graph.value(target, oa.hasSource))]
        place = {p: o for s in graph.objects(target, oa.hasSelector) for p, o in graph.predicate_objects(s)}
        assert text[int(place[oa.start]) : int(place[oa.end])] == str(place[oa.exact])
        quotes += 1
    assert quotes == sum(
        len(f.evidence) for f in (*record.entities, *record.events, *record.statements, *record.figures)
    )


def test_jsonld_names_nothing_that_it_does_not_hold() -> None:
    document = json.loads(one("jsonld", full_record()))
    held = {node["@id"] for node in document["@graph"]}
    assert len(held) == len(document["@graph"])
    named = set(re.findall(r'\{"@id": "(onrecord:[^"]+)"\}', json.dumps(document["@graph"])))
    assert named <= held


def test_jsonld_without_text_selects_by_offset_and_hash_only() -> None:
    document = json.loads(one("jsonld", full_record(), without_text=True))
    notes = [node for node in document["@graph"] if node["@type"] == "oa:Annotation"]
    for note in notes:
        (selector,) = note["oa:hasTarget"]["oa:hasSelector"]
        assert set(selector) == {"@type", "oa:start", "oa:end", "sha256"}
    assert notes and not any("articleBody" in node for node in document["@graph"])


def test_ftm_ids_are_unique_and_references_lead_somewhere() -> None:
    rows = by_id(lines("ftm", full_record()))
    for row in rows.values():
        for name in (
            "involved",
            "proof",
            "document",
            "resolved",
            "holder",
            "post",
            "member",
            "organization",
            "subject",
        ):
            assert set(row["properties"].get(name, ())) <= set(rows), row
    assert {row["schema"] for row in rows.values()} == {
        "Article", "Person", "Organization", "PublicBody", "Position", "Occupancy", "Mention", "Event", "UnknownLink",
    } - {"UnknownLink"}  # fmt: skip
    assert rows["en-est"]["properties"]["country"] == ["ee"]


@SOME
@given(records())
def test_followthemoney_takes_every_entity(record: Record) -> None:
    model = pytest.importorskip("followthemoney").model
    for row in lines("ftm", record):
        proxy = model.get_proxy(row)
        assert proxy.to_dict()["properties"].keys() == row["properties"].keys()
        for name, values in row["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values)
    for entity in record.entities:
        assert schema_of(entity) is None or model.get(str(schema_of(entity))) is not None


def test_graphml_reads_back_in_networkx() -> None:
    networkx = pytest.importorskip("networkx")
    record = full_record()
    graph = networkx.parse_graphml(one("graphml", record).decode("utf-8"), force_multigraph=True)
    facts: tuple[Fact, ...] = (*record.entities, *record.events, *record.statements, *record.relations)
    assert set(graph.nodes) == {fact.id for fact in facts} | {A, B, C}
    assert graph.nodes["en-tamm"]["label"] == "Liis Tamm"
    assert graph.nodes["ev-meet"]["independent_sources"] == 2
    roles = {(a, b, held["role"]) for a, b, held in graph.edges(data=True)}
    assert {("en-tamm", "ev-meet", "actor"), ("ev-meet", "en-lykos", "recipient")} <= roles
    assert {("ev-meet", "ev-conference", "within"), ("ev-meet", "ev-envoy", "before")} <= roles
    assert {("en-tamm", "st-ports", "speaker"), (A, "ev-meet", "reports")} <= roles


@SOME
@given(records())
def test_any_graphml_is_xml(record: Record) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.parse_graphml(one("graphml", record).decode("utf-8"), force_multigraph=True)
    assert {event.id for event in record.events} <= set(graph.nodes)


def test_json_validates_without_text() -> None:
    from onrecord.model.serial import record_from_dict

    back = record_from_dict(json.loads(one("json", full_record(), without_text=True)))
    assert [e.start for f in back.events for e in f.evidence] == [
        e.start for f in full_record().events for e in f.evidence
    ]
    assert record_from_dict(json.loads(one("json", full_record()))) == full_record()
