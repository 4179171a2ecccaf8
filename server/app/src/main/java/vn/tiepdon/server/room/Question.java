package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.queue.Ticket;

/**
 * What the doctor is asked about a visit.
 *
 * @param choices each on the digit of its place, counted from 1
 * @param lastDrugs the last prescription of this clinic as it would be typed; empty for none
 * @param onward places that the patient can be sent to with the same key, in order; empty when there is none
 * @param problems why it is asked again; none the first time
 */
record Question(
        About about,
        List<Diagnosis> choices,
        List<Next> nexts,
        String lastDrugs,
        List<Text> onward,
        DiagnosisForm typed,
        FindingsForm more,
        List<Problem> problems) {

    /** Whether the name of the typed code is missing. */
    public boolean nameMissing() {
        return problems.stream().anyMatch(it -> it.text().equals(TypedDiagnosis.NAME_MISSING));
    }

    /** Whether the code is what cannot be understood. */
    public boolean codeInQuestion() {
        return problems.stream().anyMatch(it -> it.field().equals("code"));
    }

    /** Whether the inputs for more than the diagnosis stand open. */
    public boolean opened() {
        return !more.isEmpty();
    }

    /**
     * The number that is asked about.
     *
     * @param done whether it was done before anything was said of it
     */
    record About(String ticket, String label, boolean done) {

        static About of(Ticket ticket, Room room) {
            boolean here = ticket.queue().clinic().equals(room.clinic())
                    && (ticket.state() == State.CALLED || ticket.state() == State.IN_ROOM);
            return new About(ticket.id().toString(), ticket.label(), !here);
        }
    }

    record Next(NextVisit visit, String key, LocalDate day) {}

    @Override
    public String toString() {
        return "Question[…]";
    }
}
