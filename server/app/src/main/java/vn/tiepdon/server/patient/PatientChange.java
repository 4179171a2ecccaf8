package vn.tiepdon.server.patient;

import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.kiosk.Sex;

/**
 * What is to be different of a patient; what is empty stays. An identifier takes the place of the one of its kind that was
 * in force, which ends; of forms see {@link NewPatient}.
 *
 * @param wholeContacts whether a telephone or address that is empty is one that is no more
 */
public record PatientChange(
        Optional<String> fullName,
        Optional<BirthDate> birthDate,
        Optional<Sex> sex,
        Map<IdentifierKind, String> identifiers,
        Optional<String> telephone,
        Optional<String> address,
        boolean wholeContacts) {

    /** What is empty stays. */
    public PatientChange(
            Optional<String> fullName,
            Optional<BirthDate> birthDate,
            Optional<Sex> sex,
            Map<IdentifierKind, String> identifiers,
            Optional<String> telephone,
            Optional<String> address) {
        this(fullName, birthDate, sex, identifiers, telephone, address, false);
    }

    /** @throws IllegalArgumentException naming the part, never what stood in it */
    public PatientChange {
        fullName = fullName.map(PersonName::stored);
        birthDate.ifPresent(Contacts::requirePlausible);
        identifiers = NewPatient.normal(identifiers);
        telephone = Contacts.telephone(telephone);
        address = Contacts.address(address);
    }

    @Override
    public String toString() {
        return "PatientChange[…]";
    }
}
