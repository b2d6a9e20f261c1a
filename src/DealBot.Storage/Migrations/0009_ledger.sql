-- How commission is divided; '' where nobody gets a part.
CREATE TABLE ledger_terms (
    terms_id INTEGER PRIMARY KEY, owner_id TEXT NOT NULL, promoter_id TEXT NOT NULL, promoter_bp BIGINT NOT NULL,
    inviter_id TEXT NOT NULL, inviter_bp BIGINT NOT NULL, platform_bp BIGINT NOT NULL,
    UNIQUE (owner_id, promoter_id, promoter_bp, inviter_id, inviter_bp, platform_bp));

CREATE TABLE ledger_accounts (account_id INTEGER PRIMARY KEY, party TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (party, id));

-- Of an order: the snapshot it comes from, how often the row was booked anew since (step), and what the order is in the books from here on.
-- month is a number, 202606.
CREATE TABLE ledger_transactions (
    transaction_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, booked_at BIGINT NOT NULL, month BIGINT NOT NULL,
    network TEXT, row_id TEXT, version BIGINT, step BIGINT, stage TEXT, sales_fen BIGINT, commission_fen BIGINT, terms_id BIGINT,
    reference TEXT);
CREATE UNIQUE INDEX ledger_references ON ledger_transactions (kind, reference) WHERE reference IS NOT NULL;

-- All that a transaction does to the accounts of one party, a column for each stage. Kept in the order of the key and nowhere else: one
-- tree to write, and a month of a party lies together.
CREATE TABLE ledger_entries (
    account_id BIGINT NOT NULL, month BIGINT NOT NULL, transaction_id BIGINT NOT NULL,
    estimated_fen BIGINT NOT NULL, confirmed_fen BIGINT NOT NULL, settled_fen BIGINT NOT NULL, paid_out_fen BIGINT NOT NULL,
    PRIMARY KEY (account_id, month, transaction_id)) WITHOUT ROWID;

-- The sums of a month, so that a statement does not read all entries.
CREATE TABLE ledger_movements (
    account_id BIGINT NOT NULL, month BIGINT NOT NULL,
    estimated_fen BIGINT NOT NULL, confirmed_fen BIGINT NOT NULL, settled_fen BIGINT NOT NULL, paid_out_fen BIGINT NOT NULL,
    PRIMARY KEY (account_id, month)) WITHOUT ROWID;

-- What a version said by the rules of the day it came; no terms where it could not be read.
ALTER TABLE order_snapshots ADD COLUMN stage TEXT;
ALTER TABLE order_snapshots ADD COLUMN commission_fen BIGINT;
ALTER TABLE order_snapshots ADD COLUMN terms_id BIGINT;
ALTER TABLE orders ADD COLUMN terms_id BIGINT;

-- Rows booked anew without a version of their own: after the version and step before, from the snapshot named as source.
CREATE TABLE order_rebookings (
    network TEXT NOT NULL, row_id TEXT NOT NULL, version BIGINT NOT NULL, step BIGINT NOT NULL, cause TEXT NOT NULL, booked_at BIGINT NOT NULL,
    source_row_id TEXT NOT NULL, source_version BIGINT NOT NULL, account TEXT NOT NULL, modified_at BIGINT NOT NULL,
    stage TEXT, commission_fen BIGINT NOT NULL, terms_id BIGINT NOT NULL,
    PRIMARY KEY (network, row_id, version, step));

-- Orders booked so far open the books: all of it is the owner's, booked when the latest version came.
INSERT INTO ledger_terms (owner_id, promoter_id, promoter_bp, inviter_id, inviter_bp, platform_bp)
    SELECT DISTINCT COALESCE(owner_id, ''), '', 0, '', 0, 0 FROM orders;
UPDATE orders SET terms_id = (SELECT t.terms_id FROM ledger_terms t WHERE t.owner_id = COALESCE(orders.owner_id, ''));
INSERT INTO order_rebookings (
    network, row_id, version, step, cause, booked_at, source_row_id, source_version, account, modified_at, stage, commission_fen, terms_id)
    SELECT o.network, o.row_id, COALESCE(s.version, 0), 1, 'opening', COALESCE(s.seen_at, o.modified_at), o.row_id, COALESCE(s.version, 0), o.account, o.modified_at,
        CASE o.status WHEN 'paid' THEN 'estimated' WHEN 'confirmed' THEN 'confirmed' WHEN 'settled' THEN 'settled' END, o.commission_fen, o.terms_id
    FROM orders o LEFT JOIN
        (SELECT network, row_id, MAX(version) AS version, MAX(seen_at) AS seen_at FROM order_snapshots GROUP BY network, row_id) s
        ON s.network = o.network AND s.row_id = o.row_id;
INSERT INTO ledger_accounts (party, id)
    SELECT DISTINCT 'network', network || '/' || account FROM order_rebookings WHERE stage IS NOT NULL AND commission_fen <> 0
    UNION
    SELECT DISTINCT 'owner', t.owner_id FROM order_rebookings r JOIN ledger_terms t ON t.terms_id = r.terms_id
    WHERE r.stage IS NOT NULL AND r.commission_fen <> 0;
INSERT INTO ledger_transactions (
    transaction_id, kind, booked_at, month, network, row_id, version, step, stage, sales_fen, commission_fen, terms_id)
    SELECT ROW_NUMBER() OVER (ORDER BY r.booked_at, r.network, r.row_id), 'opening', r.booked_at,
        CAST(strftime('%Y%m', r.booked_at / 1000 + 28800, 'unixepoch') AS BIGINT),
        r.network, r.row_id, r.version, r.step, r.stage, o.sales_fen, r.commission_fen, r.terms_id
    FROM order_rebookings r JOIN orders o ON o.network = r.network AND o.row_id = r.row_id
    WHERE r.stage IS NOT NULL AND r.commission_fen <> 0;
INSERT INTO ledger_entries (account_id, month, transaction_id, estimated_fen, confirmed_fen, settled_fen, paid_out_fen)
    SELECT side.account_id, x.month, x.transaction_id,
        CASE x.stage WHEN 'estimated' THEN side.sign * x.commission_fen ELSE 0 END,
        CASE x.stage WHEN 'confirmed' THEN side.sign * x.commission_fen ELSE 0 END,
        CASE x.stage WHEN 'settled' THEN side.sign * x.commission_fen ELSE 0 END, 0
    FROM ledger_transactions x JOIN
        (SELECT o.network, o.row_id, a.account_id, -1 AS sign
        FROM orders o JOIN ledger_accounts a ON a.party = 'network' AND a.id = o.network || '/' || o.account
        UNION ALL
        SELECT o.network, o.row_id, a.account_id, 1 AS sign
        FROM orders o JOIN ledger_accounts a ON a.party = 'owner' AND a.id = COALESCE(o.owner_id, '')) side
        ON side.network = x.network AND side.row_id = x.row_id;
INSERT INTO ledger_movements (account_id, month, estimated_fen, confirmed_fen, settled_fen, paid_out_fen)
    SELECT account_id, month, SUM(estimated_fen), SUM(confirmed_fen), SUM(settled_fen), SUM(paid_out_fen) FROM ledger_entries GROUP BY account_id, month;
