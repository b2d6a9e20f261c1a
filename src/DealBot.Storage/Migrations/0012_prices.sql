CREATE TABLE price_days (
    network TEXT NOT NULL, item_id TEXT NOT NULL, last_day BIGINT NOT NULL, days TEXT NOT NULL,
    PRIMARY KEY (network, item_id));
CREATE INDEX price_days_last ON price_days (last_day);
ALTER TABLE post_deals ADD COLUMN coupon_fen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE post_deals ADD COLUMN coupon_ends_at BIGINT;
ALTER TABLE posts ADD COLUMN replaced BIGINT NOT NULL DEFAULT 0;
CREATE INDEX posts_replaced ON posts (due_at) WHERE replaced > 0;
