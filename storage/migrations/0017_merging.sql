-- What a merge of stores still has to do when it is cut short, and standings by their time.

CREATE TABLE unsettled_bodies (
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    PRIMARY KEY (scheme, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE uncompared_articles (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id)
) STRICT;
