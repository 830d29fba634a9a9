-- The outbox: what people must be told, and how far it has come on its way to each of them.

CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    award_id INTEGER NOT NULL REFERENCES awards (id),
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    kind TEXT NOT NULL CHECK (kind IN ('new', 'conflict', 'correction')),
    run_id INTEGER NOT NULL REFERENCES runs (id),
    created_at TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL),
    addressed_at TEXT CHECK (addressed_at IS NULL OR datetime(addressed_at) IS NOT NULL),
    UNIQUE (award_id, kind, claim_id)
) STRICT;
-- One new award, one alert.
CREATE UNIQUE INDEX alerts_new ON alerts (award_id) WHERE kind = 'new';
CREATE INDEX alerts_unaddressed ON alerts (id) WHERE addressed_at IS NULL;

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    alert_id INTEGER NOT NULL REFERENCES alerts (id),
    person TEXT NOT NULL CHECK (person <> ''),
    channel TEXT NOT NULL DEFAULT 'mail' CHECK (channel <> ''),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (
        state IN ('waiting', 'connecting', 'handing-over', 'sent', 'refused', 'unknown')
    ),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_try_at TEXT CHECK (next_try_at IS NULL OR datetime(next_try_at) IS NOT NULL),
    last_reply TEXT,
    message_id TEXT,
    created_at TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    UNIQUE (alert_id, person, channel),
    CHECK (next_try_at IS NULL OR state = 'waiting'),
    CHECK (state NOT IN ('handing-over', 'sent', 'unknown') OR message_id IS NOT NULL)
) STRICT;
CREATE INDEX deliveries_open ON deliveries (state, next_try_at)
    WHERE state IN ('waiting', 'connecting', 'handing-over');
