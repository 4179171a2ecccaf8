package vn.tiepdon.server.database;

import java.util.Collection;

/**
 * What the database believes about its tables when it plans a question. PostgreSQL plans the check of a foreign key once
 * for each connection; planned over an empty table it may take an index that only begins with the hospital, and each
 * further row then costs a walk over all rows before it. Whoever fills empty tables by the thousand says so early on.
 */
public interface TableStatistics {

    /** Counts the tables anew, with the rows of the caller's own transaction, and has plans made before thrown away. */
    void refresh(Collection<String> tables);
}
