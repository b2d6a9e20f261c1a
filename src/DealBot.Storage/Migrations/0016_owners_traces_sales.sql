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

-- Sales, which decide promoters' levels, beside the commission that was put down with each version; null where only the books have them.
ALTER TABLE order_snapshots ADD COLUMN sales_fen BIGINT;
ALTER TABLE order_rebookings ADD COLUMN sales_fen BIGINT;

-- What is only ever added to. A later step that has to lay such a table anew drops its triggers first and makes them again.
CREATE TRIGGER ledger_transactions_stay BEFORE UPDATE ON ledger_transactions
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_transactions 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_transactions are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_transactions_kept BEFORE DELETE ON ledger_transactions
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_transactions 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_transactions are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_entries_stay BEFORE UPDATE ON ledger_entries
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_entries 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_entries are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_entries_kept BEFORE DELETE ON ledger_entries
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_entries 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_entries are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_terms_stay BEFORE UPDATE ON ledger_terms
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_terms 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_terms are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_terms_kept BEFORE DELETE ON ledger_terms
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_terms 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_terms are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_accounts_stay BEFORE UPDATE ON ledger_accounts
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_accounts 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_accounts are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER ledger_accounts_kept BEFORE DELETE ON ledger_accounts
BEGIN
    SELECT RAISE(ABORT, '只增不改：ledger_accounts 里的行不能改也不能删，更正要另记一笔 / append-only: rows of ledger_accounts are neither changed nor deleted, a correction is a row of its own');
END;
-- A version that could not be read when it came gets its day when it can be.
CREATE TRIGGER order_snapshots_stay BEFORE UPDATE ON order_snapshots WHEN OLD.ordered_at IS NOT NULL OR NEW.body <> OLD.body OR NEW.content_hash <> OLD.content_hash
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_snapshots 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_snapshots are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER order_snapshots_kept BEFORE DELETE ON order_snapshots
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_snapshots 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_snapshots are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER order_rebookings_stay BEFORE UPDATE ON order_rebookings
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_rebookings 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_rebookings are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER order_rebookings_kept BEFORE DELETE ON order_rebookings
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_rebookings 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_rebookings are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER order_claims_stay BEFORE UPDATE ON order_claims
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_claims 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_claims are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER order_claims_kept BEFORE DELETE ON order_claims
BEGIN
    SELECT RAISE(ABORT, '只增不改：order_claims 里的行不能改也不能删，更正要另记一笔 / append-only: rows of order_claims are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER payouts_stay BEFORE UPDATE ON payouts
BEGIN
    SELECT RAISE(ABORT, '只增不改：payouts 里的行不能改也不能删，更正要另记一笔 / append-only: rows of payouts are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER payouts_kept BEFORE DELETE ON payouts
BEGIN
    SELECT RAISE(ABORT, '只增不改：payouts 里的行不能改也不能删，更正要另记一笔 / append-only: rows of payouts are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER share_terms_stay BEFORE UPDATE ON share_terms
BEGIN
    SELECT RAISE(ABORT, '只增不改：share_terms 里的行不能改也不能删，更正要另记一笔 / append-only: rows of share_terms are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER share_terms_kept BEFORE DELETE ON share_terms
BEGIN
    SELECT RAISE(ABORT, '只增不改：share_terms 里的行不能改也不能删，更正要另记一笔 / append-only: rows of share_terms are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER account_owners_stay BEFORE UPDATE ON account_owners
BEGIN
    SELECT RAISE(ABORT, '只增不改：account_owners 里的行不能改也不能删，更正要另记一笔 / append-only: rows of account_owners are neither changed nor deleted, a correction is a row of its own');
END;
CREATE TRIGGER account_owners_kept BEFORE DELETE ON account_owners
BEGIN
    SELECT RAISE(ABORT, '只增不改：account_owners 里的行不能改也不能删，更正要另记一笔 / append-only: rows of account_owners are neither changed nor deleted, a correction is a row of its own');
END;
