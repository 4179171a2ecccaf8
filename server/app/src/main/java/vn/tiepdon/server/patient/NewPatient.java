package vn.tiepdon.server.patient;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.api.kiosk.Sex;

/**
 * A person as another system or the desk tells of them.
 *
 * @param fullName 1 to 255 characters; stored as NFC with single spaces
 * @param birthDate of 1850 or later
 * @param identifiers each of the form that {@link IdentifierKind#normal} gives or understands
 * @param telephone 20 characters at most
 * @param address 1,024 characters at most
 */
public record NewPatient(
        String fullName,
        BirthDate birthDate,
        Sex sex,
        Map<IdentifierKind, String> identifiers,
        Optional<String> telephone,
        Optional<String> address) {

    /** @throws IllegalArgumentException naming the part, never what stood in it */
    public NewPatient {
        fullName = PersonName.stored(fullName);
        Contacts.requirePlausible(birthDate);
        identifiers = normal(identifiers);
        telephone = Contacts.telephone(telephone);
        address = Contacts.address(address);
    }

    public NewPatient(String fullName, BirthDate birthDate, Sex sex, Map<IdentifierKind, String> identifiers) {
        this(fullName, birthDate, sex, identifiers, Optional.empty(), Optional.empty());
    }

    static Map<IdentifierKind, String> normal(Map<IdentifierKind, String> written) {
        Map<IdentifierKind, String> normal = new EnumMap<>(IdentifierKind.class);
        written.forEach((kind, value) -> normal.put(
                kind, kind.normal(value).orElseThrow(() -> new IllegalArgumentException(kind + " has not its form"))));
        return Map.copyOf(normal);
    }

    @Override
    public String toString() {
        return "NewPatient[…]";
    }
}
