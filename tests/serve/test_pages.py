"""Every page and its data: what is on them, how they are found, and what stays out."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.model import Record
from onrecord.serve.app import create_app
from onrecord.serve.resources import RESOURCES
from onrecord.serve.safety import POLICY
from tests.present.fixture import A
from tests.serve import kit

PLACES = {"id": "so-reval", "a": "CYP", "b": "EST"}
IDS = {"/facts/{id}": "ev-meet", "/statements/{id}": "st-ports", "/entities/{id}": "en-tamm"}
PATHS = [r.path.format(**{**PLACES, "id": IDS.get(r.path, "so-reval")}) for r in RESOURCES]


def client_of(record: Path) -> TestClient:
    return TestClient(create_app(record), base_url="http://127.0.0.1:8420")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_of(kit.usual(tmp_path_factory.mktemp("serve") / "r.db"))


class _Page(HTMLParser):
    """What a page must not hold, and that its elements are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "style" or "style" in held or any(name.startswith("on") for name in held):
            self.faults.append(f"{tag} {held}")
        if tag == "script" and not (held.get("src") or "").startswith("/static/"):
            self.faults.append("a script in the page")
        for name in ("href", "src", "action"):
            if (held.get(name) or "/")[:1] not in "/#?":
                self.faults.append(f"{tag} leads elsewhere: {held[name]}")
        if held.get("id"):
            self.ids.append(held["id"] or "")
        if tag not in ("meta", "link", "input", "br", "img", "option", "circle", "line", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("circle", "line", "path", "option"):
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def checked(text: str) -> _Page:
    page = _Page(text)
    assert page.faults == []
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    return page


@pytest.mark.parametrize("path", [*PATHS, "/review?what=facts", "/network?who=person", "/readout/so-reval"])
def test_every_page_is_whole_and_loads_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    got = client.get(path)
    assert got.status_code == 200, got.text
    assert got.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert got.headers["x-content-type-options"] == "nosniff"
    checked(got.text)
    assert "None" not in re.sub(r"<[^>]*>", " ", got.text)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_data_too(client: TestClient, path: str) -> None:
    plain, suffixed = client.get(f"/api{path}"), client.get(f"/api{path}.json")
    assert plain.status_code == suffixed.status_code == 200
    assert plain.json() == suffixed.json()
    table = client.get(f"/api{path}.csv")
    assert table.status_code == 200
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    header, *rows = csv.reader(io.StringIO(table.text))
    assert len(set(header)) == len(header)
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("path", [*PATHS, *(f"/api{path}" for path in PATHS)])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == POLICY
    assert client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")


def test_the_interface_is_described_with_its_types(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {f"/api{r.path}" for r in RESOURCES} <= set(described["paths"])
    assert {"Event", "Statement", "Evidence", "StoryRow", "Error"} <= set(described["components"]["schemas"])


def found(client: TestClient, query: str) -> list[str]:
    return [s["id"] for s in client.get(f"/api/stories?{query}").json()["items"]]


@pytest.mark.parametrize(
    "query",
    ["q=harbour+pilots", "q=%22harbour+pilots%22", "q=harb*", "q=Reval", "q=lykos", "q=harbour+-football", "state=EST",
     "state=Estonia", "state=estonia", "person=Liis+Tamm", "person=en-tamm", "outlet=Baltic+Courier", "type=CONSULT",
     "start=2025", "end=2025-09", "start=2025-09-03&end=2025-09-03", "order=sources", ""],
)  # fmt: skip
def test_a_story_is_found_by_words_and_filters(client: TestClient, query: str) -> None:
    assert found(client, query) == ["so-reval"]


@pytest.mark.parametrize(
    "query",
    ["q=football", "q=harbour+-pilots", "q=%22pilots+harbour%22", "state=Norway", "person=Nobody", "outlet=None",
     "type=ASSAULT&state=Cyprus&q=football", "start=2026", "end=2024", "q=%25", "q=%22", "q=%F0%9F%8E%89",
     "q=%27%29%3B--", "q=NEAR(a+b)", "q=*", "q=title:x"],
)  # fmt: skip
def test_what_does_not_fit_is_not_found_and_breaks_nothing(client: TestClient, query: str) -> None:
    assert found(client, query) == []
    page = client.get(f"/stories?{query}")
    assert page.status_code == 200
    checked(page.text)


def test_a_search_for_signs_says_why_nothing_is_found(client: TestClient) -> None:
    for sign in ('"', "%", "🎉"):
        assert "at least one letter or digit" in client.get("/stories", params={"q": sign}).text


def test_facts_are_found_and_paged(client: TestClient) -> None:
    seen: list[str] = []
    after: str | None = "0"
    while after:
        page = client.get("/api/facts", params={"after": after, "limit": 3}).json()
        assert len(page["items"]) <= 3
        seen += [fact["id"] for fact in page["items"]]
        after = page["next"]
    assert len(seen) == len(set(seen)) == 17
    sources = [client.get(f"/api/facts/{f}").json()["row"]["independent_sources"] for f in seen]
    assert sources == sorted(sources, reverse=True)
    assert [f["id"] for f in client.get("/api/facts?q=dockers&kind=figure").json()["items"]] == ["fi-15", "fi-12"]


def test_a_story_shows_facts_beside_reports(client: TestClient) -> None:
    text = client.get("/stories/so-reval").text
    assert 'id="f-ev-meet"' in text
    assert re.search(r'<mark class="e [a-z]+" data-f="[^"]*ev-meet', text)
    chosen = client.get("/stories/so-reval?fact=fi-12").text  # without scripts, too
    assert re.findall(r'<mark class="e [a-z]+ on"[^>]*><a[^>]*>([^<]*)', chosen) == ["12 dockers"]
    assert chosen.count('class="report silent"') == 2


def test_the_matrix_says_who_is_silent(client: TestClient) -> None:
    matrix = client.get("/api/stories/so-reval/matrix").json()
    outlets = [r["outlet"] for r in matrix["reports"]]
    says = {row["fact"]["id"]: dict(zip(outlets, row["says"], strict=True)) for row in matrix["rows"]}
    assert says["fi-12"] == {"Baltic Courier": "same", "Meridian News Agency": "silent", "Morning Post": "silent"}


def test_a_fact_shows_its_words_sources_and_differences(client: TestClient) -> None:
    page = client.get("/api/facts/st-ports").json()
    words = ["".join(p["text"] for p in telling[0] if p["role"]) for telling in (t["pieces"] for t in page["tellings"])]
    assert all("ports have nothing to" in said for said in words)
    assert len(page["origins"]) == page["row"]["independent_sources"]
    assert [d["id"] for d in page["differences"]] == ["di-wording"]


def test_wordings_of_a_statement_are_aligned(client: TestClient) -> None:
    variants = client.get("/api/statements/st-ports").json()["variants"]
    marked = [[p["text"] for p in v["pieces"] if p["role"] == "differ"] for v in variants]
    assert marked == [["hide"], ["fear"]]
    assert variants[1]["outlets"] == ["Meridian News Agency", "Morning Post"]


def test_an_entity_has_what_it_did_and_said(client: TestClient) -> None:
    page = client.get("/api/entities/en-tamm").json()
    assert "ev-meet" in [f["id"] for f in page["met"]]
    assert [f["id"] for f in page["said"]] == ["st-ports"]
    assert "Lykos" in client.get("/entities/en-tamm").text


def test_a_pair_of_states_has_its_programmes(client: TestClient) -> None:
    facts = client.get("/api/pairs/est/cyp").json()["facts"]
    assert {"re-vana", "re-kivi"} <= {f["id"] for f in facts}
    assert client.get("/api/pairs/CYP/EST?what=incidents").json()["facts"] == []


def test_a_report_leads_to_its_story(client: TestClient) -> None:
    got = client.get(f"/reports/{A}", follow_redirects=False)
    assert got.headers["location"] == f"/stories/so-reval#{A}"


@pytest.mark.parametrize("path", ["/stories/none", "/facts/none", "/statements/ev-meet", "/entities/none",
                                  "/pairs/AAA/BBB", "/nowhere", "/reports/none", "/stories/none/matrix"])  # fmt: skip
def test_what_is_not_there_is_said_in_one_shape(client: TestClient, path: str) -> None:
    page, data = client.get(path), client.get(f"/api{path}")
    assert page.status_code == data.status_code == 404
    checked(page.text)
    assert set(data.json()) == {"error"}
    assert data.json()["error"].keys() == {"status", "code", "message"}
    assert "etag" not in page.headers


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=x", "after=-1", "start=June", "order=best", f"q={'x' * 301}"]
)
def test_what_makes_no_sense_is_refused_in_one_shape(client: TestClient, query: str) -> None:
    got = client.get(f"/api/stories?{query}")
    assert (got.status_code, got.json()["error"]["code"]) == (400, "bad_request")
    assert query.split("=")[0] in got.json()["error"]["message"]
    checked(client.get(f"/stories?{query}").text)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_of(kit.hostile(tmp_path_factory.mktemp("hostile") / "r.db"))


@pytest.mark.parametrize("path", [*PATHS, "/readout/so-reval", "/network?who=person"])
def test_hostile_markup_stays_text(hostile: TestClient, path: str) -> None:
    for query in ("", {"q": kit.HOSTILE, "state": kit.HOSTILE}):
        got = hostile.get(path, params=query or None)
        assert got.status_code == 200, got.text
        assert "<script>" not in got.text
        assert "<img" not in got.text
        checked(got.text)


def test_a_name_of_ten_thousand_characters_is_cut_in_lists(hostile: TestClient) -> None:
    names = [e["title"] for e in hostile.get("/api/entities").json()["items"]]
    assert all(len(name) < 320 for name in names)
    assert any(name.startswith("NyNy") for name in names)
    assert max(len(hostile.get(path).text) for path in PATHS) < 150_000


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return client_of(kit.write(tmp_path_factory.mktemp("empty") / "r.db", Record()))


@pytest.mark.parametrize("path", [r.path for r in RESOURCES if "{" not in r.path])
def test_an_empty_record_has_pages_with_clear_words(empty: TestClient, path: str) -> None:
    got = empty.get(path)
    assert got.status_code == 200
    checked(got.text)
    if path == "/stories":
        assert "no story yet" in got.text


def test_a_story_of_many_reports_is_shown_a_page_at_a_time(tmp_path: Path) -> None:
    client = client_of(kit.crowded(tmp_path / "r.db", 400))
    page = client.get("/stories/so-1")
    assert page.status_code == 200
    assert len(page.text) < 100_000
    assert "reports 1 to 12 of 400 compared here" in page.text
    later = client.get("/api/stories/so-1?after=396").json()
    assert [r["title"] for r in later["reports"]] == [f"Report {n}" for n in range(396, 400)] or len(
        later["reports"]
    ) == 4
    assert later["next"] is None
    fact = client.get("/api/facts/st-1").json()
    assert (fact["row"]["reports"], len(fact["tellings"])) == (400, 20)
    assert len(client.get("/api/facts/st-1").content) < 60_000
