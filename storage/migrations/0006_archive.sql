-- What an article says now and what it said before; responses as they came, and where they lie.
-- Tables are made anew here, which SQLite allows as long as foreign keys are off.

DROP VIEW award_board;
DROP VIEW score_history;
DROP VIEW unit_scores;

CREATE TABLE next_claims (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    recipient_code TEXT,
    recipient_kind TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    grantor TEXT NOT NULL,
    year INTEGER CHECK (year BETWEEN 1900 AND 2200),
    edition_year INTEGER CHECK (edition_year BETWEEN 1900 AND 2200),
    edition_basis TEXT CHECK (edition_basis IN ('stated', 'calendar')),
    score REAL,
    score_raw TEXT,
    scale INTEGER CHECK (scale > 0),
    predicate TEXT,
    category TEXT,
    zone TEXT,
    rank INTEGER CHECK (rank >= 1),
    rank_scope TEXT,
    award_date TEXT CHECK (award_date IS date(award_date)),
    venue TEXT,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_type(warnings) = 'array'),
    rules_version TEXT NOT NULL,
    proof TEXT,
    proof_start INTEGER CHECK (proof_start >= 0),
    proof_end INTEGER CHECK (proof_end > proof_start),
    superseded_run INTEGER REFERENCES runs (id),
    CHECK ((edition_year IS NULL) = (edition_basis IS NULL)),
    CHECK ((score IS NULL) = (score_raw IS NULL)),
    CHECK ((proof IS NULL) = (proof_start IS NULL)),
    CHECK ((proof IS NULL) = (proof_end IS NULL))
) STRICT;
INSERT INTO next_claims (
    id, article_id, revision_id, position, recipient, recipient_code, recipient_kind, scheme,
    grantor, year, edition_year, edition_basis, score, score_raw, scale, predicate, category,
    zone, rank, rank_scope, award_date, venue, confidence, warnings, rules_version, proof,
    proof_start, proof_end
)
SELECT
    id, article_id, revision_id, position, recipient, recipient_code, recipient_kind, scheme,
    grantor, year, edition_year, edition_basis, score, score_raw, scale, predicate, category,
    zone, rank, rank_scope, award_date, venue, confidence, warnings, rules_version, proof,
    proof_start, proof_end
FROM claims;

-- Until now a claim counted as long as its article had no later revision.
UPDATE next_claims SET superseded_run = (
    SELECT min(revisions.run_id) FROM revisions
    WHERE revisions.article_id = next_claims.article_id
        AND revisions.id > next_claims.revision_id
);
DROP TABLE claims;
ALTER TABLE next_claims RENAME TO claims;
CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_award ON claims (recipient, scheme);
CREATE UNIQUE INDEX claims_current ON claims (revision_id, position) WHERE superseded_run IS NULL;

CREATE TABLE next_awards (
    id INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    recipient_code TEXT,
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    edition_year INTEGER CHECK (edition_year BETWEEN 1900 AND 2200),
    edition_basis TEXT CHECK (edition_basis IN ('stated', 'calendar')),
    status TEXT NOT NULL CHECK (status IN ('agreed', 'disputed', 'corrected', 'withdrawn')),
    score REAL,
    score_raw TEXT,
    scale INTEGER CHECK (scale > 0),
    predicate TEXT,
    category TEXT,
    zone TEXT,
    rank INTEGER CHECK (rank >= 1),
    rank_scope TEXT,
    award_date TEXT CHECK (award_date IS date(award_date)),
    venue TEXT,
    first_run INTEGER NOT NULL REFERENCES runs (id),
    first_stored_at TEXT NOT NULL CHECK (datetime(first_stored_at) IS NOT NULL),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    is_backfilled INTEGER NOT NULL DEFAULT 0 CHECK (is_backfilled IN (0, 1))
) STRICT;
INSERT INTO next_awards (
    id, recipient, recipient_code, scheme, edition_year, edition_basis, status, score,
    score_raw, scale, predicate, category, zone, rank, rank_scope, award_date, venue, first_run,
    first_stored_at, changed_at
)
SELECT
    id, recipient, recipient_code, scheme, edition_year, edition_basis, status, score,
    score_raw, scale, predicate, category, zone, rank, rank_scope, award_date, venue, first_run,
    first_stored_at, changed_at
FROM awards;

DROP TABLE awards;
ALTER TABLE next_awards RENAME TO awards;
CREATE UNIQUE INDEX awards_identity ON awards (recipient, scheme, ifnull(edition_year, 0));

DELETE FROM award_claims WHERE claim_id IN (SELECT id FROM claims WHERE superseded_run IS NOT NULL)
    AND relation <> 'first';

ALTER TABLE alerts ADD COLUMN is_backfilled INTEGER NOT NULL DEFAULT 0
    CHECK (is_backfilled IN (0, 1));
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'crawl'
    CHECK (kind IN ('crawl', 'reprocess'));

ALTER TABLE articles ADD COLUMN address TEXT;

