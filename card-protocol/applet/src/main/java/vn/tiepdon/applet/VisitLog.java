package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** The latest visits: a ring with one slot more than may be valid, so that there is always one to write. */
final class VisitLog {

    static final byte ROOM = 24;

    private static final short SLOTS = 25;
    private static final short RECORD = 192;
    /** Length, then the record. */
    private static final short SLOT = 193;

    private final Root root;
    private final byte[] slots;
    private final Filling filling;

    VisitLog(Root root) {
        this.root = root;
        slots = new byte[(short) (SLOTS * SLOT)];
        filling = new Filling(RECORD);
    }

    byte count() {
        return root.get(Root.VISITS);
    }

    void store(byte[] from, short fromOffset, short count, short at, boolean last) {
        if (last && (short) (at + count) == 0) {
            ISOException.throwIt(ISO7816.SW_WRONG_LENGTH);
        }
        filling.store(from, fromOffset, count, at, last, slots, (short) (next() * SLOT + 1));
    }

    /** Copies a visit, 1 is the latest, and returns its length. */
    short read(byte number, byte[] to, short toOffset) {
        if (number < 1 || number > count()) {
            ISOException.throwIt(ISO7816.SW_RECORD_NOT_FOUND);
        }
        short slot = (short) ((short) (root.get(Root.LATEST_VISIT) - number + 1 + SLOTS) % SLOTS);
        short start = (short) (slot * SLOT);
        short length = (short) (slots[start] & 0xFF);
        Util.arrayCopyNonAtomic(slots, (short) (start + 1), to, toOffset, length);
        return length;
    }

    /** Puts what was stored completely into the root being drafted. */
    void enter() {
        if (filling.isComplete()) {
            slots[(short) (next() * SLOT)] = (byte) filling.length();
            root.put(Root.LATEST_VISIT, next());
            root.put(Root.VISITS, count() < ROOM ? (byte) (count() + 1) : ROOM);
        }
    }

    void forget() {
        filling.forget();
    }

    void wipe() {
        Util.arrayFillNonAtomic(slots, (short) 0, (short) slots.length, (byte) 0);
    }

    private byte next() {
        return (byte) ((short) (root.get(Root.LATEST_VISIT) + 1) % SLOTS);
    }
}
