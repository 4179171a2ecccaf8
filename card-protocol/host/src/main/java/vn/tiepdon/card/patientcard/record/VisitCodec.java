package vn.tiepdon.card.patientcard.record;

import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;

/** A visit as TLV. */
final class VisitCodec {

    static final int RECORD = 0xE4;

    private static final int CLINIC = 0x9A;
    private static final int NEXT_VISIT = 0x9B;

    private VisitCodec() {}

    static byte[] encode(VisitRecord record, SigningKeyId signer) {
        return Elements.record(RECORD, signer, out -> {
            out.day(Elements.DAY, record.day());
            out.text(Elements.FACILITY, record.facilityCode());
            out.text(CLINIC, record.clinic());
            record.diagnoses().forEach(code -> out.text(Elements.DIAGNOSIS, code));
            record.nextVisit().ifPresent(day -> out.day(NEXT_VISIT, day));
        });
    }

    static Claimed<VisitRecord> decode(Tlv tlv) throws MalformedRecordException, NewerLayoutException {
        return ElementReader.record(
                RECORD,
                tlv,
                in -> new VisitRecord(
                        in.day(Elements.DAY),
                        in.text(Elements.FACILITY, Rules.FACILITY_CODE_LENGTH),
                        in.text(CLINIC, VisitRecord.MAX_CLINIC),
                        in.texts(Elements.DIAGNOSIS, VisitRecord.MAX_DIAGNOSES, Rules.MAX_DIAGNOSIS),
                        in.optional(NEXT_VISIT, item -> item.day(NEXT_VISIT))));
    }
}
