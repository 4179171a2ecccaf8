package vn.tiepdon.server.exchange.content;

import java.util.Optional;
import vn.tiepdon.server.patient.NewPatient;

/** A patient, and a visit of theirs: what is imported whole or not at all. */
public record HospitalRecord(NewPatient patient, Optional<VisitPart> visit) {

    @Override
    public String toString() {
        return "HospitalRecord[…]";
    }
}
