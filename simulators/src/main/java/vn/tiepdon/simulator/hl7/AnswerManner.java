package vn.tiepdon.simulator.hl7;

/** How a {@link VirtualHis} answers what it is told. */
public enum AnswerManner {
    /** AA. */
    WELL("AA"),
    /** AE: it cannot be done. */
    ERROR("AE"),
    /** AR: not wanted. */
    REJECT("AR"),
    /** AA, but later than anybody waits. */
    SLOW("AA"),
    /** The connection ends where the answer should be. */
    CUT(""),
    /** Nothing is answered. */
    MUTE("");

    private final String code;

    AnswerManner(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
