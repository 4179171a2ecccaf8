package vn.tiepdon.server.desk;

import vn.tiepdon.server.history.ProgrammeMembership;

/**
 * A programme on the doctor's page.
 *
 * @param overdue whether the day on which the patient was expected is over
 */
record ProgrammeView(ProgrammeMembership membership, String clinic, boolean overdue) {

    @Override
    public String toString() {
        return "ProgrammeView[…]";
    }
}
