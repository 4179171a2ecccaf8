package vn.tiepdon.server.coverage.lookup;

/** How far a question is. */
public enum CheckState {
    /** Asked again until answered: "chưa xác minh". */
    WAITING,
    ANSWERED,
    /** Too old to go on. */
    GIVEN_UP
}
