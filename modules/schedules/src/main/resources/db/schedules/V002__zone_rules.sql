-- The versions of the time zone rules that this system ran with; the latest seen is the one by
-- which stored due times were computed.
CREATE TABLE zone_rules (
    version text PRIMARY KEY, -- of the IANA database, such as 2025b
    seen_at timestamptz NOT NULL
);
