package vn.tiepdon.server.patient;

import java.time.LocalDate;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Sex;

/** @param hospitalCode mã người bệnh; null when the hospital gave none */
public record Patient(PatientId id, String fullName, BirthDate birthDate, Sex sex, String hospitalCode) {

    /** As the kiosk may show this patient in a public hall. */
    public Person person(LocalDate today) {
        return new Person(MaskedName.of(fullName), FormOfAddress.of(sex, birthDate, today));
    }

    /** As a public screen may show this patient: {@code NGUYỄN T. M.} */
    public String maskedName() {
        return MaskedName.of(fullName);
    }

    @Override
    public String toString() {
        return "Patient[" + id.value() + "]";
    }
}
