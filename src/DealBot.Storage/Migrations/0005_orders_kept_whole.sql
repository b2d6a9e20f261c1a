CREATE TABLE order_snapshots (
    network TEXT NOT NULL, row_id TEXT NOT NULL, version BIGINT NOT NULL, account TEXT NOT NULL,
    ordered_at BIGINT, modified_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
    content_hash TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (network, row_id, version));
INSERT INTO order_snapshots (network, row_id, version, account, ordered_at, modified_at, seen_at, content_hash, body)
    SELECT network, row_id, 1, account, ordered_at, modified_at, modified_at, '', raw FROM orders;
CREATE INDEX order_snapshots_ordered ON order_snapshots (ordered_at);

ALTER TABLE orders DROP COLUMN raw;
ALTER TABLE orders ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';

ALTER TABLE order_watermarks ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE order_watermarks ADD COLUMN first_read_at BIGINT NOT NULL DEFAULT 0;
UPDATE order_watermarks SET first_read_at = until, since = COALESCE(
    (SELECT MIN(o.ordered_at) FROM orders o WHERE o.network = order_watermarks.network AND o.account = order_watermarks.account), until);

CREATE TABLE order_syncs (
    network TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT NOT NULL,
    from_at BIGINT, until_at BIGINT, rows_seen BIGINT NOT NULL, rows_new BIGINT NOT NULL, rows_changed BIGINT NOT NULL,
    rows_unreadable BIGINT NOT NULL, fault TEXT,
    PRIMARY KEY (network, account, kind, started_at));

CREATE TABLE order_sweeps (
    network TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT,
    from_at BIGINT NOT NULL, until_at BIGINT NOT NULL, by_time TEXT NOT NULL, reached BIGINT NOT NULL,
    rows_seen BIGINT NOT NULL, missing BIGINT NOT NULL, outdated BIGINT NOT NULL, difference_fen BIGINT NOT NULL,
    unlisted BIGINT NOT NULL, unreadable BIGINT NOT NULL,
    PRIMARY KEY (network, account, kind));
