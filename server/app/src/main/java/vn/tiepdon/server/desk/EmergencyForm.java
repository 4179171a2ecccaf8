package vn.tiepdon.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.Kept;

/** Emergency data as they stand in the inputs of the page. Lines that are empty are not there. */
record EmergencyForm(
        Integer version,
        String bloodGroup,
        List<AllergyLine> allergies,
        List<DiagnosisLine> diagnoses,
        List<ContactLine> contacts) {

    private static final int SPARE = 2;

    EmergencyForm {
        version = version == null ? 0 : version;
        bloodGroup = Reading.line(bloodGroup);
        allergies = lines(allergies, EmergencyData.MOST_ALLERGIES);
        diagnoses = lines(diagnoses, EmergencyData.MOST_DIAGNOSES);
        contacts = lines(contacts, EmergencyData.MOST_CONTACTS);
    }

    static EmergencyForm of(Kept<EmergencyData> kept) {
        EmergencyData data = kept.value();
        return new EmergencyForm(
                kept.version(),
                data.bloodGroup().map(BloodGroup::text).orElse(""),
                data.allergies().stream().map(AllergyLine::of).toList(),
                data.diagnoses().stream().map(DiagnosisLine::of).toList(),
                data.contacts().stream().map(ContactLine::of).toList());
    }

    /** With empty lines to write on. */
    EmergencyForm withSpareLines() {
        return new EmergencyForm(
                version,
                bloodGroup,
                padded(allergies, AllergyLine::empty, EmergencyData.MOST_ALLERGIES),
                padded(diagnoses, DiagnosisLine::empty, EmergencyData.MOST_DIAGNOSES),
                padded(contacts, ContactLine::empty, EmergencyData.MOST_CONTACTS));
    }

    static <T> List<T> padded(List<T> lines, Supplier<T> empty, int most) {
        Stream<T> spare = Stream.generate(empty).limit(SPARE);
        return Stream.concat(lines.stream(), spare).limit(most).toList();
    }

    /** What a request leaves out is no line, and what it has too many of is not looked at. */
    static <T> List<T> lines(List<T> sent, int most) {
        List<T> lines = new ArrayList<>(sent == null ? List.of() : sent);
        lines.removeIf(Objects::isNull);
        return List.copyOf(lines.subList(0, Math.min(most, lines.size())));
    }

    @Override
    public String toString() {
        return "EmergencyForm[…]";
    }
}
