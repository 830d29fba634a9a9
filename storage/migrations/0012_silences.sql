-- Whom the dead man's switch has told of which silence.

CREATE TABLE silence_letters (
    silence TEXT NOT NULL CHECK (silence <> ''),
    person TEXT NOT NULL CHECK (person <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('silent', 'well')),
    state TEXT NOT NULL CHECK (state IN ('handing-over', 'sent', 'refused')),
    changed_at TEXT NOT NULL CHECK (datetime(changed_at) IS NOT NULL),
    PRIMARY KEY (silence, person, kind)
) STRICT, WITHOUT ROWID;
