package vn.tiepdon.card.patientcard.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.CardFile;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;

/**
 * What a stranger must know to help (ISO 21549-3, limited emergency data). Texts are Unicode NFC without control
 * characters, their lengths bytes of UTF-8.
 *
 * @param asOf when somebody last said that it is right
 * @param allergies 16 at most
 * @param chronic 16 at most
 * @param contacts whom to call, the first one first; 3 at most
 */
public record EmergencyRecord(
        LocalDate asOf,
        Optional<BloodGroup> bloodGroup,
        List<Allergy> allergies,
        List<Chronic> chronic,
        List<Contact> contacts)
        implements MedicalRecord {

    public static final int MAX_ALLERGIES = 16;
    public static final int MAX_CHRONIC = 16;
    public static final int MAX_CONTACTS = 3;

    /** How bad a reaction was; the codes are the card's. */
    public enum Severity {
        UNKNOWN(0),
        MILD(1),
        MODERATE(2),
        SEVERE(3);

        private final int code;

        Severity(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Severity ofCode(int code) {
            for (Severity severity : values()) {
                if (severity.code == code) {
                    return severity;
                }
            }
            throw new IllegalArgumentException("bad severity");
        }
    }

    /** @param substance 1 to {@value #MAX_SUBSTANCE} bytes */
    public record Allergy(String substance, Severity severity) {

        public static final int MAX_SUBSTANCE = 60;

        public Allergy {
            Rules.requireText(substance, MAX_SUBSTANCE, "substance");
        }

        @Override
        public String toString() {
            return "Allergy[…]";
        }
    }

    /**
     * @param code ICD-10, 3 to 7 characters
     * @param name in Vietnamese, 1 to {@value #MAX_NAME} bytes
     */
    public record Chronic(String code, String name, Optional<LocalDate> since) {

        public static final int MAX_NAME = 60;

        public Chronic {
            Rules.requireDiagnosis(code);
            Rules.requireText(name, MAX_NAME, "diagnosis");
            since.ifPresent(Rules::requireDay);
        }

        @Override
        public String toString() {
            return "Chronic[…]";
        }
    }

    /**
     * @param name 1 to {@value #MAX_NAME} bytes
     * @param telephone 3 to 20 digits, spaces, dots, hyphens, brackets or plus signs
     * @param relation to the patient, 1 to {@value #MAX_RELATION} bytes
     */
    public record Contact(String name, String telephone, Optional<String> relation) {

        public static final int MAX_NAME = 60;
        public static final int MAX_RELATION = 30;

        public Contact {
            Rules.requireText(name, MAX_NAME, "contact's name");
            Rules.requireTelephone(telephone);
            relation.ifPresent(text -> Rules.requireText(text, MAX_RELATION, "relation"));
        }

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /** @throws IllegalArgumentException when something does not fit the layout, without it in its message */
    public EmergencyRecord {
        Rules.requireDay(asOf);
        Rules.requireAtMost(allergies, MAX_ALLERGIES, "number of allergies");
        Rules.requireAtMost(chronic, MAX_CHRONIC, "number of diagnoses");
        Rules.requireAtMost(contacts, MAX_CONTACTS, "number of contacts");
        allergies = List.copyOf(allergies);
        chronic = List.copyOf(chronic);
        contacts = List.copyOf(contacts);
    }

    /** @param element a whole {@code E2}, without a signature */
    public static EmergencyRecord decode(byte[] element) throws MalformedRecordException, NewerLayoutException {
        Tlv tlv = new Tlv(element);
        EmergencyRecord record = EmergencyCodec.decode(tlv).record();
        tlv.requireEnd();
        return record;
    }

    @Override
    public byte[] encode(SigningKeyId signer) {
        return EmergencyCodec.encode(this, signer);
    }

    @Override
    public CardFile file() {
        return CardFile.EMERGENCY;
    }

    @Override
    public String toString() {
        return "EmergencyRecord[…]";
    }
}
