package vn.tiepdon.applet;

import javacard.framework.Util;

/**
 * Says which records are valid: the revision, the valid halves of the files, the place in the ring. There are two of it;
 * the one that is not in force is written, then one byte switches over.
 */
final class Root {

    static final short REVISION = 0;
    static final short EMERGENCY = 4;
    static final short MEDICATION = 7;
    static final short LATEST_VISIT = 10;
    static final short VISITS = 11;
    static final short REVISION_LENGTH = 4;

    private static final short SIZE = 12;
    private static final short COPIES = 2;

    private final byte[] copies;
    private byte current;

    Root() {
        copies = new byte[(short) (COPIES * SIZE)];
    }

    byte get(short field) {
        return copies[(short) (current * SIZE + field)];
    }

    short getShort(short field) {
        return Util.getShort(copies, (short) (current * SIZE + field));
    }

    short copyRevision(byte[] to, short offset) {
        return Util.arrayCopyNonAtomic(copies, (short) (current * SIZE + REVISION), to, offset, REVISION_LENGTH);
    }

    boolean isOlderThan(byte[] revision, short offset) {
        return Bytes.isHigher(revision, offset, copies, (short) (current * SIZE + REVISION), REVISION_LENGTH);
    }

    /** Begins a new root as a copy of the one in force. */
    void draft(byte[] revision, short offset) {
        Util.arrayCopyNonAtomic(copies, (short) (current * SIZE), copies, spare(), SIZE);
        Util.arrayCopyNonAtomic(revision, offset, copies, (short) (spare() + REVISION), REVISION_LENGTH);
    }

    /** Back to no records and revision 0. */
    void reset() {
        Util.arrayFillNonAtomic(copies, spare(), SIZE, (byte) 0);
        publish();
    }

    void put(short field, byte value) {
        copies[(short) (spare() + field)] = value;
    }

    void putShort(short field, short value) {
        Util.setShort(copies, (short) (spare() + field), value);
    }

    /** The one write that makes everything new valid. */
    void publish() {
        current = (byte) (1 - current);
    }

    void wipe() {
        Util.arrayFillNonAtomic(copies, (short) 0, (short) copies.length, (byte) 0);
    }

    private short spare() {
        return (short) ((1 - current) * SIZE);
    }
}
