package vn.tiepdon.server.patient;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.CitizenIdentity;
import vn.tiepdon.server.facility.FacilityId;

/** From what a code or a typed number says to one patient, or to the reason why the desk must look. */
@Component
public class PatientMatching {

    private final Patients patients;

    PatientMatching(Patients patients) {
        this.patients = patients;
    }

    /** The QR of the ID card: the number names the patient, name and birth date must agree. */
    public Match match(FacilityId facility, Presentation.CitizenCode code) {
        return citizen(facility, code.nationalNumber(), code.oldNumber(), code.fullName(), code.birthDate());
    }

    /** The chip of the ID card, in the same way: who is proven to be somebody is not yet proven to be this patient. */
    public Match match(FacilityId facility, CitizenIdentity chip) {
        return citizen(
                facility,
                chip.nationalNumber(),
                chip.oldNumber().orElse(null),
                chip.fullName(),
                chip.birthDate().toString());
    }

    private Match citizen(
            FacilityId facility, String nationalNumber, String oldNumber, String fullName, String birthDate) {
        Optional<Patient> current = patients.find(facility, IdentifierKind.NATIONAL, nationalNumber);
        Optional<Patient> old = oldNumber == null || oldNumber.isBlank()
                ? Optional.empty()
                : patients.find(facility, IdentifierKind.OLD_NATIONAL, oldNumber);
        Set<PatientId> named = new HashSet<>();
        current.map(Patient::id).ifPresent(named::add);
        old.map(Patient::id).ifPresent(named::add);
        if (named.size() > 1) {
            return new Match.Refused(FaultCode.PATIENT_AMBIGUOUS);
        }
        return agreeing(current.or(() -> old), fullName, birthDate);
    }

    /** The QR of the health insurance card: the number names the patient, name and birth date must agree. */
    public Match match(FacilityId facility, Presentation.InsuranceCode code) {
        return TypedNumbers.parse(code.insuranceNumber())
                .map(number -> agreeing(
                        patients.find(facility, number.kind(), number.value()), code.fullName(), code.birthDate()))
                .orElseGet(() -> new Match.Refused(FaultCode.NUMBER_INVALID));
    }

    /** A typed number: its shape says what it is, and there is nothing else to compare. */
    public Match match(FacilityId facility, Presentation.TypedNumber typed) {
        Optional<TypedNumbers.Number> number = TypedNumbers.parse(typed.digits());
        if (number.isEmpty()) {
            return new Match.Refused(FaultCode.NUMBER_INVALID);
        }
        return patients.find(facility, number.get().kind(), number.get().value())
                .<Match>map(Match.Found::new)
                .orElseGet(() -> new Match.Refused(FaultCode.PATIENT_UNKNOWN));
    }

    private static Match agreeing(Optional<Patient> found, String fullName, String birthDate) {
        if (found.isEmpty()) {
            return new Match.Refused(FaultCode.PATIENT_UNKNOWN);
        }
        Patient patient = found.get();
        boolean sameName = ComparableName.of(fullName).equals(ComparableName.of(patient.fullName()));
        boolean sameBirth = BirthDate.parse(birthDate)
                .filter(patient.birthDate()::agreesWith)
                .isPresent();
        return sameName && sameBirth ? new Match.Found(patient) : new Match.Refused(FaultCode.IDENTITY_MISMATCH);
    }
}
