package io.cookiegate.metrics;

/**
 * What has become of visitors' recorded choices since the start.
 *
 * @param taken that cannot be lost any more
 * @param written entries in the database
 * @param failed that could not be taken
 * @param waitingBytes what waits on the disk for the database
 * @param away whether the database could not be reached when it was tried last
 */
public record ReceiptNumbers(
    long taken, long written, long failed, long waitingBytes, boolean away) {}
