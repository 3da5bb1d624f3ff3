CREATE INDEX response_unapproved ON response (assessment, item)
    WHERE answer = 'not-applicable' AND (approver IS NULL OR rationale = '')
