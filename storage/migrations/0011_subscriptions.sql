-- Who gets what: digests beside single mails, each in its own language.

CREATE TABLE digests (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL CHECK (person <> ''),
    channel TEXT NOT NULL DEFAULT 'mail' CHECK (channel <> ''),
    frequency TEXT NOT NULL CHECK (frequency IN ('daily', 'weekly')),
    language TEXT NOT NULL DEFAULT 'both' CHECK (language IN ('id', 'en', 'both')),
    occasion TEXT NOT NULL DEFAULT 'period' CHECK (occasion IN ('period', 'old', 'many')),
    starts_at TEXT NOT NULL CHECK (datetime(starts_at) IS NOT NULL),
    ends_at TEXT CHECK (ends_at IS NULL OR datetime(ends_at) IS NOT NULL),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (
        state IN ('waiting', 'connecting', 'handing-over', 'sent', 'refused', 'unknown')
    ),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_try_at TEXT CHECK (next_try_at IS NULL OR datetime(next_try_at) IS NOT NULL),
    last_reply TEXT,
    message_id TEXT,
    created_at TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    CHECK (next_try_at IS NULL OR state = 'waiting'),
    CHECK (state NOT IN ('handing-over', 'sent', 'unknown') OR message_id IS NOT NULL)
) STRICT;
CREATE INDEX digests_open ON digests (state, next_try_at)
    WHERE state IN ('waiting', 'connecting', 'handing-over');
-- Of each person, channel and kind one digest gathers at a time.
CREATE UNIQUE INDEX digests_gathering ON digests (person, channel, frequency, occasion)
    WHERE ends_at IS NULL AND state = 'waiting';

ALTER TABLE deliveries ADD COLUMN language TEXT NOT NULL DEFAULT 'both'
    CHECK (language IN ('id', 'en', 'both'));
ALTER TABLE deliveries ADD COLUMN digest_id INTEGER REFERENCES digests (id);
CREATE INDEX deliveries_digest ON deliveries (digest_id) WHERE digest_id IS NOT NULL;
-- How many single mails a person got in a day.
CREATE INDEX deliveries_of_person ON deliveries (person, channel, created_at);

-- Old news of before: nobody subscribed to it.
UPDATE alerts SET addressed_at = created_at WHERE is_backfilled AND addressed_at IS NULL;
