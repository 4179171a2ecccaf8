package vn.tiepdon.server.floor;

/**
 * A room as the floor shows it.
 *
 * @param code as on the door
 * @param state whether it works
 * @param at when it was paused, or has called last, as HH:mm; null when it has called nobody
 * @param reason of the pause; empty when none was named
 */
record FloorRoom(String code, State state, String at, String reason) {

    enum State {
        CALLS,
        PAUSED,
        /** Has called nobody today. */
        SILENT
    }
}
