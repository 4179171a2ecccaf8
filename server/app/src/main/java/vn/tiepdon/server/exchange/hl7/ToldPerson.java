package vn.tiepdon.server.exchange.hl7;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientDetails;

/** What a message says of a person; anything may be missing. */
record ToldPerson(
        Map<IdentifierKind, String> numbers,
        Optional<String> fullName,
        Optional<BirthDate> birthDate,
        Optional<Sex> sex,
        Optional<String> telephone,
        Optional<String> address) {

    /** Whether it can be registered. */
    boolean complete() {
        return fullName.isPresent() && birthDate.isPresent();
    }

    NewPatient asNew() {
        if (fullName.isEmpty()) {
            throw missing("PID^1^5");
        }
        if (birthDate.isEmpty()) {
            throw missing("PID^1^7");
        }
        try {
            return new NewPatient(
                    fullName.get(), birthDate.get(), sex.orElse(Sex.UNKNOWN), numbers, telephone, address);
        } catch (IllegalArgumentException unfit) {
            throw unfit();
        }
    }

    /** What is to be different. Numbers that the patient once had do not come back, and hospital codes are only learned. */
    PatientChange change(PatientDetails known) {
        Map<IdentifierKind, String> fresh = new HashMap<>(numbers);
        fresh.remove(IdentifierKind.HOSPITAL);
        known.identifiers().forEach(it -> fresh.remove(it.kind(), it.value()));
        try {
            return new PatientChange(fullName, birthDate, sex, fresh, telephone, address);
        } catch (IllegalArgumentException unfit) {
            throw unfit();
        }
    }

    private static Hl7Refused missing(String location) {
        return Hl7Refused.failed(ErrorCode.FIELD_MISSING, FaultCode.HL7_FIELD_MISSING, location);
    }

    private static Hl7Refused unfit() {
        return Hl7Refused.failed(ErrorCode.DATA_TYPE, FaultCode.HL7_FIELD_INVALID, "PID^1");
    }

    @Override
    public String toString() {
        return "ToldPerson[…]";
    }
}
