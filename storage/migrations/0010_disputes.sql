-- Who copies whom, how an award came to be as it is, and what people have corrected.

DROP VIEW award_board;
DROP VIEW held_alerts;

ALTER TABLE award_claims ADD COLUMN place INTEGER CHECK (place >= 1);
ALTER TABLE award_claims ADD COLUMN copy_of INTEGER REFERENCES articles (id);
UPDATE award_claims SET place = ordered.place
FROM (
    SELECT award_claims.claim_id, row_number() OVER (
        PARTITION BY award_claims.award_id
        ORDER BY articles.published IS NULL, julianday(articles.published), articles.url,
            claims.position, claims.id
    ) AS place
    FROM award_claims
    JOIN claims ON claims.id = award_claims.claim_id
    JOIN articles ON articles.id = claims.article_id
) AS ordered
WHERE ordered.claim_id = award_claims.claim_id;

CREATE TABLE similar_articles (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    other_id INTEGER NOT NULL REFERENCES articles (id) CHECK (other_id > article_id),
    similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX similar_articles_other ON similar_articles (other_id);

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    award_id INTEGER NOT NULL REFERENCES awards (id),
    field TEXT NOT NULL CHECK (field IN (
        'score', 'predicate', 'category', 'zone', 'rank', 'rank_scope', 'award_date', 'venue',
        'edition_year', 'recipient', 'award'
    )),
    before TEXT,
    after TEXT,
    pins TEXT NOT NULL DEFAULT '[]' CHECK (json_type(pins) = 'array'),
    who TEXT NOT NULL CHECK (who <> ''),
    because TEXT NOT NULL CHECK (because <> ''),
    corrected_at TEXT NOT NULL CHECK (datetime(corrected_at) IS NOT NULL),
    undone_by TEXT CHECK (undone_by <> ''),
    undone_because TEXT CHECK (undone_because <> ''),
    undone_at TEXT CHECK (undone_at IS NULL OR datetime(undone_at) IS NOT NULL),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CHECK ((undone_at IS NULL) = (undone_because IS NULL))
) STRICT;
CREATE INDEX corrections_award ON corrections (award_id);
CREATE INDEX corrections_moved ON corrections (field) WHERE field = 'recipient';

CREATE TABLE award_history (
    id INTEGER PRIMARY KEY,
    award_id INTEGER NOT NULL REFERENCES awards (id),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    cause TEXT NOT NULL CHECK (
        cause IN ('report', 'revision', 'reprocess', 'correction', 'undo')
    ),
    run_id INTEGER REFERENCES runs (id),
    correction_id INTEGER REFERENCES corrections (id),
    claim_id INTEGER REFERENCES claims (id),
    field TEXT NOT NULL CHECK (field <> ''),
    before TEXT,
    after TEXT,
    CHECK ((run_id IS NULL) <> (correction_id IS NULL)),
    CHECK (before IS NOT after)
) STRICT;
CREATE INDEX award_history_award ON award_history (award_id);

-- Made anew: one report may raise several corrections, as often as a person corrects its award.
CREATE TABLE next_alerts (
    id INTEGER PRIMARY KEY,
    award_id INTEGER NOT NULL REFERENCES awards (id),
    claim_id INTEGER NOT NULL REFERENCES claims (id),
    kind TEXT NOT NULL CHECK (kind IN ('new', 'conflict', 'correction', 'withdrawal')),
    run_id INTEGER NOT NULL REFERENCES runs (id),
    created_at TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL),
    addressed_at TEXT CHECK (addressed_at IS NULL OR datetime(addressed_at) IS NOT NULL),
    is_backfilled INTEGER NOT NULL DEFAULT 0 CHECK (is_backfilled IN (0, 1)),
    before TEXT CHECK (before IS NULL OR json_type(before) = 'object'),
    correction_id INTEGER REFERENCES corrections (id)
) STRICT;
INSERT INTO next_alerts (
    id, award_id, claim_id, kind, run_id, created_at, addressed_at, is_backfilled
)
SELECT id, award_id, claim_id, kind, run_id, created_at, addressed_at, is_backfilled FROM alerts;
DROP TABLE alerts;
ALTER TABLE next_alerts RENAME TO alerts;
-- One new award, one alert.
CREATE UNIQUE INDEX alerts_new ON alerts (award_id) WHERE kind = 'new';
CREATE UNIQUE INDEX alerts_once ON alerts (award_id, kind, claim_id, ifnull(correction_id, 0));
CREATE INDEX alerts_unaddressed ON alerts (id) WHERE addressed_at IS NULL;

