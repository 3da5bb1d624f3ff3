CREATE TABLE party (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    contact TEXT NOT NULL,
    removed_at TEXT
)
----
CREATE TABLE workspace_profile (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES party (id),
    time_zone TEXT NOT NULL,
    sample BOOLEAN NOT NULL,
    created_at TEXT NOT NULL
)
----
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    function TEXT NOT NULL,
    party TEXT NOT NULL REFERENCES party (id),
    account TEXT NOT NULL,
    left_on TEXT
)
----
CREATE TABLE ai_system (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    purpose TEXT NOT NULL,
    acceptable_uses TEXT NOT NULL,
    prohibited_uses TEXT NOT NULL,
    business_unit TEXT NOT NULL,
    business_owner TEXT REFERENCES person (id),
    technical_owner TEXT REFERENCES person (id),
    supplier TEXT REFERENCES party (id),
    deployment_context TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    exposure TEXT NOT NULL,
    data_sensitivity TEXT NOT NULL,
    criticality TEXT NOT NULL,
    generative BOOLEAN NOT NULL,
    phase TEXT NOT NULL,
    approval_status TEXT NOT NULL,
    planned_release TEXT,
    last_review TEXT,
    next_review TEXT,
    ai_act_category TEXT NOT NULL,
    out_of_scope BOOLEAN NOT NULL,
    out_of_scope_reason TEXT NOT NULL,
    out_of_scope_approver TEXT REFERENCES person (id),
    out_of_scope_review_on TEXT,
    removed_at TEXT
)
----
CREATE TABLE role_assignment (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    role TEXT NOT NULL,
    party TEXT NOT NULL REFERENCES party (id)
)
----
CREATE TABLE limitation (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    kind TEXT NOT NULL,
    statement TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    removed_at TEXT
)
----
CREATE TABLE asset (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    supplier TEXT REFERENCES party (id),
    digest TEXT,
    origin_url TEXT NOT NULL,
    acquired_at TEXT,
    origin TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    documentation TEXT NOT NULL,
    used_for_training BOOLEAN NOT NULL,
    shared_with_others BOOLEAN NOT NULL,
    removed_at TEXT
)
----
CREATE TABLE asset_link (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    asset TEXT NOT NULL REFERENCES asset (id),
    purpose TEXT NOT NULL
)
----
CREATE TABLE system_event (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    event TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    note TEXT NOT NULL
)
----
CREATE TABLE platform (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    removed_at TEXT
)
----
CREATE TABLE inheritance (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    platform TEXT NOT NULL REFERENCES platform (id)
)
----
CREATE TABLE assessment (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT REFERENCES ai_system (id),
    platform TEXT REFERENCES platform (id),
    system_version TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    catalogue_version TEXT NOT NULL,
    catalogue_digest TEXT NOT NULL,
    purpose TEXT NOT NULL,
    period_from TEXT,
    period_to TEXT,
    scope_in TEXT NOT NULL,
    scope_out TEXT NOT NULL,
    assessor TEXT REFERENCES person (id),
    independence TEXT NOT NULL,
    methods TEXT NOT NULL,
    intended_readers TEXT NOT NULL,
    limitations TEXT NOT NULL,
    started_on TEXT NOT NULL,
    closed_on TEXT,
    previous TEXT REFERENCES assessment (id)
)
----
CREATE TABLE response (
    id TEXT NOT NULL PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES assessment (id),
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    rationale TEXT NOT NULL,
    owner TEXT REFERENCES person (id),
    due TEXT,
    carried BOOLEAN NOT NULL,
    approver TEXT REFERENCES person (id),
    review_on TEXT
)
----
CREATE TABLE fact_answer (
    id TEXT NOT NULL PRIMARY KEY,
    system TEXT NOT NULL REFERENCES ai_system (id),
    fact TEXT NOT NULL,
    holds BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT REFERENCES person (id),
    answered_on TEXT
)
----
CREATE TABLE applicability_decision (
    id TEXT NOT NULL PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES assessment (id),
    item TEXT NOT NULL,
    applies BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_on TEXT NOT NULL,
    approver TEXT REFERENCES person (id),
    review_on TEXT
)
----
CREATE TABLE reliance (
    id TEXT NOT NULL PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES assessment (id),
    item TEXT NOT NULL,
    party TEXT NOT NULL REFERENCES party (id),
    holding TEXT NOT NULL,
    reference TEXT NOT NULL,
    own_duty TEXT NOT NULL
)
----
CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    original_name TEXT NOT NULL,
    url TEXT NOT NULL,
    digest TEXT,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_on TEXT,
    version TEXT NOT NULL,
    source_system TEXT NOT NULL,
    obtained_by TEXT NOT NULL,
    classification TEXT NOT NULL,
    covers_from TEXT,
    covers_to TEXT,
    valid_until TEXT,
    collected_by TEXT REFERENCES person (id),
    collected_on TEXT,
    removed_at TEXT
)
----
CREATE TABLE evidence_use (
    id TEXT NOT NULL PRIMARY KEY,
    evidence TEXT NOT NULL REFERENCES evidence (id),
    assessment TEXT NOT NULL REFERENCES assessment (id),
    item TEXT NOT NULL
)
----
CREATE TABLE issued_package (
    id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    systems TEXT NOT NULL,
    issued_to TEXT NOT NULL,
    purpose TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    seal TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT NOT NULL,
    replaced_by TEXT REFERENCES issued_package (id)
)
----
CREATE UNIQUE INDEX ai_system_number ON ai_system (number)
----
CREATE INDEX role_assignment_system ON role_assignment (system, role, party)
----
CREATE INDEX limitation_system ON limitation (system)
----
CREATE INDEX asset_link_system ON asset_link (system, asset)
----
CREATE INDEX asset_link_asset ON asset_link (asset)
----
CREATE INDEX system_event_system ON system_event (system, event, happened_on)
----
CREATE INDEX inheritance_system ON inheritance (system, platform)
----
CREATE INDEX assessment_system ON assessment (system, closed_on)
----
CREATE INDEX assessment_platform ON assessment (platform, closed_on)
----
CREATE INDEX response_item ON response (assessment, item, answer)
----
CREATE INDEX response_due ON response (due, answer)
----
CREATE INDEX fact_answer_system ON fact_answer (system, fact, holds)
----
CREATE INDEX applicability_decision_item ON applicability_decision (assessment, item)
----
CREATE INDEX reliance_item ON reliance (assessment, item)
----
CREATE INDEX evidence_digest ON evidence (digest)
----
CREATE INDEX evidence_use_item ON evidence_use (assessment, item, evidence)
----
CREATE INDEX evidence_use_evidence ON evidence_use (evidence)
----
CREATE TABLE journal_head (
    id BIGINT NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    digest TEXT NOT NULL
)
----
INSERT INTO journal_head (id, sequence, digest)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')
----
CREATE TABLE journal_entry (
    sequence BIGINT NOT NULL PRIMARY KEY,
    header TEXT NOT NULL,
    digest TEXT NOT NULL
)
----
CREATE TABLE journal_part (
    sequence BIGINT NOT NULL REFERENCES journal_entry (sequence),
    position BIGINT NOT NULL,
    salt TEXT NOT NULL,
    digest TEXT NOT NULL,
    entity_type TEXT,
    entity_id TEXT,
    body TEXT,
    redacted_by BIGINT REFERENCES journal_entry (sequence),
    PRIMARY KEY (sequence, position)
)
----
CREATE INDEX journal_part_entity ON journal_part (entity_type, entity_id, sequence, position)
