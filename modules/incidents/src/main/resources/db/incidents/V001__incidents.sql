-- What is wrong and who is told: alerts, incidents and their timelines, escalation.

-- Every request of an alert source as it came in, written before anything in it is judged.
CREATE TABLE alert_payloads (
    id              uuid PRIMARY KEY,
    source          text        NOT NULL,
    integration_key text,
    received_by     text        NOT NULL,
    received_at     timestamptz NOT NULL,
    body            text        NOT NULL,
    due_at          timestamptz,          -- when to judge it (again); null once it is done
    failures        integer     NOT NULL DEFAULT 0,
    judged_at       timestamptz,
    problems        jsonb       NOT NULL, -- what could not be made an alert, and why
    version         bigint      NOT NULL
);
CREATE INDEX alert_payloads_due ON alert_payloads (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX alert_payloads_received ON alert_payloads (received_at);

CREATE SEQUENCE incident_numbers;

CREATE TABLE incidents (
    id                 uuid PRIMARY KEY,
    number             bigint      NOT NULL UNIQUE,
    slug               text        NOT NULL UNIQUE CHECK (length(slug) <= 50),
    title              text        NOT NULL,
    description        text,
    summary            text,
    status             text        NOT NULL
                       CHECK (status IN ('TRIGGERED', 'ACKNOWLEDGED', 'RESOLVED', 'CANCELED')),
    severity           text        NOT NULL CHECK (severity IN ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    group_key          text,
    labels             jsonb       NOT NULL,
    created_by_type    text        NOT NULL CHECK (created_by_type IN ('USER', 'API_TOKEN', 'SYSTEM')),
    created_by_id      uuid,
    created_by_name    text        NOT NULL,
    commander_id       uuid,
    triggered_at       timestamptz NOT NULL,
    acknowledged_at    timestamptz,
    resolved_at        timestamptz, -- also when it was canceled
    created_at         timestamptz NOT NULL,
    version            bigint      NOT NULL
);
CREATE INDEX incidents_open_group ON incidents (group_key, created_at)
    WHERE group_key IS NOT NULL AND status IN ('TRIGGERED', 'ACKNOWLEDGED');
CREATE INDEX incidents_open ON incidents (number) WHERE status IN ('TRIGGERED', 'ACKNOWLEDGED');
CREATE INDEX incidents_created ON incidents (created_at);
CREATE INDEX incidents_commander ON incidents (commander_id) WHERE commander_id IS NOT NULL;

CREATE TABLE alerts (
    id                    uuid PRIMARY KEY,
    source                text        NOT NULL,
    external_id           text        NOT NULL,
    fingerprint           text        NOT NULL,
    status                text        NOT NULL CHECK (status IN ('FIRING', 'RESOLVED')),
    severity              text        NOT NULL CHECK (severity IN ('CRITICAL', 'WARNING', 'INFO')),
    title                 text        NOT NULL CHECK (length(title) <= 500),
    description           text,
    labels                jsonb       NOT NULL,
    annotations           jsonb       NOT NULL,
    raw_payload           jsonb       NOT NULL, -- the alert as the source last sent it
    started_at            timestamptz NOT NULL,
    ended_at              timestamptz,
    received_at           timestamptz NOT NULL, -- first seen; never changes
    last_received_at      timestamptz NOT NULL,
    episode               integer     NOT NULL, -- grows each time it fires again after it resolved
    incident_id           uuid REFERENCES incidents, -- of this episode; null for none
    acknowledgment_status text        NOT NULL CHECK (acknowledgment_status IN ('PENDING', 'ACKNOWLEDGED')),
    acknowledged_by       text,
    acknowledged_at       timestamptz,
    version               bigint      NOT NULL,
    UNIQUE (source, external_id)
);
CREATE INDEX alerts_incident ON alerts (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX alerts_received ON alerts (received_at, id);

CREATE TABLE incident_alerts (
    incident_id uuid        NOT NULL REFERENCES incidents,
    alert_id    uuid        NOT NULL REFERENCES alerts,
    linked_at   timestamptz NOT NULL,
    linked_by   text        NOT NULL,
    PRIMARY KEY (incident_id, alert_id)
);
CREATE INDEX incident_alerts_alert ON incident_alerts (alert_id);

CREATE TABLE timeline_entries (
    id          uuid PRIMARY KEY, -- grows: the order of the timeline
    incident_id uuid        NOT NULL REFERENCES incidents,
    at          timestamptz NOT NULL,
    type        text        NOT NULL,
    actor_type  text        NOT NULL CHECK (actor_type IN ('USER', 'API_TOKEN', 'SYSTEM')),
    actor_id    uuid,
    actor_name  text        NOT NULL,
    content     jsonb       NOT NULL
);
CREATE INDEX timeline_entries_incident ON timeline_entries (incident_id, id);

CREATE FUNCTION timeline_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'timeline entries are append-only';
END $$;
CREATE TRIGGER timeline_entries_append_only BEFORE UPDATE OR DELETE ON timeline_entries
    FOR EACH ROW EXECUTE FUNCTION timeline_is_append_only();
CREATE TRIGGER timeline_entries_never_truncated BEFORE TRUNCATE ON timeline_entries
    FOR EACH STATEMENT EXECUTE FUNCTION timeline_is_append_only();

CREATE FUNCTION received_at_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'when an alert was first received never changes';
END $$;
CREATE TRIGGER alerts_received_at BEFORE UPDATE OF received_at ON alerts
    FOR EACH ROW WHEN (NEW.received_at IS DISTINCT FROM OLD.received_at)
    EXECUTE FUNCTION received_at_never_changes();

-- Which alerts share an incident. The window is counted from the incident's creation.
CREATE TABLE grouping_rules (
    id                  uuid PRIMARY KEY,
    name                text        NOT NULL,
    priority            integer     NOT NULL CHECK (priority BETWEEN 1 AND 1000),
    enabled             boolean     NOT NULL,
    match_labels        jsonb       NOT NULL, -- exact values, or "*" for any
    cross_source_labels jsonb       NOT NULL, -- the labels of the key; empty for those matched
    time_window_seconds integer     NOT NULL CHECK (time_window_seconds BETWEEN 1 AND 86400),
    created_at          timestamptz NOT NULL,
    version             bigint      NOT NULL,
    CONSTRAINT grouping_rules_priority UNIQUE (priority) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO grouping_rules
VALUES ('01890000-0000-7000-8000-000000000001', 'By alert name', 100, true,
        '{"alertname": "*"}', '[]', 300, now(), 1);

CREATE TABLE escalation_policies (
    id          uuid PRIMARY KEY,
    name        text        NOT NULL,
    description text,
    enabled     boolean     NOT NULL,
    repeat      integer     NOT NULL CHECK (repeat BETWEEN 0 AND 9),
    tiers       jsonb       NOT NULL, -- in the order in which they are paged
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL
);
CREATE INDEX escalation_policies_name ON escalation_policies (lower(name), id);
CREATE INDEX escalation_policies_tiers ON escalation_policies USING gin (tiers jsonb_path_ops);

CREATE TABLE severity_rules (
    severity             text PRIMARY KEY
                         CHECK (severity IN ('critical', 'high', 'medium', 'low', 'warning', 'info')),
    escalation_policy_id uuid NOT NULL REFERENCES escalation_policies
);
CREATE INDEX severity_rules_policy ON severity_rules (escalation_policy_id);

-- One run of a policy for an incident. Rows are changed only under the lock of their incident.
CREATE TABLE escalations (
    id             uuid PRIMARY KEY,
    incident_id    uuid        NOT NULL REFERENCES incidents,
    policy_id      uuid        NOT NULL, -- the policy may be deleted when the run is over
    policy_name    text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('ACTIVE', 'STOPPED', 'EXHAUSTED')),
    first_round    integer     NOT NULL, -- rounds are counted per incident, over all its runs
    round          integer     NOT NULL,
    next_tier      integer     NOT NULL, -- who is paged next when nobody answers
    paged          boolean     NOT NULL, -- whether this run has reached anybody
    due_at         timestamptz,
    failures       integer     NOT NULL,
    started_at     timestamptz NOT NULL,
    started_by     text        NOT NULL,
    ended_at       timestamptz,
    reason         text,
    version        bigint      NOT NULL,
    CONSTRAINT escalations_due CHECK ((state = 'ACTIVE') = (due_at IS NOT NULL))
);
CREATE UNIQUE INDEX escalations_one_active ON escalations (incident_id) WHERE state = 'ACTIVE';
CREATE INDEX escalations_due_at ON escalations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX escalations_incident ON escalations (incident_id, id);

-- What has been paged; the key is the promise that no step is ever paged twice.
CREATE TABLE escalation_pages (
    incident_id uuid        NOT NULL REFERENCES incidents,
    round       integer     NOT NULL,
    tier_index  integer     NOT NULL,
    paged_at    timestamptz NOT NULL,
    user_ids    jsonb       NOT NULL,
    PRIMARY KEY (incident_id, round, tier_index)
);
