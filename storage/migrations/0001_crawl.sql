-- What a crawl is about: outlets, their runs, their discovery pages and every address.

CREATE TABLE outlets (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    title TEXT,
    site TEXT,
    added_at TEXT NOT NULL CHECK (datetime(added_at) IS NOT NULL)
) STRICT;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    status TEXT NOT NULL DEFAULT 'running'
        CHECK (status IN ('running', 'finished', 'failed', 'interrupted')),
    reason TEXT,
    started_at TEXT NOT NULL CHECK (datetime(started_at) IS NOT NULL),
    ended_at TEXT CHECK (ended_at IS NULL OR datetime(ended_at) IS NOT NULL),
    holder TEXT NOT NULL,
    version TEXT NOT NULL,
    CHECK ((status = 'running') = (ended_at IS NULL))
) STRICT;
CREATE INDEX runs_status ON runs (status);

CREATE TABLE outlet_runs (
    run_id INTEGER NOT NULL REFERENCES runs (id),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    status TEXT NOT NULL DEFAULT 'expected'
        CHECK (status IN ('expected', 'running', 'finished', 'failed', 'interrupted')),
    reason TEXT,
    started_at TEXT CHECK (started_at IS NULL OR datetime(started_at) IS NOT NULL),
    ended_at TEXT CHECK (ended_at IS NULL OR datetime(ended_at) IS NOT NULL),
    discovered INTEGER NOT NULL DEFAULT 0 CHECK (discovered >= 0),
    stored INTEGER NOT NULL DEFAULT 0 CHECK (stored >= 0),
    known INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0),
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped >= 0),
    failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    pending INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0),
    requests INTEGER NOT NULL DEFAULT 0 CHECK (requests >= 0),
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_type(reasons) = 'array'),
    oldest_published TEXT CHECK (oldest_published IS NULL OR datetime(oldest_published) IS NOT NULL),
    PRIMARY KEY (run_id, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_runs_outlet ON outlet_runs (outlet, run_id);

CREATE TABLE addresses (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE CHECK (url <> ''),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'stored', 'dropped', 'failed')),
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    is_open INTEGER AS (state = 'new' OR (state = 'failed' AND tries < 3)) VIRTUAL,
    listed_title TEXT,
    listed_published TEXT CHECK (listed_published IS NULL OR datetime(listed_published) IS NOT NULL),
    discovered_run INTEGER NOT NULL REFERENCES runs (id),
    discovered_at TEXT NOT NULL CHECK (datetime(discovered_at) IS NOT NULL),
    listed_run INTEGER NOT NULL REFERENCES runs (id),
    counted_run INTEGER NOT NULL REFERENCES runs (id),
    settled_run INTEGER REFERENCES runs (id),
    settled_at TEXT CHECK (settled_at IS NULL OR datetime(settled_at) IS NOT NULL),
    CHECK ((state = 'new') = (settled_at IS NULL)),
    CHECK ((settled_run IS NULL) = (settled_at IS NULL)),
    CHECK (state NOT IN ('dropped', 'failed') OR ifnull(reason, '') <> '')
) STRICT;
CREATE INDEX addresses_frontier ON addresses (outlet, discovered_at, id) WHERE is_open;
CREATE INDEX addresses_counted ON addresses (outlet, counted_run);
CREATE INDEX addresses_settled ON addresses (outlet, settled_run);

CREATE TABLE discovery_pages (
    url TEXT PRIMARY KEY CHECK (url <> ''),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
    etag TEXT,
    last_modified TEXT,
    content_sha256 TEXT,
    begun_run INTEGER NOT NULL REFERENCES runs (id),
    begun_at TEXT NOT NULL CHECK (datetime(begun_at) IS NOT NULL),
    ended_run INTEGER REFERENCES runs (id),
    ended_at TEXT CHECK (ended_at IS NULL OR datetime(ended_at) IS NOT NULL),
    CHECK (is_complete OR (etag IS NULL AND last_modified IS NULL AND content_sha256 IS NULL))
) STRICT;

CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL CHECK (holder <> ''),
    taken_at TEXT NOT NULL CHECK (datetime(taken_at) IS NOT NULL),
    renewed_at TEXT NOT NULL CHECK (datetime(renewed_at) IS NOT NULL),
    expires_at TEXT NOT NULL CHECK (datetime(expires_at) IS NOT NULL)
) STRICT, WITHOUT ROWID;
