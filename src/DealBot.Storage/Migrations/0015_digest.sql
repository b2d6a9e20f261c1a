-- Whose group it is, as the configuration says; '' of whom nobody is known.
CREATE TABLE group_owners (group_id TEXT PRIMARY KEY, owner_id TEXT NOT NULL);

-- The hours of all of an owner's groups together, so that a digest over hundreds of groups reads one row an hour. parts says of how many
-- groups' hours it is the sum. The hour comes first: who adds up all owners reads neighbours.
CREATE TABLE metrics_of_owners (
    hour BIGINT NOT NULL, owner_id TEXT NOT NULL, parts BIGINT NOT NULL,
    posts BIGINT NOT NULL, clicks BIGINT NOT NULL, visitors BIGINT NOT NULL,
    orders BIGINT NOT NULL, sales_fen BIGINT NOT NULL, commission_fen BIGINT NOT NULL,
    raw_clicks BIGINT NOT NULL, lost_clicks BIGINT NOT NULL,
    PRIMARY KEY (hour, owner_id)) WITHOUT ROWID;
INSERT INTO metrics_of_owners (hour, owner_id, parts, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks)
    SELECT hour, '', COUNT(*), SUM(posts), SUM(clicks), SUM(visitors), SUM(orders), SUM(sales_fen), SUM(commission_fen), SUM(raw_clicks), SUM(lost_clicks)
    FROM metrics_hourly GROUP BY hour;

-- Hours are counted up by clicks and posts and reckoned anew by orders. That the sums hold is not left to each of them.
CREATE TRIGGER metrics_hourly_added AFTER INSERT ON metrics_hourly BEGIN
    INSERT INTO metrics_of_owners (hour, owner_id, parts, posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks)
    VALUES (
        NEW.hour, COALESCE((SELECT owner_id FROM group_owners WHERE group_id = NEW.group_id), ''), 1,
        NEW.posts, NEW.clicks, NEW.visitors, NEW.orders, NEW.sales_fen, NEW.commission_fen, NEW.raw_clicks, NEW.lost_clicks)
    ON CONFLICT (hour, owner_id) DO UPDATE SET
        parts = parts + 1, posts = posts + excluded.posts, clicks = clicks + excluded.clicks, visitors = visitors + excluded.visitors,
        orders = orders + excluded.orders, sales_fen = sales_fen + excluded.sales_fen, commission_fen = commission_fen + excluded.commission_fen,
        raw_clicks = raw_clicks + excluded.raw_clicks, lost_clicks = lost_clicks + excluded.lost_clicks;
END;
CREATE TRIGGER metrics_hourly_changed AFTER UPDATE ON metrics_hourly BEGIN
    UPDATE metrics_of_owners SET
        posts = posts + NEW.posts - OLD.posts, clicks = clicks + NEW.clicks - OLD.clicks, visitors = visitors + NEW.visitors - OLD.visitors,
        orders = orders + NEW.orders - OLD.orders, sales_fen = sales_fen + NEW.sales_fen - OLD.sales_fen,
        commission_fen = commission_fen + NEW.commission_fen - OLD.commission_fen,
        raw_clicks = raw_clicks + NEW.raw_clicks - OLD.raw_clicks, lost_clicks = lost_clicks + NEW.lost_clicks - OLD.lost_clicks
    WHERE hour = NEW.hour AND owner_id = COALESCE((SELECT owner_id FROM group_owners WHERE group_id = NEW.group_id), '');
END;
CREATE TRIGGER metrics_hourly_removed AFTER DELETE ON metrics_hourly BEGIN
    UPDATE metrics_of_owners SET
        parts = parts - 1, posts = posts - OLD.posts, clicks = clicks - OLD.clicks, visitors = visitors - OLD.visitors, orders = orders - OLD.orders,
        sales_fen = sales_fen - OLD.sales_fen, commission_fen = commission_fen - OLD.commission_fen,
        raw_clicks = raw_clicks - OLD.raw_clicks, lost_clicks = lost_clicks - OLD.lost_clicks
    WHERE hour = OLD.hour AND owner_id = COALESCE((SELECT owner_id FROM group_owners WHERE group_id = OLD.group_id), '');
    DELETE FROM metrics_of_owners WHERE hour = OLD.hour AND parts = 0;
END;

-- All that a digest asks of the posts of a day, without the posts themselves: their rows are wide, and what they became is written once.
CREATE INDEX posts_sent ON posts (group_id, due_at, state, kind, planned_at, sent_at, resends, post_id) WHERE state = 'sent';
CREATE INDEX posts_unsent ON posts (group_id, due_at, kind, state, reason_code, reason_zh, reason_en)
    WHERE state IN ('skipped', 'failed', 'unknown', 'awaiting');
CREATE INDEX posts_flagged ON posts (group_id, due_at, kind, ad_law_flags) WHERE ad_law_flags <> '';
DROP INDEX posts_replaced;
CREATE INDEX posts_replaced ON posts (group_id, due_at, replaced) WHERE replaced > 0;

-- Orders that name no post, looked for by the deals of one.
CREATE INDEX orders_unlinked ON orders (group_id, item_id, ordered_at) WHERE post_id IS NULL;

-- Deals that went out as texts to copy; of those nobody knows the clicks.
CREATE INDEX post_deals_command ON post_deals (group_id, slot_at, post_id) WHERE command IS NOT NULL;
