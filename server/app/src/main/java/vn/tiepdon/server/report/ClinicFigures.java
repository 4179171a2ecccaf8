package vn.tiepdon.server.report;

import vn.tiepdon.api.Text;

/**
 * One clinic, or another place with a queue.
 *
 * @param counts of numbers that were given for it
 * @param waits minutes from queueing there to the first call, of everybody who was called there
 */
public record ClinicFigures(Text name, Counts counts, Spread waits) {

    boolean empty() {
        return counts.given() == 0 && waits.size() == 0;
    }
}
