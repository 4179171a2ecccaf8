package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.EmergencyData;

/** From what was typed to what is kept. */
@Component
class FormReader {

    private final DiagnosisCatalogue catalogue;

    FormReader(DiagnosisCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The data are worth nothing when the reading has problems. */
    EmergencyData read(EmergencyForm form, LocalDate today, Reading reading) {
        return new EmergencyData(
                bloodGroup(form.bloodGroup(), reading),
                each(form.allergies(), AllergyLine::isEmpty, (one, line) -> one.read(reading, line)),
                each(
                        form.diagnoses(),
                        DiagnosisLine::isEmpty,
                        (one, line) -> one.read(reading, line, catalogue, today)),
                each(form.contacts(), ContactLine::isEmpty, (one, line) -> one.read(reading, line)));
    }

    List<Drug> read(MedicationForm form, LocalDate today, Reading reading) {
        return each(form.drugs(), DrugLine::isEmpty, (one, line) -> one.read(reading, line, today));
    }

    private static Optional<BloodGroup> bloodGroup(String typed, Reading reading) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(BloodGroup.parse(typed));
        } catch (IllegalArgumentException none) {
            reading.wrong("bloodGroup", "blood");
            return Optional.empty();
        }
    }

    private static <L, T> List<T> each(List<L> lines, Predicate<L> empty, LineReader<L, T> reader) {
        List<T> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!empty.test(lines.get(i))) {
                read.add(reader.read(lines.get(i), i + 1));
            }
        }
        return read;
    }

    @FunctionalInterface
    private interface LineReader<L, T> {
        T read(L typed, int line);
    }
}
