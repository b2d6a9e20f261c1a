-- What is looked through once a day for paydays that have passed: the few rows that wait for theirs, not all that ever came.
CREATE INDEX orders_confirmed ON orders (network, account, row_id) WHERE status = 'confirmed';
