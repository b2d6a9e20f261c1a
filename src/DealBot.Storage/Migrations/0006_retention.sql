CREATE INDEX clicks_at ON clicks (at);
CREATE INDEX posts_due ON posts (due_at);
CREATE INDEX attempts_at ON attempts (at);
CREATE INDEX price_observations_seen ON price_observations (last_seen);
