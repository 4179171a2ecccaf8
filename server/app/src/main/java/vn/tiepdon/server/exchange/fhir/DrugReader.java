package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.IncomingFact;

/** A drug in use, as FHIR tells of it. */
final class DrugReader {

    private static final String EFFECTIVE = "MedicationStatement.effective";

    private DrugReader() {}

    /**
     * @return empty when it is not taken, or only says that nothing is known
     * @throws RefusedException naming the element that is to blame
     */
    static Optional<IncomingFact> read(MedicationStatement told, Facility facility) throws RefusedException {
        CodeableConcept drug = MedicationReader.drug(told.getMedication());
        if (!taken(told) || Codes.absent(drug)) {
            return Optional.empty();
        }
        String name = MedicationReader.name(drug).orElseThrow(() -> missing("MedicationStatement.medication"));
        String dosage = Optional.ofNullable(told.getDosageFirstRep().getText())
                .orElseThrow(() -> missing("MedicationStatement.dosage"));
        Period period = told.getEffective() instanceof Period one ? one : new Period();
        LocalDate from = Times.day(period.getStartElement(), facility).orElseThrow(() -> missing(EFFECTIVE));
        LocalDate end = Times.day(period.getEndElement(), facility).orElseThrow(() -> missing(EFFECTIVE));
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        if (days < 1 || days > Drug.MOST_DAYS) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, EFFECTIVE);
        }
        try {
            return Optional.of(new IncomingFact.OfDrug(
                    new Drug(name, dosage, from, (int) days), Times.day(told.getDateAssertedElement(), facility)));
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "MedicationStatement");
        }
    }

    /** A desk's list holds what was given for some days until somebody asks again, though the days are over. */
    private static boolean taken(MedicationStatement told) {
        boolean listed = told.getIdentifier().stream().anyMatch(it -> Systems.isDrugInUse(it.getSystem()));
        return told.getStatus() == MedicationStatementStatus.ACTIVE
                || listed && told.getStatus() == MedicationStatementStatus.COMPLETED;
    }

    private static RefusedException missing(String element) {
        return new RefusedException(RefusalReason.FIELD_MISSING, element);
    }
}
