-- What articles say (claims with their proof) and what we hold true (awards).

CREATE TABLE claims (
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
    UNIQUE (revision_id, rules_version, position),
    CHECK ((edition_year IS NULL) = (edition_basis IS NULL)),
    CHECK ((score IS NULL) = (score_raw IS NULL)),
    CHECK ((proof IS NULL) = (proof_start IS NULL)),
    CHECK ((proof IS NULL) = (proof_end IS NULL))
) STRICT;
CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_award ON claims (recipient, scheme);

CREATE TABLE claim_units (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    unit TEXT NOT NULL CHECK (unit <> ''),
    score REAL NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_previous (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    year INTEGER CHECK (year BETWEEN 1900 AND 2200),
    score REAL NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (field <> ''),
    source TEXT NOT NULL CHECK (source IN ('text', 'title')),
    start_char INTEGER NOT NULL CHECK (start_char >= 0),
    end_char INTEGER NOT NULL CHECK (end_char > start_char),
    quote TEXT NOT NULL CHECK (quote <> ''),
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE awards (
    id INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    recipient_code TEXT,
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    edition_year INTEGER CHECK (edition_year BETWEEN 1900 AND 2200),
    edition_basis TEXT CHECK (edition_basis IN ('stated', 'calendar')),
    status TEXT NOT NULL CHECK (status IN ('agreed', 'disputed', 'corrected')),
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
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL)
) STRICT;
-- Awards whose edition nobody knows count as one edition: a doubled alert is worse than a late one.
CREATE UNIQUE INDEX awards_identity ON awards (recipient, scheme, ifnull(edition_year, 0));

CREATE TABLE award_claims (
    claim_id INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    award_id INTEGER NOT NULL REFERENCES awards (id),
    relation TEXT NOT NULL CHECK (relation IN ('first', 'same', 'conflict', 'correction'))
) STRICT;
CREATE INDEX award_claims_award ON award_claims (award_id);
CREATE UNIQUE INDEX award_claims_first ON award_claims (award_id) WHERE relation = 'first';
