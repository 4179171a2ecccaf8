package vn.tiepdon.server.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;

/**
 * What of a record goes onto a card. Names that are too long are shortened for the eye to see; whatever decides about a
 * dose is whole or not there at all, and so is each list.
 */
final class CardContent {

    /** Bytes for a name, tried one after the other until the whole record has room. */
    private static final int[] NAME_LENGTHS = {60, 40, 28};

    private CardContent() {}

    /** Empty when nobody has asked the patient, or when even short names leave it too long. */
    static Optional<EmergencyRecord> emergency(Kept<EmergencyData> kept) {
        if (!kept.known()) {
            return Optional.empty();
        }
        for (int length : NAME_LENGTHS) {
            Optional<EmergencyRecord> record = emergency(kept, length).filter(EmergencyRecord::fits);
            if (record.isPresent()) {
                return record;
            }
        }
        return Optional.empty();
    }

    private static Optional<EmergencyRecord> emergency(Kept<EmergencyData> kept, int length) {
        EmergencyData data = kept.value();
        return fitting(() -> new EmergencyRecord(
                kept.asOf(),
                data.bloodGroup(),
                data.allergies().stream()
                        .map(one ->
                                new EmergencyRecord.Allergy(ShortText.within(one.substance(), length), one.severity()))
                        .toList(),
                data.diagnoses().stream()
                        .filter(one -> !one.sensitive())
                        .map(one -> new EmergencyRecord.Chronic(
                                one.code().code(), ShortText.within(one.name(), length), one.since()))
                        .toList(),
                data.contacts().stream()
                        .map(one -> new EmergencyRecord.Contact(
                                ShortText.within(one.name(), length),
                                one.telephone(),
                                one.relation().map(it -> ShortText.within(it, EmergencyRecord.Contact.MAX_RELATION))))
                        .toList()));
    }

    /** Empty when nobody has asked the patient, or when any drug or the whole list is too long. */
    static Optional<MedicationRecord> medication(Kept<List<Drug>> kept) {
        if (!kept.known()) {
            return Optional.empty();
        }
        return fitting(() -> new MedicationRecord(
                        kept.asOf(),
                        kept.value().stream()
                                .map(one -> new MedicationRecord.Drug(one.name(), one.dosage(), one.from(), one.days()))
                                .toList()))
                .filter(MedicationRecord::fits);
    }

    private static <T> Optional<T> fitting(Supplier<T> record) {
        try {
            return Optional.of(record.get());
        } catch (IllegalArgumentException againstTheLayout) {
            return Optional.empty();
        }
    }
}
