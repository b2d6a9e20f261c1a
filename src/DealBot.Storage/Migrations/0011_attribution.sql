ALTER TABLE orders RENAME COLUMN sub_union_id TO sub_id;
ALTER TABLE post_deals RENAME COLUMN sub_union_id TO sub_id;
ALTER TABLE orders ADD COLUMN confidence BIGINT NOT NULL DEFAULT 100;
UPDATE orders SET confidence = 0 WHERE group_id IS NULL;
UPDATE orders SET attribution = 'sub_id' WHERE attribution = 'sub_union_id';

CREATE TABLE position_allotments (
    network TEXT NOT NULL, account TEXT NOT NULL, position TEXT NOT NULL, group_id TEXT NOT NULL,
    from_at BIGINT NOT NULL, until_at BIGINT,
    PRIMARY KEY (network, account, position, from_at));
CREATE UNIQUE INDEX position_allotments_held ON position_allotments (network, account, position) WHERE until_at IS NULL;
CREATE UNIQUE INDEX position_allotments_group ON position_allotments (network, account, group_id) WHERE until_at IS NULL;

CREATE TABLE order_claims (
    id BIGINT PRIMARY KEY, network TEXT NOT NULL, row_id TEXT NOT NULL, group_id TEXT, claimed_at BIGINT NOT NULL, claimed_by TEXT NOT NULL);
CREATE INDEX order_claims_row ON order_claims (network, row_id, id);

CREATE INDEX post_deals_item ON post_deals (network, item_id, slot_at);
