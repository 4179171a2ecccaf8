package vn.tiepdon.kiosk.station;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.kiosk.station.CardReport.Word;

/** From what a card says to what a doctor is shown. */
final class Reports {

    private Reports() {}

    static CardReport of(CardContent content) {
        LocalDate today = content.today();
        return new CardReport(
                today,
                holder(content.holder(), today),
                emergency(content.emergency(), today),
                medication(content.medication(), today),
                content.visits().stream().map(visit -> visit(visit, today)).toList());
    }

    private static CardReport.Holder holder(IdentityRecord holder, LocalDate today) {
        boolean expired = today.isBefore(holder.validFrom()) || today.isAfter(holder.validTo());
        return new CardReport.Holder(
                holder.fullName(),
                holder.birthDate().toString(),
                holder.sex().name(),
                holder.hospitalCode(),
                holder.facilityCode(),
                holder.validTo(),
                expired);
    }

    private static CardReport.Emergency emergency(Entry<EmergencyRecord> entry, LocalDate today) {
        if (entry instanceof Entry.Doubtful<EmergencyRecord> doubtful) {
            return new CardReport.Emergency(
                    Word.DOUBTFUL, doubtful.why(), null, null, null, List.of(), List.of(), List.of());
        }
        if (!(entry instanceof Entry.Vouched<EmergencyRecord> vouched)) {
            return new CardReport.Emergency(Word.ABSENT, null, null, null, null, List.of(), List.of(), List.of());
        }
        EmergencyRecord record = vouched.content();
        return new CardReport.Emergency(
                Word.SIGNED,
                null,
                record.asOf(),
                age(record.asOf(), today),
                record.bloodGroup().map(BloodGroup::text).orElse(null),
                record.allergies().stream()
                        .sorted(Comparator.comparing(EmergencyRecord.Allergy::severity, Reports::worstFirst))
                        .map(it -> new CardReport.Allergy(it.substance(), it.severity()))
                        .toList(),
                record.chronic().stream()
                        .map(it -> new CardReport.Chronic(
                                it.code(), it.name(), it.since().orElse(null)))
                        .toList(),
                record.contacts().stream()
                        .map(it -> new CardReport.Contact(
                                it.name(), it.telephone(), it.relation().orElse(null)))
                        .toList());
    }

    /** An unknown severity stands behind the severe ones: it may be one. */
    private static int worstFirst(EmergencyRecord.Severity one, EmergencyRecord.Severity other) {
        return Integer.compare(urgency(one), urgency(other));
    }

    private static int urgency(EmergencyRecord.Severity severity) {
        return switch (severity) {
            case SEVERE -> 0;
            case UNKNOWN -> 1;
            case MODERATE -> 2;
            case MILD -> 3;
        };
    }

    private static CardReport.Medication medication(Entry<MedicationRecord> entry, LocalDate today) {
        if (entry instanceof Entry.Doubtful<MedicationRecord> doubtful) {
            return new CardReport.Medication(Word.DOUBTFUL, doubtful.why(), null, null, List.of());
        }
        if (!(entry instanceof Entry.Vouched<MedicationRecord> vouched)) {
            return new CardReport.Medication(Word.ABSENT, null, null, null, List.of());
        }
        MedicationRecord record = vouched.content();
        return new CardReport.Medication(
                Word.SIGNED,
                null,
                record.asOf(),
                age(record.asOf(), today),
                record.drugs().stream()
                        .map(it -> new CardReport.Drug(
                                it.name(),
                                it.dosage(),
                                it.from(),
                                it.days(),
                                ChronoUnit.DAYS.between(today, it.from().plusDays(it.days()))))
                        .toList());
    }

    private static CardReport.Visit visit(Entry<VisitRecord> entry, LocalDate today) {
        if (entry instanceof Entry.Vouched<VisitRecord> vouched) {
            VisitRecord record = vouched.content();
            return new CardReport.Visit(
                    Word.SIGNED,
                    null,
                    record.day(),
                    age(record.day(), today),
                    record.facilityCode(),
                    record.clinic(),
                    record.diagnoses(),
                    record.nextVisit().orElse(null));
        }
        return new CardReport.Visit(
                Word.DOUBTFUL,
                entry instanceof Entry.Doubtful<VisitRecord> doubtful ? doubtful.why() : null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static long age(LocalDate day, LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }
}
