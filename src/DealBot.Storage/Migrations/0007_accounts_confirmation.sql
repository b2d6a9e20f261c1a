ALTER TABLE accounts RENAME COLUMN address TO account;
CREATE TABLE addresses (
    adapter TEXT NOT NULL, address TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (adapter, address));
ALTER TABLE attempts ADD COLUMN account TEXT NOT NULL DEFAULT '';
UPDATE attempts SET account = address;
DROP INDEX attempts_account;
CREATE INDEX attempts_account ON attempts (adapter, account, at);
CREATE INDEX attempts_address ON attempts (adapter, address, at);
ALTER TABLE messages ADD COLUMN awaiting_since BIGINT;
ALTER TABLE messages ADD COLUMN detail TEXT;
CREATE INDEX messages_awaiting ON messages (awaiting_since) WHERE state = 'awaiting';
