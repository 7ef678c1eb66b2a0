package io.cookiegate.receipt;

/**
 * What the ledger of a running gate has done since it started, for metrics.
 *
 * @param queued choices and erasures that were taken, which is when they cannot be lost any more
 * @param written entries that are in the database now
 * @param failed choices and erasures that could not be taken: the disk was full, broken or slow
 * @param waitingBytes what waits on the disk for the database
 * @param away whether the database could not be reached when it was tried last
 */
public record LedgerCounts(
    long queued, long written, long failed, long waitingBytes, boolean away) {}
