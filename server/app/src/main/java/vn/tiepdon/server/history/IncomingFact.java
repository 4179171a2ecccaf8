package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that another system tells of a patient and that holds until somebody says otherwise. */
public sealed interface IncomingFact {

    /** The day on which somebody said so; empty when nobody tells. */
    Optional<LocalDate> asked();

    /** A part of the emergency data. */
    sealed interface OfEmergency extends IncomingFact {

        /** @return empty when it is among them */
        Optional<EmergencyData> addedTo(EmergencyData before);
    }

    record OfAllergy(Allergy allergy, Optional<LocalDate> asked) implements OfEmergency {

        /** @throws IllegalArgumentException when the name is empty, too long, or cannot be stored */
        public OfAllergy {
            allergy = new Allergy(KeptText.of(allergy.substance(), Allergy.LONGEST), allergy.severity());
        }

        @Override
        public Optional<EmergencyData> addedTo(EmergencyData before) {
            if (before.allergies().stream().anyMatch(it -> it.substance().equalsIgnoreCase(allergy.substance()))) {
                return Optional.empty();
            }
            return Optional.of(new EmergencyData(
                    before.bloodGroup(), with(before.allergies(), allergy), before.diagnoses(), before.contacts()));
        }

        @Override
        public String toString() {
            return "OfAllergy[…]";
        }
    }

    record OfIllness(ChronicDiagnosis illness, Optional<LocalDate> asked) implements OfEmergency {

        /** @throws IllegalArgumentException when the name is empty, too long, or cannot be stored */
        public OfIllness {
            illness = new ChronicDiagnosis(
                    illness.code(), KeptText.of(illness.name(), Diagnosis.LONGEST_NAME), illness.since());
        }

        @Override
        public Optional<EmergencyData> addedTo(EmergencyData before) {
            if (before.diagnoses().stream().anyMatch(it -> it.code().equals(illness.code()))) {
                return Optional.empty();
            }
            return Optional.of(new EmergencyData(
                    before.bloodGroup(), before.allergies(), with(before.diagnoses(), illness), before.contacts()));
        }

        @Override
        public String toString() {
            return "OfIllness[…]";
        }
    }

    record OfDrug(Drug drug, Optional<LocalDate> asked) implements IncomingFact {

        /** @throws IllegalArgumentException when a text is empty, too long, or cannot be stored */
        public OfDrug {
            drug = new Drug(
                    KeptText.of(drug.name(), Drug.LONGEST),
                    KeptText.of(drug.dosage(), Drug.LONGEST),
                    drug.from(),
                    drug.days());
        }

        /**
         * A list for which the desk has asked since gets neither what is used up nor another dosage of what it holds.
         *
         * @return empty when nothing is added
         */
        Optional<List<Drug>> addedTo(Kept<List<Drug>> before, LocalDate today) {
            boolean there = before.value().stream()
                    .anyMatch(it -> named(it) && it.dosage().equalsIgnoreCase(drug.dosage()));
            boolean askedSince = before.known() && before.asOf().isAfter(asked.orElse(drug.from()));
            boolean outdated = !drug.from().plusDays(drug.days()).isAfter(today)
                    || before.value().stream().anyMatch(this::named);
            return there || askedSince && outdated ? Optional.empty() : Optional.of(with(before.value(), drug));
        }

        private boolean named(Drug other) {
            return other.name().equalsIgnoreCase(drug.name());
        }

        @Override
        public String toString() {
            return "OfDrug[…]";
        }
    }

    private static <T> List<T> with(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all;
    }
}
