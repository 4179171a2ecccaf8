package vn.tiepdon.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** The signed identity. Its length is 0 until the last chunk is stored: a half written file does not exist. */
final class IdentityFile {

    private static final short CAPACITY = 512;
    private static final short CARD_ID_LENGTH = 16;
    private static final byte TAG_RECORD = (byte) 0xE1;
    private static final byte TAG_CARD_ID = (byte) 0x82;
    private static final short NOT_FOUND = (short) -1;

    private final byte[] content;
    private final byte[] cardId;
    private final Filling filling;
    private short length;

    IdentityFile() {
        content = new byte[CAPACITY];
        cardId = new byte[CARD_ID_LENGTH];
        filling = new Filling(CAPACITY);
    }

    short length() {
        return length;
    }

    /** Of a personalised card. */
    byte[] cardId() {
        return cardId;
    }

    void store(byte[] from, short fromOffset, short count, short at, boolean last) {
        length = 0;
        filling.store(from, fromOffset, count, at, last, content, (short) 0);
        if (last) {
            length = filling.length();
        }
    }

    /** Copies at most wanted bytes from this offset, and returns how many there were. */
    short read(short at, short wanted, byte[] to, short toOffset) {
        if (at < 0 || at >= length) {
            ISOException.throwIt(ISO7816.SW_WRONG_P1P2);
        }
        short available = (short) (length - at);
        short count = wanted < available ? wanted : available;
        Util.arrayCopyNonAtomic(content, at, to, toOffset, count);
        return count;
    }

    /** Drops half a file. */
    void forget() {
        filling.forget();
    }

    /** Makes a new identity necessary. */
    void drop() {
        length = 0;
        filling.forget();
    }

    void wipe() {
        drop();
        Util.arrayFillNonAtomic(content, (short) 0, (short) content.length, (byte) 0);
        Util.arrayFillNonAtomic(cardId, (short) 0, (short) cardId.length, (byte) 0);
    }

    /** Notes the card id of the identity record, or refuses a file that has none. */
    void noteCardId() {
        short end = 0;
        short at = 0;
        if (length > 4 && content[0] == TAG_RECORD) {
            at = valueOffset((short) 0);
            end = (short) (at + valueLength((short) 0));
        }
        if (at == 0 || end > length) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        short found = NOT_FOUND;
        while (found == NOT_FOUND && (short) (at + 3) < end) {
            if (content[at] == TAG_CARD_ID && valueLength(at) == CARD_ID_LENGTH) {
                found = valueOffset(at);
            }
            at = (short) (valueOffset(at) + valueLength(at));
        }
        if (found == NOT_FOUND || (short) (found + CARD_ID_LENGTH) > end) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        Util.arrayCopyNonAtomic(content, found, cardId, (short) 0, CARD_ID_LENGTH);
    }

    /** Where the value of the element at this offset starts; one or two extra length bytes are known. */
    private short valueOffset(short at) {
        byte first = content[(short) (at + 1)];
        if (first >= 0) {
            return (short) (at + 2);
        }
        return (short) (at + 2 + (first & 0x7F));
    }

    private short valueLength(short at) {
        byte first = content[(short) (at + 1)];
        if (first >= 0) {
            return first;
        }
        if (first == (byte) 0x81) {
            return (short) (content[(short) (at + 2)] & 0xFF);
        }
        if (first != (byte) 0x82) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        short value = Util.getShort(content, (short) (at + 2));
        if (value < 0 || value > length) {
            ISOException.throwIt(ISO7816.SW_WRONG_DATA);
        }
        return value;
    }
}
