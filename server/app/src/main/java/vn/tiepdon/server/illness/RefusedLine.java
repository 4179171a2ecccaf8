package vn.tiepdon.server.illness;

/**
 * A line that was not taken.
 *
 * @param code as it stands there, shortened
 */
record RefusedLine(int line, String code, Reason reason) {

    private static final int LONGEST = 20;

    RefusedLine {
        code = code.length() <= LONGEST ? code : code.substring(0, LONGEST) + "…";
    }

    enum Reason {
        NO_CODE,
        NO_NAME,
        NAME_TOO_LONG,
        /** The same code stands above with another name. */
        TWICE
    }
}
