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
