-- Who held an account from when on, in the order of noting; never changed. Whoever has the latest orders so far has had it from the beginning.
CREATE TABLE account_owners (
    number INTEGER PRIMARY KEY, network TEXT NOT NULL, account TEXT NOT NULL, owner_id TEXT NOT NULL, effective_at BIGINT NOT NULL);
CREATE INDEX account_owners_account ON account_owners (network, account, number);
INSERT INTO account_owners (network, account, owner_id, effective_at)
    SELECT network, account, owner_id, 0 FROM
        (SELECT network, account, owner_id, ROW_NUMBER() OVER (PARTITION BY network, account ORDER BY ordered_at DESC, row_id) AS place
        FROM orders WHERE owner_id IS NOT NULL) latest
    WHERE place = 1 ORDER BY network, account;

-- How the rules had traced a row when it was claimed, for when the claim is taken back; null where nobody knows.
ALTER TABLE order_claims ADD COLUMN traced_by TEXT;
ALTER TABLE order_claims ADD COLUMN traced_group TEXT;
ALTER TABLE order_claims ADD COLUMN traced_post TEXT;
ALTER TABLE order_claims ADD COLUMN traced_confidence BIGINT;
