-- Which archives were read, how far, and by which rules.

CREATE TABLE warc_files (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    wanted TEXT NOT NULL CHECK (json_type(wanted) = 'object'),
    name TEXT NOT NULL CHECK (name <> ''),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    rules_version TEXT NOT NULL CHECK (rules_version <> ''),
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'reading', 'done', 'failed')),
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    run_id INTEGER NOT NULL REFERENCES runs (id),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    responses INTEGER NOT NULL DEFAULT 0 CHECK (responses >= 0),
    stories INTEGER NOT NULL DEFAULT 0 CHECK (stories >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND stories),
    stored INTEGER NOT NULL DEFAULT 0 CHECK (stored >= 0),
    revised INTEGER NOT NULL DEFAULT 0 CHECK (revised >= 0),
    known INTEGER NOT NULL DEFAULT 0 CHECK (known >= 0),
    skipped TEXT NOT NULL DEFAULT '{}' CHECK (json_type(skipped) = 'object'),
    damage TEXT NOT NULL DEFAULT '[]' CHECK (json_type(damage) = 'array'),
    UNIQUE (sha256, wanted),
    CHECK (state <> 'failed' OR ifnull(reason, '') <> '')
) STRICT;
