ALTER TABLE issued_package ADD COLUMN report_alone BOOLEAN NOT NULL DEFAULT FALSE
----
ALTER TABLE issued_package ADD COLUMN state_on TEXT
