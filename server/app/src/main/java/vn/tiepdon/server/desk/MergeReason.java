package vn.tiepdon.server.desk;

/** Why the desk takes two files for one person's. */
enum MergeReason {
    /** Their papers were looked at. */
    PAPERS,
    /** They said so themselves. */
    ASKED,
    /** The hospital has entered them twice. */
    ENTERED_TWICE
}
