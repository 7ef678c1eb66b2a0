-- The ledger: entries that are only appended, each with the hash of the one before it. Erasing a receipt
-- empties its columns and leaves its digest, so that the chain stays whole.
-- A database without transactions over tables may be left in the middle of this, so all of it can be run again.
CREATE TABLE IF NOT EXISTS ledger_entry (
  seq            BIGINT PRIMARY KEY,
  kind           VARCHAR(9)  NOT NULL,  -- choice, erasure or retention
  subject        VARCHAR(64),           -- the digest of the receipt's id; none in a retention
  digest         VARCHAR(64) NOT NULL,  -- of what the entry says
  previous       VARCHAR(64) NOT NULL,  -- the hash of the entry before
  hash           VARCHAR(64) NOT NULL,  -- of previous, seq, kind, subject and digest
  at_time        TIMESTAMP(3) WITH TIME ZONE,
  -- a choice; empty once it is erased
  receipt        VARCHAR(36),
  salt           VARCHAR(32),
  site           VARCHAR     ,
  choice         VARCHAR(8),
  purposes       VARCHAR     ,
  classification VARCHAR(64),
  language       VARCHAR     ,
  gpc            BOOLEAN,
  -- an erasure
  reason         VARCHAR(8),
  -- a retention: every entry up to this one was removed, and this was its hash
  removed_to     BIGINT,
  removed_hash   VARCHAR(64),
  CONSTRAINT ledger_entry_once UNIQUE (kind, subject)
);

-- One row: where the chain ends. Who appends locks it, so that many gates write one chain.
CREATE TABLE IF NOT EXISTS ledger_head (
  chain SMALLINT PRIMARY KEY,
  seq   BIGINT      NOT NULL,
  hash  VARCHAR(64) NOT NULL
);

INSERT INTO ledger_head (chain, seq, hash)
SELECT 1, 0, '0000000000000000000000000000000000000000000000000000000000000000'
WHERE NOT EXISTS (SELECT 1 FROM ledger_head);
