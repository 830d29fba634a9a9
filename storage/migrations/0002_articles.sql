-- Clean stories, every version of their text, and the full-text index over the current one.

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL REFERENCES outlets (name),
    url TEXT NOT NULL UNIQUE CHECK (url <> ''),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    published TEXT CHECK (published IS NULL OR datetime(published) IS NOT NULL),
    published_source TEXT,
    modified TEXT CHECK (modified IS NULL OR datetime(modified) IS NOT NULL),
    description TEXT,
    dateline TEXT,
    authors TEXT NOT NULL DEFAULT '[]' CHECK (json_type(authors) = 'array'),
    editor TEXT,
    section TEXT,
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
    lead_image TEXT,
    caption TEXT,
    photo_credit TEXT,
    parts INTEGER NOT NULL DEFAULT 1 CHECK (parts >= 1),
    warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_type(warnings) = 'array'),
    text_sha256 TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    first_run INTEGER NOT NULL REFERENCES runs (id),
    first_stored_at TEXT NOT NULL CHECK (datetime(first_stored_at) IS NOT NULL),
    last_run INTEGER NOT NULL REFERENCES runs (id),
    last_stored_at TEXT NOT NULL CHECK (datetime(last_stored_at) IS NOT NULL)
) STRICT;
CREATE INDEX articles_outlet ON articles (outlet, published);

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    stored_at TEXT NOT NULL CHECK (datetime(stored_at) IS NOT NULL),
    UNIQUE (article_id, number)
) STRICT;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text,
    content = 'articles', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
