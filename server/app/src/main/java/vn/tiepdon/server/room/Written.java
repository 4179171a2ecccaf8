package vn.tiepdon.server.room;

import java.time.LocalDate;
import vn.tiepdon.server.history.Diagnosis;

/**
 * What was written when a visit ended, for the doctor to see that it is right.
 *
 * @param next null when no day was chosen
 */
record Written(String label, Diagnosis diagnosis, LocalDate next) {

    @Override
    public String toString() {
        return "Written[…]";
    }
}
