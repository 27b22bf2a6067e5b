-- Decisions of persons are facts and are only ever added to. All other tables here hold what reconciling made of the facts: they can be
-- emptied at any time and are filled again.

CREATE TABLE decisions (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject JSON NOT NULL,
    verdict TEXT NOT NULL,
    person TEXT NOT NULL,
    time TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Documents that changed since the ledger was last reconciled.
CREATE TABLE stale (
    document_id INTEGER NOT NULL,
    PRIMARY KEY (document_id)
);

CREATE TABLE pieces (
    id INTEGER NOT NULL,
    "key" JSON NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE members (
    piece_id INTEGER NOT NULL,
    figure_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    PRIMARY KEY (piece_id, figure_id)
) WITHOUT ROWID;

CREATE INDEX members_of_document ON members (document_id);

CREATE TABLE namings (
    document_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    spelled TEXT NOT NULL,
    maker TEXT NOT NULL,
    PRIMARY KEY (document_id, name, spelled, maker)
) WITHOUT ROWID;

CREATE INDEX namings_of_name ON namings (name);

-- How many documents hold each spelling, kept by triggers so that a new document does not make all be counted again.
CREATE TABLE spellings (
    name TEXT NOT NULL,
    spelled TEXT NOT NULL,
    maker TEXT NOT NULL,
    documents INTEGER NOT NULL,
    PRIMARY KEY (name, spelled, maker)
) WITHOUT ROWID;

CREATE TRIGGER spelling_added AFTER INSERT ON namings BEGIN
    INSERT INTO spellings VALUES (new.name, new.spelled, new.maker, 1)
    ON CONFLICT DO UPDATE SET documents = documents + 1;
END;

CREATE TRIGGER spelling_removed AFTER DELETE ON namings BEGIN
    UPDATE spellings SET documents = documents - 1 WHERE name = old.name AND spelled = old.spelled AND maker = old.maker;
    DELETE FROM spellings WHERE name = old.name AND spelled = old.spelled AND maker = old.maker AND documents < 1;
END;

CREATE TABLE aliases (
    name TEXT NOT NULL,
    head TEXT NOT NULL,
    reason TEXT NOT NULL,
    score FLOAT NOT NULL,
    applied BOOLEAN NOT NULL,
    decided BOOLEAN,
    spelled_name TEXT NOT NULL,
    spelled_head TEXT NOT NULL,
    PRIMARY KEY (name, head)
) WITHOUT ROWID;

CREATE TABLE findings (
    piece_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    body JSON NOT NULL,
    PRIMARY KEY (piece_id, fingerprint)
) WITHOUT ROWID;

CREATE TABLE points (
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    body JSON NOT NULL,
    PRIMARY KEY (piece_id, position)
) WITHOUT ROWID;

CREATE TRIGGER stale_document_added AFTER INSERT ON documents BEGIN
    INSERT OR IGNORE INTO stale VALUES (new.id);
END;

CREATE TRIGGER stale_document_changed AFTER UPDATE ON documents BEGIN
    INSERT OR IGNORE INTO stale VALUES (new.id);
END;

CREATE TRIGGER stale_document_removed AFTER DELETE ON documents BEGIN
    INSERT OR IGNORE INTO stale VALUES (old.id);
END;

CREATE TRIGGER stale_figure_added AFTER INSERT ON figures BEGIN
    INSERT OR IGNORE INTO stale VALUES (new.document_id);
END;

CREATE TRIGGER stale_figure_removed AFTER DELETE ON figures BEGIN
    INSERT OR IGNORE INTO stale VALUES (old.document_id);
END;

-- No document has the number 0: it stands for the names, which a decision may change everywhere.
CREATE TRIGGER stale_decision_added AFTER INSERT ON decisions BEGIN
    INSERT OR IGNORE INTO stale VALUES (0);
END;

INSERT INTO stale SELECT id FROM documents;
