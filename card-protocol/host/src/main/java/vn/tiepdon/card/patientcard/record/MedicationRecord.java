package vn.tiepdon.card.patientcard.record;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.card.patientcard.CardFile;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;

/**
 * The drugs that the patient takes (ISO 21549-7). Without any it says that somebody asked and there are none.
 *
 * @param asOf when somebody last said that it is right
 * @param drugs 20 at most
 */
public record MedicationRecord(LocalDate asOf, List<Drug> drugs) implements MedicalRecord {

    public static final int MAX_DRUGS = 20;

    /**
     * @param name with strength, 1 to {@value #MAX_NAME} bytes of UTF-8
     * @param dosage how to take it, 1 to {@value #MAX_DOSAGE} bytes of UTF-8
     * @param days of supply, 1 to {@value #MAX_DAYS}
     */
    public record Drug(String name, String dosage, LocalDate from, int days) {

        public static final int MAX_NAME = 80;
        public static final int MAX_DOSAGE = 80;
        public static final int MAX_DAYS = 90;

        public Drug {
            Rules.requireText(name, MAX_NAME, "drug");
            Rules.requireText(dosage, MAX_DOSAGE, "dosage");
            Rules.requireDay(from);
            Rules.require(days >= 1 && days <= MAX_DAYS, "days of supply");
        }

        @Override
        public String toString() {
            return "Drug[…]";
        }
    }

    /** @throws IllegalArgumentException when something does not fit the layout, without it in its message */
    public MedicationRecord {
        Rules.requireDay(asOf);
        Rules.requireAtMost(drugs, MAX_DRUGS, "number of drugs");
        drugs = List.copyOf(drugs);
    }

    /** @param element a whole {@code E3}, without a signature */
    public static MedicationRecord decode(byte[] element) throws MalformedRecordException, NewerLayoutException {
        Tlv tlv = new Tlv(element);
        MedicationRecord record = MedicationCodec.decode(tlv).record();
        tlv.requireEnd();
        return record;
    }

    @Override
    public byte[] encode(SigningKeyId signer) {
        return MedicationCodec.encode(this, signer);
    }

    @Override
    public CardFile file() {
        return CardFile.MEDICATION;
    }

    @Override
    public String toString() {
        return "MedicationRecord[…]";
    }
}
