package vn.tiepdon.server.room;

import vn.tiepdon.server.history.VisitDetails;

/** What was written when a visit ended, for the doctor to see that it is right. */
record Written(String label, VisitDetails details) {

    @Override
    public String toString() {
        return "Written[…]";
    }
}
