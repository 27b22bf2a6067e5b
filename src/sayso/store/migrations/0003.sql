-- What persons say of figures. The machine's reading of a place and a person's are two rows: `made` tells whose one is ("machine",
-- "person"), "use" whether it counts ("counted"), was refused ("rejected") or stands behind a person's ("superseded"). `standing` and
-- `changed` are those of the figure, on both rows. All four follow from the decisions.

CREATE TABLE figures_new (
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
    made TEXT NOT NULL,
    "use" TEXT NOT NULL,
    standing TEXT NOT NULL,
    changed BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (document_id, start, "end", made),
    UNIQUE (fingerprint, made),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

INSERT INTO figures_new SELECT *, 'machine', 'counted', 'new', 0 FROM figures;

DROP TABLE figures;

ALTER TABLE figures_new RENAME TO figures;

-- For lists that are sorted and cut into pages, and for the queues of what waits for review.
CREATE INDEX figures_by_category ON figures (category);

CREATE INDEX figures_by_low ON figures (low);

CREATE INDEX figures_by_high ON figures (high);

CREATE INDEX figures_by_as_of ON figures (as_of);

CREATE INDEX figures_by_confidence ON figures (confidence);

CREATE INDEX figures_disputed ON figures (id) WHERE disputed;

CREATE INDEX figures_changed ON figures (id) WHERE changed;

CREATE INDEX figures_by_standing ON figures (standing, "use");

CREATE TRIGGER stale_figure_added AFTER INSERT ON figures BEGIN
    INSERT OR IGNORE INTO stale VALUES (new.document_id);
END;

CREATE TRIGGER stale_figure_removed AFTER DELETE ON figures BEGIN
    INSERT OR IGNORE INTO stale VALUES (old.document_id);
END;

CREATE TRIGGER stale_figure_counted AFTER UPDATE OF "use" ON figures WHEN new."use" <> old."use" BEGIN
    INSERT OR IGNORE INTO stale VALUES (new.document_id);
END;

ALTER TABLE decisions ADD COLUMN fields JSON NOT NULL DEFAULT '{}';

ALTER TABLE decisions ADD COLUMN seen TEXT NOT NULL DEFAULT '';

CREATE INDEX decisions_of_subject ON decisions (kind, subject);

-- What each person stands for: the last of their decisions on a subject that was not taken back.
CREATE TABLE said (
    kind TEXT NOT NULL,
    subject JSON NOT NULL,
    person TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (kind, subject, person)
) WITHOUT ROWID;

DROP TRIGGER stale_decision_added;

-- No document has the number 0: it stands for the names, which a decision may change everywhere.
CREATE TRIGGER stale_decision_added AFTER INSERT ON decisions WHEN new.kind = 'link' BEGIN
    INSERT OR IGNORE INTO stale VALUES (0);
END;

CREATE INDEX links_by_name ON links (name);

-- Findings and points are kept with what lists of them are sorted and chosen by, and with the figures that they speak of.
DROP TABLE findings;

CREATE TABLE findings (
    piece_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL,
    gravity INTEGER NOT NULL,
    category TEXT NOT NULL,
    people JSON NOT NULL,
    place JSON NOT NULL,
    body JSON NOT NULL,
    PRIMARY KEY (piece_id, fingerprint)
) WITHOUT ROWID;

-- It holds all that findings are chosen by, so that a page of them is found without reading any of the rest.
CREATE INDEX findings_by_gravity ON findings (gravity, fingerprint, kind, category, people, place);

CREATE INDEX findings_by_fingerprint ON findings (fingerprint);

CREATE TABLE concerns (
    figure TEXT NOT NULL,
    piece_id INTEGER NOT NULL,
    finding TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (figure, piece_id, finding)
) WITHOUT ROWID;

CREATE INDEX concerns_of_kind ON concerns (kind, figure);

CREATE INDEX concerns_of_piece ON concerns (piece_id);

DROP TABLE points;

CREATE TABLE points (
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    series TEXT NOT NULL,
    category TEXT NOT NULL,
    people JSON NOT NULL,
    place JSON NOT NULL,
    event TEXT,
    time TEXT,
    origins INTEGER NOT NULL,
    body JSON NOT NULL,
    PRIMARY KEY (piece_id, position)
) WITHOUT ROWID;

CREATE INDEX points_in_order ON points (category, people, place, series, time, fingerprint);

CREATE INDEX points_by_origins ON points (origins, fingerprint);

CREATE INDEX points_of_category ON points (category, origins, fingerprint);

CREATE INDEX points_by_fingerprint ON points (fingerprint);

CREATE INDEX points_by_series ON points (series);

CREATE TABLE counted (
    figure TEXT NOT NULL,
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (figure, piece_id, position)
) WITHOUT ROWID;

CREATE INDEX counted_of_piece ON counted (piece_id);

-- All is to be made anew into these tables.
DELETE FROM meta WHERE "key" = 'reckoned';
