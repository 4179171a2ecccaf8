package vn.tiepdon.server.patient;

import java.util.Optional;
import vn.tiepdon.api.kiosk.Sex;

/**
 * Whom to look for; all that is given must hold.
 *
 * @param number the whole number, of any kind or of one
 * @param name words of the name or beginnings of them, in any order, with or without marks
 * @param born a birth date, or the year or month in which it lies
 */
public record PatientQuery(
        Optional<String> number,
        Optional<IdentifierKind> kind,
        Optional<String> name,
        Optional<BirthDate> born,
        Optional<Sex> sex) {

    public static PatientQuery everybody() {
        return new PatientQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "PatientQuery[…]";
    }
}
