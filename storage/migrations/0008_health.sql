-- How well each outlet is: what each night brought, and the states it went through.

CREATE TABLE outlet_nights (
    run_id INTEGER NOT NULL REFERENCES runs (id),
    outlet TEXT NOT NULL REFERENCES outlets (name),
    day TEXT NOT NULL CHECK (day IS date(day)),
    counted_at TEXT CHECK (counted_at IS NULL OR datetime(counted_at) IS NOT NULL),
    is_ours INTEGER NOT NULL DEFAULT 0 CHECK (is_ours IN (0, 1)),
    is_reached INTEGER NOT NULL DEFAULT 0 CHECK (is_reached IN (0, 1)),
    trouble TEXT DEFAULT 'ended' CHECK (
        trouble IN ('connection', 'robots', 'refused', 'lists', 'pages', 'ours', 'ended')
    ),
    answers INTEGER NOT NULL DEFAULT 0 CHECK (answers >= 0),
    losses INTEGER NOT NULL DEFAULT 0 CHECK (losses >= 0),
    last_answer_at TEXT CHECK (last_answer_at IS NULL OR datetime(last_answer_at) IS NOT NULL),
    last_loss_at TEXT CHECK (last_loss_at IS NULL OR datetime(last_loss_at) IS NOT NULL),
    stored INTEGER NOT NULL DEFAULT 0 CHECK (stored >= 0),
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    dated INTEGER NOT NULL DEFAULT 0 CHECK (dated BETWEEN 0 AND stored),
    date_sources TEXT NOT NULL DEFAULT '{}' CHECK (json_type(date_sources) = 'object'),
    with_authors INTEGER NOT NULL DEFAULT 0 CHECK (with_authors BETWEEN 0 AND stored),
    with_section INTEGER NOT NULL DEFAULT 0 CHECK (with_section BETWEEN 0 AND stored),
    lengths TEXT NOT NULL DEFAULT '[]' CHECK (json_type(lengths) = 'array'),
    site_titles INTEGER NOT NULL DEFAULT 0 CHECK (site_titles BETWEEN 0 AND stored),
    same_titles INTEGER NOT NULL DEFAULT 0 CHECK (same_titles BETWEEN 0 AND stored),
    odd_bodies INTEGER NOT NULL DEFAULT 0 CHECK (odd_bodies BETWEEN 0 AND stored),
    no_story TEXT NOT NULL DEFAULT '{}' CHECK (json_type(no_story) = 'object'),
    examples TEXT NOT NULL DEFAULT '{}' CHECK (json_type(examples) = 'object'),
    state TEXT CHECK (state IN ('healthy', 'ailing', 'quarantined', 'retired')),
    state_since TEXT CHECK (state_since IS date(state_since)),
    state_reason TEXT CHECK (state_reason <> ''),
    findings TEXT NOT NULL DEFAULT '[]' CHECK (json_type(findings) = 'array'),
    PRIMARY KEY (run_id, outlet),
    CHECK ((state IS NULL) = (state_since IS NULL)),
    CHECK ((state IS NULL) = (state_reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_nights_day ON outlet_nights (outlet, day);
-- What a night brought is counted when it ends; without this every text of the outlet is passed.
CREATE INDEX articles_first_run ON articles (outlet, first_run);

CREATE TABLE outlet_states (
    id INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL REFERENCES outlets (name),
    state TEXT NOT NULL CHECK (state IN ('healthy', 'ailing', 'quarantined', 'retired')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    since TEXT NOT NULL CHECK (since IS date(since)),
    run_id INTEGER REFERENCES runs (id),
    is_by_person INTEGER NOT NULL DEFAULT 0 CHECK (is_by_person IN (0, 1)),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL)
) STRICT;
CREATE INDEX outlet_states_outlet ON outlet_states (outlet, id);

CREATE VIEW outlet_standing AS
SELECT outlet, state, reason, since, run_id, is_by_person, changed_at
FROM outlet_states WHERE id IN (SELECT max(id) FROM outlet_states GROUP BY outlet);

-- Alerts that nobody is told of as long as the outlet that raised them is in quarantine.
CREATE VIEW held_alerts AS
SELECT alerts.id AS alert_id, articles.outlet, outlet_standing.since
FROM alerts
JOIN claims ON claims.id = alerts.claim_id
JOIN articles ON articles.id = claims.article_id
JOIN outlet_standing ON outlet_standing.outlet = articles.outlet
    AND outlet_standing.state = 'quarantined'
WHERE alerts.addressed_at IS NULL AND NOT alerts.is_backfilled AND (alerts.kind <> 'new' OR NOT EXISTS (
    SELECT 1 FROM award_claims
    JOIN claims AS others ON others.id = award_claims.claim_id
    JOIN articles AS reports ON reports.id = others.article_id
    WHERE award_claims.award_id = alerts.award_id AND reports.outlet NOT IN (
        SELECT outlet FROM outlet_standing WHERE state = 'quarantined'
    )
));

DROP VIEW outlet_health;
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
        ORDER BY published DESC LIMIT 1) AS newest_published,
    outlet_standing.state, outlet_standing.since AS state_since,
    outlet_standing.reason AS state_reason
FROM outlets
LEFT JOIN recent ON recent.outlet = outlets.name
LEFT JOIN runs ON runs.id = recent.last_run
LEFT JOIN outlet_standing ON outlet_standing.outlet = outlets.name;
