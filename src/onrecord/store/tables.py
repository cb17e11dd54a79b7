"""The tables of a record file. The schema's number goes up with every change to them: see `migrations`."""

from __future__ import annotations

from onrecord.model import FACT_TABLES

APPLICATION_ID = 0x6F6E7263  # "onrc": tells a record from any other SQLite file
SCHEMA_VERSION = 2

# Of a record's tables each row is the JSON of one model value; what pages will search by becomes a column then.
RECORD_TABLES = (
    "stories",
    *(table.name for table in FACT_TABLES),
    "differences",
    "coverage",
    "reuse",
    "judgements",
)

# The tables that came with schema 2: migration 1 to 2 makes the same.
SINCE_2 = """
CREATE TABLE versions (         -- the texts that one article has had, in the order in which they were read
    article TEXT NOT NULL,      -- its address, or its outlet with the id that it was given
    number INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE verdicts (         -- judgements made by persons; rows are only ever added
    position INTEGER PRIMARY KEY,
    body TEXT NOT NULL
);
CREATE TABLE visits (           -- what a watch knows of a feed, page or file
    address TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    due REAL,
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX visits_by_state ON visits (kind, state, due);
CREATE TABLE hosts (            -- hosts that asked to be left alone until a time
    host TEXT PRIMARY KEY,
    body TEXT NOT NULL
) WITHOUT ROWID;
"""

SCHEMA = (
    """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL,      -- as it was read
    resolved TEXT,             -- with story and full dates, once reconciled
    read_at TEXT NOT NULL,     -- UTC, ISO 8601
    reader TEXT,               -- what made the findings: version and settings
    findings TEXT
) WITHOUT ROWID;
CREATE TABLE issues (
    report TEXT NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (report, source, stage, reason)
) WITHOUT ROWID;
"""
    + "\n".join(f"CREATE TABLE {name} (position INTEGER PRIMARY KEY, body TEXT NOT NULL);" for name in RECORD_TABLES)
    + SINCE_2
)
