CREATE TABLE restoration (
    id TEXT NOT NULL PRIMARY KEY,
    backup TEXT NOT NULL,
    backup_made_at TEXT,
    journal_reached BIGINT NOT NULL,
    restored_by TEXT NOT NULL REFERENCES person (id),
    restored_at TEXT NOT NULL,
    replaced_reached BIGINT,
    replaced_head TEXT NOT NULL,
    kept_as TEXT NOT NULL,
    another_workspace BOOLEAN NOT NULL
)
----
ALTER TABLE closing ADD COLUMN phase TEXT
----
CREATE TABLE issued_system (
    id TEXT NOT NULL PRIMARY KEY,
    package TEXT NOT NULL REFERENCES issued_package (id),
    system TEXT NOT NULL REFERENCES ai_system (id),
    assessment TEXT REFERENCES assessment (id)
)
----
CREATE UNIQUE INDEX issued_system_system ON issued_system (system, package)
