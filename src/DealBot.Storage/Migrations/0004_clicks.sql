ALTER TABLE clicks ADD COLUMN rule TEXT NOT NULL DEFAULT '';

ALTER TABLE post_deals ADD COLUMN expires_at BIGINT;

CREATE TABLE click_journals (journal TEXT PRIMARY KEY, segment BIGINT NOT NULL, position BIGINT NOT NULL);

ALTER TABLE metrics_hourly ADD COLUMN raw_clicks BIGINT NOT NULL DEFAULT 0;
ALTER TABLE metrics_hourly ADD COLUMN lost_clicks BIGINT NOT NULL DEFAULT 0;
INSERT INTO metrics_hourly (group_id, hour, raw_clicks)
SELECT group_id, at - at % 3600000, COUNT(*) FROM clicks WHERE true GROUP BY group_id, at - at % 3600000
ON CONFLICT (group_id, hour) DO UPDATE SET raw_clicks = excluded.raw_clicks;