CREATE VIEW held_alerts AS
SELECT alerts.id AS alert_id, articles.outlet, outlet_standing.since
FROM alerts
JOIN claims ON claims.id = alerts.claim_id
JOIN articles ON articles.id = claims.article_id
JOIN outlet_standing ON outlet_standing.outlet = articles.outlet
    AND outlet_standing.state = 'quarantined'
WHERE alerts.addressed_at IS NULL AND NOT alerts.is_backfilled
    AND alerts.correction_id IS NULL
    AND (alerts.kind <> 'new' OR NOT EXISTS (
        SELECT 1 FROM award_claims
        JOIN claims AS others ON others.id = award_claims.claim_id
        JOIN articles AS reports ON reports.id = others.article_id
        WHERE award_claims.award_id = alerts.award_id AND reports.outlet NOT IN (
            SELECT outlet FROM outlet_standing WHERE state = 'quarantined'
        )
    ));

CREATE VIEW award_board AS
WITH told AS (
    SELECT award_claims.award_id, award_claims.copy_of, claims.article_id, articles.outlet,
        articles.url, articles.published,
        row_number() OVER (
            PARTITION BY award_claims.award_id
            ORDER BY award_claims.place IS NULL, award_claims.place, award_claims.claim_id
        ) AS place
    FROM award_claims
    JOIN claims ON claims.id = award_claims.claim_id
    JOIN articles ON articles.id = claims.article_id
),
behind AS (
    SELECT award_id, count(DISTINCT article_id) AS reports, count(DISTINCT outlet) AS outlets,
        count(DISTINCT article_id) FILTER (WHERE copy_of IS NULL) AS independent_reports,
        count(DISTINCT article_id) FILTER (WHERE copy_of IS NOT NULL) AS copies
    FROM told GROUP BY award_id
)
SELECT
    awards.id AS award_id, awards.recipient, awards.recipient_code,
    substr(awards.recipient_code, 1, 2) AS province_code,
    awards.scheme, claims.grantor, awards.edition_year, awards.edition_basis,
    awards.score, awards.score_raw, awards.scale, awards.predicate, awards.category, awards.zone,
    awards.rank, awards.rank_scope, awards.award_date, awards.venue, awards.status,
    ifnull(behind.reports, 0) AS reports, ifnull(behind.outlets, 0) AS outlets,
    ifnull(behind.independent_reports, 0) AS independent_reports,
    ifnull(behind.copies, 0) AS copies,
    told.outlet AS first_outlet, told.url AS first_url, told.published AS first_published,
    claims.proof, claims.confidence, awards.first_stored_at, awards.is_backfilled
FROM awards
LEFT JOIN behind ON behind.award_id = awards.id
LEFT JOIN told ON told.award_id = awards.id AND told.place = 1
LEFT JOIN award_claims ON award_claims.award_id = awards.id AND award_claims.relation = 'first'
LEFT JOIN claims ON claims.id = award_claims.claim_id
WHERE awards.status <> 'withdrawn';

CREATE VIEW award_reports AS
SELECT award_claims.award_id, award_claims.place, award_claims.relation, articles.outlet,
    articles.url, articles.title, articles.published, claims.score, claims.score_raw,
    claims.scale, claims.predicate, claims.zone, claims.proof AS sentence,
    originals.url AS copy_of, claims.id AS claim_id, claims.article_id
FROM award_claims
JOIN claims ON claims.id = award_claims.claim_id
JOIN articles ON articles.id = claims.article_id
LEFT JOIN articles AS originals ON originals.id = award_claims.copy_of;
