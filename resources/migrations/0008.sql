CREATE INDEX ai_system_called ON ai_system (LOWER(TRIM(name)))
----
CREATE INDEX ai_system_numbered ON ai_system (LOWER(TRIM(number)))