CREATE TABLE responses (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    address TEXT,
    url TEXT NOT NULL CHECK (url <> ''),
    status INTEGER NOT NULL CHECK (status BETWEEN 100 AND 999),
    fetched_at TEXT NOT NULL CHECK (datetime(fetched_at) IS NOT NULL),
    file TEXT NOT NULL CHECK (file <> ''),
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),
    length INTEGER NOT NULL CHECK (length > 0),
    UNIQUE (file, start_byte)
) STRICT;
CREATE INDEX responses_address ON responses (address, run_id) WHERE address IS NOT NULL;

CREATE VIEW award_board AS
WITH behind AS (
    SELECT award_claims.award_id, count(DISTINCT claims.article_id) AS reports,
        count(DISTINCT articles.outlet) AS outlets
    FROM award_claims
    JOIN claims ON claims.id = award_claims.claim_id
    JOIN articles ON articles.id = claims.article_id
    GROUP BY award_claims.award_id
)
SELECT
    awards.id AS award_id, awards.recipient, awards.recipient_code,
    substr(awards.recipient_code, 1, 2) AS province_code,
    awards.scheme, claims.grantor, awards.edition_year, awards.edition_basis,
    awards.score, awards.score_raw, awards.scale, awards.predicate, awards.category, awards.zone,
    awards.rank, awards.rank_scope, awards.award_date, awards.venue, awards.status,
    ifnull(behind.reports, 0) AS reports, ifnull(behind.outlets, 0) AS outlets,
    articles.outlet AS first_outlet, articles.url AS first_url,
    articles.published AS first_published, claims.proof, claims.confidence,
    awards.first_stored_at, awards.is_backfilled
FROM awards
LEFT JOIN behind ON behind.award_id = awards.id
LEFT JOIN award_claims ON award_claims.award_id = awards.id AND award_claims.relation = 'first'
LEFT JOIN claims ON claims.id = award_claims.claim_id
LEFT JOIN articles ON articles.id = claims.article_id
WHERE awards.status <> 'withdrawn';

CREATE VIEW score_history AS
WITH told AS (
    SELECT claims.recipient, claims.recipient_code, claims.scheme, claim_previous.year,
        claim_previous.score, claims.scale, count(DISTINCT claims.article_id) AS reports,
        max(claims.id) AS claim_id
    FROM claim_previous JOIN claims ON claims.id = claim_previous.claim_id
    WHERE claim_previous.year IS NOT NULL AND claims.superseded_run IS NULL
    GROUP BY claims.recipient, claims.scheme, claim_previous.year, claim_previous.score, claims.scale
),
told_best AS (
    SELECT *, row_number() OVER (
        PARTITION BY recipient, scheme, year ORDER BY reports DESC, claim_id DESC
    ) AS place
    FROM told
),
scores AS (
    SELECT recipient, recipient_code, scheme, edition_year AS year, score, scale,
        'award' AS source, id AS award_id, NULL AS claim_id
    FROM awards
    WHERE edition_year IS NOT NULL AND score IS NOT NULL AND status <> 'withdrawn'
    UNION ALL
    SELECT recipient, recipient_code, scheme, year, score, scale, 'told', NULL, claim_id
    FROM told_best WHERE place = 1 AND NOT EXISTS (
        SELECT 1 FROM awards WHERE awards.recipient = told_best.recipient
            AND awards.scheme = told_best.scheme AND awards.edition_year = told_best.year
            AND awards.score IS NOT NULL AND awards.status <> 'withdrawn'
    )
),
steps AS (
    SELECT *, lag(score) OVER earlier AS earlier_score, lag(year) OVER earlier AS since_year,
        lag(scale) OVER earlier AS earlier_scale
    FROM scores
    WINDOW earlier AS (PARTITION BY recipient, scheme ORDER BY year)
)
SELECT steps.recipient, steps.recipient_code, steps.scheme, steps.year, steps.score, steps.scale,
    steps.source, steps.since_year,
    CASE WHEN ifnull(steps.scale, earlier_scale) IS ifnull(earlier_scale, steps.scale)
        THEN round(steps.score - earlier_score, 4) END AS change,
    steps.award_id, articles.outlet, articles.url
FROM steps
LEFT JOIN award_claims ON award_claims.award_id = steps.award_id AND award_claims.relation = 'first'
LEFT JOIN claims ON claims.id = ifnull(steps.claim_id, award_claims.claim_id)
LEFT JOIN articles ON articles.id = claims.article_id;

CREATE VIEW unit_scores AS
SELECT award_claims.award_id, claims.recipient, claims.recipient_code, claims.scheme,
    awards.edition_year, claim_units.unit, claim_units.score, claim_units.raw AS score_raw,
    claims.scale, award_claims.relation, articles.outlet, articles.url
FROM claim_units
JOIN claims ON claims.id = claim_units.claim_id
JOIN award_claims ON award_claims.claim_id = claims.id
JOIN awards ON awards.id = award_claims.award_id
JOIN articles ON articles.id = claims.article_id
WHERE claims.superseded_run IS NULL;
