package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** A file in two halves: the root says which one is valid, the other one is written. */
final class RecordFile {

    private static final short HALVES = 2;
    private static final short LENGTH_IN_ROOT = 1;

    private final Root root;
    private final short field;
    private final short capacity;
    private final byte[] halves;
    private final Filling filling;

    RecordFile(short capacity, Root root, short field) {
        this.capacity = capacity;
        this.root = root;
        this.field = field;
        halves = new byte[(short) (HALVES * capacity)];
        filling = new Filling(capacity);
    }

    short length() {
        return root.getShort((short) (field + LENGTH_IN_ROOT));
    }

    void store(byte[] from, short fromOffset, short count, short at, boolean last) {
        filling.store(from, fromOffset, count, at, last, halves, (short) (spareHalf() * capacity));
    }

    /** Copies at most wanted bytes from this offset, and returns how many there were. */
    short read(short at, short wanted, byte[] to, short toOffset) {
        if (at < 0 || at >= length()) {
            ISOException.throwIt(ISO7816.SW_WRONG_P1P2);
        }
        short available = (short) (length() - at);
        short count = wanted < available ? wanted : available;
        Util.arrayCopyNonAtomic(halves, (short) (root.get(field) * capacity + at), to, toOffset, count);
        return count;
    }

    /** Puts what was stored completely into the root being drafted. */
    void enter() {
        if (filling.isComplete()) {
            root.put(field, spareHalf());
            root.putShort((short) (field + LENGTH_IN_ROOT), filling.length());
        }
    }

    void forget() {
        filling.forget();
    }

    void wipe() {
        Util.arrayFillNonAtomic(halves, (short) 0, (short) halves.length, (byte) 0);
    }

    private byte spareHalf() {
        return (byte) (1 - root.get(field));
    }
}
