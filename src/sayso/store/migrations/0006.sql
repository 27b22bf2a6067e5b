-- What reconciling saw of a figure, as a number, so that a piece is reckoned again only if that changed. Of members of before it is not
-- known: 0 is never the number of anything.

ALTER TABLE members ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
