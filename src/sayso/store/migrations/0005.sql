-- Which figures have which code of people and of places, so that a list asked for by one goes through no others: kept by triggers.
-- Figures without any have the code ''.

CREATE TABLE codes (
    field TEXT NOT NULL,
    code TEXT NOT NULL,
    figure_id INTEGER NOT NULL,
    PRIMARY KEY (field, code, figure_id)
) WITHOUT ROWID;

INSERT OR IGNORE INTO codes SELECT 'origin', value, figures.id FROM figures, json_each(CASE origin WHEN '[]' THEN '[""]' ELSE origin END);

INSERT OR IGNORE INTO codes SELECT 'location', value, figures.id FROM figures, json_each(CASE location WHEN '[]' THEN '[""]' ELSE location END);

CREATE TRIGGER codes_figure_added AFTER INSERT ON figures BEGIN
    INSERT OR IGNORE INTO codes SELECT 'origin', value, new.id FROM json_each(CASE new.origin WHEN '[]' THEN '[""]' ELSE new.origin END);
    INSERT OR IGNORE INTO codes SELECT 'location', value, new.id FROM json_each(CASE new.location WHEN '[]' THEN '[""]' ELSE new.location END);
END;

CREATE TRIGGER codes_figure_removed AFTER DELETE ON figures BEGIN
    DELETE FROM codes WHERE field = 'origin' AND figure_id = old.id
        AND code IN (SELECT value FROM json_each(CASE old.origin WHEN '[]' THEN '[""]' ELSE old.origin END));
    DELETE FROM codes WHERE field = 'location' AND figure_id = old.id
        AND code IN (SELECT value FROM json_each(CASE old.location WHEN '[]' THEN '[""]' ELSE old.location END));
END;

CREATE TRIGGER codes_figure_changed AFTER UPDATE OF origin, location ON figures BEGIN
    DELETE FROM codes WHERE field = 'origin' AND figure_id = old.id
        AND code IN (SELECT value FROM json_each(CASE old.origin WHEN '[]' THEN '[""]' ELSE old.origin END));
    DELETE FROM codes WHERE field = 'location' AND figure_id = old.id
        AND code IN (SELECT value FROM json_each(CASE old.location WHEN '[]' THEN '[""]' ELSE old.location END));
    INSERT OR IGNORE INTO codes SELECT 'origin', value, new.id FROM json_each(CASE new.origin WHEN '[]' THEN '[""]' ELSE new.origin END);
    INSERT OR IGNORE INTO codes SELECT 'location', value, new.id FROM json_each(CASE new.location WHEN '[]' THEN '[""]' ELSE new.location END);
END;
