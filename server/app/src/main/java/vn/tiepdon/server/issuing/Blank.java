package vn.tiepdon.server.issuing;

/**
 * A chip with the applet in it, or a serial that waits for one.
 *
 * @param serial 16 upper-case hex digits
 * @param transportKeys generation of the keys it is loaded with
 */
record Blank(String serial, int transportKeys) {

    enum State {
        /** The serial is made; the applet is to be loaded with it. */
        PREPARED,
        IN_STOCK,
        USED,
        SPOILED
    }
}
