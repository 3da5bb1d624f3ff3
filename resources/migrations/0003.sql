DROP INDEX response_due
----
CREATE INDEX response_due ON response (due, answer, assessment, item) WHERE due IS NOT NULL
