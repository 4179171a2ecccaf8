package vn.tiepdon.server.queue.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;
import vn.tiepdon.server.patient.merge.Row;
import vn.tiepdon.server.patient.merge.Verdict;

/**
 * Whose numbers are whose when two people are one. Both may hold a number in the same queue today: then one of them must
 * be called or missed first, because nobody but the room takes a number out of a queue.
 */
@Component
class TicketTables implements PatientTables {

    private static final String OPEN = "open_patient_id";

    private final Facilities facilities;
    private final HospitalClock clock;

    TicketTables(Facilities facilities, HospitalClock clock) {
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.ruled("ticket", this::decide, "ticket_id").naming(OPEN));
    }

    private Verdict decide(FacilityId facility, List<Row> kept, Row gone) {
        boolean both = gone.get(OPEN) != null
                && kept.stream()
                        .anyMatch(row -> row.get(OPEN) != null && row.same(gone, "visit_clinic_id", "business_day"));
        if (!both) {
            return new Verdict.Move(Map.of());
        }
        String today = clock.today(facilities.get(facility)).date().toString();
        if (gone.get("business_day").compareTo(today) >= 0) {
            return new Verdict.Refuse(MergeOutcome.Reason.BOTH_WAIT);
        }
        // Of a day that is over, and nobody will be called any more.
        Map<String, String> closed = new HashMap<>();
        closed.put(OPEN, null);
        return new Verdict.Move(closed);
    }
}
