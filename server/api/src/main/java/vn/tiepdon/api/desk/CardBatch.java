package vn.tiepdon.api.desk;

/**
 * How far a batch is.
 *
 * @param unknown hospital codes that named nobody, when the batch was made
 * @param secondsLeft as fast as the last cards went; null while nobody knows
 */
public record CardBatch(String id, String name, int waiting, int issued, int failed, int unknown, Long secondsLeft) {}
