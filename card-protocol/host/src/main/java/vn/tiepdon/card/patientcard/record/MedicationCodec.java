package vn.tiepdon.card.patientcard.record;

import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;

/** The medication record as TLV. */
final class MedicationCodec {

    static final int RECORD = 0xE3;

    private static final int DRUG = 0xA4;
    private static final int NAME = 0x9A;
    private static final int DOSAGE = 0x9B;
    private static final int FROM = 0x9C;
    private static final int DAYS = 0x9D;

    private MedicationCodec() {}

    static byte[] encode(MedicationRecord record, SigningKeyId signer) {
        return Elements.record(RECORD, signer, out -> {
            out.day(Elements.DAY, record.asOf());
            for (Drug drug : record.drugs()) {
                out.inside(DRUG, item -> write(drug, item));
            }
        });
    }

    static Claimed<MedicationRecord> decode(Tlv tlv) throws MalformedRecordException, NewerLayoutException {
        return ElementReader.record(
                RECORD,
                tlv,
                in -> new MedicationRecord(
                        in.day(Elements.DAY), in.all(DRUG, MedicationRecord.MAX_DRUGS, MedicationCodec::drug)));
    }

    private static void write(Drug drug, Elements out) {
        out.text(NAME, drug.name());
        out.text(DOSAGE, drug.dosage());
        out.day(FROM, drug.from());
        out.number(DAYS, drug.days());
    }

    private static Drug drug(ElementReader in) throws MalformedRecordException {
        return new Drug(in.text(NAME, Drug.MAX_NAME), in.text(DOSAGE, Drug.MAX_DOSAGE), in.day(FROM), in.number(DAYS));
    }
}
