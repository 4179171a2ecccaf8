package vn.tiepdon.server.notice;

import java.time.Instant;
import vn.tiepdon.api.Text;

/**
 * A line for everybody in the hall.
 *
 * @param until not any more at this instant
 */
public record Notice(String id, Text text, Instant from, Instant until) {}
