-- robots.txt as hosts sent it, for the next runs within its lifetime.

CREATE TABLE robots (
    authority TEXT PRIMARY KEY CHECK (authority <> ''),
    body BLOB NOT NULL,
    fetched_at TEXT NOT NULL CHECK (datetime(fetched_at) IS NOT NULL),
    valid_until TEXT NOT NULL CHECK (datetime(valid_until) IS NOT NULL)
) STRICT, WITHOUT ROWID;
