CREATE TABLE closing (
    id TEXT NOT NULL PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES assessment (id),
    findings TEXT NOT NULL,
    basis TEXT NOT NULL
)
----
CREATE UNIQUE INDEX closing_assessment ON closing (assessment)
----
CREATE INDEX inheritance_platform ON inheritance (platform, system)
