package vn.tiepdon.server.desk;

/** Why the desk takes two files for one person's. */
enum MergeReason {
    /** The hospital has entered them twice; the first choice, because it claims least. */
    ENTERED_TWICE,
    /** Their papers were looked at. */
    PAPERS,
    /** They said so themselves. */
    ASKED
}
