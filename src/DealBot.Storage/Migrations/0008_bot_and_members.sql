CREATE TABLE chat_events (
    adapter TEXT NOT NULL, address TEXT NOT NULL, event_id TEXT NOT NULL, at BIGINT NOT NULL,
    sender TEXT, text TEXT, to_bot BIGINT NOT NULL DEFAULT 0, verdict TEXT NOT NULL, claim TEXT,
    PRIMARY KEY (adapter, address, event_id));
CREATE INDEX chat_events_at ON chat_events (at);
CREATE INDEX chat_events_open ON chat_events (at) WHERE verdict <> 'done';

CREATE TABLE group_pauses (
    group_id TEXT PRIMARY KEY, since BIGINT NOT NULL, until BIGINT, ended BIGINT NOT NULL, changed_at BIGINT NOT NULL);

CREATE TABLE member_days (
    group_id TEXT NOT NULL, day TEXT NOT NULL, members BIGINT, joined BIGINT NOT NULL DEFAULT 0, gone BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (group_id, day));
