package vn.tiepdon.server.coverage.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;

/** By which number a patient is asked for: the card that was shown, or else what the register knows. */
@Component
class AskedNumber {

    private final PatientDirectory directory;

    AskedNumber(PatientDirectory directory) {
        this.directory = directory;
    }

    /** The one on an insurance card that was shown. */
    static Optional<InsuranceNumber> shown(Presentation presentation) {
        return presentation instanceof Presentation.InsuranceCode code
                ? InsuranceNumber.parse(code.insuranceNumber())
                : Optional.empty();
    }

    /** The insurance number in force, or the national number, which names the insured since 01/08/2025. */
    Optional<InsuranceNumber> known(FacilityId facility, Patient patient) {
        Collection<PatientDetails> found = directory.details(facility, List.of(patient.id()));
        return found.stream()
                .findFirst()
                .flatMap(details ->
                        details.number(IdentifierKind.INSURANCE).or(() -> details.number(IdentifierKind.NATIONAL)))
                .flatMap(InsuranceNumber::parse);
    }
}
