PRAGMA application_id = 1869509219;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE coverage (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
INSERT INTO "coverage" VALUES(1,'{"fact":"en-cfeb18bb56716c60","reports":{"r-722cf73fc01fff9d":"differs","r-b6d64d4d7be8a7b1":"differs"},"story":"s-e3735661cb72d87d"}');
CREATE TABLE differences (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
INSERT INTO "differences" VALUES(1,'{"about":["en-cfeb18bb56716c60"],"confidence":0.8,"id":"di-ca423f456244c91b","kind":"name","positions":[{"evidence":[{"end":9,"entity":null,"mention":0,"report":"r-722cf73fc01fff9d","role":"mention","start":0,"text":"Ana Lind1"}],"report":"r-722cf73fc01fff9d","value":"Ana Lind1"},{"evidence":[{"end":9,"entity":null,"mention":0,"report":"r-b6d64d4d7be8a7b1","role":"mention","start":0,"text":"Ana Lind0"}],"report":"r-b6d64d4d7be8a7b1","value":"Ana Lind0"}]}');
CREATE TABLE entities (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
INSERT INTO "entities" VALUES(1,'{"aliases":["Ana Lind1"],"code":null,"confidence":0.75,"country":null,"evidence":[{"end":9,"entity":null,"mention":0,"report":"r-722cf73fc01fff9d","role":"mention","start":0,"text":"Ana Lind1"},{"end":9,"entity":null,"mention":0,"report":"r-b6d64d4d7be8a7b1","role":"mention","start":0,"text":"Ana Lind0"}],"id":"en-cfeb18bb56716c60","independent_sources":2,"kind":"person","name":"Ana Lind0","named":true,"offices":[],"reports":["r-722cf73fc01fff9d","r-b6d64d4d7be8a7b1"],"sectors":[],"source_groups":[{"reason":"own words","reports":["r-722cf73fc01fff9d"]},{"reason":"own words","reports":["r-b6d64d4d7be8a7b1"]}]}');
CREATE TABLE events (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE figures (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE issues (
    report TEXT NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (report, source, stage, reason)
) WITHOUT ROWID;
INSERT INTO "issues" VALUES('','b.txt','read','b.txt is empty');
CREATE TABLE judgements (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
INSERT INTO "judgements" VALUES(1,'{"at":null,"by":"program","left":"en-b6c48ea016498c22","right":"en-cfeb18bb56716c60","score":0.9,"verdict":"same","why":"the full names are one but for spelling or length"}');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "meta" VALUES('reconciled','yes');
CREATE TABLE relations (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL,      -- as it was read
    resolved TEXT,             -- with story and full dates, once reconciled
    read_at TEXT NOT NULL,     -- UTC, ISO 8601
    reader TEXT,               -- what made the findings: version and settings
    findings TEXT
) WITHOUT ROWID;
INSERT INTO "reports" VALUES('r-722cf73fc01fff9d','{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-722cf73fc01fff9d","language":"en","outlet":"Post","published":null,"source":"1.txt","sources":["1.txt"],"story":null,"text":"Ana Lind1 met envoys in Oslo. harbour cargo cargo minister treaty treaty border cargo","title":null}','{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-722cf73fc01fff9d","language":"en","outlet":"Post","published":null,"source":"1.txt","sources":["1.txt"],"story":"s-e3735661cb72d87d","text":"Ana Lind1 met envoys in Oslo. harbour cargo cargo minister treaty treaty border cargo","title":null}','2025-03-03T10:00:00+00:00','0.1.0-test','{"dates":[],"entities":[{"aliases":[],"code":null,"confidence":0.5,"country":null,"evidence":[{"end":9,"entity":null,"mention":0,"report":"r-722cf73fc01fff9d","role":"mention","start":0,"text":"Ana Lind1"}],"id":"en-cfeb18bb56716c60","independent_sources":1,"kind":"person","name":"Ana Lind1","named":true,"offices":[],"reports":["r-722cf73fc01fff9d"],"sectors":[],"source_groups":[]}],"events":[],"figures":[],"issues":[],"orders":[],"relations":[],"report":{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-722cf73fc01fff9d","language":"en","outlet":"Post","published":null,"source":"1.txt","sources":["1.txt"],"story":null,"text":"Ana Lind1 met envoys in Oslo. harbour cargo cargo minister treaty treaty border cargo","title":null},"statements":[]}');
INSERT INTO "reports" VALUES('r-b6d64d4d7be8a7b1','{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-b6d64d4d7be8a7b1","language":"en","outlet":"Post","published":null,"source":"0.txt","sources":["0.txt"],"story":null,"text":"Ana Lind0 met envoys in Oslo. cargo cargo treaty minister envoy treaty cargo minister","title":null}','{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-b6d64d4d7be8a7b1","language":"en","outlet":"Post","published":null,"source":"0.txt","sources":["0.txt"],"story":"s-e3735661cb72d87d","text":"Ana Lind0 met envoys in Oslo. cargo cargo treaty minister envoy treaty cargo minister","title":null}','2025-03-03T10:00:00+00:00','0.1.0-test','{"dates":[],"entities":[{"aliases":[],"code":null,"confidence":0.5,"country":null,"evidence":[{"end":9,"entity":null,"mention":0,"report":"r-b6d64d4d7be8a7b1","role":"mention","start":0,"text":"Ana Lind0"}],"id":"en-b6c48ea016498c22","independent_sources":1,"kind":"person","name":"Ana Lind0","named":true,"offices":[],"reports":["r-b6d64d4d7be8a7b1"],"sectors":[],"source_groups":[]}],"events":[],"figures":[],"issues":[],"orders":[],"relations":[],"report":{"agency":null,"byline":null,"dateline":null,"given_id":null,"id":"r-b6d64d4d7be8a7b1","language":"en","outlet":"Post","published":null,"source":"0.txt","sources":["0.txt"],"story":null,"text":"Ana Lind0 met envoys in Oslo. cargo cargo treaty minister envoy treaty cargo minister","title":null},"statements":[]}');
CREATE TABLE reuse (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE statements (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE stories (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
INSERT INTO "stories" VALUES(1,'{"id":"s-e3735661cb72d87d","reports":["r-722cf73fc01fff9d","r-b6d64d4d7be8a7b1"],"title":"Ana Lind1 met envoys in Oslo. harbour cargo cargo minister treaty treaty"}');
COMMIT;
