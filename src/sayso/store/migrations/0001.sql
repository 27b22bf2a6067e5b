-- Frozen: a ledger that a user holds was built by these words. Changes go into the next number.

CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE documents (
    id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published TEXT,
    language TEXT NOT NULL,
    url TEXT,
    event TEXT,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    aside JSON NOT NULL,
    notes JSON NOT NULL,
    raw BLOB NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (fingerprint)
);

CREATE INDEX documents_in_order ON documents (name, fingerprint);

CREATE TABLE figures (
    id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    document_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reported_text TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    quantifier TEXT NOT NULL,
    unit TEXT NOT NULL,
    category TEXT NOT NULL,
    noun TEXT NOT NULL,
    origin JSON NOT NULL,
    location JSON NOT NULL,
    as_of TEXT,
    disputed BOOLEAN NOT NULL,
    part_start INTEGER,
    part_end INTEGER,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    confidence FLOAT NOT NULL,
    why JSON NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (document_id, start, "end"),
    UNIQUE (fingerprint),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE links (
    figure_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    basis TEXT NOT NULL,
    resolved BOOLEAN NOT NULL,
    PRIMARY KEY (figure_id, position),
    FOREIGN KEY (figure_id) REFERENCES figures (id) ON DELETE CASCADE
) WITHOUT ROWID;

-- Holds the index only; titles and texts stay in documents.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'documents', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER documents_changed AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

INSERT INTO meta ("key", value) VALUES ('created', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
