package vn.tiepdon.server.room;

import vn.tiepdon.server.history.VisitDetails;

/**
 * What was written when a visit ended, for the doctor to see that it is right.
 *
 * @param visit its id, which leads to its correction
 */
record Written(String label, long visit, VisitDetails details) {

    @Override
    public String toString() {
        return "Written[…]";
    }
}
