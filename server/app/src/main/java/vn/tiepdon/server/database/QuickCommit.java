package vn.tiepdon.server.database;

/**
 * For what may be lost when the database's own machine goes down in the next half second, and only then: it is committed
 * and seen by all at once, and survives every server's death, but nobody waits for the disk.
 */
public interface QuickCommit {

    /** Within a transaction, for the rest of it. */
    void forThisTransaction();
}
