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
 * A visit, as the card's log keeps it. The longest one fits its slot.
 *
 * @param facilityCode where it was (mã cơ sở khám chữa bệnh), 5 upper-case letters or digits
 * @param clinic 1 to {@value #MAX_CLINIC} bytes of UTF-8
 * @param diagnoses ICD-10, the main one first; 1 to {@value #MAX_DIAGNOSES}
 */
public record VisitRecord(
        LocalDate day, String facilityCode, String clinic, List<String> diagnoses, Optional<LocalDate> nextVisit)
        implements MedicalRecord {

    public static final int MAX_CLINIC = 50;
    public static final int MAX_DIAGNOSES = 4;

    /** @throws IllegalArgumentException when something does not fit the layout, without it in its message */
    public VisitRecord {
        Rules.requireDay(day);
        Rules.requireFacility(facilityCode);
        Rules.requireText(clinic, MAX_CLINIC, "clinic");
        Rules.require(!diagnoses.isEmpty() && diagnoses.size() <= MAX_DIAGNOSES, "number of diagnoses");
        diagnoses.forEach(Rules::requireDiagnosis);
        nextVisit.ifPresent(Rules::requireDay);
        diagnoses = List.copyOf(diagnoses);
    }

    /** @param element a whole {@code E4}, without a signature */
    public static VisitRecord decode(byte[] element) throws MalformedRecordException, NewerLayoutException {
        Tlv tlv = new Tlv(element);
        VisitRecord record = VisitCodec.decode(tlv).record();
        tlv.requireEnd();
        return record;
    }

    @Override
    public byte[] encode(SigningKeyId signer) {
        return VisitCodec.encode(this, signer);
    }

    @Override
    public CardFile file() {
        return CardFile.VISITS;
    }

    @Override
    public String toString() {
        return "VisitRecord[…]";
    }
}
