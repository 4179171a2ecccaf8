package vn.tiepdon.api.device;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;

/**
 * A kiosk's report of its own parts, sent when something changes and once a minute.
 *
 * @param unsent check-ins still waiting on the kiosk's disk for an answer
 */
public record DeviceHealth(String version, List<Part> parts, int unsent) {

    /** @param fault null when the part is well */
    public record Part(Kind kind, FaultCode fault) {}

    /** What can break. */
    public enum Kind {
        CARD_READER,
        SCANNER,
        PRINTER,
        /** The list of blocked cards, for the time without a line. */
        BLOCK_LIST
    }
}
