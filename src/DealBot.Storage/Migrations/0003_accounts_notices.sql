CREATE TABLE accounts (
    adapter TEXT NOT NULL, address TEXT NOT NULL,
    state TEXT NOT NULL, since BIGINT NOT NULL, changed_at BIGINT NOT NULL, until BIGINT NOT NULL,
    reason_zh TEXT, reason_en TEXT,
    failures BIGINT NOT NULL, backoff_ms BIGINT NOT NULL, rate BIGINT NOT NULL,
    PRIMARY KEY (adapter, address));

CREATE TABLE notices (
    owner_id TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL,
    first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, count BIGINT NOT NULL, post_id TEXT, told_at BIGINT);
CREATE UNIQUE INDEX notices_untold ON notices (owner_id, kind, subject) WHERE post_id IS NULL;
CREATE INDEX notices_owner ON notices (owner_id, last_at);
