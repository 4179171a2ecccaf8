package vn.tiepdon.server.queue.view;

import java.time.Instant;

/** @param reason for the staff's colleagues; empty when none was named */
public record Pause(Instant since, String reason) {}
