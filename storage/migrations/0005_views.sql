-- What an analyst looks at first.

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
    awards.first_stored_at
FROM awards
LEFT JOIN behind ON behind.award_id = awards.id
LEFT JOIN award_claims ON award_claims.award_id = awards.id AND award_claims.relation = 'first'
LEFT JOIN claims ON claims.id = award_claims.claim_id
LEFT JOIN articles ON articles.id = claims.article_id;

CREATE VIEW score_history AS
WITH told AS (
    SELECT claims.recipient, claims.recipient_code, claims.scheme, claim_previous.year,
        claim_previous.score, claims.scale, count(DISTINCT claims.article_id) AS reports,
        max(claims.id) AS claim_id
    FROM claim_previous JOIN claims ON claims.id = claim_previous.claim_id
    WHERE claim_previous.year IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM claims AS later
        WHERE later.article_id = claims.article_id AND later.revision_id > claims.revision_id
    )
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
    FROM awards WHERE edition_year IS NOT NULL AND score IS NOT NULL
    UNION ALL
    SELECT recipient, recipient_code, scheme, year, score, scale, 'told', NULL, claim_id
    FROM told_best WHERE place = 1 AND NOT EXISTS (
        SELECT 1 FROM awards WHERE awards.recipient = told_best.recipient
            AND awards.scheme = told_best.scheme AND awards.edition_year = told_best.year
            AND awards.score IS NOT NULL
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
WHERE NOT EXISTS (
    SELECT 1 FROM claims AS later
    WHERE later.article_id = claims.article_id AND later.revision_id > claims.revision_id
);

CREATE VIEW outlet_health AS
WITH numbered AS (
    SELECT outlet_runs.*,
        row_number() OVER (PARTITION BY outlet ORDER BY run_id DESC) AS back
    FROM outlet_runs
),
recent AS (
    SELECT outlet,
        max(run_id) FILTER (WHERE back = 1) AS last_run,
        max(status) FILTER (WHERE back = 1) AS last_status,
        max(reason) FILTER (WHERE back = 1) AS last_reason,
        max(ended_at) FILTER (WHERE status = 'finished') AS last_success_at,
        sum(back <= 7) AS runs_7,
        sum(back <= 7 AND status = 'finished') AS finished_7,
        sum(discovered) FILTER (WHERE back <= 7) AS discovered_7,
        sum(stored) FILTER (WHERE back <= 7) AS stored_7,
        sum(dropped) FILTER (WHERE back <= 7) AS dropped_7,
        sum(failed) FILTER (WHERE back <= 7) AS failed_7,
        sum(requests) FILTER (WHERE back <= 7) AS requests_7
    FROM numbered GROUP BY outlet
)
SELECT outlets.name AS outlet, outlets.title, recent.last_run, runs.started_at AS last_run_at,
    recent.last_status, recent.last_reason, recent.last_success_at,
    ifnull(recent.runs_7, 0) AS runs_7, ifnull(recent.finished_7, 0) AS finished_7,
    ifnull(recent.discovered_7, 0) AS discovered_7, ifnull(recent.stored_7, 0) AS stored_7,
    ifnull(recent.dropped_7, 0) AS dropped_7, ifnull(recent.failed_7, 0) AS failed_7,
    ifnull(recent.requests_7, 0) AS requests_7,
    (SELECT count(*) FROM addresses WHERE addresses.outlet = outlets.name AND state = 'new')
        AS waiting,
    (SELECT count(*) FROM articles WHERE articles.outlet = outlets.name) AS articles,
    (SELECT published FROM articles WHERE articles.outlet = outlets.name AND published IS NOT NULL
        ORDER BY published DESC LIMIT 1) AS newest_published
FROM outlets
LEFT JOIN recent ON recent.outlet = outlets.name
LEFT JOIN runs ON runs.id = recent.last_run;

CREATE VIEW certificate AS
SELECT outlet_runs.run_id, runs.started_at AS run_started_at, runs.status AS run_status,
    outlet_runs.outlet, outlet_runs.status,
    CASE WHEN outlet_runs.status = 'expected' AND runs.status <> 'running'
        THEN ifnull(outlet_runs.reason, 'never reached') ELSE outlet_runs.reason END AS reason,
    outlet_runs.discovered, outlet_runs.stored, outlet_runs.known, outlet_runs.dropped,
    outlet_runs.failed, outlet_runs.pending, outlet_runs.requests, outlet_runs.refused,
    outlet_runs.reasons, outlet_runs.oldest_published, outlet_runs.started_at, outlet_runs.ended_at,
    outlet_runs.discovered = outlet_runs.stored + outlet_runs.known + outlet_runs.dropped
        + outlet_runs.failed + outlet_runs.pending AS balanced
FROM outlet_runs JOIN runs ON runs.id = outlet_runs.run_id;
