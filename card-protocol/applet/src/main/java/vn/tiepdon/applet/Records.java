package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/** Files 02 to 04. What is stored counts when COMMIT says so, all of it at once. */
final class Records {

    static final byte EMERGENCY = 0x02;
    static final byte MEDICATION = 0x03;
    static final byte VISITS = 0x04;

    private static final short EMERGENCY_CAPACITY = 1024;
    private static final short MEDICATION_CAPACITY = 1536;

    private final Root root;
    private final RecordFile emergency;
    private final RecordFile medication;
    private final VisitLog visits;

    Records() {
        root = new Root();
        emergency = new RecordFile(EMERGENCY_CAPACITY, root, Root.EMERGENCY);
        medication = new RecordFile(MEDICATION_CAPACITY, root, Root.MEDICATION);
        visits = new VisitLog(root);
    }

    RecordFile file(byte sfi) {
        if (sfi == EMERGENCY) {
            return emergency;
        }
        if (sfi != MEDICATION) {
            ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
        }
        return medication;
    }

    VisitLog visits() {
        return visits;
    }

    void store(byte sfi, byte[] from, short fromOffset, short count, short at, boolean last) {
        if (sfi == VISITS) {
            visits.store(from, fromOffset, count, at, last);
        } else {
            file(sfi).store(from, fromOffset, count, at, last);
        }
    }

    void commit(byte[] revision, short offset) {
        if (!root.isOlderThan(revision, offset)) {
            ISOException.throwIt(ISO7816.SW_CONDITIONS_NOT_SATISFIED);
        }
        root.draft(revision, offset);
        emergency.enter();
        medication.enter();
        visits.enter();
        root.publish();
        forget();
    }

    short copyRevision(byte[] to, short offset) {
        return root.copyRevision(to, offset);
    }

    /** Drops what was committed, too. */
    void reset() {
        forget();
        root.reset();
    }

    /** Drops what was stored without COMMIT. */
    void forget() {
        emergency.forget();
        medication.forget();
        visits.forget();
    }

    void wipe() {
        forget();
        root.wipe();
        emergency.wipe();
        medication.wipe();
        visits.wipe();
    }
}
