package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * How far a place that is being written has come. It lives in memory that is cleared when the card is left: what was not
 * made valid by then is forgotten.
 */
final class Filling {

    private static final short FILLED = 0;
    private static final short COMPLETE = 2;
    private static final short RAM = 3;

    private final short capacity;
    private final byte[] ram;

    Filling(short capacity) {
        this.capacity = capacity;
        ram = JCSystem.makeTransientByteArray(RAM, JCSystem.CLEAR_ON_DESELECT);
    }

    /** Writes a chunk into the place that starts here. Chunks come in order, the one at 0 begins anew. */
    void store(byte[] from, short fromOffset, short count, short at, boolean last, byte[] to, short start) {
        if (at != 0 && (isComplete() || at != length()) || at > (short) (capacity - count)) {
            ISOException.throwIt(ISO7816.SW_FILE_FULL);
        }
        ram[COMPLETE] = 0;
        Util.arrayCopyNonAtomic(from, fromOffset, to, (short) (start + at), count);
        Util.setShort(ram, FILLED, (short) (at + count));
        if (last) {
            ram[COMPLETE] = 1;
        }
    }

    boolean isComplete() {
        return ram[COMPLETE] != 0;
    }

    short length() {
        return Util.getShort(ram, FILLED);
    }

    void forget() {
        Util.arrayFillNonAtomic(ram, (short) 0, RAM, (byte) 0);
    }
}
