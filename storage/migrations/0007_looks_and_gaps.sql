-- What is read again, how far back each walk has seen without a break, and what was never seen.

ALTER TABLE runs ADD COLUMN since TEXT CHECK (since IS date(since));

ALTER TABLE outlet_runs ADD COLUMN looked_again INTEGER NOT NULL DEFAULT 0 CHECK (looked_again >= 0);
ALTER TABLE outlet_runs ADD COLUMN revised INTEGER NOT NULL DEFAULT 0 CHECK (revised >= 0);
ALTER TABLE outlet_runs ADD COLUMN read_at TEXT
    CHECK (read_at IS NULL OR datetime(read_at) IS NOT NULL);
ALTER TABLE outlet_runs ADD COLUMN seen_since TEXT
    CHECK (seen_since IS NULL OR datetime(seen_since) IS NOT NULL);
ALTER TABLE outlet_runs ADD COLUMN seen_end TEXT;

ALTER TABLE discovery_pages ADD COLUMN seen_from TEXT
    CHECK (seen_from IS NULL OR datetime(seen_from) IS NOT NULL);
ALTER TABLE discovery_pages ADD COLUMN seen_to TEXT
    CHECK (seen_to IS NULL OR datetime(seen_to) IS NOT NULL);
ALTER TABLE discovery_pages ADD COLUMN last_address TEXT;
ALTER TABLE discovery_pages ADD COLUMN page INTEGER CHECK (page >= 1);
ALTER TABLE discovery_pages ADD COLUMN page_url TEXT;
ALTER TABLE discovery_pages ADD COLUMN full_on TEXT CHECK (full_on IS date(full_on));
ALTER TABLE discovery_pages ADD COLUMN hints_lie INTEGER NOT NULL DEFAULT 0
    CHECK (hints_lie IN (0, 1));
ALTER TABLE discovery_pages ADD COLUMN failed_on TEXT CHECK (failed_on IS date(failed_on));

-- Stores of before: a walk that ended has seen what there was; from then on gaps are reckoned.
UPDATE discovery_pages SET seen_from = ended_at, seen_to = ended_at, full_on = date(ended_at)
WHERE is_complete;
UPDATE outlet_runs SET read_at = started_at WHERE status = 'finished';

CREATE TABLE looks (
    url TEXT PRIMARY KEY REFERENCES addresses (url),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    page_url TEXT NOT NULL CHECK (page_url <> ''),
    etag TEXT,
    last_modified TEXT,
    body_sha256 TEXT,
    is_award INTEGER NOT NULL CHECK (is_award IN (0, 1)),
    stored_on TEXT NOT NULL CHECK (stored_on IS date(stored_on)),
    read_at TEXT NOT NULL CHECK (datetime(read_at) IS NOT NULL),
    due_on TEXT CHECK (due_on IS date(due_on)),
    times INTEGER NOT NULL DEFAULT 0 CHECK (times >= 0),
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    hint TEXT CHECK (hint IS NULL OR datetime(hint) IS NOT NULL),
    is_hinted INTEGER NOT NULL DEFAULT 0 CHECK (is_hinted IN (0, 1)),
    true_hints INTEGER NOT NULL DEFAULT 0 CHECK (true_hints >= 0),
    false_hints INTEGER NOT NULL DEFAULT 0 CHECK (false_hints >= 0),
    looked_run INTEGER REFERENCES runs (id),
    outcome TEXT CHECK (outcome IN ('unchanged', 'revised', 'gone', 'failed')),
    reason TEXT,
    CHECK ((looked_run IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX looks_due ON looks (outlet, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX looks_run ON looks (outlet, looked_run);
CREATE INDEX looks_hints ON looks (outlet) WHERE true_hints + false_hints > 0;

CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL REFERENCES outlets (name),
    starts_at TEXT NOT NULL CHECK (datetime(starts_at) IS NOT NULL),
    ends_at TEXT NOT NULL CHECK (datetime(ends_at) IS NOT NULL),
    state TEXT NOT NULL CHECK (state IN ('beyond-reach', 'unfinished', 'lost', 'closed')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    found_run INTEGER NOT NULL REFERENCES runs (id),
    closed_run INTEGER REFERENCES runs (id),
    CHECK ((state = 'closed') = (closed_run IS NOT NULL))
) STRICT;
CREATE INDEX gaps_outlet ON gaps (outlet, closed_run);

DROP VIEW certificate;
CREATE VIEW certificate AS
SELECT outlet_runs.run_id, runs.started_at AS run_started_at, runs.status AS run_status,
    outlet_runs.outlet, outlet_runs.status,
    CASE WHEN outlet_runs.status = 'expected' AND runs.status <> 'running'
        THEN ifnull(outlet_runs.reason, 'never reached') ELSE outlet_runs.reason END AS reason,
    outlet_runs.discovered, outlet_runs.stored, outlet_runs.known, outlet_runs.dropped,
    outlet_runs.failed, outlet_runs.pending, outlet_runs.requests, outlet_runs.refused,
    outlet_runs.reasons, outlet_runs.oldest_published, outlet_runs.started_at, outlet_runs.ended_at,
    outlet_runs.discovered = outlet_runs.stored + outlet_runs.known + outlet_runs.dropped
        + outlet_runs.failed + outlet_runs.pending AS balanced,
    outlet_runs.looked_again, outlet_runs.revised, outlet_runs.read_at, outlet_runs.seen_since,
    outlet_runs.seen_end
FROM outlet_runs JOIN runs ON runs.id = outlet_runs.run_id;
