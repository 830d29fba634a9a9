-- A store made for reading: names of schemes and regions, a version for each view, indexes behind
-- every question, and a search over what articles say of awards.

CREATE TABLE schemes (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    short TEXT NOT NULL CHECK (short <> ''),
    family TEXT NOT NULL CHECK (family IN ('public-service', 'governance', 'other')),
    grantor TEXT NOT NULL CHECK (grantor <> ''),
    scale INTEGER CHECK (scale > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE scheme_bands (
    scheme TEXT NOT NULL REFERENCES schemes (id),
    from_year INTEGER NOT NULL,
    to_year INTEGER CHECK (to_year >= from_year),
    place INTEGER NOT NULL CHECK (place >= 1),
    predicate TEXT NOT NULL CHECK (predicate <> ''),
    letter TEXT,
    zone TEXT,
    lowest REAL,
    highest REAL CHECK (highest >= lowest),
    source TEXT NOT NULL CHECK (source <> ''),
    PRIMARY KEY (scheme, from_year, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE regions (
    code TEXT PRIMARY KEY CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    full_name TEXT NOT NULL UNIQUE CHECK (full_name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('provinsi', 'kabupaten', 'kota')),
    province_code TEXT NOT NULL CHECK (province_code <> ''),
    province TEXT NOT NULL CHECK (province <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE view_versions (
    view TEXT PRIMARY KEY,
    version TEXT NOT NULL CHECK (version GLOB '[0-9]*.[0-9]*.[0-9]*'),
    changed TEXT NOT NULL CHECK (changed <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE data_dictionary (
    relation TEXT NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    "column" TEXT NOT NULL,
    meaning TEXT NOT NULL,
    unit TEXT,
    PRIMARY KEY (relation, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX awards_scheme ON awards (scheme, edition_year, score);
CREATE INDEX awards_region ON awards (recipient_code, scheme, edition_year);
CREATE INDEX awards_province ON awards (substr(recipient_code, 1, 2), scheme, edition_year);
CREATE INDEX awards_year ON awards (edition_year);
CREATE INDEX awards_found ON awards (first_stored_at);
CREATE INDEX awards_run ON awards (first_run);
CREATE INDEX awards_changed ON awards (changed_at);
CREATE INDEX awards_disputed ON awards (scheme, edition_year) WHERE status = 'disputed';
CREATE INDEX award_claims_place ON award_claims (award_id, place);
CREATE INDEX claims_found ON claims (scheme, edition_year);
CREATE INDEX award_history_changed ON award_history (changed_at);
CREATE INDEX corrections_when ON corrections (corrected_at);
CREATE INDEX addresses_waiting ON addresses (outlet) WHERE state = 'new';
CREATE INDEX outlet_runs_read ON outlet_runs (outlet, read_at);
CREATE INDEX outlet_nights_judged ON outlet_nights (outlet, run_id) WHERE state IS NOT NULL;
CREATE INDEX responses_page ON responses (url);
DROP INDEX award_claims_award;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
    recipient, grantor, predicate, proof,
    content = 'claims', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, recipient, grantor, predicate, proof)
    VALUES (new.id, new.recipient, new.grantor, new.predicate, new.proof);
END;
CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, recipient, grantor, predicate, proof)
    VALUES ('delete', old.id, old.recipient, old.grantor, old.predicate, old.proof);
END;
CREATE TRIGGER claims_fts_update AFTER UPDATE OF recipient, grantor, predicate, proof ON claims
BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, recipient, grantor, predicate, proof)
    VALUES ('delete', old.id, old.recipient, old.grantor, old.predicate, old.proof);
    INSERT INTO claims_fts (rowid, recipient, grantor, predicate, proof)
    VALUES (new.id, new.recipient, new.grantor, new.predicate, new.proof);
END;

-- Look-ups, not joins: what a question does not ask for is not looked up, however many are counted.
DROP VIEW award_board;
CREATE VIEW award_board AS
SELECT
    awards.id AS award_id, awards.recipient, awards.recipient_code,
    substr(awards.recipient_code, 1, 2) AS province_code,
    (SELECT name FROM regions WHERE regions.code = substr(awards.recipient_code, 1, 2)) AS province,
    awards.scheme,
    (SELECT title FROM schemes WHERE schemes.id = awards.scheme) AS scheme_title,
    (SELECT family FROM schemes WHERE schemes.id = awards.scheme) AS family,
    (SELECT claims.grantor FROM award_claims JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id AND relation = 'first') AS grantor,
    awards.edition_year, awards.edition_basis,
    awards.score, awards.score_raw, awards.scale, awards.predicate, awards.category, awards.zone,
    awards.rank, awards.rank_scope, awards.award_date, awards.venue, awards.status,
    (SELECT count(DISTINCT claims.article_id) FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id) AS reports,
    (SELECT count(DISTINCT articles.outlet) FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        JOIN articles ON articles.id = claims.article_id
        WHERE award_claims.award_id = awards.id) AS outlets,
    (SELECT count(DISTINCT claims.article_id) FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id AND copy_of IS NULL) AS independent_reports,
    (SELECT count(DISTINCT claims.article_id) FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id AND copy_of IS NOT NULL) AS copies,
    (SELECT articles.outlet FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        JOIN articles ON articles.id = claims.article_id
        WHERE award_claims.award_id = awards.id
        ORDER BY award_claims.place, award_claims.claim_id LIMIT 1) AS first_outlet,
    (SELECT articles.url FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        JOIN articles ON articles.id = claims.article_id
        WHERE award_claims.award_id = awards.id
        ORDER BY award_claims.place, award_claims.claim_id LIMIT 1) AS first_url,
    (SELECT articles.published FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        JOIN articles ON articles.id = claims.article_id
        WHERE award_claims.award_id = awards.id
        ORDER BY award_claims.place, award_claims.claim_id LIMIT 1) AS first_published,
    (SELECT claims.proof FROM award_claims JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id AND relation = 'first') AS proof,
    (SELECT claims.confidence FROM award_claims JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id = awards.id AND relation = 'first') AS confidence,
    awards.first_stored_at, awards.is_backfilled
FROM awards
WHERE awards.status <> 'withdrawn';

CREATE VIEW first_reporters AS
SELECT awards.id AS award_id, awards.recipient, awards.recipient_code, awards.scheme,
    awards.edition_year, awards.award_date, articles.outlet, articles.url, articles.title,
    articles.published,
    (SELECT round((min(julianday(others.published)) - julianday(articles.published)) * 24, 2)
        FROM award_claims AS behind
        JOIN claims AS saying ON saying.id = behind.claim_id
        JOIN articles AS others ON others.id = saying.article_id
        WHERE behind.award_id = awards.id AND others.outlet <> articles.outlet) AS hours_ahead,
    (SELECT count(DISTINCT others.outlet) FROM award_claims AS behind
        JOIN claims AS saying ON saying.id = behind.claim_id
        JOIN articles AS others ON others.id = saying.article_id
        WHERE behind.award_id = awards.id AND others.outlet <> articles.outlet) AS followers
FROM awards
JOIN award_claims AS opening ON opening.award_id = awards.id
JOIN claims ON claims.id = opening.claim_id
JOIN articles ON articles.id = claims.article_id
WHERE opening.place = 1 AND awards.status <> 'withdrawn';

CREATE VIEW award_changes AS
SELECT award_history.id, award_history.award_id, awards.recipient, awards.scheme,
    awards.edition_year, award_history.changed_at, award_history.cause, award_history.field,
    award_history.before, award_history.after,
    iif(cause = 'undo', corrections.undone_by, corrections.who) AS who,
    iif(cause = 'undo', corrections.undone_because, corrections.because) AS because,
    award_history.run_id, claims.article_id, articles.outlet, articles.url
FROM award_history
JOIN awards ON awards.id = award_history.award_id
LEFT JOIN corrections ON corrections.id = award_history.correction_id
LEFT JOIN claims ON claims.id = award_history.claim_id
LEFT JOIN articles ON articles.id = claims.article_id;

CREATE VIEW disputes AS
SELECT award_id, recipient, recipient_code, scheme, edition_year, scale, lowest, highest,
    round(highest - lowest, 4) AS spread, sides, independent_reports, told, since
FROM (
    SELECT awards.id AS award_id, awards.recipient, awards.recipient_code, awards.scheme,
        awards.edition_year, awards.scale, awards.changed_at AS since,
        (SELECT min(claims.score) FROM award_claims
            JOIN claims ON claims.id = award_claims.claim_id
            WHERE award_claims.award_id = awards.id) AS lowest,
        (SELECT max(claims.score) FROM award_claims
            JOIN claims ON claims.id = award_claims.claim_id
            WHERE award_claims.award_id = awards.id) AS highest,
        (SELECT count(DISTINCT claims.score) FROM award_claims
            JOIN claims ON claims.id = award_claims.claim_id
            WHERE award_claims.award_id = awards.id) AS sides,
        (SELECT count(DISTINCT claims.article_id) FROM award_claims
            JOIN claims ON claims.id = award_claims.claim_id AND claims.score IS NOT NULL
            WHERE award_claims.award_id = awards.id AND copy_of IS NULL) AS independent_reports,
        (SELECT json_group_array(json_object('outlet', articles.outlet,
                'score_raw', claims.score_raw, 'url', articles.url))
            FROM award_claims
            JOIN claims ON claims.id = award_claims.claim_id AND claims.score IS NOT NULL
            JOIN articles ON articles.id = claims.article_id
            WHERE award_claims.award_id = awards.id) AS told
    FROM awards WHERE awards.status = 'disputed'
);

DROP VIEW score_history;
CREATE VIEW score_history AS
WITH told AS (
    SELECT claims.recipient, claims.recipient_code, claims.scheme, claim_previous.year,
        claim_previous.score, claims.scale, count(DISTINCT claims.article_id) AS reports,
        max(claims.id) AS claim_id
    FROM claims JOIN claim_previous ON claim_previous.claim_id = claims.id
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
            AND awards.scheme = told_best.scheme AND ifnull(awards.edition_year, 0) = told_best.year
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

DROP VIEW outlet_health;
CREATE VIEW outlet_health AS
WITH recent AS (
    SELECT outlets.name AS outlet, outlet_runs.*
    FROM outlets JOIN outlet_runs ON outlet_runs.outlet = outlets.name
        AND outlet_runs.run_id >= ifnull((
            SELECT run_id FROM outlet_runs AS back WHERE back.outlet = outlets.name
            ORDER BY run_id DESC LIMIT 1 OFFSET 6
        ), 0)
),
sums AS (
    SELECT outlet, max(run_id) AS last_run, count(*) AS runs_7,
        sum(status = 'finished') AS finished_7, sum(discovered) AS discovered_7,
        sum(stored) AS stored_7, sum(dropped) AS dropped_7, sum(failed) AS failed_7,
        sum(requests) AS requests_7
    FROM recent GROUP BY outlet
)
SELECT outlets.name AS outlet, outlets.title, sums.last_run, runs.started_at AS last_run_at,
    latest.status AS last_status, latest.reason AS last_reason,
    (SELECT ended_at FROM outlet_runs AS good
        WHERE good.outlet = outlets.name AND good.status = 'finished'
        ORDER BY run_id DESC LIMIT 1) AS last_success_at,
    ifnull(sums.runs_7, 0) AS runs_7, ifnull(sums.finished_7, 0) AS finished_7,
    ifnull(sums.discovered_7, 0) AS discovered_7, ifnull(sums.stored_7, 0) AS stored_7,
    ifnull(sums.dropped_7, 0) AS dropped_7, ifnull(sums.failed_7, 0) AS failed_7,
    ifnull(sums.requests_7, 0) AS requests_7,
    (SELECT count(*) FROM addresses
        WHERE addresses.outlet = outlets.name AND state = 'new') AS waiting,
    (SELECT count(*) FROM articles WHERE articles.outlet = outlets.name) AS articles,
    (SELECT published FROM articles WHERE articles.outlet = outlets.name AND published IS NOT NULL
        ORDER BY published DESC LIMIT 1) AS newest_published,
    outlet_standing.state, outlet_standing.since AS state_since,
    outlet_standing.reason AS state_reason
FROM outlets
LEFT JOIN sums ON sums.outlet = outlets.name
LEFT JOIN outlet_runs AS latest ON latest.outlet = outlets.name AND latest.run_id = sums.last_run
LEFT JOIN runs ON runs.id = sums.last_run
LEFT JOIN outlet_standing ON outlet_standing.outlet = outlets.name;

CREATE VIEW coverage AS
SELECT outlets.name AS outlet, outlets.title,
    (SELECT max(read_at) FROM outlet_runs WHERE outlet_runs.outlet = outlets.name) AS read_to,
    (SELECT count(*) FROM gaps
        WHERE gaps.outlet = outlets.name AND closed_run IS NULL) AS open_gaps,
    (SELECT round(ifnull(sum(julianday(ends_at) - julianday(starts_at)), 0) * 24, 1) FROM gaps
        WHERE gaps.outlet = outlets.name AND closed_run IS NULL AND state <> 'lost')
        AS hours_to_repair,
    (SELECT round(ifnull(sum(julianday(ends_at) - julianday(starts_at)), 0) * 24, 1) FROM gaps
        WHERE gaps.outlet = outlets.name AND state = 'lost') AS hours_lost,
    (SELECT published FROM articles WHERE articles.outlet = outlets.name AND published IS NOT NULL
        ORDER BY published LIMIT 1) AS oldest_story,
    (SELECT published FROM articles WHERE articles.outlet = outlets.name AND published IS NOT NULL
        ORDER BY published DESC LIMIT 1) AS newest_story,
    (SELECT count(*) FROM articles WHERE articles.outlet = outlets.name) AS stories
FROM outlets;

INSERT INTO view_versions (view, version, changed) VALUES
    ('award_board', '1.0.0', 'first numbered version'),
    ('award_changes', '1.0.0', 'new'),
    ('award_reports', '1.0.0', 'first numbered version'),
    ('certificate', '1.0.0', 'first numbered version'),
    ('coverage', '1.0.0', 'new'),
    ('disputes', '1.0.0', 'new'),
    ('first_reporters', '1.0.0', 'new'),
    ('held_alerts', '1.0.0', 'first numbered version'),
    ('outlet_health', '1.0.0', 'first numbered version'),
    ('outlet_standing', '1.0.0', 'first numbered version'),
    ('score_history', '1.0.0', 'first numbered version'),
    ('unit_scores', '1.0.0', 'first numbered version');
