package vn.tiepdon.server.exchange.content;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.history.IncomingFact;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.patient.NewPatient;

/**
 * A patient, and a visit of theirs or what belongs to none: what is imported whole or not at all.
 *
 * @param measured on no visit that is told of, each with an id of its source
 * @param facts to be added to those that are known
 */
public record HospitalRecord(
        NewPatient patient,
        Optional<VisitPart> visit,
        List<Observed> measured,
        List<IncomingFact> facts,
        Optional<ProgrammePart> programme) {

    public HospitalRecord(NewPatient patient, Optional<VisitPart> visit) {
        this(patient, visit, List.of(), List.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return "HospitalRecord[…]";
    }
}
