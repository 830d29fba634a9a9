-- Two more kinds of runs: other stores merged into this one, and archives read.

-- Views and foreign keys go on to speak of `runs` while its place is taken.
PRAGMA legacy_alter_table = ON;

CREATE TABLE next_runs (
    id INTEGER PRIMARY KEY,
    status TEXT NOT NULL DEFAULT 'running'
        CHECK (status IN ('running', 'finished', 'failed', 'interrupted')),
    reason TEXT,
    started_at TEXT NOT NULL CHECK (datetime(started_at) IS NOT NULL),
    ended_at TEXT CHECK (ended_at IS NULL OR datetime(ended_at) IS NOT NULL),
    holder TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'crawl'
        CHECK (kind IN ('crawl', 'reprocess', 'backfill', 'merge')),
    since TEXT CHECK (since IS date(since)),
    CHECK ((status = 'running') = (ended_at IS NULL))
) STRICT;
INSERT INTO next_runs
SELECT id, status, reason, started_at, ended_at, holder, version, kind, since FROM runs;
DROP TABLE runs;
ALTER TABLE next_runs RENAME TO runs;
CREATE INDEX runs_status ON runs (status);

PRAGMA legacy_alter_table = OFF;
