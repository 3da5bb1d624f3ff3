CREATE TRIGGER journal_entry_keeps BEFORE UPDATE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
----
CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
----
CREATE TRIGGER journal_part_keeps BEFORE UPDATE ON journal_part
WHEN NEW.body IS NOT NULL OR NEW.redacted_by IS NULL OR OLD.redacted_by IS NOT NULL
    OR NEW.sequence IS NOT OLD.sequence OR NEW.position IS NOT OLD.position OR NEW.salt IS NOT OLD.salt
    OR NEW.digest IS NOT OLD.digest OR NEW.entity_type IS NOT OLD.entity_type OR NEW.entity_id IS NOT OLD.entity_id
BEGIN
    SELECT RAISE(ABORT, 'the journal lets nothing change but a text to be redacted');
END
----
CREATE TRIGGER journal_part_stays BEFORE DELETE ON journal_part
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
