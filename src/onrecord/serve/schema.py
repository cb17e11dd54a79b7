"""The tables that pages are served from: a copy of the record laid out so that a list page costs what it shows.

Rows are numbered in the order in which lists show them: stories by their last day, the latest first, reports by
story, facts by how many independent sources carry them. So a list is read along its key, and a page of it is a range.
"""

from __future__ import annotations

LAYOUT = 5  # goes up with every change to the tables: an index of another layout is made anew

ROLES = (
    "mention", "source", "cue", "content", "trigger", "actor",
    "recipient", "place", "date", "subject", "object", "party",
)  # fmt: skip

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stories (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, reports INTEGER NOT NULL,
    sources INTEGER NOT NULL, facts INTEGER NOT NULL DEFAULT 0, differences INTEGER NOT NULL DEFAULT 0,
    start TEXT, end TEXT, first_report INTEGER NOT NULL, outlets TEXT NOT NULL
);
CREATE TABLE reports (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, story INTEGER NOT NULL, outlet TEXT, label TEXT NOT NULL,
    title TEXT, published TEXT, read_at TEXT, body TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE facts (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, type TEXT, title TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '', story INTEGER, status TEXT, start TEXT, end TEXT, place TEXT, country TEXT,
    latitude REAL, longitude REAL, reports INTEGER NOT NULL, sources INTEGER NOT NULL, confidence REAL NOT NULL,
    body TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE evidence (
    fact INTEGER NOT NULL, report INTEGER NOT NULL, mention INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, role INTEGER NOT NULL, entity INTEGER NOT NULL
);
CREATE TABLE tellers (
    fact INTEGER NOT NULL, report INTEGER NOT NULL, origin INTEGER NOT NULL, PRIMARY KEY (fact, report)
) WITHOUT ROWID;
CREATE TABLE coverage (
    fact INTEGER NOT NULL, report INTEGER NOT NULL, said TEXT NOT NULL, PRIMARY KEY (fact, report)
) WITHOUT ROWID;
CREATE TABLE origins (
    fact INTEGER NOT NULL, origin INTEGER NOT NULL, size INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (fact, origin)
) WITHOUT ROWID;
CREATE TABLE variants (fact INTEGER NOT NULL, report INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE about (difference INTEGER NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (difference, fact)) WITHOUT ROWID;
CREATE TABLE ties (
    entity INTEGER NOT NULL, kind TEXT NOT NULL, fact INTEGER NOT NULL, role TEXT NOT NULL, start TEXT,
    PRIMARY KEY (entity, kind, fact, role)
) WITHOUT ROWID;
CREATE TABLE pairs (
    a TEXT NOT NULL, b TEXT NOT NULL, fact INTEGER NOT NULL, start TEXT, PRIMARY KEY (a, b, fact)
) WITHOUT ROWID;
CREATE TABLE pair_totals (
    no INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, facts INTEGER NOT NULL, start TEXT, end TEXT,
    UNIQUE (a, b)
);
CREATE TABLE terms (kind TEXT NOT NULL, value TEXT NOT NULL, story INTEGER NOT NULL,
    PRIMARY KEY (kind, value, story)) WITHOUT ROWID;
CREATE TABLE choices (kind TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, stories INTEGER NOT NULL,
    PRIMARY KEY (kind, value)) WITHOUT ROWID;
CREATE TABLE reuse (a INTEGER NOT NULL, b INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE judged (
    no INTEGER PRIMARY KEY, kind TEXT NOT NULL, left TEXT NOT NULL, right TEXT NOT NULL, left_fact INTEGER,
    right_fact INTEGER, left_title TEXT NOT NULL, right_title TEXT NOT NULL, left_words TEXT NOT NULL,
    right_words TEXT NOT NULL, left_outlet TEXT NOT NULL, right_outlet TEXT NOT NULL, verdict TEXT NOT NULL,
    score REAL NOT NULL, why TEXT NOT NULL
);
CREATE TABLE confidences (step INTEGER NOT NULL, kind TEXT NOT NULL, facts INTEGER NOT NULL,
    PRIMARY KEY (step, kind)) WITHOUT ROWID;
CREATE TABLE issues (no INTEGER PRIMARY KEY, report TEXT, source TEXT, stage TEXT NOT NULL, reason TEXT NOT NULL);
CREATE VIRTUAL TABLE report_words USING fts5(
    title, text, names, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE fact_words USING fts5(
    title, words, content='', tokenize='porter unicode61 remove_diacritics 2')
"""

INDEXES = """
CREATE INDEX reports_by_story ON reports (story, no);
CREATE INDEX facts_by_kind ON facts (kind, no);
CREATE INDEX facts_by_type ON facts (kind, type, no);
CREATE INDEX facts_by_story ON facts (story, kind, no);
CREATE INDEX facts_by_day ON facts (kind, start);
CREATE INDEX facts_doubted ON facts (confidence, no);
CREATE INDEX facts_placed ON facts (no) WHERE latitude IS NOT NULL;
CREATE INDEX evidence_by_fact ON evidence (fact, report);
CREATE INDEX evidence_by_report ON evidence (report, fact);
CREATE INDEX variants_by_fact ON variants (fact, report);
CREATE INDEX about_by_fact ON about (fact, difference);
CREATE INDEX ties_by_fact ON ties (fact, entity);
CREATE INDEX ties_by_day ON ties (entity, kind, start DESC, fact);
CREATE INDEX pairs_by_day ON pairs (a, b, start, fact);
CREATE INDEX reuse_by_b ON reuse (b, a);
CREATE INDEX judged_left ON judged (left_fact);
CREATE INDEX judged_right ON judged (right_fact);
CREATE INDEX judged_by_score ON judged (verdict, score, no)
"""
