-- Who is told of which outlet's health, and the quiet hours that hold for retries too.

ALTER TABLE outlet_states ADD COLUMN addressed_at TEXT
    CHECK (addressed_at IS NULL OR datetime(addressed_at) IS NOT NULL);
-- What was before is no news: nobody had asked for it.
UPDATE outlet_states SET addressed_at = changed_at;
CREATE INDEX outlet_states_unaddressed ON outlet_states (id) WHERE addressed_at IS NULL;

ALTER TABLE digests ADD COLUMN tells TEXT NOT NULL DEFAULT 'awards'
    CHECK (tells IN ('awards', 'health'));
DROP INDEX digests_gathering;
-- Of each person, channel and kind one digest gathers at a time.
CREATE UNIQUE INDEX digests_gathering ON digests (person, channel, frequency, occasion, tells)
    WHERE ends_at IS NULL AND state = 'waiting';

CREATE TABLE health_items (
    digest_id INTEGER NOT NULL REFERENCES digests (id),
    state_id INTEGER NOT NULL REFERENCES outlet_states (id),
    PRIMARY KEY (digest_id, state_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE deliveries ADD COLUMN quiet TEXT CHECK (quiet <> '');
ALTER TABLE digests ADD COLUMN quiet TEXT CHECK (quiet <> '');
