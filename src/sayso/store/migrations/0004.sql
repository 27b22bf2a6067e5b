-- What lists of documents show and are sorted by, apart from the long rows that hold texts: kept by triggers, so that a list reads no text.
-- `figures` is how many count, `waiting` how many of them nobody judged.

CREATE TABLE shelf (
    document_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published TEXT,
    language TEXT NOT NULL,
    url TEXT,
    event TEXT,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    PRIMARY KEY (document_id),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX shelf_by_name ON shelf (name, fingerprint);

CREATE INDEX shelf_by_published ON shelf (published);

CREATE INDEX shelf_by_publisher ON shelf (publisher);

CREATE INDEX shelf_by_figures ON shelf (figures);

CREATE INDEX shelf_by_waiting ON shelf (waiting);

INSERT INTO shelf
SELECT id, fingerprint, name, title, publisher, author, published, language, url, event, media_type, sha256, length(text),
    (SELECT count(*) FROM figures WHERE document_id = documents.id AND "use" = 'counted'),
    (SELECT count(*) FROM figures WHERE document_id = documents.id AND "use" = 'counted' AND standing = 'new')
FROM documents;

CREATE TRIGGER shelf_document_added AFTER INSERT ON documents BEGIN
    INSERT INTO shelf VALUES (
        new.id, new.fingerprint, new.name, new.title, new.publisher, new.author, new.published, new.language, new.url, new.event,
        new.media_type, new.sha256, length(new.text), 0, 0
    );
END;

CREATE TRIGGER shelf_document_changed AFTER UPDATE ON documents BEGIN
    UPDATE shelf SET
        fingerprint = new.fingerprint, name = new.name, title = new.title, publisher = new.publisher, author = new.author,
        published = new.published, language = new.language, url = new.url, event = new.event, media_type = new.media_type,
        sha256 = new.sha256, characters = length(new.text)
    WHERE document_id = new.id;
END;

CREATE TRIGGER shelf_figure_added AFTER INSERT ON figures WHEN new."use" = 'counted' BEGIN
    UPDATE shelf SET figures = figures + 1, waiting = waiting + (new.standing = 'new') WHERE document_id = new.document_id;
END;

CREATE TRIGGER shelf_figure_removed AFTER DELETE ON figures WHEN old."use" = 'counted' BEGIN
    UPDATE shelf SET figures = figures - 1, waiting = waiting - (old.standing = 'new') WHERE document_id = old.document_id;
END;

CREATE TRIGGER shelf_figure_changed AFTER UPDATE OF "use", standing ON figures BEGIN
    UPDATE shelf SET
        figures = figures - (old."use" = 'counted') + (new."use" = 'counted'),
        waiting = waiting - (old."use" = 'counted' AND old.standing = 'new') + (new."use" = 'counted' AND new.standing = 'new')
    WHERE document_id = new.document_id;
END;
