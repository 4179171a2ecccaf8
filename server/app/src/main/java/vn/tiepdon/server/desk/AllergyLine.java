package vn.tiepdon.server.desk;

import java.util.Arrays;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.history.Allergy;

record AllergyLine(String substance, String severity) {

    AllergyLine {
        substance = Reading.line(substance);
        severity = Reading.line(severity);
    }

    static AllergyLine of(Allergy allergy) {
        return new AllergyLine(allergy.substance(), allergy.severity().name());
    }

    static AllergyLine empty() {
        return new AllergyLine("", Severity.UNKNOWN.name());
    }

    boolean isEmpty() {
        return substance.isEmpty();
    }

    Allergy read(Reading reading, int line) {
        String id = "allergies" + (line - 1);
        Severity known = Arrays.stream(Severity.values())
                .filter(each -> each.name().equals(severity))
                .findFirst()
                .orElse(Severity.UNKNOWN);
        return new Allergy(reading.text(id + ".substance", line, substance, Allergy.LONGEST), known);
    }

    @Override
    public String toString() {
        return "AllergyLine[…]";
    }
}
