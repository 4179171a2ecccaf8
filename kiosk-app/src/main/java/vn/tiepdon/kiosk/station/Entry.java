package vn.tiepdon.kiosk.station;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.record.MedicalRecord;

/** One of a card's records, as far as it may be believed. */
sealed interface Entry<T extends MedicalRecord> {

    /** The hospital signed it for this very card. */
    record Vouched<T extends MedicalRecord>(T content) implements Entry<T> {}

    /** The card has none: nobody has said anything. */
    record Absent<T extends MedicalRecord>() implements Entry<T> {}

    /** Something stands there that the hospital did not sign for this card, or that is none of ours; it is not shown. */
    record Doubtful<T extends MedicalRecord>(FaultCode why) implements Entry<T> {}
}
