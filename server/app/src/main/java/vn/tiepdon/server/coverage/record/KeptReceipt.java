package vn.tiepdon.server.coverage.record;

import java.time.Instant;

/**
 * What came back from one try.
 *
 * @param transaction maGiaoDich, null when there was none
 * @param receivedAt thoiGianTiepNhan, the same
 */
public record KeptReceipt(Instant at, String result, String transaction, String receivedAt) {}
