package vn.tiepdon.server.patient.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** The numbers of people: all lead to the kept one, and of each kind the kept one's own stays in force. */
@Component
class RegisterTables implements PatientTables {

    private final Facilities facilities;
    private final HospitalClock clock;

    RegisterTables(Facilities facilities, HospitalClock clock) {
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public List<PatientTable> tables() {
        return List.of(
                PatientTable.ruled(
                        "patient_identifier", this::decide, "kind", "id_value", PatientTable.PATIENT, "valid_from"),
                PatientTable.owned("patient_change", "change_id"));
    }

    private Verdict decide(FacilityId facility, List<Row> kept, Row gone) {
        Optional<Row> there = kept.stream()
                .filter(row -> row.same(gone, "kind", "id_value", "valid_from"))
                .findFirst();
        if (there.isPresent()) {
            boolean leadsOn = gone.get("current_value") != null && there.get().get("current_value") == null;
            return new Verdict.Combine(
                    there.get(), leadsOn ? Map.of("current_value", gone.get("current_value")) : Map.of());
        }
        boolean inForce = gone.get("valid_to") == null
                && kept.stream().anyMatch(row -> row.same(gone, "kind") && row.get("valid_to") == null);
        if (!inForce) {
            return new Verdict.Move(Map.of());
        }
        String today = clock.today(facilities.get(facility)).date().toString();
        return new Verdict.Move(Map.of("valid_to", today));
    }
}
