CREATE TABLE held_back (
    group_id TEXT NOT NULL, day TEXT NOT NULL, network TEXT NOT NULL, item_id TEXT NOT NULL, at BIGINT NOT NULL,
    account TEXT NOT NULL, title TEXT NOT NULL, code TEXT NOT NULL, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL,
    commission_fen BIGINT NOT NULL,
    PRIMARY KEY (group_id, day, network, item_id));
CREATE INDEX held_back_at ON held_back (at);

CREATE TABLE canaries (
    network TEXT NOT NULL, account TEXT NOT NULL, tried_at BIGINT NOT NULL, worked_at BIGINT,
    failing_since BIGINT, failures BIGINT NOT NULL, told BIGINT NOT NULL, broken BIGINT NOT NULL, code TEXT, reason_zh TEXT, reason_en TEXT,
    PRIMARY KEY (network, account));

ALTER TABLE post_deals ADD COLUMN clicks BIGINT NOT NULL DEFAULT 0;
UPDATE post_deals SET clicks = (SELECT COUNT(*) FROM clicks c WHERE c.code = post_deals.code AND c.kind = 'person');

CREATE INDEX messages_handed_over ON messages (awaiting_since) WHERE awaiting_since IS NOT NULL;

CREATE TABLE metrics_by_group (
    group_id TEXT NOT NULL, hour BIGINT NOT NULL,
    posts BIGINT NOT NULL DEFAULT 0, clicks BIGINT NOT NULL DEFAULT 0, visitors BIGINT NOT NULL DEFAULT 0,
    orders BIGINT NOT NULL DEFAULT 0, sales_fen BIGINT NOT NULL DEFAULT 0, commission_fen BIGINT NOT NULL DEFAULT 0,
    raw_clicks BIGINT NOT NULL DEFAULT 0, lost_clicks BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (group_id, hour)) WITHOUT ROWID;
INSERT INTO metrics_by_group SELECT group_id, hour, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks FROM metrics_hourly;
DROP TABLE metrics_hourly;
ALTER TABLE metrics_by_group RENAME TO metrics_hourly;
