package vn.tiepdon.simulator.bench.patientcard;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;

/** Invented records that leave hardly any room in their files, for one card, signed with a key of this run's own. */
final class FullRecords {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int EMERGENCY_FILE = 1024;
    private static final int MEDICATION_FILE = 1536;

    private final KeyPair keys = newKeys();
    private final CardId card;

    FullRecords(CardId card) {
        this.card = card;
    }

    byte[] emergency() {
        return fullest(EMERGENCY_FILE, EmergencyRecord.MAX_ALLERGIES, FullRecords::emergency);
    }

    byte[] medication() {
        return fullest(MEDICATION_FILE, MedicationRecord.MAX_DRUGS, FullRecords::medication);
    }

    byte[] visit() {
        return sign(new VisitRecord(
                DAY,
                "79999",
                "Phòng khám Đái tháo đường",
                List.of("E11.9", "I10", "N18.3", "E78.5"),
                Optional.of(DAY.plusMonths(1))));
    }

    /** @throws PatientCardException when it is not what was signed here for this card */
    MedicalRecord verify(byte[] signed) throws PatientCardException {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return SignedRecord.verify(card, signed, id -> Optional.of(key)
                .filter(it -> SigningKeyId.of(it).equals(id)));
    }

    private static MedicalRecord emergency(int allergies) {
        return new EmergencyRecord(
                DAY,
                Optional.empty(),
                several(allergies, i -> new Allergy("Kháng sinh nhóm beta-lactam số " + i, Severity.SEVERE)),
                several(6, i -> new Chronic("E11." + i, "Đái tháo đường típ 2 có biến chứng", Optional.of(DAY))),
                several(2, i -> new Contact("Người Nhà Bịa Đặt", "+84 28 555 010" + i, Optional.of("con gái"))));
    }

    private static MedicalRecord medication(int drugs) {
        return new MedicationRecord(
                DAY,
                several(
                        drugs,
                        i -> new Drug("Metformin hydroclorid 850 mg", "sáng 1 viên, tối 1 viên, sau ăn", DAY, 30)));
    }

    private byte[] fullest(int room, int most, IntFunction<MedicalRecord> record) {
        for (int items = most; items > 0; items--) {
            byte[] signed = sign(record.apply(items));
            if (signed.length <= room) {
                return signed;
            }
        }
        throw new IllegalStateException("not even one item fits");
    }

    private byte[] sign(MedicalRecord record) {
        try {
            byte[] plain = record.encode(SigningKeyId.of((ECPublicKey) keys.getPublic()));
            return SignedRecord.sign(card, plain, keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> several(int count, IntFunction<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(item.apply(i));
        }
        return items;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
