-- Every state of an owner's rules of sharing, in the order of noting; never changed.
CREATE TABLE share_terms (number INTEGER PRIMARY KEY, owner_id TEXT NOT NULL, effective_at BIGINT NOT NULL, rules TEXT NOT NULL);
CREATE INDEX share_terms_owner ON share_terms (owner_id, number);

-- Money that an owner handed to a promoter for a month (202606). The books have the same under the reference payout-NUMBER.
CREATE TABLE payouts (
    number INTEGER PRIMARY KEY, promoter_id TEXT NOT NULL, month BIGINT NOT NULL, amount_fen BIGINT NOT NULL, paid_at BIGINT NOT NULL);
CREATE INDEX payouts_promoter ON payouts (promoter_id, month);
