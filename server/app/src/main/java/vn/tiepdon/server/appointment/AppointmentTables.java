package vn.tiepdon.server.appointment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;
import vn.tiepdon.server.patient.merge.Row;
import vn.tiepdon.server.patient.merge.Verdict;

/** Whose appointments are whose when two people are one: of two in one clinic on one day the kept one's counts. */
@Component
class AppointmentTables implements PatientTables {

    static final String TABLE = "appointment";
    static final String ID = "appointment_id";
    static final String STATE = "state";

    private static final String HOLDER = "held_patient_id";

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.ruled(TABLE, AppointmentTables::decide, ID).naming(HOLDER));
    }

    /** The other's place stays taken when somebody came to it, and is free for others when nobody did. */
    private static Verdict decide(FacilityId facility, List<Row> kept, Row gone) {
        boolean both = gone.get(HOLDER) != null
                && kept.stream().anyMatch(row -> row.get(HOLDER) != null && row.same(gone, "clinic_id", "on_day"));
        if (!both) {
            return new Verdict.Move(Map.of());
        }
        Map<String, String> changes = new HashMap<>();
        changes.put(HOLDER, null);
        if (AppointmentState.BOOKED.name().equals(gone.get(STATE))) {
            changes.put(STATE, AppointmentState.CANCELLED.name());
            changes.put("held_place", null);
        }
        return new Verdict.Move(changes);
    }
}
