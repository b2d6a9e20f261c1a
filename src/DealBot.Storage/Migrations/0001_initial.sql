CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE deals (
    network TEXT NOT NULL, item_id TEXT NOT NULL, seen_at BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (network, item_id));
CREATE INDEX deals_seen ON deals (seen_at);

CREATE TABLE price_observations (
    network TEXT NOT NULL, item_id TEXT NOT NULL, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL,
    price_fen BIGINT NOT NULL, final_price_fen BIGINT NOT NULL, coupon_fen BIGINT NOT NULL,
    PRIMARY KEY (network, item_id, first_seen));

CREATE TABLE posts (
    post_id TEXT PRIMARY KEY, kind TEXT NOT NULL, group_id TEXT, owner_id TEXT NOT NULL,
    adapter TEXT NOT NULL, address TEXT NOT NULL, due_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
    state TEXT NOT NULL, reason_code TEXT, reason_zh TEXT, reason_en TEXT,
    next_attempt_at BIGINT NOT NULL, lease TEXT, lease_until BIGINT, sent_at BIGINT,
    considered BIGINT NOT NULL, rejections TEXT NOT NULL, ad_law_flags TEXT NOT NULL);
CREATE INDEX posts_open ON posts (next_attempt_at) WHERE state IN ('planned', 'leased', 'sending');
CREATE INDEX posts_group ON posts (group_id, due_at);

CREATE TABLE messages (
    post_id TEXT NOT NULL REFERENCES posts (post_id), idx BIGINT NOT NULL, kind TEXT NOT NULL,
    text TEXT, file TEXT, description TEXT, url TEXT,
    state TEXT NOT NULL, attempts BIGINT NOT NULL, platform_id TEXT,
    PRIMARY KEY (post_id, idx));

CREATE TABLE attempts (
    adapter TEXT NOT NULL, address TEXT NOT NULL, at BIGINT NOT NULL, post_id TEXT NOT NULL, idx BIGINT NOT NULL);
CREATE INDEX attempts_account ON attempts (adapter, address, at);

CREATE TABLE post_deals (
    post_id TEXT NOT NULL REFERENCES posts (post_id), group_id TEXT NOT NULL, slot_at BIGINT NOT NULL,
    network TEXT NOT NULL, item_id TEXT NOT NULL, main_sku TEXT, title TEXT NOT NULL, category TEXT NOT NULL,
    price_fen BIGINT NOT NULL, final_price_fen BIGINT NOT NULL, commission_bp BIGINT NOT NULL,
    code TEXT NOT NULL UNIQUE, target TEXT NOT NULL, sub_union_id TEXT, position_id TEXT, score TEXT,
    PRIMARY KEY (group_id, slot_at, network, item_id));
CREATE INDEX post_deals_post ON post_deals (post_id);
CREATE INDEX post_deals_slot ON post_deals (slot_at);

CREATE TABLE clicks (
    code TEXT NOT NULL, group_id TEXT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, visitor TEXT NOT NULL,
    is_new_visitor BIGINT NOT NULL);
CREATE INDEX clicks_visitor ON clicks (group_id, visitor, at);
CREATE INDEX clicks_code ON clicks (code);

CREATE TABLE orders (
    network TEXT NOT NULL, row_id TEXT NOT NULL, order_id TEXT NOT NULL, account TEXT NOT NULL, owner_id TEXT,
    group_id TEXT, post_id TEXT, attribution TEXT NOT NULL,
    item_id TEXT NOT NULL, title TEXT NOT NULL, quantity BIGINT NOT NULL, returned BIGINT NOT NULL,
    status TEXT NOT NULL, status_code TEXT NOT NULL,
    ordered_at BIGINT NOT NULL, finished_at BIGINT, modified_at BIGINT NOT NULL,
    estimated_base_fen BIGINT NOT NULL, estimated_fee_fen BIGINT NOT NULL,
    actual_base_fen BIGINT NOT NULL, actual_fee_fen BIGINT NOT NULL, commission_bp BIGINT NOT NULL,
    sales_fen BIGINT NOT NULL, commission_fen BIGINT NOT NULL, counts BIGINT NOT NULL,
    sub_union_id TEXT, position_id TEXT, raw TEXT NOT NULL,
    PRIMARY KEY (network, row_id));
CREATE INDEX orders_group ON orders (group_id, ordered_at);
CREATE INDEX orders_post ON orders (post_id);

CREATE TABLE order_watermarks (
    network TEXT NOT NULL, account TEXT NOT NULL, until BIGINT NOT NULL, PRIMARY KEY (network, account));

CREATE TABLE metrics_hourly (
    group_id TEXT NOT NULL, hour BIGINT NOT NULL,
    posts BIGINT NOT NULL DEFAULT 0, clicks BIGINT NOT NULL DEFAULT 0, visitors BIGINT NOT NULL DEFAULT 0,
    orders BIGINT NOT NULL DEFAULT 0, sales_fen BIGINT NOT NULL DEFAULT 0, commission_fen BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (group_id, hour));
