package vn.tiepdon.server.exchange.job;

import java.util.Optional;
import vn.tiepdon.server.exchange.Refusal;

/**
 * A record that was not imported.
 *
 * @param item counts the file's records from 1
 * @param line where it begins in the file
 */
public record RefusedItem(long item, long line, Optional<String> sourceId, Refusal refusal) {}
