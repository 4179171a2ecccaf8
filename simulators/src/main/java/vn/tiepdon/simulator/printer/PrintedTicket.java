package vn.tiepdon.simulator.printer;

import java.nio.file.Path;

/**
 * One piece of paper, from cut to cut.
 *
 * @param sequence counts from 1
 * @param firstByteNanos {@link System#nanoTime} when the first byte of its first image arrived
 * @param lastByteNanos the same for the last byte of its cut
 * @param image what is on it, a black and white PNG of 576 dots across
 */
public record PrintedTicket(int sequence, long firstByteNanos, long lastByteNanos, Path image) {}
