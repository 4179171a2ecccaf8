package vn.tiepdon.kiosk.client;

/**
 * An answer to somebody who has one already.
 *
 * @param body null when what he has is still the newest
 * @param tag of the body, for the next time (RFC 9110, 8.8.3); null when the server gives none
 */
record Newer<T>(T body, String tag) {

    @Override
    public String toString() {
        return "Newer[…]";
    }
}
