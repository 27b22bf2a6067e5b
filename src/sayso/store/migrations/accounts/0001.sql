-- Accounts of those who use a served ledger, in a file of their own: password hashes never travel with a ledger.
-- Times are whole seconds since 1970 (UTC). Of sessions and API tokens only digests are kept.

CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
);

-- Nobody is ever removed, since decisions and the audit log name them; "key" is the name as it is compared.
CREATE TABLE people (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    "key" TEXT NOT NULL,
    hash TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled BOOLEAN NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE ("key")
);

CREATE TABLE sessions (
    digest BLOB NOT NULL,
    person_id INTEGER NOT NULL,
    made INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (digest),
    FOREIGN KEY (person_id) REFERENCES people (id)
) WITHOUT ROWID;

CREATE INDEX sessions_of_person ON sessions (person_id);

CREATE TABLE tokens (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    label TEXT NOT NULL,
    digest BLOB NOT NULL,
    role TEXT NOT NULL,
    made INTEGER NOT NULL,
    until INTEGER NOT NULL,
    used INTEGER,
    revoked INTEGER,
    PRIMARY KEY (id),
    UNIQUE (digest),
    FOREIGN KEY (person_id) REFERENCES people (id)
);

-- Logins that failed, by digests of the name and of the address: a password that was typed as a name is not kept.
CREATE TABLE attempts (
    subject BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (subject)
) WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER NOT NULL,
    time INTEGER NOT NULL,
    person TEXT NOT NULL,
    address TEXT NOT NULL,
    "action" TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;

CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
